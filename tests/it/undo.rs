//! Undo and redo: what is one step.

use claimlight::{
    edit::{Act, Edit},
    history::History,
    id::ClaimId,
    stamp::Stamp,
};

use crate::rich;

/// Acts at these milliseconds come to so many steps.
#[track_caller]
fn check(acts: &[(&str, &str, u64)], steps: usize) {
    let mut history = History::default();
    for (act, claim, millis) in acts {
        let claim = ClaimId::new(claim).unwrap();
        let act = match *act {
            "note" => Act::NoteWritten(claim),
            "tag" => Act::TagGiven(claim),
            "leave" => {
                history.leave_field();
                continue;
            }
            other => panic!("{other}"),
        };
        let article = rich::document().details().id.clone();
        let edit = Edit { act, article, at: rich::time(0), changes: Vec::new() };
        let name = format!("{millis}");
        history.push(edit, name, Stamp { millis: *millis, seed: 0 });
    }
    let undone = std::iter::from_fn(|| history.last().is_some().then(|| history.undone())).count();
    assert_eq!(undone, steps);
    let redone = std::iter::from_fn(|| history.next().is_some().then(|| history.redone())).count();
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
    let act = Act::TagGiven(ClaimId::new("a").unwrap());
    let article = rich::document().details().id.clone();
    let edit = Edit { act, article, at: rich::time(0), changes: Vec::new() };
    let stamp = Stamp { millis: 0, seed: 0 };
    assert_eq!(history.push(edit.clone(), "one".to_owned(), stamp), "one");
    history.undone();
    assert!(history.last().is_none() && history.next().is_some());
    assert_eq!(history.push(edit, "two".to_owned(), stamp), "two");
    assert!(history.last().is_some() && history.next().is_none());
}
