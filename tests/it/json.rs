//! Reading and writing JSON of our own stores.

use claimlight::json::{object_to_string, parse, to_string, to_string_pretty};
use serde_json::{Value, json};

use crate::rng::Rng;

/// Our reader takes and refuses what `serde_json` takes and refuses, and reads the same.
#[track_caller]
fn check(text: &str) {
    let theirs: Option<Value> = serde_json::from_str(text).ok();
    let ours = parse(text).map(|value| value.to_string());
    // Exponents are written otherwise there; read again, both are alike.
    let again = ours.map(|text| serde_json::from_str(&text).expect("JSON"));
    assert_eq!(again, theirs, "{text:?}");
}

#[test]
fn every_kind_of_value_is_read() {
    for text in [
        "null",
        "true",
        "false",
        " 1 ",
        "-0",
        "0.5",
        "1e3",
        "1E-3",
        "-12.50e+7",
        "\"\"",
        "[]",
        "{}",
        "[1, [2], {\"a\": [null]}]",
        "{\"a\":1,\"b\":{\"c\":\"d\"},\"a\":2}",
        "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\ud83d\\ude00 é 😀\"",
    ] {
        assert!(parse(text).is_some(), "{text}");
        check(text);
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "tru e",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+1",
        "0x1",
        "NaN",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\u{1}\"",
        "\"\n\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "1 2",
        "[]]",
        "\u{feff}1",
        "'a'",
    ] {
        assert!(parse(text).is_none(), "{text}");
        check(text);
    }
}

#[test]
fn numbers_stay_digit_for_digit() {
    for number in ["1e3", "1E3", "1.0", "-0", "0.10", "123456789012345678901234567890", "1e400"] {
        assert_eq!(parse(number).expect("a number").to_string(), number);
    }
}

#[test]
fn what_lies_too_deep_is_refused_and_never_traps() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [1, 126, 127, 128, 100_000] {
            let middle = if open == "[" { "" } else { "1" };
            let text = format!("{}{middle}{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(parse(&text).is_some(), depth <= 127, "{depth}");
            check(&text);
        }
    }
}

#[test]
fn damaged_json_is_read_as_serde_json_reads_it() {
    let whole = r#"{"v":1,"hlc":"1.0","also":{"note":["a\u00e9\ud83d\ude00"]},"n":-1.5e+3,"x":[true,null]}"#;
    for cut in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        check(&whole[..cut]);
    }
    let mut rng = Rng::new(11);
    for _ in 0..20_000 {
        let mut bytes = whole.as_bytes().to_vec();
        let at = rng.below(bytes.len());
        bytes[at] = b" \"\\{}[]:,0123456789.eE+-truefalsnu\n"[rng.below(35)];
        check(&String::from_utf8(bytes).expect("ASCII"));
    }
}

/// Our writer writes what `serde_json` writes.
#[track_caller]
fn check_written(value: &Value) {
    assert_eq!(to_string(value), serde_json::to_string(value).expect("JSON"));
    assert_eq!(to_string_pretty(value), serde_json::to_string_pretty(value).expect("JSON"));
    if let Value::Object(members) = value {
        assert_eq!(object_to_string(members), to_string(value));
    }
}

/// A value with lists and objects in it, so deep at most.
fn any_value(rng: &mut Rng, depth: usize) -> Value {
    let text = |rng: &mut Rng| rng.text(3) + ["", "\"", "\\\n", "\u{1f}\u{7f}"][rng.below(4)];
    match rng.below(if depth == 0 { 4 } else { 6 }) {
        0 => json!([None, Some(true), Some(false)][rng.below(3)]),
        1 => json!(rng.below(100_000)),
        2 => json!(-1.5),
        3 => json!(text(rng)),
        4 => (0..rng.below(4)).map(|_| any_value(rng, depth - 1)).collect(),
        _ => {
            let members = 0..rng.below(4);
            let member = |_| (text(rng), any_value(rng, depth - 1));
            Value::Object(members.map(member).collect())
        }
    }
}

#[test]
fn every_character_is_written_as_serde_json_writes_it() {
    let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
    check_written(&Value::String(all));
}

#[test]
fn what_was_read_is_written_as_serde_json_writes_it() {
    for text in [
        "null",
        "[]",
        "{}",
        "[[],{},[{}]]",
        "{\"\":{\"a\":[]},\"\\n\":\"\\\\\",\"b\":[true,false,null,-0,1e3,12345678901234567890.5]}",
    ] {
        check_written(&parse(text).expect("JSON"));
    }
    let mut rng = Rng::new(5);
    for _ in 0..2000 {
        check_written(&any_value(&mut rng, 4));
    }
}
