//! Converts documents and changes to records.
//!
//! Each change belongs to at most one record, and a record is always written as a whole, from the
//! document as it is after the edit.

use std::rc::Rc;

use crate::{
    document::Document,
    edit::{Change, Diff},
    id::BlockId,
    json::JsonObject,
    storage::{RecordId, record_types},
};

/// A record of an article, without the envelope.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The kind and identifier of the record.
    pub place: RecordId,
    /// Whether the record is deleted.
    pub deleted: bool,
    /// The members of the record.
    pub members: JsonObject,
}

impl Record {
    pub(super) fn deleted(place: RecordId, members: JsonObject) -> Self {
        Self { place, deleted: true, members }
    }
}

/// Returns the record that a change writes; `None` for a change of the whole article.
pub(super) fn place_of(change: &Change) -> Option<RecordId> {
    match change {
        Change::Article(_) => None,
        Change::Details(_) | Change::Scale(_) => Some(RecordId::Details),
        Change::Parts(id, _) | Change::Kind(id, _) | Change::Review(id, _) => {
            Some(RecordId::Block(id.clone()))
        }
        Change::Claim(id, _) => Some(RecordId::Claim(id.clone())),
        Change::Source(id, _) => Some(RecordId::Source(id.clone())),
        Change::Tag(id, _) => Some(RecordId::Tag(id.clone())),
    }
}

/// Returns a record as the document has it now; a deleted record, where the document lacks it.
pub(in crate::storage) fn record_now(place: RecordId, document: &Document) -> Record {
    let members = match &place {
        RecordId::Details => Some(record_types::write_article(document)),
        RecordId::Text => Some(record_types::write_text(document.blocks())),
        RecordId::Block(id) => block(id, document),
        RecordId::Tag(id) => document.tag(id).map(|it| record_types::write_ordered_tag(it)),
        RecordId::Source(id) => {
            document.source(id).map(|it| record_types::write_ordered_source(it))
        }
        RecordId::Claim(id) => {
            document.claim(id).map(|it| record_types::write_claim(it, document.blocks()))
        }
    };
    let deleted = members.is_none();
    Record { place, deleted, members: members.unwrap_or_default() }
}

/// Adds the records that a change writes. `document` is the article after the change.
pub(super) fn records_of(change: &Change, document: Option<&Document>, records: &mut Vec<Record>) {
    if let Change::Article(diff) = change {
        match (&diff.before, &diff.after) {
            (_, Some(document)) => all_records(document, records),
            (Some(document), None) => {
                let members = record_types::write_article(document);
                records.push(Record::deleted(RecordId::Details, members));
            }
            (None, None) => {}
        }
    }
    let Some((place, document)) = place_of(change).zip(document) else { return };
    // Several changes of one block, or of the metadata and the scale, write the same record.
    if records.iter().any(|record| record.place == place) {
        return;
    }
    let mut record = record_now(place, document);
    if let Change::Claim(_, Diff { before: Some(claim), after: None }) = change {
        record.members = record_types::write_deleted_claim(claim);
    }
    records.push(record);
}

fn block(id: &BlockId, document: &Document) -> Option<JsonObject> {
    let (blocks, reviewed) = (document.blocks(), document.review(id));
    let is_known = blocks.get(id).is_some() || blocks.source(id).is_some();
    let is_worked_on = reviewed.is_some() || blocks.is_kind_changed(id);
    (is_known || is_worked_on).then(|| {
        record_types::write_block(blocks.kind(id), reviewed.map(Rc::as_ref), blocks.parts(id))
    })
}

/// Returns whether the user has done nothing to a block since it was imported or created.
pub(in crate::storage) fn is_untouched(id: &BlockId, document: &Document) -> bool {
    let blocks = document.blocks();
    document.review(id).is_none() && !blocks.is_kind_changed(id) && blocks.parts(id).is_none()
}

/// Returns the blocks that the user worked on, including blocks that were joined to others since.
fn touched_blocks(document: &Document) -> Vec<RecordId> {
    let blocks = document.blocks();
    let gone = blocks.imported().iter().filter(|it| blocks.get(&it.id).is_none());
    let gone = gone.filter(|_| blocks.is_edited());
    let ids = blocks.iter().chain(gone).map(|block| &block.id);
    let parts_gone = document.reviews_of_removed_blocks().into_iter();
    let parts_gone = parts_gone.filter(|id| blocks.source(id).is_none());
    let touched = ids.chain(parts_gone).filter(|id| !is_untouched(id, document));
    touched.map(|id| RecordId::Block(id.clone())).collect()
}

/// Adds all records of a document, in a fixed order of their kinds.
pub(in crate::storage) fn all_records(document: &Document, records: &mut Vec<Record>) {
    let blocks = touched_blocks(document).into_iter();
    let tags = document.tags().into_iter().map(|it| RecordId::Tag(it.id.clone()));
    let sources = document.sources().into_iter().map(|it| RecordId::Source(it.id.clone()));
    let claims = document.claims().map(|it| RecordId::Claim(it.id.clone()));
    let places = [RecordId::Details, RecordId::Text].into_iter();
    let places = places.chain(blocks).chain(tags).chain(sources).chain(claims);
    records.extend(places.map(|place| record_now(place, document)));
}
