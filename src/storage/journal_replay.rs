//! Turns a journal entry back into changes that undo or redo it.
//!
//! A record that somebody changed after the entry is still replayed, and the caller learns of it.

use crate::{document::Document, edit::Change, json::JsonObject};

use super::{
    Key, RecordChange, RecordId, Revision, StoredRecord, decode_record,
    merge::NUMBERED,
    record_store::{load, records_of_edit},
};

/// The direction in which an entry is replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoDirection {
    /// Undoes the entry.
    Undo,
    /// Redoes the entry.
    Redo,
}

/// Returns the changes that undo or redo an entry, and whether every record is still as the entry
/// left it; where it is `false`, something changed a record since. Returns `None` when a record
/// does not fit the article any more.
pub fn changes_to_replay(
    record_changes: &[RecordChange],
    undo_direction: UndoDirection,
    document: &Document,
) -> Option<(Vec<Change>, bool)> {
    let (mut records, mut is_as_left) = (Vec::new(), true);
    for record_changes in record_changes {
        let Some(Key::Article(_, place)) = Key::parse(&record_changes.key) else { continue };
        let before = record_changes
            .before
            .as_deref()
            .map_or_else(|| Some(tombstone()), |it| decode_record(it).ok())?;
        let after = decode_record(&record_changes.after).ok()?;
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

/// Returns whether a stored record has the same content as the document.
fn matches_document(stored: &StoredRecord, place: &RecordId, document: &Document) -> bool {
    match place {
        // A block that nobody worked on may have a record or none.
        RecordId::Block(id) if stored.deleted => {
            // A block that does not exist now has no kind to compare.
            let is_gone = document.blocks().original_kind(id).is_none();
            records_of_edit::is_untouched(id, document)
                || (is_gone && document.review(id).is_none())
        }
        RecordId::Details => {
            let mut current = records_of_edit::record_now(place.clone(), document);
            // This number only grows, so a difference does not mean that somebody has changed the
            // record.
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

/// Returns a deleted record, for a key that had no record before the edit.
fn tombstone() -> StoredRecord {
    let (revision, also) = (Revision::initial(), JsonObject::new());
    StoredRecord { revision, deleted: true, conflicts: also, record: JsonObject::new() }
}
