//! Collects characters into lines, and lines into blocks.
//!
//! The builder collapses white space as browsers do, joins the cells of a table row into one block,
//! and counts for each block how much of it is a link or the name of an author. Content that is
//! kept out of a block, such as a hidden note inside a paragraph, follows right after that block.

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

/// The context for the text in an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct ElementContext {
    /// The kind of a block here.
    pub(super) kind: Kind,
    /// The level of the heading around the text; `None` outside headings.
    pub(super) level: Option<u8>,
    /// The disposition of a block here.
    pub(super) disposition: Disposition,
    /// The effect of a break.
    pub(super) breaks: BreakBehavior,
    /// The element that declares the language of the text.
    pub(super) language: Option<NodeId>,
    /// The role that an element around the text gives to a block here.
    pub(super) role: Option<SemanticRole>,
    /// Whether white space stays as written.
    pub(super) keeps_space: bool,
    /// Whether the text is part of a link.
    pub(super) is_link: bool,
    /// Whether the text is outside the main content of the page.
    pub(super) is_outside_article: bool,
}

impl ElementContext {
    /// Returns the context for text that no element defines otherwise. `is_outside` states whether
    /// it is outside the main content of the page.
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

/// The effect of line breaks and block boundaries in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakBehavior {
    /// Both end the block.
    End,
    /// A line break begins another line of the same block; a block boundary ends the block.
    NewLine,
    /// Both become spaces.
    Join,
}

/// A block and the facts about it that later decide its kind.
#[derive(Debug)]
pub(super) struct PendingBlock {
    /// The block, with a provisional kind and disposition.
    pub(super) block: ImportedBlock,
    /// The level of the heading that the block is; `None` if it is no heading.
    pub(super) level: Option<u8>,
    /// The role that elements give to the block.
    pub(super) role: Option<SemanticRole>,
    /// The part of the text that elements mark as the names of the authors.
    pub(super) names: String,
    /// Whether the block is nothing but links.
    pub(super) is_link: bool,
    /// Whether more than half of the block is links.
    pub(super) is_mostly_link: bool,
    /// Whether the block is outside the main content of the page.
    pub(super) is_outside_article: bool,
}

/// The builder of blocks. It works in nested scopes: each scope above the base collects content
/// that is kept out of the block of the scope below.
#[derive(Debug, Default)]
pub(super) struct BlockBuilder {
    base: Scope,
    above: Vec<Scope>,
}

#[derive(Debug, Default)]
struct Scope {
    line: String,
    /// The number of a list item that has begun, until the first text of the item arrives.
    list_marker: String,
    /// Whether a space separates the next character from the line.
    has_gap: bool,
    /// Whether the line keeps its leading white space.
    is_verbatim: bool,
    lines: Vec<String>,
    /// The finished cells of the current table row, by column.
    cells: Vec<String>,
    marks: CharCounts,
    blocks: Vec<PendingBlock>,
    /// The blocks inside the current block that are kept out of it; they follow it when it ends.
    after: Vec<PendingBlock>,
}

/// Counts of the characters of a block, white space excluded, with the names and the role in it.
#[derive(Debug, Default)]
struct CharCounts {
    all: usize,
    linked: usize,
    named: usize,
    names: String,
    role: Option<SemanticRole>,
}

impl BlockBuilder {
    /// Ends all open scopes and returns the blocks in order.
    pub(super) fn finish(mut self, element_context: &ElementContext) -> Vec<PendingBlock> {
        while !self.above.is_empty() {
            self.pop_scope(element_context);
        }
        self.close(element_context);
        self.base.blocks
    }

    /// Returns the finished blocks of the base scope.
    pub(super) fn done(&self) -> &[PendingBlock] {
        &self.base.blocks
    }

    /// Adds a text. Unless the context keeps white space, ASCII white space, line feeds included,
    /// only separates words. All other line break characters break the line in any case.
    pub(super) fn text(&mut self, text: &str, element_context: &ElementContext) {
        let keeps_space =
            element_context.keeps_space && element_context.breaks != BreakBehavior::Join;
        for character in text.chars() {
            if !keeps_space && [' ', '\t', '\n', '\r', '\u{c}'].contains(&character) {
                self.top().has_gap = true;
            } else if LINE_BREAKS.contains(&character) {
                self.line_break(element_context);
            } else {
                self.top().push(character, element_context, keeps_space);
            }
        }
    }

    /// Adds a line break.
    pub(super) fn line_break(&mut self, element_context: &ElementContext) {
        match element_context.breaks {
            BreakBehavior::End => {
                self.close(element_context);
            }
            BreakBehavior::NewLine => self.top().end_line(),
            BreakBehavior::Join => self.top().has_gap = true,
        }
    }

