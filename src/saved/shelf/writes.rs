//! The records that an edit writes.

use std::rc::Rc;

use crate::{
    document::Document,
    edit::{Change, Swap},
    id::BlockId,
    json::Members,
    saved::{RecordPlace, records},
};

/// A record of an article, without the envelope.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Which record it is.
    pub place: RecordPlace,
    /// Whether the record is deleted.
    pub deleted: bool,
    /// Its members.
    pub members: Members,
}

impl Record {
    pub(super) fn deleted(place: RecordPlace, members: Members) -> Self {
        Self { place, deleted: true, members }
    }
}

/// The record that a change writes; `None` for one of the whole article.
pub(super) fn place_of(change: &Change) -> Option<RecordPlace> {
    match change {
        Change::Article(_) => None,
        Change::Details(_) | Change::Scale(_) => Some(RecordPlace::Details),
        Change::Parts(id, _) | Change::Kind(id, _) | Change::Looked(id, _) => {
            Some(RecordPlace::Block(id.clone()))
        }
        Change::Claim(id, _) => Some(RecordPlace::Claim(id.clone())),
        Change::Source(id, _) => Some(RecordPlace::Source(id.clone())),
        Change::Tag(id, _) => Some(RecordPlace::Tag(id.clone())),
    }
}

/// A record as an article has it; deleted, where it has none.
pub(in crate::saved) fn current(place: RecordPlace, document: &Document) -> Record {
    let members = match &place {
        RecordPlace::Details => Some(records::write_article(document)),
        RecordPlace::Text => Some(records::write_text(document.blocks())),
        RecordPlace::Block(id) => block(id, document),
        RecordPlace::Tag(id) => document.tag(id).map(|it| records::write_ordered_tag(it)),
        RecordPlace::Source(id) => document.source(id).map(|it| records::write_ordered_source(it)),
        RecordPlace::Claim(id) => {
            document.claim(id).map(|it| records::write_claim(it, document.blocks()))
        }
    };
    let deleted = members.is_none();
    Record { place, deleted, members: members.unwrap_or_default() }
}

/// The records that a change writes, where `document` is the article after it.
pub(super) fn records_of(change: &Change, document: Option<&Document>, records: &mut Vec<Record>) {
    if let Change::Article(swap) = change {
        match (&swap.before, &swap.after) {
            (_, Some(document)) => whole(document, records),
            (Some(document), None) => {
                let members = records::write_article(document);
                records.push(Record::deleted(RecordPlace::Details, members));
            }
            (None, None) => {}
        }
    }
    let Some((place, document)) = place_of(change).zip(document) else { return };
    // Two changes of one block, or of what is known of the article, are one record.
    if records.iter().any(|record| record.place == place) {
        return;
    }
    let mut record = current(place, document);
    if let Change::Claim(_, Swap { before: Some(claim), after: None }) = change {
        record.members = records::write_deleted_claim(claim);
    }
    records.push(record);
}

fn block(id: &BlockId, document: &Document) -> Option<Members> {
    let (blocks, looked) = (document.blocks(), document.looked(id));
    let is_known = blocks.get(id).is_some() || blocks.imported_as(id).is_some();
    let is_worked_on = looked.is_some() || blocks.is_kind_changed(id);
    (is_known || is_worked_on)
        .then(|| records::write_block(blocks.kind(id), looked.map(Rc::as_ref), blocks.parts(id)))
}

/// Whether nothing was done to a block since it was imported or came to be.
pub(in crate::saved) fn is_untouched(id: &BlockId, document: &Document) -> bool {
    let blocks = document.blocks();
    document.looked(id).is_none() && !blocks.is_kind_changed(id) && blocks.parts(id).is_none()
}

/// The blocks to which something was done, also those that were joined to others since.
fn touched_blocks(document: &Document) -> Vec<RecordPlace> {
    let blocks = document.blocks();
    let gone = blocks.imported().iter().filter(|it| blocks.get(&it.id).is_none());
    let gone = gone.filter(|_| blocks.is_repaired());
    let ids = blocks.iter().chain(gone).map(|block| &block.id);
    let parts_gone = document.looked_and_gone().into_iter();
    let parts_gone = parts_gone.filter(|id| blocks.imported_as(id).is_none());
    let touched = ids.chain(parts_gone).filter(|id| !is_untouched(id, document));
    touched.map(|id| RecordPlace::Block(id.clone())).collect()
}

/// All records of a document.
pub(in crate::saved) fn whole(document: &Document, records: &mut Vec<Record>) {
    let blocks = touched_blocks(document).into_iter();
    let tags = document.tags().into_iter().map(|it| RecordPlace::Tag(it.id.clone()));
    let sources = document.sources().into_iter().map(|it| RecordPlace::Source(it.id.clone()));
    let claims = document.claims().map(|it| RecordPlace::Claim(it.id.clone()));
    let places = [RecordPlace::Details, RecordPlace::Text].into_iter();
    let places = places.chain(blocks).chain(tags).chain(sources).chain(claims);
    records.extend(places.map(|place| current(place, document)));
}
