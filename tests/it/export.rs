//! Claimlight JSON: what is written, and that reading it back loses nothing.

use std::{fs, path::PathBuf};

use claimlight::{
    article::{Blocks, Kind},
    claim::default_scale,
    document::Document,
    event_context::EventContext,
    export::{FORMATS, claimlight::read, file_name},
    time::Timestamp,
};
use serde_json::Value;

use crate::{fixtures, rng::Rng, span_markup};

const CONTEXT: EventContext = EventContext { millis: 1_800_000_000_000, entropy: 7 };

/// The document as a file.
pub(crate) fn write(document: &Document) -> String {
    (FORMATS[0].encode)(document, fixtures::time(100))
}

/// Whether `found` is what the fixture of that name holds; `UPDATE_GOLDEN=1` makes it so.
#[track_caller]
pub(crate) fn check_golden(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == found, "{name} differs; UPDATE_GOLDEN=1 cargo test, and read the diff");
}

/// Reading the file gives a document that writes the same file, and fits its text.
#[track_caller]
fn check_round(document: &Document) {
    let file = write(document);
    let again = read(&file, CONTEXT).unwrap();
    assert_eq!(write(&again), file);
    assert_eq!(&again, document);
    check_quotes(&serde_json::from_str(&file).unwrap());
}

/// The text between the positions is the quote, in every unit, and the context is around it.
#[track_caller]
fn check_quotes(file: &Value) {
    let text = file["article"]["text"].as_str().unwrap();
    for claim in file["claims"].as_array().unwrap() {
        let further = claim["pieces"].as_array().cloned().unwrap_or_default();
        for piece in [claim].into_iter().chain(&further).filter(|it| !it["quote"].is_null()) {
            check_quote(text, piece);
        }
    }
}

