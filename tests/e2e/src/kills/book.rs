//! What was asked of the page, what it said was saved, and what it still has.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A claim as far as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    quote: String,
    tags: BTreeSet<String>,
    note: String,
}

/// The state of a claim; `None` while it is not there.
type State = Option<Claim>;

impl Claim {
    /// Reads a claim as the script in the page tells it; `None` when that is something else.
    pub(super) fn read(told: &Value) -> Option<Self> {
        let tags = told.get("tags")?.as_array()?;
        Some(Self {
            quote: told.get("quote")?.as_str()?.to_owned(),
            tags: tags.iter().map(|tag| tag.as_str().map(str::to_owned)).collect::<Option<_>>()?,
            note: told.get("note")?.as_str()?.to_owned(),
        })
    }
}

/// A change that the page is about to be asked for.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// The claim; `None` for one that is to be made.
    pub id: Option<String>,
    /// What it will be.
    pub after: Option<Claim>,
}

impl Change {
    /// Whether `found` may be what a crash leaves of this change: all of it, or a note typed in part.
    fn explains(&self, found: Option<&Claim>) -> bool {
        match (&self.after, found) {
            (Some(asked), Some(found)) => {
                let typed = Claim { note: asked.note.clone(), ..found.clone() };
                typed == *asked && asked.note.starts_with(&found.note)
            }
            (None, None) => true,
            _ => false,
        }
    }
}

/// What a restart has shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Comparison {
    /// Changes that were acknowledged and are not there.
    pub lost: usize,
    /// Claims in a state that nobody has ever asked for.
    pub strange: usize,
}

/// The changes of one profile.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// The states of each claim that were acknowledged, the oldest first.
    states: BTreeMap<String, Vec<State>>,
    under_way: Option<Change>,
    acknowledged: usize,
}

impl Book {
    /// How many changes have been acknowledged.
    pub(super) fn acknowledged(&self) -> usize {
        self.acknowledged
    }

    /// Takes note that the change under way was acknowledged; `id` is that of its claim.
    pub(super) fn acknowledge(&mut self, id: &str) {
        if let Some(change) = self.under_way.take() {
            self.states.entry(id.to_owned()).or_insert_with(|| vec![None]).push(change.after);
            self.acknowledged += 1;
        }
    }

    /// Takes note of the change that is under way from now on.
    pub(super) fn issue(&mut self, change: Change) {
        self.under_way = Some(change);
    }

    /// Compares what was acknowledged, and perhaps the change under way, with what is there after a
    /// restart; goes on from there.
    pub(super) fn compare(&mut self, found: &BTreeMap<String, Claim>) -> Comparison {
        let mut comparison = Comparison::default();
        let change = self.under_way.take();
        for (id, states) in &mut self.states {
            let found = found.get(id);
            let change = change.as_ref().filter(|change| change.id.as_ref() == Some(id));
            let reached = states.iter().rposition(|state| state.as_ref() == found);
            if states.last().is_some_and(|last| last.as_ref() == found) {
                continue;
            }
            if change.is_some_and(|change| change.explains(found)) {
                states.push(found.cloned());
                continue;
            }
            comparison.lost += states.len().saturating_sub(reached.unwrap_or(0) + 1);
            comparison.strange += usize::from(reached.is_none());
            states.truncate(reached.unwrap_or(0) + 1);
            if reached.is_none() {
                states.push(found.cloned());
            }
        }
        let made = change.filter(|change| change.id.is_none());
        comparison.strange += self.adopt(found, made);
        comparison
    }

    /// Takes in the claims that nobody has acknowledged, and returns how many more there are than
    /// the one that `made` explains.
    fn adopt(&mut self, found: &BTreeMap<String, Claim>, mut made: Option<Change>) -> usize {
        let mut strange = 0;
        for (id, claim) in found {
            if self.states.contains_key(id) {
                continue;
            }
            match &made {
                Some(change) if change.explains(Some(claim)) => made = None,
                _ => strange += 1,
            }
            self.states.insert(id.clone(), vec![None, Some(claim.clone())]);
        }
        strange
    }
}

#[cfg(test)]
mod tests {
    use super::{Book, Change, Claim, Comparison};
    use std::collections::BTreeMap;

    fn claim(note: &str) -> Claim {
        let tags = std::iter::once("quantity".to_owned()).collect();
        Claim { quote: "Taxes fell".to_owned(), tags, note: note.to_owned() }
    }

    /// A claim was made, and noted upon; then `change` is under way.
    fn book(change: Option<(Option<&str>, Option<Claim>)>) -> Book {
        let mut book = Book::default();
        book.issue(Change { id: None, after: Some(claim("")) });
        book.acknowledge("a");
        book.issue(Change { id: Some("a".to_owned()), after: Some(claim("Ask.")) });
        book.acknowledge("a");
        if let Some((id, after)) = change {
            book.issue(Change { id: id.map(str::to_owned), after });
        }
        book
    }

    #[track_caller]
    fn check(mut book: Book, found: &[(&str, &str)], lost: usize, strange: usize) {
        let found: BTreeMap<String, Claim> =
            found.iter().map(|(id, note)| ((*id).to_owned(), claim(note))).collect();
        assert_eq!(book.compare(&found), Comparison { lost, strange });
        assert_eq!(book.compare(&found), Comparison::default(), "each loss counts once");
        assert_eq!(book.acknowledged(), 2);
    }

    #[test]
    fn all_that_was_acknowledged_is_there() {
        check(book(None), &[("a", "Ask.")], 0, 0);
    }

    #[test]
    fn each_acknowledged_change_that_is_gone_is_lost() {
        check(book(None), &[("a", "")], 1, 0);
        check(book(None), &[], 2, 0);
    }

    #[test]
    fn a_change_under_way_may_be_there_or_not() {
        let noted = || book(Some((Some("a"), Some(claim("Ask them.")))));
        check(noted(), &[("a", "Ask.")], 0, 0);
        check(noted(), &[("a", "Ask them.")], 0, 0);
        check(noted(), &[("a", "Ask th")], 0, 0);
        let deleted = || book(Some((Some("a"), None)));
        check(deleted(), &[], 0, 0);
        check(deleted(), &[("a", "Ask.")], 0, 0);
        let made = || book(Some((None, Some(claim("")))));
        check(made(), &[("a", "Ask."), ("b", "")], 0, 0);
    }

    #[test]
    fn a_change_under_way_excuses_nothing_else() {
        check(book(Some((Some("b"), None))), &[], 2, 0);
        check(book(Some((Some("a"), Some(claim("Ask them."))))), &[], 2, 0);
    }

    #[test]
    fn what_nobody_has_asked_for_is_strange() {
        check(book(None), &[("a", "Ask."), ("b", "")], 0, 1);
        check(book(None), &[("a", "Asked?")], 2, 1);
        let made = book(Some((None, Some(claim("")))));
        check(made, &[("a", "Ask."), ("b", ""), ("c", "")], 0, 1);
    }
}
