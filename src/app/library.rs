//! The library: all articles of this browser, and what is found in them.

mod search;

use std::{cmp::Reverse, rc::Rc};

use crate::{
    article::MetadataField,
    document::Document,
    id::ArticleId,
    sorted_vec,
    text::{SearchTerm, to_lowercase},
};

use super::{WorkerResult, view::Progress};

pub use search::{Hit, HitLocation};

/// Something about the library.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryMsg {
    /// Something was typed in the field that searches.
    Searched(String),
    /// The articles are wanted in this order.
    Ordered(SortOrder),
    /// These articles are wanted.
    FilterChosen(ArticleFilter),
    /// All are wanted that a long list leaves out.
    Unfolded,
    /// An article was picked, or is not any more.
    SelectionToggled(ArticleId),
    /// All that are listed were picked, or none any more.
    PicksTurned,
    /// An article was opened, perhaps at something that was found in it.
    Opened(ArticleId, HitLocation),
    /// The articles that are picked are to be out of the way, or back.
    Archived,
    /// They are to go.
    Deleted,
    /// They are wanted as files.
    Exported,
    /// Articles were handed over as one file, or could not be.
    ArchiveDownloaded {
        /// The articles.
        articles: Vec<ArticleId>,
        /// The file's name, or a sentence that says why there is none.
        outcome: WorkerResult,
    },
    /// Something that is known of the article on screen was changed.
    DetailTyped(MetadataField, String),
    /// The own note of the article on screen was changed.
    NoteTyped(String),
}

/// In which order the articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `ORDERS` say it")]
pub enum SortOrder {
    #[default]
    LastModified,
    Added,
    Title,
    Open,
    Progress,
}

/// Every order with its name in the page and to the person.
pub const ORDERS: [(SortOrder, &str, &str); 5] = [
    (SortOrder::LastModified, "worked", "Last worked on"),
    (SortOrder::Added, "added", "Last added"),
    (SortOrder::Title, "title", "Title"),
    (SortOrder::Open, "open", "Most open claims"),
    (SortOrder::Progress, "progress", "Most left to look at"),
];

/// Which articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `WHICH` say it")]
pub enum ArticleFilter {
    #[default]
    Current,
    Unfinished,
    Archived,
    All,
}

/// Every choice of articles with its name in the page and to the person.
pub const ARTICLE_FILTERS: [(ArticleFilter, &str, &str); 4] = [
    (ArticleFilter::Current, "current", "Not archived"),
    (ArticleFilter::Unfinished, "unfinished", "Unfinished"),
    (ArticleFilter::Archived, "archived", "Archived"),
    (ArticleFilter::All, "all", "All"),
];

/// How many articles are listed at first.
const LISTED: usize = 100;

/// The library as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    entries: Vec<Rc<LibraryEntry>>,
    /// In which order.
    pub order: SortOrder,
    /// Which articles.
    pub which: ArticleFilter,
    /// What is listed, in order.
    pub rows: Vec<LibraryRow>,
    /// How many articles more there would be.
    pub left_out: usize,
    /// The articles that are picked.
    pub selected: Vec<ArticleId>,
    /// What came of the last act.
    pub said: Option<LibraryStatus>,
    is_unfolded: bool,
}

/// What came of an act in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryStatus {
    /// It can be undone.
    Done(String),
    /// There is nothing to undo.
    Told(String),
}

/// An article of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
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
    pub entry: Rc<LibraryEntry>,
    /// Some of the places where something was found.
    pub hits: Vec<Hit>,
    /// In how many places more.
    pub more: usize,
}

impl LibraryEntry {
    /// An article that was worked on last then.
    pub fn new(document: Document, worked: u64) -> Self {
        let open = document.claims().filter(|claim| claim.is_open()).count();
        Self { progress: Progress::of(&document), open, worked, document }
    }

    /// The article's name.
    pub fn id(&self) -> &ArticleId {
        &self.document.details().id
    }

    fn unreviewed_count(&self) -> usize {
        self.progress.paragraphs - self.progress.reviewed
    }

    fn is(&self, which: ArticleFilter) -> bool {
        let is_archived = self.document.details().is_archived;
        match which {
            ArticleFilter::All => true,
            ArticleFilter::Current => !is_archived,
            ArticleFilter::Archived => is_archived,
            ArticleFilter::Unfinished => {
                !is_archived && (self.unreviewed_count() > 0 || self.open > 0)
            }
        }
    }
}

impl Library {
    /// The entry of an article that was worked on last then, so that it need not be made again.
    pub fn entry(&self, article: &ArticleId, worked: u64) -> Option<Rc<LibraryEntry>> {
        let entry = self.entries.iter().find(|entry| entry.id() == article);
        entry.filter(|entry| entry.worked == worked).cloned()
    }

    /// Takes the articles there are, and lists those in which each word of the query is found.
    pub fn set_entries(&mut self, entries: Vec<Rc<LibraryEntry>>, query: &str) {
        self.selected.retain(|picked| entries.iter().any(|entry| entry.id() == picked));
        self.entries = entries;
        self.refresh(query);
    }

    /// Lists the articles anew.
    pub fn refresh(&mut self, query: &str) {
        let words: Vec<SearchTerm> = query.split_whitespace().filter_map(SearchTerm::new).collect();
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
        self.selected.retain(|picked| rows.iter().any(|row| row.entry.id() == picked));
    }

    /// Leaves nothing out of a long list from now on.
    pub fn show_all(&mut self) {
        self.is_unfolded = true;
    }

    /// Picks an article, or does not any more.
    pub fn toggle_selection(&mut self, article: ArticleId) {
        let count = self.selected.len();
        self.selected.retain(|picked| *picked != article);
        if self.selected.len() == count {
            self.selected.push(article);
        }
    }

    /// Whether all are picked, also those that are left out of the list.
    pub fn has_all_picked(&self) -> bool {
        !self.rows.is_empty()
            && self.left_out == 0
            && self.rows.iter().all(|row| self.selected.contains(row.entry.id()))
    }

    /// Picks all that are listed, or none where all are.
    pub fn toggle_select_all(&mut self) {
        let all = self.rows.iter().map(|row| row.entry.id().clone()).collect();
        self.selected = if self.has_all_picked() { Vec::new() } else { all };
    }

    /// Whether the articles that are picked are all archived.
    pub fn is_picked_archived(&self) -> bool {
        let mut picked = self.entries.iter().filter(|entry| self.selected.contains(entry.id()));
        picked.all(|entry| entry.document.details().is_archived)
    }
}

fn sorted(rows: impl Iterator<Item = LibraryRow>, order: SortOrder) -> Vec<LibraryRow> {
    let last = |row: &LibraryRow| Reverse((row.entry.worked, row.entry.id().clone()));
    match order {
        SortOrder::LastModified => sorted_vec::by_key(rows, last),
        SortOrder::Added => sorted_vec::by_key(rows, |row| {
            Reverse((row.entry.document.details().added, row.entry.id().clone()))
        }),
        SortOrder::Title => sorted_vec::by_key(rows, |row| {
            (to_lowercase(&row.entry.document.details().title), last(row))
        }),
        SortOrder::Open => sorted_vec::by_key(rows, |row| (Reverse(row.entry.open), last(row))),
        SortOrder::Progress => {
            sorted_vec::by_key(rows, |row| (Reverse(row.entry.unreviewed_count()), last(row)))
        }
    }
}
