//! Where two texts differ.

use claimlight::text::hunks;

use crate::rng::Rng;

/// The old words that differ stand in `[…|…]` with the new ones after the bar.
#[track_caller]
fn check(old: &str, new: &str, shown: &str) {
    let (mut message, mut at) = (String::new(), 0);
    for hunk in hunks(old, new) {
        message += &old[at..hunk.old.0];
        let (was, is) = (&old[hunk.old.0..hunk.old.1], &new[hunk.new.0..hunk.new.1]);
        message.extend(["[", was, "|", is, "]"]);
        at = hunk.old.1;
    }
    message += &old[at..];
    assert_eq!(message, shown);
}

#[test]
fn texts_differ_word_by_word() {
    check("Rents rose.", "Rents rose.", "Rents rose.");
    check("Rents rose teh most.", "Rents rose the most.", "Rents rose [teh|the] most.");
    check(
        "Rents ros by 5 percent",
        "Rent rose by 5 per cent",
        "[Rents|Rent] [ros|rose] by 5 [percent|per cent]",
    );
    check("a b", "", "[a b|]");
    check("", "a b", "[|a b]");
    check("Ende👩‍👩‍👧 gut", "Ende👩‍👩‍👦 gut", "Ende[👩‍👩‍👧|👩‍👩‍👦] gut");
    check("caf\u{65}\u{301}", "cafe", "[cafe\u{301}|cafe]");
}

#[test]
fn white_space_differs_exactly() {
    check("foo bar", "foo\nbar", "foo bar");
    check("foo   bar", "foo\nbar", "foo [  |]bar");
    check("foobar", "foo\nbar", "foo[|\n]bar");
    check("日本", "日\n本", "日[|\n]本");
}

/// What is not told of is the same, and the rest makes the new text of the old one.
#[test]
fn what_differs_makes_one_text_of_the_other() {
    for seed in 0..3000 {
        let mut rng = Rng::new(seed);
        let old = rng.text(30);
        let mut new = old.clone();
        for _ in 0..rng.below(4) {
            let edges: Vec<usize> =
                new.char_indices().map(|(at, _)| at).chain([new.len()]).collect();
            let from = edges[rng.below(edges.len())];
            let to = edges[rng.below(edges.len())].max(from);
            new.replace_range(from..to, &rng.text(3));
        }
        let (mut made, mut at) = (String::new(), 0);
        for hunk in hunks(&old, &new) {
            made += &old[at..hunk.old.0];
            assert_eq!(made.len(), hunk.new.0, "{old:?} {new:?}");
            made += &new[hunk.new.0..hunk.new.1];
            at = hunk.old.1;
        }
        made += &old[at..];
        assert_eq!(made, new, "of {old:?}");
    }
}
