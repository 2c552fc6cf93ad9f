//! Walks through a tree in document order and collects its blocks, with the details on the way.
//!
//! The walk keeps a stack of open elements. Each entry holds the context for the text inside and
//! the unit (block, cell, row or table) that ends with the element.

mod context;

use crate::{
    article::Kind,
    import::{Disposition, ImportNote},
};

use super::{
    attribution::is_quote_attribution,
    builder::{BlockBuilder, ElementContext, PendingBlock},
    element::Display,
    languages::LanguageCounts,
    lists::List,
    quotes::{is_unmarked_quotation, marks},
    semantics::SemanticRole,
    superscript::{InlineText, to_inline_text},
    table_rows::Rows,
    text_density::TextDensity,
    tree::{Element, NodeId, Step, Tree},
    visibility::{disposition, is_stricter},
};

/// The result of a walk.
pub(super) struct Read {
    /// The blocks in document order, before their kinds are final.
    pub(super) blocks: Vec<PendingBlock>,
    /// Notes on tables, on scripts and styles, and on raised, lowered or annotated texts.
    pub(super) notes: Vec<ImportNote>,
    /// The publication time that a `time` element near the beginning of the article gives, as
    /// written there.
    pub(super) published: Option<String>,
    /// The language tag that covers most of the article, if its elements declare one.
    pub(super) language: Option<String>,
}

/// Reads the blocks of `tree`.
pub(super) fn walk(tree: &Tree) -> Read {
    let amounts = TextDensity::new(tree);
    let roots = amounts.content_roots(tree);
    let outermost = ElementContext::outermost(!roots.is_empty());
    let mut walk = Walk {
        tree,
        amounts,
        roots,
        builder: BlockBuilder::default(),
        open: vec![Open {
            element_context: outermost,
            is_in_article: false,
            ends: Boundary::Nothing,
            is_left_out: false,
            mark: "",
        }],
        rows: Vec::new(),
        lists: Vec::new(),
        scripts: 0,
        inline_texts: 0,
        languages: LanguageCounts::default(),
        notes: Vec::new(),
        published: None,
    };
    let mut skipped = None;
    for step in tree.steps(Tree::DOCUMENT) {
        match step {
            Step::Enter(id) if skipped.is_none() => {
                if !walk.enter(id) {
                    skipped = Some(id);
                }
            }
            Step::Leave(id) if skipped == Some(id) => skipped = None,
            Step::Leave(id) if skipped.is_none() => walk.leave(id),
            Step::Enter(_) | Step::Leave(_) => {}
        }
    }
    if walk.scripts > 0 {
        walk.notes.push(ImportNote::Scripts(walk.scripts));
    }
    if walk.inline_texts > 0 {
        walk.notes.push(ImportNote::Superscripts(walk.inline_texts));
    }
    let blocks = walk.builder.finish(&outermost);
    let language = walk.languages.dominant(tree);
    Read { blocks, notes: walk.notes, published: walk.published, language }
}

struct Walk<'a> {
    tree: &'a Tree,
    amounts: TextDensity,
    /// The elements that hold the article; empty if that is the whole page.
    roots: Vec<NodeId>,
    builder: BlockBuilder,
    /// The open elements from the outermost in, with an entry for the document at the bottom.
    open: Vec<Open>,
    /// The rows of each open data table, the innermost last.
    rows: Vec<Rows>,
    /// The open lists, the innermost last.
    lists: Vec<List>,
    /// How many scripts and styles the walk has skipped.
    scripts: usize,
    /// How many raised, lowered or annotated texts the walk has written in the line, in included
    /// text.
    inline_texts: usize,
    languages: LanguageCounts,
    notes: Vec<ImportNote>,
    published: Option<String>,
}

#[derive(Clone, Copy)]
struct Open {
    element_context: ElementContext,
    /// Whether this element or one around it marks the main content of the page.
    is_in_article: bool,
    ends: Boundary,
    /// Whether the element's content is kept out of the block around it, because its disposition is
    /// stricter.
    is_left_out: bool,
    /// The closing quotation mark to add at the end of the element; empty if it needs none.
    mark: &'static str,
}

/// The unit of the text that ends with an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Boundary {
    Nothing,
    Block,
    Table,
    Row,
    Cell,
}

