//! What two tabs write of one thing at the same time: both are kept, and either can be taken.

use claimlight::{
    app::{ClaimField, ClaimMsg, Command, Msg, StorageMsg},
    claim::Status,
    storage::Conflict,
};

use crate::tabs::Browser;

/// Two tabs that have typed a note each for the same claim, before either heard of the other.
fn contested() -> (Browser, Conflict) {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.action(1, Msg::NoteTyped(claim, "two".to_owned()));
    browser.check_agreement();
    let others = browser.workspace(0).contested();
    assert_eq!(others, browser.workspace(1).contested(), "both tabs know");
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!((other.member.as_str(), other.value.as_str()), ("note", Some("one")));
    (browser, other.clone())
}

fn note(browser: &Browser, at: usize) -> String {
    let claim = browser.claim(at, 0).expect("a claim");
    browser.workspace(at).document().unwrap().claim(&claim).unwrap().note.clone()
}

#[test]
fn the_later_words_are_shown_and_the_others_can_be_taken() {
    let (mut browser, other) = contested();
    assert_eq!(note(&browser, 0), "two");
    browser.action(0, Msg::Storage(StorageMsg::ConflictAccepted(other)));
    browser.check_agreement();
    for at in 0..2 {
        assert_eq!(note(&browser, at), "one");
        let others = browser.workspace(at).contested();
        assert_eq!(others[0].value.as_str(), Some("two"), "the shown one became the other");
    }
}

#[test]
fn what_is_shown_can_be_kept() {
    let (mut browser, other) = contested();
    browser.action(1, Msg::Storage(StorageMsg::ConflictDismissed(other)));
    browser.check_agreement();
    for at in 0..2 {
        assert_eq!(note(&browser, at), "two");
        assert_eq!(browser.workspace(at).contested(), []);
    }
}

#[test]
fn changes_of_different_members_are_no_matter() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.action(1, Msg::TagNamed(claim, "Event".to_owned()));
    browser.check_agreement();
    assert_eq!(browser.workspace(0).contested(), []);
    assert_eq!(note(&browser, 1), "one");
}

#[test]
fn a_step_that_another_tab_has_changed_is_taken_back_at_the_second_press() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.check_agreement();
    browser.action(1, Msg::NoteTyped(claim, "two".to_owned()));
    browser.check_agreement();
    let undo = || Msg::CommandInvoked(Command::Undo);
    assert!(!browser.action(0, undo()), "it is only told");
    assert_eq!(note(&browser, 0), "two");
    assert!(browser.workspace(0).notice().expect("a notice").text.contains("Another tab"));
    assert!(browser.action(0, undo()));
    browser.check_agreement();
    assert_eq!(note(&browser, 1), "");
}

#[test]
fn undo_takes_back_what_was_done_here_and_leaves_what_another_tab_did() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, Msg::Claim(ClaimMsg::StatusChosen(claim.clone(), Status::Verified)));
    browser.check_agreement();
    browser.action(1, Msg::NoteTyped(claim.clone(), "two".to_owned()));
    browser.check_agreement();
    for (command, status) in [(Command::Undo, Status::ToCheck), (Command::Redo, Status::Verified)] {
        assert!(browser.action(0, Msg::CommandInvoked(command)), "at the first press");
        browser.check_agreement();
        for at in 0..2 {
            let document = browser.workspace(at).document().unwrap();
            assert_eq!(document.claim(&claim).unwrap().status, status);
            assert_eq!(note(&browser, at), "two");
        }
    }
}

#[test]
fn what_is_known_of_a_person_is_merged_member_by_member() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    let typed =
        |field, text: &str| Msg::Claim(ClaimMsg::Typed(claim.clone(), field, text.to_owned()));
    let (who, reply) = ("press office Kyiv", "they had no comment");
    for end in 1..=who.len().max(reply.len()) {
        browser.action(0, typed(ClaimField::ContactWho, who.get(..end).unwrap_or(who)));
        browser.action(1, typed(ClaimField::ContactReply, reply.get(..end).unwrap_or(reply)));
    }
    browser.check_agreement();
    for at in 0..2 {
        let document = browser.workspace(at).document().unwrap();
        let contact = document.claim(&claim).unwrap().contact.clone().expect("a contact");
        assert_eq!(contact.who.as_deref(), Some(who));
        assert_eq!(contact.reply.as_deref(), Some(reply));
        assert_eq!(browser.workspace(at).contested(), []);
    }
    browser.action(0, typed(ClaimField::ContactDue, "2026-11-24"));
    browser.action(1, typed(ClaimField::ContactDue, "2026-11-25"));
    browser.check_agreement();
    let others = browser.workspace(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(other.member, "contact");
    assert_eq!(other.words(), "press office Kyiv, 2026-11-24, they had no comment");
}

#[test]
fn how_far_somebody_had_typed_is_no_other_text() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, Msg::NoteTyped(claim.clone(), "o".to_owned()));
    browser.action(1, Msg::NoteTyped(claim.clone(), "two".to_owned()));
    browser.action(0, Msg::NoteTyped(claim, "one".to_owned()));
    browser.check_agreement();
    for other in browser.workspace(0).contested() {
        assert_ne!(other.value.as_str(), Some("o"), "it is the beginning of another");
    }
}
