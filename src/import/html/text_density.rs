//! Measures how much text each part of a page holds, and finds the part that is the article.
//!
//! All amounts count characters without white space. Text that readers cannot see does not count,
//! and menus and other boilerplate do not count for the elements around them.

use super::{
    element::Display,
    tree::{Element, NodeId, Step, Tree},
};

/// How many characters without white space an `article` or `main` must hold before it counts as the
/// article of the page.
const MIN_ARTICLE_CHARS: usize = 200;
/// The longest text of a cell in a data table, in characters without white space. A table with more
/// in one cell lays out the page.
const LONGEST_CELL: usize = 500;

/// The amount of visible text in each node, by the node's index, without the text of menus and
/// other boilerplate inside it.
pub(super) struct TextDensity(Vec<Amount>);

#[derive(Clone, Copy, Default)]
struct Amount {
    /// The number of characters, white space excluded.
    all: usize,
    /// The number of these characters inside links.
    linked: usize,
    /// The number of visible form fields.
    fields: usize,
}

impl TextDensity {
    /// Counts the text in all nodes of `tree`, in one walk.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut amounts = vec![Amount::default(); tree.len()];
        let (mut skipped, mut links) = (None, 0_usize);
        for step in tree.steps(Tree::DOCUMENT) {
            let (Step::Enter(id) | Step::Leave(id)) = step;
            if skipped.is_some() {
                if step == Step::Leave(id) && skipped == Some(id) {
                    skipped = None;
                }
                continue;
            }
            match step {
                Step::Enter(_) if is_unseen(tree, id) => skipped = Some(id),
                Step::Enter(_) => {
                    links += usize::from(is_link(tree, id));
                    add(&mut amounts, id, Amount::own(tree, id, links > 0));
                }
                Step::Leave(_) => {
                    links -= usize::from(is_link(tree, id));
                    let amount = amounts.get(id).copied().unwrap_or_default();
                    if let Some(parent) = tree.parent(id) {
                        add(&mut amounts, parent, amount.for_parent(tree, id));
                    }
                }
            }
        }
        Self(amounts)
    }

    /// Returns the number of characters in a node, white space excluded.
    pub(super) fn of(&self, id: NodeId) -> usize {
        self.amount(id).all
    }

    /// Returns whether a node contains form fields, or more than two fifths of its text are links.
    pub(super) fn is_fields_or_links(&self, id: NodeId) -> bool {
        let amount = self.amount(id);
        amount.fields > 0 || amount.linked * 5 > amount.all * 2
    }

    fn amount(&self, id: NodeId) -> Amount {
        self.0.get(id).copied().unwrap_or_default()
    }

    /// Returns whether a node holds more than half of the text of the page.
    pub(super) fn is_majority(&self, id: NodeId) -> bool {
        self.of(id) * 2 > self.of(Tree::DOCUMENT)
    }

    /// Returns the elements that hold the article; an empty list if the article is the page as a
    /// whole.
    ///
    /// An amount is enough if it is at least [`MIN_ARTICLE_CHARS`] and a quarter of the page. The
    /// result is the largest `article` if it is enough, holds three fifths of the largest `main`
    /// (or of all `article` elements if there is no `main`), and contains an `h1` if that `main`
    /// does. Else it is `main`, or all `article` elements together, if that is enough.
    pub(super) fn content_roots(&self, tree: &Tree) -> Vec<NodeId> {
        let (mains, articles) = candidates(tree);
        let most = |ids: &[NodeId]| ids.iter().copied().rev().max_by_key(|id| self.of(*id));
        let all: usize = articles.iter().map(|id| self.of(*id)).sum();
        let main = most(&mains);
        let whole = main.map_or(all, |main| self.of(main));
        let is_real =
            |amount: usize| amount >= MIN_ARTICLE_CHARS && amount * 4 >= self.of(Tree::DOCUMENT);
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

    /// Returns whether a table holds data and is no layout: a row has two cells or more, no cell is
    /// long or has two paragraphs, and no element or role in it points to a layout.
    pub(super) fn is_data_table(&self, tree: &Tree, table: NodeId) -> bool {
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
            let Step::Enter(id) = step else { continue };
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

impl Amount {
    /// Returns the amount of a node without its descendants.
    fn own(tree: &Tree, id: NodeId, is_linked: bool) -> Self {
        let text = tree.text(id).unwrap_or_default();
        let all = text.chars().filter(|it| !it.is_whitespace()).count();
        let is_field = tree.element(id).is_some_and(Element::is_field);
        Self { all, linked: if is_linked { all } else { 0 }, fields: usize::from(is_field) }
    }

    /// Returns the part of the amount that counts for the parent: boilerplate passes on its fields
    /// only.
    fn for_parent(self, tree: &Tree, id: NodeId) -> Self {
        let is_around = tree.element(id).is_some_and(Element::is_boilerplate);
        if is_around { Self { all: 0, linked: 0, ..self } } else { self }
    }
}

fn add(amounts: &mut [Amount], id: NodeId, more: Amount) {
    if let Some(amount) = amounts.get_mut(id) {
        amount.all += more.all;
        amount.linked += more.linked;
        amount.fields += more.fields;
    }
}

fn is_link(tree: &Tree, id: NodeId) -> bool {
    tree.element(id).is_some_and(|it| it.html_name() == "a")
}

/// Returns whether a node is an element whose content readers cannot see.
fn is_unseen(tree: &Tree, id: NodeId) -> bool {
    tree.element(id)
        .is_some_and(|element| element.display() == Display::None || element.is_hidden())
}

/// Returns all elements that mark the main content of the page (`main` or its role), and the
/// outermost `article` elements, both in document order.
fn candidates(tree: &Tree) -> (Vec<NodeId>, Vec<NodeId>) {
    let (mut mains, mut articles) = (Vec::new(), Vec::new());
    let mut open = None;
    for step in tree.steps(Tree::DOCUMENT) {
        match step {
            Step::Enter(id) => {
                let Some(element) = tree.element(id).filter(|it| it.is_article()) else { continue };
                if element.html_name() != "article" {
                    mains.push(id);
                } else if open.is_none() {
                    articles.push(id);
                    open = Some(id);
                }
            }
            Step::Leave(id) if open == Some(id) => open = None,
            Step::Leave(_) => {}
        }
    }
    (mains, articles)
}

/// Returns whether `root` contains an `h1`.
fn has_title(tree: &Tree, root: NodeId) -> bool {
    tree.steps(root).any(|step| match step {
        Step::Enter(id) => tree.element(id).is_some_and(|it| it.html_name() == "h1"),
        Step::Leave(_) => false,
    })
}
