//! What is written around a stored record, and that damage is noticed.

use claimlight::{
    event_context::EventContext,
    json::JsonObject,
    storage::{Clock, Hlc, ReadError, Revision, StoredRecord, TabId, decode_record, encode_record},
};
use serde_json::json;

use crate::fixtures;

fn stored(record: JsonObject) -> StoredRecord {
    let revision = Revision {
        rev: 3,
        hlc: Hlc::parse("1795305600000.0002").unwrap(),
        tab: TabId::stored("0000000000000000000000000000002a"),
    };
    StoredRecord { revision, deleted: false, conflicts: JsonObject::new(), record }
}

fn record() -> JsonObject {
    let mut record = fixtures::unknown("record");
    record.insert("text".to_owned(), json!("😀 שלום e\u{301} \"sum\":\",\"sum\":\"x\"}"));
    record.insert("nested".to_owned(), json!({ "a": 1, "sum": "0123456789abcdef" }));
    record
}

#[track_caller]
fn check_round(stored: &StoredRecord) {
    assert_eq!(decode_record(&encode_record(stored)).as_ref(), Ok(stored));
}

#[test]
fn a_record_is_read_back_as_it_was_stored() {
    check_round(&stored(record()));
    check_round(&stored(JsonObject::new()));
    check_round(&StoredRecord { deleted: true, ..stored(record()) });
}

#[test]
fn a_person_can_read_what_is_stored() {
    let record = json!({ "id": "c1", "note": "שלום" }).as_object().unwrap().clone();
    assert_eq!(
        encode_record(&StoredRecord { deleted: true, ..stored(record) }),
        "{\"v\":1,\"rev\":3,\"hlc\":\"1795305600000.0002\",\
         \"tab\":\"0000000000000000000000000000002a\",\"deleted\":true,\
         \"id\":\"c1\",\"note\":\"שלום\",\"sum\":\"a812fb1fa89aebc8\"}"
    );
}

#[test]
fn every_flipped_bit_is_noticed_or_does_no_harm() {
    let stored = stored(record());
    let sealed = encode_record(&stored);
    for byte in 0..sealed.len() {
        for bit in 0..8 {
            let mut bytes = sealed.clone().into_bytes();
            bytes[byte] ^= 1 << bit;
            let Ok(damaged) = String::from_utf8(bytes) else { continue };
            if let Ok(read) = decode_record(&damaged) {
                assert_eq!(read, stored, "{damaged}");
            }
        }
    }
}

#[test]
fn every_value_that_breaks_off_is_noticed() {
    let sealed = encode_record(&stored(record()));
    for end in 0..sealed.len() {
        let Some(part) = sealed.get(..end) else { continue };
        assert!(decode_record(part).is_err(), "{part}");
    }
}

#[test]
fn what_is_added_to_a_value_is_noticed() {
    let sealed = encode_record(&stored(record()));
    let body = sealed.strip_suffix('}').unwrap();
    for damaged in [
        format!("{sealed} "),
        format!("{sealed}{sealed}"),
        format!("{body},\"more\":1}}"),
        format!("{body},\"note\":\"forged\",\"sum\":\"0000000000000000\"}}"),
        format!("\u{feff}{sealed}"),
    ] {
        assert_eq!(decode_record(&damaged), Err(ReadError::Damaged), "{damaged}");
    }
}

#[test]
fn what_is_no_record_at_all_is_noticed() {
    for value in ["", "null", "1", "[]", "{}", "\"v\"", "Rents rose."] {
        assert!(decode_record(value).is_err(), "{value}");
    }
}

#[test]
fn a_newer_version_is_told_from_damage() {
    let sealed = encode_record(&stored(record())).replacen("\"v\":1", "\"v\":2", 1);
    assert_eq!(decode_record(&sealed), Err(ReadError::Newer));
    assert_eq!(decode_record("{\"v\":7,\"anything\":[]}"), Err(ReadError::Newer));
}

#[test]
fn the_later_write_is_the_newer_and_among_equals_the_one_of_the_later_tab() {
    let revision = |hlc: &str, tab: &str| Revision {
        rev: 1,
        hlc: Hlc::parse(hlc).unwrap(),
        tab: TabId::stored(tab),
    };
    assert!(revision("2.0", "a").is_newer_than(&revision("1.9", "b")));
    assert!(revision("2.1", "a").is_newer_than(&revision("2.0", "b")));
    assert!(revision("2.0", "b").is_newer_than(&revision("2.0", "a")));
    assert!(!revision("2.0", "a").is_newer_than(&revision("2.0", "a")));
    assert!(revision("10.0", "a").is_newer_than(&revision("9.0", "a")), "as numbers");
}

#[test]
fn a_clock_never_goes_back() {
    let mut clock = Clock::new(TabId::new(EventContext { millis: 0, entropy: 1 }));
    let first = clock.tick(1000);
    let second = clock.tick(1000);
    let third = clock.tick(10);
    assert!(first < second && second < third);
    assert_eq!(third.to_string(), "0000000001000.0002");
    clock.observe(Hlc::parse("5000.3").unwrap());
    assert!(clock.tick(2000) > Hlc::parse("5000.3").unwrap());
    assert_eq!(Hlc::parse(&third.to_string()), Some(third));
    assert_eq!(Hlc::parse("12"), None);
    assert_eq!(Hlc::parse("1.-1"), None);
}
