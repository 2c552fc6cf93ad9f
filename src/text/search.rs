//! Search for a word in a text.
//!
//! The search ignores the difference between capital and small letters, accents and other marks on
//! letters, and characters that have no width. Results are byte ranges in the original text.

use std::ops::Range;

use super::case::lower;

/// A word to search for, prepared for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// The first letter, folded by `fold`.
    first: char,
    /// The other letters, folded likewise.
    others: Vec<char>,
}

impl SearchTerm {
    /// Prepares `word` for searching; returns `None` if it has no characters that the search
    /// compares.
    pub fn new(word: &str) -> Option<Self> {
        let mut letters = word.chars().filter(|it| !is_ignorable(*it)).flat_map(fold);
        Some(Self { first: letters.next()?, others: letters.collect() })
    }

    /// Returns whether `text` contains the word.
    pub fn matches(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Returns the byte range of the first place where `text` contains the word, with the marks on
    /// its last letter; `None` if there is none.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let mut start = 0;
        loop {
            start += self.next_candidate(text.get(start..)?)?;
            let here = text.get(start..)?;
            if let Some(length) = self.match_len(here) {
                return Some(start..start + length);
            }
            start += here.chars().next()?.len_utf8();
        }
    }

    /// Returns the byte offset of the next character that may be the first letter of the word. The
    /// search passes over most characters by their first bytes, without decoding them.
    fn next_candidate(&self, text: &str) -> Option<usize> {
        match u8::try_from(self.first).ok().filter(u8::is_ascii) {
            Some(first) => text
                .bytes()
                .position(|byte| byte.to_ascii_lowercase() == first || LATIN_LEADS.contains(&byte)),
            None => text.bytes().position(|byte| byte >= FIRST_LEAD),
        }
    }

    /// Returns the length in bytes of the word at the beginning of `text`; `None` if the text does
    /// not begin with it.
    fn match_len(&self, text: &str) -> Option<usize> {
        if fold(text.chars().next()?).next() != Some(self.first) {
            return None;
        }
        let mut wanted = [self.first].into_iter().chain(self.others.iter().copied()).peekable();
        let mut signs = text.char_indices().filter(|(_, it)| !is_ignorable(*it));
        while wanted.peek().is_some() {
            // The word may end within a character that expands to several letters.
            let is_same = |it: char| wanted.next().is_none_or(|wanted| wanted == it);
            if !fold(signs.next()?.1).all(is_same) {
                return None;
            }
        }
        let end = signs.next().map_or(text.len(), |(at, _)| at);
        Some(text.get(..end)?.trim_end_matches(is_unseen).len())
    }
}

/// The lowest UTF-8 byte with which a character beyond ASCII begins.
const FIRST_LEAD: u8 = 0xc0;
/// The first UTF-8 bytes of the characters in [`LATIN`], [`FURTHER_LATIN`] and [`EXPANSIONS`].
const LATIN_LEADS: [u8; 9] = [0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xe1, 0xef];
/// The letters from U+00C0 to U+024F without their marks and strokes, by the decompositions of
/// Unicode; a dot marks a character that has no such letter.
const LATIN: &[u8] = b"aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll\
    lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    ................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................";
/// The letters from U+1E00 to U+1EFF, in the same form as [`LATIN`].
const FURTHER_LATIN: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// Characters that are also written as several letters, with these letters. The ligatures at the
/// end occur in texts that were copied out of PDF files.
const EXPANSIONS: [(char, &str); 13] = [
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ĳ', "ij"),
    ('Ĳ', "ij"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
];

/// Returns the letters that the search compares for a character: small letters without marks.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let row = EXPANSIONS.iter().find(|(other, _)| !letter.is_ascii() && *other == letter);
    let spelled = row.map_or("", |(_, letters)| letters);
    spelled.chars().chain(row.is_none().then(|| plain_letter(letter)))
}

/// Returns the small letter without marks for a letter that [`EXPANSIONS`] does not list.
fn plain_letter(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let code = u32::from(letter);
    let row = |table: &[u8], first: u32| {
        let at = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(at).filter(|it| **it != b'.').map(|it| char::from(*it))
    };
    let latin = row(LATIN, 0xc0).or_else(|| row(FURTHER_LATIN, 0x1e00));
    latin.unwrap_or_else(|| without_mark(lower(letter)))
}

/// Returns a small Greek or Cyrillic letter without its mark, and a final sigma as an ordinary one;
/// any other character unchanged.
fn without_mark(letter: char) -> char {
    match letter {
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'ӑ' | 'ӓ' => 'а',
        'ѓ' => 'г',
        'ё' | 'ѐ' | 'ӗ' => 'е',
        'ӂ' | 'ӝ' => 'ж',
        'й' | 'ѝ' | 'ӣ' | 'ӥ' => 'и',
        'ї' => 'і',
        'ќ' => 'к',
        'ӧ' => 'о',
        'ў' | 'ӯ' | 'ӱ' | 'ӳ' => 'у',
        _ => letter,
    }
}

/// Returns whether the search skips a character when it compares words.
fn is_ignorable(letter: char) -> bool {
    !letter.is_ascii() && (is_unseen(letter) || is_mark(letter))
}

/// Returns whether a character is a soft hyphen or has no width.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Returns whether a character is a mark on a letter: an accent, a vowel or point of Hebrew or
/// Arabic, or a variation selector. The search compares the marks of scripts in which they count as
/// letters.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}'
            | '\u{5c4}'..='\u{5c5}'
            | '\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}'..='\u{6e8}'
            | '\u{6ea}'..='\u{6ed}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}
