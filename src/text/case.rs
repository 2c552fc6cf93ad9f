//! Capital and small letters.

/// Whether two texts differ in nothing but capital and small letters of the Latin, Greek, Cyrillic
/// and Armenian alphabets.
///
/// The tables of Unicode know a few more letters, and would be a fortieth of the page.
pub fn eq_ignore_case(one: &str, other: &str) -> bool {
    one.chars().map(lower).eq(other.chars().map(lower))
}

/// Whether `part` stands somewhere in `text`, with the same differences allowed.
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

/// Where a small letter, or its capital, stands first; letters of ASCII are found by their bytes,
/// twenty times as fast.
fn start_of(text: &str, letter: char) -> Option<usize> {
    match u8::try_from(letter) {
        Ok(byte) if byte.is_ascii() => {
            text.bytes().position(|other| other.to_ascii_lowercase() == byte)
        }
        _ => text.char_indices().find(|(_, other)| lower(*other) == letter).map(|(at, _)| at),
    }
}

/// A text with the small letters of its capitals, with the same letters known.
pub fn to_lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// The small letter of a capital; anything else stays.
pub(super) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ѐ'..='Џ' => code + 80,
        'Ա'..='Ֆ' => code + 48,
        // Here capitals and small letters take turns.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            code | 1
        }
        'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}
