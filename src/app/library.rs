//! The library: the list of all articles in this browser, with sorting, filtering, search and a
//! selection on which the user can act.
//!
//! A [`Library`] exists only while its dialog is open, and it holds a copy of each article. It
//! keeps only listed articles selected, so no action touches an article that the user cannot see.
//! The workspace carries out the actions.

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

/// A message about the library or about the metadata of the article on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryMsg {
    /// The user typed in the search field.
    Searched(String),
    /// The user chose the order of the list.
    Ordered(SortOrder),
    /// The user chose which articles the list shows.
    FilterChosen(ArticleFilter),
    /// The user asked to see the articles that a long list leaves out.
    Unfolded,
    /// The user selected an article, or deselected it.
    SelectionToggled(ArticleId),
    /// The user selected all articles, or deselected all if all were selected.
    PicksTurned,
    /// The user opened an article, at the place of a search hit or at its start.
    Opened(ArticleId, HitLocation),
    /// The user asked to archive the selected articles, or to unarchive them if all are archived.
    Archived,
    /// The user asked to delete the selected articles.
    Deleted,
    /// The user asked to export the selected articles.
    Exported,
    /// The platform finished writing several articles into one file.
    ArchiveDownloaded {
        /// The articles.
        articles: Vec<ArticleId>,
        /// The name of the file, or a sentence for the user that says why there is none.
        outcome: WorkerResult,
    },
    /// The user typed in a metadata field of the article on screen.
    DetailTyped(MetadataField, String),
    /// The user typed in the note about the article on screen as a whole.
    NoteTyped(String),
    /// The stored articles have changed while the library may be open.
    ListChanged,
    /// The outcome of an act outside the library is to be shown in it.
    StatusShown(LibraryStatus),
}

/// The order of the list.
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

/// All orders, each with its value in the page and the label that the user reads.
pub const ORDERS: [(SortOrder, &str, &str); 5] = [
    (SortOrder::LastModified, "worked", "Last edited"),
    (SortOrder::Added, "added", "Last added"),
    (SortOrder::Title, "title", "Title"),
    (SortOrder::Open, "open", "Most open claims"),
    (SortOrder::Progress, "progress", "Most left to review"),
];

/// The choice of articles that the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `ARTICLE_FILTERS` say it")]
pub enum ArticleFilter {
    #[default]
    Current,
    Unfinished,
    Archived,
    All,
}

/// All choices of articles, each with its value in the page and the label that the user reads.
pub const ARTICLE_FILTERS: [(ArticleFilter, &str, &str); 4] = [
    (ArticleFilter::Current, "current", "Not archived"),
    (ArticleFilter::Unfinished, "unfinished", "Unfinished"),
    (ArticleFilter::Archived, "archived", "Archived"),
    (ArticleFilter::All, "all", "All"),
];

/// The number of articles that the list shows at first.
const LISTED: usize = 100;

/// The state of the library dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    entries: Vec<Rc<LibraryEntry>>,
    /// The order of the list.
    pub order: SortOrder,
    /// The choice of articles.
    pub which: ArticleFilter,
    /// The rows of the list, in order.
    pub rows: Vec<LibraryRow>,
    /// The number of matching articles that the list leaves out.
    pub left_out: usize,
    /// The articles that the user has selected.
    pub selected: Vec<ArticleId>,
    /// The result of the last action.
    pub said: Option<LibraryStatus>,
    /// Whether the list shows all matching articles, not only the first [`LISTED`].
    is_unfolded: bool,
}

/// The result of an action in the library, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryStatus {
    /// The user can undo the action.
    Done(String),
    /// There is nothing to undo.
    Info(String),
}

/// An article of the library, with the figures that the list shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    /// The article with all work on it.
    pub document: Document,
    /// The time of the last change, in milliseconds since the start of 1970, UTC.
    pub last_modified: u64,
    /// How much of the article the user has reviewed.
    pub progress: Progress,
    /// The number of claims that still need work.
    pub open: usize,
}

/// A row of the list: an article and its search hits.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryRow {
    /// The article.
    pub entry: Rc<LibraryEntry>,
    /// The first hits; empty without a search.
    pub hits: Vec<Hit>,
    /// The number of further hits.
    pub more: usize,
}

impl LibraryEntry {
    /// Creates the entry of an article that was last changed at `worked`, in milliseconds since the
    /// start of 1970, UTC.
    pub fn new(document: Document, last_modified: u64) -> Self {
        let open = document.claims().filter(|claim| claim.is_open()).count();
        Self { progress: Progress::of(&document), open, last_modified, document }
    }

    /// Returns the identifier of the article.
    pub fn id(&self) -> &ArticleId {
        &self.document.details().id
    }

    /// Returns the number of numbered blocks that the user has not reviewed.
    fn unreviewed_count(&self) -> usize {
        self.progress.paragraphs - self.progress.reviewed
    }

    /// Returns whether the article belongs to a choice of articles.
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
    /// Returns the existing entry of an article if its last change is still `worked`, so that the
    /// caller need not compute it again.
    pub fn entry(&self, article: &ArticleId, last_modified: u64) -> Option<Rc<LibraryEntry>> {
        let entry = self.entries.iter().find(|entry| entry.id() == article);
        entry.filter(|entry| entry.last_modified == last_modified).cloned()
    }

    /// Replaces the entries, and lists the articles that match every word of the query.
    pub fn set_entries(&mut self, entries: Vec<Rc<LibraryEntry>>, query: &str) {
        self.selected.retain(|picked| entries.iter().any(|entry| entry.id() == picked));
        self.entries = entries;
        self.refresh(query);
    }

    /// Filters, searches and sorts the entries again.
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
        // No action may touch an article that the user cannot see.
        let rows = &self.rows;
        self.selected.retain(|picked| rows.iter().any(|row| row.entry.id() == picked));
    }

    /// Lists all matching articles from now on, however many there are.
    pub fn show_all(&mut self) {
        self.is_unfolded = true;
    }

    /// Selects an article, or deselects it.
    pub fn toggle_selection(&mut self, article: ArticleId) {
        let count = self.selected.len();
        self.selected.retain(|picked| *picked != article);
        if self.selected.len() == count {
            self.selected.push(article);
        }
    }

    /// Returns whether all matching articles are selected; `false` while the list leaves some out.
    pub fn has_all_picked(&self) -> bool {
        !self.rows.is_empty()
            && self.left_out == 0
            && self.rows.iter().all(|row| self.selected.contains(row.entry.id()))
    }

    /// Selects all listed articles, or none if all are selected.
    pub fn toggle_select_all(&mut self) {
        let all = self.rows.iter().map(|row| row.entry.id().clone()).collect();
        self.selected = if self.has_all_picked() { Vec::new() } else { all };
    }

    /// Returns whether all selected articles are archived.
    pub fn is_picked_archived(&self) -> bool {
        let mut picked = self.entries.iter().filter(|entry| self.selected.contains(entry.id()));
        picked.all(|entry| entry.document.details().is_archived)
    }
}

fn sorted(rows: impl Iterator<Item = LibraryRow>, order: SortOrder) -> Vec<LibraryRow> {
    let last = |row: &LibraryRow| Reverse((row.entry.last_modified, row.entry.id().clone()));
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
