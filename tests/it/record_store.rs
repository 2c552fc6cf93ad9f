//! Articles stored and taken down again.

use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use claimlight::{
    article::Kind,
    claim::{Claim, Tag},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ArticleId, ClaimId, TagId},
    storage::{
        Clock, ReadError, RecordStore, StoreContents, TabId, UnsealedWrite, Write, decode_record,
        encode_record, recover,
    },
};
use serde_json::json;

use crate::{
    export::{check_golden, write},
    fixtures,
};

/// A shelf and the stores it writes to.
struct Store {
    records: RecordStore,
    clock: Clock,
    found: StoreContents,
    document: Option<Document>,
}

impl Store {
    fn open(found: StoreContents) -> Self {
        let mut clock = Clock::new(TabId::new(EventContext { millis: 0, entropy: 5 }));
        let records = RecordStore::new(recover(&found, &mut clock, 5000));
        Self { records, clock, found, document: None }
    }

    /// With the rich article in it.
    fn rich() -> Self {
        let mut store = Self::open(StoreContents::default());
        store.change(adding(None, Some(fixtures::document())));
        store
    }

    fn change(&mut self, change: Change) -> Vec<Write> {
        let edit = Edit {
            action: Action::ArticleAdded,
            article: article(),
            at: fixtures::time(0),
            changes: vec![change],
        };
        let bases = self.records.base_records(&edit, self.document.as_ref());
        edit.apply(&mut self.document);
        let document = self.document.as_ref();
        let writes = self.records.writes_for_edit(&edit, bases, document, &mut self.clock, 6000);
        let writes: Vec<Write> = writes.into_iter().map(UnsealedWrite::seal).collect();
        for write in &writes {
            let row = (write.key.to_string(), write.value.clone());
            self.found.database.extend([row.clone()]);
            self.found.local.extend(Some(row).filter(|_| write.is_mirrored_locally()));
        }
        writes
    }

    /// The article as it would be taken down after opening the page again.
    fn taken(&self) -> Option<Document> {
        let (document, quarantined_values) =
            Self::open(self.found.clone()).records.load_article(&article())?;
        assert_eq!(quarantined_values, []);
        document
    }

    fn claim(&mut self, id: &str, after: bool) -> Vec<Write> {
        let id = ClaimId::new(id).unwrap();
        let claim = fixtures::document().claim(&id).cloned();
        let now = self.document.as_ref().and_then(|it| it.claim(&id).cloned());
        self.change(Change::Claim(id, Diff { before: now, after: claim.filter(|_| after) }))
    }
}

fn article() -> ArticleId {
    ArticleId::new("article-1").unwrap()
}

fn adding(before: Option<Document>, after: Option<Document>) -> Change {
    Change::Article(Diff { before: before.map(Box::new), after: after.map(Box::new) })
}

/// Changes a stored value and seals it anew.
fn change_record(found: &mut StoreContents, key: &str, from: &str, to: &str) {
    for store in [&mut found.local, &mut found.database] {
        let Some(value) = store.get_mut(key) else { continue };
        let mut stored = decode_record(value).unwrap();
        let text = json!(stored.record).to_string();
        assert!(text.contains(from), "{text}");
        stored.record = serde_json::from_str(&text.replace(from, to)).unwrap();
        *value = encode_record(&stored);
    }
}

#[test]
fn the_whole_article_is_taken_down_as_it_was_stored() {
    let taken = Store::rich().taken().unwrap();
    assert_eq!(write(&taken), write(&fixtures::document()));
    assert_eq!(taken, fixtures::document());
}

#[test]
fn the_stored_records_are_as_they_ever_were() {
    let store = Store::rich();
    assert_eq!(store.found.local, store.found.database);
    let rows = store.found.database.iter().fold(String::new(), |mut all, (key, value)| {
        writeln!(all, "{key}\n{value}").unwrap();
        all
    });
    check_golden("rich.records.txt", &rows);
}

#[test]
fn a_shelf_of_version_1_can_always_be_read() {
    let golden = include_str!("../fixtures/rich.records.txt");
    let lines: Vec<String> = golden.lines().map(str::to_owned).collect();
    let rows = lines.chunks(2).map(|row| (row[0].clone(), row[1].clone()));
    let found = StoreContents { local: BTreeMap::new(), database: rows.collect() };
    let (document, quarantined_values) =
        Store::open(found).records.load_article(&article()).unwrap();
    assert_eq!(quarantined_values, []);
    assert_eq!(write(&document.unwrap()), write(&fixtures::document()));
}

