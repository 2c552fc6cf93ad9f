//! Taking an act that the journal keeps back, or doing it again.

use crate::{document::Document, edit::Change, json::JsonObject};

use super::{
    Key, RecordChange, RecordId, Revision, StoredRecord, decode_record,
    merge::NUMBERED,
    record_store::{load, records_of_edit},
};

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoDirection {
    /// It is taken back.
    Undo,
    /// It is done again.
    Redo,
}

/// The changes that retrace an act, and whether every record is as the act left it: else somebody
/// has changed it since. `None` when a record does not fit the article any more.
pub fn changes_to_replay(
    traced: &[RecordChange],
    undo_direction: UndoDirection,
    document: &Document,
) -> Option<(Vec<Change>, bool)> {
    let (mut records, mut is_as_left) = (Vec::new(), true);
    for traced in traced {
        let Some(Key::Article(_, place)) = Key::parse(&traced.key) else { continue };
        let before = traced
            .before
            .as_deref()
            .map_or_else(|| Some(tombstone()), |it| decode_record(it).ok())?;
        let after = decode_record(&traced.after).ok()?;
        let (from, to) = match undo_direction {
            UndoDirection::Undo => (after, before),
            UndoDirection::Redo => (before, after),
        };
        is_as_left &= matches_document(&from, &place, document);
        records.push((place, to));
    }
    let changes: Result<Vec<_>, _> = load::changes_of(&records, document).into_iter().collect();
    Some((changes.ok()?.concat(), is_as_left))
}

/// Whether a record says what is in the article.
fn matches_document(stored: &StoredRecord, place: &RecordId, document: &Document) -> bool {
    match place {
        // Of a block to which nothing was done there may be a record or not.
        RecordId::Block(id) if stored.deleted => {
            // Of a part that is not there now, the kind says nothing.
            let is_gone = document.blocks().original_kind(id).is_none();
            records_of_edit::is_untouched(id, document)
                || (is_gone && document.review(id).is_none())
        }
        RecordId::Details => {
            let mut current = records_of_edit::record_now(place.clone(), document);
            // It never goes back, so it says nothing of whether somebody has written since.
            let numbered = stored.record.get(NUMBERED).cloned().unwrap_or_default();
            current.members.insert(NUMBERED.to_owned(), numbered);
            !stored.deleted && current.members == stored.record
        }
        RecordId::Text
        | RecordId::Block(_)
        | RecordId::Tag(_)
        | RecordId::Source(_)
        | RecordId::Claim(_) => {
            let current = records_of_edit::record_now(place.clone(), document);
            current.deleted == stored.deleted
                && (stored.deleted || current.members == stored.record)
        }
    }
}

/// The record where there was none.
fn tombstone() -> StoredRecord {
    let (revision, also) = (Revision::initial(), JsonObject::new());
    StoredRecord { revision, deleted: true, conflicts: also, record: JsonObject::new() }
}
