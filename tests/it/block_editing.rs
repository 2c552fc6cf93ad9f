//! Splitting, joining and correcting blocks: claims keep their words, and each is one step.

use claimlight::{
    app::{BlockEditMsg, Command, Dialog, Effect, FocusTarget, Msg, Snap},
    article::Kind,
    id::{BlockId, ClaimId},
    review::ReviewState,
};

use crate::test_app::TestApp;

pub(crate) const TEXT: &str =
    "Rents and taxes\nRents rose by 5 per cent. Taxes fell, they said.\nWages stood still.";

pub(crate) fn app() -> TestApp {
    let mut app = TestApp::new();
    app.paste(TEXT);
    app
}

pub(crate) fn block(id: &str) -> BlockId {
    BlockId::new(id).unwrap()
}

/// The texts of the blocks.
pub(crate) fn texts(app: &TestApp) -> Vec<String> {
    app.document().blocks().iter().map(|block| block.text.to_string()).collect()
}

pub(crate) fn split(app: &mut TestApp, words: &str) {
    let span = app.find(words, 0);
    let at = span.start.block.clone();
    app.send(Msg::TextSelected { span, edges: Snap::None });
    app.send(Msg::Repair(BlockEditMsg::Split(at)));
}

pub(crate) fn join(app: &mut TestApp, at: usize) {
    let id = app.document().blocks().at(at).unwrap().id.clone();
    app.send(Msg::Repair(BlockEditMsg::Joined(id)));
}

pub(crate) fn correct(app: &mut TestApp, at: usize, text: &str) {
    let id = app.document().blocks().at(at).unwrap().id.clone();
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(id)));
    app.send(Msg::Repair(BlockEditMsg::Typed(text.to_owned())));
    app.send(Msg::Repair(BlockEditMsg::Corrected));
}

/// What the words of a claim were, if it says so.
fn corrected(app: &TestApp, claim: &ClaimId) -> Option<String> {
    app.document().claim(claim).unwrap().previous_quote.clone()
}

/// Whether what was done is one step, which can be taken back and done again, also at the next
/// start.
#[track_caller]
fn check_step(mut app: TestApp, before: &str) {
    let after = app.export();
    assert_ne!(after, before);
    app.check_stored();
    app.undo();
    assert_eq!(app.export(), before, "taken back");
    app.check_stored();
    app.redo();
    assert_eq!(app.export(), after, "done again");
    app.check_stored();
    let mut next = app.reopened_with_journal();
    next.undo();
    assert_eq!(next.export(), before, "taken back at the next start");
    next.check_stored();
    next.redo();
    assert_eq!(next.export(), after, "done again at the next start");
    assert_eq!(next.workspace().notice(), None, "and nobody is asked twice");
    next.check_stored();
}

#[test]
fn a_split_moves_the_claims_with_their_words() {
    let mut app = app();
    app.mark("5 per cent", "quantity");
    app.mark("they said", "event");
    app.mark("cent. Taxes fell", "event");
    app.mark("Wages", "event");
    let before = app.export();
    split(&mut app, "Taxes fell");
    assert_eq!(texts(&app)[1..3], ["Rents rose by 5 per cent.", "Taxes fell, they said."]);
    assert_eq!(app.quotes(), ["5 per cent", "cent.\nTaxes fell", "they said", "Wages"]);
    assert!(app.document().claims().all(|claim| claim.previous_quote.is_none()));
    assert_eq!(app.workspace().current(), Some(&block("b2")));
    assert_eq!(app.effects.last(), Some(&Effect::Focus(FocusTarget::Block(1))));
    assert!(
        app.workspace().announcement().0.contains("split"),
        "{:?}",
        app.workspace().announcement()
    );
    check_step(app, &before);
}

#[test]
fn a_join_moves_the_claims_with_their_words() {
    let mut app = app();
    app.mark("Taxes fell, they said.\nWages stood", "event");
    let claim = app.mark("still", "event");
    let before = app.export();
    join(&mut app, 1);
    assert_eq!(texts(&app).len(), 2);
    assert_eq!(app.quotes(), ["Taxes fell, they said. Wages stood", "still"]);
    assert_eq!(app.selected(), Some(claim), "the claim that was worked on");
    check_step(app, &before);
}

#[test]
fn a_split_and_a_join_make_the_text_as_imported() {
    let mut app = app();
    app.mark("fell", "event");
    let before = app.export();
    split(&mut app, "Taxes fell");
    join(&mut app, 1);
    assert_eq!(app.export(), before);
    assert!(!app.document().blocks().is_edited());
    app.check_stored();
}

#[test]
fn a_correction_changes_no_words_of_claims_around_it() {
    let mut app = app();
    let claims = ["Rents rose", "5 per cent", "they said"].map(|it| app.mark(it, "event"));
    let before = app.export();
    correct(&mut app, 1, "Rents rose by just 5 per cent. Taxes fell a bit, they said.");
    assert_eq!(app.quotes(), ["Rents rose", "5 per cent", "they said"]);
    assert!(claims.iter().all(|claim| corrected(&app, claim).is_none()));
    check_step(app, &before);
}

