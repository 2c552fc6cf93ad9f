//! The records that an edit writes.

use std::rc::Rc;

use crate::{
    document::Document,
    edit::Change,
    id::BlockId,
    json::Members,
    saved::{RecordPlace, records},
};

/// A record to be written.
pub(in crate::saved) struct Record {
    pub(in crate::saved) place: RecordPlace,
    pub(super) deleted: bool,
    pub(in crate::saved) members: Members,
}

impl Record {
    fn kept(place: RecordPlace, members: Members) -> Self {
        Self { place, deleted: false, members }
    }

    pub(super) fn deleted(place: RecordPlace, members: Members) -> Self {
        Self { place, deleted: true, members }
    }
}

/// The records that a change writes, where `document` is the article after it.
pub(super) fn records_of(change: &Change, document: Option<&Document>, records: &mut Vec<Record>) {
    match (change, document) {
        (Change::Article(swap), _) => match (&swap.before, &swap.after) {
            (_, Some(document)) => whole(document, records),
            (Some(document), None) => {
                let members = records::write_article(document);
                records.push(Record::deleted(RecordPlace::Details, members));
            }
            (None, None) => {}
        },
        (_, None) => {}
        (Change::Details(_), Some(document)) => {
            records.push(Record::kept(RecordPlace::Details, records::write_article(document)));
        }
        (Change::Kind(id, _) | Change::Looked(id, _), Some(document)) => {
            records.extend(block(id, document));
        }
        (Change::Claim(id, swap), Some(document)) => {
            let place = RecordPlace::Claim(id.clone());
            records.extend(match (&swap.before, &swap.after) {
                (_, Some(claim)) => {
                    Some(Record::kept(place, records::write_claim(claim, document.blocks())))
                }
                (Some(claim), None) => {
                    Some(Record::deleted(place, records::write_deleted_claim(claim)))
                }
                (None, None) => None,
            });
        }
        (Change::Source(id, swap), Some(_)) => {
            let members = swap.after.as_ref().map(|it| records::write_ordered_source(it));
            records.push(record(RecordPlace::Source(id.clone()), members));
        }
        (Change::Tag(id, swap), Some(_)) => {
            let members = swap.after.as_ref().map(|it| records::write_ordered_tag(it));
            records.push(record(RecordPlace::Tag(id.clone()), members));
        }
    }
}

fn record(place: RecordPlace, members: Option<Members>) -> Record {
    match members {
        Some(members) => Record::kept(place, members),
        None => Record::deleted(place, Members::new()),
    }
}

fn block(id: &BlockId, document: &Document) -> Option<Record> {
    let kind = document.blocks().get(id)?.kind;
    let looked = document.looked(id).map(Rc::as_ref);
    Some(Record::kept(RecordPlace::Block(id.clone()), records::write_block(kind, looked)))
}

/// All records of a document.
pub(in crate::saved) fn whole(document: &Document, records: &mut Vec<Record>) {
    records.push(Record::kept(RecordPlace::Details, records::write_article(document)));
    records.push(Record::kept(RecordPlace::Text, records::write_text(document.blocks())));
    let looked = document.blocks().iter().filter(|it| document.looked(&it.id).is_some());
    records.extend(looked.filter_map(|it| block(&it.id, document)));
    records.extend(document.tags().into_iter().map(|tag| {
        Record::kept(RecordPlace::Tag(tag.id.clone()), records::write_ordered_tag(tag))
    }));
    records.extend(document.sources().into_iter().map(|source| {
        Record::kept(RecordPlace::Source(source.id.clone()), records::write_ordered_source(source))
    }));
    records.extend(document.claims().map(|claim| {
        let members = records::write_claim(claim, document.blocks());
        Record::kept(RecordPlace::Claim(claim.id.clone()), members)
    }));
}
