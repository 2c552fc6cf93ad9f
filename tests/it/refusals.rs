//! What is not taken for Claimlight JSON, and how the place is told.

use claimlight::{
    event_context::EventContext,
    export::claimlight::{ImportError, read},
};
use serde_json::{Value, json};

use crate::{export::write, fixtures};

const CONTEXT: EventContext = EventContext { millis: 1_800_000_000_000, entropy: 7 };

fn rich() -> Value {
    serde_json::from_str(&write(&fixtures::document())).unwrap()
}

/// Reads the rich file after `edit`, and returns why it was refused, if it was.
fn edited(edit: impl FnOnce(&mut Value)) -> Result<(), ImportError> {
    let mut file = rich();
    edit(&mut file);
    read(&file.to_string(), CONTEXT).map(drop)
}

/// Putting `value` at `pointer` of the rich file makes it refused, with that place told.
#[track_caller]
fn check(pointer: &str, value: Value, place: &str) {
    let refusal = edited(|file| *file.pointer_mut(pointer).expect(pointer) = value);
    match refusal {
        Err(ImportError::Mismatch(field_error)) => {
            assert_eq!(field_error.place, place, "{field_error}");
        }
        Err(other) => panic!("{pointer}: {other}"),
        Ok(()) => panic!("{pointer} was taken"),
    }
}

/// Taking `name` out of the object at `pointer` makes it refused, with that place told.
#[track_caller]
fn check_missing(pointer: &str, name: &str, place: &str) {
    let refusal = edited(|file| {
        let object = file.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
        object.shift_remove(name).expect(name);
    });
    match refusal {
        Err(ImportError::Mismatch(field_error)) => {
            assert_eq!(field_error.place, place, "{field_error}");
        }
        Err(other) => panic!("{pointer}/{name}: {other}"),
        Ok(()) => panic!("{pointer} was taken without {name}"),
    }
}

#[test]
fn what_is_no_json_is_refused_with_line_and_character() {
    let refused = |file: &str| read(file, CONTEXT).unwrap_err();
    assert_eq!(refused(""), ImportError::Truncated { line: 1, column: 0 });
    assert_eq!(refused("{\n \"a\": [1,"), ImportError::Truncated { line: 2, column: 9 });
    let problem = "trailing characters".to_owned();
    assert_eq!(refused("{}\n x"), ImportError::InvalidJson { line: 2, column: 2, problem });
    assert!(matches!(refused("Rents rose."), ImportError::InvalidJson { line: 1, column: 1, .. }));
}

#[test]
fn characters_are_counted_as_people_count_them() {
    let refused = |file: &str| read(file, CONTEXT).unwrap_err();
    assert_eq!(refused("{\"é😀\": "), ImportError::Truncated { line: 1, column: 7 });
    assert!(matches!(refused("{\"é😀\": x"), ImportError::InvalidJson { line: 1, column: 8, .. }));
}

#[test]
fn a_file_that_breaks_off_anywhere_is_refused_as_such() {
    let mut document = fixtures::document();
    let ids: Vec<_> = document.claims().map(|claim| claim.id.clone()).collect();
    for id in ids.iter().filter(|id| id.as_str() != "wordless") {
        document.set_claim(id, None);
    }
    let file = write(&document);
    for end in 0..file.len() - 1 {
        let Some(part) = file.get(..end) else { continue };
        let refusal = read(part, CONTEXT).unwrap_err();
        assert!(matches!(refusal, ImportError::Truncated { .. }), "{end}: {refusal}");
    }
    assert!(read(file.trim_end(), CONTEXT).is_ok(), "only the last line break is missing");
}

#[test]
fn json_of_another_kind_is_refused() {
    for file in ["[]", "1", "null", "{}", "{\"format\":\"other\"}", "{\"format\":1}"] {
        assert_eq!(read(file, CONTEXT), Err(ImportError::WrongFormat), "{file}");
    }
}

#[test]
fn a_newer_version_is_refused_by_its_number() {
    for version in ["2", "10000000000"] {
        let file = format!("{{\"format\":\"claimlight\",\"version\":{version},\"new\":true}}");
        assert_eq!(
            read(&file, CONTEXT),
            Err(ImportError::NewerVersion { found: version.to_owned() })
        );
    }
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
        check("/version", version, "version");
    }
}