#[test]
fn what_no_text_may_have_is_replaced_in_a_correction_as_where_texts_come_in() {
    let mut app = app();
    let before = app.export();
    correct(&mut app, 1, "Rents\0rose by 5 per cent.\n\0");
    let text = app.document().blocks().at(1).unwrap().text.to_string();
    assert_eq!(text, "Rents\u{fffd}rose by 5 per cent. \u{fffd}");
    check_step(app, &before);
}

#[test]
fn a_claim_whose_words_are_corrected_says_what_they_were() {
    let mut app = app();
    let claim = app.mark("5 per cent", "quantity");
    let inside = app.mark("they said", "event");
    let before = app.export();
    correct(&mut app, 1, "Rents rose by 6 percent. Taxes fell, they said.");
    assert_eq!(app.quotes(), ["6 percent", "they said"]);
    assert_eq!(corrected(&app, &claim).as_deref(), Some("5 per cent"));
    assert_eq!(corrected(&app, &inside), None);
    assert_eq!(app.workspace().announcement().0, "Text corrected. Words changed in 1 claim");
    let file = app.export();
    assert!(file.contains("\"corrected\": \"5 per cent\""), "{file}");
    let mut elsewhere = TestApp::new();
    elsewhere.open_file("work.json", &file);
    assert_eq!(elsewhere.export(), file, "as it was written");
    app.send(Msg::Repair(BlockEditMsg::QuoteChangeDismissed(claim.clone())));
    assert_eq!(corrected(&app, &claim), None);
    app.undo();
    assert_eq!(corrected(&app, &claim).as_deref(), Some("5 per cent"));
    check_step(app, &before);
}

#[test]
fn words_that_are_put_back_are_no_other_words() {
    let mut app = app();
    let claim = app.mark("5 per cent", "quantity");
    correct(&mut app, 1, "Rents rose by 6 per cent. Taxes fell, they said.");
    correct(&mut app, 1, "Rents rose by 7 per cent. Taxes fell, they said.");
    assert_eq!(corrected(&app, &claim).as_deref(), Some("5 per cent"), "the first ones");
    correct(&mut app, 1, "Rents rose by 5 per cent. Taxes fell, they said.");
    assert_eq!(corrected(&app, &claim), None);
    assert!(!app.document().blocks().is_edited());
}

#[test]
fn a_claim_whose_words_are_deleted_is_about_the_block() {
    let mut app = app();
    let claim = app.mark("Taxes fell", "event");
    let before = app.export();
    correct(&mut app, 1, "Rents rose by 5 per cent.");
    assert_eq!(app.quotes(), Vec::<String>::new());
    assert_eq!(corrected(&app, &claim).as_deref(), Some("Taxes fell"));
    let page = app.workspace().page().unwrap();
    let card = page.sections.iter().flat_map(|it| &it.cards).next().unwrap();
    assert_eq!((card.quote.as_str(), card.current_quote()), ("Taxes fell", None));
    check_step(app, &before);
}

#[test]
fn two_corrections_at_once_leave_what_is_between_them() {
    let mut app = app();
    let between = app.mark("by 5 per", "event");
    let over = app.mark("Rents rose by", "event");
    correct(&mut app, 1, "Rent rose by 5 per cant. Taxes fell, they said.");
    assert_eq!(corrected(&app, &between), None);
    assert_eq!(corrected(&app, &over).as_deref(), Some("Rents rose by"));
    assert_eq!(app.quotes(), ["Rent rose by", "by 5 per"]);
}

#[test]
fn the_kind_and_the_look_go_with_both_parts() {
    let mut app = app();
    app.mark("Taxes fell", "event");
    app.send(Msg::ReviewToggled(block("b2")));
    app.send(Msg::BlockKindChanged(block("b2"), Kind::Quotation));
    let before = app.export();
    split(&mut app, "Taxes fell");
    let blocks = app.document().blocks();
    let states = [1, 2].map(|at| {
        let block = blocks.at(at).unwrap();
        (block.kind, app.document().review(&block.id).map(|it| it.state))
    });
    // The ledger never contradicts the claims.
    let [first, second] = states;
    assert_eq!(first, (Kind::Quotation, Some(ReviewState::NothingToCheck)));
    assert_eq!(second, (Kind::Quotation, Some(ReviewState::Done)));
    join(&mut app, 1);
    assert_eq!(app.export(), before, "both had been looked at");
    join(&mut app, 1);
    assert_eq!(app.document().review(&block("b2")), None, "one of them had not");
    for _ in 0..3 {
        app.undo();
    }
    check_undone(&app, &before);
}

#[track_caller]
fn check_undone(app: &TestApp, before: &str) {
    assert_eq!(app.export(), before);
    app.check_stored();
}

