//! Selecting words and marking them.

use claimlight::{
    app::{Effect, Mode, Msg, Snap, Toolbar},
    article::{Kind, Position, Span},
    text::ByteOffset,
};

use crate::{
    claims::{check, marked, tag, writes},
    fixtures,
    test_app::TestApp,
};

#[test]
fn selected_words_are_marked_with_a_tag() {
    let mut app = TestApp::new();
    app.select("approximately 100,000 troops");
    let effects = app.send(Msg::TagChosen(tag("quantity")));
    let written = writes(&effects);
    assert_eq!(written.len(), 1);
    let claim = app.selected().expect("the new claim is selected");
    let key = format!("claimlight/1/claim/{}/{claim}", app.article());
    assert_eq!(written[0].key.to_string(), key);
    assert!(effects.contains(&Effect::ClearSelection));
    assert_eq!(app.quotes(), ["approximately 100,000 troops"]);
    let claim = app.document().claim(&claim).unwrap();
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
        &mut TestApp::new(),
        |app| {
            app.select("100,000 troops");
            app.send(Msg::TagChosen(tag("event")))
        },
        1,
    );
    check(
        &mut TestApp::new(),
        |app| {
            app.select("100,000 troops");
            app.send(Msg::CommandInvoked(claimlight::app::Command::Mark))
        },
        1,
    );
}

#[test]
fn overlapping_nested_and_equal_claims_are_all_kept() {
    let mut app = marked();
    for words in [
        "100,000 troops around",
        "100,000",
        "approximately 100,000 troops",
        "Moscow of massing approximately",
    ] {
        check(
            &mut app,
            |app| {
                app.select(words);
                app.send(Msg::CommandInvoked(claimlight::app::Command::Mark))
            },
            1,
        );
    }
    assert_eq!(app.document().claim_count(), 5);
    let numbers: Vec<u32> = app.document().claims().map(|claim| claim.number).collect();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1, 2, 3, 4, 5], "{numbers:?}");
}

#[test]
fn a_claim_across_blocks_is_kept() {
    check(
        &mut TestApp::new(),
        |app| {
            app.select("began on Thursday.\nThey would");
            app.send(Msg::CommandInvoked(claimlight::app::Command::Mark))
        },
        1,
    );
}

#[test]
fn a_half_covered_word_is_taken_whole_unless_the_person_wants_it_exact() {
    let span = |app: &TestApp| app.find("pproximately 100,0", 0);
    let mut app = TestApp::new();
    let selected = span(&app);
    app.send(Msg::TextSelected { span: selected.clone(), edges: Snap::Words });
    app.send(Msg::CommandInvoked(claimlight::app::Command::Mark));
    app.send(Msg::TextSelected { span: selected.clone(), edges: Snap::None });
    app.send(Msg::CommandInvoked(claimlight::app::Command::Mark));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Exact));
    app.send(Msg::TextSelected { span: selected, edges: Snap::Words });
    app.send(Msg::CommandInvoked(claimlight::app::Command::Mark));
    let quotes = ["approximately 100,000", "pproximately 100,0", "pproximately 100,0"];
    assert_eq!(app.quotes(), quotes);
    app.check_stored();
}

#[test]
fn a_selection_that_covers_nothing_selects_nothing() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::Shown, .. }));
    let place = Position { block: fixtures::block("b1"), offset: ByteOffset::new(6) };
    let mut end = place.clone();
    end.offset = ByteOffset::new(7);
    app.send(Msg::TextSelected { span: Span { start: place, end }, edges: Snap::Words });
    assert_eq!(app.workspace().session(), &Mode::Reading);
    assert_eq!(app.send(Msg::CommandInvoked(claimlight::app::Command::Mark)), []);
    app.select("100,000 troops");
    app.send(Msg::SelectionCleared);
    assert_eq!(app.workspace().session(), &Mode::Reading);
}

#[test]
fn a_selection_in_no_block_of_the_article_is_nothing() {
    let mut app = TestApp::new();
    let place = |at| Position { block: fixtures::block("nowhere"), offset: ByteOffset::new(at) };
    app.send(Msg::TextSelected {
        span: Span { start: place(0), end: place(3) },
        edges: Snap::None,
    });
    assert_eq!(app.workspace().session(), &Mode::Reading);
}

#[test]
fn what_is_asked_of_claims_that_are_not_there_is_nothing() {
    let mut app = TestApp::new();
    let gone = claimlight::id::ClaimId::new("gone").unwrap();
    for msg in [
        Msg::ClaimDeleted(gone.clone()),
        Msg::NoteTyped(gone.clone(), "a".to_owned()),
        Msg::TagNamed(gone.clone(), "New".to_owned()),
        Msg::TagRemoved(gone.clone(), tag("event")),
        Msg::ClaimSelected { claim: gone, from: claimlight::app::SelectionOrigin::List },
        Msg::BlockKindChanged(fixtures::block("nowhere"), Kind::Other),
        Msg::CommandInvoked(claimlight::app::Command::Mark),
        Msg::TagChosen(tag("event")),
    ] {
        assert_eq!(app.send(msg.clone()), [], "{msg:?}");
    }
    assert!(!app.workspace().can_undo());
}
