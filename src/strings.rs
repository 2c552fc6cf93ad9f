//! All text on screen, in one place.
//!
//! Text that belongs to a table (tags, kinds of block, keys, formats) is in that table.

#![expect(missing_docs, reason = "each constant and function is its own text")]

mod article;
mod block_editing;
mod claim_editor;
mod claim_history;
mod evidence;
mod import;
mod library;
mod settings;
mod storage;
mod tags;
mod verdict;

pub use article::*;
pub use block_editing::*;
pub use claim_editor::*;
pub use claim_history::*;
pub use evidence::*;
pub use import::*;
pub use library::*;
pub use settings::*;
pub use storage::*;
pub use tags::*;
pub use verdict::*;

use crate::{app::SaveState, export::claimlight::ImportError, storage::SaveError};

pub const NAME: &str = "Claimlight";
pub const ADD_ARTICLE: &str = "Add article";
pub const EXPORT: &str = "Export";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const ARTICLES: &str = "Articles";
pub const TAG_SELECTION: &str = "Tag the selection";
/// The accessible name of the button that shows [`WITHOUT_TAG`].
pub const MARK: &str = "Mark without a tag";
pub const WITHOUT_TAG: &str = "Without a tag";
pub const EXACT: &str = "Exact";
/// Describes the switch [`EXACT`].
pub const EXACT_HINT: &str = "Keep partial words and spaces as selected (or hold Alt)";
pub const CLAIMS: &str = "Claims";
pub const NO_CLAIMS: &str = "No claims yet. Select words in the article, then choose a tag.";
pub const FILTER: &str = "Filter claims";
pub const SHOW_ALL: &str = "Show all";
/// Shown instead of tags on a claim that has none.
pub const NO_TAG: &str = "No tag";
pub const NOTE: &str = "Note";
pub const NOTE_HINT: &str = "What you found (Markdown)";
pub const ADD_TAG: &str = "Add a tag";
pub const DELETE_CLAIM: &str = "Delete claim";
pub const TEXT: &str = "Text";
pub const TEXT_HINT: &str = "Paste the article here, from a web page, an e-mail or a document.";
pub const FILE: &str = "File";
pub const FILE_HINT: &str = "Or open files: plain text, Markdown, web pages (HTML), e-mails, \
     subtitles or Claimlight exports.";
pub const ADD: &str = "Add";
pub const CANCEL: &str = "Cancel";
pub const CLOSE: &str = "Close";
/// Offered beside the words of [`save_line`] while the work cannot be saved.
pub const EXPORT_NOW: &str = "Export now";
/// Downloads the records that [`quarantine_notice`] counts.
pub const DOWNLOAD_UNREADABLE: &str = "Download a copy";
/// Shown while the stores are read.
pub const OPENING: &str = "Opening your work…";
pub const NO_ARTICLE: &str = "There is no article yet. Paste one, or open a file.";
/// Shown when the address in the browser names an article that this browser does not have.
pub const NO_SUCH_ADDRESS: &str =
    "The article at this address is not in this browser. Another article is open instead.";
/// Shown when the address in the browser names a claim that the article does not have.
pub const NO_SUCH_CLAIM: &str = "The article has no such claim. It may have been deleted.";
pub const EMPTY_TEXT: &str =
    "There is no text to add. Paste the article into the field, or open a file.";
pub const ALREADY_HERE: &str = "You already have this article, with the same work on it.";
pub const OPENED_AS_COPY: &str = "You already have this article, with different work on it. The \
     file was opened as a second copy, and nothing was replaced.";
pub const NO_EXPORT: &str = "The file could not be written. Your work is untouched and still on \
     screen. Check that you are online, and export again.";
pub const LARGE_ARCHIVE: &str = "The articles were not exported because together they are too large \
     for one file. Your work is untouched. Select fewer articles, and export again.";
/// Shown when the worker that reads files cannot be loaded, or has another version than the page.
pub const NO_IMPORT: &str = "The file was not opened, and nothing was changed: the part of \
     Claimlight that reads files could not be loaded. Check that you are online, and open the file \
     again.";
pub const GUIDELINES: &str = "Guidelines";
pub const ARTICLE_NOTE: &str = "Note on this article";
pub const ARTICLE_NOTE_HINT: &str = "How to check this article (Markdown)";
pub const MORE: &str = "More";
/// Shown above the sample article.
pub const SAMPLE: &str = "Sample article";

pub const CANNOT_RETRACE: &str = "This step can no longer be undone or redone, because what it \
     changed no longer exists. Nothing was changed.";
/// Shown before an undo replaces what another tab has written since.
pub const UNDO_CONTESTED: &str = "Another tab has changed this since. Undo again to reverse \
     that change, too.";
