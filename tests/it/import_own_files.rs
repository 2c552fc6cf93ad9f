//! What becomes of files of other programs, and of damaged ones.

use claimlight::{event_context::EventContext, export::claimlight::read};
use serde_json::{Value, json};

use crate::{export::write, fixtures};

const CONTEXT: EventContext = EventContext { millis: 1_800_000_000_000, entropy: 7 };

fn rich() -> Value {
    serde_json::from_str(&write(&fixtures::document())).unwrap()
}

/// The rich file after `edit`, read and written again.
fn imported(edit: impl FnOnce(&mut Value)) -> Value {
    let mut file = rich();
    edit(&mut file);
    serde_json::from_str(&write(&read(&file.to_string(), CONTEXT).unwrap())).unwrap()
}

#[test]
fn identifiers_that_do_not_fit_are_replaced_and_kept_everywhere_the_same() {
    let file = imported(|file| {
        file["article"]["id"] = json!("an article");
        file["article"]["blocks"][1]["id"] = json!("b 2");
        file["tags"][0]["id"] = json!("Größe/1");
        file["sources"][0]["id"] = json!("");
        file["claims"][2]["id"] = json!("x".repeat(65));
        for claim in [2, 3] {
            file["claims"][claim]["block"] = json!("b 2");
        }
        file["claims"][2]["tags"][1] = json!("Größe/1");
        file["claims"][2]["evidence"][0]["source"] = json!("");
        file["ledger"][0]["block"] = json!("b 2");
    });
    let was = |value: &Value| value["sourceId"].as_str().map(str::to_owned);
    let claims = file["claims"].as_array().unwrap();
    let claim = claims.iter().find(|it| was(it).is_some()).expect("the renamed claim");
    assert_eq!(was(&file["article"]).as_deref(), Some("an article"));
    assert_eq!(was(&file["article"]["blocks"][1]).as_deref(), Some("b 2"));
    assert_eq!(was(&file["tags"][0]).as_deref(), Some("Größe/1"));
    assert_eq!(was(&file["sources"][0]).as_deref(), Some(""));
    assert_eq!(was(claim), Some("x".repeat(65)));
    assert_eq!(claim["block"], file["article"]["blocks"][1]["id"]);
    assert_eq!(claim["tags"][1], file["tags"][0]["id"]);
    assert_eq!(claim["evidence"][0]["source"], file["sources"][0]["id"]);
    assert_eq!(file["ledger"][0]["block"], file["article"]["blocks"][1]["id"]);
    let again = write(&read(&file.to_string(), CONTEXT).unwrap());
    assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), file, "once is enough");
}

#[test]
fn of_two_claims_with_one_number_the_one_made_earlier_keeps_it() {
    let file = imported(|file| {
        file["claims"][0]["number"] = json!(7);
        file["claims"][0]["created"] = json!("2026-11-22T00:00:30Z");
        file["claims"][1]["number"] = json!(7);
        file["claims"][1]["created"] = json!("2026-11-22T00:00:01Z");
        file["claims"][2]["created"] = json!("2026-11-22T00:00:20Z");
    });
    let number = |id: &str| {
        let claims = file["claims"].as_array().unwrap();
        claims.iter().find(|it| it["id"] == id).unwrap()["number"].clone()
    };
    assert_eq!(number("nested"), json!(7));
    assert_eq!(number("rich"), json!(8));
    assert_eq!(number("0192f0c2-0000-7000-8000-000000000001"), json!(9));
    assert_eq!(number("sentence"), json!(2));
}

#[test]
fn what_may_be_missing_may_be_missing() {
    let least = json!({
        "format": "claimlight",
        "version": 1,
        "article": {
            "id": "a", "title": "", "added": "2026-11-22T09:00:00Z",
            "sha256": claimlight::article::sha256_hex("Rents rose."), "text": "Rents rose.",
            "blocks": [{ "id": "b1", "kind": "paragraph", "codePoint": [0, 11] }],
        },
        "claims": [{
            "id": "c", "number": 1, "quote": "Rents", "position": { "codePoint": [0, 5] },
            "block": "b1", "created": "2026-11-22T09:00:00Z",
        }],
    });
    let document = read(&least.to_string(), CONTEXT).unwrap();
    assert_eq!(document.claim_count(), 1);
    assert_eq!(read(&write(&document), CONTEXT), Ok(document));
}

/// Every place of a value as a JSON pointer.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, value)| pointers(value, &format!("{here}/{name}"), all));
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, value)| pointers(value, &format!("{here}/{at}"), all)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A file that is read at all is written and read again without a change.
#[track_caller]
fn check_settled(file: &Value, change: &str) {
    let Ok(document) = read(&file.to_string(), CONTEXT) else { return };
    let written = write(&document);
    let again = read(&written, CONTEXT).unwrap_or_else(|why| panic!("{change}: {why}"));
    assert_eq!(write(&again), written, "{change}");
}

#[test]
fn whatever_one_value_is_changed_to_the_file_is_refused_or_loses_nothing_more() {
    let file = rich();
    let mut places = Vec::new();
    pointers(&file, "", &mut places);
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("b1"),
        json!([]),
        json!({}),
        json!([[], {}]),
        json!(u64::MAX),
    ];
    for (at, place) in places.iter().enumerate().skip(1) {
        // Each place gets some of the values, so that the test takes seconds.
        for value in values.iter().skip(at % 4).step_by(4) {
            let mut changed = file.clone();
            *changed.pointer_mut(place).unwrap() = value.clone();
            check_settled(&changed, &format!("{place} = {value}"));
        }
        let (parent, name) = place.rsplit_once('/').unwrap();
        let mut without = file.clone();
        match without.pointer_mut(parent).unwrap() {
            Value::Object(members) => drop(members.shift_remove(name)),
            Value::Array(items) => drop(items.remove(name.parse().unwrap())),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => unreachable!(),
        }
        check_settled(&without, &format!("without {place}"));
    }
}

#[test]
fn a_deep_file_is_refused_without_harm() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep, CONTEXT).is_err());
    let file = write(&fixtures::document());
    let nested = file.replacen("\"version\"", &format!("\"deep\": {deep}, \"version\""), 1);
    assert!(read(&nested, CONTEXT).is_err());
}

#[test]
fn halves_of_surrogate_pairs_are_replaced_and_whole_pairs_stay() {
    let mut file = rich();
    file["claims"][0]["note"] = json!("HERE");
    let escapes = r"a\ud800b \uD83D\uDE00 \\ud800 \udc00 \u00e9 \ud800\n";
    let document = read(&file.to_string().replace("HERE", escapes), CONTEXT).unwrap();
    let written: Value = serde_json::from_str(&write(&document)).unwrap();
    let note = "a\u{fffd}b 😀 \\ud800 \u{fffd} é \u{fffd}\n";
    assert_eq!(written["claims"][0]["note"], json!(note));
    for broken in [r#"{"a":"\ud8"#, r#"{"a":"\ud800"#, "\\ud800", r#"{"a":"\u+d80"}"#] {
        assert!(read(broken, CONTEXT).is_err(), "{broken}");
    }
}
