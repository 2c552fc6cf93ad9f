//! Taking an act that the journal keeps back, or doing it again.

use crate::{document::Document, edit::Change, json::Members};

use super::{
    Key, Revision, Stored, Traced, open,
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
    let (mut changes, mut is_as_left) = (Vec::new(), true);
    for traced in traced {
        let Some(Key::Article(_, place)) = Key::parse(&traced.key) else { continue };
        let before =
            traced.before.as_deref().map_or_else(|| Some(nothing()), |it| open(it).ok())?;
        let after = open(&traced.after).ok()?;
        let (from, to) = match course {
            Course::Back => (after, before),
            Course::Forth => (before, after),
        };
        let current = writes::current(place.clone(), document);
        is_as_left &=
            current.deleted == from.deleted && (from.deleted || current.members == from.record);
        changes.extend(take::changes(&place, &to, document).ok()?);
    }
    Some((changes, is_as_left))
}

/// The record where there was none.
fn nothing() -> Stored {
    let (revision, also) = (Revision::none(), Members::new());
    Stored { revision, deleted: true, also, record: Members::new() }
}
