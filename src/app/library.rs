//! The library: all articles of this browser, and what is found in them.

mod search;

use std::{cmp::Reverse, rc::Rc};

use crate::{
    article::Detail,
    document::Document,
    id::ArticleId,
    ordered,
    text::{Sought, small_letters},
};

use super::{Answer, view::Progress};

pub use search::{Found, Hit};

/// Something about the library.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryMsg {
    /// Something was typed in the field that searches.
    Searched(String),
    /// The articles are wanted in this order.
    Ordered(Order),
    /// These articles are wanted.
    Chosen(Which),
    /// All are wanted that a long list leaves out.
    Unfolded,
    /// An article was picked, or is not any more.
    PickTurned(ArticleId),
    /// All that are listed were picked, or none any more.
    PicksTurned,
    /// An article was opened, perhaps at something that was found in it.
    Opened(ArticleId, Found),
    /// The articles that are picked are to be out of the way, or back.
    Archived,
    /// They are to go.
    Deleted,
    /// They are wanted as files.
    Exported,
    /// Articles were handed over as one file, or could not be.
    HandedOver {
        /// The articles.
        articles: Vec<ArticleId>,
        /// The file's name, or a sentence that says why there is none.
        outcome: Answer,
    },
    /// Something that is known of the article on screen was changed.
    DetailTyped(Detail, String),
    /// The own note of the article on screen was changed.
    NoteTyped(String),
}

/// In which order the articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `ORDERS` say it")]
pub enum Order {
    #[default]
    Worked,
    Added,
    Title,
    Open,
    Progress,
}

/// Every order with its name in the page and to the person.
pub const ORDERS: [(Order, &str, &str); 5] = [
    (Order::Worked, "worked", "Last worked on"),
    (Order::Added, "added", "Last added"),
    (Order::Title, "title", "Title"),
    (Order::Open, "open", "Most open claims"),
    (Order::Progress, "progress", "Most left to look at"),
];

/// Which articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `WHICH` say it")]
pub enum Which {
    #[default]
    Current,
    Unfinished,
    Archived,
    All,
}

/// Every choice of articles with its name in the page and to the person.
pub const WHICH: [(Which, &str, &str); 4] = [
    (Which::Current, "current", "Not archived"),
    (Which::Unfinished, "unfinished", "Unfinished"),
    (Which::Archived, "archived", "Archived"),
    (Which::All, "all", "All"),
];

/// How many articles are listed at first.
const LISTED: usize = 100;

/// The library as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    entries: Vec<Rc<Entry>>,
    /// In which order.
    pub order: Order,
    /// Which articles.
    pub which: Which,
    /// What is listed, in order.
    pub rows: Vec<LibraryRow>,
    /// How many articles more there would be.
    pub left_out: usize,
    /// The articles that are picked.
    pub picked: Vec<ArticleId>,
    /// What came of the last act.
    pub said: Option<Said>,
    is_unfolded: bool,
}

/// What came of an act in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It can be undone.
    Done(String),
    /// There is nothing to undo.
    Told(String),
}

/// An article of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The article with all the work on it.
    pub document: Document,
    /// When it was worked on last, in milliseconds since 1970.
    pub worked: u64,
    /// How much of it has been looked at.
    pub progress: Progress,
    /// How many of its claims somebody still has to work on.
    pub open: usize,
}

/// An article in the list, with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryRow {
    /// The article.
    pub entry: Rc<Entry>,
    /// Some of the places where something was found.
    pub hits: Vec<Hit>,
    /// In how many places more.
    pub more: usize,
}

impl Entry {
    /// An article that was worked on last then.
    pub fn new(document: Document, worked: u64) -> Self {
        let open = document.claims().filter(|claim| claim.is_open()).count();
        Self { progress: Progress::of(&document), open, worked, document }
    }

    /// The article's name.
    pub fn id(&self) -> &ArticleId {
        &self.document.details().id
    }

    fn left(&self) -> usize {
        self.progress.paragraphs - self.progress.looked
    }

    fn is(&self, which: Which) -> bool {
        let is_archived = self.document.details().is_archived;
        match which {
            Which::All => true,
            Which::Current => !is_archived,
            Which::Archived => is_archived,
            Which::Unfinished => !is_archived && (self.left() > 0 || self.open > 0),
        }
    }
}

impl Library {
    /// The entry of an article that was worked on last then, so that it need not be made again.
    pub fn entry(&self, article: &ArticleId, worked: u64) -> Option<Rc<Entry>> {
        let entry = self.entries.iter().find(|entry| entry.id() == article);
        entry.filter(|entry| entry.worked == worked).cloned()
    }

    /// Takes the articles there are, and lists those in which each word of the query is found.
    pub fn fill(&mut self, entries: Vec<Rc<Entry>>, query: &str) {
        self.picked.retain(|picked| entries.iter().any(|entry| entry.id() == picked));
        self.entries = entries;
        self.list(query);
    }

    /// Lists the articles anew.
    pub fn list(&mut self, query: &str) {
        let words: Vec<Sought> = query.split_whitespace().filter_map(Sought::new).collect();
        let wanted = self.entries.iter().filter(|entry| entry.is(self.which));
        let found = wanted.filter_map(|entry| {
            let (hits, more) = search::search(&entry.document, &words)?;
            Some(LibraryRow { entry: Rc::clone(entry), hits, more })
        });
        let mut rows = sorted(found, self.order);
        let listed = if self.is_unfolded { rows.len() } else { LISTED };
        self.left_out = rows.len().saturating_sub(listed);
        rows.truncate(listed);
        self.rows = rows;
        // Nothing is done to what cannot be seen.
        let rows = &self.rows;
        self.picked.retain(|picked| rows.iter().any(|row| row.entry.id() == picked));
    }

    /// Leaves nothing out of a long list from now on.
    pub fn unfold(&mut self) {
        self.is_unfolded = true;
    }

    /// Picks an article, or does not any more.
    pub fn turn_pick(&mut self, article: ArticleId) {
        let count = self.picked.len();
        self.picked.retain(|picked| *picked != article);
        if self.picked.len() == count {
            self.picked.push(article);
        }
    }

    /// Whether all are picked, also those that are left out of the list.
    pub fn has_all_picked(&self) -> bool {
        !self.rows.is_empty()
            && self.left_out == 0
            && self.rows.iter().all(|row| self.picked.contains(row.entry.id()))
    }

    /// Picks all that are listed, or none where all are.
    pub fn turn_picks(&mut self) {
        let all = self.rows.iter().map(|row| row.entry.id().clone()).collect();
        self.picked = if self.has_all_picked() { Vec::new() } else { all };
    }

    /// Whether the articles that are picked are all archived.
    pub fn is_picked_archived(&self) -> bool {
        let mut picked = self.entries.iter().filter(|entry| self.picked.contains(entry.id()));
        picked.all(|entry| entry.document.details().is_archived)
    }
}

fn sorted(rows: impl Iterator<Item = LibraryRow>, order: Order) -> Vec<LibraryRow> {
    let last = |row: &LibraryRow| Reverse((row.entry.worked, row.entry.id().clone()));
    match order {
        Order::Worked => ordered::by_key(rows, last),
        Order::Added => ordered::by_key(rows, |row| {
            Reverse((row.entry.document.details().added, row.entry.id().clone()))
        }),
        Order::Title => ordered::by_key(rows, |row| {
            (small_letters(&row.entry.document.details().title), last(row))
        }),
        Order::Open => ordered::by_key(rows, |row| (Reverse(row.entry.open), last(row))),
        Order::Progress => ordered::by_key(rows, |row| (Reverse(row.entry.left()), last(row))),
    }
}
