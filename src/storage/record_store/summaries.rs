//! What can be said of articles without taking them off the shelf.

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
    /// The details of the articles that are stored and have not been taken down, without those
    /// that are deleted or cannot be read.
    pub fn details(&self) -> Vec<ArticleMetadata> {
        let is_whole = |records: &&Records| load::record(records, &RecordId::Text).is_some();
        self.closed_articles
            .values()
            .filter(is_whole)
            .filter_map(read)
            .map(|it| it.details)
            .collect()
    }

    /// The scales of those articles.
    pub fn scales(&self) -> Vec<Scale> {
        self.closed_articles.values().filter_map(read).map(|it| it.scale).collect()
    }

    /// When a record of each article was written last, in milliseconds since 1970.
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

/// The article's own record, unless it is deleted or cannot be read.
fn read(records: &Records) -> Option<record_types::Article> {
    let stored = load::record(records, &RecordId::Details)?;
    if stored.deleted {
        return None;
    }
    record_types::read_article(stored.record.clone()).ok()
}
