//! Taking an act that the journal keeps back, or doing it again.

use crate::{document::Document, edit::Change, json::Members};

use super::{
    Key, RecordPlace, Revision, Stored, Traced,
    merge::NUMBERED,
    open,
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

/// The changes that retrace an act, and whether every record is as the act left it: else somebody
/// has changed it since. `None` when a record does not fit the article any more.
pub fn retrace(
    traced: &[Traced],
    course: Course,
    document: &Document,
) -> Option<(Vec<Change>, bool)> {
    let (mut records, mut is_as_left) = (Vec::new(), true);
    for traced in traced {
        let Some(Key::Article(_, place)) = Key::parse(&traced.key) else { continue };
        let before =
            traced.before.as_deref().map_or_else(|| Some(nothing()), |it| open(it).ok())?;
        let after = open(&traced.after).ok()?;
        let (from, to) = match course {
            Course::Back => (after, before),
            Course::Forth => (before, after),
        };
        is_as_left &= is_as(&from, &place, document);
        records.push((place, to));
    }
    let changes: Result<Vec<_>, _> = take::changes_of(&records, document).into_iter().collect();
    Some((changes.ok()?.concat(), is_as_left))
}

/// Whether a record says what is in the article.
fn is_as(stored: &Stored, place: &RecordPlace, document: &Document) -> bool {
    match place {
        // Of a block to which nothing was done there may be a record or not.
        RecordPlace::Block(id) if stored.deleted => {
            // Of a part that is not there now, the kind says nothing.
            let is_gone = document.blocks().first_kind(id).is_none();
            writes::is_untouched(id, document) || (is_gone && document.looked(id).is_none())
        }
        RecordPlace::Details => {
            let mut current = writes::current(place.clone(), document);
            // It never goes back, so it says nothing of whether somebody has written since.
            let numbered = stored.record.get(NUMBERED).cloned().unwrap_or_default();
            current.members.insert(NUMBERED.to_owned(), numbered);
            !stored.deleted && current.members == stored.record
        }
        RecordPlace::Text
        | RecordPlace::Block(_)
        | RecordPlace::Tag(_)
        | RecordPlace::Source(_)
        | RecordPlace::Claim(_) => {
            let current = writes::current(place.clone(), document);
            current.deleted == stored.deleted
                && (stored.deleted || current.members == stored.record)
        }
    }
}

/// The record where there was none.
fn nothing() -> Stored {
    let (revision, also) = (Revision::none(), Members::new());
    Stored { revision, deleted: true, also, record: Members::new() }
}
