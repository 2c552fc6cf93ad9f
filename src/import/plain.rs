//! Reads plain text: copied articles, letters and e-mails.
//!
//! The reader splits the text into lines, marks those that belong to mail, joins lines that a
//! margin broke, and then decides the kind of each piece. It drops no line that is not blank.

mod block_kinds;
mod dehyphenate;
mod head;
mod mail;
mod source_line;
mod unwrap_lines;

use std::borrow::Cow;

use crate::{article::Kind, import::datelines::published};

use super::{
    Disposition, ImportedBlock, ImportedText, bylines::parse_byline, sanitize::strip_bom_and_nul,
};
use dehyphenate::Words;
pub use head::{ParsedArticle, read};
use source_line::{Line, Role};

/// The number of first blocks that may give the date of publication.
const MAX_BLOCKS_TO_DATE: usize = 8;

/// Reads plain text, whichever way it writes a paragraph: on one line, between blank lines, or in
/// lines that a margin broke.
///
/// Cannot fail, and drops no line that is not blank. The reader joins lines only where the text
/// shows the margin that broke them; lists, verse, addresses, tables and headings stay as they are.
/// Hyphens at the ends of lines stay too, unless it is certain that they only split a word. In
/// mail, quoted lines become blocks of the kind [`Kind::Quotation`], which replaces the `>` before
/// them as it does in Markdown. The lines of the header and the signature become [`Kind::Other`],
/// and the header also fills the title, the byline and the date.
pub fn read_plain(text: &str) -> ImportedText {
    let (text, notes) = strip_bom_and_nul(text);
    let mut lines = source_line::cut(&text);
    mail::mark(&mut lines);
    let details = mail::details(&lines);
    let pieces = unwrap_lines::pieces(&lines);
    let kinds = block_kinds::kinds(&pieces);
    let words = Words::of(&lines);
    let published = details.published.or_else(|| date(&pieces, &kinds));
    let byline = details.byline.or_else(|| byline(&pieces, &kinds));
    let blocks = pieces.iter().zip(kinds).map(|(piece, kind)| piece.block(kind, &words));
    ImportedText {
        title: details.title,
        byline,
        published,
        blocks: blocks.collect(),
        notes,
        ..ImportedText::default()
    }
}

/// A mail header and the details that it gives.
pub(super) struct MailHead {
    /// The number of lines of the header.
    pub(super) lines: usize,
    /// The subject of the mail.
    pub(super) title: Option<String>,
    /// The sender of the mail.
    pub(super) byline: Option<String>,
    /// The date of the mail.
    pub(super) published: Option<String>,
}

/// Returns the mail header that a text begins with; `None` where it begins with none.
pub(super) fn mail_head(text: &str) -> Option<MailHead> {
    let mut lines = source_line::cut(text);
    mail::mark(&mut lines);
    let is_head = |line: &&Line| matches!(line.role, Role::Header | Role::Folded);
    let head = lines.iter().take_while(is_head).count();
    let mail::Details { title, byline, published } = mail::details(&lines);
    (head > 0).then_some(MailHead { lines: head, title, byline, published })
}

/// The lines that become one block: one line, or several that a margin broke.
struct Piece<'a> {
    lines: &'a [Line<'a>],
    role: Role,
    /// Whether the piece follows a blank line or a line with another role, or begins the text.
    begins_block: bool,
}

impl<'a> Piece<'a> {
    fn text(&self) -> Cow<'a, str> {
        match self.lines {
            [line] => Cow::Borrowed(line.text),
            lines => {
                let lines: Vec<&str> = lines.iter().map(|it| it.text.trim()).collect();
                Cow::Owned(lines.join(" "))
            }
        }
    }

    fn block(&self, kind: Kind, words: &Words) -> ImportedBlock {
        let lines = match self.lines {
            [line] => vec![line.text.to_owned()],
            lines => {
                let next = lines.iter().skip(1).map(|it| it.text.trim());
                let lines = lines.iter().map(|it| it.text.trim());
                let nexts = next.chain([""]);
                lines.zip(nexts).map(|(line, next)| words.join_hyphenated(line, next)).collect()
            }
        };
        ImportedBlock { kind, lines, label: None, disposition: Disposition::Included }
    }
}

/// Returns the date of publication from a line near the beginning of the text.
fn date(pieces: &[Piece], kinds: &[Kind]) -> Option<String> {
    let head = pieces.iter().zip(kinds).take(MAX_BLOCKS_TO_DATE);
    let mut others = head.filter(|(_, kind)| **kind == Kind::Other);
    others.find_map(|(piece, _)| published(&piece.text()).map(str::to_owned))
}

/// Returns the author from the first byline of the text.
fn byline(pieces: &[Piece], kinds: &[Kind]) -> Option<String> {
    let byline = pieces.iter().zip(kinds).find(|(_, kind)| **kind == Kind::Byline);
    byline.and_then(|(piece, _)| parse_byline(&piece.text()))
}
