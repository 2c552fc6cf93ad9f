//! A document on its way between the page and its worker: its records, as one text.

use serde_json::Value;

use crate::{
    document::Document,
    id::ArticleId,
    json::{Members, parse_members, written_members},
};

use super::{
    Key, RecordPlace, Revision, Stored,
    shelf::{take, writes},
};

/// A document as a text that [`unpack`] reads.
pub fn pack(document: &Document) -> String {
    let article = &document.details().id;
    let mut records = Vec::new();
    writes::whole(document, &mut records);
    let members: Members = records
        .into_iter()
        .map(|it| (Key::Article(article.clone(), it.place).to_string(), it.members.into()))
        .collect();
    written_members(&members)
}

/// Whether two documents are the same article with the same work on it, so that both would be
/// exported alike.
///
/// The numbers of deleted claims, those by which tags and sources are put in order, whether blocks
/// were imported as they are or repaired here, and whether the article is archived, do not count.
pub fn is_same_work(one: &Document, other: &Document) -> bool {
    let records = |document: &Document| {
        let mut records = Vec::new();
        writes::whole(&document.clone().with_blocks_as_they_are(), &mut records);
        records.into_iter().map(|mut record| {
            for member in ["order", "numbered", "archived"] {
                record.members.shift_remove(member);
            }
            (record.place, record.members)
        })
    };
    records(one).eq(records(other))
}

/// The document that [`pack`] wrote; `None` for anything else.
pub fn unpack(parcel: &str) -> Option<Document> {
    let members = parse_members(parcel)?;
    let mut article: Option<ArticleId> = None;
    let mut records: Vec<(RecordPlace, Stored)> = Vec::new();
    for (key, value) in members {
        let (Some(Key::Article(id, place)), Value::Object(record)) = (Key::parse(&key), value)
        else {
            return None;
        };
        article = Some(id);
        // Which write of a record it is, is the business of the page's stores.
        let (revision, also) = (Revision::none(), Members::new());
        records.push((place, Stored { revision, deleted: false, also, record }));
    }
    let (document, asides) = take::read(&article?, &records);
    document.filter(|_| asides.is_empty())
}
