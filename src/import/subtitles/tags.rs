//! The marks in the text of cues.

/// Marks of style, in lower case; all but `font` may carry classes.
const STYLES: [&str; 9] = ["i", "b", "u", "s", "c", "lang", "ruby", "rt", "font"];
/// Characters that are written by names.
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
    /// From here on this person speaks.
    Voice(String),
    /// From here on it is not said who speaks.
    VoiceEnd,
}

/// The words of a line.
pub(super) fn plain(line: &str) -> String {
    let words = |piece| if let Piece::Words(words) = piece { Some(words) } else { None };
    pieces(line).into_iter().filter_map(words).collect::<String>().trim().to_owned()
}

/// A line in its pieces. What looks like a mark and is none that is known stays.
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

/// What a sign begins.
enum Mark {
    None,
    Style,
    Named(&'static str),
    Voice(Piece),
}

/// The mark that a text begins with, and how long it is in bytes; the sign alone where it is none.
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

/// Whether this is a mark of style in curly brackets, `b` or `/b`.
fn is_letter(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside).to_ascii_lowercase();
    ["i", "b", "u", "s"].contains(&name.as_str())
}

/// What is meant by what stands in angle brackets; `None` for what is no mark.
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
