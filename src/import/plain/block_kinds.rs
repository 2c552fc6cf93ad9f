//! What each piece of a plain text is.

use crate::{
    article::Kind,
    import::{
        line_kinds::{is_byline, is_label},
        plain::head::{self, kinds_without_head},
    },
};

use super::{Piece, mail::is_attribution, source_line::Role};

/// How many short lines that follow each other are an address or verse.
const LINES_OF_A_STACK: usize = 3;
/// The longest of them, in characters.
const LONGEST_OF_A_STACK: usize = 80;

/// The kinds of the pieces, in order.
pub(super) fn kinds(pieces: &[Piece]) -> Vec<Kind> {
    let is_mail = pieces.first().is_some_and(|it| it.role == Role::Header);
    let texts: Vec<_> = pieces.iter().filter(|it| it.role == Role::Text).map(Piece::text).collect();
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    let of_text = if is_mail || begins_with_stack(pieces) {
        kinds_without_head(&texts)
    } else {
        head::kinds(&texts)
    };
    let mut of_text = of_text.into_iter();
    let mut kinds: Vec<Kind> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let kind = match piece.role {
            Role::Header | Role::Folded | Role::Signature => Kind::Other,
            Role::Quoted(_) => Kind::Quotation,
            Role::Text => {
                let kind = of_text.next().unwrap_or(Kind::Paragraph);
                let before = at.checked_sub(1).and_then(|it| pieces.get(it).zip(kinds.get(it)));
                settled(kind, piece, before, pieces.get(at + 1))
            }
        };
        kinds.push(kind);
    }
    kinds
}

/// The kind of a piece that is `kind` by itself, among those around it.
fn settled(
    kind: Kind,
    piece: &Piece,
    before: Option<(&Piece, &Kind)>,
    next: Option<&Piece>,
) -> Kind {
    let is_in_stack = !piece.begins_block
        && before.is_some_and(|(before, kind)| *kind == Kind::Paragraph && is_line(before));
    let is_quoted_next = next.is_some_and(|it| matches!(it.role, Role::Quoted(_)));
    if kind == Kind::Subheading && (is_in_stack || piece.lines.len() > 1) {
        Kind::Paragraph
    } else if kind == Kind::Paragraph && is_quoted_next && is_attribution(&piece.text()) {
        Kind::Other
    } else {
        kind
    }
}

/// Whether the text begins with short lines below each other, as verse and addresses do, so that
/// the first of them is no headline.
fn begins_with_stack(pieces: &[Piece]) -> bool {
    let after = pieces.iter().skip(1).take_while(|it| !it.begins_block).count();
    let stack = pieces.get(..=after).unwrap_or_default();
    let is_short = |piece: &Piece| {
        piece.lines.iter().all(|it| it.role == Role::Text && it.kind == Kind::Paragraph)
            && is_line(piece)
            && !is_byline(piece.text().trim())
    };
    // Verse may end as sentences do.
    let ends = stack.len() > LINES_OF_A_STACK || stack.last().is_some_and(is_line);
    let lines = stack.split_last().map_or(stack, |(_, lines)| lines);
    stack.len() >= LINES_OF_A_STACK
        && ends
        && lines.iter().all(is_short)
        && stack.iter().all(|it| it.lines.iter().all(|line| line.width <= LONGEST_OF_A_STACK))
}

/// Whether a piece is one short line that is no sentence.
fn is_line(piece: &Piece) -> bool {
    piece.lines.len() == 1 && is_label(&piece.text())
}
