//! The shelf: what is stored of the articles that are not open, and which write of each record is
//! the last.

mod heard;
mod listed;
mod others;
mod pending;
mod snapshot;
pub(super) mod take;
pub(super) mod writes;

use std::collections::{HashMap, HashSet};

use crate::{
    article::Blocks,
    document::Document,
    edit::{Change, Edit, Swap},
    id::ArticleId,
    json::Members,
};

use super::{
    Aside, Clock, Hlc, Key, RecordPlace, Recovered, Revision, Stored, TabId, Unsealed, Write,
    envelope::unsummed,
};

pub use writes::Record;
use writes::records_of;

pub use heard::Heard;
pub use others::Other;

/// What is stored.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    revisions: HashMap<Key, Revision>,
    /// The records of each article, in the order of their places.
    closed: HashMap<ArticleId, Vec<(RecordPlace, Stored)>>,
    unreadable: Vec<ArticleId>,
    locked: Vec<Key>,
    settings: Vec<(String, Members)>,
    /// What else was written of records at the same time: see [`Stored::also`].
    also: Vec<(Key, Members)>,
    /// What was typed and not taken: the tab, the field, the text.
    pending: Vec<(TabId, String, String)>,
}

impl Shelf {
    /// The shelf of what was recovered.
    pub fn new(recovered: Recovered) -> Self {
        let mut shelf = Self { locked: recovered.locked, ..Self::default() };
        for (key, stored) in recovered.records {
            shelf.note(&key, &stored);
            match key {
                Key::Article(article, place) => {
                    shelf.closed.entry(article).or_default().push((place, stored));
                }
                Key::Setting(name) => {
                    shelf.set_setting(name, stored.record);
                }
                Key::Pending(tab, field) => {
                    let text = pending::read(&stored);
                    shelf.pending.extend(text.map(|text| (tab, field, text)));
                }
                Key::Aside(_) => {}
            }
        }
        shelf
    }

    /// Whether an article is stored here that was deleted.
    pub fn is_deleted(&self, article: &ArticleId) -> bool {
        let details = self.closed.get(article).map(|it| take::record(it, &RecordPlace::Details));
        details.flatten().is_some_and(|details| details.deleted)
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
        self.settings.iter().find(|(other, _)| other == name).map(|(_, members)| members)
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
        if self.setting(name) == Some(&members) || self.locked.contains(&key) {
            return None;
        }
        self.set_setting(name.to_owned(), members.clone());
        let hlc = clock.tick(millis);
        Some(self.next_write(key, None, false, members, clock.tab(), hlc).seal())
    }

    fn set_setting(&mut self, name: String, members: Members) {
        self.settings.retain(|(other, _)| *other != name);
        self.settings.push((name, members));
    }

    /// The value that keeps what could not be read; `None` when it is kept already.
    pub fn keep_aside(&mut self, aside: &Aside, clock: &mut Clock, millis: u64) -> Option<Write> {
        if self.revisions.contains_key(&aside.own_key()) {
            return None;
        }
        let write = aside.write(clock, millis);
        self.hear(&write.key, &write.value);
        Some(write)
    }

    /// The article with exactly the text of these blocks that has not been taken down, if there is one.
    pub fn article_of(&self, blocks: &Blocks) -> Option<ArticleId> {
        let mut here = self.closed.iter().filter(|(article, _)| !self.is_deleted(article));
        let found = here.find(|(_, records)| {
            let stored = take::record(records, &RecordPlace::Text);
            let text = stored.and_then(|it| it.record.get("text")?.as_str());
            text.is_some_and(|text| blocks.is_text(text))
        });
        found.map(|(article, _)| article.clone())
    }