#[test]
fn the_text_must_have_its_fingerprint() {
    check("/article/sha256", json!("0".repeat(64)), "article.sha256");
    check("/article/text", json!("Taxes fell 6%"), "article.sha256");
    let upper = rich()["article"]["sha256"].as_str().unwrap().to_uppercase();
    check("/article/sha256", json!(upper), "article.sha256");
}

#[test]
fn blocks_must_make_up_the_text() {
    check("/article/blocks/1/codePoint/0", json!(0), "article.blocks[1].codePoint");
    check("/article/blocks/1/codePoint", json!([1]), "article.blocks[1].codePoint");
    check("/article/blocks/1/codePoint/1", json!(-1), "article.blocks[1].codePoint[1]");
    check("/article/blocks/1/codePoint/1", json!(1.5), "article.blocks[1].codePoint[1]");
    check("/article/blocks/1/kind", json!("poem"), "article.blocks[1].kind");
    check("/article/blocks/1/id", json!("b1"), "article.blocks[1].id");
    check("/article/blocks", json!([]), "article.blocks");
    check("/article/blocks/0", json!(7), "article.blocks[0]");
    let refusal = edited(|file| {
        let blocks = file["article"]["blocks"].as_array_mut().unwrap();
        blocks.push(json!({ "id": "b9", "kind": "other", "codePoint": [0, 0] }));
    });
    assert!(refusal.unwrap_err().to_string().starts_with("article.blocks[7]: "));
}

#[test]
fn a_text_must_be_canonical() {
    for text in ["a\r\nb", "a\u{2028}", "a \nb", "a\n\nb", "a\n", "\na", " "] {
        let hash = claimlight::article::sha256_hex(text);
        let mut at = 0;
        let blocks: Vec<Value> = text
            .split('\n')
            .enumerate()
            .map(|(index, line)| {
                let start = at;
                at += line.chars().count() + 1;
                json!({ "id": format!("b{index}"), "kind": "paragraph", "codePoint": [start, at - 1] })
            })
            .collect();
        let refusal = edited(|file| {
            let article = &mut file["article"];
            article["text"] = json!(text);
            article["sha256"] = json!(hash);
            article["blocks"] = json!(blocks);
        });
        let refusal = refusal.unwrap_err().to_string();
        assert!(refusal.starts_with("article.blocks["), "{text:?}: {refusal}");
    }
}

#[test]
fn the_quote_must_be_the_text_between_the_positions() {
    check("/claims/2/quote", json!("Cafe owner"), "claims[2].quote");
    check("/claims/2/position/codePoint/0", json!(0), "claims[2].position.utf16");
    check("/claims/2/position/codePoint/1", json!(9999), "claims[2].position.codePoint");
    check("/claims/2/position/codePoint/1", json!(-3), "claims[2].position.codePoint[1]");
    check("/claims/2/position/utf16/0", json!(9), "claims[2].position.utf16");
    check("/claims/2/position/utf8/1", json!(9), "claims[2].position.utf8");
    check("/claims/2/position", json!(null), "claims[2].position");
    check("/claims/2/prefix", json!("x"), "claims[2].prefix");
    check("/claims/2/suffix", json!("x"), "claims[2].suffix");
    check("/claims/2/pieces/0/quote", json!("x"), "claims[2].pieces[0].quote");
    check("/claims/2/pieces/0/quote", json!(null), "claims[2].pieces[0].prefix");
    check("/claims/2/pieces/1/position/utf8/0", json!(0), "claims[2].pieces[1].position.utf8");
}

#[test]
fn a_quote_must_not_cut_a_character_as_read() {
    let refusal = edited(|file| {
        let claim = &mut file["claims"][2];
        claim["quote"] = json!("Cafe");
        let start = claim["position"]["codePoint"][0].as_u64().unwrap();
        claim["position"] = json!({ "codePoint": [start, start + 4] });
        claim["suffix"] = json!("");
    });
    assert!(refusal.unwrap_err().to_string().starts_with("claims[2].quote: "));
}

#[test]
fn further_pieces_come_in_text_order() {
    let refusal = edited(|file| file["claims"][2]["pieces"].as_array_mut().unwrap().reverse());
    assert!(refusal.unwrap_err().to_string().starts_with("claims[2].pieces[1]: "));
}

