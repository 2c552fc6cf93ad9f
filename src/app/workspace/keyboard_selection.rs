//! Selecting by keys and by touch: sentences, clauses, words, whole blocks, and moving an edge of
//! the selection. Steps by keys work in the current block and start from the selection or the
//! selected claim there; steps by touch work at the touched position. Each step announces the
//! selected words and has the platform show the same selection in the browser.

use std::rc::Rc;

use crate::{
    app::{Effect, FocusTarget, Snap, Toolbar},
    article::{Block, Direction, Edge, Position, Span},
    strings,
    text::{self, ByteOffset},
};

use super::{Hint, Mode, Workspace};

/// A range of a block's text: the first byte, and the byte after the last.
type Range = (ByteOffset, ByteOffset);

/// A step of selecting by keys or by touch.
#[derive(Clone, Debug)]
pub(super) enum SelectionStep {
    Sentence(Direction),
    Clause,
    Word,
    Paragraph,
    Edge(Direction),
    SentenceAt(Position),
    WordAt(Position),
}

impl Workspace {
    /// Runs a step.
    pub(super) fn step(&mut self, step: SelectionStep) -> Vec<Effect> {
        match step {
            SelectionStep::Sentence(direction) => self.select_sentence(direction),
            SelectionStep::Clause => self.select_clause(),
            SelectionStep::Word => self.select_next_unit(text::words),
            SelectionStep::Paragraph => self.select_paragraph(),
            SelectionStep::Edge(direction) => self.move_edge(direction),
            SelectionStep::SentenceAt(place) => self.select_at(&place, text::sentences),
            SelectionStep::WordAt(place) => self.select_at(&place, text::words),
        }
    }

    /// Selects the sentence after or before the current one in the current block. Without a
    /// selection there, this is the first or the last sentence.
    fn select_sentence(&mut self, direction: Direction) -> Vec<Effect> {
        let Some(block) = self.current_block() else { return Vec::new() };
        let sentences = text::sentences(&block.text);
        let here = self.here(&block).map(|(start, _)| start);
        let found = match (here, direction) {
            (None, Direction::Forward) => sentences.first(),
            (None, Direction::Back) => sentences.last(),
            (Some(at), Direction::Forward) => sentences.iter().find(|it| it.0 > at),
            (Some(at), Direction::Back) => sentences.iter().rev().find(|it| it.0 < at),
        };
        if let Some(range) = found {
            return self.select_range(&block, *range);
        }
        self.announce(strings::NO_FURTHER_SENTENCE.to_owned());
        Vec::new()
    }

    /// Selects the clause at the selection or, where exactly that is selected already, the next
    /// one.
    fn select_clause(&mut self) -> Vec<Effect> {
        self.select_next_unit(|text| {
            let sentences = text::sentences(text).into_iter();
            sentences.flat_map(|(start, end)| text::clauses(text, start, end)).collect()
        })
    }

    /// Selects the whole current block.
    fn select_paragraph(&mut self) -> Vec<Effect> {
        let Some(block) = self.current_block() else { return Vec::new() };
        let whole = (ByteOffset::new(0), ByteOffset::new(block.text.len()));
        self.select_range(&block, whole)
    }

    /// Selects the unit of the current block at the selection or, where exactly that is selected
    /// already, the next one. Without a selection there, this is the first unit.
    fn select_next_unit(&mut self, units: impl Fn(&str) -> Vec<Range>) -> Vec<Effect> {
        let Some(block) = self.current_block() else { return Vec::new() };
        let units = units(&block.text);
        let found = match self.here(&block) {
            None => units.first(),
            Some(here) if units.contains(&here) => units.iter().find(|it| it.0 >= here.1),
            Some((start, _)) => units.iter().find(|it| start < it.1),
        };
        found.map_or_else(Vec::new, |range| self.select_range(&block, *range))
    }