    /// How many claims there are in the articles that have not been taken down.
    pub fn claim_count(&self) -> usize {
        let here = self.closed.iter().filter(|(article, _)| !self.is_deleted(article));
        let records = here.flat_map(|(_, records)| records);
        let is_claim = |(place, stored): &&(RecordPlace, Stored)| {
            matches!(place, RecordPlace::Claim(_)) && !stored.deleted
        };
        records.filter(is_claim).count()
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

    /// The records that an edit is about to change, as they are before it.
    pub fn bases(&self, edit: &Edit, document: Option<&Document>) -> Vec<Record> {
        let places = edit.changes.iter().filter_map(writes::place_of);
        let records = document.map(|it| places.map(|place| writes::current(place, it)).collect());
        records.unwrap_or_default()
    }

    /// Whether an edit touches a record that a newer version wrote, which must not be written.
    pub fn is_locked(&self, edit: &Edit) -> bool {
        let mut locked = self.locked.iter().filter_map(|key| match key {
            Key::Article(article, place) => Some((article, place)),
            Key::Setting(_) | Key::Aside(_) | Key::Pending(..) => None,
        });
        locked.any(|(article, place)| {
            *article == edit.article
                && edit
                    .changes
                    .iter()
                    .any(|change| writes::place_of(change).is_none_or(|other| other == *place))
        })
    }

    /// The values that store an edit which has been made: `document` is the article after it,
    /// `bases` are its [`Shelf::bases`].
    ///
    /// Each is a new revision of its record.
    pub fn writes(
        &mut self,
        edit: &Edit,
        mut bases: Vec<Record>,
        document: Option<&Document>,
        clock: &mut Clock,
        millis: u64,
    ) -> Vec<Unsealed> {
        let mut records = Vec::new();
        for change in &edit.changes {
            records_of(change, document, &mut records);
            match change {
                Change::Article(Swap { after: Some(_), .. }) => {
                    self.closed.remove(&edit.article);
                    self.clear(&edit.article, &mut records);
                }
                Change::Article(Swap { before: Some(document), after: None }) => {
                    self.put_back(document);
                    self.mark_deleted(&edit.article);
                }
                Change::Article(_)
                | Change::Details(_)
                | Change::Scale(_)
                | Change::Parts(..)
                | Change::Kind(..)
                | Change::Looked(..)
                | Change::Claim(..)
                | Change::Source(..)
                | Change::Tag(..) => {}
            }
        }
        let hlc = clock.tick(millis);
        let mut writes = Vec::with_capacity(records.len());
        for record in records {
            let base = bases.iter().position(|base| base.place == record.place);
            let base = base.map(|at| bases.swap_remove(at));
            let Record { place, deleted, members } = record;
            let key = Key::Article(edit.article.clone(), place);
            writes.push(self.next_write(key, base, deleted, members, clock.tab(), hlc));
        }
        writes
    }

    /// A record as the next write of it.
    pub(super) fn next_write(
        &mut self,
        key: Key,
        base: Option<Record>,
        deleted: bool,
        record: Members,
        tab: &TabId,
        hlc: Hlc,
    ) -> Unsealed {
        let last = self.revisions.get(&key).cloned().unwrap_or_else(Revision::none);
        let revision = Revision { rev: last.rev + 1, hlc, tab: tab.clone() };
        self.revisions.insert(key.clone(), revision.clone());
        let also = self.also(&key).cloned().unwrap_or_default();
        let base = base.map(|base| {
            let also = also.clone();
            Box::new(Stored { revision: last, deleted: base.deleted, also, record: base.members })
        });
        Unsealed { key, text: unsummed(Stored { revision, deleted, also, record }), base }
    }

    /// Says of an article on the shelf that it is deleted.
    fn mark_deleted(&mut self, article: &ArticleId) {
        let records = self.closed.get_mut(article).into_iter().flatten();
        for (_, stored) in records.filter(|(place, _)| *place == RecordPlace::Details) {
            stored.deleted = true;
        }
    }

    /// Deletes what an earlier stay of the article left behind and the records do not replace.
    fn clear(&self, article: &ArticleId, records: &mut Vec<Record>) {
        let written: HashSet<RecordPlace> = records.iter().map(|it| it.place.clone()).collect();
        let left = self.revisions.keys().filter_map(|key| match key {
            Key::Article(other, place) if other == article => Some(place),
            Key::Article(..) | Key::Setting(_) | Key::Aside(_) | Key::Pending(..) => None,
        });
        let left = left.filter(|place| !written.contains(place)).cloned();
        records.extend(left.map(|place| Record::deleted(place, Members::new())));
    }
}
