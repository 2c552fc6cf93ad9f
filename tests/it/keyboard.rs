//! Reading by keys: the current block, the ledger, selecting.

use claimlight::{
    app::{Command, Effect, FocusMode, HintState, KeyPress, Mode, Msg, ScrollTo, Snap, Toolbar},
    review::ReviewState,
};

use crate::{
    claims::tag,
    test_app::{TestApp, press},
};

/// Presses keys one after the other; `^` stands for Shift.
pub(crate) fn keys(app: &mut TestApp, keys: &[&str]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys {
        let shift = key.starts_with('^');
        let press = KeyPress { shift, ..press(key.trim_start_matches('^')) };
        effects = app.send(Msg::KeyPressed(press));
    }
    effects
}

pub(crate) fn current(app: &TestApp) -> Option<usize> {
    app.document().blocks().position(app.workspace().current()?)
}

fn selected(app: &TestApp) -> String {
    let Mode::Selecting { span, .. } = app.workspace().session() else {
        panic!("nothing is selected")
    };
    span.text(app.document().blocks()).unwrap()
}

pub(crate) fn reviewed(app: &TestApp, position: usize) -> Option<ReviewState> {
    let block = app.document().blocks().at(position).unwrap();
    app.document().review(&block.id).map(|reviewed| reviewed.state)
}

const TEXT: &str = "Rents rise\nRents rose by 4% in May, the U.S. office said. Wages fell: by 2%.\n\
                    Nobody asked why.";

pub(crate) fn rents() -> TestApp {
    let mut app = TestApp::new();
    app.paste(TEXT);
    app
}

#[test]
fn the_current_block_goes_on_and_back_and_stays_at_the_ends() {
    let mut app = rents();
    assert_eq!(current(&app), None);
    for (key, position) in [("j", 0), ("j", 1), ("j", 2), ("j", 2), ("k", 1), ("k", 0), ("k", 0)] {
        let effects = keys(&mut app, &[key]);
        assert_eq!(current(&app), Some(position), "{key}");
        assert!(effects.contains(&Effect::ScrollTo(ScrollTo::Block(position))));
    }
}

#[test]
fn the_current_block_of_each_article_is_remembered() {
    let mut app = rents();
    let rents = app.article();
    keys(&mut app, &["j", "j"]);
    let other = app.paste("Taxes fall\nTaxes fell by 5%.");
    keys(&mut app, &["j"]);
    let mut app = app.reopened();
    assert_eq!((app.article(), current(&app)), (other, Some(0)));
    app.send(Msg::ArticlePicked(rents));
    assert_eq!(current(&app), Some(1));
}

#[test]
fn going_on_says_nothing_about_saving() {
    let mut app = rents();
    app.confirm();
    let before = app.workspace().save_state().clone();
    keys(&mut app, &["j"]);
    assert_eq!(*app.workspace().save_state(), before);
    assert!(app.found.local.keys().any(|key| key.contains("/setting/place-")));
}

#[test]
fn a_block_without_claims_has_nothing_to_check_and_one_with_claims_is_done() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "r"]);
    assert_eq!(reviewed(&app, 1), Some(ReviewState::NothingToCheck));
    keys(&mut app, &["r"]);
    assert_eq!(reviewed(&app, 1), None);
    keys(&mut app, &["s", "1", "r"]);
    assert_eq!(reviewed(&app, 1), Some(ReviewState::Done));
    assert_eq!(app.workspace().page().unwrap().block(1).unwrap().open, 1);
    app.check_stored();
}

#[test]
fn what_was_looked_at_follows_the_claims_and_undo_takes_both_back() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "r", "s", "1"]);
    assert_eq!(reviewed(&app, 1), Some(ReviewState::Done), "there was something to check");
    keys(&mut app, &["Delete"]);
    assert_eq!(reviewed(&app, 1), Some(ReviewState::NothingToCheck));
    for state in [ReviewState::Done, ReviewState::NothingToCheck] {
        app.send(Msg::CommandInvoked(Command::Undo));
        assert_eq!(reviewed(&app, 1), Some(state));
    }
    app.send(Msg::CommandInvoked(Command::Undo));
    assert_eq!(reviewed(&app, 1), None);
    app.check_stored();
}