#[test]
fn a_look_or_a_kind_is_taken_back_at_the_next_start_and_done_again() {
    let mut app = app();
    let before = app.export();
    app.send(Msg::BlockKindChanged(block("b2"), Kind::Quotation));
    check_step(app, &before);
}

#[test]
fn without_a_selection_or_a_next_block_it_is_said_how() {
    let mut app = app();
    let before = app.export();
    app.send(Msg::Repair(BlockEditMsg::Split(block("b2"))));
    assert!(app.workspace().notice().unwrap().text.contains("select"));
    app.send(Msg::Repair(BlockEditMsg::Joined(block("b3"))));
    assert!(app.workspace().notice().unwrap().text.contains("last"));
    correct(&mut app, 1, " \n ");
    let Some(Dialog::Correction { problem: Some(_), .. }) = app.workspace().window() else {
        panic!("{:?}", app.workspace().window())
    };
    assert_eq!(app.export(), before);
}

#[test]
fn keys_alone_split_and_correct() {
    let mut app = app();
    app.press("j");
    app.press("j");
    app.press("s");
    app.press("s");
    assert!(app.selected_span().is_some());
    app.press("b");
    app.send(Msg::BlockSelected(block("b2")));
    assert!(app.selected_span().is_some(), "the menu leaves the selection");
    app.send(Msg::CommandInvoked(Command::Split));
    assert_eq!(texts(&app)[2], "Taxes fell, they said.");
    app.send(Msg::CommandInvoked(Command::Correct));
    let Some(Dialog::Correction { text, .. }) = app.workspace().window() else {
        panic!("no window")
    };
    assert_eq!(text, "Rents rose by 5 per cent.");
}

#[test]
fn what_is_typed_is_there_at_the_next_start_until_it_is_taken() {
    let mut app = app();
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block("b3"))));
    app.send(Msg::Repair(BlockEditMsg::Typed("Wages rose".to_owned())));
    let mut next = app.reopened_with_journal();
    next.send(Msg::Repair(BlockEditMsg::CorrectAsked(block("b3"))));
    let Some(Dialog::Correction { text, .. }) = next.workspace().window() else {
        panic!("no window")
    };
    assert_eq!(text, "Wages rose");
    next.send(Msg::Repair(BlockEditMsg::Corrected));
    assert_eq!(texts(&next)[2], "Wages rose");
    let mut last = next.reopened_with_journal();
    last.send(Msg::Repair(BlockEditMsg::CorrectAsked(block("b3"))));
    last.send(Msg::Repair(BlockEditMsg::Dropped));
    assert_eq!(texts(&last)[2], "Wages rose");
}

#[test]
fn line_breaks_that_are_pasted_become_spaces() {
    let mut app = app();
    correct(&mut app, 2, "Wages\r\nstood \u{2028} still.  ");
    assert_eq!(texts(&app)[2], "Wages stood still.");
}

#[test]
fn a_draft_says_that_it_is_one_and_is_dropped_when_its_paragraph_is_repaired() {
    let mut app = TestApp::new();
    app.paste("Headline here\nTaxes fel. Rents rose.\nMore.");
    let block = app.document().blocks().at(1).unwrap().id.clone();
    let problem = |app: &TestApp| match app.workspace().window() {
        Some(Dialog::Correction { problem, text, .. }) => (*problem, text.clone()),
        other => panic!("{other:?}"),
    };
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block.clone())));
    app.send(Msg::Repair(BlockEditMsg::Typed("Taxes fell. Rents rose.".to_owned())));
    app.send(Msg::WindowClosed);
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block.clone())));
    assert!(problem(&app).0.is_some(), "it is told that it was not saved");
    assert_eq!(problem(&app).1, "Taxes fell. Rents rose.");
    app.send(Msg::WindowClosed);
    app.send(Msg::Repair(BlockEditMsg::Joined(block.clone())));
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block)));
    assert_eq!(problem(&app), (None, "Taxes fel. Rents rose. More.".to_owned()));
}

#[test]
fn a_paragraph_that_changed_meanwhile_is_replaced_at_the_second_press_alone() {
    let mut app = TestApp::new();
    app.paste("Headline here\nTaxes fel.\nMore.");
    let block = app.document().blocks().at(1).unwrap().id.clone();
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block.clone())));
    app.send(Msg::Repair(BlockEditMsg::Joined(block)));
    app.send(Msg::Repair(BlockEditMsg::Typed("Taxes fell.".to_owned())));
    app.send(Msg::Repair(BlockEditMsg::Corrected));
    assert_eq!(texts(&app)[1], "Taxes fel. More.", "nothing is replaced unseen");
    assert!(matches!(
        app.workspace().window(),
        Some(Dialog::Correction { problem: Some(_), text, .. }) if text == "Taxes fell."
    ));
    app.send(Msg::Repair(BlockEditMsg::Corrected));
    assert_eq!(texts(&app)[1], "Taxes fell.");
}
