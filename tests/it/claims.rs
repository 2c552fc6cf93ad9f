//! Working on claims: tags, notes, deleting.

use claimlight::{
    app::{Effect, Msg},
    id::TagId,
    storage::{Key, Write},
};

use crate::test_app::TestApp;

pub(crate) fn tag(id: &str) -> TagId {
    TagId::new(id).unwrap()
}

pub(crate) fn writes(effects: &[Effect]) -> Vec<&Write> {
    let batches: Vec<_> = effects
        .iter()
        .filter_map(|effect| {
            let Effect::Save(batch) = effect else { return None };
            Some(&batch.writes)
        })
        .collect();
    assert!(batches.len() <= 1, "one act is one batch");
    // What the page remembers of the person's place is no part of the act.
    let is_act = |write: &&Write| !matches!(write.key, Key::Setting(_));
    batches.into_iter().flatten().filter(is_act).collect()
}

/// An act that writes one record, the claim's, and that undo and redo take back and do again,
/// on screen and in the stores.
#[track_caller]
pub(crate) fn check(
    app: &mut TestApp,
    action: impl FnOnce(&mut TestApp) -> Vec<Effect>,
    records: usize,
) {
    let (before, stored) = (app.export(), app.stored());
    let effects = action(app);
    assert_eq!(writes(&effects).len(), records, "records written");
    let after = app.export();
    assert_ne!(after, before);
    app.check_stored();
    for _ in 0..2 {
        app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
        assert_eq!(app.export(), before);
        assert_eq!(app.stored(), stored);
        app.send(Msg::CommandInvoked(claimlight::app::Command::Redo));
        assert_eq!(app.export(), after);
        app.check_stored();
    }
}

pub(crate) fn marked() -> TestApp {
    let mut app = TestApp::new();
    app.mark("approximately 100,000 troops", "quantity");
    app
}

#[test]
fn tags_go_on_and_off() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    check(&mut app, |app| app.send(Msg::TagChosen(tag("event"))), 1);
    check(&mut app, |app| app.send(Msg::TagChosen(tag("quantity"))), 1);
    assert_eq!(app.document().claim(&claim).unwrap().tags, [tag("event")]);
    check(&mut app, |app| app.send(Msg::TagRemoved(claim.clone(), tag("event"))), 1);
    assert!(app.document().claim(&claim).unwrap().tags.is_empty());
}

#[test]
fn taking_a_tag_that_a_claim_does_not_have_is_nothing() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    let before = app.export();
    app.send(Msg::TagRemoved(claim, tag("event")));
    assert_eq!(app.export(), before);
}

#[test]
fn a_new_tag_is_made_with_its_name_and_goes_with_it() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    let named = |label: &str| Msg::TagNamed(claim.clone(), label.to_owned());
    check(&mut app, |app| app.send(named("  Größe  (UK) ")), 2);
    let made = app.document().tags().last().copied().cloned().unwrap();
    assert_eq!((made.label.as_str(), made.id.as_str()), ("Größe (UK)", "gr-e-uk"));
    assert_eq!(made.key.map(claimlight::claim::Digit::get), Some(9), "the first free key");
    check(&mut app, |app| app.send(named("PREDICTION")), 1);
    assert_eq!(app.document().tags().len(), 9, "a known name makes no new tag");
    for nothing in ["größe (uk)", "prediction", "", "  "] {
        assert_eq!(app.send(named(nothing)), [], "{nothing:?}");
    }
}

#[test]
fn two_tags_with_names_without_latin_letters_are_two() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    for label in ["שלום", "台灣", "tag"] {
        app.send(Msg::TagNamed(claim.clone(), label.to_owned()));
    }
    let tags = &app.document().claim(&claim).unwrap().tags;
    assert_eq!(tags[1..], ["tag", "tag-2", "tag-3"].map(tag));
    app.check_stored();
}

#[test]
fn typing_a_note_is_one_step_until_a_pause() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    let before = app.export();
    let typed = |text: &str| Msg::NoteTyped(claim.clone(), text.to_owned());
    for text in ["S", "Se", "See"] {
        let effects = app.send_after(300, typed(text));
        assert_eq!(writes(&effects).len(), 1);
        app.check_stored();
    }
    let first = app.export();
    app.send_after(1500, typed("See table 4."));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!(app.export(), first);
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!(app.export(), before);
    assert_eq!(app.document().claim_count(), 1);
    app.send(Msg::CommandInvoked(claimlight::app::Command::Redo));
    assert_eq!(app.export(), first);
    app.check_stored();
}

#[test]
fn leaving_the_note_ends_the_step() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    app.send_after(100, Msg::NoteTyped(claim.clone(), "a".to_owned()));
    app.send_after(100, Msg::FieldLeft);
    app.send_after(100, Msg::NoteTyped(claim.clone(), "ab".to_owned()));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Undo));
    assert_eq!(app.document().claim(&claim).unwrap().note, "a");
}

#[test]
fn deleting_is_taken_back_with_all_that_was_on_the_claim() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    app.send(Msg::NoteTyped(claim.clone(), "A note".to_owned()));
    check(&mut app, |app| app.send(Msg::ClaimDeleted(claim)), 1);
    assert_eq!(app.selected(), None);
}

#[test]
fn a_number_is_not_given_again_after_its_claim_is_deleted() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    app.send(Msg::ClaimDeleted(claim));
    let mut app = app.reopened();
    let next = app.mark("30,000 troops", "quantity");
    assert_eq!(app.document().claim(&next).unwrap().number, 2);
}
