//! Reading plain text: articles that were copied, letters, and mail.

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
pub use head::{Draft, read};
use source_line::{Line, Role};

/// How many of the first passages may say when the text was published.
const PASSAGES_TO_DATE: usize = 8;

/// Reads plain text, whichever of the ways to write a paragraph it uses: a line each, blank lines
/// between them, or lines that were broken at a margin.
///
/// Cannot fail, and drops no line that is not blank. Lines are joined only where the margin that
/// broke them shows in the text; lists, verse, addresses, tables and headings stay as they are.
/// Hyphens at the ends of lines stay, too, unless it is sure that they only broke a word. Of mail, the quoted lines are passages of the kind
/// [`Kind::Quotation`], which stands for the signs `>` before them as it does in Markdown; the
/// lines of its head and its signature are [`Kind::Other`], and what they say is told as well.
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

/// The head of a mail, and what it says.
pub(super) struct MailHead {
    /// How many lines it has.
    pub(super) lines: usize,
    /// What the mail is about.
    pub(super) title: Option<String>,
    /// Who wrote it.
    pub(super) byline: Option<String>,
    /// When it was sent.
    pub(super) published: Option<String>,
}

/// The head of a mail that a text begins with.
pub(super) fn mail_head(text: &str) -> Option<MailHead> {
    let mut lines = source_line::cut(text);
    mail::mark(&mut lines);
    let is_head = |line: &&Line| matches!(line.role, Role::Header | Role::Folded);
    let head = lines.iter().take_while(is_head).count();
    let mail::Details { title, byline, published } = mail::details(&lines);
    (head > 0).then_some(MailHead { lines: head, title, byline, published })
}

/// Lines that become one passage: one, or several that were broken at a margin.
struct Piece<'a> {
    lines: &'a [Line<'a>],
    role: Role,
    /// Whether a blank line, or a line of another role, stands before it.
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

/// When the text was published, as a line near its beginning says.
fn date(pieces: &[Piece], kinds: &[Kind]) -> Option<String> {
    let head = pieces.iter().zip(kinds).take(PASSAGES_TO_DATE);
    let mut others = head.filter(|(_, kind)| **kind == Kind::Other);
    others.find_map(|(piece, _)| published(&piece.text()).map(str::to_owned))
}

/// Who wrote the text, as its first byline says.
fn byline(pieces: &[Piece], kinds: &[Kind]) -> Option<String> {
    let byline = pieces.iter().zip(kinds).find(|(_, kind)| **kind == Kind::Byline);
    byline.and_then(|(piece, _)| parse_byline(&piece.text()))
}
