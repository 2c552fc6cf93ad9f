//! Parses the tags and character references in the text of cues.
//!
//! The module knows the tags of `WebVTT` and `SubRip`. Anything that looks like a tag but is not
//! known stays in the text.

/// The names of style tags, in lower case; all but `font` may have classes after the name.
const STYLES: [&str; 9] = ["i", "b", "u", "s", "c", "lang", "ruby", "rt", "font"];
/// The character references and the characters that they name.
const NAMED: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{a0}"),
    ("&lrm;", "\u{200e}"),
    ("&rlm;", "\u{200f}"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
];

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Words(String),
    /// The start of the words of this speaker; the name may be empty.
    Voice(String),
    /// The end of the words of a named speaker.
    VoiceEnd,
}

/// Returns the words of a line, without tags and without white space at the ends.
pub(super) fn plain(line: &str) -> String {
    let words = |piece| if let Piece::Words(words) = piece { Some(words) } else { None };
    pieces(line).into_iter().filter_map(words).collect::<String>().trim().to_owned()
}

/// Splits a line into pieces. Text that looks like a tag but is not known stays.
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{', '&']) {
        let (before, marked) = rest.split_at(at);
        words.push_str(before);
        let (mark, length) = mark(marked);
        let (written, after) = marked.split_at(length);
        rest = after;
        match mark {
            Mark::None => words.push_str(written),
            Mark::Style => {}
            Mark::Named(character) => words.push_str(character),
            Mark::Voice(piece) => {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                pieces.push(piece);
            }
        }
    }
    words.push_str(rest);
    pieces.push(Piece::Words(words));
    pieces
}

/// The meaning of a tag, or of a single character that begins none.
enum Mark {
    None,
    Style,
    Named(&'static str),
    Voice(Piece),
}

/// Returns the tag or character reference that a text begins with, and its length in bytes; length
/// 1 where the first character begins none.
fn mark(text: &str) -> (Mark, usize) {
    if let Some((name, character)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return (Mark::Named(character), name.len());
    }
    let inside = |signs: [char; 2]| {
        let (inside, _) = text.get(1..)?.split_once(signs)?;
        let is_closed = text.get(inside.len() + 1..)?.starts_with(signs[1]);
        is_closed.then_some(inside)
    };
    let found = if text.starts_with('<') {
        inside(['<', '>']).and_then(|it| Some((angular(it)?, it.len() + 2)))
    } else if text.starts_with('{') {
        let is_style = |it: &str| it.starts_with('\\') || is_letter(it);
        inside(['{', '}']).filter(|it| is_style(it)).map(|it| (Mark::Style, it.len() + 2))
    } else {
        None
    };
    found.unwrap_or((Mark::None, 1))
}

/// Returns whether the text in curly brackets is a style tag, such as `b` or `/b`.
fn is_letter(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside).to_ascii_lowercase();
    ["i", "b", "u", "s"].contains(&name.as_str())
}

/// Returns the meaning of the text in angle brackets; `None` where it is no known tag.
fn angular(inside: &str) -> Option<Mark> {
    let (is_end, tag) = inside.strip_prefix('/').map_or((false, inside), |tag| (true, tag));
    let (name, note) = tag.split_once([' ', '\t']).unwrap_or((tag, ""));
    let name = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_moment = |it: &str| {
        it.contains(':')
            && it.chars().all(|it| it.is_ascii_digit() || [':', '.', ','].contains(&it))
    };
    if name == "v" {
        let voice = if is_end { Piece::VoiceEnd } else { Piece::Voice(plain(note)) };
        Some(Mark::Voice(voice))
    } else if STYLES.contains(&name.as_str()) || is_moment(tag) {
        Some(Mark::Style)
    } else {
        None
    }
}
