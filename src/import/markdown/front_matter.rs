//! Reads the front matter of a Markdown text: lines of YAML between `---`, or of TOML between
//! `+++`.
//!
//! A line of front matter either becomes a detail of the article or stays as a block with the
//! disposition `Boilerplate`. A text in which one of the lines cannot be front matter has none.

use crate::{
    article::Kind,
    import::{
        Disposition, ImportedBlock,
        html::{is_address, is_language},
    },
    text::lines,
};

/// The details that the front matter gives.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) source: Option<String>,
    /// The lines that are none of these details, as blocks of the page around the article.
    pub(super) rest: Vec<ImportedBlock>,
}

/// A detail of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    Title,
    Byline,
    Published,
    Language,
    Source,
}

/// The names that authors and their programs give to the details, in lower case.
const NAMES: [(&str, Detail); 16] = [
    ("title", Detail::Title),
    ("author", Detail::Byline),
    ("authors", Detail::Byline),
    ("byline", Detail::Byline),
    ("date", Detail::Published),
    ("published", Detail::Published),
    ("pubdate", Detail::Published),
    ("publishdate", Detail::Published),
    ("lang", Detail::Language),
    ("language", Detail::Language),
    ("url", Detail::Source),
    ("source", Detail::Source),
    ("canonical", Detail::Source),
    ("canonical_url", Detail::Source),
    ("link", Detail::Source),
    ("permalink", Detail::Source),
];

/// A notation for front matter.
#[derive(Clone, Copy, Debug)]
struct Syntax {
    opens: &'static str,
    closes: &'static [&'static str],
    /// The character between a name and its value.
    sign: char,
}

const SYNTAXES: [Syntax; 2] = [
    Syntax { opens: "---", closes: &["---", "..."], sign: ':' },
    Syntax { opens: "+++", closes: &["+++"], sign: '=' },
];

/// Returns the details in the front matter, and the text after it.
pub(super) fn front(text: &str) -> (Front, &str) {
    let cut = SYNTAXES.iter().find_map(|syntax| Some((syntax, cut(text, *syntax)?)));
    let Some((syntax, (entries, body))) = cut else { return (Front::default(), text) };
    let mut front = Front::default();
    let (mut at, mut is_nested) = (0, false);
    while let Some(line) = entries.get(at) {
        is_nested |= line.starts_with('[');
        let below = entries.iter().skip(at + 1).take_while(|it| is_below(it)).count();
        let entry = entries.get(at..=at + below).unwrap_or_default();
        if is_nested || !front.take(entry, *syntax) {
            front.rest.extend(entry.iter().flat_map(|it| around(it)));
        }
        at += 1 + below;
    }
    (front, body)
}

/// Returns whether a text begins with front matter.
pub(super) fn has_front(text: &str) -> bool {
    SYNTAXES.iter().any(|syntax| cut(text, *syntax).is_some())
}

/// Returns the lines of the front matter and the text after it. `None` where the text has no front
/// matter: it lacks one of the delimiters or a name, or has a line in between that cannot be an
/// entry.
fn cut(text: &str, syntax: Syntax) -> Option<(Vec<&str>, &str)> {
    let mut rest = text;
    let mut next = || {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        (!rest.is_empty()).then(|| {
            rest = after;
            (line.trim_end(), after)
        })
    };
    next().filter(|(line, _)| *line == syntax.opens)?;
    let mut entries: Vec<&str> = Vec::new();
    loop {
        let (line, after) = next()?;
        if syntax.closes.contains(&line) {
            let is_named = entries.iter().any(|it| pair(it, syntax.sign).is_some());
            return is_named.then_some((entries, after));
        }
        if !is_entry(line, syntax.sign) {
            return None;
        }
        entries.push(line);
    }
}

fn is_entry(line: &str, sign: char) -> bool {
    line.is_empty()
        || is_below(line)
        || line.starts_with(['#', '[', '{'])
        || pair(line, sign).is_some()
}

/// Returns whether a line continues an entry of a line above it.
fn is_below(line: &str) -> bool {
    line.starts_with([' ', '\t', ']', '}']) || line == "-" || line.starts_with("- ")
}

/// Returns the name, in lower case, and the value that a line begins with; `None` where it does not
/// begin with them.
fn pair(line: &str, sign: char) -> Option<(String, &str)> {
    let (name, value) = line.split_once(sign)?;
    let name = name.trim_end().trim_matches(['"', '\'']);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_')
        && name.chars().all(|it| it.is_alphanumeric() || ['_', '-', '.'].contains(&it));
    let is_apart = sign != ':' || value.is_empty() || value.starts_with([' ', '\t']);
    (is_name && is_apart).then(|| (name.to_ascii_lowercase(), value.trim()))
}

impl Front {
    /// Stores an entry as a detail. Returns `false` where the entry is no detail, has an unsuitable
    /// value, or names a detail that already has a value.
    fn take(&mut self, entry: &[&str], syntax: Syntax) -> bool {
        let Some((first, below)) = entry.split_first() else { return true };
        let named = pair(first, syntax.sign);
        let Some((name, value)) = named else { return first.is_empty() && below.is_empty() };
        let detail = NAMES.iter().find(|row| row.0 == name).map(|row| row.1);
        let value = if value.is_empty() { items(below) } else { self::value(value, below) };
        let (Some(detail), Some(value)) = (detail, value) else { return false };
        let fits = match detail {
            Detail::Title | Detail::Byline | Detail::Published => true,
            Detail::Language => {
                let main = value.split('-').next().unwrap_or_default();
                is_language(&value) && (2..=3).contains(&main.len())
            }
            Detail::Source => is_address(&value),
        };
        let place = match detail {
            Detail::Title => &mut self.title,
            Detail::Byline => &mut self.byline,
            Detail::Published => &mut self.published,
            Detail::Language => &mut self.language,
            Detail::Source => &mut self.source,
        };
        let is_taken = fits && place.is_none();
        if is_taken {
            *place = Some(value);
        }
        is_taken
    }
}

/// Returns the value on the line of its name. `None` where the value is empty, continues below that
/// line, or is a structure other than a simple list.
fn value(text: &str, below: &[&str]) -> Option<String> {
    let is_whole = below.iter().all(|line| line.trim().is_empty());
    let list = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let value = match list {
        Some(list) if list.contains(['[', '{']) => return None,
        Some(list) => list.split(',').map(unquoted).collect::<Vec<_>>().join(", "),
        None if text.starts_with(['|', '>', '{', '[', '&', '*', '!']) => return None,
        None => unquoted(text),
    };
    (is_whole && !value.is_empty()).then_some(value)
}

/// Returns the items of the list below a name, joined with commas; `None` where the lines are not
/// such a list.
fn items(below: &[&str]) -> Option<String> {
    let lines = below.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let item = |line: &str| {
        let text = line.strip_prefix("- ")?.trim();
        let is_words = !text.starts_with(['[', '{', '&', '*', '!']) && pair(text, ':').is_none();
        is_words.then(|| unquoted(text))
    };
    let items = lines.map(item).collect::<Option<Vec<_>>>()?;
    (!items.is_empty()).then(|| items.join(", "))
}

/// Returns a value without the quotation marks around it.
fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inside = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
    if let Some(text) = inside('"') {
        text.replace("\\\"", "\"")
    } else if let Some(text) = inside('\'') {
        text.replace("''", "'")
    } else {
        text.to_owned()
    }
}

fn around(line: &str) -> Vec<ImportedBlock> {
    let lines = lines(line).map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| ImportedBlock {
            disposition: Disposition::Boilerplate,
            ..ImportedBlock::new(Kind::Other, line)
        })
        .collect()
}
