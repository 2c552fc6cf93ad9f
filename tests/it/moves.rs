//! Keys: going from claim to claim, tagging and backing out.

use claimlight::{
    app::{Bar, Effect, Focus, Msg, PickedIn, Press, Reveal, Session},
    id::TagId,
};

use crate::world::{World, press};

/// The sample with three claims, one in the other, and one elsewhere.
fn nested() -> World {
    let mut world = World::new();
    world.mark("massing approximately 100,000 troops around the borders of Ukraine", "event");
    world.mark("approximately 100,000 troops", "quantity");
    world.mark("100,000", "quantity");
    world.mark("30,000 troops", "quantity");
    world.send(Msg::ClaimLeft);
    world
}

#[track_caller]
fn check(world: &mut World, key: &str, words: Option<&str>) {
    world.press(key);
    assert_eq!(world.selected_words().as_deref(), words, "after {key}");
}

#[test]
fn a_digit_marks_the_selection_with_its_tag() {
    let mut world = World::new();
    world.select("100,000 troops");
    world.press("3");
    let claim = world.selected().unwrap();
    assert_eq!(world.document().claim(&claim).unwrap().tags, [TagId::new("event").unwrap()]);
    world.press("3");
    assert!(world.document().claim(&claim).unwrap().tags.is_empty(), "again takes it off");
    world.press("1");
    world.press("9");
    assert_eq!(world.document().claim(&claim).unwrap().tags.len(), 1, "9 is no tag's key");
    world.check_stored();
}

#[test]
fn enter_marks_the_selection_without_a_tag() {
    let mut world = World::new();
    world.select("100,000 troops");
    world.press("Enter");
    assert_eq!(world.quotes(), ["100,000 troops"]);
    assert!(world.document().claims().all(|claim| claim.tags.is_empty()));
}

#[test]
fn a_digit_while_reading_is_nothing() {
    assert_eq!(World::new().press("1"), []);
}

#[test]
fn escape_closes_the_bar_then_the_selection() {
    let mut world = World::new();
    world.select("100,000 troops");
    world.press("Escape");
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Closed, .. }));
    let effects = world.press("Escape");
    assert_eq!(effects, [Effect::DropSelection]);
    assert_eq!(world.desk().session(), &Session::Reading);
    assert_eq!(world.press("Escape"), []);
}

#[test]
fn escape_leaves_the_claim() {
    let mut world = nested();
    check(
        &mut world,
        "n",
        Some("massing approximately 100,000 troops around the borders of Ukraine"),
    );
    let effects = world.press("Escape");
    assert_eq!(world.selected(), None);
    assert!(
        matches!(&effects[..], [Effect::ShowAddress(address)] if address.to_string().ends_with(world.article().as_str()))
    );
}

#[test]
fn a_selection_with_a_closed_bar_can_still_be_marked() {
    let mut world = World::new();
    world.select("100,000 troops");
    world.press("Escape");
    world.press("1");
    assert_eq!(world.quotes(), ["100,000 troops"]);
}

#[test]
fn n_and_m_go_through_the_claims_in_text_order() {
    let mut world = nested();
    let outer = "massing approximately 100,000 troops around the borders of Ukraine";
    check(&mut world, "n", Some(outer));
    check(&mut world, "n", Some("approximately 100,000 troops"));
    check(&mut world, "n", Some("100,000"));
    check(&mut world, "N", Some("30,000 troops"));
    check(&mut world, "n", Some("30,000 troops"));
    check(&mut world, "m", Some("100,000"));
    world.send(Msg::ClaimLeft);
    check(&mut world, "m", Some("30,000 troops"));
}

#[test]
fn c_goes_outwards_and_from_the_largest_back_to_the_smallest() {
    let mut world = nested();
    world.press("m");
    world.press("m");
    assert_eq!(world.selected_words().as_deref(), Some("100,000"));
    check(&mut world, "c", Some("approximately 100,000 troops"));
    let outer = "massing approximately 100,000 troops around the borders of Ukraine";
    check(&mut world, "c", Some(outer));
    check(&mut world, "c", Some("100,000"));
    world.press("n");
    assert_eq!(world.press("c"), [], "alone, it stays");
}

#[test]
fn delete_deletes_the_selected_claim() {
    let mut world = nested();
    world.press("n");
    world.press("Delete");
    assert_eq!((world.document().claim_count(), world.selected()), (3, None));
    world.send(Msg::Pressed(Press { command: true, ..press("z") }));
    assert_eq!(world.document().claim_count(), 4);
    world.send(Msg::Pressed(Press { command: true, shift: true, ..press("Z") }));
    assert_eq!(world.document().claim_count(), 3);
    world.send(Msg::Pressed(Press { command: true, ..press("z") }));
    world.send(Msg::Pressed(Press { command: true, ..press("y") }));
    assert_eq!(world.document().claim_count(), 3);
}

#[test]
fn keys_in_a_field_are_the_fields() {
    let mut world = nested();
    world.press("n");
    for key in ["1", "n", "c", "Delete", "Enter", "z"] {
        for command in [false, true] {
            let press = Press { focus: Focus::Field, command, ..press(key) };
            assert_eq!(world.send(Msg::Pressed(press)), [], "{key}");
        }
    }
    assert_eq!(world.document().claim_count(), 4);
}

#[test]
fn a_claim_that_is_picked_is_shown_at_the_other_place() {
    let mut world = nested();
    let claim = world.document().claims().next().unwrap().id.clone();
    let mark = Effect::Reveal(Reveal::Mark { claim: claim.clone(), block: 6 });
    let card = Effect::Reveal(Reveal::Card(claim.clone()));
    let mut pick = |from| world.send(Msg::ClaimPicked { claim: claim.clone(), from });
    let (article, list, key) =
        (pick(PickedIn::Article), pick(PickedIn::List), pick(PickedIn::Elsewhere));
    assert!(article.contains(&card) && !article.contains(&mark));
    assert!(list.contains(&mark) && !list.contains(&card));
    assert!(key.contains(&mark) && key.contains(&card));
}
