//! Snapshots: all records of a document as one text, for the way between the page and the worker.
//!
//! A snapshot holds only the content of the records. Revisions and conflicts stay with the page.

use serde_json::Value;

use crate::{
    document::Document,
    id::ArticleId,
    json::{JsonObject, object_to_string, parse_members},
};

use super::{
    Key, RecordId, Revision, StoredRecord,
    record_store::{load, records_of_edit},
};

/// Encodes a document as a text that [`from_snapshot`] reads.
pub fn to_snapshot(document: &Document) -> String {
    let article = &document.details().id;
    let mut records = Vec::new();
    records_of_edit::all_records(document, &mut records);
    let members: JsonObject = records
        .into_iter()
        .map(|it| (Key::Article(article.clone(), it.place).to_string(), it.members.into()))
        .collect();
    object_to_string(&members)
}

/// Returns whether two documents are the same article with the same work on it, so that their
/// exports would be equal.
///
/// Ignores the numbers of deleted claims, the numbers that order tags and sources, whether blocks
/// were imported as they are or edited afterwards, and whether the article is archived.
pub fn is_equivalent(one: &Document, other: &Document) -> bool {
    let records = |document: &Document| {
        let mut records = Vec::new();
        records_of_edit::all_records(&document.clone().with_flattened_blocks(), &mut records);
        records.into_iter().map(|mut record| {
            for member in ["order", "numbered", "archived"] {
                record.members.shift_remove(member);
            }
            (record.place, record.members)
        })
    };
    records(one).eq(records(other))
}

/// Reads a document that [`to_snapshot`] wrote; returns `None` for anything else.
pub fn from_snapshot(snapshot: &str) -> Option<Document> {
    let members = parse_members(snapshot)?;
    let mut article: Option<ArticleId> = None;
    let mut records: Vec<(RecordId, StoredRecord)> = Vec::new();
    for (key, value) in members {
        let (Some(Key::Article(id, place)), Value::Object(record)) = (Key::parse(&key), value)
        else {
            return None;
        };
        article = Some(id);
        // Only the page's stores need the revision.
        let (revision, also) = (Revision::initial(), JsonObject::new());
        records.push((place, StoredRecord { revision, deleted: false, conflicts: also, record }));
    }
    let (document, quarantined_values) = load::read(&article?, &records);
    document.filter(|_| quarantined_values.is_empty())
}
