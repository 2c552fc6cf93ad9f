//! Settles what each passage is and whether it stays, once all of them are known.

use crate::{
    article::{Kind, LONGEST_HEADLINE, ends_a_sentence, is_byline, is_change, published},
    intake::{Fate, Passage},
};

use super::{
    details::Details,
    gather::Piece,
    head::{byline, settle_head, settle_kicker},
    promos::settle_promos,
    says::Says,
};

/// Within how many passages one is the headline because the page is titled by it.
const PASSAGES_TO_TITLE: usize = 30;

/// The passages, and what they say of the article.
pub(super) struct Settled {
    pub(super) passages: Vec<Passage>,
    /// Who wrote it.
    pub(super) byline: Option<String>,
}

/// The passages, with the kinds and the fates that they have in the whole of the text.
pub(super) fn settle(mut pieces: Vec<Piece>, details: &Details) -> Settled {
    bring_in_title(&mut pieces);
    bring_in_lines(&mut pieces);
    settle_fates(&mut pieces);
    settle_promos(&mut pieces);
    let headline = headline(&pieces, details);
    if let Some(piece) = headline.and_then(|at| pieces.get_mut(at)) {
        piece.passage.kind = Kind::Headline;
    }
    settle_kicker(&mut pieces, headline);
    settle_head(&mut pieces, headline.map_or(0, |at| at + 1), headline.is_some());
    let byline = byline(&pieces);
    Settled { passages: pieces.into_iter().map(|piece| piece.passage).collect(), byline }
}

/// Brings in a title that stands before the article, as in the header of the page, where the
/// article itself begins without one.
fn bring_in_title(pieces: &mut [Piece]) {
    let is_inside = |piece: &&Piece| piece.passage.fate == Fate::Kept && !piece.is_outside;
    let begins_with_title = pieces.iter().filter(is_inside).any(is_title)
        || pieces.iter().find(is_inside).is_some_and(|piece| piece.level == Some(2));
    let begins = pieces.iter().position(|it| is_inside(&it));
    let Some(begins) = begins.filter(|_| !begins_with_title) else { return };
    let (before, after) = pieces.split_at_mut(begins);
    let is_candidate =
        |piece: &&mut Piece| piece.passage.fate == Fate::Kept && piece.level == Some(1);
    let title = before.iter_mut().rev().find(is_candidate);
    if let Some(title) = title.or_else(|| after.iter_mut().find(is_candidate)) {
        title.is_outside = false;
    }
}

/// What stands outside is around the article, unless all would be; and where all is struck, as in
/// an article that was withdrawn, it is read all the same.
fn settle_fates(pieces: &mut [Piece]) {
    if pieces.iter().all(|it| it.passage.fate != Fate::Kept) {
        let struck = pieces.iter_mut().filter(|it| it.passage.is_struck());
        struck.for_each(|it| it.passage.fate = Fate::Kept);
    }
    let has_inside = pieces.iter().any(|it| it.passage.fate == Fate::Kept && !it.is_outside);
    let has_kept = pieces.iter().any(|it| it.passage.fate == Fate::Kept);
    for piece in pieces {
        let fate = piece.passage.fate;
        let is_seen = matches!(fate, Fate::Kept | Fate::Struck);
        if has_inside && piece.is_outside && is_seen {
            piece.passage.fate = Fate::Around;
        } else if !has_kept && fate == Fate::Around {
            piece.passage.fate = Fate::Kept;
        }
    }
}

/// Which of the passages is the headline.
///
/// Without a heading of the first level, a title that a word processor or a property names, what
/// the page is titled by, the longest if there are several, or a heading of the second level before
/// all text.
fn headline(pieces: &[Piece], details: &Details) -> Option<usize> {
    let is_kept = |piece: &Piece| piece.passage.fate == Fate::Kept;
    let first =
        |is_it: &dyn Fn(&Piece) -> bool| pieces.iter().position(|it| is_kept(it) && is_it(it));
    let is_text = |piece: &Piece| {
        piece.passage.kind != Kind::Subheading && ends_a_sentence(&piece.passage.text())
    };
    let is_second =
        |piece: &Piece| piece.passage.kind == Kind::Subheading && piece.level == Some(2);
    let titled = || {
        let all = pieces.iter().take(PASSAGES_TO_TITLE).enumerate();
        let titled =
            all.filter(|(_, it)| can_be_title(it) && details.is_titled(&it.passage.text()));
        // Of equal ones the first counts: what follows repeats it.
        titled.rev().max_by_key(|(_, it)| it.passage.text().len()).map(|(at, _)| at)
    };
    let named = first(&|piece| piece.level == Some(1)).or_else(|| first(&is_title));
    named.or_else(titled).or_else(|| {
        let text = first(&is_text).unwrap_or(pieces.len());
        first(&is_second).filter(|at| *at < text)
    })
}

fn is_title(piece: &Piece) -> bool {
    piece.level == Some(1) || (piece.says == Some(Says::Title) && can_be_title(piece))
}

fn can_be_title(piece: &Piece) -> bool {
    matches!(piece.passage.kind, Kind::Paragraph | Kind::Subheading)
        && piece.passage.is_kept()
        && piece.passage.text().chars().count() <= LONGEST_HEADLINE
}

/// Brings in what stands outside and tells of the article: who wrote it, when it was published and
/// what sums it up, between its title and its beginning, and after its end when it was changed.
fn bring_in_lines(pieces: &mut [Piece]) {
    let is_inside = |piece: &Piece| piece.passage.fate == Fate::Kept && !piece.is_outside;
    let title = pieces.iter().position(|it| is_inside(it) && is_title(it)).unwrap_or(0);
    let mut inside = pieces.iter().enumerate().filter(|(_, it)| is_inside(it));
    let Some(begins) = inside.clone().map(|it| it.0).find(|at| *at > title) else { return };
    let Some(ends) = inside.next_back().map(|it| it.0) else { return };
    let is_change = |piece: &Piece| is_change(&piece.passage.text());
    let is_dated = pieces.iter().any(|it| is_inside(it) && is_change(it));
    for piece in pieces.iter_mut().take(begins).skip(title).filter(|it| it.is_outside) {
        let text = piece.passage.text();
        let says = matches!(piece.says, Some(Says::Byline | Says::Standfirst));
        if says || is_byline(&text) || published(&text).is_some() || is_change(piece) {
            piece.is_outside = false;
        }
    }
    let mut after = pieces.iter_mut().skip(ends + 1);
    if !is_dated && let Some(piece) = after.find(|it| !it.passage.is_hidden() && is_change(it)) {
        piece.is_outside = false;
        piece.passage.fate = Fate::Kept;
    }
}
