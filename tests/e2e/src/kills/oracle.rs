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

/// How many claims are described after a restart.
const EXAMPLES: usize = 3;

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

    /// What comes of `base` when it was changed into `self` here and into `other` elsewhere.
    fn merged(&self, base: &Self, other: &Self) -> Self {
        let both = &self.tags & &other.tags;
        let kept = base.tags.intersection(&both).cloned();
        let added = self.tags.union(&other.tags).filter(|tag| !base.tags.contains(*tag)).cloned();
        let note = if self.note == base.note { &other.note } else { &self.note };
        Self { quote: self.quote.clone(), tags: kept.chain(added).collect(), note: note.clone() }
    }

    fn described(&self) -> String {
        format!("“{}” with {:?} and the note “{}”", self.quote, self.tags, self.note)
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
    /// Whether this change may have made `found` of the claim `id`.
    fn makes(&self, id: &str, found: Option<&Claim>) -> bool {
        let of_it = match &self.id {
            Some(its) => its == id,
            None => found.is_some(),
        };
        of_it && self.is_consistent_with(found)
    }

    /// Whether `found` may be what a crash leaves of this change: all of it, or a note typed in part,
    /// from its first letter on.
    fn is_consistent_with(&self, found: Option<&Claim>) -> bool {
        match (&self.after, found) {
            (Some(asked), Some(found)) => {
                let typed = Claim { note: asked.note.clone(), ..found.clone() };
                let is_begun = !found.note.is_empty() || asked.note.is_empty();
                typed == *asked && is_begun && asked.note.starts_with(&found.note)
            }
            (None, None) => true,
            _ => false,
        }
    }
}

/// The save state that the page shows after a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The page says that everything is saved.
    Saved,
    /// The page says anything else.
    Other,
}

/// What a restart has shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Comparison {
    /// Changes that were acknowledged and are not there.
    pub lost: usize,
    /// Claims in a state that nobody has ever asked for.
    pub unexpected_claims: usize,
    /// A few of these claims in words.
    pub examples: Vec<String>,
}

impl Comparison {
    /// Adds an example, unless there are enough.
    fn explain(&mut self, id: &str, due: Option<&Claim>, found: Option<&Claim>) {
        if self.examples.len() < EXAMPLES {
            let described =
                |claim: Option<&Claim>| claim.map_or("nothing".to_owned(), Claim::described);
            let (due, found) = (described(due), described(found));
            self.examples.push(format!("claim {id} is {found} and should be {due}"));
        }
    }
}

/// The changes of one profile.
#[derive(Debug, Default)]
pub(super) struct SaveOracle {
    /// The states of each claim that were acknowledged, the oldest first.
    states: BTreeMap<String, Vec<State>>,
    /// Changes that the script issued and the page has not called saved, by number, oldest first.
    under_way: Vec<(u64, Change)>,
    issued: u64,
    acknowledged: usize,
    /// The number of the last change that was acknowledged.
    acknowledged_to: u64,
    /// The number of the last change that was issued before the page last started.
    begun_after: u64,
    /// The claims of the last start that was not compared. Its page may have shown old copies of
    /// them, changed these, and merged what it found later.
    old: BTreeMap<String, Claim>,
}

impl SaveOracle {
    /// How many changes have been acknowledged.
    pub(super) fn acknowledged(&self) -> usize {
        self.acknowledged
    }

    /// The number of the last issued change; changes are counted from 1.
    pub(super) fn issued(&self) -> u64 {
        self.issued
    }

    /// The number of the last acknowledged change; 0 before the first.
    pub(super) fn acknowledged_to(&self) -> u64 {
        self.acknowledged_to
    }

    /// How many claims the acknowledged changes leave.
    pub(super) fn claims(&self) -> usize {
        self.states.values().filter(|states| matches!(states.last(), Some(Some(_)))).count()
    }

    /// Records a change that the script is about to make, and returns its number.
    pub(super) fn issue(&mut self, change: Change) -> u64 {
        self.issued += 1;
        self.under_way.push((self.issued, change));
        self.issued
    }

    /// Records that change `number` made the claim `id`.
    pub(super) fn made(&mut self, number: u64, id: &str) {
        let change = self.under_way.iter_mut().find(|(issued, _)| *issued == number);
        if let Some((_, change)) = change {
            change.id = Some(id.to_owned());
        }
    }

    /// Records that the page starts again: what it calls saved from now on says nothing about the
    /// changes under way, which it may not know.
    pub(super) fn begin(&mut self) {
        self.begun_after = self.issued;
    }

