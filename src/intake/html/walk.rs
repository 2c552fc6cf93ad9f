//! Walks through a tree in document order and gathers what is read.

mod frame;

use crate::{
    article::Kind,
    intake::{Fate, Note},
};

use super::{
    amount::Amounts,
    cite::names_quoted,
    element::Display,
    fate::{fate, is_worse},
    gather::{Frame, Gather, Piece},
    languages::Languages,
    lists::List,
    quotes::{is_unmarked_quotation, marks},
    raised::{Written, written},
    rows::Rows,
    says::Says,
    tree::{Element, NodeId, Step, Tree},
};

/// What was read in a tree.
pub(super) struct Read {
    /// The passages.
    pub(super) pieces: Vec<Piece>,
    /// Tables and scripts.
    pub(super) notes: Vec<Note>,
    /// The moment that the head of the article names.
    pub(super) published: Option<String>,
    /// The language that most of the article is in, where its elements say so.
    pub(super) language: Option<String>,
}

/// Reads a tree.
pub(super) fn walk(tree: &Tree) -> Read {
    let amounts = Amounts::new(tree);
    let roots = amounts.roots(tree);
    let outermost = Frame::outermost(!roots.is_empty());
    let mut walk = Walk {
        tree,
        amounts,
        roots,
        gather: Gather::default(),
        open: vec![Open {
            frame: outermost,
            is_in_article: false,
            ends: Ends::Nothing,
            is_side: false,
            mark: "",
        }],
        rows: Vec::new(),
        lists: Vec::new(),
        scripts: 0,
        in_line: 0,
        languages: Languages::default(),
        notes: Vec::new(),
        published: None,
    };
    let mut skipped = None;
    for step in tree.steps(Tree::DOCUMENT) {
        match step {
            Step::Into(id) if skipped.is_none() => {
                if !walk.enter(id) {
                    skipped = Some(id);
                }
            }
            Step::OutOf(id) if skipped == Some(id) => skipped = None,
            Step::OutOf(id) if skipped.is_none() => walk.leave(id),
            Step::Into(_) | Step::OutOf(_) => {}
        }
    }
    if walk.scripts > 0 {
        walk.notes.push(Note::Scripts(walk.scripts));
    }
    if walk.in_line > 0 {
        walk.notes.push(Note::InLine(walk.in_line));
    }
    let pieces = walk.gather.finish(&outermost);
    let language = walk.languages.most(tree);
    Read { pieces, notes: walk.notes, published: walk.published, language }
}

struct Walk<'a> {
    tree: &'a Tree,
    amounts: Amounts,
    roots: Vec<NodeId>,
    gather: Gather,
    /// The elements that are open, under one that stands for the document.
    open: Vec<Open>,
    /// The rows of each table that is open.
    rows: Vec<Rows>,
    /// The lists that are open.
    lists: Vec<List>,
    scripts: usize,
    /// How many raised, lowered and annotated texts were written in the line.
    in_line: usize,
    languages: Languages,
    notes: Vec<Note>,
    published: Option<String>,
}

#[derive(Clone, Copy)]
struct Open {
    frame: Frame,
    is_in_article: bool,
    ends: Ends,
    /// Whether it is left out of the passage that it stands in.
    is_side: bool,
    /// The quotation mark that stands at its end, if one does.
    mark: &'static str,
}

/// What the end of an element ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Nothing,
    Block,
    Table,
    Row,
    Cell,
}

