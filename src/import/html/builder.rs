//! Gathers words into lines, and lines into passages.

use crate::{
    article::Kind,
    import::line_kinds::ends_a_sentence,
    import::{Disposition, ImportedBlock},
    text::{LINE_BREAKS, trim_line_end},
};

use super::{
    semantics::SemanticRole,
    table_rows::{Rows, joined},
    tree::{Element, NodeId},
};

/// What holds for the text in an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct ElementContext {
    /// What a passage here is.
    pub(super) kind: Kind,
    /// The level of the heading that this is.
    pub(super) level: Option<u8>,
    /// Whether a passage here becomes a block.
    pub(super) disposition: Disposition,
    /// What a break does.
    pub(super) breaks: BreakBehavior,
    /// The element that says in what language this is.
    pub(super) language: Option<NodeId>,
    /// What the elements around say about a passage here.
    pub(super) role: Option<SemanticRole>,
    /// Whether white space stays as it is.
    pub(super) keeps_space: bool,
    /// Whether this is part of a link.
    pub(super) is_link: bool,
    /// Whether this stands outside of what the page is about.
    pub(super) is_outside_article: bool,
}

impl ElementContext {
    /// What holds for text that is in no element that says something else.
    pub(super) fn outermost(is_outside: bool) -> Self {
        Self {
            kind: Kind::Paragraph,
            level: None,
            disposition: Disposition::Included,
            breaks: BreakBehavior::End,
            language: None,
            role: None,
            keeps_space: false,
            is_link: false,
            is_outside_article: is_outside,
        }
    }
}

/// What the breaks in an element do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakBehavior {
    /// They end a passage.
    End,
    /// They begin another line of the same passage.
    NewLine,
    /// They are spaces.
    Join,
}

/// A passage, and what is known of it until its kind is settled.
#[derive(Debug)]
pub(super) struct PendingBlock {
    /// The passage so far.
    pub(super) block: ImportedBlock,
    /// The level of the heading that it is.
    pub(super) level: Option<u8>,
    /// What elements say about it.
    pub(super) role: Option<SemanticRole>,
    /// What of it elements say is who wrote the article.
    pub(super) names: String,
    /// Whether it is a link and nothing else.
    pub(super) is_link: bool,
    /// Whether most of it is a link.
    pub(super) is_mostly_link: bool,
    /// Whether it stands outside of what the page is about.
    pub(super) is_outside_article: bool,
}

/// The passages so far, in layers: what is left out of a passage waits until that one is over.
#[derive(Debug, Default)]
pub(super) struct BlockBuilder {
    base: Scope,
    above: Vec<Scope>,
}

#[derive(Debug, Default)]
struct Scope {
    line: String,
    /// The number of the item that begins, until a text of it comes.
    list_marker: String,
    has_gap: bool,
    is_verbatim: bool,
    lines: Vec<String>,
    cells: Vec<String>,
    marks: CharCounts,
    pieces: Vec<PendingBlock>,
    /// What stands within the passage under way and is left out of it.
    after: Vec<PendingBlock>,
}

/// What is known of the characters of a passage.
#[derive(Debug, Default)]
struct CharCounts {
    all: usize,
    linked: usize,
    named: usize,
    names: String,
    role: Option<SemanticRole>,
}

impl BlockBuilder {
    /// The passages.
    pub(super) fn finish(mut self, frame: &ElementContext) -> Vec<PendingBlock> {
        while !self.above.is_empty() {
            self.pop_scope(frame);
        }
        self.close(frame);
        self.base.pieces
    }

    /// The passages that are done, of the outermost layer.
    pub(super) fn done(&self) -> &[PendingBlock] {
        &self.base.pieces
    }

