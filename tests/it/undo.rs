//! Undo and redo: what is one step.

use claimlight::{
    edit::{Action, Edit},
    event_context::EventContext,
    id::ClaimId,
    undo_history::History,
};

use crate::fixtures;

/// Acts at these milliseconds come to so many steps.
#[track_caller]
fn check(acts: &[(&str, &str, u64)], steps: usize) {
    let mut history = History::default();
    for (action, claim, millis) in acts {
        let claim = ClaimId::new(claim).unwrap();
        let action = match *action {
            "note" => Action::NoteWritten(claim),
            "tag" => Action::TagAdded(claim),
            "leave" => {
                history.end_typing();
                continue;
            }
            other => panic!("{other}"),
        };
        let article = fixtures::document().details().id.clone();
        let edit = Edit { action, article, at: fixtures::time(0), changes: Vec::new() };
        let name = format!("{millis}");
        history.push(edit, name, EventContext { millis: *millis, entropy: 0 });
    }
    let undone =
        std::iter::from_fn(|| history.last().is_some().then(|| history.pop_undo())).count();
    assert_eq!(undone, steps);
    let redone =
        std::iter::from_fn(|| history.next().is_some().then(|| history.pop_redo())).count();
    assert_eq!(redone, steps);
}

#[test]
fn typing_on_in_a_note_is_one_step() {
    check(&[("note", "a", 0), ("note", "a", 900), ("note", "a", 1900)], 1);
}

#[test]
fn a_pause_of_more_than_a_second_begins_a_new_step() {
    check(&[("note", "a", 0), ("note", "a", 1001), ("note", "a", 2001)], 2);
}

#[test]
fn leaving_the_field_begins_a_new_step() {
    check(&[("note", "a", 0), ("leave", "a", 0), ("note", "a", 100)], 2);
}

#[test]
fn another_note_or_another_act_begins_a_new_step() {
    check(&[("note", "a", 0), ("note", "b", 100)], 2);
    check(&[("note", "a", 0), ("tag", "a", 100), ("note", "a", 200)], 3);
    check(&[("tag", "a", 0), ("tag", "a", 100)], 2);
}

#[test]
fn a_clock_that_was_set_back_does_not_begin_a_new_step() {
    check(&[("note", "a", 5000), ("note", "a", 10)], 1);
}

#[test]
fn an_act_after_undoing_forgets_what_was_undone() {
    let mut history = History::default();
    let action = Action::TagAdded(ClaimId::new("a").unwrap());
    let article = fixtures::document().details().id.clone();
    let edit = Edit { action, article, at: fixtures::time(0), changes: Vec::new() };
    let context = EventContext { millis: 0, entropy: 0 };
    assert_eq!(history.push(edit.clone(), "one".to_owned(), context), "one");
    history.pop_undo();
    assert!(history.last().is_none() && history.next().is_some());
    assert_eq!(history.push(edit, "two".to_owned(), context), "two");
    assert!(history.last().is_some() && history.next().is_none());
}
