//! Taking an act back, or doing it again, on what an article has become since.

use crate::{
    document::Document,
    edit::{Change, Edit, Swap},
    json::{Members, Misfit},
};

use super::{
    Key, RecordPlace, Revision, Stored, Traced,
    merge::merged,
    open, records,
    shelf::{take, writes},
};

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It is taken back.
    Back,
    /// It is done again.
    Forth,
}

/// What a step comes to on an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retraced {
    /// The changes to be made.
    pub changes: Vec<Change>,
    /// Whether they change words that somebody else has written since.
    pub is_contested: bool,
}

/// A record before and after a step.
struct Pair {
    place: RecordPlace,
    before: Stored,
    after: Stored,
}

/// Retraces an act of this tab. Acts on whole articles are as they are.
///
/// # Errors
/// When a record that comes of it does not fit the article.
pub fn retrace_edit(edit: &Edit, course: Course, document: &Document) -> Result<Retraced, Misfit> {
    let mut retraced = Retraced::default();
    for change in &edit.changes {
        let change = match course {
            Course::Back => change.clone().turned(),
            Course::Forth => change.clone(),
        };
        if change.is_before(document) {
            retraced.changes.push(change);
        } else if let Some(pair) = pair_of(&change, document) {
            retraced.add(pair, document)?;
        } else {
            retraced.is_contested = true;
            retraced.changes.push(change);
        }
    }
    Ok(retraced)
}

/// Retraces an act that the journal keeps.
///
/// # Errors
/// When a record that comes of it does not fit the article.
pub fn retrace_entry(
    traced: &[Traced],
    course: Course,
    document: &Document,
) -> Result<Retraced, Misfit> {
    let mut retraced = Retraced::default();
    for traced in traced {
        let Some(Key::Article(_, place)) = Key::parse(&traced.key) else { continue };
        let read = |value: Option<&str>| value.and_then(|value| open(value).ok());
        let before = read(traced.before.as_deref()).unwrap_or_else(|| stored(None));
        let Some(after) = read(Some(&traced.after)) else { continue };
        let (before, after) = match course {
            Course::Back => (after, before),
            Course::Forth => (before, after),
        };
        retraced.add(Pair { place, before, after }, document)?;
    }
    Ok(retraced)
}

impl Retraced {
    fn add(&mut self, pair: Pair, document: &Document) -> Result<(), Misfit> {
        let current = writes::current(pair.place.clone(), document);
        let theirs = stored((!current.deleted).then_some(current.members));
        let same = |one: &Stored, other: &Stored| {
            one.deleted == other.deleted && (one.deleted || one.record == other.record)
        };
        let target = if same(&theirs, &pair.before) {
            pair.after
        } else {
            let merged = merged(&pair.before, &pair.after, &theirs);
            self.is_contested |= !merged.also.is_empty() || merged.deleted != pair.after.deleted;
            if pair.after.deleted { pair.after } else { merged }
        };
        self.changes.extend(take::changes(&pair.place, &target, document)?);
        Ok(())
    }
}

/// The records of a change whose values stand alone.
fn pair_of(change: &Change, document: &Document) -> Option<Pair> {
    let (place, before, after) = match change {
        Change::Claim(id, Swap { before, after }) => {
            let [before, after] = [before, after].map(|claim| {
                claim.as_ref().map(|claim| records::write_claim(claim, document.blocks()))
            });
            (RecordPlace::Claim(id.clone()), before, after)
        }
        Change::Tag(id, Swap { before, after }) => {
            let [before, after] =
                [before, after].map(|tag| tag.as_ref().map(|tag| records::write_ordered_tag(tag)));
            (RecordPlace::Tag(id.clone()), before, after)
        }
        Change::Article(_)
        | Change::Details(_)
        | Change::Kind(..)
        | Change::Looked(..)
        | Change::Source(..) => return None,
    };
    Some(Pair { place, before: stored(before), after: stored(after) })
}

fn stored(record: Option<Members>) -> Stored {
    Stored {
        revision: Revision::none(),
        deleted: record.is_none(),
        also: Members::new(),
        record: record.unwrap_or_default(),
    }
}
