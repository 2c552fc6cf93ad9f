//! Summaries of articles that the record store gives without building their documents.
//!
//! The library lists and sorts articles with them.

use std::collections::HashMap;

use crate::{
    article::ArticleMetadata,
    claim::Scale,
    id::ArticleId,
    storage::{Key, RecordId, StoredRecord, record_types},
};

use super::{RecordStore, load};

/// The records of an article.
type Records = Vec<(RecordId, StoredRecord)>;

impl RecordStore {
    /// Returns the metadata of stored articles that are not open. Deleted articles, and those
    /// without a text or with unreadable metadata, are left out.
    pub fn details(&self) -> Vec<ArticleMetadata> {
        let is_whole = |records: &&Records| load::record(records, &RecordId::Text).is_some();
        self.closed_articles
            .values()
            .filter(is_whole)
            .filter_map(read)
            .map(|it| it.details)
            .collect()
    }

    /// Returns the scales of stored articles that are not open; deleted articles are left out.
    pub fn scales(&self) -> Vec<Scale> {
        self.closed_articles.values().filter_map(read).map(|it| it.scale).collect()
    }

    /// Returns the time of the last write to each article, in milliseconds since 1970.
    pub fn last_writes(&self) -> HashMap<ArticleId, u64> {
        let mut last = HashMap::new();
        self.revisions.iter().for_each(|(key, revision)| {
            if let Key::Article(article, _) = key {
                let known = last.entry(article.clone()).or_insert(0);
                *known = revision.hlc.millis().max(*known);
            }
        });
        last
    }
}

/// Reads the article's main record; `None` when it is deleted or unreadable.
fn read(records: &Records) -> Option<record_types::Article> {
    let stored = load::record(records, &RecordId::Details)?;
    if stored.deleted {
        return None;
    }
    record_types::read_article(stored.record.clone()).ok()
}
