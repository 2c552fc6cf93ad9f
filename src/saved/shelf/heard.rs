//! What other tabs have stored, and what became of this tab's own writes.

use crate::{
    document::Document,
    edit::Change,
    id::ArticleId,
    json::{Members, Misfit},
    saved::{Fault, Key, RecordPlace, Stored, open},
};

use super::{Record, Shelf, take, writes};

/// What a value that was stored elsewhere comes to here.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Nothing: it is known, or older than what is known, or cannot be read.
    Nothing,
    /// A record of an article.
    Record(ArticleId, RecordPlace, Box<Stored>),
    /// A setting, or something else that no article shows.
    Beside,
    /// A newer version wrote it: this one must not write it any more.
    Locked,
}

impl Shelf {
    /// Takes note of a value that was stored elsewhere.
    pub fn hear(&mut self, key: &Key, value: &str) -> Heard {
        let stored = match open(value) {
            Ok(stored) => stored,
            Err(Fault::Newer) => {
                self.locked.push(key.clone());
                return Heard::Locked;
            }
            Err(Fault::Damaged | Fault::Misfit(_)) => return Heard::Nothing,
        };
        let known = self.revisions.get(key);
        if known.is_some_and(|known| !stored.revision.is_newer_than(known)) {
            return Heard::Nothing;
        }
        self.note(key, &stored);
        match key {
            Key::Article(article, place) => {
                Heard::Record(article.clone(), place.clone(), Box::new(stored))
            }
            Key::Setting(name) => {
                self.set_setting(name.clone(), stored.record);
                Heard::Beside
            }
            Key::Aside(_) | Key::Pending(..) => Heard::Beside,
        }
    }

    /// Keeps a record of an article that is not open.
    pub fn keep_closed(&mut self, article: &ArticleId, place: RecordPlace, stored: Stored) {
        let records = self.closed.entry(article.clone()).or_default();
        match records.iter_mut().find(|(other, _)| *other == place) {
            Some((_, old)) => *old = stored,
            None => records.push((place, stored)),
        }
    }

    /// Keeps the records of an article that has been taken down, as they are stored.
    pub fn put_back(&mut self, document: &Document) {
        let article = &document.details().id;
        let mut records = Vec::new();
        writes::whole(document, &mut records);
        let records = records.into_iter().map(|Record { place, deleted, members }| {
            let key = Key::Article(article.clone(), place.clone());
            (place, self.as_stored(key, deleted, members).1)
        });
        let records = records.collect();
        self.closed.insert(article.clone(), records);
    }

    /// Takes an article down that has been deleted; `None` when its records cannot be read.
    pub fn revive(&self, article: &ArticleId) -> Option<Document> {
        let (document, _) = take::read(article, self.closed.get(article)?);
        document
    }

    /// What records that were stored elsewhere change in their article, and the highest number of
    /// a claim that each remembers; an error for each that does not fit the article.
    pub fn changes(
        records: &[(RecordPlace, Stored)],
        document: &Document,
    ) -> Vec<Result<(Vec<Change>, u32), Misfit>> {
        let changes = take::changes_of(records, document);
        let read = records.iter().zip(changes);
        read.map(|((place, stored), changes)| Ok((changes?, take::number(place, stored)?)))
            .collect()
    }

    /// What else was written of a record at the same time, by member.
    pub(super) fn also(&self, key: &Key) -> Option<&Members> {
        self.also.iter().find(|(other, _)| other == key).map(|(_, also)| also)
    }

    /// Says what else was written of a record; nothing, when it has been decided.
    pub(super) fn set_also(&mut self, key: &Key, also: Members) {
        self.also.retain(|(other, _)| other != key);
        if !also.is_empty() {
            self.also.push((key.clone(), also));
        }
    }

    pub(super) fn note(&mut self, key: &Key, stored: &Stored) {
        self.revisions.insert(key.clone(), stored.revision.clone());
        self.set_also(key, stored.also.clone());
    }
}
