//! Selecting by keys and by touch: sentences, clauses, words, whole blocks, and moving an edge of
//! the selection. Steps by keys work in the current block and start from the selection or the
//! selected claim there; steps by touch work at the touched position. Each step announces the
//! selected words and has the platform show the same selection in the browser.

use std::rc::Rc;

use crate::{
    app::{
        Effect, FocusTarget, Mode, Snap, Toolbar,
        state::{Ctx, State},
    },
    article::{Block, Direction, Edge, Position, Span},
    strings,
    text::{self, ByteOffset},
};

/// Runs a step.
pub(in crate::app) fn step(step: SelectionStep, snap: Snap, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match step {
        SelectionStep::Sentence(direction) => select_sentence(direction, ctx),
        SelectionStep::Clause => select_clause(ctx),
        SelectionStep::Word => select_next_unit(text::words, ctx),
        SelectionStep::Paragraph => select_paragraph(ctx),
        SelectionStep::Edge(direction) => move_edge(direction, snap, ctx),
        SelectionStep::SentenceAt(place) => select_at(&place, text::sentences, ctx),
        SelectionStep::WordAt(place) => select_at(&place, text::words, ctx),
    }
}

/// Selects the sentence after or before the current one in the current block. Without a
/// selection there, this is the first or the last sentence.
fn select_sentence(direction: Direction, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(block) = current_block(ctx) else { return Vec::new() };
    let sentences = text::sentences(&block.text);
    let here = here(&block, ctx).map(|(start, _)| start);
    let found = match (here, direction) {
        (None, Direction::Forward) => sentences.first(),
        (None, Direction::Back) => sentences.last(),
        (Some(at), Direction::Forward) => sentences.iter().find(|it| it.0 > at),
        (Some(at), Direction::Back) => sentences.iter().rev().find(|it| it.0 < at),
    };
    if let Some(range) = found {
        return select_range(&block, *range, ctx);
    }
    ctx.announce(strings::NO_FURTHER_SENTENCE.to_owned());
    Vec::new()
}

/// Selects the clause at the selection or, where exactly that is selected already, the next
/// one.
fn select_clause(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    select_next_unit(
        |text| {
            let sentences = text::sentences(text).into_iter();
            sentences.flat_map(|(start, end)| text::clauses(text, start, end)).collect()
        },
        ctx,
    )
}

/// Selects the whole current block.
fn select_paragraph(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(block) = current_block(ctx) else { return Vec::new() };
    let whole = (ByteOffset::new(0), ByteOffset::new(block.text.len()));
    select_range(&block, whole, ctx)
}

/// Selects the unit of the current block at the selection or, where exactly that is selected
/// already, the next one. Without a selection there, this is the first unit.
fn select_next_unit(units: impl Fn(&str) -> Vec<Range>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(block) = current_block(ctx) else { return Vec::new() };
    let units = units(&block.text);
    let found = match here(&block, ctx) {
        None => units.first(),
        Some(here) if units.contains(&here) => units.iter().find(|it| it.0 >= here.1),
        Some((start, _)) => units.iter().find(|it| start < it.1),
    };
    found.map_or_else(Vec::new, |range| select_range(&block, *range, ctx))
}

/// Selects the word or the sentence at a touched position.
fn select_at(place: &Position, units: fn(&str) -> Vec<Range>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let block = ctx.document().and_then(|it| it.blocks().get(&place.block)).cloned();
    let Some(block) = block else { return Vec::new() };
    let units = units(&block.text);
    let found = units.iter().rev().find(|it| it.0 <= place.offset).or(units.first());
    found.map_or_else(Vec::new, |range| select_range(&block, *range, ctx))
}

/// Moves the active edge of the selection by a word, or by a grapheme where edges are exact.
fn move_edge(direction: Direction, snap: Snap, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Mode::Selecting { span, edge, .. } = &ctx.state.mode else { return Vec::new() };
    let units = match snap {
        Snap::Words => text::words,
        Snap::None => text::graphemes,
    };
    let moved =
        ctx.document().and_then(|it| span.with_edge_moved(it.blocks(), *edge, direction, units));
    let edge = *edge;
    moved.map_or_else(Vec::new, |span| select_span(span, edge, ctx))
}