#[test]
fn unknown_members_with_our_own_names_are_not_taken_for_ours() {
    let ours = json!({ "v": 9, "rev": 9, "hlc": 1, "tab": 1, "sum": 1, "deleted": true,
        "order": -1, "unknown": { "unknown": 1 }, "start": 1, "beside": 1, "numbered": -1 });
    let ours = ours.as_object().unwrap();
    let mut document = fixtures::document();
    for claim in fixtures::document().claims() {
        let claim = Claim { unknown: ours.clone(), ..claim.as_ref().clone() };
        document.set_claim(&claim.id.clone(), Some(Rc::new(claim)));
    }
    for tag in fixtures::document().tags() {
        let tag = Tag { unknown: ours.clone(), ..tag.clone() };
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    document.set_unknown_members(ours.clone());
    let mut store = Store::open(StoreContents::default());
    store.change(adding(None, Some(document.clone())));
    assert_eq!(store.taken(), Some(document));
}

#[test]
fn a_change_of_a_claim_writes_that_claim_only() {
    let mut store = Store::rich();
    let keys: Vec<String> =
        store.claim("rich", false).iter().map(|write| write.key.to_string()).collect();
    assert_eq!(keys, ["claimlight/1/claim/article-1/rich"]);
}

#[test]
fn the_number_of_a_deleted_claim_is_not_given_again() {
    let mut store = Store::rich();
    store.claim("nested", false);
    let taken = store.taken().unwrap();
    assert_eq!((taken.claim_count(), taken.next_number()), (4, 10));
}

#[test]
fn an_article_that_comes_back_brings_its_numbers_and_no_old_claims() {
    let mut store = Store::rich();
    store.claim("nested", false);
    let mut before = store.document.clone();
    store.change(adding(before.clone(), None));
    assert!(store.taken().is_none(), "the article is deleted");
    let rich = ClaimId::new("rich").unwrap();
    before.as_mut().unwrap().set_claim(&rich, None);
    store.change(adding(None, before.clone()));
    let taken = store.taken().unwrap();
    assert_eq!(write(&taken), write(&before.unwrap()));
    assert_eq!(taken.next_number(), 10);
}

#[test]
fn another_article_of_the_same_name_does_not_bring_back_old_records() {
    let mut store = Store::rich();
    store.change(adding(store.document.clone(), None));
    let (blocks, _) = crate::span_markup::article("Rents rose.");
    let fresh =
        Document::new(fixtures::details("Rents"), blocks, claimlight::claim::default_scale());
    store.change(adding(None, Some(fresh.clone())));
    assert_eq!(write(&store.taken().unwrap()), write(&fresh));
}

#[test]
fn kinds_and_looks_of_blocks_are_stored() {
    let mut store = Store::rich();
    let block = fixtures::block("b2");
    store.change(Change::Kind(
        block.clone(),
        Diff { before: Kind::Paragraph, after: Kind::Quotation },
    ));
    let reviewed = store.document.as_ref().unwrap().review(&block).cloned();
    store.change(Change::Review(block.clone(), Diff { before: reviewed, after: None }));
    let taken = store.taken().unwrap();
    assert_eq!(taken.blocks().get(&block).unwrap().kind, Kind::Quotation);
    assert!(taken.review(&block).is_none());
    assert_eq!(write(&taken), write(store.document.as_ref().unwrap()));
}

#[test]
fn a_long_text_goes_to_the_database_only() {
    let check = |length: usize, is_local: bool| {
        let text = "é".repeat(length);
        let (blocks, _) = crate::span_markup::article(&text);
        let document =
            Document::new(fixtures::details(""), blocks, claimlight::claim::default_scale());
        let mut store = Store::open(StoreContents::default());
        store.change(adding(None, Some(document.clone())));
        let key = "claimlight/1/text/article-1";
        assert!(store.found.database.contains_key(key));
        assert_eq!(store.found.local.contains_key(key), is_local, "{length}");
        assert_eq!(store.taken(), Some(document));
    };
    check(99_000, true);
    check(100_000, true);
    check(100_001, false);
}

#[test]
fn a_record_that_does_not_fit_its_text_is_set_aside_alone() {
    let mut store = Store::rich();
    let key = "claimlight/1/claim/article-1/rich";
    change_record(&mut store.found, key, "owners", "Owners");
    let (document, quarantined_values) =
        Store::open(store.found.clone()).records.load_article(&article()).unwrap();
    assert_eq!(document.unwrap().claim_count(), 4);
    assert_eq!(quarantined_values.len(), 1);
    assert_eq!(quarantined_values[0].key, key);
    assert_eq!(quarantined_values[0].found, store.found.database[key]);
    assert!(
        matches!(&quarantined_values[0].fault, ReadError::Invalid(field_error) if field_error.place == "quote")
    );
}

#[test]
fn a_record_under_the_key_of_another_is_set_aside() {
    for (key, id) in [("claim/article-1/rich", "rich"), ("tag/article-1/zahl", "zahl")] {
        let mut store = Store::rich();
        let (from, to) = (format!("\"id\":\"{id}\""), "\"id\":\"other\"".to_owned());
        change_record(&mut store.found, &format!("claimlight/1/{key}"), &from, &to);
        let (_, quarantined_values) =
            Store::open(store.found).records.load_article(&article()).unwrap();
        assert_eq!(quarantined_values.len(), 1, "{key}");
    }
    let mut store = Store::rich();
    let (from, to) = ("\"id\":\"article-1\"", "\"id\":\"article-2\"");
    change_record(&mut store.found, "claimlight/1/article/article-1", from, to);
    let (document, quarantined_values) =
        Store::open(store.found).records.load_article(&article()).unwrap();
    assert!(document.is_none() && !quarantined_values.is_empty());
}

#[test]
fn an_article_without_its_text_is_kept_and_not_shown() {
    let mut store = Store::rich();
    for rows in [&mut store.found.local, &mut store.found.database] {
        rows.remove("claimlight/1/text/article-1");
    }
    let mut records = Store::open(store.found.clone()).records;
    assert_eq!(records.details(), []);
    let (document, quarantined_values) = records.load_article(&article()).unwrap();
    assert!(document.is_none() && records.has_live_records(&article()));
    assert_eq!(quarantined_values.len(), store.found.database.len(), "all records are told");
}

#[test]
fn tags_and_sources_that_are_lost_leave_claims_that_can_still_be_exported() {
    let mut store = Store::rich();
    for key in ["tag/article-1/zahl", "source/article-1/z-first"] {
        let key = format!("claimlight/1/{key}");
        store.found.local.remove(&key);
        store.found.database.insert(key, "damaged".to_owned());
    }
    let taken =
        Store::open(store.found.clone()).records.load_article(&article()).unwrap().0.unwrap();
    let rich = taken.claim(&ClaimId::new("rich").unwrap()).unwrap();
    assert_eq!(rich.tags.len(), 2, "the claim keeps what it carries");
    let id = TagId::new("zahl").unwrap();
    assert_eq!(taken.tag(&id), Some(&Rc::new(Tag::placeholder(id.clone()))));
    let context = EventContext { millis: 0, entropy: 1 };
    let again = claimlight::export::claimlight::read(&write(&taken), context).unwrap();
    assert_eq!(write(&again), write(&taken));
}

#[test]
fn a_locked_record_is_known() {
    let mut store = Store::rich();
    let key = "claimlight/1/claim/article-1/rich";
    store.found.database.insert(key.to_owned(), "{\"v\":2}".to_owned());
    let mut opened = Store::open(store.found);
    let document = opened.records.load_article(&article()).unwrap().0;
    let rich = ClaimId::new("rich").unwrap();
    let before = document.as_ref().and_then(|it| it.claim(&rich).cloned());
    assert!(before.is_some(), "the older copy is shown");
    let edit = Edit {
        action: Action::ClaimDeleted(rich.clone()),
        article: article(),
        at: fixtures::time(0),
        changes: vec![Change::Claim(rich, Diff { before, after: None })],
    };
    assert!(opened.records.is_locked(&edit));
    let other = ClaimId::new("other").unwrap();
    let change = Change::Claim(other, Diff { before: None, after: None });
    assert!(!opened.records.is_locked(&Edit { changes: vec![change], ..edit }));
}
