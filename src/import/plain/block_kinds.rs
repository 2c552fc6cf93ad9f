//! Decides the kind of each piece of a plain text.
//!
//! The roles decide for mail headers, signatures and quotations. The other pieces first get the
//! kind that their words suggest, and the pieces around them may then change it.

use crate::{
    article::Kind,
    import::{
        line_kinds::{is_byline, is_label},
        plain::head::{self, kinds_without_head},
    },
};

use super::{Piece, mail::is_attribution, source_line::Role};

/// The fewest consecutive short lines that form a stack, such as an address or verse.
const LINES_OF_A_STACK: usize = 3;
/// The longest line of a stack, in characters.
const LONGEST_OF_A_STACK: usize = 80;

/// Returns the kinds of the pieces, in order.
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
                kind_in_context(kind, piece, before, pieces.get(at + 1))
            }
        };
        kinds.push(kind);
    }
    kinds
}

/// Returns the final kind of a piece whose words alone suggest `kind`, considering the pieces
/// before and after it.
fn kind_in_context(
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

/// Returns whether the text begins with a stack of short lines, as verse and addresses do. The
/// first line of a stack is no headline.
fn begins_with_stack(pieces: &[Piece]) -> bool {
    let after = pieces.iter().skip(1).take_while(|it| !it.begins_block).count();
    let stack = pieces.get(..=after).unwrap_or_default();
    let is_short = |piece: &Piece| {
        piece.lines.iter().all(|it| it.role == Role::Text && it.kind == Kind::Paragraph)
            && is_line(piece)
            && !is_byline(piece.text().trim())
    };
    // The last line of verse may end a sentence.
    let ends = stack.len() > LINES_OF_A_STACK || stack.last().is_some_and(is_line);
    let lines = stack.split_last().map_or(stack, |(_, lines)| lines);
    stack.len() >= LINES_OF_A_STACK
        && ends
        && lines.iter().all(is_short)
        && stack.iter().all(|it| it.lines.iter().all(|line| line.width <= LONGEST_OF_A_STACK))
}

/// Returns whether a piece is one short line that does not end a sentence.
fn is_line(piece: &Piece) -> bool {
    piece.lines.len() == 1 && is_label(&piece.text())
}
