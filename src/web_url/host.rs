//! The host of an address: the form that is looked up and the form that people read.
//!
//! A host shows its original letters only if they are of one script, so that a letter of another
//! script cannot imitate a known name. The module refuses hosts that a browser would look up as
//! something else.

use std::{
    net::{Ipv4Addr, Ipv6Addr},
    ops::RangeInclusive,
};

use super::punycode;

/// The longest label, the part of a host between dots, in bytes (RFC 1035).
const LONGEST_LABEL: usize = 63;
/// The longest host, in bytes.
const LONGEST: usize = 253;

/// A host in its two forms.
pub(super) struct Host {
    /// The form that is looked up, in ASCII.
    pub(super) ascii: String,
    /// The form for people to read, without `www.`.
    pub(super) display: String,
}

/// The script of the letters in a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Georgian,
    EastAsian,
}

/// The small letters that hosts may contain, by script, without those that a lookup replaces by
/// others.
const LETTERS: [(RangeInclusive<char>, Script); 39] = [
    ('a'..='z', Script::Latin),
    ('ß'..='ö', Script::Latin),
    ('ø'..='İ', Script::Latin),
    ('Ĵ'..='ķ', Script::Latin),
    ('Ĺ'..='ľ', Script::Latin),
    ('Ł'..='ň', Script::Latin),
    ('Ŋ'..='ž', Script::Latin),
    ('ơ'..='ơ', Script::Latin),
    ('ư'..='ư', Script::Latin),
    ('ș'..='ț', Script::Latin),
    ('ạ'..='ỹ', Script::Latin),
    ('ά'..='ώ', Script::Greek),
    ('а'..='џ', Script::Cyrillic),
    ('ґ'..='ӿ', Script::Cyrillic),
    ('ա'..='ֆ', Script::Armenian),
    ('א'..='ת', Script::Hebrew),
    ('\u{620}'..='\u{63f}', Script::Arabic),
    ('\u{641}'..='\u{64a}', Script::Arabic),
    ('\u{660}'..='\u{669}', Script::Arabic),
    ('\u{671}'..='\u{674}', Script::Arabic),
    ('\u{679}'..='\u{6d3}', Script::Arabic),
    ('\u{6f0}'..='\u{6f9}', Script::Arabic),
    ('\u{900}'..='\u{94f}', Script::Devanagari),
    ('\u{966}'..='\u{96f}', Script::Devanagari),
    ('\u{980}'..='\u{9ce}', Script::Bengali),
    ('\u{9e6}'..='\u{9f1}', Script::Bengali),
    ('\u{b82}'..='\u{bd7}', Script::Tamil),
    ('\u{be6}'..='\u{bef}', Script::Tamil),
    ('\u{e01}'..='\u{e32}', Script::Thai),
    ('\u{e34}'..='\u{e4e}', Script::Thai),
    ('\u{e50}'..='\u{e59}', Script::Thai),
    ('ა'..='ჺ', Script::Georgian),
    ('々'..='〇', Script::EastAsian),
    ('ぁ'..='ゖ', Script::EastAsian),
    ('ァ'..='ヺ', Script::EastAsian),
    ('ー'..='ー', Script::EastAsian),
    ('\u{3400}'..='\u{4dbf}', Script::EastAsian),
    ('\u{4e00}'..='\u{9fff}', Script::EastAsian),
    ('\u{ac00}'..='\u{d7a3}', Script::EastAsian),
];

impl Script {
    /// Returns the script of a letter; `None` for a digit and for a character that hosts may not
    /// contain.
    fn of(letter: char) -> Option<Self> {
        LETTERS.iter().find(|(range, _)| range.contains(&letter)).map(|(_, script)| *script)
    }

    /// Returns whether whole words in the script can pass for Latin ones.
    fn is_confusable_with_latin(self) -> bool {
        match self {
            Self::Greek | Self::Cyrillic | Self::Armenian => true,
            Self::Latin
            | Self::Hebrew
            | Self::Arabic
            | Self::Devanagari
            | Self::Bengali
            | Self::Tamil
            | Self::Thai
            | Self::Georgian
            | Self::EastAsian => false,
        }
    }

    /// Returns the script of a label with letters of both; `None` if the two may not be mixed.
    fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (one, other) if one == other => Some(one),
            (Self::Latin, Self::EastAsian) | (Self::EastAsian, Self::Latin) => {
                Some(Self::EastAsian)
            }
            _ => None,
        }
    }
}

/// Parses a host; returns `None` for a text that is not a host or that would be looked up as
/// something else.
pub(super) fn read(text: &str) -> Option<Host> {
    if let Some(inside) = text.strip_prefix('[') {
        let address: Ipv6Addr = inside.strip_suffix(']')?.parse().ok()?;
        let ascii = format!("[{address}]");
        return Some(Host { display: ascii.clone(), ascii });
    }
    let small: String = text.chars().flat_map(char::to_lowercase).collect();
    let labels: Vec<&str> = small.split('.').collect();
    if labels.last().is_some_and(|last| is_number(last)) && small.parse::<Ipv4Addr>().is_err() {
        return None;
    }
    let ascii: Option<Vec<String>> = labels.iter().map(|label| to_ascii(label)).collect();
    let ascii = ascii?.join(".");
    if ascii.len() > LONGEST {
        return None;
    }
    let shown = if is_single_script(&labels) { small } else { ascii.clone() };
    let short = shown.strip_prefix("www.").filter(|rest| rest.contains('.'));
    Some(Host { display: short.map_or_else(|| shown.clone(), str::to_owned), ascii })
}

/// Returns a label in the form that is looked up; `None` if it has characters that hosts may not
/// contain, or is too long.
fn to_ascii(label: &str) -> Option<String> {
    let fits = |it: char| it.is_ascii_digit() || "-_".contains(it) || Script::of(it).is_some();
    if label.is_empty() || !label.chars().all(fits) {
        return None;
    }
    let ascii = if label.is_ascii() {
        label.to_owned()
    } else {
        format!("xn--{}", punycode::encode(label)?)
    };
    (ascii.len() <= LONGEST_LABEL).then_some(ascii)
}

/// Returns whether browsers read the last label as a number, and so the whole host as an IPv4
/// address.
fn is_number(last: &str) -> bool {
    let is_hex = |hex: &str| hex.bytes().all(|it| it.is_ascii_hexdigit());
    last.strip_prefix("0x").is_some_and(is_hex)
        || (!last.is_empty() && last.bytes().all(|it| it.is_ascii_digit()))
}

/// Returns whether no letter can pass for one of another script: each label is of one script, where
/// Latin and East Asian letters may mix, and if the script of a label is confusable with Latin, all
/// labels are of that script.
fn is_single_script(labels: &[&str]) -> bool {
    let mut of_all: Vec<Script> = Vec::new();
    for label in labels {
        let mut of_label: Option<Script> = None;
        for script in label.chars().filter_map(Script::of) {
            let Some(both) = of_label.unwrap_or(script).with(script) else { return false };
            of_label = Some(both);
        }
        of_all.extend(of_label);
    }
    let first = of_all.first().copied();
    let is_deceptive = of_all.iter().any(|script| script.is_confusable_with_latin());
    !is_deceptive || of_all.iter().all(|script| Some(*script) == first)
}
