use super::{Change, Claim, Comparison, Line, SaveOracle};
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
fn oracle(changes: &[(Option<&str>, Option<&str>)]) -> SaveOracle {
    let mut oracle = SaveOracle::default();
    let made = oracle.issue(change(None, Some("")));
    oracle.made(made, "a");
    oracle.acknowledge(made);
    let noted = oracle.issue(change(Some("a"), Some("Ask.")));
    oracle.acknowledge(noted);
    for (id, note) in changes {
        oracle.issue(change(*id, *note));
    }
    oracle
}

#[track_caller]
fn check(mut oracle: SaveOracle, found: &[(&str, &str)], lost: usize, strange: usize) {
    let shown = oracle.compare(&claims(found), Line::Saved);
    assert_eq!((shown.lost, shown.unexpected_claims), (lost, strange));
    assert_eq!(shown.examples.is_empty(), lost + strange == 0);
    let again = oracle.compare(&claims(found), Line::Saved);
    assert_eq!(again, Comparison::default(), "each loss counts once");
    assert_eq!(oracle.acknowledged(), 2);
}

#[test]
fn all_that_was_acknowledged_is_there() {
    check(oracle(&[]), &[("a", "Ask.")], 0, 0);
}

#[test]
fn each_acknowledged_change_that_is_gone_is_lost() {
    check(oracle(&[]), &[("a", "")], 1, 0);
    check(oracle(&[]), &[], 2, 0);
}

#[test]
fn a_change_under_way_may_be_there_or_not() {
    let noted = || oracle(&[(Some("a"), Some("Ask them."))]);
    check(noted(), &[("a", "Ask.")], 0, 0);
    check(noted(), &[("a", "Ask them.")], 0, 0);
    check(noted(), &[("a", "Ask th")], 0, 0);
    let deleted = || oracle(&[(Some("a"), None)]);
    check(deleted(), &[], 0, 0);
    check(deleted(), &[("a", "Ask.")], 0, 0);
    let made = || oracle(&[(None, Some(""))]);
    check(made(), &[("a", "Ask."), ("b", "")], 0, 0);
}

#[test]
fn a_change_under_way_excuses_nothing_else() {
    check(oracle(&[(Some("b"), None)]), &[], 2, 0);
    check(oracle(&[(Some("a"), Some("Ask them."))]), &[], 2, 0);
}

#[test]
fn what_nobody_has_asked_for_is_strange() {
    check(oracle(&[]), &[("a", "Ask."), ("b", "")], 0, 1);
    check(oracle(&[]), &[("a", "Asked?")], 2, 1);
    let made = oracle(&[(None, Some(""))]);
    check(made, &[("a", "Ask."), ("b", ""), ("c", "")], 0, 1);
}

#[test]
fn any_of_several_changes_under_way_may_be_the_last_one_there() {
    let several = || {
        oracle(&[
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
    let mut oracle = oracle(&[(Some("a"), Some("Call.")), (None, Some("See.")), (Some("a"), None)]);
    assert_eq!(oracle.issued(), 5);
    oracle.made(4, "b");
    oracle.acknowledge(4);
    assert_eq!((oracle.acknowledged(), oracle.claims()), (4, 2));
    let shown = oracle.compare(&claims(&[("a", "Ask.")]), Line::Saved);
    assert_eq!((shown.lost, shown.unexpected_claims), (2, 0));
}

#[test]
fn a_claim_that_is_still_unknown_is_not_acknowledged() {
    let mut oracle = oracle(&[(None, Some("See."))]);
    oracle.acknowledge(3);
    assert_eq!(oracle.acknowledged(), 2);
    check(oracle, &[("a", "Ask."), ("b", "See.")], 0, 0);
}

#[test]
fn changes_stay_under_way_until_a_restart_calls_them_saved() {
    let mut oracle = oracle(&[(Some("a"), Some("Call.")), (None, Some(""))]);
    for found in [&[("a", "Call."), ("b", "")][..], &[("a", "Ask.")]] {
        assert_eq!(oracle.compare(&claims(found), Line::Other), Comparison::default());
    }
    check(oracle, &[("a", "Call.")], 0, 0);
}

#[test]
fn a_page_that_starts_again_acknowledges_only_what_it_shows_and_changes() {
    let mut oracle = oracle(&[(Some("a"), Some("Call.")), (None, Some("")), (Some("a"), None)]);
    oracle.begin();
    oracle.take_up(&claims(&[("a", "Ca")]));
    let noted = oracle.issue(change(Some("c"), Some("")));
    oracle.acknowledge(noted);
    assert_eq!(oracle.acknowledged(), 4, "the note in part, and the last change");
    assert_eq!(oracle.compare(&claims(&[("a", "Ca"), ("c", "")]), Line::Other).lost, 0);
    assert_eq!(
        oracle
            .compare(&claims(&[("a", "Ca"), ("b", ""), ("c", "")]), Line::Other)
            .unexpected_claims,
        0
    );
    assert_eq!(oracle.compare(&claims(&[("a", "Ask."), ("c", "")]), Line::Other).lost, 1);
}

#[test]
fn an_old_copy_that_was_changed_is_merged_with_what_was_saved_before() {
    let tagged = |tags: &[&str], note: &str| Claim {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..claim(note)
    };
    let shown = |claim: &Claim| BTreeMap::from([("a".to_owned(), claim.clone())]);
    let oracle = || {
        let mut oracle = oracle(&[]);
        let saved = tagged(&["event"], "Call.");
        let number = oracle.issue(Change { id: Some("a".to_owned()), after: Some(saved) });
        oracle.acknowledge(number);
        oracle.begin();
        oracle.take_up(&shown(&claim("Ask.")));
        let changed = tagged(&["quantity", "law"], "Ask.");
        let number = oracle.issue(Change { id: Some("a".to_owned()), after: Some(changed) });
        oracle.acknowledge(number);
        oracle
    };
    let merged = oracle().compare(&shown(&tagged(&["event", "law"], "Call.")), Line::Saved);
    assert_eq!(merged, Comparison::default());
    for lost in [tagged(&["event"], "Call."), claim("Ask."), tagged(&["law"], "Ask.")] {
        assert_ne!(oracle().compare(&shown(&lost), Line::Saved).lost, 0, "{}", lost.described());
    }
}
