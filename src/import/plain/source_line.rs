//! Splits a text into lines and measures each line by itself.
//!
//! The lines keep the order of the text. Blank lines are left out; the line after one has
//! `begins_block` set.

use crate::{
    article::Kind,
    import::line_kinds::kind_anywhere,
    text::{lines, trim_line_end},
};

/// The most characters of a line that the program counts.
const COUNTED: usize = 200;

/// The role of a line in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A line of the text itself.
    Text,
    /// A line that somebody else wrote, with the depth of the quotation, counted from 1.
    Quoted(usize),
    /// A line of a mail header.
    Header,
    /// A line that continues the header line before it.
    Folded,
    /// The delimiter of a signature, or a line below it.
    Signature,
}

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The whole line as the text has it.
    whole: &'a str,
    /// The text of the line, with the white space at its start, but without the white space at its
    /// end and without the characters that mark a quotation.
    pub(super) text: &'a str,
    pub(super) role: Role,
    /// The kind that the line has anywhere in a text.
    pub(super) kind: Kind,
    /// The length in characters, up to [`COUNTED`].
    pub(super) width: usize,
    /// The number of white space characters at the start of the line.
    pub(super) indent: usize,
    /// Whether a space at the end of the line marks that its paragraph continues (RFC 3676).
    pub(super) is_flowed: bool,
    /// Whether the line cannot be part of a wrapped paragraph: it is too long, or a table row, a
    /// rule, an address or the like.
    pub(super) never_wraps: bool,
    /// Whether the line is the first of the text, or follows a blank line or a line with another
    /// role.
    pub(super) begins_block: bool,
}

impl<'a> Line<'a> {
    fn new(whole: &'a str, text: &'a str, role: Role) -> Self {
        let tidied = trim_line_end(text);
        let kind = kind_anywhere(tidied, None);
        let width = tidied.chars().take(COUNTED).count();
        let is_alone = width == COUNTED
            || matches!(kind, Kind::Promo | Kind::Other)
            || is_row(tidied, kind)
            || is_address(tidied);
        Self {
            whole,
            text: tidied,
            role,
            kind,
            width,
            never_wraps: is_alone,
            indent: tidied.chars().take(COUNTED).take_while(|it| it.is_whitespace()).count(),
            is_flowed: text.strip_prefix(tidied) == Some(" "),
            begins_block: false,
        }
    }

    /// Returns whether the line is a single word, which no margin can break.
    pub(super) fn is_word(&self) -> bool {
        only_word(self.text).is_some()
    }
}

/// Returns the only word of a line; `None` where there are several.
fn only_word(line: &str) -> Option<&str> {
    let word = line.trim_start();
    (!word.contains(char::is_whitespace)).then_some(word)
}

/// Returns whether a line is a row of a table.
fn is_row(line: &str, kind: Kind) -> bool {
    let line = line.trim_start();
    let inside = match line.split_once(char::is_whitespace) {
        Some((_, rest)) if kind == Kind::ListItem => rest.trim_start(),
        _ => line,
    };
    inside.contains(['\t', '|']) || inside.contains("   ")
}

/// Returns whether a line consists only of a web address or an e-mail address.
fn is_address(line: &str) -> bool {
    only_word(line).is_some_and(|word| word.contains("://") || word.contains(['@', '/']))
}

/// Splits a text into its lines that are not blank.
pub(super) fn cut(text: &str) -> Vec<Line<'_>> {
    let mut cut: Vec<Line> = Vec::new();
    let mut after_blank = true;
    for whole in lines(text) {
        let (depth, rest) = unquoted(whole);
        if rest.trim().is_empty() {
            after_blank = true;
            continue;
        }
        let role = if depth == 0 { Role::Text } else { Role::Quoted(depth) };
        let mut line = Line::new(whole, rest, role);
        line.begins_block = after_blank || cut.last().is_none_or(|it| it.role != role);
        after_blank = false;
        cut.push(line);
    }
    take_back_promos(&mut cut);
    cut
}

/// Turns a quoted line that sends the reader elsewhere, and has no quoted line next to it, back
/// into a line of the text. Sites put `>` before such a line, which is no quotation.
fn take_back_promos(lines: &mut [Line]) {
    let is_quoted = |line: Option<&Line>| line.is_some_and(|it| it.role != Role::Text);
    for at in 0..lines.len() {
        let Some(line) = lines.get(at).filter(|it| it.kind == Kind::Promo) else { continue };
        let before = at.checked_sub(1).and_then(|it| lines.get(it));
        if is_quoted(Some(line)) && !is_quoted(before) && !is_quoted(lines.get(at + 1)) {
            let line = Line { begins_block: true, ..Line::new(line.whole, line.whole, Role::Text) };
            if let Some(place) = lines.get_mut(at) {
                *place = line;
            }
        }
    }
}

/// Returns the quotation depth of a line, and the line without the `>` characters that mark it.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.strip_prefix('>') {
        depth += 1;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    (depth, rest)
}
