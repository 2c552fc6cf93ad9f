//! What can be said of articles without taking them off the shelf.

use std::collections::HashMap;

use crate::{
    article::Details,
    claim::Scale,
    id::ArticleId,
    saved::{Key, RecordPlace, Stored, records},
};

use super::{Shelf, take};

/// The records of an article.
type Records = Vec<(RecordPlace, Stored)>;

impl Shelf {
    /// The details of the articles that are stored and have not been taken down, without those
    /// that are deleted or cannot be read.
    pub fn details(&self) -> Vec<Details> {
        let is_whole = |records: &&Records| take::record(records, &RecordPlace::Text).is_some();
        self.closed.values().filter(is_whole).filter_map(read).map(|it| it.details).collect()
    }

    /// The scales of those articles.
    pub fn scales(&self) -> Vec<Scale> {
        self.closed.values().filter_map(read).map(|it| it.scale).collect()
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
fn read(records: &Records) -> Option<records::Article> {
    let stored = take::record(records, &RecordPlace::Details)?;
    if stored.deleted {
        return None;
    }
    records::read_article(stored.record.clone()).ok()
}
