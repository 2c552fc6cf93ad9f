//! Articles stored and taken down again.

use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use claimlight::{
    article::Kind,
    claim::{Claim, Tag},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{ArticleId, ClaimId, TagId},
    saved::{Clock, Fault, Found, Shelf, TabId, Unsealed, Write, open, recover, seal},
    stamp::Stamp,
};
use serde_json::json;

use crate::{
    formats::{check_golden, write},
    rich,
};

/// A shelf and the stores it writes to.
struct Store {
    shelf: Shelf,
    clock: Clock,
    found: Found,
    document: Option<Document>,
}

impl Store {
    fn open(found: Found) -> Self {
        let mut clock = Clock::new(TabId::new(Stamp { millis: 0, seed: 5 }));
        let shelf = Shelf::new(recover(&found, &mut clock, 5000));
        Self { shelf, clock, found, document: None }
    }

    /// With the rich article in it.
    fn rich() -> Self {
        let mut store = Self::open(Found::default());
        store.change(adding(None, Some(rich::document())));
        store
    }

    fn change(&mut self, change: Change) -> Vec<Write> {
        let edit = Edit {
            act: Act::ArticleAdded,
            article: article(),
            at: rich::time(0),
            changes: vec![change],
        };
        let bases = self.shelf.bases(&edit, self.document.as_ref());
        edit.apply(&mut self.document);
        let document = self.document.as_ref();
        let writes = self.shelf.writes(&edit, bases, document, &mut self.clock, 6000);
        let writes: Vec<Write> = writes.into_iter().map(Unsealed::seal).collect();
        for write in &writes {
            let row = (write.key.to_string(), write.value.clone());
            self.found.safe.extend([row.clone()]);
            self.found.local.extend(Some(row).filter(|_| write.fits_local()));
        }
        writes
    }

    /// The article as it would be taken down after opening the page again.
    fn taken(&self) -> Option<Document> {
        let (document, asides) = Self::open(self.found.clone()).shelf.take(&article())?;
        assert_eq!(asides, []);
        document
    }

    fn claim(&mut self, id: &str, after: bool) -> Vec<Write> {
        let id = ClaimId::new(id).unwrap();
        let claim = rich::document().claim(&id).cloned();
        let now = self.document.as_ref().and_then(|it| it.claim(&id).cloned());
        self.change(Change::Claim(id, Swap { before: now, after: claim.filter(|_| after) }))
    }
}

fn article() -> ArticleId {
    ArticleId::new("article-1").unwrap()
}

fn adding(before: Option<Document>, after: Option<Document>) -> Change {
    Change::Article(Swap { before: before.map(Box::new), after: after.map(Box::new) })
}

/// Changes a stored value and seals it anew.
fn change_record(found: &mut Found, key: &str, from: &str, to: &str) {
    for store in [&mut found.local, &mut found.safe] {
        let Some(value) = store.get_mut(key) else { continue };
        let mut stored = open(value).unwrap();
        let text = json!(stored.record).to_string();
        assert!(text.contains(from), "{text}");
        stored.record = serde_json::from_str(&text.replace(from, to)).unwrap();
        *value = seal(&stored);
    }
}

#[test]
fn the_whole_article_is_taken_down_as_it_was_stored() {
    let taken = Store::rich().taken().unwrap();
    assert_eq!(write(&taken), write(&rich::document()));
    assert_eq!(taken, rich::document());
}

