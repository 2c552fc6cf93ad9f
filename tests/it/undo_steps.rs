//! Steps that are taken back and done again, across articles.

use claimlight::{app::Msg, article::Kind, review::ReviewState};

use crate::{
    claims::{check, marked, tag},
    export::write,
    fixtures,
    test_app::TestApp,
};

#[test]
fn every_part_of_a_rich_article_survives_deleting_and_undoing() {
    let mut app = TestApp::new();
    app.open_file("rich.json", &write(&fixtures::document()));
    let ids: Vec<_> = fixtures::document().claims().map(|claim| claim.id.clone()).collect();
    for id in ids {
        // Blocks that were done, and have no other claim, have nothing to check any more.
        let document = app.document();
        let blocks = document.blocks().iter().enumerate();
        let turned = blocks.filter(|(at, block)| {
            let claims: Vec<_> = document.claims_of(*at).map(|it| it.id.clone()).collect();
            let reviewed = document.review(&block.id).map(|reviewed| reviewed.state);
            reviewed == Some(ReviewState::Done) && claims == [id.clone()]
        });
        let records = 1 + turned.count();
        check(&mut app, |app| app.send(Msg::ClaimDeleted(id)), records);
    }
}

#[test]
fn a_kind_is_taken_back() {
    let block = fixtures::block("b3");
    check(&mut TestApp::new(), |app| app.send(Msg::BlockKindChanged(block, Kind::Other)), 1);
}

#[test]
fn adding_an_article_is_taken_back() {
    let mut app = TestApp::new();
    let sample = app.export();
    app.paste("Rents rise\nRents rose by 4% in May.");
    app.mark("by 4%", "quantity");
    let rents = app.export();
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!((app.workspace().articles().len(), app.export()), (1, sample.clone()));
    app.check_stored();
    assert_eq!(app.reopened().export(), sample, "it is not shown after opening the page again");
    app.send(Msg::CommandInvoked(claimlight::app::Command::Redo));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Redo));
    assert_eq!((app.workspace().articles().len(), app.export()), (2, rents));
    app.check_stored();
    assert!(!app.workspace().can_redo());
}

#[test]
fn steps_on_two_articles_are_taken_back_each_where_it_was() {
    let mut app = TestApp::new();
    let sample = app.article();
    let mut steps = vec![(app.article(), app.export(), app.stored())];
    let mut keep = |app: &TestApp| steps.push((app.article(), app.export(), app.stored()));
    app.mark("100,000 troops", "quantity");
    keep(&app);
    let rents = app.paste("Rents rise\nRents rose by 4% in May.\nWages fell.");
    keep(&app);
    app.mark("by 4%", "quantity");
    keep(&app);
    app.send(Msg::ArticlePicked(sample));
    app.mark("30,000 troops", "event");
    keep(&app);
    app.send(Msg::ArticlePicked(rents));
    app.mark("Wages fell", "event");
    keep(&app);
    let all: Vec<_> = steps.iter().map(|(_, _, stored)| stored.clone()).collect();
    for stored in all.iter().rev().skip(1) {
        app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
        assert_eq!(&app.stored(), stored);
        app.check_stored();
    }
    assert!(!app.workspace().can_undo());
    for ((article, export, _), stored) in steps.iter().zip(&all).skip(1) {
        app.send(Msg::CommandInvoked(claimlight::app::Command::Redo));
        assert_eq!(&app.stored(), stored);
        assert_eq!((&app.article(), &app.export()), (article, export), "where it was");
    }
}

#[test]
fn an_undone_act_is_shown_where_it_was() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    app.send(Msg::TagChosen(tag("event")));
    app.send(Msg::ClaimDeselected);
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!(app.selected(), Some(claim));
}

#[test]
fn undoing_while_another_claim_is_selected_moves_the_selection_cleanly() {
    let mut app = marked();
    let first = app.selected().unwrap();
    app.send(Msg::TagChosen(tag("event")));
    let second = app.mark("30,000 troops", "event");
    app.send(Msg::ClaimSelected { claim: first, from: claimlight::app::SelectionOrigin::List });
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!(app.selected(), None);
    assert!(app.document().claim(&second).is_none());
}

#[test]
fn nothing_to_undo_is_nothing() {
    let mut app = TestApp::new();
    assert_eq!(app.send(Msg::CommandInvoked(claimlight::app::Command::Undo)), []);
    assert_eq!(app.send(Msg::CommandInvoked(claimlight::app::Command::Redo)), []);
}
