//! What is saved of a span: its words and enough around them.

use claimlight::{
    anchor::{CONTEXT_CHARS, MAX_CONTEXT_CHARS, Selector, SelectorBuilder},
    text::{ByteOffset, first_graphemes, is_grapheme_edge, last_graphemes},
};

use crate::{rng::Rng, span_markup::ranges};

fn describe(marked: &str) -> Selector {
    let (text, ranges) = ranges(marked);
    let (start, end) = ranges[0];
    SelectorBuilder::new(&text).describe(ByteOffset::new(start), ByteOffset::new(end)).unwrap()
}

#[track_caller]
fn check(marked: &str, prefix: &str, quote: &str, suffix: &str) {
    let expected = Selector { quote: quote.into(), prefix: prefix.into(), suffix: suffix.into() };
    assert_eq!(describe(marked), expected);
}

/// What [`SelectorBuilder`] should say, found by searching the whole text again and again.
fn naive(text: &str, start: usize, end: usize) -> Selector {
    let mut context = CONTEXT_CHARS;
    loop {
        let prefix = last_graphemes(&text[..start], context);
        let suffix = first_graphemes(&text[end..], context);
        let whole = &text[start - prefix.len()..end + suffix.len()];
        let places =
            (0..text.len()).filter(|at| text.as_bytes()[*at..].starts_with(whole.as_bytes()));
        let is_all = prefix.len() == start && suffix.len() == text.len() - end;
        if places.count() < 2 || is_all || context >= MAX_CONTEXT_CHARS {
            return Selector {
                quote: text[start..end].into(),
                prefix: prefix.into(),
                suffix: suffix.into(),
            };
        }
        context += CONTEXT_CHARS;
    }
}

#[track_caller]
fn check_against_search(text: &str) {
    let selector_builder = SelectorBuilder::new(text);
    let edges: Vec<usize> =
        (0..=text.len()).filter(|at| is_grapheme_edge(text, ByteOffset::new(*at))).collect();
    let step = edges.len() / 12 + 1;
    for (at, start) in edges.iter().enumerate().step_by(step) {
        for end in edges[at + 1..].iter().step_by(step) {
            let found = selector_builder.describe(ByteOffset::new(*start), ByteOffset::new(*end));
            assert_eq!(found, Some(naive(text, *start, *end)), "{text:?} {start} {end}");
        }
    }
}

#[test]
fn the_context_is_32_code_points_on_each_side() {
    check(
        "0123456789abcdefghijklmnopqrstuvwxyz⟦ZZ⟧abcdefghijklmnopqrstuvwxyz0123456789",
        "456789abcdefghijklmnopqrstuvwxyz",
        "ZZ",
        "abcdefghijklmnopqrstuvwxyz012345",
    );
}

#[test]
fn at_the_ends_of_the_text_there_is_less_context() {
    check("⟦Rents⟧ rose", "", "Rents", " rose");
    check("Rents ⟦rose⟧", "Rents ", "rose", "");
    check("⟦Rents rose⟧", "", "Rents rose", "");
}

#[test]
fn the_context_goes_over_line_breaks() {
    check("Rents rose.\n⟦Wages⟧ fell.\nEnd.", "Rents rose.\n", "Wages", " fell.\nEnd.");
}

#[test]
fn the_context_is_cut_between_characters_as_read() {
    let family = "👩‍👩‍👧‍👦";
    let expected = family.repeat(4);
    check(&format!("{}⟦x⟧{}", family.repeat(9), family.repeat(9)), &expected, "x", &expected);
    let accents = "e\u{301}".repeat(40);
    let expected = "e\u{301}".repeat(16);
    check(&format!("{accents}⟦x⟧{accents}"), &expected, "x", &expected);
}

#[test]
fn a_family_longer_than_the_context_is_left_out() {
    let long = format!("a{}", "\u{301}".repeat(40));
    check(&format!("{long}⟦x⟧{long}"), "", "x", "");
}

#[test]
fn words_that_stand_elsewhere_in_the_same_context_get_more_of_it() {
    let same = "The council said on Thursday evening that rents rose by four per cent in May, June and July. ";
    let selector = describe(&format!("A {same}B {}C", same.replace("rents", "⟦rents⟧")));
    assert!(selector.prefix.chars().count() > CONTEXT_CHARS, "{selector:?}");
    assert!(selector.prefix.contains('B'), "{selector:?}");
}

#[test]
fn words_that_stand_elsewhere_in_another_context_get_no_more_of_it() {
    let selector = describe(
        "Last year, when nobody looked, the rents rose; this year, when all looked, the ⟦rents⟧ fell at once, said Ana Ruiz.",
    );
    assert_eq!(selector.prefix.chars().count(), CONTEXT_CHARS);
}

#[test]
fn a_text_that_only_repeats_itself_ends_at_the_longest_context() {
    let text = "na ".repeat(2000);
    let selector =
        SelectorBuilder::new(&text).describe(ByteOffset::new(3000), ByteOffset::new(3002));
    assert_eq!(selector.unwrap().prefix.chars().count(), MAX_CONTEXT_CHARS);
}

#[test]
fn offsets_that_do_not_fit_describe_nothing() {
    let selector_builder = SelectorBuilder::new("Cafe\u{301}");
    assert_eq!(selector_builder.describe(ByteOffset::new(0), ByteOffset::new(99)), None);
    assert_eq!(selector_builder.describe(ByteOffset::new(2), ByteOffset::new(1)), None);
    assert_eq!(selector_builder.describe(ByteOffset::new(0), ByteOffset::new(5)), None);
}

#[test]
fn texts_that_repeat_are_described_as_a_search_would() {
    check_against_search(&"rents rose ".repeat(20));
    check_against_search(&"aaaa".repeat(60));
    check_against_search(&"שלום 😀 ".repeat(20));
    check_against_search(&format!("{0}x{0}y{0}", "The same sentence stands here thrice. "));
}

#[test]
fn made_up_texts_are_described_as_a_search_would() {
    for seed in 0..60 {
        let mut rng = Rng::new(seed);
        let part = rng.text(25);
        let other = rng.text(8);
        check_against_search(&format!("{part}{other}{part}{}{part}", rng.text(8)));
    }
}
