//! Every word that the person reads, in one place.
//!
//! What belongs to a table (tags, kinds of block, keys, formats) stands in that table.

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

/// The name of the program.
pub const NAME: &str = "Claimlight";
/// The name of the button that adds an article.
pub const ADD_ARTICLE: &str = "Add article";
/// The name of the button that exports.
pub const EXPORT: &str = "Export";
/// The name of the button that takes back.
pub const UNDO: &str = "Undo";
/// The name of the button that does again.
pub const REDO: &str = "Redo";
/// The name of the list of articles.
pub const ARTICLES: &str = "Articles";
/// The name of the bar at a selection.
pub const TAG_SELECTION: &str = "Tag the selection";
/// The name of the button that marks without a tag.
pub const MARK: &str = "Mark without a tag";
/// What that button shows.
pub const WITHOUT_TAG: &str = "Without a tag";
/// The name of the switch for exact selections.
pub const EXACT: &str = "Exact";
/// What the switch for exact selections does.
pub const EXACT_HINT: &str = "Keep half words and spaces as selected (or hold Alt)";
/// The name of the list of claims.
pub const CLAIMS: &str = "Claims";
/// What stands where no claim is.
pub const NO_CLAIMS: &str = "No claims yet. Select words in the article, then choose a tag.";
/// The name of the field that filters the claims.
pub const FILTER: &str = "Filter the claims";
/// The name of the button that shows all claims again.
pub const SHOW_ALL: &str = "Show all";
/// What an untagged claim says instead of a tag.
pub const NO_TAG: &str = "No tag";
/// The name of a claim's note.
pub const NOTE: &str = "Note";
/// What stands in an empty note.
pub const NOTE_HINT: &str = "What you found, in Markdown";
/// The name of the field for another tag.
pub const ADD_TAG: &str = "Add a tag";
/// The name of the button that deletes a claim.
pub const DELETE_CLAIM: &str = "Delete claim";
/// The name of the text field for a new article.
pub const TEXT: &str = "Text";
/// What stands in the empty text field for a new article.
pub const TEXT_HINT: &str = "Paste the article here: from a web page, a mail, a document.";
/// The name of the file field for a new article.
pub const FILE: &str = "File";
/// What the file field for a new article takes.
pub const FILE_HINT: &str =
    "Or open files: plain text, Markdown, web pages (HTML), subtitles, an export from Claimlight.";
/// The name of the button that confirms a new article.
pub const ADD: &str = "Add";
/// The name of the button that leaves a dialog.
pub const CANCEL: &str = "Cancel";
/// The name of the button that closes a notice.
pub const CLOSE: &str = "Close";
/// The name of the button that exports what cannot be saved.
pub const EXPORT_NOW: &str = "Export now";
/// The name of the button that downloads what could not be read.
pub const DOWNLOAD_UNREADABLE: &str = "Download it as found";
/// What stands while the stores are read.
pub const OPENING: &str = "Opening your work…";
/// What stands where no article is.
pub const NO_ARTICLE: &str = "There is no article yet. Paste one, or open a file.";
/// What is said where an address leads to no article.
pub const NO_SUCH_ADDRESS: &str =
    "The address leads to nothing that is kept in this browser, so another article is shown.";
/// What is said where an address leads to a claim that is not there.
pub const NO_SUCH_CLAIM: &str = "The article has no such claim; it may have been deleted.";
/// What is said when a text without words was to be added.
pub const EMPTY_TEXT: &str =
    "There is no text to add. Paste the article into the field, or open a file.";
/// What is said of an article whose file has been opened before.
pub const ALREADY_HERE: &str = "This file is here already, with the same work on it.";
/// What is said of an article whose file has been opened before, when the work differs.
pub const OPENED_AS_COPY: &str = "An article of this name is here already with other work on it. \
     The file was opened as a second copy; nothing was replaced.";
/// What is said when a file cannot be written.
pub const NO_EXPORT: &str = "The file could not be written. Your work is untouched and still on \
     screen. Check that you are online, and export again.";
/// What is said when many articles are too much for one file.
pub const LARGE_BUNDLE: &str = "The articles were not exported, because together they are larger \
     than one file can be. Your work is untouched. Select fewer of them, and export these first.";
/// What is said when what reads files cannot be loaded, or reads something else.
pub const NO_IMPORT: &str = "The file was not opened, and nothing was changed: the part of \
     Claimlight that reads files could not be loaded. Check that you are online, and open the \
     file again.";
/// The name of the guidelines.
pub const GUIDELINES: &str = "Guidelines";
/// The name of the article's own note.
pub const ARTICLE_NOTE: &str = "Note on this article";
/// What stands in the empty note on the article.
pub const ARTICLE_NOTE_HINT: &str = "How this article is to be checked, in Markdown";
/// The name of the button with what else can be done.
pub const MORE: &str = "More";
/// The sample article's standing beside its title.
pub const SAMPLE: &str = "Sample article";

