//! Cutting a text into lines, as the public contract says.

use claimlight::text::{is_one_line, lines, trim_line_end};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(text).map(trim_line_end).collect::<Vec<_>>(), expected, "{text:?}");
    assert_eq!(is_one_line(text), expected.len() == 1, "{text:?}");
}

#[test]
fn every_line_break_of_the_contract_ends_a_line() {
    for sign in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        check(&format!("a{sign}b"), &["a", "b"]);
        check(&format!("{sign}a{sign}{sign}"), &["", "a", "", ""]);
    }
}

#[test]
fn cr_lf_is_one_break_and_lf_cr_are_two() {
    check("a\r\nb", &["a", "b"]);
    check("a\n\rb", &["a", "", "b"]);
    check("a\r\r\nb", &["a", "", "b"]);
}

#[test]
fn only_a_leading_byte_order_mark_is_dropped() {
    check("\u{feff}a", &["a"]);
    check("\u{feff}\na\u{feff}b", &["", "a\u{feff}b"]);
    check("\u{feff}\u{feff}a", &["\u{feff}a"]);
}

#[test]
fn spaces_are_dropped_at_the_end_of_a_line_and_kept_at_its_start() {
    check("  a \t\u{a0}\n b\u{3000}", &["  a", " b"]);
}

#[test]
fn signs_that_look_like_breaks_to_other_programs_are_kept() {
    check("a\u{1c}b\u{1e}c\u{1f}d\te", &["a\u{1c}b\u{1e}c\u{1f}d\te"]);
}

#[test]
fn characters_that_begin_like_a_line_break_end_no_line() {
    for text in ["", "a", "“a”", "a – b…", "20 °C", "é£", "\u{2027}\u{202a}", "\u{86}\u{84}"]
    {
        check(text, &[text]);
    }
}