#[test]
fn the_stored_records_are_as_they_ever_were() {
    let store = Store::rich();
    assert_eq!(store.found.local, store.found.safe);
    let rows = store.found.safe.iter().fold(String::new(), |mut all, (key, value)| {
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
    let found = Found { local: BTreeMap::new(), safe: rows.collect() };
    let (document, asides) = Store::open(found).shelf.take(&article()).unwrap();
    assert_eq!(asides, []);
    assert_eq!(write(&document.unwrap()), write(&rich::document()));
}

#[test]
fn unknown_members_with_our_own_names_are_not_taken_for_ours() {
    let ours = json!({ "v": 9, "rev": 9, "hlc": 1, "tab": 1, "sum": 1, "deleted": true,
        "order": -1, "unknown": { "unknown": 1 }, "start": 1, "beside": 1, "numbered": -1 });
    let ours = ours.as_object().unwrap();
    let mut document = rich::document();
    for claim in rich::document().claims() {
        let claim = Claim { unknown: ours.clone(), ..claim.as_ref().clone() };
        document.set_claim(&claim.id.clone(), Some(Rc::new(claim)));
    }
    for tag in rich::document().tags() {
        let tag = Tag { unknown: ours.clone(), ..tag.clone() };
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    document.set_beside(ours.clone());
    let mut store = Store::open(Found::default());
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
    let (blocks, _) = crate::marked::article("Rents rose.");
    let fresh = Document::new(rich::details("Rents"), blocks, claimlight::claim::shipped_scale());
    store.change(adding(None, Some(fresh.clone())));
    assert_eq!(write(&store.taken().unwrap()), write(&fresh));
}

#[test]
fn kinds_and_looks_of_blocks_are_stored() {
    let mut store = Store::rich();
    let block = rich::block("b2");
    store.change(Change::Kind(
        block.clone(),
        Swap { before: Kind::Paragraph, after: Kind::Quotation },
    ));
    let looked = store.document.as_ref().unwrap().looked(&block).cloned();
    store.change(Change::Looked(block.clone(), Swap { before: looked, after: None }));
    let taken = store.taken().unwrap();
    assert_eq!(taken.blocks().get(&block).unwrap().kind, Kind::Quotation);
    assert!(taken.looked(&block).is_none());
    assert_eq!(write(&taken), write(store.document.as_ref().unwrap()));
}

#[test]
fn a_long_text_goes_to_the_database_only() {
    let check = |length: usize, is_local: bool| {
        let text = "é".repeat(length);
        let (blocks, _) = crate::marked::article(&text);
        let document = Document::new(rich::details(""), blocks, claimlight::claim::shipped_scale());
        let mut store = Store::open(Found::default());
        store.change(adding(None, Some(document.clone())));
        let key = "claimlight/1/text/article-1";
        assert!(store.found.safe.contains_key(key));
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
    let (document, asides) = Store::open(store.found.clone()).shelf.take(&article()).unwrap();
    assert_eq!(document.unwrap().claim_count(), 4);
    assert_eq!(asides.len(), 1);
    assert_eq!(asides[0].key, key);
    assert_eq!(asides[0].found, store.found.safe[key]);
    assert!(matches!(&asides[0].fault, Fault::Misfit(misfit) if misfit.place == "quote"));
}

#[test]
fn a_record_under_the_key_of_another_is_set_aside() {
    for (key, id) in [("claim/article-1/rich", "rich"), ("tag/article-1/zahl", "zahl")] {
        let mut store = Store::rich();
        let (from, to) = (format!("\"id\":\"{id}\""), "\"id\":\"other\"".to_owned());
        change_record(&mut store.found, &format!("claimlight/1/{key}"), &from, &to);
        let (_, asides) = Store::open(store.found).shelf.take(&article()).unwrap();
        assert_eq!(asides.len(), 1, "{key}");
    }
    let mut store = Store::rich();
    let (from, to) = ("\"id\":\"article-1\"", "\"id\":\"article-2\"");
    change_record(&mut store.found, "claimlight/1/article/article-1", from, to);
    let (document, asides) = Store::open(store.found).shelf.take(&article()).unwrap();
    assert!(document.is_none() && !asides.is_empty());
}

#[test]
fn an_article_without_its_text_is_kept_and_not_shown() {
    let mut store = Store::rich();
    for rows in [&mut store.found.local, &mut store.found.safe] {
        rows.remove("claimlight/1/text/article-1");
    }
    let mut shelf = Store::open(store.found.clone()).shelf;
    assert_eq!(shelf.details(), []);
    let (document, asides) = shelf.take(&article()).unwrap();
    assert!(document.is_none() && shelf.holds(&article()));
    assert_eq!(asides.len(), store.found.safe.len(), "all records are told");
}

#[test]
fn tags_and_sources_that_are_lost_leave_claims_that_can_still_be_exported() {
    let mut store = Store::rich();
    for key in ["tag/article-1/zahl", "source/article-1/z-first"] {
        let key = format!("claimlight/1/{key}");
        store.found.local.remove(&key);
        store.found.safe.insert(key, "damaged".to_owned());
    }
    let taken = Store::open(store.found.clone()).shelf.take(&article()).unwrap().0.unwrap();
    let rich = taken.claim(&ClaimId::new("rich").unwrap()).unwrap();
    assert_eq!(rich.tags.len(), 2, "the claim keeps what it carries");
    let id = TagId::new("zahl").unwrap();
    assert_eq!(taken.tag(&id), Some(&Rc::new(Tag::bare(id.clone()))));
    let stamp = Stamp { millis: 0, seed: 1 };
    let again = claimlight::formats::claimlight::read(&write(&taken), stamp).unwrap();
    assert_eq!(write(&again), write(&taken));
}

#[test]
fn a_locked_record_is_known() {
    let mut store = Store::rich();
    let key = "claimlight/1/claim/article-1/rich";
    store.found.safe.insert(key.to_owned(), "{\"v\":2}".to_owned());
    let mut opened = Store::open(store.found);
    let document = opened.shelf.take(&article()).unwrap().0;
    let rich = ClaimId::new("rich").unwrap();
    let before = document.as_ref().and_then(|it| it.claim(&rich).cloned());
    assert!(before.is_some(), "the older copy is shown");
    let edit = Edit {
        act: Act::ClaimDeleted(rich.clone()),
        article: article(),
        at: rich::time(0),
        changes: vec![Change::Claim(rich, Swap { before, after: None })],
    };
    assert!(opened.shelf.is_locked(&edit));
    let other = ClaimId::new("other").unwrap();
    let change = Change::Claim(other, Swap { before: None, after: None });
    assert!(!opened.shelf.is_locked(&Edit { changes: vec![change], ..edit }));
}
