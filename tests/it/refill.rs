//! Stores that were cleared while the page was open, and a start on a full disk.

use std::collections::BTreeMap;

use claimlight::{
    app::{Address, Doubt, Effect, Msg, SaveState, Weight},
    formats::FORMATS,
    saved::{Found, NotSaved, identity_key},
    stamp::Time,
};

use crate::{rich, world::World};

/// A world with two articles, work of every kind on one of them, a deleted claim, and a text that
/// is typed and not taken.
fn worked_on() -> World {
    let mut world = World::new();
    let file = (FORMATS[0].encode)(&rich::document(), Time::from_millis(0));
    world.open_file("rich.claimlight.json", &file);
    let gone = world.document().claims().next().unwrap().id.clone();
    world.send(Msg::ClaimDeleted(gone));
    world.paste("Rents\nRents rose by 5 per cent.\nTaxes fell.");
    world.mark("Rents rose", "quantity");
    world.confirm();
    world
}

/// Clears stores of a world, and lets the page notice it.
fn cleared(mut world: World, local: bool, safe: bool) -> World {
    if local {
        world.found.local.clear();
    }
    if safe {
        world.found.safe.clear();
    }
    let effects = world.send(Msg::StoresInDoubt(Doubt::Emptied));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Refill(_))));
    world
}

#[test]
fn everything_that_the_page_holds_is_written_again() {
    for (local, safe) in [(true, true), (false, true), (true, false)] {
        let before = worked_on();
        let files = before.stored();
        let after = cleared(before, local, safe);
        after.check_stored();
        assert_eq!(after.stored(), files, "{local} {safe}");
        assert_eq!(after.reopened().desk().asides(), after.desk().asides());
    }
}

#[test]
fn the_database_alone_brings_everything_back() {
    let before = worked_on();
    let files = before.stored();
    let mut after = cleared(before, true, true);
    after.found.local.clear();
    assert_eq!(after.stored(), files);
}

#[test]
fn numbers_of_deleted_claims_are_not_given_again_after_a_clearing() {
    let mut world = World::new();
    let gone = world.mark("100,000 troops", "quantity");
    let number = world.document().claim(&gone).unwrap().number;
    world.send(Msg::ClaimDeleted(gone));
    let mut world = cleared(world, true, true).reopened();
    let next = world.mark("30,000 troops", "quantity");
    assert!(world.document().claim(&next).unwrap().number > number);
}

#[test]
fn it_is_told_once_and_called_saved_only_when_it_is() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    world.confirm();
    assert_eq!(world.desk().save_state(), &SaveState::Saved);
    world.send(Msg::StoresInDoubt(Doubt::Emptied));
    let notice = world.desk().notice().expect("a notice").clone();
    assert_eq!(notice.weight, Weight::Alert);
    assert!(notice.text.starts_with("The data of this site was cleared"), "{}", notice.text);
    assert_eq!(world.desk().save_state(), &SaveState::Saving);
    world.confirm();
    assert_eq!(world.desk().save_state(), &SaveState::Saved);
}

#[test]
fn a_refill_has_another_identity() {
    let world = worked_on();
    let key = identity_key().to_string();
    let before = world.found.safe.get(&key).expect("an identity").clone();
    let after = cleared(world, true, true);
    let identity = after.found.safe.get(&key).expect("an identity");
    assert_ne!(*identity, before);
    assert_eq!(after.found.local.get(&key), Some(identity));
}

#[test]
fn doubt_is_no_trouble_and_ends_with_the_answer() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    world.confirm();
    world.send(Msg::StoresInDoubt(Doubt::Closed));
    assert_eq!(world.desk().save_state(), &SaveState::Saving);
    world.confirm();
    assert_eq!(world.desk().save_state(), &SaveState::Saved);
}

#[test]
fn a_start_on_a_full_disk_shows_what_local_storage_has_and_makes_nothing_up() {
    let world = World::troubled(NotSaved::Full);
    assert!(world.desk().document().is_none(), "no sample is made beside what is not known");
    let notice = world.desk().notice().expect("a notice");
    assert!(notice.text.contains("has not opened its database"), "{}", notice.text);
    let mut world = world;
    world.confirm();
    assert_eq!(world.desk().notice(), None, "it goes when the database is open");
}

#[test]
fn what_the_database_held_appears_once_it_can_be_opened() {
    let before = worked_on();
    let local = Found { local: before.found.local.clone(), safe: BTreeMap::new() };
    let lagging = Found::default();
    for found in [local, lagging] {
        let mut world = World::open(found, Address::Home, 900);
        world.found.safe.clone_from(&before.found.safe);
        world.send(Msg::Heard(before.found.safe.clone().into_iter().collect()));
        let ids = |world: &World| -> Vec<String> {
            let mut ids: Vec<_> = world.desk().rows().iter().map(|it| it.id.to_string()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&world), ids(&before));
        assert!(world.desk().document().is_some());
    }
}