/// Makes the other edge the active one, which the keys move.
pub(in crate::app) fn change_edge(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Mode::Selecting { span, edge, .. } = &mut ctx.state.mode else { return Vec::new() };
    *edge = edge.opposite();
    let (span, edge) = (span.clone(), *edge);
    ctx.announce(strings::moving_edge(edge).to_owned());
    vec![Effect::Select { span, edge }]
}

/// Moves the focus to the field for a tag's name: in the toolbar while text is selected,
/// otherwise in the card of the selected claim.
pub(in crate::app) fn name_tag_here(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match &mut ctx.state.mode {
        Mode::Reading => Vec::new(),
        Mode::Selecting { bar, .. } => {
            *bar = Toolbar::TypingTag;
            vec![Effect::Focus(FocusTarget::TagName)]
        }
        Mode::Claim(_) => vec![Effect::Focus(FocusTarget::CardTag)],
    }
}

/// Goes back from the field in the toolbar to the selection.
pub(in crate::app) fn cancel_tag_input(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Mode::Selecting { bar, span, edge, .. } = &mut ctx.state.mode else {
        return Vec::new();
    };
    if *bar != Toolbar::TypingTag {
        return Vec::new();
    }
    *bar = Toolbar::Shown;
    vec![Effect::Select { span: span.clone(), edge: *edge }]
}

/// Drops the selection, because the user has left the field in the toolbar for something else.
pub(in crate::app) fn discard_tag_input(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Mode::Selecting { bar: bar @ Toolbar::TypingTag, .. } = &mut ctx.state.mode else {
        return Vec::new();
    };
    *bar = Toolbar::Shown;
    ctx.unselect();
    vec![Effect::ClearSelection]
}

/// Returns the current block; where there is none, makes the first block the current one.
fn current_block(ctx: &mut Ctx<'_>) -> Option<Rc<Block>> {
    let position = ctx.current_position();
    let block = ctx.document()?.blocks().at(position).cloned()?;
    ctx.set_current(&block.id);
    Some(block)
}

/// Returns the part of a block that is selected or, without a selection, covered by the
/// selected claim.
pub(in crate::app) fn here(block: &Block, state: &State) -> Option<Range> {
    let document = state.document()?;
    let claim = |id| document.claim(id).and_then(|it| it.target.ranges().next());
    let span = match &state.mode {
        Mode::Reading => None,
        Mode::Selecting { span, .. } => Some(span),
        Mode::Claim(id) => claim(id).map(|target_range| &target_range.span),
    }?;
    let parts = span.parts(document.blocks());
    let position = document.blocks().position(&block.id)?;
    let block_range = parts.iter().find(|block_range| block_range.position == position)?;
    Some((block_range.start, block_range.end))
}

/// Selects a range of a block, with the end as the active edge.
fn select_range(block: &Block, (start, end): Range, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let place = |offset| Position { block: block.id.clone(), offset };
    select_span(Span { start: place(start), end: place(end) }, Edge::End, ctx)
}

/// Selects a span, as if the user had dragged over it, and announces its words.
fn select_span(span: Span, edge: Edge, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let words = span.text(document.blocks());
    ctx.set_current(&span.start.block);
    let claim = ctx.selected();
    let (dragged, bar) = (span.clone(), Toolbar::Shown);
    ctx.set_mode(Mode::Selecting { dragged, span: span.clone(), bar, edge, claim });
    ctx.announce(words.map(|it| strings::announce_selection(&it)).unwrap_or_default());
    vec![Effect::Select { span, edge }]
}

/// A range of a block's text: the first byte, and the byte after the last.
type Range = (ByteOffset, ByteOffset);

/// A step of selecting by keys or by touch.
#[derive(Clone, Debug)]
pub(in crate::app) enum SelectionStep {
    Sentence(Direction),
    Clause,
    Word,
    Paragraph,
    Edge(Direction),
    SentenceAt(Position),
    WordAt(Position),
}