impl Walk<'_> {
    /// Goes into a node; `false` when there is nothing in it to read.
    fn enter(&mut self, id: NodeId) -> bool {
        let Some(outer) = self.open.last().copied() else { return false };
        if let Some(text) = self.tree.text(id) {
            self.gather.text(text, &outer.frame);
            self.languages.take(text, &outer.frame);
            return true;
        }
        let Some(element) = self.tree.element(id) else { return true };
        let display = element.display();
        match display {
            Display::None => {
                self.scripts += 1;
                return false;
            }
            Display::Break => self.gather.line_break(&outer.frame),
            Display::Inline | Display::Block => {}
        }
        if let Some(written) = written(self.tree, &self.amounts, id, element) {
            self.write(&written, &outer.frame);
            return false;
        }
        let fate = fate(self.tree, &self.amounts, id, &outer.frame, outer.is_in_article);
        let is_side = is_worse(fate, outer.frame.fate);
        let mut ends = self.ends(id, element, display);
        if ends == Ends::Nothing && self.names_quoted(id, &outer.frame) {
            self.gather.edge(&outer.frame);
            ends = Ends::Block;
        }
        if display == Display::Block && ends != Ends::Cell && !(is_side && fate == Fate::Hidden) {
            self.gather.edge(&outer.frame);
        }
        if element.is_box() || self.begins_part_of_byline(id, &outer.frame) {
            self.gather.gap();
        }
        if is_side {
            self.gather.enter_side();
        }
        let frame = self.frame(id, element, &outer, fate, is_side, ends);
        if ends == Ends::Table {
            self.rows.push(Rows::default());
        }
        self.note_time(element, &frame);
        let is_in_article = outer.is_in_article || element.is_article();
        self.open_list(id, element);
        let mark = self.open_quotation(id, &frame);
        self.open.push(Open { frame, is_in_article, ends, is_side, mark });
        true
    }

    /// Takes in what is written for an element that does not stand in the line.
    fn write(&mut self, written: &Written, frame: &Frame) {
        match written {
            Written::Same(text) => self.gather.text(text, frame),
            Written::Changed(text) => {
                self.in_line += usize::from(frame.fate == Fate::Kept);
                self.gather.text(text, frame);
            }
        }
    }

    /// Whether an element is another part of a byline than the element right before it: pages set
    /// date, name and office apart by their sheets.
    fn begins_part_of_byline(&self, id: NodeId, outer: &Frame) -> bool {
        let before = self.tree.before(id).and_then(|it| self.tree.element(it));
        outer.says == Some(Says::Byline)
            && before.is_some()
            && self.tree.all_text(id).starts_with(char::is_alphanumeric)
    }

    /// Takes note of a list, or of the number before an item of one.
    fn open_list(&mut self, id: NodeId, element: &Element) {
        if element.html_name() == "li" {
            let list = self.lists.last_mut().filter(|_| !element.is_hidden());
            if let Some(mark) = list.and_then(|it| it.mark(self.tree, id, element)) {
                self.gather.mark(&mark);
            }
        } else {
            self.lists.extend(List::of(self.tree, id, element));
        }
    }

    /// Takes note of the end of a list, or of an item of one.
    fn close_list(&mut self, element: &Element) {
        match element.html_name() {
            "ol" | "ul" | "menu" | "dir" => {
                self.lists.pop();
            }
            "li" => self.gather.end_mark(),
            _ => {}
        }
    }

    /// Takes in the mark before a quotation, and says which stands after it.
    fn open_quotation(&mut self, id: NodeId, frame: &Frame) -> &'static str {
        if !is_unmarked_quotation(self.tree, id) {
            return "";
        }
        let depth = self.open.iter().filter(|it| !it.mark.is_empty()).count();
        let named = frame.language.and_then(|it| self.tree.element(it));
        let language = named.and_then(|it| it.attribute("lang")).unwrap_or_default();
        let (before, after) = marks(language, depth);
        self.gather.text(before, frame);
        after
    }

    fn names_quoted(&self, id: NodeId, outer: &Frame) -> bool {
        outer.kind == Kind::Quotation
            && names_quoted(self.tree, &self.amounts, id, self.gather.is_sentence_over())
    }

    fn leave(&mut self, id: NodeId) {
        let Some(element) = self.tree.element(id) else { return };
        let Some(left) = self.open.pop() else { return };
        self.gather.text(left.mark, &left.frame);
        self.close_list(element);
        match left.ends {
            Ends::Nothing => {}
            Ends::Block => self.gather.edge(&left.frame),
            Ends::Cell if left.is_side => {}
            Ends::Cell => {
                if let Some(rows) = self.rows.last_mut() {
                    self.gather.end_cell(rows, element);
                }
            }
            Ends::Row => {
                if let Some(rows) = self.rows.last_mut() {
                    let is_row = self.gather.end_row(rows, &left.frame);
                    rows.read += usize::from(is_row && left.frame.fate == Fate::Kept);
                }
            }
            Ends::Table => {
                self.gather.edge(&left.frame);
                let rows = self.rows.pop().unwrap_or_default().read;
                if rows > 0 {
                    self.notes.push(Note::Table(rows));
                }
            }
        }
        if left.is_side {
            self.gather.leave_side(&left.frame);
        }
        if element.is_box() {
            self.gather.gap();
        }
    }

    fn ends(&self, id: NodeId, element: &Element, display: Display) -> Ends {
        let is_in_data = !self.rows.is_empty();
        match element.html_name() {
            "table" if self.amounts.is_data(self.tree, id) => Ends::Table,
            "tr" if is_in_data => Ends::Row,
            "td" | "th" if is_in_data => Ends::Cell,
            _ if display == Display::Block => Ends::Block,
            _ => Ends::Nothing,
        }
    }
}