    /// Records that the page called change `number` saved, and so every change before it since the
    /// page started.
    ///
    /// A change whose claim is still unknown stays under way.
    pub(super) fn acknowledge(&mut self, number: u64) {
        self.acknowledged_to = self.acknowledged_to.max(number);
        for (issued, change) in std::mem::take(&mut self.under_way) {
            let is_saved = (self.begun_after + 1..=number).contains(&issued);
            let Some(id) = change.id.as_ref().filter(|_| is_saved) else {
                self.under_way.push((issued, change));
                continue;
            };
            // A claim cannot go back to a state before this one.
            self.under_way.retain(|(_, earlier)| earlier.id.as_ref() != Some(id));
            self.states.entry(id.clone()).or_insert_with(|| vec![None]).push(change.after);
            self.acknowledged += 1;
        }
    }

    /// Takes up the changes under way that a start shows, without judging what it does not show:
    /// what the page calls saved from now on includes them.
    pub(super) fn take_up(&mut self, found: &BTreeMap<String, Claim>) {
        let known = self.states.iter().filter(|(_, states)| matches!(states.last(), Some(Some(_))));
        let ids: BTreeSet<String> = known.map(|(id, _)| id).chain(found.keys()).cloned().collect();
        for id in ids {
            let found = found.get(&id);
            let last = self.states.get(&id).and_then(|states| states.last()?.as_ref());
            let mut changes = self.under_way.iter().map(|(_, change)| change);
            if last != found && changes.any(|change| change.makes(&id, found)) {
                self.issue(Change { id: Some(id), after: found.cloned() });
            }
        }
        self.old = found.clone();
    }

    /// Compares the claims that a restart shows with the acknowledged states and the changes under
    /// way, and continues from the shown claims.
    ///
    /// Each claim may be in any state from its last acknowledged one to its last issued one. If the
    /// page calls the shown claims saved, they become the acknowledged ones; otherwise the changes
    /// under way may still appear or disappear at a later restart.
    pub(super) fn compare(&mut self, found: &BTreeMap<String, Claim>, line: Line) -> Comparison {
        let mut comparison = Comparison::default();
        for (id, states) in &mut self.states {
            let found = found.get(id);
            let reached = states.iter().rposition(|state| state.as_ref() == found);
            if states.last().is_some_and(|last| last.as_ref() == found) {
                continue;
            }
            let mut changes = self.under_way.iter().map(|(_, change)| change);
            if changes.any(|change| change.id.is_some() && change.makes(id, found))
                || is_merge(self.old.get(id), states, found)
            {
                if line == Line::Saved {
                    states.push(found.cloned());
                }
                continue;
            }
            comparison.explain(id, states.last().and_then(Option::as_ref), found);
            comparison.lost += states.len().saturating_sub(reached.unwrap_or(0) + 1);
            comparison.unexpected_claims += usize::from(reached.is_none());
            states.truncate(reached.unwrap_or(0) + 1);
            if reached.is_none() {
                states.push(found.cloned());
            }
        }
        self.adopt(found, line, &mut comparison);
        if line == Line::Saved {
            self.under_way.clear();
            self.old.clear();
        }
        comparison
    }

    /// Adds the claims that no acknowledged change made; those that no change under way explains
    /// are strange.
    fn adopt(&mut self, found: &BTreeMap<String, Claim>, line: Line, comparison: &mut Comparison) {
        let mut changes: Vec<&Change> = self.under_way.iter().map(|(_, change)| change).collect();
        for (id, claim) in found {
            if self.states.contains_key(id) {
                continue;
            }
            let explained = changes.iter().position(|change| change.makes(id, Some(claim)));
            if let Some(at) = explained {
                // One change makes one claim, so it explains no second one.
                changes.remove(at);
            } else {
                comparison.unexpected_claims += 1;
                comparison.explain(id, None, Some(claim));
            }
            if explained.is_none() || line == Line::Saved {
                self.states.insert(id.clone(), vec![None, Some(claim.clone())]);
            }
        }
    }
}

/// Whether `found` is the last of `states`, made of the copy `old`, merged with a state that is newer
/// than this copy.
fn is_merge(old: Option<&Claim>, states: &[State], found: Option<&Claim>) -> bool {
    let (Some(old), Some((Some(last), earlier)), Some(found)) = (old, states.split_last(), found)
    else {
        return false;
    };
    // Local storage may have an old copy that was never acknowledged: a note typed in part.
    let has_tags = |state: &State| {
        state.as_ref().is_some_and(|it| it.tags == old.tags && it.note.starts_with(&old.note))
    };
    let newer = earlier.iter().rev().take_while(|state| !has_tags(state)).flatten();
    last != old && newer.into_iter().any(|other| last.merged(old, other) == *found)
}

#[cfg(test)]
mod tests;
