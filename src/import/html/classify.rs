//! Gives each block its final kind and disposition, once the reader knows all blocks of the text.
//!
//! The steps run in a fixed order: bring title and other lines from outside the article in, settle
//! dispositions, find promos, then the headline and the lines around it. No step removes a block.

use crate::{
    article::Kind,
    import::datelines::{is_update_line, published},
    import::line_kinds::{LONGEST_HEADLINE, ends_a_sentence, is_byline},
    import::{Disposition, ImportedBlock},
};

use super::{
    article_head::{byline, classify_head, classify_kicker},
    builder::PendingBlock,
    metadata::Details,
    promos::classify_promos,
    semantics::SemanticRole,
};

/// How many blocks from the beginning of the text the reader compares with the title of the page.
const MAX_BLOCKS_TO_TITLE: usize = 30;

/// The imported blocks in their final form, and the byline among them.
pub(super) struct Classified {
    pub(super) blocks: Vec<ImportedBlock>,
    /// The names of the authors, if a block names them.
    pub(super) byline: Option<String>,
}

/// Returns the blocks with the kinds and dispositions that they have in the context of the whole
/// text.
pub(super) fn classify(mut pending_blocks: Vec<PendingBlock>, details: &Details) -> Classified {
    adopt_outside_title(&mut pending_blocks);
    adopt_outside_lines(&mut pending_blocks);
    resolve_dispositions(&mut pending_blocks);
    classify_promos(&mut pending_blocks);
    let headline = headline(&pending_blocks, details);
    if let Some(pending_block) = headline.and_then(|at| pending_blocks.get_mut(at)) {
        pending_block.block.kind = Kind::Headline;
    }
    classify_kicker(&mut pending_blocks, headline);
    classify_head(&mut pending_blocks, headline.map_or(0, |at| at + 1), headline.is_some());
    let byline = byline(&pending_blocks);
    Classified {
        blocks: pending_blocks.into_iter().map(|pending_block| pending_block.block).collect(),
        byline,
    }
}

/// If the article begins without a title, counts a heading of the first level outside it, for
/// example in the header of the page, as part of it: the last one before its beginning, or else the
/// first one after.
fn adopt_outside_title(pending_blocks: &mut [PendingBlock]) {
    let is_inside = |pending_block: &&PendingBlock| {
        pending_block.block.disposition == Disposition::Included
            && !pending_block.is_outside_article
    };
    let begins_with_title = pending_blocks.iter().filter(is_inside).any(is_title)
        || pending_blocks
            .iter()
            .find(is_inside)
            .is_some_and(|pending_block| pending_block.level == Some(2));
    let begins = pending_blocks.iter().position(|it| is_inside(&it));
    let Some(begins) = begins.filter(|_| !begins_with_title) else { return };
    let (before, after) = pending_blocks.split_at_mut(begins);
    let is_candidate = |pending_block: &&mut PendingBlock| {
        pending_block.block.disposition == Disposition::Included && pending_block.level == Some(1)
    };
    let title = before.iter_mut().rev().find(is_candidate);
    if let Some(title) = title.or_else(|| after.iter_mut().find(is_candidate)) {
        title.is_outside_article = false;
    }
}

/// Makes the visible blocks outside the article boilerplate, unless no block would remain.
///
/// If the text has no included block, as in a retracted article that is struck through as a whole,
/// includes the struck-through blocks, or else the boilerplate.
fn resolve_dispositions(pending_blocks: &mut [PendingBlock]) {
    if pending_blocks.iter().all(|it| it.block.disposition != Disposition::Included) {
        let struck_through = pending_blocks.iter_mut().filter(|it| it.block.is_struck());
        struck_through.for_each(|it| it.block.disposition = Disposition::Included);
    }
    let has_inside = pending_blocks
        .iter()
        .any(|it| it.block.disposition == Disposition::Included && !it.is_outside_article);
    let has_kept = pending_blocks.iter().any(|it| it.block.disposition == Disposition::Included);
    for pending_block in pending_blocks {
        let disposition = pending_block.block.disposition;
        let is_seen = matches!(disposition, Disposition::Included | Disposition::StruckThrough);
        if has_inside && pending_block.is_outside_article && is_seen {
            pending_block.block.disposition = Disposition::Boilerplate;
        } else if !has_kept && disposition == Disposition::Boilerplate {
            pending_block.block.disposition = Disposition::Included;
        }
    }
}

