//! Guesses the encoding of a text that is not Unicode, from what its letters are in each encoding.
//!
//! The guess is that of `chardetng`. It takes some Western texts for Central European ones, such as
//! English ones with a `£`, some Hungarian ones for Western ones, and knows no encoding of old
//! Macintosh computers. The rules here correct that.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding as Table, GB18030, GBK, ISO_8859_2, ISO_8859_4, ISO_8859_13,
    MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
    X_MAC_CYRILLIC,
};

/// The number of bytes in which letters can correct a guess.
const SAMPLE_BYTES: usize = 65_536;
/// The most characters beyond ASCII in a text that can be valid UTF-8, or be taken for ISO-8859-4,
/// by accident.
const FEW: usize = 3;

/// The other encodings of Latin letters that the guess can take a Western text for.
static OTHER_LATIN: [&Table; 6] =
    [WINDOWS_1250, ISO_8859_2, WINDOWS_1254, WINDOWS_1257, ISO_8859_13, ISO_8859_4];

/// Returns the most likely encoding of bytes that are not Unicode.
pub(super) fn guess(bytes: &[u8]) -> &'static Table {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let is_other_latin = OTHER_LATIN.contains(&guess);
    let old = match guess {
        _ if guess == WINDOWS_1251 => X_MAC_CYRILLIC,
        _ if guess == WINDOWS_1252 || is_other_latin => MACINTOSH,
        _ => return guess,
    };
    let text = decoded(guess, sample);
    if guess == WINDOWS_1252 && is_hungarian(&text) {
        WINDOWS_1250
    } else if is_other_latin && is_western(&decoded(WINDOWS_1252, sample), &text) {
        WINDOWS_1252
    } else if guess == ISO_8859_4 && has_few_letters(&text) {
        // Files in ISO-8859-4 are rare, and its letters for `ì` and `ï` are no sign of it.
        WINDOWS_1252
    } else if is_old(&decoded(old, sample), &text) {
        old
    } else {
        guess
    }
}

/// Returns whether a page that declares an encoding of East Asia, and is valid UTF-8 as well, is in
/// that encoding: it has few characters, and all are common in the one that it declares.
pub(super) fn is_likelier_than_utf_8(declared: &'static Table, bytes: &[u8]) -> bool {
    let few = bytes.utf8_chunks().flat_map(|it| beyond(it.valid()));
    let is_east_asian = [GBK, GB18030, BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(&declared);
    if !is_east_asian || !(1..=FEW).contains(&few.take(FEW + 1).count()) {
        return false;
    }
    let text = decoded(declared, bytes);
    let common = super::unicode::common_characters();
    text.chars().all(|it| it.is_ascii() || common.contains(&it))
}

fn decoded(table: &'static Table, bytes: &[u8]) -> String {
    table.decode_without_bom_handling(bytes).0.into_owned()
}

/// Returns whether a text that was decoded as windows-1252 is Hungarian in windows-1250: it has `õ`
/// or `û` in place of `ő` or `ű`, and no letter that Hungarian lacks. Portuguese has its `õ` only
/// before an `e`, and French, which has `û`, lacks most of the others.
fn is_hungarian(text: &str) -> bool {
    let lower = text.to_lowercase();
    let letters = || lower.chars().filter(|it| !it.is_ascii() && it.is_alphabetic());
    let has_own = lower.replace("õe", "").contains(['õ', 'û']);
    has_own
        && letters().any(|it| "áíóú".contains(it))
        && letters().all(|it| "áéíóöúüõû".contains(it))
}

/// Returns whether bytes are windows-1252, by their `text` in it and the `guessed` one: nothing in
/// the text is impossible, and it has only signs beyond ASCII, or the guess has something impossible.
fn is_western(text: &str, guessed: &str) -> bool {
    !has_impossible_place(text) && (beyond(text).all(is_sign) || has_impossible_place(guessed))
}

/// Returns whether bytes are in an encoding of old computers, by their `text` in it and the
/// `guessed` one.
fn is_old(text: &str, guessed: &str) -> bool {
    let signs = |text: &str| beyond(text).filter(|it| is_sign(*it)).count();
    has_impossible_place(guessed) && !has_impossible_place(text) && signs(text) <= signs(guessed)
}

fn has_few_letters(text: &str) -> bool {
    let mut letters: Vec<char> = Vec::new();
    for letter in beyond(text).filter(|it| !is_sign(*it)) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters.len() <= FEW
}

fn beyond(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|it| !it.is_ascii())
}

/// Returns whether a character is no letter of a word; the signs in `1ª`, `2º` and `µm` are none.
fn is_sign(character: char) -> bool {
    !character.is_alphabetic() || "ªºµ".contains(character)
}

/// Returns whether a text has a character that no text has at its place.
fn has_impossible_place(text: &str) -> bool {
    let (mut before, mut last) = (' ', ' ');
    for after in text.chars().chain([' ']) {
        if is_impossible(before, last, after) {
            return true;
        }
        (before, last) = (last, after);
    }
    false
}

/// Returns whether no text has this character, which is beyond ASCII, between the two others.
fn is_impossible(before: char, character: char, after: char) -> bool {
    let is_in_word = before.is_alphabetic() && after.is_alphabetic();
    match character {
        '\0'..='\x7f' => false,
        '\u{80}'..='\u{9f}' | '\u{fffd}' => true,
        '£' => after.is_alphabetic(),
        // Square and cubic metres.
        '²' | '³' => before.is_alphabetic() && before != 'm',
        '¹' | '¿' | '¡' | '©' | '±' | '¼' | '½' | '¾' | '¸' | '¯' | '¨' | 'ˆ' | '˜' => {
            before.is_alphabetic()
        }
        '‚' | 'ƒ' | '„' | '†' | '‡' | '‰' | '‹' | '§' | '¶' | '÷' | '¬' => {
            is_in_word
        }
        _ if is_sign(character) => false,
        // A letter beside a digit, or a capital after a small letter.
        _ => {
            before.is_ascii_digit()
                || after.is_ascii_digit()
                || (before.is_lowercase() && character.is_uppercase())
        }
    }
}
