//! The shelf: what is stored of the articles that are not open, and which write of each record is
//! the last.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::{
    article::Details,
    document::Document,
    edit::{Change, Edit, Swap},
    id::{ArticleId, BlockId},
    json::{Members, Misfit},
};

use super::{
    Aside, Clock, Fault, Hlc, Key, RecordPlace, Recovered, Revision, Stored, TabId, records, seal,
};

/// The longest text of an article that is kept in local storage as well, in characters; the
/// database has all of them.
const LONGEST_LOCAL_TEXT: usize = 100_000;

/// The name of the setting that says which article was on screen last.
const LAST_ARTICLE: &str = "last-article";

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
        match &self.key {
            Key::Article(_, RecordPlace::Text) | Key::Aside(_) => {
                self.value.len() <= LONGEST_LOCAL_TEXT
                    || self.value.chars().count() <= LONGEST_LOCAL_TEXT
            }
            Key::Article(..) | Key::Setting(_) => true,
        }
    }
}

/// What is stored.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    revisions: BTreeMap<Key, Revision>,
    closed: BTreeMap<ArticleId, BTreeMap<RecordPlace, Stored>>,
    locked: BTreeSet<Key>,
    last_article: Option<ArticleId>,
}

impl Shelf {
    /// The shelf of what was recovered.
    pub fn new(recovered: Recovered) -> Self {
        let mut shelf = Self { locked: recovered.locked, ..Self::default() };
        for (key, stored) in recovered.records {
            shelf.revisions.insert(key.clone(), stored.revision.clone());
            match key {
                Key::Article(article, place) => {
                    shelf.closed.entry(article).or_default().insert(place, stored);
                }
                Key::Setting(name) if name == LAST_ARTICLE => {
                    shelf.last_article = records::read_last_article(stored.record).ok();
                }
                Key::Setting(_) | Key::Aside(_) => {}
            }
        }
        shelf
    }

    /// Whether no article was ever stored here.
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty()
    }

    /// The article that was on screen last.
    pub fn last_article(&self) -> Option<ArticleId> {
        self.last_article.clone()
    }

    /// The value that stores which article was on screen last; `None` when it is stored already.
    pub fn remember_article(
        &mut self,
        article: &ArticleId,
        clock: &mut Clock,
        millis: u64,
    ) -> Option<Write> {
        let key = Key::Setting(LAST_ARTICLE.to_owned());
        if self.last_article.as_ref() == Some(article) || self.locked.contains(&key) {
            return None;
        }
        self.last_article = Some(article.clone());
        let members = records::write_last_article(article);
        let hlc = clock.tick(millis);
        Some(self.next_write(key, false, members, clock.tab(), hlc))
    }

    /// The details of the articles that are stored and have not been taken down, without those
    /// that are deleted or cannot be read.
    pub fn details(&self) -> Vec<Details> {
        let details = self.closed.values().filter_map(|records| {
            let stored = records.get(&RecordPlace::Details).filter(|stored| !stored.deleted)?;
            records.get(&RecordPlace::Text)?;
            Some(records::read_article(stored.record.clone()).ok()?.0)
        });
        details.collect()
    }

    /// Takes an article down to be worked on; `None` when it is not there or is deleted.
    ///
    /// Of an article that cannot be read as a whole nothing is taken, and every record is told as
    /// set aside; else only those that do not fit.
    pub fn take(&mut self, article: &ArticleId) -> Option<(Option<Document>, Vec<Aside>)> {
        let deleted =
            self.closed.get(article)?.get(&RecordPlace::Details).is_some_and(|it| it.deleted);
        if deleted {
            return None;
        }
        let records = self.closed.remove(article)?;
        let mut asides = Vec::new();
        match read_whole(&records) {
            Ok(mut document) => {
                for (place, stored) in &records {
                    if let Err(misfit) = read_part(place, stored, &mut document) {
                        asides.push(aside(article, place, stored, misfit));
                    }
                }
                Some((Some(document), asides))
            }
            Err(misfit) => {
                asides.extend(records.iter().map(|it| aside(article, it.0, it.1, misfit.clone())));
                Some((None, asides))
            }
        }
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
        let written: BTreeSet<RecordPlace> = records.iter().map(|it| it.place.clone()).collect();
        let first = Key::Article(article.clone(), RecordPlace::Details);
        let left = self.revisions.range(first..).map_while(|(key, _)| match key {
            Key::Article(other, place) if other == article => Some(place),
            Key::Article(..) | Key::Setting(_) | Key::Aside(_) => None,
        });
        let left = left.filter(|place| !written.contains(place)).cloned();
        records.extend(left.map(|place| Record::deleted(place, Members::new())));
    }
}

/// A record to be written.
struct Record {
    place: RecordPlace,
    deleted: bool,
    members: Members,
}

impl Record {
    fn kept(place: RecordPlace, members: Members) -> Self {
        Self { place, deleted: false, members }
    }

    fn deleted(place: RecordPlace, members: Members) -> Self {
        Self { place, deleted: true, members }
    }
}

/// The records that a change writes, where `document` is the article after it.
fn records_of(change: &Change, document: Option<&Document>, records: &mut Vec<Record>) {
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
fn whole(document: &Document, records: &mut Vec<Record>) {
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

/// The article with its text, without which nothing else can be read.
fn read_whole(records: &BTreeMap<RecordPlace, Stored>) -> Result<Document, Misfit> {
    let missing = |place| Misfit::new(place, "is missing");
    let details = records.get(&RecordPlace::Details).ok_or_else(|| missing("article"))?;
    let text = records.get(&RecordPlace::Text).ok_or_else(|| missing("text"))?;
    let (details, scale, beside) = records::read_article(details.record.clone())?;
    let mut document = Document::new(details, records::read_text(text.record.clone())?, scale);
    document.set_beside(beside);
    Ok(document)
}

fn read_part(place: &RecordPlace, stored: &Stored, document: &mut Document) -> Result<(), Misfit> {
    let record = stored.record.clone();
    match place {
        RecordPlace::Claim(_) if stored.deleted => {
            document.note_number(records::read_deleted_number(record)?);
        }
        RecordPlace::Details | RecordPlace::Text => {}
        _ if stored.deleted => {}
        RecordPlace::Block(id) => {
            let (kind, looked) = records::read_block(record)?;
            document.set_kind(id, kind);
            document.set_looked(id, looked.map(Rc::new));
        }
        RecordPlace::Tag(id) => {
            document.set_tag(id, Some(Rc::new(records::read_ordered_tag(record)?)));
        }
        RecordPlace::Source(id) => {
            document.set_source(id, Some(Rc::new(records::read_ordered_source(record)?)));
        }
        RecordPlace::Claim(id) => {
            let claim = records::read_stored_claim(record, document.blocks())?;
            document.set_claim(id, Some(Rc::new(claim)));
        }
    }
    Ok(())
}

fn aside(article: &ArticleId, place: &RecordPlace, stored: &Stored, misfit: Misfit) -> Aside {
    let key = Key::Article(article.clone(), place.clone()).to_string();
    Aside { key, found: seal(stored), fault: Fault::Misfit(misfit) }
}
