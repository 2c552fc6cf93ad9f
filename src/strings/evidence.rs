//! Text about evidence and its sources.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::{
    claim::{Source, SourceKind, Stance},
    web_url::WebUrl,
};

use super::count;

pub const EVIDENCE: &str = "Evidence";
pub const ADD_SOURCE: &str = "Add a source (link or person)";
/// Shown in the empty field [`ADD_SOURCE`].
pub const ADD_SOURCE_HINT: &str = "https://… or \u{201c}Phone call with…\u{201d}";
pub const USE_AGAIN: &str = "Reuse a source";
pub const USE: &str = "Use";
/// Opens the page of a source in a public web archive.
pub const OPEN_ARCHIVE: &str = "Open in a web archive";
/// Opens the archived link that the user has entered.
pub const ARCHIVED_COPY: &str = "Archived copy";
/// The accessible name of the choice between [`stance`]s.
pub const STANCE: &str = "Relation to the claim";
pub const QUOTE: &str = "Quoted passage";
pub const EVIDENCE_NOTE: &str = "Note on this evidence";
pub const ABOUT_SOURCE: &str = "About the source";
pub const SOURCE_KIND: &str = "Kind of source";
/// Shown while no kind of source is chosen.
pub const NO_KIND: &str = "Unknown";
pub const SOURCES: &str = "Sources of this article";
pub const NO_SOURCES: &str = "No sources yet. Open a claim, and add a link or a person that \
     supports or contradicts it.";
/// The name of a source without title, address, contact or publisher.
pub const NAMELESS_SOURCE: &str = "Unnamed source";
pub const UNUSED_SOURCE: &str = "No claim uses it.";

pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "Supports",
        Stance::Contradicts => "Contradicts",
        Stance::Context => "Context",
    }
}

pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Primary => "Primary",
        SourceKind::Secondary => "Secondary",
        SourceKind::Expert => "Expert",
        SourceKind::Data => "Data",
        SourceKind::Interview => "Interview",
    }
}

/// The title of a source, else its address, else its contact, else its publisher.
pub fn source_name(source: &Source) -> &str {
    let known = [&source.title, &source.url, &source.contact, &source.publisher];
    let known = known.into_iter().flatten().map(|it| it.trim()).find(|it| !it.is_empty());
    known.unwrap_or(NAMELESS_SOURCE)
}

/// The name of a source, with the host of its address after a title.
pub fn source_in_list(source: &Source) -> String {
    let host = source.url.as_deref().and_then(WebUrl::parse).map(|it| it.host().to_owned());
    match (source.title.as_deref().filter(|it| !it.trim().is_empty()), host) {
        (Some(title), Some(host)) => format!("{title} ({host})"),
        _ => source_name(source).to_owned(),
    }
}

/// The accessible name of the button that removes evidence; `nth` counts the uses of the same
/// source by the claim from 0.
pub fn remove_evidence(name: &str, nth: usize) -> String {
    match nth {
        0 => format!("Remove evidence: {name}"),
        _ => format!("Remove evidence: {name}, use {}", nth.saturating_add(1)),
    }
}

pub fn evidence_added(name: &str) -> String {
    format!("Evidence added: {name}")
}

/// Announced when the claim already has that source as evidence.
pub fn evidence_is_there(name: &str) -> String {
    format!("Already added: {name}")
}

pub fn evidence_taken(name: &str) -> String {
    format!("Evidence removed: {name}")
}

pub fn delete_source(name: &str) -> String {
    format!("Delete: {name}")
}

/// Asks before a source is deleted that claims use `uses` times.
pub fn deleting_source(name: &str, uses: usize) -> String {
    let touched = match uses {
        0 => "No claim uses it".to_owned(),
        _ => format!("This also removes {} of it as evidence", count(uses, "use", "uses")),
    };
    format!("Delete \u{201c}{name}\u{201d}? {touched}. Undo restores everything.")
}

pub fn source_deleted(name: &str) -> String {
    format!("Deleted \u{201c}{name}\u{201d}.")
}

/// A use in the list of sources; `words` are those of the claim.
pub fn use_of_source(number: u32, words: &str) -> String {
    if words.is_empty() { format!("Claim {number}") } else { format!("Claim {number}: {words}") }
}