#[test]
fn a_claim_without_words_has_nothing_of_them() {
    check("/claims/4/position", json!({ "codePoint": [0, 1] }), "claims[4].position");
    check("/claims/4/prefix", json!("x"), "claims[4].prefix");
    check("/claims/4/suffix", json!("x"), "claims[4].suffix");
    let refusal = edited(|file| {
        let pieces = file["claims"][2]["pieces"].clone();
        file["claims"][4]["pieces"] = pieces;
    });
    assert!(refusal.unwrap_err().to_string().starts_with("claims[4].pieces: "));
}

#[test]
fn the_block_of_a_claim_is_where_it_starts() {
    check("/claims/2/block", json!("b1"), "claims[2].paragraph");
    check("/claims/0/block", json!("b6"), "claims[0].block");
    check("/claims/4/block", json!("none"), "claims[4].block");
    check("/claims/2/paragraph", json!(2), "claims[2].paragraph");
    check("/claims/4/paragraph", json!(1), "claims[4].paragraph");
}

#[test]
fn references_lead_somewhere() {
    check("/claims/2/tags/0", json!("none"), "claims[2].tags[0]");
    check("/claims/2/evidence/1/source", json!("none"), "claims[2].evidence[1].source");
    check("/ledger/0/block", json!("none"), "ledger[0].block");
}

#[test]
fn identifiers_are_there_once() {
    check("/tags/1/id", json!("zahl"), "tags[1].id");
    check("/sources/1/id", json!("z-first"), "sources[1].id");
    check("/claims/2/id", json!("nested"), "claims[2].id");
    check("/claims/2/tags/1", json!("a.tag_1-x"), "claims[2].tags[1]");
    check("/tags/1/key", json!("9"), "tags[1].key");
    check("/ledger/1/block", json!("b2"), "ledger[1].block");
}

#[test]
fn members_have_their_types() {
    check("/article", json!([]), "article");
    check("/article/title", json!(1), "article.title");
    check("/article/byline", json!({}), "article.byline");
    check("/article/added", json!("2026-11-22"), "article.added");
    check("/article/added", json!("2026-11-22T09:00:00+01:00"), "article.added");
    check("/article/added", json!("2026-11-22T09:00:00.5Z"), "article.added");
    check("/article/draft", json!(0), "article.draft");
    check("/article/draft", json!(-1), "article.draft");
    check("/exported", json!(1), "exported");
    check("/tags", json!({}), "tags");
    check("/tags/0/key", json!("0"), "tags[0].key");
    check("/tags/0/key", json!("10"), "tags[0].key");
    check("/tags/0/key", json!(1), "tags[0].key");
    check("/tags/0/color", json!("#fff"), "tags[0].color");
    check("/scale/ratings/0/value", json!("1"), "scale.ratings[0].value");
    check("/sources/0/kind", json!("rumour"), "sources[0].kind");
    check("/claims/0/number", json!(0), "claims[0].number");
    check("/claims/0/number", json!(-1), "claims[0].number");
    check("/claims/0/number", json!("1"), "claims[0].number");
    check("/claims/0/status", json!("open"), "claims[0].status");
    check("/claims/0/priority", json!(4), "claims[0].priority");
    check("/claims/0/created", json!(null), "claims[0].created");
    check("/claims/2/verdict/value", json!("4"), "claims[2].verdict.value");
    check("/claims/2/verdict/at", json!("today"), "claims[2].verdict.at");
    check("/claims/2/claimant/name", json!(null), "claims[2].claimant.name");
    check("/claims/2/evidence/0/stance", json!("maybe"), "claims[2].evidence[0].stance");
    check("/claims/2/contact", json!("me"), "claims[2].contact");
    check("/ledger/0/state", json!("open"), "ledger[0].state");
    check("/ledger/0/at", json!(5), "ledger[0].at");
}

#[test]
fn members_that_must_be_there_are_missed() {
    check_missing("", "article", "article");
    check_missing("", "version", "version");
    for name in ["id", "title", "added", "sha256", "text", "blocks"] {
        check_missing("/article", name, &format!("article.{name}"));
    }
    for name in ["id", "number", "position", "block", "created"] {
        check_missing("/claims/0", name, &format!("claims[0].{name}"));
    }
    check_missing("/claims/0/position", "codePoint", "claims[0].position.codePoint");
    for name in ["id", "label", "color"] {
        check_missing("/tags/0", name, &format!("tags[0].{name}"));
    }
    check_missing("/sources/1", "id", "sources[1].id");
    check_missing("/ledger/0", "state", "ledger[0].state");
}
