//! What a selection covers once half-covered words are taken whole.

use claimlight::text::word_count;

use crate::span_markup::{article, mark};

/// Dragging over the first span marks the second; where the second has none, nothing.
#[track_caller]
fn check(dragged: &str, marked: &str) {
    let (blocks, spans) = article(dragged);
    let words = spans[0].expand_to_words(&blocks);
    assert_eq!(mark(&blocks, words.as_ref()), marked);
    if let Some(words) = words {
        assert_eq!(words.expand_to_words(&blocks).as_ref(), Some(&words), "twice is once");
        assert!(words.text(&blocks).is_some(), "fits the article");
    }
}

/// Dragging exactly over the first span marks the second.
#[track_caller]
fn check_exact(dragged: &str, marked: &str) {
    let (blocks, spans) = article(dragged);
    assert_eq!(mark(&blocks, spans[0].to_graphemes(&blocks).as_ref()), marked);
}

#[test]
fn half_covered_words_are_taken_whole() {
    check("Taxes fe⟦ll by fi⟧ve per cent.", "Taxes ⟦fell by five⟧ per cent.");
    check("Ta⟦x⟧es", "⟦Taxes⟧");
}

#[test]
fn a_word_that_is_only_touched_stays_outside() {
    check("Taxes⟦ fell⟧ by", "Taxes ⟦fell⟧ by");
    check("Taxes ⟦fell ⟧by", "Taxes ⟦fell⟧ by");
}

#[test]
fn spaces_of_all_kinds_are_left_out_at_the_edges() {
    check("Taxes⟦ \u{a0}\u{2009}fell\u{3000} ⟧by", "Taxes \u{a0}\u{2009}⟦fell⟧\u{3000} by");
}

#[test]
fn nothing_but_spaces_is_nothing() {
    check("Taxes⟦ ⟧fell", "Taxes fell");
    check("Taxes ⟦\u{a0}\u{a0}⟧fell", "Taxes \u{a0}\u{a0}fell");
    check("Taxes⟦⟧ fell", "Taxes fell");
}

#[test]
fn quotation_marks_and_brackets_stay_as_they_were_dragged() {
    check("He said: ⟦“fell”⟧.", "He said: ⟦“fell”⟧.");
    check("He said: “⟦fell⟧”.", "He said: “⟦fell⟧”.");
    check("He said: “⟦fe⟧ll”.", "He said: “⟦fell⟧”.");
    check("It fell (b⟦y 5%)⟧.", "It fell (⟦by 5%)⟧.");
}

#[test]
fn an_apostrophe_is_part_of_its_word() {
    check("of Rus⟦sia⟧’s drills", "of ⟦Russia’s⟧ drills");
    check("of Russia's⟦ dri⟧lls", "of Russia's ⟦drills⟧");
}

#[test]
fn a_number_with_commas_and_points_is_one_word() {
    check("about 100,⟦000⟧ troops", "about ⟦100,000⟧ troops");
    check("by 1.⟦5⟧ points", "by ⟦1.5⟧ points");
    check("by ⟦5⟧% a year", "by ⟦5⟧% a year");
}

#[test]
fn a_hyphen_parts_words() {
    check("the ex-Sov⟦iet⟧ state", "the ex-⟦Soviet⟧ state");
}

#[test]
fn accented_words_are_not_cut() {
    check("at the Cafe⟦\u{301} in⟧", "at the ⟦Cafe\u{301} in⟧");
    check("zu⟦r\u{fc}ck⟧en", "⟦zur\u{fc}cken⟧");
}

#[test]
fn emoji_are_never_cut() {
    check("so 👩⟦‍👩‍👧‍👦 fa⟧milies", "so ⟦👩‍👩‍👧‍👦 families⟧");
    check("so 🇺⟦🇦⟧!", "so ⟦🇺🇦⟧!");
    check("so 👍⟦🏽 y⟧es", "so ⟦👍🏽 yes⟧");
}

#[test]
fn hebrew_and_arabic_words_are_taken_whole() {
    check("אמר שהמ⟦ס י⟧רד", "אמר ⟦שהמס ירד⟧");
    check("قال إن الضر⟦ائب⟧ انخفضت", "قال إن ⟦الضرائب⟧ انخفضت");
}

#[test]
fn scripts_without_spaces_keep_the_characters_that_were_dragged() {
    check("台灣的⟦失業率⟧下降了", "台灣的⟦失業率⟧下降了");
    check("日本の⟦税率⟧は上がった", "日本の⟦税率⟧は上がった");
    check("新型コロ⟦ナウイ⟧ルス", "新型コロ⟦ナウイ⟧ルス");
    check("ภาษี⟦ลด⟧ลง", "ภาษี⟦ลด⟧ลง");
}

#[test]
fn a_latin_word_among_chinese_ones_is_taken_whole() {
    check("發布iPh⟦one的⟧消息", "發布⟦iPhone的⟧消息");
}

#[test]
fn a_span_may_go_over_several_blocks() {
    check("Taxes fe⟦ll.\nMore.\nWages ro⟧se.", "Taxes ⟦fell.\nMore.\nWages rose⟧.");
}

#[test]
fn a_triple_click_that_ends_at_the_next_block_leaves_that_block_out() {
    check("⟦Taxes fell.\n⟧Wages rose.", "⟦Taxes fell.⟧\nWages rose.");
    check_exact("⟦Taxes fell.\n⟧Wages rose.", "⟦Taxes fell.⟧\nWages rose.");
}

#[test]
fn a_drag_from_the_end_of_a_block_leaves_that_block_out() {
    check("Taxes fell.⟦\nWages⟧ rose.", "Taxes fell.\n⟦Wages⟧ rose.");
    check("Taxes fell.⟦\n⟧Wages rose.", "Taxes fell.\nWages rose.");
}

#[test]
fn an_exact_selection_keeps_half_words_and_spaces() {
    check_exact("Taxes f⟦ell ⟧by", "Taxes f⟦ell ⟧by");
    check_exact("Taxes⟦ ⟧fell", "Taxes⟦ ⟧fell");
}

#[test]
fn an_exact_selection_does_not_cut_a_character_as_read() {
    check_exact("Cafe⟦\u{301}⟧ 👩⟦‍⟧👩", "Caf⟦e\u{301}⟧ 👩‍👩");
}

#[test]
fn offsets_beyond_a_block_are_its_end() {
    let (blocks, mut spans) = article("Taxes ⟦fell⟧");
    spans[0].end.offset = claimlight::text::ByteOffset::new(999);
    assert_eq!(mark(&blocks, spans[0].expand_to_words(&blocks).as_ref()), "Taxes ⟦fell⟧");
}

#[test]
fn words_are_counted_alike_with_and_without_characters_beyond_ascii() {
    for (text, count) in [
        ("", 0),
        (" \t\n ", 0),
        ("one", 1),
        ("It's 5 per-cent, -- he said.", 5),
        ("a\u{b}b\u{c}c\rd\u{1c}e", 4),
        ("... !? /", 0),
    ] {
        assert_eq!(word_count(text), count, "{text:?}");
        assert_eq!(word_count(&format!("{text} é")), count + 1, "{text:?}");
    }
    assert_eq!(word_count("日本 語"), 3);
}
