//! Text of the library, which lists all articles.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::{
    app::{HitLocation, LibraryEntry},
    time::Timestamp,
};

use super::count;

pub const LIBRARY: &str = "Library";
/// The last choice of the menu of articles.
pub const TO_LIBRARY: &str = "Library…";
pub const SEARCH: &str = "Search texts, claims, notes and sources";
pub const ORDER: &str = "Sort by";
pub const WHICH_ARTICLES: &str = "Show";
/// Shown when a search finds nothing.
pub const NOTHING_FOUND: &str = "No article contains all of these words.";
/// Shown when [`WHICH_ARTICLES`] leaves no article.
pub const NONE_OF_THESE: &str = "No articles here.";
pub const PICK_ALL: &str = "Select all";
pub const PICK_NONE: &str = "Select none";
pub const ARCHIVE: &str = "Archive";
pub const BRING_BACK: &str = "Unarchive";
pub const ABOUT_ARTICLE: &str = "About the article";
pub const IS_ARCHIVED: &str = "archived";

pub const NOT_HERE_ANY_MORE: &str = "The article was not opened: it was deleted, perhaps in \
     another tab, or it cannot be read. “Storage” shows what is stored.";
/// Shown below a field that is as long as it may be.
pub const FULL_DETAIL: &str = "This field holds up to 10,000 characters. If you pasted more, the \
     rest was left out. Put it in the note.";

/// The accessible name of the checkbox of an article.
pub fn pick(title: &str) -> String {
    format!("Select {title}")
}

/// The title of an article, which may have none.
pub fn title_of(title: &str) -> &str {
    if title.trim().is_empty() { "Untitled" } else { title }
}

/// The facts about an article in the list; `worked` is in the user's local time.
pub fn about_entry(entry: &LibraryEntry, last_modified: Timestamp) -> Vec<String> {
    let details = entry.document.details();
    let progress = &entry.progress;
    let mut about = Vec::new();
    about.extend(details.publication.clone().or_else(|| details.source.as_deref().map(host)));
    about.extend(details.published.clone());
    about.push(format!("{} of {} reviewed", progress.reviewed, progress.paragraphs));
    about.push(match (entry.document.claim_count(), entry.open) {
        (claims, 0) => count(claims, "claim", "claims"),
        (claims, open) => format!("{}, {open} open", count(claims, "claim", "claims")),
    });
    about.push(format!("edited {}", super::moment(last_modified)));
    if details.is_archived {
        about.push(IS_ARCHIVED.to_owned());
    }
    about
}

/// The host of an address; the whole where it has none.
fn host(source: &str) -> String {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Where in an article a search has found its words.
pub fn found_in(found: &HitLocation) -> String {
    match found {
        HitLocation::Details => "Details".to_owned(),
        HitLocation::Block(_) => "Text".to_owned(),
        HitLocation::Claim(_, number) => format!("Claim {number}"),
        HitLocation::Source => "Source".to_owned(),
    }
}

pub fn more_places(more: usize) -> String {
    format!("and {}", count(more, "more match", "more matches"))
}

pub fn listed_articles(listed: usize, all: usize) -> String {
    let articles = count(all, "article", "articles");
    if listed == all { articles } else { format!("{listed} of {articles}") }
}

/// The button that lists the remaining articles.
pub fn list_more(left_out: usize) -> String {
    format!("Show {left_out} more")
}

pub fn picked(picked: usize) -> String {
    format!("{picked} selected")
}

pub fn archived(articles: usize, is_archived: bool) -> String {
    let done = if is_archived { "archived" } else { "unarchived" };
    format!("{} {done}.", count(articles, "article", "articles"))
}

/// Shown after an export of several articles.
pub fn in_one_file(articles: usize, name: &str) -> String {
    format!("Exported {} to the file {name}.", count(articles, "article", "articles"))
}

pub fn articles_deleted(articles: usize) -> String {
    format!("{} deleted.", count(articles, "article", "articles"))
}
