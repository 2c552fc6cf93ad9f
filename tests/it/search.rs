//! Words that are looked for, whatever their capitals, their marks, and what nobody sees in them.

use claimlight::text::SearchTerm;

/// Looks for a word in a text where what is found is marked, or nothing.
#[track_caller]
fn check(word: &str, marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    let found = SearchTerm::new(word).expect("a word").find(&text);
    let shown = found.map_or_else(
        || text.clone(),
        |range| {
            let (before, words) = (&text[..range.start], &text[range.clone()]);
            format!("{before}⟦{words}⟧{}", &text[range.end..])
        },
    );
    assert_eq!(shown, marked, "{word}");
}

#[test]
fn capital_letters_make_no_difference() {
    check("rents", "The ⟦RENTS⟧ rose.");
    check("ЦЕНЫ", "Все ⟦цены⟧ растут.");
    check("ΛΟΓΟΣ", "ο ⟦λόγος⟧");
    check("rents", "The rent rose.");
}

#[test]
fn marks_make_no_difference() {
    check("muller", "Herr ⟦Müller⟧ sagt");
    check("Müller", "Mr ⟦Muller⟧ says");
    check("caf\u{e9}", "one ⟦cafe\u{301}⟧ more");
    check("cafe\u{301}", "one ⟦caf\u{e9}⟧ more");
    check("cafe", "one ⟦cafe\u{301}⟧ more");
    check("walesa", "⟦Wałęsa⟧");
    check("nguyen", "⟦Nguyễn⟧");
    check("елка", "⟦Ёлка⟧ и");
    check("и\u{306}", "⟦й⟧");
    check("سلام", "⟦سَلَام⟧");
    check("שלום", "⟦שָׁלוֹם⟧");
}

#[test]
fn characters_that_stand_for_several_letters_are_found_by_these_and_find_them() {
    check("strasse", "die ⟦Straße⟧");
    check("STRASSE", "DIE ⟦STRAẞE⟧");
    check("straße", "die ⟦Strasse⟧");
    check("stras", "die ⟦Straß⟧e");
    check("strase", "die Straße");
    check("sen", "Straßen sind ⟦Sen⟧ken");
    check("oeuvre", "l’⟦œuvre⟧");
    check("aerø", "⟦Ærø⟧");
    check("financial", "a ⟦ﬁnancial⟧ aﬀair");
    check("office", "the ⟦oﬃce⟧");
    check("oﬃce", "the ⟦office⟧");
}

#[test]
fn what_nobody_sees_makes_no_difference() {
    check("Ministerium", "Das ⟦Minis\u{ad}te\u{200b}ri\u{2060}um⟧ sagt");
    check("Minis\u{ad}terium", "Das ⟦Ministerium⟧ sagt");
    check("rent", "\u{feff}⟦rent⟧\u{ad}s");
    check("a😀b", "x ⟦a\u{200d}😀\u{fe0f}b⟧");
}

#[test]
fn letters_whose_small_one_is_longer_do_not_move_what_is_found() {
    check("istanbul", "İİİ ⟦İstanbul⟧'da");
    check("ISTANBUL", "ııı ⟦ıstanbul⟧");
    check("da", "İstanbul'⟦da⟧");
    check("İzmir", "⟦i\u{307}zmir⟧");
    check("ẞ", "⟦ẞ⟧ and ß");
}

#[test]
fn what_only_begins_alike_is_passed_over() {
    check("aab", "a⟦aab⟧");
    check("éb", "ee\u{301}⟦e\u{301}b⟧");
    check("日本", "日日⟦日本⟧");
}

#[test]
fn a_word_of_nothing_that_counts_is_no_word() {
    for word in ["", "\u{ad}", "\u{301}", "\u{200b}\u{feff}"] {
        assert_eq!(SearchTerm::new(word), None, "{word:?}");
    }
}
