//! Where sentences and their clauses begin and end.

use claimlight::text::{ByteOffset, clauses, is_grapheme_edge, sentences};

use crate::span_markup::ranges;

/// All that is hard in a few lines: every kind of mark, beside what may not be cut.
const NASTY: &str = "  \u{301}He (a. B) won.\u{301} “No!” 他說：「走。」\u{301}と。 « Oui\u{202f}! »\u{a0}U.S. The \
    e\u{301}nd,\u{301} 👩‍👩‍👧! 🇺🇦, “a, \u{301}b”\u{301}; 12.[3] -- مرحبا، 1,000؟ \u{600}. \u{600} x… \r\n ((«„'\"? I—they\t";

/// The cases of a fixture: its lines but for comments.
fn cases(fixture: &str) -> impl Iterator<Item = String> {
    fixture
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.replace('⍽', "\u{a0}").replace('␣', "\u{202f}"))
}

/// The parts of `text` in the ranges.
fn parts(text: &str, ranges: &[(ByteOffset, ByteOffset)]) -> Vec<String> {
    ranges.iter().map(|(start, end)| text[start.get()..end.get()].to_owned()).collect()
}

/// The text without `⏐` has the sentences between the `⏐`.
#[track_caller]
fn check(cut: &str) {
    let text = cut.replace('⏐', "");
    let expected: Vec<_> = cut.split('⏐').map(str::trim).filter(|it| !it.is_empty()).collect();
    assert_eq!(parts(&text, &sentences(&text)), expected, "{text}");
    check_edges(&text);
}

/// The sentence without marks has the clauses that are marked.
#[track_caller]
fn check_clauses(marked: &str) {
    let (text, expected) = ranges(marked);
    let expected: Vec<_> =
        expected.iter().map(|(start, end)| text[*start..*end].to_owned()).collect();
    let (start, end) = (ByteOffset::new(0), ByteOffset::new(text.len()));
    assert_eq!(parts(&text, &clauses(&text, start, end)), expected, "{text}");
    check_edges(&text);
}

/// Sentences cover everything but white space, and clauses lie in order within them.
#[track_caller]
fn check_edges(text: &str) {
    let sentences = sentences(text);
    let mut before = 0;
    for (start, end) in &sentences {
        assert!(before <= start.get() && start < end, "in order, not empty: {text:?}");
        assert_eq!(text[before..start.get()].trim(), "", "nothing between: {text:?}");
        check_range(text, *start, *end);
        let mut inside = *start;
        for (from, to) in clauses(text, *start, *end) {
            assert!(inside <= from && from < to && to <= *end, "in order and inside: {text:?}");
            check_range(text, from, to);
            inside = to;
        }
        assert!(inside > *start, "at least one clause: {text:?}");
        before = end.get();
    }
    assert_eq!(text[before..].trim(), "", "nothing after: {text:?}");
}

/// The range lies between grapheme clusters and has no white space around it that could go.
#[track_caller]
fn check_range(text: &str, start: ByteOffset, end: ByteOffset) {
    assert!(is_grapheme_edge(text, start) && is_grapheme_edge(text, end), "edges: {text:?}");
    let part = &text[start.get()..end.get()];
    let inner = end.get() - part.trim_start().len();
    assert!(inner == start.get() || !is_grapheme_edge(text, ByteOffset::new(inner)), "{text:?}");
    let inner = start.get() + part.trim_end().len();
    assert!(inner == end.get() || !is_grapheme_edge(text, ByteOffset::new(inner)), "{text:?}");
}

#[test]
fn sentences_end_where_readers_of_news_see_them_end() {
    cases(include_str!("../fixtures/sentences.txt")).for_each(|case| check(&case));
}

#[test]
fn clauses_end_at_the_punctuation_of_their_sentence() {
    cases(include_str!("../fixtures/clauses.txt")).for_each(|case| check_clauses(&case));
}

#[test]
fn a_text_of_white_space_has_no_sentences() {
    check("");
    check(" \t\u{a0}\u{3000}");
}

#[test]
fn white_space_around_sentences_is_left_out() {
    check("\u{a0} He left. \u{3000}⏐ She stayed. \u{202f}");
    check("  (She stayed.⏐ He left.)  ");
}

#[test]
fn no_cut_parts_an_accent_from_what_it_stands_on() {
    check("He left. \u{301}She stayed.");
    check("他走了。\u{301}她留下了。⏐是。");
    check_clauses("⟦It fell,\u{301} and rose⟧, ⟦too⟧.");
}

#[test]
fn sentences_cover_every_part_of_a_nasty_text() {
    for (at, _) in NASTY.char_indices() {
        check_edges(&NASTY[..at]);
        check_edges(&NASTY[at..]);
    }
}

#[test]
fn clauses_count_from_the_start_of_the_text() {
    let text = "👍🏽 Cafe\u{301}. המס ירד, אמר. 🎉 Fine.";
    let found = sentences(text);
    let (start, end) = found[1];
    assert_eq!(parts(text, &[(start, end)]), ["המס ירד, אמר. 🎉"]);
    assert_eq!(parts(text, &clauses(text, start, end)), ["המס ירד", "אמר. 🎉"]);
}

#[test]
fn a_range_that_does_not_fit_the_text_has_no_clauses() {
    let at = ByteOffset::new;
    assert_eq!(clauses("é", at(1), at(2)), []);
    assert_eq!(clauses("Taxes", at(3), at(2)), []);
    assert_eq!(clauses("Taxes", at(0), at(9)), []);
    assert_eq!(clauses("Taxes", at(2), at(2)), []);
    assert_eq!(clauses("Taxes fell", at(5), at(6)), []);
}

#[test]
fn a_very_long_line_is_cut_as_a_short_one() {
    let hard = ["! (", "a. (", "“«„‹", "((", "? “", ".)", "A. ", "« a !", "[1", "x! ", ",\"", " "];
    for part in hard {
        let text = part.repeat(30_000 / part.len());
        let short = sentences(&part.repeat(10));
        let found = sentences(&text);
        assert!(found.len() >= short.len(), "{part:?}");
        for (start, end) in found {
            assert!(!clauses(&text, start, end).is_empty(), "{part:?}");
        }
    }
}
