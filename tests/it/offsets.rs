//! The three units of positions.

use claimlight::text::{
    ByteOffset, CharOffset, Utf16Offset, byte_of_char, byte_of_utf16, char_of_byte,
    expand_to_graphemes, is_grapheme_edge, slice, utf16_of_byte,
};

use crate::rng::Rng;

/// Every offset of `text`, in every unit, is told as counting by hand tells it.
#[track_caller]
fn check(text: &str) {
    let (mut bytes, mut chars, mut units) = (0, 0, 0);
    for character in text.chars() {
        check_place(text, bytes, chars, units);
        for inside in 1..character.len_utf8() {
            let inside = ByteOffset::new(bytes + inside);
            assert_eq!(char_of_byte(text, inside), None, "{text:?} {inside:?}");
            assert_eq!(utf16_of_byte(text, inside), None, "{text:?} {inside:?}");
            assert_eq!(slice(text, ByteOffset::new(0), inside), None, "{text:?} {inside:?}");
        }
        if character.len_utf16() == 2 {
            let inside = Utf16Offset::new(units + 1);
            assert_eq!(byte_of_utf16(text, inside), None, "{text:?} {inside:?}");
        }
        bytes += character.len_utf8();
        chars += 1;
        units += character.len_utf16();
    }
    check_place(text, bytes, chars, units);
    for beyond in 1..4 {
        assert_eq!(char_of_byte(text, ByteOffset::new(bytes + beyond)), None);
        assert_eq!(utf16_of_byte(text, ByteOffset::new(bytes + beyond)), None);
        assert_eq!(byte_of_char(text, CharOffset::new(chars + beyond)), None);
        assert_eq!(byte_of_utf16(text, Utf16Offset::new(units + beyond)), None);
    }
}

#[track_caller]
fn check_place(text: &str, bytes: usize, chars: usize, units: usize) {
    let byte = ByteOffset::new(bytes);
    assert_eq!(byte_of_char(text, CharOffset::new(chars)), Some(byte), "{text:?}");
    assert_eq!(byte_of_utf16(text, Utf16Offset::new(units)), Some(byte), "{text:?}");
    assert_eq!(char_of_byte(text, byte), Some(CharOffset::new(chars)), "{text:?}");
    assert_eq!(utf16_of_byte(text, byte), Some(Utf16Offset::new(units)), "{text:?}");
}

#[test]
fn an_empty_text_has_one_offset() {
    check("");
}

#[test]
fn latin_letters_count_one_in_every_unit() {
    check("Taxes fell by 5%.");
}

#[test]
fn an_emoji_counts_two_in_utf16_and_four_in_utf8() {
    check("a😀b");
    assert_eq!(utf16_of_byte("a😀b", ByteOffset::new(5)), Some(Utf16Offset::new(3)));
    assert_eq!(char_of_byte("a😀b", ByteOffset::new(5)), Some(CharOffset::new(2)));
}

#[test]
fn families_flags_and_skin_tones_count_by_their_parts() {
    check("👩‍👩‍👧‍👦🇺🇦👍🏽");
}

#[test]
fn combining_accents_count_on_their_own() {
    check("Cafe\u{301} o\u{323}\u{302}");
}

#[test]
fn hebrew_and_arabic_count_in_reading_order() {
    check("שלום (עולם) سلام ١٢٣");
}

#[test]
fn chinese_japanese_and_rare_characters_count() {
    check("台灣のカタカナ、𠮷野家");
}

#[test]
fn made_up_texts_count() {
    for seed in 0..300 {
        check(&Rng::new(seed).text(40));
    }
}

#[test]
fn a_slice_that_ends_before_it_starts_is_none() {
    assert_eq!(slice("abc", ByteOffset::new(2), ByteOffset::new(1)), None);
    assert_eq!(slice("abc", ByteOffset::new(1), ByteOffset::new(1)), Some(""));
}

#[test]
fn grapheme_edges_go_outwards_to_the_nearest_clusters() {
    let text = "a👩‍👩‍👧‍👦e\u{301}🇺🇦";
    for start in 0..=text.len() + 2 {
        for end in start..=text.len() + 2 {
            let (from, to) =
                expand_to_graphemes(text, ByteOffset::new(start), ByteOffset::new(end));
            assert!(is_grapheme_edge(text, from) && is_grapheme_edge(text, to));
            assert!(from.get() <= start && (to.get() >= end || to.get() == text.len()));
            let edges = (0..=text.len()).map(ByteOffset::new);
            let mut edges = edges.filter(|edge| is_grapheme_edge(text, *edge));
            assert_eq!(edges.clone().rfind(|edge| edge.get() <= start), Some(from));
            let beyond = ByteOffset::new(text.len());
            assert_eq!(edges.find(|edge| edge.get() >= end).unwrap_or(beyond), to);
        }
    }
}
