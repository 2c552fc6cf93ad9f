//! The filter of the claims.

use claimlight::{
    app::{
        ClaimField, ClaimMsg, Command, Drawer, Effect, Field, FocusTarget, Msg, Panel, Workspace,
        view::matches_filter,
    },
    text::contains_ignore_case,
};

use crate::{
    keyboard::{keys, rents},
    test_app::TestApp,
};

/// Rents with three claims: "Rents rose" (quantity), "Wages fell" (no tag, with a note) and "2%".
fn app() -> TestApp {
    let mut app = rents();
    let rents = app.mark("Rents rose", "quantity");
    let role = "Minister".to_owned();
    app.send(Msg::Claim(ClaimMsg::Typed(rents, ClaimField::ClaimantRole, role)));
    app.select("Wages fell");
    app.send(Msg::CommandInvoked(Command::Mark));
    let wages = app.workspace().session().claim().unwrap().clone();
    app.send(Msg::NoteTyped(wages, "Äpfel, not rents".to_owned()));
    app.select("2%");
    app.send(Msg::CommandInvoked(Command::Mark));
    let two = app.workspace().session().claim().unwrap().clone();
    app.send(Msg::Claim(ClaimMsg::RatingChosen(two, "half-true".to_owned())));
    keys(&mut app, &["Escape", "Escape"]);
    app
}

fn filter(app: &mut TestApp, text: &str) {
    let article = app.document().details().id.clone();
    app.send(Msg::Typed(Field::Filter(article), text.to_owned()));
}

fn shown(workspace: &Workspace) -> Vec<&str> {
    let cards = workspace.page().unwrap().sections.iter().flat_map(|section| &section.cards);
    cards
        .filter(|card| matches_filter(card, workspace.filter()))
        .map(|card| card.quote.as_str())
        .collect()
}

#[test]
fn every_word_of_the_filter_is_looked_for_in_words_tags_notes_and_numbers() {
    let mut app = app();
    for (text, quotes) in [
        ("", ["Rents rose", "Wages fell", "2%"].as_slice()),
        ("  ", &["Rents rose", "Wages fell", "2%"]),
        ("RENTS", &["Rents rose", "Wages fell"]),
        ("rents quantity", &["Rents rose"]),
        ("äpfel", &["Wages fell"]),
        ("ÄPFEL wages", &["Wages fell"]),
        ("3", &["2%"]),
        ("to check", &["Rents rose", "Wages fell", "2%"]),
        ("half", &["2%"]),
        ("minister", &["Rents rose"]),
        ("nothing of that", &[]),
    ] {
        filter(&mut app, text);
        assert_eq!(shown(app.workspace()), quotes, "{text:?}");
    }
}

#[test]
fn going_from_claim_to_claim_passes_over_what_the_filter_hides() {
    let mut app = app();
    filter(&mut app, "rose");
    keys(&mut app, &["n"]);
    let claim = app.workspace().session().claim().cloned();
    keys(&mut app, &["n"]);
    assert_eq!(app.workspace().session().claim(), claim.as_ref());
    filter(&mut app, "");
    keys(&mut app, &["n"]);
    assert_ne!(app.workspace().session().claim(), claim.as_ref());
}

#[test]
fn the_filter_of_each_article_is_there_again_after_a_reload() {
    let mut app = app();
    filter(&mut app, "wages");
    let mut again = app.reopened_with_journal();
    assert_eq!(again.workspace().filter(), "wages");
    again.paste("Other news\nNobody asked.");
    assert_eq!(again.workspace().filter(), "");
}

#[test]
fn a_key_goes_to_the_filter() {
    let mut app = app();
    keys(&mut app, &["h"]);
    let effects = keys(&mut app, &["/"]);
    assert_eq!(effects, [Effect::Focus(FocusTarget::Filter)]);
    assert_eq!((app.workspace().panel(), app.workspace().drawer()), (Panel::Claims, Drawer::Open));
}

#[test]
fn a_part_is_found_wherever_it_stands() {
    for (text, part, is_there) in [
        ("aab", "ab", true),
        ("ab", "aab", false),
        ("", "", true),
        ("", "a", false),
        ("ΣΊΣΥΦΟΣ", "ίσυ", false),
        ("МОСКВА", "скв", true),
        ("naïve", "ÏV", true),
    ] {
        assert_eq!(contains_ignore_case(text, part), is_there, "{text} {part}");
    }
}
