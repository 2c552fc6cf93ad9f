//! The filter of the claims.

use claimlight::{
    app::{
        Command, Desk, Effect, Field, FocusOn, Msg, Panel, Sheet, WorkField, WorkMsg, view::fits,
    },
    text::has_but_for_case,
};

use crate::{
    desk_keys::{keys, rents},
    world::World,
};

/// Rents with three claims: "Rents rose" (quantity), "Wages fell" (no tag, with a note) and "2%".
fn world() -> World {
    let mut world = rents();
    let rents = world.mark("Rents rose", "quantity");
    let role = "Minister".to_owned();
    world.send(Msg::Work(WorkMsg::Typed(rents, WorkField::ClaimantRole, role)));
    world.select("Wages fell");
    world.send(Msg::Commanded(Command::Mark));
    let wages = world.desk().session().claim().unwrap().clone();
    world.send(Msg::NoteTyped(wages, "Äpfel, not rents".to_owned()));
    world.select("2%");
    world.send(Msg::Commanded(Command::Mark));
    let two = world.desk().session().claim().unwrap().clone();
    world.send(Msg::Work(WorkMsg::RatingChosen(two, "half-true".to_owned())));
    keys(&mut world, &["Escape", "Escape"]);
    world
}

fn filter(world: &mut World, text: &str) {
    let article = world.document().details().id.clone();
    world.send(Msg::Typed(Field::Filter(article), text.to_owned()));
}

fn shown(desk: &Desk) -> Vec<&str> {
    let cards = desk.page().unwrap().sections.iter().flat_map(|section| &section.cards);
    cards.filter(|card| fits(card, desk.filter())).map(|card| card.quote.as_str()).collect()
}

#[test]
fn every_word_of_the_filter_is_looked_for_in_words_tags_notes_and_numbers() {
    let mut world = world();
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
        filter(&mut world, text);
        assert_eq!(shown(world.desk()), quotes, "{text:?}");
    }
}

#[test]
fn going_from_claim_to_claim_passes_over_what_the_filter_hides() {
    let mut world = world();
    filter(&mut world, "rose");
    keys(&mut world, &["n"]);
    let claim = world.desk().session().claim().cloned();
    keys(&mut world, &["n"]);
    assert_eq!(world.desk().session().claim(), claim.as_ref());
    filter(&mut world, "");
    keys(&mut world, &["n"]);
    assert_ne!(world.desk().session().claim(), claim.as_ref());
}

#[test]
fn the_filter_of_each_article_is_there_again_after_a_reload() {
    let mut world = world();
    filter(&mut world, "wages");
    let mut again = world.reopened_with_journal();
    assert_eq!(again.desk().filter(), "wages");
    again.paste("Other news\nNobody asked.");
    assert_eq!(again.desk().filter(), "");
}

#[test]
fn a_key_goes_to_the_filter() {
    let mut world = world();
    keys(&mut world, &["h"]);
    let effects = keys(&mut world, &["/"]);
    assert_eq!(effects, [Effect::Focus(FocusOn::Filter)]);
    assert_eq!((world.desk().panel(), world.desk().sheet()), (Panel::Claims, Sheet::Open));
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
        assert_eq!(has_but_for_case(text, part), is_there, "{text} {part}");
    }
}