    /// Adds the beginning or the end of a block element.
    pub(super) fn block_boundary(&mut self, element_context: &ElementContext) {
        match element_context.breaks {
            BreakBehavior::End | BreakBehavior::NewLine => {
                self.close(element_context);
            }
            BreakBehavior::Join => self.top().has_gap = true,
        }
    }

    /// Separates the next text from the text before it, with a space.
    pub(super) fn gap(&mut self) {
        self.top().has_gap = true;
    }

    /// Adds the number of a list item. The number waits for the first text of the item.
    pub(super) fn list_marker(&mut self, mark: &str) {
        let layer = self.top();
        if !layer.list_marker.is_empty() {
            layer.list_marker.push(' ');
        }
        layer.list_marker.push_str(mark);
    }

    /// Ends a list item, and drops a number that still waits because the item has no text.
    pub(super) fn end_list_item(&mut self) {
        self.top().list_marker.clear();
    }

    /// Returns whether the text so far ends with a complete sentence, or is empty.
    pub(super) fn is_sentence_over(&self) -> bool {
        let layer = self.above.last().unwrap_or(&self.base);
        let line = if layer.line.is_empty() { layer.lines.last() } else { Some(&layer.line) };
        line.is_none_or(|it| ends_a_sentence(it))
    }

    /// Ends a table cell and adds its text to the current row.
    pub(super) fn end_cell(&mut self, rows: &mut Rows, cell: &Element) {
        let layer = self.top();
        layer.end_line();
        let text = std::mem::take(&mut layer.lines).join(" ");
        rows.push(&mut layer.cells, text, cell);
    }

    /// Ends a table row and its block. Returns whether the row had any text.
    pub(super) fn end_row(&mut self, rows: &mut Rows, element_context: &ElementContext) -> bool {
        rows.end(&mut self.top().cells);
        self.close(element_context)
    }

    /// Ends the current block. Returns whether it had any text.
    pub(super) fn close(&mut self, element_context: &ElementContext) -> bool {
        let layer = self.top();
        layer.end_line();
        let marks = std::mem::take(&mut layer.marks);
        let mut lines = std::mem::take(&mut layer.lines);
        let mut kind = element_context.kind;
        let mut cells = std::mem::take(&mut layer.cells);
        if !cells.is_empty() {
            cells.append(&mut lines);
            let (line, is_row) = joined(&cells);
            kind = if is_row { Kind::Other } else { kind };
            lines = if line.is_empty() { Vec::new() } else { vec![line] };
        }
        let is_block = !lines.is_empty();
        if is_block {
            layer.blocks.push(PendingBlock {
                block: ImportedBlock {
                    kind,
                    lines,
                    label: None,
                    disposition: element_context.disposition,
                },
                level: element_context.level,
                role: if marks.named * 2 > marks.all {
                    Some(SemanticRole::Byline)
                } else {
                    marks.role
                },
                names: marks.names,
                is_link: marks.linked == marks.all,
                is_mostly_link: marks.linked * 2 > marks.all,
                is_outside_article: element_context.is_outside_article,
            });
        }
        let mut after = std::mem::take(&mut layer.after);
        layer.blocks.append(&mut after);
        is_block
    }

    /// Opens a scope for content that is kept out of the current block.
    pub(super) fn push_scope(&mut self) {
        self.above.push(Scope::default());
    }

    /// Closes the innermost scope. Its blocks follow the current block of the scope below, or come
    /// next if that scope has no block in progress.
    pub(super) fn pop_scope(&mut self, element_context: &ElementContext) {
        self.close(element_context);
        let Some(mut side) = self.above.pop() else { return };
        let layer = self.top();
        let under_way =
            !layer.line.is_empty() || !layer.lines.is_empty() || !layer.cells.is_empty();
        if under_way { &mut layer.after } else { &mut layer.blocks }.append(&mut side.blocks);
    }

    /// Returns the innermost scope.
    fn top(&mut self) -> &mut Scope {
        self.above.last_mut().unwrap_or(&mut self.base)
    }
}

impl Scope {
    fn push(&mut self, character: char, element_context: &ElementContext, keeps_space: bool) {
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
        if element_context.role == Some(SemanticRole::Byline) {
            self.marks.names.extend(has_gap.then_some(' '));
            self.marks.names.push(character);
        }
        if character.is_whitespace() {
            return;
        }
        self.marks.all += 1;
        self.marks.linked += usize::from(element_context.is_link);
        match element_context.role {
            Some(SemanticRole::Byline) => self.marks.named += 1,
            Some(SemanticRole::Standfirst | SemanticRole::Title) => {
                self.marks.role = element_context.role;
            }
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
