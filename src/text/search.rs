//! Words as they are looked for: without a difference between capital and small letters, with marks
//! or without, and past what nobody sees.

use std::ops::Range;

use super::case::lower;

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// Its first letter, as letters are compared.
    first: char,
    /// The others.
    others: Vec<char>,
}

impl SearchTerm {
    /// A word to look for; `None` where it has nothing that could be found.
    pub fn new(word: &str) -> Option<Self> {
        let mut letters = word.chars().filter(|it| !is_ignorable(*it)).flat_map(fold);
        Some(Self { first: letters.next()?, others: letters.collect() })
    }

    /// Whether the word stands somewhere in a text.
    pub fn matches(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Where the word stands first in a text, in bytes, with the marks on its last letter.
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

    /// Where a character stands that may be the first letter. Most are passed over by their first
    /// bytes, without being read as characters.
    fn next_candidate(&self, text: &str) -> Option<usize> {
        match u8::try_from(self.first).ok().filter(u8::is_ascii) {
            Some(first) => text
                .bytes()
                .position(|byte| byte.to_ascii_lowercase() == first || LATIN_LEADS.contains(&byte)),
            None => text.bytes().position(|byte| byte >= FIRST_LEAD),
        }
    }

    /// How many bytes the word takes at the beginning of a text; `None` where it is not there.
    fn match_len(&self, text: &str) -> Option<usize> {
        if fold(text.chars().next()?).next() != Some(self.first) {
            return None;
        }
        let mut wanted = [self.first].into_iter().chain(self.others.iter().copied()).peekable();
        let mut signs = text.char_indices().filter(|(_, it)| !is_ignorable(*it));
        while wanted.peek().is_some() {
            // A word may end within a character that stands for several letters.
            let is_same = |it: char| wanted.next().is_none_or(|wanted| wanted == it);
            if !fold(signs.next()?.1).all(is_same) {
                return None;
            }
        }
        let end = signs.next().map_or(text.len(), |(at, _)| at);
        Some(text.get(..end)?.trim_end_matches(is_unseen).len())
    }
}

/// The least byte that a character beyond ASCII begins with.
const FIRST_LEAD: u8 = 0xc0;
/// What the characters of [`LATIN`], [`FURTHER_LATIN`] and [`EXPANSIONS`] begin with.
const LATIN_LEADS: [u8; 9] = [0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xe1, 0xef];
/// The letters from U+00C0 to U+024F without their marks and strokes, by the decompositions of
/// Unicode; a dot is for those that have none.
const LATIN: &[u8] = b"aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll\
    lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    ................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................";
/// The same from U+1E00 to U+1EFF.
const FURTHER_LATIN: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// Characters that are also written as several letters, and these; the last ones are found in texts
/// that were copied out of PDF.
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

/// The letters of a character as they are compared: small, and without marks.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let row = EXPANSIONS.iter().find(|(other, _)| !letter.is_ascii() && *other == letter);
    let spelled = row.map_or("", |(_, letters)| letters);
    spelled.chars().chain(row.is_none().then(|| plain_letter(letter)))
}

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

/// A Greek or Cyrillic letter without its mark, or as it stands within a word; anything else stays.
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

/// Whether a character does not count where words are compared.
fn is_ignorable(letter: char) -> bool {
    !letter.is_ascii() && (is_unseen(letter) || is_mark(letter))
}

/// Soft hyphens, and what has no width.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Marks that are written on a letter: accents, the vowels and points of Hebrew and Arabic, and what
/// chooses the form of a sign. Those of scripts in which they are letters of their own do count.
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