    /// Selects the word or the sentence at a touched position.
    fn select_at(&mut self, place: &Position, units: fn(&str) -> Vec<Range>) -> Vec<Effect> {
        let block = self.document().and_then(|it| it.blocks().get(&place.block)).cloned();
        let Some(block) = block else { return Vec::new() };
        let units = units(&block.text);
        let found = units.iter().rev().find(|it| it.0 <= place.offset).or(units.first());
        found.map_or_else(Vec::new, |range| self.select_range(&block, *range))
    }

    /// Moves the active edge of the selection by a word, or by a grapheme where edges are exact.
    fn move_edge(&mut self, direction: Direction) -> Vec<Effect> {
        let Mode::Selecting { span, edge, .. } = &self.session else { return Vec::new() };
        let units = match self.snap {
            Snap::Words => text::words,
            Snap::None => text::graphemes,
        };
        let moved = self
            .document()
            .and_then(|it| span.with_edge_moved(it.blocks(), *edge, direction, units));
        let edge = *edge;
        moved.map_or_else(Vec::new, |span| self.select_span(span, edge))
    }

    /// Makes the other edge the active one, which the keys move.
    pub(super) fn change_edge(&mut self) -> Vec<Effect> {
        let Mode::Selecting { span, edge, .. } = &mut self.session else { return Vec::new() };
        *edge = edge.opposite();
        let (span, edge) = (span.clone(), *edge);
        self.announce(strings::moving_edge(edge).to_owned());
        vec![Effect::Select { span, edge }]
    }

    /// Moves the focus to the field for a tag's name: in the toolbar while text is selected,
    /// otherwise in the card of the selected claim.
    pub(super) fn name_tag_here(&mut self) -> Vec<Effect> {
        match &mut self.session {
            Mode::Reading => Vec::new(),
            Mode::Selecting { bar, .. } => {
                *bar = Toolbar::TypingTag;
                vec![Effect::Focus(FocusTarget::TagName)]
            }
            Mode::Claim(_) => vec![Effect::Focus(FocusTarget::CardTag)],
        }
    }

    /// Goes back from the field in the toolbar to the selection.
    pub(super) fn cancel_tag_input(&mut self) -> Vec<Effect> {
        let Mode::Selecting { bar, span, edge, .. } = &mut self.session else {
            return Vec::new();
        };
        if *bar != Toolbar::TypingTag {
            return Vec::new();
        }
        *bar = Toolbar::Shown;
        vec![Effect::Select { span: span.clone(), edge: *edge }]
    }

    /// Drops the selection, because the user has left the field in the toolbar for something else.
    pub(super) fn discard_tag_input(&mut self) -> Vec<Effect> {
        let Mode::Selecting { bar: bar @ Toolbar::TypingTag, .. } = &mut self.session else {
            return Vec::new();
        };
        *bar = Toolbar::Shown;
        self.unselect();
        vec![Effect::ClearSelection]
    }

    /// Returns the current block; where there is none, makes the first block the current one.
    fn current_block(&mut self) -> Option<Rc<Block>> {
        let position = self.current_position();
        let block = self.document()?.blocks().at(position).cloned()?;
        self.set_current(&block.id);
        Some(block)
    }

    /// Returns the part of a block that is selected or, without a selection, covered by the
    /// selected claim.
    fn here(&self, block: &Block) -> Option<Range> {
        let document = self.document()?;
        let claim = |id| document.claim(id).and_then(|it| it.target.ranges().next());
        let span = match &self.session {
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
    fn select_range(&mut self, block: &Block, (start, end): Range) -> Vec<Effect> {
        let place = |offset| Position { block: block.id.clone(), offset };
        self.select_span(Span { start: place(start), end: place(end) }, Edge::End)
    }

    /// Selects a span, as if the user had dragged over it, and announces its words.
    fn select_span(&mut self, span: Span, edge: Edge) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let words = span.text(document.blocks());
        self.set_current(&span.start.block);
        let claim = self.selected();
        let (dragged, bar) = (span.clone(), Toolbar::Shown);
        self.set_mode(Mode::Selecting { dragged, span: span.clone(), bar, edge, claim });
        self.complete_hint(Hint::Select);
        self.announce(words.map(|it| strings::announce_selection(&it)).unwrap_or_default());
        vec![Effect::Select { span, edge }]
    }
}