    /// Takes a text in.
    pub(super) fn text(&mut self, text: &str, frame: &ElementContext) {
        let keeps_space = frame.keeps_space && frame.breaks != BreakBehavior::Join;
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
    pub(super) fn line_break(&mut self, frame: &ElementContext) {
        match frame.breaks {
            BreakBehavior::End => {
                self.close(frame);
            }
            BreakBehavior::NewLine => self.top().end_line(),
            BreakBehavior::Join => self.top().has_gap = true,
        }
    }

    /// Takes the beginning or the end of a block in.
    pub(super) fn block_boundary(&mut self, frame: &ElementContext) {
        match frame.breaks {
            BreakBehavior::End | BreakBehavior::NewLine => {
                self.close(frame);
            }
            BreakBehavior::Join => self.top().has_gap = true,
        }
    }

    /// Takes in that what comes next does not touch what was there.
    pub(super) fn gap(&mut self) {
        self.top().has_gap = true;
    }

    /// Takes in the number before an item of a list. It waits for the item's first text.
    pub(super) fn list_marker(&mut self, mark: &str) {
        let layer = self.top();
        if !layer.list_marker.is_empty() {
            layer.list_marker.push(' ');
        }
        layer.list_marker.push_str(mark);
    }

    /// Takes in the end of an item: a number that still waits has no text.
    pub(super) fn end_mark(&mut self) {
        self.top().list_marker.clear();
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
    pub(super) fn end_row(&mut self, rows: &mut Rows, frame: &ElementContext) -> bool {
        rows.end(&mut self.top().cells);
        self.close(frame)
    }

    /// Ends the passage under way, and says whether there was one.
    pub(super) fn close(&mut self, frame: &ElementContext) -> bool {
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
        let is_block = !lines.is_empty();
        if is_block {
            layer.pieces.push(PendingBlock {
                block: ImportedBlock { kind, lines, label: None, disposition: frame.disposition },
                level: frame.level,
                role: if marks.named * 2 > marks.all {
                    Some(SemanticRole::Byline)
                } else {
                    marks.role
                },
                names: marks.names,
                is_link: marks.linked == marks.all,
                is_mostly_link: marks.linked * 2 > marks.all,
                is_outside_article: frame.is_outside_article,
            });
        }
        let mut after = std::mem::take(&mut layer.after);
        layer.pieces.append(&mut after);
        is_block
    }

    /// Begins something that is left out of the passage under way.
    pub(super) fn push_scope(&mut self) {
        self.above.push(Scope::default());
    }

    /// Ends it.
    pub(super) fn pop_scope(&mut self, frame: &ElementContext) {
        self.close(frame);
        let Some(mut side) = self.above.pop() else { return };
        let layer = self.top();
        let under_way =
            !layer.line.is_empty() || !layer.lines.is_empty() || !layer.cells.is_empty();
        if under_way { &mut layer.after } else { &mut layer.pieces }.append(&mut side.pieces);
    }

    fn top(&mut self) -> &mut Scope {
        self.above.last_mut().unwrap_or(&mut self.base)
    }
}

impl Scope {
    fn push(&mut self, character: char, frame: &ElementContext, keeps_space: bool) {
        let has_gap = std::mem::take(&mut self.has_gap) && !self.line.is_empty();
        if has_gap {
            self.line.push(' ');
        }
        if self.line.is_empty() {
            if !self.list_marker.is_empty() && !character.is_whitespace() {
                self.line = std::mem::take(&mut self.list_marker);
                self.line.push(' ');
            }
            self.is_verbatim = keeps_space;
        }
        self.line.push(character);
        if frame.role == Some(SemanticRole::Byline) {
            self.marks.names.extend(has_gap.then_some(' '));
            self.marks.names.push(character);
        }
        if character.is_whitespace() {
            return;
        }
        self.marks.all += 1;
        self.marks.linked += usize::from(frame.is_link);
        match frame.role {
            Some(SemanticRole::Byline) => self.marks.named += 1,
            Some(SemanticRole::Standfirst | SemanticRole::Title) => self.marks.role = frame.role,
            None => {}
        }
    }

    fn end_line(&mut self) {
        self.has_gap = false;
        let line = std::mem::take(&mut self.line);
        let line = trim_line_end(if self.is_verbatim { &line } else { line.trim_start() });
        if !line.trim_start().is_empty() {
            self.lines.push(line.to_owned());
        }
    }
}
