//! Reading JSON of our own stores.

use claimlight::json::parse;
use serde_json::Value;

use crate::chance::Chance;

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
    let mut chance = Chance::new(11);
    for _ in 0..20_000 {
        let mut bytes = whole.as_bytes().to_vec();
        let at = chance.below(bytes.len());
        bytes[at] = b" \"\\{}[]:,0123456789.eE+-truefalsnu\n"[chance.below(35)];
        check(&String::from_utf8(bytes).expect("ASCII"));
    }
}
