//! Selecting words and marking them.

use claimlight::{
    app::{Bar, Edges, Effect, Msg, Session},
    article::{Kind, Place, Span},
    text::ByteOffset,
};

use crate::{
    claims::{check, marked, tag, writes},
    rich,
    world::World,
};

#[test]
fn selected_words_are_marked_with_a_tag() {
    let mut world = World::new();
    world.select("approximately 100,000 troops");
    let effects = world.send(Msg::TagChosen(tag("quantity")));
    let written = writes(&effects);
    assert_eq!(written.len(), 1);
    let claim = world.selected().expect("the new claim is selected");
    let key = format!("claimlight/1/claim/{}/{claim}", world.article());
    assert_eq!(written[0].key.to_string(), key);
    assert!(effects.contains(&Effect::DropSelection));
    assert_eq!(world.quotes(), ["approximately 100,000 troops"]);
    let claim = world.document().claim(&claim).unwrap();
    assert_eq!(claim.created, claim.modified);
    assert_eq!((claim.number, claim.tags.as_slice()), (1, [tag("quantity")].as_slice()));
}

#[test]
fn the_positions_of_a_claim_are_as_the_contract_shows_them() {
    let file: serde_json::Value = serde_json::from_str(&marked().export()).unwrap();
    let claim = &file["claims"][0];
    assert_eq!(claim["position"]["codePoint"], serde_json::json!([853, 881]));
    assert_eq!(claim["position"]["utf16"], serde_json::json!([853, 881]));
    assert_eq!(claim["position"]["utf8"], serde_json::json!([853, 881]));
    assert_eq!((&claim["block"], &claim["paragraph"]), (&"b7".into(), &5.into()));
    assert_eq!(claim["prefix"], "which accuses Moscow of massing ");
}

#[test]
fn marking_is_taken_back() {
    check(
        &mut World::new(),
        |world| {
            world.select("100,000 troops");
            world.send(Msg::TagChosen(tag("event")))
        },
        1,
    );
    check(
        &mut World::new(),
        |world| {
            world.select("100,000 troops");
            world.send(Msg::Commanded(claimlight::app::Command::Mark))
        },
        1,
    );
}

#[test]
fn overlapping_nested_and_equal_claims_are_all_kept() {
    let mut world = marked();
    for words in [
        "100,000 troops around",
        "100,000",
        "approximately 100,000 troops",
        "Moscow of massing approximately",
    ] {
        check(
            &mut world,
            |world| {
                world.select(words);
                world.send(Msg::Commanded(claimlight::app::Command::Mark))
            },
            1,
        );
    }
    assert_eq!(world.document().claim_count(), 5);
    let numbers: Vec<u32> = world.document().claims().map(|claim| claim.number).collect();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1, 2, 3, 4, 5], "{numbers:?}");
}

#[test]
fn a_claim_across_blocks_is_kept() {
    check(
        &mut World::new(),
        |world| {
            world.select("began on Thursday.\nThey would");
            world.send(Msg::Commanded(claimlight::app::Command::Mark))
        },
        1,
    );
}

#[test]
fn a_half_covered_word_is_taken_whole_unless_the_person_wants_it_exact() {
    let span = |world: &World| world.find("pproximately 100,0", 0);
    let mut world = World::new();
    let selected = span(&world);
    world.send(Msg::TextSelected { span: selected.clone(), edges: Edges::Words });
    world.send(Msg::Commanded(claimlight::app::Command::Mark));
    world.send(Msg::TextSelected { span: selected.clone(), edges: Edges::Exact });
    world.send(Msg::Commanded(claimlight::app::Command::Mark));
    world.send(Msg::Commanded(claimlight::app::Command::Exact));
    world.send(Msg::TextSelected { span: selected, edges: Edges::Words });
    world.send(Msg::Commanded(claimlight::app::Command::Mark));
    let quotes = ["approximately 100,000", "pproximately 100,0", "pproximately 100,0"];
    assert_eq!(world.quotes(), quotes);
    world.check_stored();
}

#[test]
fn a_selection_that_covers_nothing_selects_nothing() {
    let mut world = World::new();
    world.select("100,000 troops");
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Shown, .. }));
    let place = Place { block: rich::block("b1"), offset: ByteOffset::new(6) };
    let mut end = place.clone();
    end.offset = ByteOffset::new(7);
    world.send(Msg::TextSelected { span: Span { start: place, end }, edges: Edges::Words });
    assert_eq!(world.desk().session(), &Session::Reading);
    assert_eq!(world.send(Msg::Commanded(claimlight::app::Command::Mark)), []);
    world.select("100,000 troops");
    world.send(Msg::SelectionGone);
    assert_eq!(world.desk().session(), &Session::Reading);
}

#[test]
fn a_selection_in_no_block_of_the_article_is_nothing() {
    let mut world = World::new();
    let place = |at| Place { block: rich::block("nowhere"), offset: ByteOffset::new(at) };
    world.send(Msg::TextSelected {
        span: Span { start: place(0), end: place(3) },
        edges: Edges::Exact,
    });
    assert_eq!(world.desk().session(), &Session::Reading);
}

#[test]
fn what_is_asked_of_claims_that_are_not_there_is_nothing() {
    let mut world = World::new();
    let gone = claimlight::id::ClaimId::new("gone").unwrap();
    for msg in [
        Msg::ClaimDeleted(gone.clone()),
        Msg::NoteTyped(gone.clone(), "a".to_owned()),
        Msg::TagNamed(gone.clone(), "New".to_owned()),
        Msg::TagRemoved(gone.clone(), tag("event")),
        Msg::ClaimPicked { claim: gone, from: claimlight::app::PickedIn::List },
        Msg::KindChosen(rich::block("nowhere"), Kind::Other),
        Msg::Commanded(claimlight::app::Command::Mark),
        Msg::TagChosen(tag("event")),
    ] {
        assert_eq!(world.send(msg.clone()), [], "{msg:?}");
    }
    assert!(!world.desk().can_undo());
}
