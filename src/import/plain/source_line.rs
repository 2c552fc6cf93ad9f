//! The lines of a text, with what each says by itself.

use crate::{
    article::Kind,
    import::line_kinds::kind_anywhere,
    text::{lines, trim_line_end},
};

/// How many characters of a line are counted.
const COUNTED: usize = 200;

/// What a line is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A line of the text itself.
    Text,
    /// A line that somebody else wrote, and how often it was quoted since.
    Quoted(usize),
    /// A line of the head of a mail.
    Header,
    /// A line of the head that goes on with the one before it.
    Folded,
    /// A line below the mark of a signature, or that mark.
    Signature,
}

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// All that is in it.
    whole: &'a str,
    /// Its text, with the white space at its start, without that at its end and without the signs
    /// of a quotation.
    pub(super) text: &'a str,
    pub(super) role: Role,
    /// The kind of line that it is, wherever it stands.
    pub(super) kind: Kind,
    /// How many characters it has, up to [`COUNTED`].
    pub(super) width: usize,
    /// How many spaces it begins with.
    pub(super) indent: usize,
    /// Whether a space at its end says that its paragraph goes on (RFC 3676).
    pub(super) is_flowed: bool,
    /// Whether it can be no part of a paragraph that a margin broke: it is too long, a row of a
    /// table, a rule, an address or the like.
    pub(super) never_wraps: bool,
    /// Whether it is the first, or a blank line or one of another role stands before it.
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

    /// Whether no margin can break it.
    pub(super) fn is_word(&self) -> bool {
        only_word(self.text).is_some()
    }
}

/// The words of a line as one, if there is but one.
fn only_word(line: &str) -> Option<&str> {
    let word = line.trim_start();
    (!word.contains(char::is_whitespace)).then_some(word)
}

/// Whether a line is a row of a table.
fn is_row(line: &str, kind: Kind) -> bool {
    let line = line.trim_start();
    let inside = match line.split_once(char::is_whitespace) {
        Some((_, rest)) if kind == Kind::ListItem => rest.trim_start(),
        _ => line,
    };
    inside.contains(['\t', '|']) || inside.contains("   ")
}

/// Whether a line is nothing but an address, of the web or for mail.
fn is_address(line: &str) -> bool {
    only_word(line).is_some_and(|word| word.contains("://") || word.contains(['@', '/']))
}

/// The lines of a text that are not blank.
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

/// Sites set `>` before a line that sends the reader elsewhere, which is no quotation.
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

/// How often a line is quoted, and what is left without the signs that say so.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.strip_prefix('>') {
        depth += 1;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    (depth, rest)
}
