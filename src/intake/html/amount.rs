//! How much text there is where, and which part of a page is the article.

use super::{
    element::Display,
    tree::{NodeId, Step, Tree},
};

/// How many characters an `article` or `main` must hold for the rest to be around it.
const REAL_TEXT: usize = 200;
/// The longest text of a cell, in characters without white space, in a table that is no layout.
const LONGEST_CELL: usize = 500;

/// How many characters without white space readers see in each node, menus and the like left out.
pub(super) struct Amounts(Vec<usize>);

impl Amounts {
    /// Counts the characters in all nodes of a tree.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut amounts = vec![0; tree.len()];
        let mut skipped = None;
        for step in tree.steps(Tree::DOCUMENT) {
            let (Step::Into(id) | Step::OutOf(id)) = step;
            if skipped.is_some() {
                if step == Step::OutOf(id) && skipped == Some(id) {
                    skipped = None;
                }
                continue;
            }
            match step {
                Step::Into(_) if is_left_out(tree, id) => skipped = Some(id),
                Step::Into(_) => {
                    let text = tree.text(id).unwrap_or_default();
                    add(&mut amounts, id, text.chars().filter(|it| !it.is_whitespace()).count());
                }
                Step::OutOf(_) => {
                    let amount = amounts.get(id).copied().unwrap_or_default();
                    if let Some(parent) = tree.parent(id) {
                        add(&mut amounts, parent, amount);
                    }
                }
            }
        }
        Self(amounts)
    }

    /// The characters in a node.
    pub(super) fn of(&self, id: NodeId) -> usize {
        self.0.get(id).copied().unwrap_or_default()
    }

    /// Whether a node holds more than half of what the page holds.
    pub(super) fn is_most(&self, id: NodeId) -> bool {
        self.of(id) * 2 > self.of(Tree::DOCUMENT)
    }

    /// The elements that hold the article; none where that is the page as a whole.
    pub(super) fn roots(&self, tree: &Tree) -> Vec<NodeId> {
        let (mains, articles) = candidates(tree);
        let most = |ids: &[NodeId]| ids.iter().copied().rev().max_by_key(|id| self.of(*id));
        let all: usize = articles.iter().map(|id| self.of(*id)).sum();
        let main = most(&mains);
        let whole = main.map_or(all, |main| self.of(main));
        let is_real = |amount: usize| amount >= REAL_TEXT && amount * 4 >= self.of(Tree::DOCUMENT);
        if let Some(article) = most(&articles)
            && is_real(self.of(article))
            && self.of(article) * 10 >= whole * 6
            && (has_title(tree, article) || !main.is_some_and(|main| has_title(tree, main)))
        {
            vec![article]
        } else if let Some(main) = main
            && is_real(self.of(main))
        {
            vec![main]
        } else if is_real(all) {
            articles
        } else {
            Vec::new()
        }
    }

    /// Whether a table holds rows that belong together, and is no layout.
    pub(super) fn is_data(&self, tree: &Tree, table: NodeId) -> bool {
        const LAID_OUT: [&str; 14] = [
            "article",
            "blockquote",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ol",
            "pre",
            "section",
            "table",
            "ul",
        ];
        let (mut paragraphs, mut cells, mut most_cells) = (0, 0, 0);
        for step in tree.steps(table) {
            let Step::Into(id) = step else { continue };
            let Some(element) = tree.element(id).filter(|_| id != table) else { continue };
            match element.html_name() {
                "tr" => cells = 0,
                "td" | "th" => {
                    (paragraphs, cells) = (0, cells + 1);
                    most_cells = cells.max(most_cells);
                    if self.of(id) > LONGEST_CELL {
                        return false;
                    }
                }
                "p" => paragraphs += 1,
                name if LAID_OUT.contains(&name) => return false,
                _ => {}
            }
            if paragraphs > 1 {
                return false;
            }
        }
        let role = tree.element(table).and_then(|it| it.attribute("role")).unwrap_or_default();
        most_cells > 1 && !["presentation", "none"].contains(&role)
    }
}

fn add(amounts: &mut [usize], id: NodeId, more: usize) {
    if let Some(amount) = amounts.get_mut(id) {
        *amount += more;
    }
}

fn is_left_out(tree: &Tree, id: NodeId) -> bool {
    tree.element(id).is_some_and(|element| {
        element.display() == Display::None || element.is_hidden() || element.is_around()
    })
}

/// The outermost elements `main` and the outermost elements `article`.
fn candidates(tree: &Tree) -> (Vec<NodeId>, Vec<NodeId>) {
    let (mut mains, mut articles) = (Vec::new(), Vec::new());
    let mut open = None;
    for step in tree.steps(Tree::DOCUMENT) {
        match step {
            Step::Into(id) => {
                let Some(element) = tree.element(id).filter(|it| it.is_article()) else { continue };
                if element.html_name() != "article" {
                    mains.push(id);
                } else if open.is_none() {
                    articles.push(id);
                    open = Some(id);
                }
            }
            Step::OutOf(id) if open == Some(id) => open = None,
            Step::OutOf(_) => {}
        }
    }
    (mains, articles)
}

fn has_title(tree: &Tree, root: NodeId) -> bool {
    tree.steps(root).any(|step| match step {
        Step::Into(id) => tree.element(id).is_some_and(|it| it.html_name() == "h1"),
        Step::OutOf(_) => false,
    })
}