/// Returns the index of the headline; `None` if the text has none.
///
/// The headline is the first heading of the first level. Without one it is the first of these: the
/// block that a word processor or an attribute marks as the title; the longest block that equals
/// the title of the page, with or without the name of the site; a heading of the second level
/// before all sentences.
fn headline(pending_blocks: &[PendingBlock], details: &Details) -> Option<usize> {
    let is_kept =
        |pending_block: &PendingBlock| pending_block.block.disposition == Disposition::Included;
    let first = |is_it: &dyn Fn(&PendingBlock) -> bool| {
        pending_blocks.iter().position(|it| is_kept(it) && is_it(it))
    };
    let is_text = |pending_block: &PendingBlock| {
        pending_block.block.kind != Kind::Subheading && ends_a_sentence(&pending_block.block.text())
    };
    let is_second = |pending_block: &PendingBlock| {
        pending_block.block.kind == Kind::Subheading && pending_block.level == Some(2)
    };
    let titled = || {
        let all = pending_blocks.iter().take(MAX_BLOCKS_TO_TITLE).enumerate();
        let titled =
            all.filter(|(_, it)| can_be_title(it) && details.matches_page_title(&it.block.text()));
        // Of blocks of equal length the first wins, because a later one repeats it.
        titled.rev().max_by_key(|(_, it)| it.block.text().len()).map(|(at, _)| at)
    };
    let named = first(&|pending_block| pending_block.level == Some(1)).or_else(|| first(&is_title));
    named.or_else(titled).or_else(|| {
        let text = first(&is_text).unwrap_or(pending_blocks.len());
        first(&is_second).filter(|at| *at < text)
    })
}

/// Returns whether a block is a heading of the first level or is marked as the title.
fn is_title(pending_block: &PendingBlock) -> bool {
    pending_block.level == Some(1)
        || (pending_block.role == Some(SemanticRole::Title) && can_be_title(pending_block))
}

/// Returns whether a block has a kind and a length that allow it to be the headline, and is kept.
fn can_be_title(pending_block: &PendingBlock) -> bool {
    matches!(pending_block.block.kind, Kind::Paragraph | Kind::Subheading)
        && pending_block.block.is_kept()
        && pending_block.block.text().chars().count() <= LONGEST_HEADLINE
}

/// Counts lines outside the article that describe it as part of it: byline, date, update line and
/// standfirst between its title and its beginning, and one update line after its end if it has none
/// inside.
fn adopt_outside_lines(pending_blocks: &mut [PendingBlock]) {
    let is_inside = |pending_block: &PendingBlock| {
        pending_block.block.disposition == Disposition::Included
            && !pending_block.is_outside_article
    };
    let title = pending_blocks.iter().position(|it| is_inside(it) && is_title(it)).unwrap_or(0);
    let mut inside = pending_blocks.iter().enumerate().filter(|(_, it)| is_inside(it));
    let Some(begins) = inside.clone().map(|it| it.0).find(|at| *at > title) else { return };
    let Some(ends) = inside.next_back().map(|it| it.0) else { return };
    let is_change = |pending_block: &PendingBlock| is_update_line(&pending_block.block.text());
    let is_dated = pending_blocks.iter().any(|it| is_inside(it) && is_change(it));
    for pending_block in
        pending_blocks.iter_mut().take(begins).skip(title).filter(|it| it.is_outside_article)
    {
        let text = pending_block.block.text();
        let semantic_role =
            matches!(pending_block.role, Some(SemanticRole::Byline | SemanticRole::Standfirst));
        if semantic_role
            || is_byline(&text)
            || published(&text).is_some()
            || is_change(pending_block)
        {
            pending_block.is_outside_article = false;
        }
    }
    let mut after = pending_blocks.iter_mut().skip(ends + 1);
    if !is_dated
        && let Some(pending_block) = after.find(|it| !it.block.is_hidden() && is_change(it))
    {
        pending_block.is_outside_article = false;
        pending_block.block.disposition = Disposition::Included;
    }
}
