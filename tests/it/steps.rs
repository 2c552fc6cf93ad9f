//! Steps that are taken back and done again, across articles.

use claimlight::{app::Msg, article::Kind, ledger::LedgerState};

use crate::{
    claims::{check, marked, tag},
    formats::write,
    rich,
    world::World,
};

#[test]
fn every_part_of_a_rich_article_survives_deleting_and_undoing() {
    let mut world = World::new();
    world.open_file("rich.json", &write(&rich::document()));
    let ids: Vec<_> = rich::document().claims().map(|claim| claim.id.clone()).collect();
    for id in ids {
        // Blocks that were done, and have no other claim, have nothing to check any more.
        let document = world.document();
        let blocks = document.blocks().iter().enumerate();
        let turned = blocks.filter(|(at, block)| {
            let claims: Vec<_> = document.claims_of(*at).map(|it| it.id.clone()).collect();
            let looked = document.looked(&block.id).map(|looked| looked.state);
            looked == Some(LedgerState::Done) && claims == [id.clone()]
        });
        let records = 1 + turned.count();
        check(&mut world, |world| world.send(Msg::ClaimDeleted(id)), records);
    }
}

#[test]
fn a_kind_is_taken_back() {
    let block = rich::block("b3");
    check(&mut World::new(), |world| world.send(Msg::KindChosen(block, Kind::Other)), 1);
}

#[test]
fn adding_an_article_is_taken_back() {
    let mut world = World::new();
    let sample = world.export();
    world.paste("Rents rise\nRents rose by 4% in May.");
    world.mark("by 4%", "quantity");
    let rents = world.export();
    world.send(Msg::Commanded(claimlight::app::Command::Undo));
    world.send(Msg::Commanded(claimlight::app::Command::Undo));
    assert_eq!((world.desk().rows().len(), world.export()), (1, sample.clone()));
    world.check_stored();
    assert_eq!(world.reopened().export(), sample, "it is not shown after opening the page again");
    world.send(Msg::Commanded(claimlight::app::Command::Redo));
    world.send(Msg::Commanded(claimlight::app::Command::Redo));
    assert_eq!((world.desk().rows().len(), world.export()), (2, rents));
    world.check_stored();
    assert!(!world.desk().can_redo());
}

#[test]
fn steps_on_two_articles_are_taken_back_each_where_it_was() {
    let mut world = World::new();
    let sample = world.article();
    let mut steps = vec![(world.article(), world.export(), world.stored())];
    let mut keep = |world: &World| steps.push((world.article(), world.export(), world.stored()));
    world.mark("100,000 troops", "quantity");
    keep(&world);
    let rents = world.paste("Rents rise\nRents rose by 4% in May.\nWages fell.");
    keep(&world);
    world.mark("by 4%", "quantity");
    keep(&world);
    world.send(Msg::ArticlePicked(sample));
    world.mark("30,000 troops", "event");
    keep(&world);
    world.send(Msg::ArticlePicked(rents));
    world.mark("Wages fell", "event");
    keep(&world);
    let all: Vec<_> = steps.iter().map(|(_, _, stored)| stored.clone()).collect();
    for stored in all.iter().rev().skip(1) {
        world.send(Msg::Commanded(claimlight::app::Command::Undo));
        assert_eq!(&world.stored(), stored);
        world.check_stored();
    }
    assert!(!world.desk().can_undo());
    for ((article, export, _), stored) in steps.iter().zip(&all).skip(1) {
        world.send(Msg::Commanded(claimlight::app::Command::Redo));
        assert_eq!(&world.stored(), stored);
        assert_eq!((&world.article(), &world.export()), (article, export), "where it was");
    }
}

#[test]
fn an_undone_act_is_shown_where_it_was() {
    let mut world = marked();
    let claim = world.selected().unwrap();
    world.send(Msg::TagChosen(tag("event")));
    world.send(Msg::ClaimLeft);
    world.send(Msg::Commanded(claimlight::app::Command::Undo));
    assert_eq!(world.selected(), Some(claim));
}

#[test]
fn undoing_while_another_claim_is_selected_moves_the_selection_cleanly() {
    let mut world = marked();
    let first = world.selected().unwrap();
    world.send(Msg::TagChosen(tag("event")));
    let second = world.mark("30,000 troops", "event");
    world.send(Msg::ClaimPicked { claim: first, from: claimlight::app::PickedIn::List });
    world.send(Msg::Commanded(claimlight::app::Command::Undo));
    assert_eq!(world.selected(), None);
    assert!(world.document().claim(&second).is_none());
}

#[test]
fn nothing_to_undo_is_nothing() {
    let mut world = World::new();
    assert_eq!(world.send(Msg::Commanded(claimlight::app::Command::Undo)), []);
    assert_eq!(world.send(Msg::Commanded(claimlight::app::Command::Redo)), []);
}