/// What is said when something cannot be undone or redone.
pub const CANNOT_RETRACE: &str = "This step cannot be undone or done again any more: what it changed \
     is not there. Nothing was changed.";
/// What is said before an undo changes what another tab has written since.
pub const UNDO_CONTESTED: &str = "This was changed again since, in another tab. Undo once more to \
     take that back, too.";
/// What is said before a redo changes what another tab has written since.
pub const REDO_CONTESTED: &str = "This was changed again since, in another tab. Redo once more to \
     replace that, too.";
/// What is said when a record must not be changed.
pub const LOCKED: &str = "Nothing was changed: a newer version of Claimlight wrote this record. Reload \
     the page to get that version.";
/// What is said when another tab has deleted the article on screen.
pub const DELETED_ELSEWHERE: &str = "The article was deleted in another tab. Undo there brings it \
     back.";

/// What is told of something that two tabs wrote at the same time; the other words follow.
pub fn contested(member: &str, number: Option<u32>) -> String {
    let of = number.map(|number| format!(" of claim {number}")).unwrap_or_default();
    let member = if member == "parts" { "text of a paragraph" } else { member };
    format!("Two tabs wrote the {member}{of} at the same time. One is shown; the other says:")
}

/// The name of the button that takes what another tab wrote.
pub const USE_OTHER: &str = "Use the other";
/// The name of the button that stays with what is shown.
pub const KEEP_SHOWN: &str = "Keep what is shown";

/// What is said at a start on a full disk.
pub const NOT_OPENED: &str = "The disk is full, so Claimlight has not opened its database: that could \
     destroy what is in it. Nothing was deleted, but articles may be missing here. Make room on the \
     disk, and they appear.";

/// What is said when the stores were cleared under the open page.
pub const STORES_CLEARED: &str = "The data of this site was cleared while Claimlight was open, by the \
     browser or in another tab. Nothing on this page is lost: everything is being saved again. Steps \
     from before can be undone only until you close the page.";

/// After how many changes that are in no file the person is reminded.
pub const REMIND_AFTER: usize = 25;

/// The reminder that changes are in no file.
pub fn export_status(changes: usize) -> String {
    format!("{changes} changes are in no file yet: export")
}

/// The line about saving.
pub fn save_line(state: &SaveState) -> String {
    match state {
        SaveState::Saved => "Saved in this browser".to_owned(),
        SaveState::PendingWrites => "Saving…".to_owned(),
        SaveState::Unsaved(why) => format!("Not saved: {}.", not_saved(why)),
        SaveState::Unavailable => "Not saved: this browser lets the page store nothing.".to_owned(),
    }
}

fn not_saved(why: &SaveError) -> String {
    match why {
        SaveError::Full => {
            "the disk is full, or the browser has no room left. Export now, then make \
             room: saving goes on by itself"
                .to_owned()
        }
        SaveError::Blocked => "this browser lets the page store nothing".to_owned(),
        SaveError::NewerVersion => "a newer version of Claimlight wrote this record".to_owned(),
        SaveError::Damaged => {
            "the browser cannot write to its storage; the disk may be full or damaged".to_owned()
        }
        SaveError::Timeout => "the browser's storage does not answer".to_owned(),
        SaveError::Other(said) => format!("the browser's storage failed ({said})"),
    }
}

/// What is said when a file is refused.
pub fn refused(name: &str, why: &ImportError) -> String {
    let opening = format!("{name} was not opened, and nothing was changed.");
    let reason = match why {
        ImportError::Truncated { line, column } => format!(
            "The file breaks off at line {line}, character {column}, so part of it is missing. \
             Get the whole file again and open that."
        ),
        ImportError::InvalidJson { line, column, problem } => format!(
            "It is not JSON: {problem}, at line {line}, character {column}. \
             Open a file that was exported from Claimlight, or paste the text."
        ),
        ImportError::WrongFormat => {
            "It is JSON, but was not exported from Claimlight. Open such a file, \
             or paste the article's text."
                .to_owned()
        }
        ImportError::NewerVersion { found } => format!(
            "It was written by a newer version of Claimlight (format {found}). \
             Reload this page to get the newest version, then open the file again."
        ),
        ImportError::Misfit(field_error) => format!(
            "Something in it does not fit: {} {}. Export the file again where it came from.",
            field_error.place, field_error.problem
        ),
    };
    format!("{opening} {reason}")
}

/// What is said when a file cannot be read at all.
pub fn unreadable_file(name: &str) -> String {
    format!(
        "{name} could not be read: the browser gave nothing back. Nothing was changed. \
         Check that the file is still there, and open it again."
    )
}

/// What is said of stored values that cannot be read.
pub fn quarantine_notice(count: usize) -> String {
    let what = match count {
        1 => "1 stored record".to_owned(),
        _ => format!("{count} stored records"),
    };
    format!("{what} could not be read. It is kept as it was found, and everything else is open.")
}

/// The name of the button that lists the articles.
pub fn articles(title: &str) -> String {
    format!("{ARTICLES}: {title}")
}

/// A count with its noun.
pub fn count(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