impl Walk<'_> {
    /// Enters a node. Returns `false` if the walk must skip the node's content.
    fn enter(&mut self, id: NodeId) -> bool {
        let Some(outer) = self.open.last().copied() else { return false };
        if let Some(text) = self.tree.text(id) {
            self.builder.text(text, &outer.element_context);
            self.languages.take(text, &outer.element_context);
            return true;
        }
        let Some(element) = self.tree.element(id) else { return true };
        let display = element.display();
        match display {
            Display::None => {
                self.scripts += 1;
                return false;
            }
            Display::Break => self.builder.line_break(&outer.element_context),
            Display::Inline | Display::Block => {}
        }
        if let Some(written) = to_inline_text(self.tree, &self.amounts, id, element) {
            self.write(&written, &outer.element_context);
            return false;
        }
        let disposition =
            disposition(self.tree, &self.amounts, id, &outer.element_context, outer.is_in_article);
        let is_side = is_stricter(disposition, outer.element_context.disposition);
        let mut ends = self.ends(id, element, display);
        if ends == Boundary::Nothing && self.is_attribution(id, &outer.element_context) {
            self.builder.block_boundary(&outer.element_context);
            ends = Boundary::Block;
        }
        if display == Display::Block
            && ends != Boundary::Cell
            && !(is_side && disposition == Disposition::Hidden)
        {
            self.builder.block_boundary(&outer.element_context);
        }
        if element.is_box() || self.begins_part_of_byline(id, &outer.element_context) {
            self.builder.gap();
        }
        if is_side {
            self.builder.push_scope();
        }
        let element_context = self.element_context(id, element, &outer, disposition, is_side, ends);
        if ends == Boundary::Table {
            self.rows.push(Rows::default());
        }
        self.note_time(element, &element_context);
        let is_in_article = outer.is_in_article || element.is_article();
        self.open_list(id, element);
        let mark = self.open_quotation(id, &element_context);
        self.open.push(Open { element_context, is_in_article, ends, is_left_out: is_side, mark });
        true
    }

    /// Adds the text that replaces an element, such as a raised text or a small picture. Counts it
    /// in `inline_texts` if it is included and its characters differ.
    fn write(&mut self, written: &InlineText, element_context: &ElementContext) {
        match written {
            InlineText::Same(text) => self.builder.text(text, element_context),
            InlineText::Changed(text) => {
                self.inline_texts +=
                    usize::from(element_context.disposition == Disposition::Included);
                self.builder.text(text, element_context);
            }
        }
    }

    /// Returns whether an element begins a new part of a byline, after the element right before it.
    /// Pages separate date, name and job title by their style sheets alone.
    fn begins_part_of_byline(&self, id: NodeId, outer: &ElementContext) -> bool {
        let before = self.tree.prev_sibling(id).and_then(|it| self.tree.element(it));
        outer.role == Some(SemanticRole::Byline)
            && before.is_some()
            && self.tree.text_content(id).starts_with(char::is_alphanumeric)
    }

    /// Opens a list, or adds the number of a list item.
    fn open_list(&mut self, id: NodeId, element: &Element) {
        if element.html_name() == "li" {
            let list = self.lists.last_mut().filter(|_| !element.is_hidden());
            if let Some(mark) = list.and_then(|it| it.mark(self.tree, id, element)) {
                self.builder.list_marker(&mark);
            }
        } else {
            self.lists.extend(List::of(self.tree, id, element));
        }
    }

    /// Closes a list or a list item.
    fn close_list(&mut self, element: &Element) {
        match element.html_name() {
            "ol" | "ul" | "menu" | "dir" => {
                self.lists.pop();
            }
            "li" => self.builder.end_list_item(),
            _ => {}
        }
    }

    /// Adds the quotation mark that browsers draw before a `q` element, and returns the closing
    /// one; an empty string if `id` is no such quotation.
    fn open_quotation(&mut self, id: NodeId, element_context: &ElementContext) -> &'static str {
        if !is_unmarked_quotation(self.tree, id) {
            return "";
        }
        let depth = self.open.iter().filter(|it| !it.mark.is_empty()).count();
        let named = element_context.language.and_then(|it| self.tree.element(it));
        let language = named.and_then(|it| it.attribute("lang")).unwrap_or_default();
        let (before, after) = marks(language, depth);
        self.builder.text(before, element_context);
        after
    }

    /// Returns whether an element attributes the quotation around it, and so begins a block.
    fn is_attribution(&self, id: NodeId, outer: &ElementContext) -> bool {
        outer.kind == Kind::Quotation
            && is_quote_attribution(self.tree, &self.amounts, id, self.builder.is_sentence_over())
    }

    /// Leaves an element and ends the unit that ends with it.
    fn leave(&mut self, id: NodeId) {
        let Some(element) = self.tree.element(id) else { return };
        let Some(left) = self.open.pop() else { return };
        self.builder.text(left.mark, &left.element_context);
        self.close_list(element);
        match left.ends {
            Boundary::Nothing => {}
            Boundary::Block => self.builder.block_boundary(&left.element_context),
            Boundary::Cell if left.is_left_out => {}
            Boundary::Cell => {
                if let Some(rows) = self.rows.last_mut() {
                    self.builder.end_cell(rows, element);
                }
            }
            Boundary::Row => {
                if let Some(rows) = self.rows.last_mut() {
                    let is_row = self.builder.end_row(rows, &left.element_context);
                    rows.read += usize::from(
                        is_row && left.element_context.disposition == Disposition::Included,
                    );
                }
            }
            Boundary::Table => {
                self.builder.block_boundary(&left.element_context);
                let rows = self.rows.pop().unwrap_or_default().read;
                if rows > 0 {
                    self.notes.push(ImportNote::Table(rows));
                }
            }
        }
        if left.is_left_out {
            self.builder.pop_scope(&left.element_context);
        }
        if element.is_box() {
            self.builder.gap();
        }
    }

    /// Returns the unit of the text that ends with an element.
    fn ends(&self, id: NodeId, element: &Element, display: Display) -> Boundary {
        let is_in_data = !self.rows.is_empty();
        match element.html_name() {
            "table" if self.amounts.is_data_table(self.tree, id) => Boundary::Table,
            "tr" if is_in_data => Boundary::Row,
            "td" | "th" if is_in_data => Boundary::Cell,
            _ if display == Display::Block => Boundary::Block,
            _ => Boundary::Nothing,
        }
    }
}
