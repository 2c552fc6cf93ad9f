//! What is said of evidence and its sources.

use crate::{
    claim::{Source, SourceKind, Stance},
    web_url::WebUrl,
};

use super::count;

/// The name of the fields about what was found.
pub const EVIDENCE: &str = "Evidence";
/// The name of the field that names a source.
pub const ADD_SOURCE: &str = "Add a source: address, or who said it";
/// What stands in that field while it is empty.
pub const ADD_SOURCE_HINT: &str = "https://… or \u{201c}Telephone call with…\u{201d}";
/// The name of the choice of a source that is there already.
pub const USE_AGAIN: &str = "Use a source again";
/// The name of the button that does so.
pub const USE: &str = "Use";
/// The name of the link to where copies of a page are kept.
pub const OPEN_ARCHIVE: &str = "Open in a web archive";
/// The name of the link to the copy that the person knows of.
pub const ARCHIVED_COPY: &str = "Archived copy";
/// The name of the choice of what a source does to a claim.
pub const STANCE: &str = "What it does to the claim";
/// The name of the field for the words of a source.
pub const PASSAGE: &str = "Passage, in the words of the source";
/// The name of the field for a note on a use.
pub const EVIDENCE_NOTE: &str = "Note on this evidence";
/// The name of the further fields of a source.
pub const ABOUT_SOURCE: &str = "About the source";
/// The name of the choice of a sort of source.
pub const SOURCE_KIND: &str = "Kind of source";
/// What is chosen while the sort of source is not known.
pub const NO_KIND: &str = "Not said";
/// The name of the window with the sources.
pub const SOURCES: &str = "Sources of this article";
/// What stands where no source is.
pub const NO_SOURCES: &str = "No sources yet. Open a claim, and name there what speaks for or against \
     it: an address, or who said it.";
/// What a source is called of which neither a title nor an address is known.
pub const NAMELESS_SOURCE: &str = "Source without a name";
/// What stands at a source that no claim uses.
pub const UNUSED_SOURCE: &str = "No claim uses it.";

/// What a source does to a claim, as the person reads it.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "Supports",
        Stance::Contradicts => "Contradicts",
        Stance::Context => "Context",
    }
}

/// A sort of source as the person reads it.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Primary => "Primary",
        SourceKind::Secondary => "Secondary",
        SourceKind::Expert => "Expert",
        SourceKind::Data => "Data",
        SourceKind::Interview => "Interview",
    }
}

/// What a source is called: by its title, else by its address, else by who can be asked.
pub fn source_name(source: &Source) -> &str {
    let known = [&source.title, &source.url, &source.contact, &source.publisher];
    let known = known.into_iter().flatten().map(|it| it.trim()).find(|it| !it.is_empty());
    known.unwrap_or(NAMELESS_SOURCE)
}

/// What a source is called in a list: its host comes after its title.
pub fn source_in_list(source: &Source) -> String {
    let host = source.url.as_deref().and_then(WebUrl::parse).map(|it| it.host().to_owned());
    match (source.title.as_deref().filter(|it| !it.trim().is_empty()), host) {
        (Some(title), Some(host)) => format!("{title} ({host})"),
        _ => source_name(source).to_owned(),
    }
}

/// The name of the button that takes evidence from a claim: the use of a source that is counted
/// from 0 on.
pub fn take_evidence(name: &str, nth: usize) -> String {
    match nth {
        0 => format!("Remove evidence: {name}"),
        _ => format!("Remove evidence: {name}, use {}", nth.saturating_add(1)),
    }
}

/// What is said when a claim was given evidence.
pub fn evidence_added(name: &str) -> String {
    format!("Evidence added: {name}")
}

/// What is said when a claim has that evidence already.
pub fn evidence_is_there(name: &str) -> String {
    format!("This claim has it already: {name}")
}

/// What is said when evidence was taken from a claim.
pub fn evidence_taken(name: &str) -> String {
    format!("Evidence removed: {name}")
}

/// The name of the button that deletes a source.
pub fn delete_source(name: &str) -> String {
    format!("Delete: {name}")
}

/// What deleting a source touches.
pub fn deleting_source(name: &str, uses: usize) -> String {
    let uses = count(uses, "use", "uses");
    format!(
        "Delete \u{201c}{name}\u{201d}? {uses} of it as evidence will go, too. Undo brings all back."
    )
}

/// What is said when a source was deleted.
pub fn source_deleted(name: &str) -> String {
    format!("\u{201c}{name}\u{201d} is gone.")
}

/// A use of a source in the list of sources.
pub fn use_of_source(number: u32, words: &str) -> String {
    if words.is_empty() { format!("Claim {number}") } else { format!("Claim {number}: {words}") }
}
