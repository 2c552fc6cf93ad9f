//! What is said of all articles.

use crate::{
    app::{HitLocation, LibraryEntry},
    time::Timestamp,
};

use super::count;

/// The name of the library.
pub const LIBRARY: &str = "All articles";
/// The name of the choice that leads to it.
pub const TO_LIBRARY: &str = "All articles…";
/// The name of the field that searches.
pub const SEARCH: &str = "Search texts, claims, notes and sources";
/// The name of the choice of an order.
pub const ORDER: &str = "Order";
/// The name of the choice of articles.
pub const WHICH_ARTICLES: &str = "Show";
/// What is said where nothing is found.
pub const NOTHING_FOUND: &str = "No article has all of these words.";
/// What is said where no article is of the chosen ones.
pub const NONE_OF_THESE: &str = "No article is here.";
/// The name of the button that picks all that are listed.
pub const PICK_ALL: &str = "Select all";
/// The name of the button that picks none of them any more.
pub const PICK_NONE: &str = "Select none";
/// The name of the button that puts articles out of the way.
pub const ARCHIVE: &str = "Archive";
/// The name of the button that brings them back.
pub const BRING_BACK: &str = "Bring back";
/// The name of the sheet with what is known of an article.
pub const ABOUT_ARTICLE: &str = "About the article";
/// What stands beside an archived article.
pub const IS_ARCHIVED: &str = "archived";

/// What is said of an article of the list that cannot be opened.
pub const NOT_HERE_ANY_MORE: &str = "The article was not opened, because it is not here any more: it \
     was deleted, perhaps in another tab, or cannot be read. “Where is my work?” tells what is stored.";
/// What is said where as much stands in a detail as it may have.
pub const FULL_DETAIL: &str = "No more than 10,000 characters are kept here. If more was pasted, the \
     rest was left out: put it into the note.";

/// The name of the box that picks an article.
pub fn pick(title: &str) -> String {
    format!("Select {title}")
}

/// The name of an article, which may have none.
pub fn title_of(title: &str) -> &str {
    if title.trim().is_empty() { "Without a title" } else { title }
}

/// What is known of an article in the list; `worked` is on the clock of where the person is.
pub fn about_entry(entry: &LibraryEntry, worked: Timestamp) -> Vec<String> {
    let details = entry.document.details();
    let progress = &entry.progress;
    let mut about = Vec::new();
    about.extend(details.publication.clone().or_else(|| details.source.as_deref().map(host)));
    about.extend(details.published.clone());
    about.push(format!("{} of {} looked at", progress.reviewed, progress.paragraphs));
    about.push(match (entry.document.claim_count(), entry.open) {
        (claims, 0) => count(claims, "claim", "claims"),
        (claims, open) => format!("{}, {open} open", count(claims, "claim", "claims")),
    });
    about.push(format!("worked on {}", super::moment(worked)));
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

/// Where something was found.
pub fn found_in(found: &HitLocation) -> String {
    match found {
        HitLocation::Details => "About it".to_owned(),
        HitLocation::Block(_) => "Text".to_owned(),
        HitLocation::Claim(_, number) => format!("Claim {number}"),
        HitLocation::Source => "Source".to_owned(),
    }
}

/// How many places more there are.
pub fn more_places(more: usize) -> String {
    format!("and {}", count(more, "more place", "more places"))
}

/// How many articles are listed, of how many.
pub fn listed_articles(listed: usize, all: usize) -> String {
    let articles = count(all, "article", "articles");
    if listed == all { articles } else { format!("{listed} of {articles}") }
}

/// The name of the button that lists the rest, too.
pub fn list_more(left_out: usize) -> String {
    format!("Show {left_out} more")
}

/// How many articles are picked.
pub fn picked(picked: usize) -> String {
    format!("{picked} selected")
}

/// What is said when articles were put out of the way, or brought back.
pub fn archived(articles: usize, is_archived: bool) -> String {
    let done = if is_archived { "archived" } else { "brought back" };
    format!("{} {done}.", count(articles, "article", "articles"))
}

/// What is said when many articles were handed over as one file of that name.
pub fn in_one_file(articles: usize, name: &str) -> String {
    format!("{} are in one file, {name}.", count(articles, "article", "articles"))
}

/// What is said when articles were deleted.
pub fn articles_deleted(articles: usize) -> String {
    format!("{} deleted.", count(articles, "article", "articles"))
}
