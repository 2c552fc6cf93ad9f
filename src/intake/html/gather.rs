//! Gathers words into lines, and lines into passages.

use crate::{
    article::{Kind, ends_a_sentence},
    intake::{Fate, Passage},
    text::{LINE_BREAKS, tidy},
};

use super::{
    rows::{Rows, joined},
    says::Says,
    tree::{Element, NodeId},
};

/// What holds for the text in an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// What a passage here is.
    pub(super) kind: Kind,
    /// The level of the heading that this is.
    pub(super) level: Option<u8>,
    /// Whether a passage here becomes a block.
    pub(super) fate: Fate,
    /// What a break does.
    pub(super) breaks: Breaks,
    /// The element that says in what language this is.
    pub(super) language: Option<NodeId>,
    /// What the elements around say about a passage here.
    pub(super) says: Option<Says>,
    /// Whether white space stays as it is.
    pub(super) keeps_space: bool,
    /// Whether this is part of a link.
    pub(super) is_link: bool,
    /// Whether this stands outside of what the page is about.
    pub(super) is_outside: bool,
}

impl Frame {
    /// What holds for text that is in no element that says something else.
    pub(super) fn outermost(is_outside: bool) -> Self {
        Self {
            kind: Kind::Paragraph,
            level: None,
            fate: Fate::Kept,
            breaks: Breaks::End,
            language: None,
            says: None,
            keeps_space: false,
            is_link: false,
            is_outside,
        }
    }
}

/// What the breaks in an element do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// They end a passage.
    End,
    /// They begin another line of the same passage.
    Stack,
    /// They are spaces.
    Join,
}

/// A passage, and what is known of it until its kind is settled.
#[derive(Debug)]
pub(super) struct Piece {
    /// The passage so far.
    pub(super) passage: Passage,
    /// The level of the heading that it is.
    pub(super) level: Option<u8>,
    /// What elements say about it.
    pub(super) says: Option<Says>,
    /// What of it elements say is who wrote the article.
    pub(super) names: String,
    /// Whether it is a link and nothing else.
    pub(super) is_link: bool,
    /// Whether most of it is a link.
    pub(super) is_mostly_link: bool,
    /// Whether it stands outside of what the page is about.
    pub(super) is_outside: bool,
}

/// The passages so far, in layers: what is left out of a passage waits until that one is over.
#[derive(Debug, Default)]
pub(super) struct Gather {
    base: Layer,
    above: Vec<Layer>,
}

#[derive(Debug, Default)]
struct Layer {
    line: String,
    /// The number of the item that begins, until a text of it comes.
    mark: String,
    has_gap: bool,
    is_verbatim: bool,
    lines: Vec<String>,
    cells: Vec<String>,
    marks: Marks,
    pieces: Vec<Piece>,
    /// What stands within the passage under way and is left out of it.
    after: Vec<Piece>,
}

/// What is known of the characters of a passage.
#[derive(Debug, Default)]
struct Marks {
    all: usize,
    linked: usize,
    named: usize,
    names: String,
    says: Option<Says>,
}

impl Gather {
    /// The passages.
    pub(super) fn finish(mut self, frame: &Frame) -> Vec<Piece> {
        while !self.above.is_empty() {
            self.leave_side(frame);
        }
        self.close(frame);
        self.base.pieces
    }

    /// The passages that are done, of the outermost layer.
    pub(super) fn done(&self) -> &[Piece] {
        &self.base.pieces
    }

    /// Takes a text in.
    pub(super) fn text(&mut self, text: &str, frame: &Frame) {
        let keeps_space = frame.keeps_space && frame.breaks != Breaks::Join;
        for character in text.chars() {
            if !keeps_space && [' ', '\t', '\n', '\r', '\u{c}'].contains(&character) {
                self.top().has_gap = true;
            } else if LINE_BREAKS.contains(&character) {
                self.line_break(frame);
            } else {
                self.top().push(character, frame, keeps_space);
            }
        }
    }

    /// Takes a line break in.
    pub(super) fn line_break(&mut self, frame: &Frame) {
        match frame.breaks {
            Breaks::End => {
                self.close(frame);
            }
            Breaks::Stack => self.top().end_line(),
            Breaks::Join => self.top().has_gap = true,
        }
    }

    /// Takes the beginning or the end of a block in.
    pub(super) fn edge(&mut self, frame: &Frame) {
        match frame.breaks {
            Breaks::End | Breaks::Stack => {
                self.close(frame);
            }
            Breaks::Join => self.top().has_gap = true,
        }
    }