#[track_caller]
fn check_quote(text: &str, piece: &Value) {
    let quote = piece["quote"].as_str().unwrap();
    let range = |unit: &str| {
        let at =
            |end: usize| usize::try_from(piece["position"][unit][end].as_u64().unwrap()).unwrap();
        (at(0), at(1))
    };
    let (start, end) = range("utf8");
    assert_eq!(&text[start..end], quote);
    let (from, to) = range("codePoint");
    assert_eq!(text.chars().skip(from).take(to - from).collect::<String>(), quote);
    let units: Vec<u16> = text.encode_utf16().collect();
    let (from, to) = range("utf16");
    assert_eq!(String::from_utf16(&units[from..to]).unwrap(), quote);
    assert!(text[..start].ends_with(piece["prefix"].as_str().unwrap()));
    assert!(text[end..].starts_with(piece["suffix"].as_str().unwrap()));
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_rich_article_is_written_as_it_ever_was() {
    check_golden("rich.claimlight.json", &write(&fixtures::document()));
}

#[test]
fn the_rich_article_is_read_back_without_loss() {
    check_round(&fixtures::document());
}

#[test]
fn an_empty_article_is_read_back() {
    check_round(&Document::new(fixtures::details(""), Blocks::default(), default_scale()));
}

#[test]
fn made_up_articles_are_read_back() {
    for seed in 0..60 {
        let mut rng = Rng::new(seed);
        let lines: Vec<String> = (0..4).map(|_| format!("a{}z", rng.text(12))).collect();
        let blocks = span_markup::blocks(&lines.join("\n"));
        let mut document = Document::new(fixtures::details("Made up"), blocks, default_scale());
        fixtures::scatter(&mut document, &mut rng, 8);
        check_round(&document);
    }
}

#[test]
fn only_exported_and_generator_depend_on_when_and_by_what() {
    let document = fixtures::document();
    let one = (FORMATS[0].encode)(&document, Timestamp::from_millis(0));
    let other = write(&document);
    let differing: Vec<(&str, &str)> =
        one.lines().zip(other.lines()).filter(|(one, other)| one != other).collect();
    let expected =
        ("  \"exported\": \"1970-01-01T00:00:00Z\",", "  \"exported\": \"2026-11-22T00:01:40Z\",");
    assert_eq!(differing, [expected]);
}

#[test]
fn members_come_in_the_order_of_the_contract() {
    let file: Value = serde_json::from_str(&write(&fixtures::document())).unwrap();
    let unknown = |place: &str| [format!("x-{place}"), "é😀".to_owned(), "a-last".to_owned()];
    let check = |value: &Value, known: &str, place: &str| {
        let mut expected: Vec<String> = known.split(' ').map(str::to_owned).collect();
        expected.extend(unknown(place));
        assert_eq!(keys(value), expected, "{place}");
    };
    check(
        &file,
        "format version exported generator article tags scale sources claims ledger",
        "file",
    );
    check(
        &file["article"],
        "id title byline source published language note added draft sha256 text blocks",
        "article",
    );
    check(&file["article"]["blocks"][1], "id kind codePoint", "block");
    check(&file["tags"][1], "id label color key meaning", "tag");
    check(&file["scale"], "id label ratings", "scale");
    check(&file["scale"]["ratings"][0], "id label value", "rating");
    let source = "id url archived title publisher date accessed kind locator contact note";
    check(&file["sources"][0], source, "source");
    let claim = &file["claims"][2];
    let members = "id number quote prefix suffix position pieces block paragraph tags status \
                   priority verdict claimant restated note correction evidence contact author \
                   created modified";
    check(claim, members, "claim");
    check(&claim["position"], "codePoint utf16 utf8", "position");
    check(&claim["pieces"][0], "quote prefix suffix position", "piece");
    check(&claim["verdict"], "scale rating label value best worst summary at", "verdict");
    check(&claim["claimant"], "name role", "claimant");
    check(&claim["evidence"][0], "source stance passage note", "evidence");
    check(&claim["contact"], "who asked due replied reply", "contact");
    check(&file["ledger"][1], "block state at", "looked");
}

#[test]
fn numbers_stay_digit_for_digit() {
    let file = write(&fixtures::document());
    for number in ["\"b\": 1.0,", "-0,", "10000000000000000000001,", "\"worst\": 1.0,"] {
        assert!(file.contains(number), "{number}");
    }
}

#[test]
fn an_exponent_gets_its_sign_as_json_stringify_writes_it() {
    let file = write(&fixtures::document());
    assert!(file.contains("\"value\": 1e+3,") && !file.contains("1e3"));
}

#[test]
fn the_layout_is_that_of_json_stringify() {
    let file = write(&fixtures::document());
    assert!(file.ends_with("\n}\n") && !file.ends_with("\n\n"));
    assert!(file.contains("\"evidence\": [],") && file.contains("\"a-last\": {}"));
    assert!(file.contains("\"utf8\": [\n          0,\n"), "one number a line");
    assert!(file.contains("👩‍👩‍👧‍👦") && file.contains("שלום"), "not escaped");
    assert!(file.contains("plan \\\\ \\\"quoted\\\"\\t\\u0001."), "escaped as JSON asks");
    assert!(file.contains("\"é😀\": \"\u{2028}\"") && !file.contains("\\/"));
    assert!(file.lines().all(|line| line.trim_start_matches(' ').len() % 2 == line.len() % 2));
}

#[test]
fn claims_come_in_text_order_the_longer_first_and_those_without_words_last() {
    let file: Value = serde_json::from_str(&write(&fixtures::document())).unwrap();
    let ids: Vec<&str> =
        file["claims"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    let first = "0192f0c2-0000-7000-8000-000000000001";
    assert_eq!(ids, [first, "nested", "rich", "sentence", "wordless"]);
}

#[test]
fn a_paragraph_is_told_by_its_number_on_screen() {
    let file: Value = serde_json::from_str(&write(&fixtures::document())).unwrap();
    let paragraphs: Vec<Option<u64>> =
        file["claims"].as_array().unwrap().iter().map(|it| it["paragraph"].as_u64()).collect();
    assert_eq!(paragraphs, [None, None, Some(1), Some(1), None]);
}

#[test]
fn every_kind_of_block_has_its_name_in_files() {
    for row in claimlight::article::KINDS {
        assert_eq!(Kind::from_name(row.name), Some(row.kind));
        assert_eq!(row.kind.name(), row.name);
    }
}

#[test]
fn files_are_named_after_the_title() {
    let check = |title: &str, name: &str| assert_eq!(file_name(title, FORMATS[0].extension), name);
    check("Taxes fell 5% – again!", "taxes-fell-5-again.claimlight.json");
    check("台灣 שלום", "article.claimlight.json");
    check("", "article.claimlight.json");
    check(&"x".repeat(99), &format!("{}.claimlight.json", "x".repeat(60)));
    let words = "word ".repeat(30);
    let name = file_name(&words, FORMATS[0].extension);
    assert_eq!(name, format!("{}word.claimlight.json", "word-".repeat(11)));
}

#[test]
fn a_leading_byte_order_mark_of_the_file_does_no_harm() {
    let file = write(&fixtures::document());
    assert!(read(&format!("\u{feff}{file}"), CONTEXT).is_ok());
}
