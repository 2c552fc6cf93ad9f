//! What two stores come to, whatever has happened to them.

use std::collections::BTreeMap;

use claimlight::{
    article::sha256_hex,
    event_context::EventContext,
    json::JsonObject,
    storage::{
        Clock, Hlc, Key, ReadError, Recovered, Revision, StoreContents, StoredRecord, TabId, Write,
        decode_record, encode_record, recover,
    },
};
use serde_json::json;

const CLAIM: &str = "claimlight/1/claim/a/c";
const TAG: &str = "claimlight/1/tag/a/t";

/// A value of a record that says `word`, written at a moment by a tab.
fn value(word: &str, millis: u64, tab: &str) -> String {
    let revision = Revision {
        rev: 1,
        hlc: Hlc::parse(&format!("{millis}.0")).unwrap(),
        tab: TabId::stored(tab),
    };
    let record = json!({ "word": word }).as_object().unwrap().clone();
    encode_record(&StoredRecord { revision, deleted: false, conflicts: JsonObject::new(), record })
}

fn newer() -> String {
    "{\"v\":2,\"word\":\"new\"}".to_owned()
}

fn store(rows: &[(&str, String)]) -> BTreeMap<String, String> {
    rows.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

fn found(local: &[(&str, String)], safe: &[(&str, String)]) -> StoreContents {
    StoreContents { local: store(local), database: store(safe) }
}

fn recovered(found: &StoreContents) -> Recovered {
    recover(found, &mut Clock::new(TabId::new(EventContext { millis: 0, entropy: 9 })), 1000)
}

/// The stores after the first `count` of the writes that recovery asks for, the database first.
fn mended(found: &StoreContents, recovered: &Recovered, count: usize) -> StoreContents {
    let mut found = found.clone();
    let row = |write: &Write| (write.key.to_string(), write.value.clone());
    let safe = recovered.missing_in_database.len().min(count);
    found.database.extend(recovered.missing_in_database[..safe].iter().map(row));
    found.local.extend(recovered.missing_in_local.iter().take(count - safe).map(row));
    found
}

/// The stores come to records that say these words; after its writes, or any part of them, there
/// is nothing more to lose, and after all of them nothing more to do.
#[track_caller]
fn check(found: &StoreContents, words: &[(&str, &str)]) -> Recovered {
    let first = recovered(found);
    let say = |recovered: &Recovered| -> BTreeMap<String, String> {
        let records =
            recovered.records.iter().filter(|(key, _)| !matches!(key, Key::Quarantined(_)));
        let word = |stored: &StoredRecord| stored.record["word"].as_str().unwrap().to_owned();
        records.map(|(key, stored)| (key.to_string(), word(stored))).collect()
    };
    let expected: BTreeMap<String, String> =
        words.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
    assert_eq!(say(&first), expected);
    for count in 0..=first.missing_in_database.len() + first.missing_in_local.len() {
        let after = mended(found, &first, count);
        assert_eq!(say(&recovered(&after)), expected, "after {count} writes");
        check_kept(found, &after);
    }
    let after = mended(found, &first, usize::MAX);
    let second = recovered(&after);
    assert_eq!(
        (second.missing_in_local, second.missing_in_database),
        (Vec::new(), Vec::new()),
        "all is done"
    );
    first
}

/// Every value that could not be read is still there: where it was, or set aside.
#[track_caller]
fn check_kept(before: &StoreContents, after: &StoreContents) {
    let values = |found: &StoreContents| -> Vec<String> {
        found.local.values().chain(found.database.values()).cloned().collect()
    };
    let now = values(after);
    for value in values(before).iter().filter(|value| decode_record(value).is_err()) {
        let quarantined = format!("\"found\":{}", json!(value));
        assert!(now.iter().any(|it| it == value || it.contains(&quarantined)), "{value} is lost");
    }
}

#[test]
fn empty_stores_come_to_nothing() {
    assert_eq!(check(&StoreContents::default(), &[]), Recovered::default());
}

#[test]
fn equal_stores_need_nothing() {
    let rows = [(CLAIM, value("one", 1, "a")), (TAG, value("two", 2, "b"))];
    let recovered = check(&found(&rows, &rows), &[(TAG, "two"), (CLAIM, "one")]);
    assert!(recovered.missing_in_local.is_empty() && recovered.missing_in_database.is_empty());
}

#[test]
fn each_store_is_rebuilt_from_the_other() {
    let rows = [(CLAIM, value("one", 1, "a")), (TAG, value("two", 2, "b"))];
    let recovered = check(&found(&rows, &[]), &[(TAG, "two"), (CLAIM, "one")]);
    assert_eq!((recovered.missing_in_local.len(), recovered.missing_in_database.len()), (0, 2));
    let recovered = check(&found(&[], &rows), &[(TAG, "two"), (CLAIM, "one")]);
    assert_eq!((recovered.missing_in_local.len(), recovered.missing_in_database.len()), (2, 0));
}

#[test]
fn the_newest_wins_wherever_it_is() {
    let (old, new) = (value("old", 1, "a"), value("new", 2, "a"));
    check(&found(&[(CLAIM, new.clone())], &[(CLAIM, old.clone())]), &[(CLAIM, "new")]);
    check(&found(&[(CLAIM, old)], &[(CLAIM, new)]), &[(CLAIM, "new")]);
    let (one, other) = (value("one", 1, "a"), value("other", 1, "b"));
    check(&found(&[(CLAIM, one.clone())], &[(CLAIM, other.clone())]), &[(CLAIM, "other")]);
    check(&found(&[(CLAIM, other)], &[(CLAIM, one)]), &[(CLAIM, "other")]);
}

#[test]
fn a_damaged_value_is_set_aside_before_a_readable_one_replaces_it() {
    let damaged = value("new", 2, "a").replace("new", "nwe");
    let good = value("old", 1, "a");
    for found in [
        found(&[(CLAIM, damaged.clone())], &[(CLAIM, good.clone())]),
        found(&[(CLAIM, good.clone())], &[(CLAIM, damaged.clone())]),
    ] {
        let recovered = check(&found, &[(CLAIM, "old")]);
        assert_eq!(recovered.quarantined_values.len(), 1);
        assert_eq!(recovered.quarantined_values[0].key, CLAIM);
        assert_eq!(recovered.quarantined_values[0].found, damaged);
        assert_eq!(recovered.quarantined_values[0].fault, ReadError::Damaged);
        let key = format!("claimlight/1/aside/{}", sha256_hex(&damaged));
        assert_eq!(recovered.missing_in_database[0].key.to_string(), key, "first of all");
        assert_eq!(recovered.missing_in_local[0].key.to_string(), key, "first of all");
    }
}

#[test]
fn values_that_are_damaged_in_both_stores_are_kept_once_each() {
    let (one, other) = (value("a", 1, "a").replace('a', "b"), "{\"v\":".to_owned());
    let recovered = check(&found(&[(CLAIM, one.clone())], &[(CLAIM, one.clone())]), &[]);
    assert_eq!((recovered.quarantined_values.len(), recovered.missing_in_database.len()), (1, 1));
    let recovered = check(&found(&[(CLAIM, one)], &[(CLAIM, other)]), &[]);
    assert_eq!((recovered.quarantined_values.len(), recovered.missing_in_database.len()), (2, 2));
}

#[test]
fn what_was_set_aside_stays_readable_when_its_copy_is_damaged() {
    let damaged = "{\"v\":".to_owned();
    let first = recovered(&found(&[(CLAIM, damaged.clone())], &[]));
    let mut found = mended(&found(&[(CLAIM, damaged)], &[]), &first, usize::MAX);
    let key = first.missing_in_database[0].key.to_string();
    found.local.insert(key.clone(), "broken".to_owned());
    check(&found, &[]);
    found.database.insert(key, "broken".to_owned());
    check(&found, &[]);
}

#[test]
fn what_a_newer_version_wrote_is_locked_and_left_as_it_is() {
    let good = value("old", 1, "a");
    for found in [
        found(&[(CLAIM, newer())], &[(CLAIM, good.clone())]),
        found(&[(CLAIM, good.clone())], &[(CLAIM, newer())]),
        found(&[(CLAIM, newer())], &[(CLAIM, newer())]),
        found(&[(CLAIM, newer())], &[]),
    ] {
        let recovered = recovered(&found);
        assert!(recovered.locked.contains(&Key::parse(CLAIM).unwrap()));
        assert!(recovered.missing_in_local.is_empty() && recovered.missing_in_database.is_empty());
        assert_eq!(recovered.quarantined_values[0].fault, ReadError::Newer);
    }
}

#[test]
fn other_keys_are_nobodys_business() {
    let rows = [
        ("other", value("one", 1, "a")),
        ("claimlight/2/claim/a/c", value("one", 1, "a")),
        ("claimlight/1/unknown/a", value("one", 1, "a")),
        ("claimlight/1/claim/a/c/d", "x".to_owned()),
        ("claimlight/1/claim/a b/c", "x".to_owned()),
    ];
    assert_eq!(check(&found(&rows, &[]), &[]), Recovered::default());
}

#[test]
fn a_key_is_read_as_it_is_written() {
    for key in [
        "article/a",
        "text/a",
        "block/a/b",
        "tag/a/t",
        "source/a/s",
        "claim/a/c",
        "setting/last",
        "aside/0123",
        "pending/tab/field",
    ] {
        let key = format!("claimlight/1/{key}");
        assert_eq!(Key::parse(&key).expect(&key).to_string(), key);
    }
}

#[test]
fn what_is_written_after_recovery_is_later_than_all_that_was_found() {
    let found = found(&[(CLAIM, value("one", 9_000_000, "z"))], &[]);
    let mut clock = Clock::new(TabId::new(EventContext { millis: 0, entropy: 9 }));
    recover(&found, &mut clock, 1000);
    assert!(clock.tick(1000) > Hlc::parse("9000000.0").unwrap());
}

#[test]
fn every_state_of_two_stores_settles() {
    let values = [
        None,
        Some(value("one", 1, "a")),
        Some(value("two", 2, "a")),
        Some(value("two", 2, "b")),
        Some("{\"v\":1,".to_owned()),
        Some(newer()),
    ];
    for local in &values {
        for safe in &values {
            let row = |value: &Option<String>| {
                value.iter().map(|value| (CLAIM.to_owned(), value.clone())).collect()
            };
            let found = StoreContents { local: row(local), database: row(safe) };
            let first = recovered(&found);
            for count in 0..=first.missing_in_database.len() + first.missing_in_local.len() {
                let after = mended(&found, &first, count);
                check_kept(&found, &after);
                assert_eq!(record(&recovered(&after), CLAIM), record(&first, CLAIM));
            }
            let second = recovered(&mended(&found, &first, usize::MAX));
            assert!(second.missing_in_local.is_empty() && second.missing_in_database.is_empty());
        }
    }
}

fn record(recovered: &Recovered, key: &str) -> Option<StoredRecord> {
    let key = Key::parse(key).unwrap();
    recovered.records.iter().find(|(other, _)| *other == key).map(|(_, stored)| stored.clone())
}