    /// Takes in that what comes next does not touch what was there.
    pub(super) fn gap(&mut self) {
        self.top().has_gap = true;
    }

    /// Takes in the number before an item of a list. It waits for the item's first text.
    pub(super) fn mark(&mut self, mark: &str) {
        let layer = self.top();
        if !layer.mark.is_empty() {
            layer.mark.push(' ');
        }
        layer.mark.push_str(mark);
    }

    /// Takes in the end of an item: a number that still waits has no text.
    pub(super) fn end_mark(&mut self) {
        self.top().mark.clear();
    }

    /// Whether no sentence is under way.
    pub(super) fn is_sentence_over(&self) -> bool {
        let layer = self.above.last().unwrap_or(&self.base);
        let line = if layer.line.is_empty() { layer.lines.last() } else { Some(&layer.line) };
        line.is_none_or(|it| ends_a_sentence(it))
    }

    /// Ends a cell of a row.
    pub(super) fn end_cell(&mut self, rows: &mut Rows, cell: &Element) {
        let layer = self.top();
        layer.end_line();
        let text = std::mem::take(&mut layer.lines).join(" ");
        rows.push(&mut layer.cells, text, cell);
    }

    /// Ends a row, and says whether there was one.
    pub(super) fn end_row(&mut self, rows: &mut Rows, frame: &Frame) -> bool {
        rows.end(&mut self.top().cells);
        self.close(frame)
    }

    /// Ends the passage under way, and says whether there was one.
    pub(super) fn close(&mut self, frame: &Frame) -> bool {
        let layer = self.top();
        layer.end_line();
        let marks = std::mem::take(&mut layer.marks);
        let mut lines = std::mem::take(&mut layer.lines);
        let mut kind = frame.kind;
        let mut cells = std::mem::take(&mut layer.cells);
        if !cells.is_empty() {
            cells.append(&mut lines);
            let (line, is_row) = joined(&cells);
            kind = if is_row { Kind::Other } else { kind };
            lines = if line.is_empty() { Vec::new() } else { vec![line] };
        }
        let is_passage = !lines.is_empty();
        if is_passage {
            layer.pieces.push(Piece {
                passage: Passage { kind, lines, label: None, fate: frame.fate },
                level: frame.level,
                says: if marks.named * 2 > marks.all { Some(Says::Byline) } else { marks.says },
                names: marks.names,
                is_link: marks.linked == marks.all,
                is_mostly_link: marks.linked * 2 > marks.all,
                is_outside: frame.is_outside,
            });
        }
        let mut after = std::mem::take(&mut layer.after);
        layer.pieces.append(&mut after);
        is_passage
    }

    /// Begins something that is left out of the passage under way.
    pub(super) fn enter_side(&mut self) {
        self.above.push(Layer::default());
    }

    /// Ends it.
    pub(super) fn leave_side(&mut self, frame: &Frame) {
        self.close(frame);
        let Some(mut side) = self.above.pop() else { return };
        let layer = self.top();
        let under_way =
            !layer.line.is_empty() || !layer.lines.is_empty() || !layer.cells.is_empty();
        if under_way { &mut layer.after } else { &mut layer.pieces }.append(&mut side.pieces);
    }

    fn top(&mut self) -> &mut Layer {
        self.above.last_mut().unwrap_or(&mut self.base)
    }
}

impl Layer {
    fn push(&mut self, character: char, frame: &Frame, keeps_space: bool) {
        let has_gap = std::mem::take(&mut self.has_gap) && !self.line.is_empty();
        if has_gap {
            self.line.push(' ');
        }
        if self.line.is_empty() {
            if !self.mark.is_empty() && !character.is_whitespace() {
                self.line = std::mem::take(&mut self.mark);
                self.line.push(' ');
            }
            self.is_verbatim = keeps_space;
        }
        self.line.push(character);
        if frame.says == Some(Says::Byline) {
            self.marks.names.extend(has_gap.then_some(' '));
            self.marks.names.push(character);
        }
        if character.is_whitespace() {
            return;
        }
        self.marks.all += 1;
        self.marks.linked += usize::from(frame.is_link);
        match frame.says {
            Some(Says::Byline) => self.marks.named += 1,
            Some(Says::Standfirst | Says::Title) => self.marks.says = frame.says,
            None => {}
        }
    }

    fn end_line(&mut self) {
        self.has_gap = false;
        let line = std::mem::take(&mut self.line);
        let line = tidy(if self.is_verbatim { &line } else { line.trim_start() });
        if !line.trim_start().is_empty() {
            self.lines.push(line.to_owned());
        }
    }
}