/// Shown before a redo replaces what another tab has written since.
pub const REDO_CONTESTED: &str = "Another tab has changed this since. Redo again to replace that \
     change, too.";
pub const LOCKED: &str = "Nothing was changed: a newer version of Claimlight wrote this record. \
     Reload the page to get that version.";
/// Shown when another tab has deleted the article on screen.
pub const DELETED_ELSEWHERE: &str = "The article was deleted in another tab. To restore it, choose \
     Undo in that tab.";

/// Introduces the other version of what two tabs wrote at the same time; that version follows.
/// `member` is the stored name of the field, `number` the number of its claim.
pub fn contested(member: &str, number: Option<u32>) -> String {
    let of = number.map(|number| format!(" of claim {number}")).unwrap_or_default();
    let member = if member == "parts" { "text of a paragraph" } else { member };
    format!(
        "Two tabs changed the {member}{of} at the same time. One version is shown; the other is:"
    )
}

pub const USE_OTHER: &str = "Use other version";
pub const KEEP_SHOWN: &str = "Keep this version";

/// Shown at a start on a full disk.
pub const NOT_OPENED: &str = "The disk is full, so Claimlight did not open its database: opening \
     it now could destroy what it holds. Nothing was deleted, but articles may be missing here. \
     Free some disk space, and they will appear.";

/// Shown when the browser or another tab has cleared the stores under the open page.
pub const STORES_CLEARED: &str = "The browser or another tab cleared the data of this site while \
     Claimlight was open. Nothing on this page is lost: Claimlight is saving everything again. You \
     can undo earlier steps only until you close the page.";

/// The number of changes since the last export from which [`export_status`] is shown.
pub const REMIND_AFTER: usize = 25;

pub fn export_status(changes: usize) -> String {
    format!("{changes} changes not exported yet: export")
}

pub fn save_line(state: &SaveState) -> String {
    match state {
        SaveState::Saved => "Saved in this browser".to_owned(),
        SaveState::Saving => "Saving…".to_owned(),
        SaveState::Unsaved(why) => format!("Not saved: {}.", not_saved(why)),
        SaveState::Unavailable => {
            "Not saved: this browser does not let the page store anything.".to_owned()
        }
    }
}

fn not_saved(why: &SaveError) -> String {
    match why {
        SaveError::Full => "the disk is full, or the browser has no space left. Export now, then \
             free some space: saving resumes by itself"
            .to_owned(),
        SaveError::Blocked => "this browser does not let the page store anything".to_owned(),
        SaveError::NewerVersion => {
            "a newer version of Claimlight wrote this record. Reload the page to \
             get that version"
                .to_owned()
        }
        SaveError::Damaged => {
            "the browser cannot write to its storage; the disk may be full or damaged".to_owned()
        }
        SaveError::Timeout => "the browser's storage does not answer".to_owned(),
        SaveError::Other(said) => format!("the browser's storage failed ({said})"),
    }
}

pub fn refused(name: &str, why: &ImportError) -> String {
    let opening = format!("{name} was not opened, and nothing was changed.");
    let reason = match why {
        ImportError::Truncated { line, column } => format!(
            "The file ends too early, at line {line}, character {column}, so part of it is \
             missing. Get the whole file again, and open it."
        ),
        ImportError::InvalidJson { line, column, problem } => format!(
            "It is not valid JSON: {problem}, at line {line}, character {column}. Open a file that \
             was exported from Claimlight, or paste the text."
        ),
        ImportError::WrongFormat => {
            "It is JSON, but not an export from Claimlight. Open a file that was exported from \
             Claimlight, or paste the article's text."
                .to_owned()
        }
        ImportError::NewerVersion { found } => format!(
            "A newer version of Claimlight wrote it (format {found}). Reload this page to get the \
             newest version, then open the file again."
        ),
        ImportError::Mismatch(field_error) => format!(
            "It contains an error: {} {}. Export the file again from the program that wrote it.",
            field_error.place, field_error.problem
        ),
    };
    format!("{opening} {reason}")
}

/// Shown when the browser returns nothing for a file.
pub fn unreadable_file(name: &str) -> String {
    format!(
        "{name} was not opened, and nothing was changed: the browser could not read it. Check that \
         the file still exists, and open it again."
    )
}

/// Shown after a start that found `count` stored records damaged.
pub fn quarantine_notice(count: usize) -> String {
    match count {
        1 => "1 stored record could not be read and was kept as it is. Everything else is open."
            .to_owned(),
        _ => format!(
            "{count} stored records could not be read and were kept as they are. Everything else \
             is open."
        ),
    }
}

/// The name of the button that shows the title of the open article and lists the others.
pub fn articles(title: &str) -> String {
    format!("{ARTICLES}: {title}")
}

/// A number with the right form of its noun.
pub fn count(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
