use super::{Book, Change, Claim, Comparison, Line};
use std::collections::BTreeMap;

fn claim(note: &str) -> Claim {
    let tags = std::iter::once("quantity".to_owned()).collect();
    Claim { quote: "Taxes fell".to_owned(), tags, note: note.to_owned() }
}

fn change(id: Option<&str>, note: Option<&str>) -> Change {
    Change { id: id.map(str::to_owned), after: note.map(claim) }
}

fn claims(found: &[(&str, &str)]) -> BTreeMap<String, Claim> {
    found.iter().map(|(id, note)| ((*id).to_owned(), claim(note))).collect()
}

/// The page saved a new claim and a note on it; then the script issued `changes`.
fn book(changes: &[(Option<&str>, Option<&str>)]) -> Book {
    let mut book = Book::default();
    let made = book.issue(change(None, Some("")));
    book.made(made, "a");
    book.acknowledge(made);
    let noted = book.issue(change(Some("a"), Some("Ask.")));
    book.acknowledge(noted);
    for (id, note) in changes {
        book.issue(change(*id, *note));
    }
    book
}

#[track_caller]
fn check(mut book: Book, found: &[(&str, &str)], lost: usize, strange: usize) {
    let shown = book.compare(&claims(found), Line::Saved);
    assert_eq!((shown.lost, shown.strange), (lost, strange));
    assert_eq!(shown.examples.is_empty(), lost + strange == 0);
    let again = book.compare(&claims(found), Line::Saved);
    assert_eq!(again, Comparison::default(), "each loss counts once");
    assert_eq!(book.acknowledged(), 2);
}

#[test]
fn all_that_was_acknowledged_is_there() {
    check(book(&[]), &[("a", "Ask.")], 0, 0);
}

#[test]
fn each_acknowledged_change_that_is_gone_is_lost() {
    check(book(&[]), &[("a", "")], 1, 0);
    check(book(&[]), &[], 2, 0);
}

#[test]
fn a_change_under_way_may_be_there_or_not() {
    let noted = || book(&[(Some("a"), Some("Ask them."))]);
    check(noted(), &[("a", "Ask.")], 0, 0);
    check(noted(), &[("a", "Ask them.")], 0, 0);
    check(noted(), &[("a", "Ask th")], 0, 0);
    let deleted = || book(&[(Some("a"), None)]);
    check(deleted(), &[], 0, 0);
    check(deleted(), &[("a", "Ask.")], 0, 0);
    let made = || book(&[(None, Some(""))]);
    check(made(), &[("a", "Ask."), ("b", "")], 0, 0);
}

#[test]
fn a_change_under_way_excuses_nothing_else() {
    check(book(&[(Some("b"), None)]), &[], 2, 0);
    check(book(&[(Some("a"), Some("Ask them."))]), &[], 2, 0);
}

#[test]
fn what_nobody_has_asked_for_is_strange() {
    check(book(&[]), &[("a", "Ask."), ("b", "")], 0, 1);
    check(book(&[]), &[("a", "Asked?")], 2, 1);
    let made = book(&[(None, Some(""))]);
    check(made, &[("a", "Ask."), ("b", ""), ("c", "")], 0, 1);
}

#[test]
fn any_of_several_changes_under_way_may_be_the_last_one_there() {
    let several = || {
        book(&[
            (Some("a"), Some("Call.")),
            (Some("b"), Some("See.")),
            (Some("a"), None),
            (None, Some("")),
        ])
    };
    check(several(), &[("a", "Ask.")], 0, 0);
    check(several(), &[("a", "Call."), ("b", "See.")], 0, 0);
    check(several(), &[("b", "Se"), ("c", "")], 0, 0);
    check(several(), &[("a", "Ca"), ("c", "")], 0, 0);
    check(several(), &[], 0, 0);
    check(several(), &[("a", "")], 1, 0);
    check(several(), &[("a", "Ask."), ("b", "Called?")], 0, 1);
}

#[test]
fn an_acknowledged_change_acknowledges_all_before_it() {
    let mut book = book(&[(Some("a"), Some("Call.")), (None, Some("See.")), (Some("a"), None)]);
    assert_eq!(book.issued(), 5);
    book.made(4, "b");
    book.acknowledge(4);
    assert_eq!((book.acknowledged(), book.claims()), (4, 2));
    let shown = book.compare(&claims(&[("a", "Ask.")]), Line::Saved);
    assert_eq!((shown.lost, shown.strange), (2, 0));
}

#[test]
fn a_claim_that_is_still_unknown_is_not_acknowledged() {
    let mut book = book(&[(None, Some("See."))]);
    book.acknowledge(3);
    assert_eq!(book.acknowledged(), 2);
    check(book, &[("a", "Ask."), ("b", "See.")], 0, 0);
}

#[test]
fn changes_stay_under_way_until_a_restart_calls_them_saved() {
    let mut book = book(&[(Some("a"), Some("Call.")), (None, Some(""))]);
    for found in [&[("a", "Call."), ("b", "")][..], &[("a", "Ask.")]] {
        assert_eq!(book.compare(&claims(found), Line::Other), Comparison::default());
    }
    check(book, &[("a", "Call.")], 0, 0);
}

#[test]
fn a_page_that_starts_again_acknowledges_only_what_it_shows_and_changes() {
    let mut book = book(&[(Some("a"), Some("Call.")), (None, Some("")), (Some("a"), None)]);
    book.begin();
    book.take_up(&claims(&[("a", "Ca")]));
    let noted = book.issue(change(Some("c"), Some("")));
    book.acknowledge(noted);
    assert_eq!(book.acknowledged(), 4, "the note in part, and the last change");
    assert_eq!(book.compare(&claims(&[("a", "Ca"), ("c", "")]), Line::Other).lost, 0);
    assert_eq!(book.compare(&claims(&[("a", "Ca"), ("b", ""), ("c", "")]), Line::Other).strange, 0);
    assert_eq!(book.compare(&claims(&[("a", "Ask."), ("c", "")]), Line::Other).lost, 1);
}

#[test]
fn an_old_copy_that_was_changed_is_merged_with_what_was_saved_before() {
    let tagged = |tags: &[&str], note: &str| Claim {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..claim(note)
    };
    let shown = |claim: &Claim| BTreeMap::from([("a".to_owned(), claim.clone())]);
    let book = || {
        let mut book = book(&[]);
        let saved = tagged(&["event"], "Call.");
        let number = book.issue(Change { id: Some("a".to_owned()), after: Some(saved) });
        book.acknowledge(number);
        book.begin();
        book.take_up(&shown(&claim("Ask.")));
        let changed = tagged(&["quantity", "law"], "Ask.");
        let number = book.issue(Change { id: Some("a".to_owned()), after: Some(changed) });
        book.acknowledge(number);
        book
    };
    let merged = book().compare(&shown(&tagged(&["event", "law"], "Call.")), Line::Saved);
    assert_eq!(merged, Comparison::default());
    for lost in [tagged(&["event"], "Call."), claim("Ask."), tagged(&["law"], "Ask.")] {
        assert_ne!(book().compare(&shown(&lost), Line::Saved).lost, 0, "{}", lost.described());
    }
}
