//! What two tabs write of one thing at the same time: both are kept, and either can be taken.

use claimlight::{
    app::{Command, Msg, StoresMsg, WorkField, WorkMsg},
    claim::Status,
    saved::Other,
};

use crate::tabs::Browser;

/// Two tabs that have typed a note each for the same claim, before either heard of the other.
fn contested() -> (Browser, Other) {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.act(1, Msg::NoteTyped(claim, "two".to_owned()));
    browser.check_agreement();
    let others = browser.desk(0).contested();
    assert_eq!(others, browser.desk(1).contested(), "both tabs know");
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!((other.member.as_str(), other.value.as_str()), ("note", Some("one")));
    (browser, other.clone())
}

fn note(browser: &Browser, at: usize) -> String {
    let claim = browser.claim(at, 0).expect("a claim");
    browser.desk(at).document().unwrap().claim(&claim).unwrap().note.clone()
}

#[test]
fn the_later_words_are_shown_and_the_others_can_be_taken() {
    let (mut browser, other) = contested();
    assert_eq!(note(&browser, 0), "two");
    browser.act(0, Msg::Stores(StoresMsg::OtherTaken(other)));
    browser.check_agreement();
    for at in 0..2 {
        assert_eq!(note(&browser, at), "one");
        let others = browser.desk(at).contested();
        assert_eq!(others[0].value.as_str(), Some("two"), "the shown one became the other");
    }
}

#[test]
fn what_is_shown_can_be_kept() {
    let (mut browser, other) = contested();
    browser.act(1, Msg::Stores(StoresMsg::OtherDropped(other)));
    browser.check_agreement();
    for at in 0..2 {
        assert_eq!(note(&browser, at), "two");
        assert_eq!(browser.desk(at).contested(), []);
    }
}

#[test]
fn changes_of_different_members_are_no_matter() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.act(1, Msg::TagNamed(claim, "Event".to_owned()));
    browser.check_agreement();
    assert_eq!(browser.desk(0).contested(), []);
    assert_eq!(note(&browser, 1), "one");
}

#[test]
fn a_step_that_another_tab_has_changed_is_taken_back_at_the_second_press() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, Msg::NoteTyped(claim.clone(), "one".to_owned()));
    browser.check_agreement();
    browser.act(1, Msg::NoteTyped(claim, "two".to_owned()));
    browser.check_agreement();
    let undo = || Msg::Commanded(Command::Undo);
    assert!(!browser.act(0, undo()), "it is only told");
    assert_eq!(note(&browser, 0), "two");
    assert!(browser.desk(0).notice().expect("a notice").text.contains("another tab"));
    assert!(browser.act(0, undo()));
    browser.check_agreement();
    assert_eq!(note(&browser, 1), "");
}

#[test]
fn undo_takes_back_what_was_done_here_and_leaves_what_another_tab_did() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, Msg::Work(WorkMsg::StatusChosen(claim.clone(), Status::Verified)));
    browser.check_agreement();
    browser.act(1, Msg::NoteTyped(claim.clone(), "two".to_owned()));
    browser.check_agreement();
    for (command, status) in [(Command::Undo, Status::ToCheck), (Command::Redo, Status::Verified)] {
        assert!(browser.act(0, Msg::Commanded(command)), "at the first press");
        browser.check_agreement();
        for at in 0..2 {
            let document = browser.desk(at).document().unwrap();
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
        |field, text: &str| Msg::Work(WorkMsg::Typed(claim.clone(), field, text.to_owned()));
    let (who, reply) = ("press office Kyiv", "they had no comment");
    for end in 1..=who.len().max(reply.len()) {
        browser.act(0, typed(WorkField::ContactWho, who.get(..end).unwrap_or(who)));
        browser.act(1, typed(WorkField::ContactReply, reply.get(..end).unwrap_or(reply)));
    }
    browser.check_agreement();
    for at in 0..2 {
        let document = browser.desk(at).document().unwrap();
        let contact = document.claim(&claim).unwrap().contact.clone().expect("a contact");
        assert_eq!(contact.who.as_deref(), Some(who));
        assert_eq!(contact.reply.as_deref(), Some(reply));
        assert_eq!(browser.desk(at).contested(), []);
    }
    browser.act(0, typed(WorkField::ContactDue, "2026-11-24"));
    browser.act(1, typed(WorkField::ContactDue, "2026-11-25"));
    browser.check_agreement();
    let others = browser.desk(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(other.member, "contact");
    assert_eq!(other.words(), "press office Kyiv, 2026-11-24, they had no comment");
}

#[test]
fn how_far_somebody_had_typed_is_no_other_text() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, Msg::NoteTyped(claim.clone(), "o".to_owned()));
    browser.act(1, Msg::NoteTyped(claim.clone(), "two".to_owned()));
    browser.act(0, Msg::NoteTyped(claim, "one".to_owned()));
    browser.check_agreement();
    for other in browser.desk(0).contested() {
        assert_ne!(other.value.as_str(), Some("o"), "it is the beginning of another");
    }
}
