//! Recognizes UTF-16 and UTF-32 without a byte order mark, and decodes UTF-32.
//!
//! A text in the right order of bytes has nearly only characters that texts use; in the wrong
//! order, or in another encoding, it has characters from all over Unicode.

use std::collections::HashSet;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding as Table, GBK};

use super::{UTF_32BE, UTF_32LE, controls};

/// The number of bytes that the guess examines.
const SAMPLE_BYTES: usize = 1024;
/// Of how many characters of a text one may be unusual.
const UNUSUAL_ONE_IN: usize = 10;
/// The fewest characters of UTF-16 that have neither zeros nor control characters among their
/// bytes, and that are recognized nevertheless.
const FEWEST_WITHOUT_ZEROS: usize = 4;

/// The bytes for common characters in the encodings of East Asia, as first and last lead byte. Each
/// standard puts its common characters first: 3,755 and 5,401 Chinese ones, 2,965 Japanese ones,
/// and the 2,350 syllables that Korean texts use.
static COMMON: [(&Table, u8, u8); 4] =
    [(GBK, 0xb0, 0xd7), (BIG5, 0xa4, 0xc6), (EUC_JP, 0xb0, 0xcf), (EUC_KR, 0xb0, 0xc8)];

/// Returns the label of UTF-16 or UTF-32 where bytes look like it; `None` for anything else.
/// `is_utf_8` says whether they are valid UTF-8.
pub(super) fn guess(bytes: &[u8], is_utf_8: bool) -> Option<&'static str> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let (units, controls) = (sample.len() / 2, controls(sample));
    // Three of four bytes of Latin letters in UTF-32 are zero, one of two in UTF-16. Of other
    // letters, the higher byte is often a control character, such as 4 in Cyrillic ones.
    let has_zeros = controls > 0 && controls * 16 >= units;
    let is_word = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b' ';
    let words = sample.iter().filter(is_word).count();
    let is_east_asian = !is_utf_8 && units >= FEWEST_WITHOUT_ZEROS && words * 2 <= units * 3;
    if !has_zeros && !is_east_asian {
        return None;
    }
    let common = common_characters();
    let share = |decoded: &mut dyn Iterator<Item = Option<char>>| {
        let (mut usual, mut all) = (0, 0);
        for character in decoded {
            usual += usize::from(character.is_some_and(|it| is_usual(it, &common)));
            all += 1;
        }
        if (all - usual) * UNUSUAL_ONE_IN <= all { usual } else { 0 }
    };
    let utf_32 = |order: fn([u8; 4]) -> u32| {
        share(&mut quads(sample).map(|quad| char::from_u32(order(quad))))
    };
    let utf_16 = |order: fn([u8; 2]) -> u16| {
        let pairs = sample.as_chunks().0.iter().map(|pair| order(*pair));
        share(&mut char::decode_utf16(pairs).map(Result::ok))
    };
    // The zeros in UTF-32 are no character that texts use in UTF-16, and the other way round.
    let found = [
        (UTF_32LE, utf_32(u32::from_le_bytes)),
        (UTF_32BE, utf_32(u32::from_be_bytes)),
        ("utf-16le", utf_16(u16::from_le_bytes)),
        ("utf-16be", utf_16(u16::from_be_bytes)),
    ];
    let best = found.into_iter().rev().max_by_key(|(_, usual)| *usual)?;
    (best.1 > 0).then_some(best.0)
}

/// Decodes UTF-32, where `order` makes a number of four bytes. What is no character becomes U+FFFD.
pub(super) fn decode_utf_32(bytes: &[u8], order: fn([u8; 4]) -> u32) -> String {
    let has_rest = !bytes.len().is_multiple_of(4);
    let decoded = quads(bytes).map(|quad| char::from_u32(order(quad)).unwrap_or('\u{fffd}'));
    decoded.chain(has_rest.then_some('\u{fffd}')).collect()
}

fn quads(bytes: &[u8]) -> impl Iterator<Item = [u8; 4]> {
    bytes.as_chunks().0.iter().copied()
}

/// Returns the common characters of Chinese, Japanese and Korean.
pub(super) fn common_characters() -> HashSet<char> {
    let mut common = HashSet::new();
    for (table, first, last) in COMMON {
        let trails = (0x40..=0x7e).filter(|_| table == BIG5).chain(0xa1..=0xfe);
        let codes = (first..=last).flat_map(|lead| trails.clone().flat_map(move |it| [lead, it]));
        let codes: Vec<u8> = codes.collect();
        let (text, _) = table.decode_without_bom_handling(&codes);
        common.extend(text.chars().filter(|it| is_east_asian(*it)));
    }
    common
}

fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Returns whether texts use a character often: letters of scripts that newspapers are written in,
/// punctuation, and emoji. Of the letters of East Asia, only those in `common` count.
fn is_usual(character: char, common: &HashSet<char>) -> bool {
    match character {
        '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{24f}'
        // Combining marks, Greek, Cyrillic, Armenian, Hebrew and Arabic.
        | '\u{300}'..='\u{6ff}'
        // The scripts of India and South-East Asia, Georgian, Ethiopic, Khmer.
        | '\u{900}'..='\u{10ff}' | '\u{1200}'..='\u{137f}' | '\u{1780}'..='\u{17ff}'
        // More Latin and Greek letters with marks.
        | '\u{1e00}'..='\u{1fff}'
        // Punctuation, currencies, letterlike signs, arrows, geometric signs and symbols.
        | '\u{200b}'..='\u{203a}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{21ff}'
        | '\u{25a0}'..='\u{26ff}' | '\u{feff}' | '\u{1f300}'..='\u{1faff}'
        // Punctuation of East Asia, kana, and the wide forms.
        | '\u{3001}'..='\u{3003}' | '\u{3005}'..='\u{3011}' | '\u{3041}'..='\u{30ff}'
        | '\u{ff01}'..='\u{ff9f}' => true,
        _ => is_east_asian(character) && common.contains(&character),
    }
}