#[test]
fn the_next_block_that_was_not_looked_at_is_found_around_the_end() {
    let mut app = rents();
    keys(&mut app, &["j", "r", "u"]);
    assert_eq!(current(&app), Some(1));
    keys(&mut app, &["u"]);
    assert_eq!(current(&app), Some(2));
    keys(&mut app, &["r", "u"]);
    assert_eq!(current(&app), Some(1), "from the start again");
    assert!(!app.workspace().page().unwrap().progress.is_complete());
    keys(&mut app, &["r", "u"]);
    assert!(app.workspace().page().unwrap().progress.is_complete());
    assert!(app.workspace().notice().unwrap().text.contains("has been reviewed"));
    let said = app.workspace().announcement().0.to_owned();
    assert!(said.contains("has been reviewed"), "{said}");
}

#[test]
fn headlines_and_others_are_counted_apart() {
    let mut app = TestApp::new();
    keys(&mut app, &["j", "r", "j", "r", "j", "r"]);
    let progress = app.workspace().page().unwrap().progress;
    assert_eq!((progress.reviewed, progress.paragraphs), (1, 15));
    assert_eq!((progress.others_reviewed, progress.others), (2, 5));
}

#[test]
fn sentences_clauses_and_words_are_selected_one_after_the_other() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s"]);
    let first = "Rents rose by 4% in May, the U.S. office said.";
    assert_eq!(selected(&app), first);
    keys(&mut app, &["s"]);
    assert_eq!(selected(&app), "Wages fell: by 2%.");
    keys(&mut app, &["s"]);
    assert_eq!(selected(&app), "Wages fell: by 2%.", "there is no further one");
    keys(&mut app, &["^S"]);
    assert_eq!(selected(&app), first);
    for words in ["Rents rose by 4% in May", "the U.S. office said", "Wages fell", "by 2%"] {
        keys(&mut app, &["l"]);
        assert_eq!(selected(&app), words);
    }
    keys(&mut app, &["w"]);
    assert_eq!(selected(&app), "by");
    keys(&mut app, &["w"]);
    assert_eq!(selected(&app), "2");
    keys(&mut app, &["p"]);
    assert_eq!(selected(&app), TEXT.lines().nth(1).unwrap());
}

#[test]
fn the_next_sentence_is_the_one_after_the_claim_that_was_just_marked() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s", "1", "s", "2"]);
    assert_eq!(app.quotes().len(), 2);
    assert_eq!(app.quotes()[1], "Wages fell: by 2%.");
}

#[test]
fn edges_move_by_words_and_by_characters_and_into_other_blocks() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s", "s", "ArrowLeft"]);
    assert_eq!(selected(&app), "Wages fell: by", "the full stop alone is no word");
    keys(&mut app, &["ArrowLeft", "ArrowLeft", "ArrowLeft"]);
    assert_eq!(selected(&app), "Wages", "something stays");
    keys(&mut app, &["o", "ArrowLeft", "ArrowLeft"]);
    assert_eq!(selected(&app), "office said. Wages");
    keys(&mut app, &["ArrowRight", "o", "ArrowRight"]);
    assert_eq!(selected(&app), "said. Wages fell");
    keys(&mut app, &["x", "ArrowRight", "o", "ArrowRight"]);
    assert_eq!(selected(&app), "aid. Wages fell:");
    assert_eq!(app.workspace().snap(), Snap::None);
    keys(&mut app, &["x", "p", "ArrowRight"]);
    assert!(selected(&app).ends_with("by 2%.\nNobody"));
}

#[test]
fn what_the_page_says_of_a_selection_by_keys_changes_nothing() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s", "ArrowLeft", "o"]);
    let before = app.workspace().session().clone();
    let Mode::Selecting { span, .. } = before.clone() else { panic!() };
    app.send(Msg::TextSelected { span, edges: Snap::Words });
    assert_eq!(*app.workspace().session(), before);
}

