//! The shelf: what is stored of the articles that are not open, and which write of each record is
//! the last.

pub(super) mod take;
pub(super) mod writes;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::{
    article::Details,
    document::Document,
    edit::{Change, Edit, Swap},
    id::ArticleId,
    json::Members,
};

use super::{
    Aside, Clock, Hlc, Key, RecordPlace, Recovered, Revision, Stored, TabId, open, records, seal,
};

use writes::{Record, records_of};

/// The longest text of an article that is kept in local storage as well, in characters; the
/// database has all of them.
const LONGEST_LOCAL_TEXT: usize = 100_000;

/// One value to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: String,
}

impl Write {
    /// Whether the value belongs into local storage, too.
    pub fn fits_local(&self) -> bool {
        let member = match &self.key {
            Key::Article(_, RecordPlace::Text) => "text",
            Key::Aside(_) => "found",
            Key::Article(..) | Key::Setting(_) => return true,
        };
        let fits = |text: &str| text.chars().count() <= LONGEST_LOCAL_TEXT;
        self.value.len() <= LONGEST_LOCAL_TEXT
            || open(&self.value).is_ok_and(|stored| {
                stored.record.get(member).and_then(Value::as_str).is_some_and(fits)
            })
    }
}

/// What is stored.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    revisions: HashMap<Key, Revision>,
    /// The records of each article, in the order of their places.
    closed: HashMap<ArticleId, Vec<(RecordPlace, Stored)>>,
    unreadable: Vec<ArticleId>,
    locked: Vec<Key>,
    settings: HashMap<String, Members>,
}

impl Shelf {
    /// The shelf of what was recovered.
    pub fn new(recovered: Recovered) -> Self {
        let mut shelf = Self { locked: recovered.locked, ..Self::default() };
        for (key, stored) in recovered.records {
            shelf.revisions.insert(key.clone(), stored.revision.clone());
            match key {
                Key::Article(article, place) => {
                    shelf.closed.entry(article).or_default().push((place, stored));
                }
                Key::Setting(name) => {
                    shelf.settings.insert(name, stored.record);
                }
                Key::Aside(_) => {}
            }
        }
        shelf
    }

    /// Whether no article was ever stored here.
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty()
    }

    /// Whether there are records of an article that was not deleted, be they readable or not.
    pub fn holds(&self, article: &ArticleId) -> bool {
        let records = self.closed.get(article);
        let details = records.map(|records| take::record(records, &RecordPlace::Details));
        self.unreadable.contains(article)
            || details.is_some_and(|details| details.is_none_or(|details| !details.deleted))
    }

    /// The setting of that name; its members are read by [`settings`](super::settings).
    pub fn setting(&self, name: &str) -> Option<&Members> {
        self.settings.get(name)
    }

    /// The value that stores a setting; `None` when it is stored already.
    pub fn keep_setting(
        &mut self,
        name: &str,
        members: Members,
        clock: &mut Clock,
        millis: u64,
    ) -> Option<Write> {
        let key = Key::Setting(name.to_owned());
        if self.settings.get(name) == Some(&members) || self.locked.contains(&key) {
            return None;
        }
        self.settings.insert(name.to_owned(), members.clone());
        let hlc = clock.tick(millis);
        Some(self.next_write(key, false, members, clock.tab(), hlc))
    }

    /// The details of the articles that are stored and have not been taken down, without those
    /// that are deleted or cannot be read.
    pub fn details(&self) -> Vec<Details> {
        let details = self.closed.values().filter_map(|records| {
            let details = take::record(records, &RecordPlace::Details);
            let stored = details.filter(|stored| !stored.deleted)?;
            take::record(records, &RecordPlace::Text)?;
            Some(records::read_article(stored.record.clone()).ok()?.details)
        });
        details.collect()
    }

    /// Takes an article down to be worked on; `None` when it is not there or is deleted.
    ///
    /// Of an article that cannot be read as a whole nothing is taken, and every record is told as
    /// set aside; else only those that do not fit.
    pub fn take(&mut self, article: &ArticleId) -> Option<(Option<Document>, Vec<Aside>)> {
        let details = take::record(self.closed.get(article)?, &RecordPlace::Details);
        let deleted = details.is_some_and(|it| it.deleted);
        if deleted {
            return None;
        }
        let records = self.closed.remove(article)?;
        let (document, asides) = take::read(article, &records);
        if document.is_none() {
            self.unreadable.push(article.clone());
        }
        Some((document, asides))
    }

    /// The values that store an edit which has been made: `document` is the article after it.
    ///
    /// Each is a new revision of its record. Records that a newer version wrote are not written;
    /// `Err` says that there were some.
    pub fn writes(
        &mut self,
        edit: &Edit,
        document: Option<&Document>,
        clock: &mut Clock,
        millis: u64,
    ) -> (Vec<Write>, Vec<Key>) {
        let mut records = Vec::new();
        for change in &edit.changes {
            records_of(change, document, &mut records);
            if let Change::Article(Swap { after: Some(_), .. }) = change {
                self.clear(&edit.article, &mut records);
            }
        }
        let mut writes = Vec::with_capacity(records.len());
        let mut refused = Vec::new();
        let hlc = clock.tick(millis);
        for Record { place, deleted, members } in records {
            let key = Key::Article(edit.article.clone(), place);
            if self.locked.contains(&key) {
                refused.push(key);
                continue;
            }
            writes.push(self.next_write(key, deleted, members, clock.tab(), hlc));
        }
        (writes, refused)
    }

    /// A record as the next write of it.
    fn next_write(
        &mut self,
        key: Key,
        deleted: bool,
        record: Members,
        tab: &TabId,
        hlc: Hlc,
    ) -> Write {
        let rev = self.revisions.get(&key).map_or(0, |last| last.rev) + 1;
        let revision = Revision { rev, hlc, tab: tab.clone() };
        self.revisions.insert(key.clone(), revision.clone());
        Write { key, value: seal(&Stored { revision, deleted, record }) }
    }

    /// Deletes what an earlier stay of the article left behind and the records do not replace.
    fn clear(&self, article: &ArticleId, records: &mut Vec<Record>) {
        let written: HashSet<RecordPlace> = records.iter().map(|it| it.place.clone()).collect();
        let left = self.revisions.keys().filter_map(|key| match key {
            Key::Article(other, place) if other == article => Some(place),
            Key::Article(..) | Key::Setting(_) | Key::Aside(_) => None,
        });
        let left = left.filter(|place| !written.contains(place)).cloned();
        records.extend(left.map(|place| Record::deleted(place, Members::new())));
    }
}
