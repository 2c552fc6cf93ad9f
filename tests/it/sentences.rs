//! Sentences and clauses.

use claimlight::text::{ByteOffset, clauses, is_grapheme_edge, sentences, slice};

fn lines(fixture: &str) -> impl Iterator<Item = &str> {
    fixture.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn parts<'a>(text: &'a str, ranges: &[(ByteOffset, ByteOffset)]) -> Vec<&'a str> {
    ranges.iter().map(|(start, end)| slice(text, *start, *end).unwrap()).collect()
}

#[test]
fn sentences_end_where_people_end_them() {
    let fixture = include_str!("../fixtures/sentences.txt");
    let mut wrong = Vec::new();
    for line in lines(fixture) {
        let text = line.replace(" ⏐ ", " ").replace('⏐', "");
        let wanted: Vec<&str> = line.split('⏐').map(str::trim).collect();
        let found = sentences(&text);
        let found = parts(&text, &found);
        if found != wanted {
            wrong.push(format!("{wanted:?}\n   {found:?}"));
        }
    }
    assert!(lines(fixture).count() >= 60);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clauses_end_where_people_pause() {
    let fixture = include_str!("../fixtures/clauses.txt");
    let mut wrong = Vec::new();
    for line in lines(fixture) {
        let (text, wanted) = line.split_once(" →").unwrap();
        let wanted: Vec<&str> =
            wanted.split('⏐').map(str::trim).filter(|it| !it.is_empty()).collect();
        let found = clauses(text, ByteOffset::new(0), ByteOffset::new(text.len()));
        let found = parts(text, &found);
        if found != wanted {
            wrong.push(format!("{wanted:?}\n   {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the sentences and clauses of a text are in order, on edges of grapheme clusters, and
/// together, as sentences, cover all but white space.
#[track_caller]
fn check_whole(text: &str) {
    let mut before = 0;
    for (start, end) in sentences(text) {
        let between = &text[before..start.get()];
        assert!(between.trim().is_empty() && start < end, "{between:?} of {text:?}");
        assert!(is_grapheme_edge(text, start) && is_grapheme_edge(text, end), "{text:?}");
        let mut last = start;
        for (from, to) in clauses(text, start, end) {
            assert!(last <= from && from < to && to <= end, "{text:?}");
            assert!(is_grapheme_edge(text, from) && is_grapheme_edge(text, to), "{text:?}");
            last = to;
        }
        before = end.get();
    }
    assert!(text[before..].trim().is_empty(), "{text:?}");
}

#[test]
fn nothing_but_white_space_is_left_out() {
    for fixture in
        [include_str!("../fixtures/sentences.txt"), include_str!("../../static/sample.txt")]
    {
        fixture.lines().for_each(check_whole);
    }
    let nasty = "“A.” (B! “c”)… \u{301}d.\u{301} E?!» 👩‍👩‍👧. «F.» 他。」G \u{202e}H. . . \u{a0}I’s “J";
    for (at, _) in nasty.char_indices() {
        check_whole(&nasty[..at]);
        check_whole(&nasty[at..]);
    }
    for text in ["", " ", "\u{a0}\u{3000}", ".", "?!…", "😀", "\u{301}", "(((", "“““", "a.b.c"]
    {
        check_whole(text);
    }
}

#[test]
fn a_long_line_is_not_scanned_again_and_again() {
    let many = "Rents fell (by 5%, he said) “again”. ".repeat(20_000);
    assert_eq!(sentences(&many).len(), 20_000);
    assert_eq!(sentences(&". ".repeat(100_000)).len(), 1);
    assert_eq!(sentences(&"(".repeat(100_000)).len(), 1);
}