#[test]
fn a_tag_is_named_in_the_bar_and_the_page_selecting_its_field_takes_nothing() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s", "t"]);
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::TypingTag, .. }));
    app.send(Msg::SelectionCleared);
    app.send(Msg::TagInputCancelled);
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::Shown, .. }));
    keys(&mut app, &["t"]);
    app.send(Msg::SelectionTaggedByName("needs  Source".to_owned()));
    let claim = app.document().claims().next().unwrap();
    assert_eq!(claim.tags, [tag("needs-source")]);
    app.send(Msg::CommandInvoked(Command::Undo));
    assert_eq!((app.quotes().len(), app.document().tags().len()), (0, 8), "one step");
}

#[test]
fn hints_go_as_they_are_done_and_never_come_back() {
    let mut app = TestApp::new();
    assert_eq!(app.workspace().hints(), [HintState::Open; 3]);
    keys(&mut app, &["j", "s"]);
    assert_eq!(app.workspace().hints(), [HintState::Completing, HintState::Open, HintState::Open]);
    keys(&mut app, &["1", "r"]);
    assert_eq!(app.workspace().hints(), [HintState::Completing; 3]);
    assert_eq!(app.reopened().workspace().hints(), [HintState::Done; 3]);
}

#[test]
fn escape_backs_out_of_one_thing_after_the_other() {
    let mut app = rents();
    keys(&mut app, &["f", "j", "s", "1", "s", "Escape"]);
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::Closed, .. }));
    keys(&mut app, &["Escape"]);
    assert!(matches!(app.workspace().session(), Mode::Claim(_)));
    keys(&mut app, &["Escape"]);
    assert_eq!(*app.workspace().session(), Mode::Reading);
    assert_eq!(app.workspace().focus_mode(), FocusMode::On);
    keys(&mut app, &["Escape"]);
    assert_eq!(app.workspace().focus_mode(), FocusMode::Off);
}

#[test]
fn who_leaves_the_field_for_a_tag_leaves_the_selection() {
    let mut app = rents();
    keys(&mut app, &["j", "j", "s", "t"]);
    let effects = app.send(Msg::TagInputBlurred);
    assert_eq!(effects, [Effect::ClearSelection]);
    assert_eq!(*app.workspace().session(), Mode::Reading);
    keys(&mut app, &["1"]);
    assert!(app.quotes().is_empty());
    assert!(app.send(Msg::TagInputBlurred).is_empty());
}

#[test]
fn every_act_is_said() {
    let mut app = rents();
    for (pressed, said) in [
        ("j", "Headline, not reviewed. Rents rise"),
        ("r", "nothing to check. 0 of 2 paragraphs"),
        ("j", "Paragraph 1, not reviewed. Rents rose"),
        ("s", "Selected: Rents rose by 4% in May"),
        ("x", "Exact, by character"),
        ("x", "Whole words"),
        ("o", "Moving the start"),
        ("1", "Claim 1 marked, Quantity"),
        ("2", "Tag added: Quote"),
        ("2", "Tag removed: Quote"),
        ("f", "Focus mode on"),
        ("Delete", "Claim 1 deleted"),
        ("n", "Claim 1 deleted"),
        ("h", "Guidelines"),
    ] {
        keys(&mut app, &[pressed]);
        assert!(
            app.workspace().announcement().0.starts_with(said),
            "{pressed}: {}",
            app.workspace().announcement().0
        );
    }
    app.send(Msg::CommandInvoked(Command::Undo));
    assert_eq!(app.workspace().announcement().0, "Undone: claim deleted");
    app.send(Msg::CommandInvoked(Command::Redo));
    assert_eq!(app.workspace().announcement().0, "Redone: claim deleted");
    app.send(Msg::CommandInvoked(Command::Undo));
    keys(&mut app, &["Escape", "n"]);
    assert!(app.workspace().announcement().0.starts_with("[claim 1, Quantity] Rents rose"));
}
