//! What is said of where the work is.

use crate::{
    app::{StorageReport, SyncState},
    storage::settings::ExportStatus,
    time::Timestamp,
};

/// The name of the window that says where the work is.
pub const STORES: &str = "Where is my work?";
/// The name of the button that deletes the article on screen.
pub const DELETE_ARTICLE: &str = "Delete this article";
/// The name of the button that deletes all articles.
pub const DELETE_ALL: &str = "Delete everything";
/// What is said when all articles were deleted.
pub const ALL_DELETED: &str = "All articles were deleted. Undo brings them back.";
/// The name of the button that exports before deleting.
pub const EXPORT_FIRST: &str = "Export first";
/// What is said when an article was deleted.
pub const DELETED: &str = "The article was deleted. Undo brings it back.";

/// The name of the button that chooses a file to be kept up to date.
pub const KEEP_FILE: &str = "Keep a file up to date…";
/// The name of the button that chooses another file.
pub const KEEP_OTHER_FILE: &str = "Another file…";
/// The name of the button that stops keeping the file up to date.
pub const DROP_FILE: &str = "Stop keeping it";
/// The name of the button that lets the browser write the file again.
pub const ALLOW_FILE: &str = "Allow it";
/// The name of the button that writes the file, whatever is in it.
pub const OVERWRITE_FILE: &str = "Write over it";
/// The name of the button that tries again to write the file.
pub const TRY_AGAIN: &str = "Try again";
/// What is said when the browser does not know the file any more.
pub const FILE_FORGOTTEN: &str = "the browser has forgotten where it is";

/// How many units local storage has room for, per address: measured in Chromium and Firefox.
const LOCAL_ROOM: usize = 5_242_880;
const MEGABYTE: u64 = 1_000_000;

/// Where the work is kept, and how much room is left.
pub fn stores(storage_report: &StorageReport) -> Vec<String> {
    let local = match storage_report.records {
        Some(records) => format!(
            "In local storage, where the tools of the browser show it: {records} records; {} % of \
             its room is taken.",
            storage_report.units.saturating_mul(100).div_ceil(LOCAL_ROOM)
        ),
        None => "This browser lets the page use no local storage.".to_owned(),
    };
    let safe = match storage_report.bytes.zip(storage_report.quota) {
        Some((bytes, quota)) => format!(
            "In a database that a crash cannot take, with the texts and the history: {} of {} MB.",
            bytes.div_ceil(MEGABYTE),
            quota / MEGABYTE
        ),
        None => {
            "In a database that a crash cannot take, with the texts and the history.".to_owned()
        }
    };
    let kept = if storage_report.is_persisted {
        "The browser has promised to keep both."
    } else {
        "The browser has not promised to keep them: it may clear them when its disk is full, and \
         “clear site data” clears both. Only an exported file outlives that."
    };
    vec![local, safe, kept.to_owned()]
}

/// When the article was exported last, and how much no file has.
pub fn exports(export_status: &ExportStatus) -> String {
    match export_status.exported {
        None => {
            format!("This article has never been exported; changes: {}.", export_status.changes)
        }
        Some(timestamp) => {
            let day = super::moment(timestamp);
            format!(
                "This article was exported last on {day} UTC; changes since: {}.",
                export_status.changes
            )
        }
    }
}

/// When the file was written last, on the clock of where the person is.
pub fn file_written(timestamp: Timestamp) -> String {
    format!("File written {}", super::clock(timestamp))
}

/// Which file is kept up to date.
pub fn kept_file(name: &str) -> String {
    format!("The file {name} is kept up to date with it.")
}

/// Why the file is not kept up to date; nothing, where it is.
pub fn file_trouble(name: &str, state: &SyncState) -> Option<String> {
    let why = match state {
        SyncState::UpToDate => return None,
        SyncState::PermissionNeeded => "the browser wants you to allow it again",
        SyncState::ModifiedExternally => "something else has changed it since it was written",
        SyncState::Failed(why) => why,
    };
    Some(format!("The file {name} is not kept up to date: {why}."))
}

/// Why a file could not be written, by the name and the words of the browser's error.
pub fn no_file(error: &str, said: &str) -> String {
    match error {
        "NotFoundError" => "it is not there any more".to_owned(),
        "QuotaExceededError" => "the disk is full".to_owned(),
        "NoModificationAllowedError" => "something else is writing it".to_owned(),
        _ => format!("{error}: {said}"),
    }
}

/// What would go with all articles.
pub fn deletion_of_all(articles: usize, claims: usize) -> String {
    let articles = super::count(articles, "article", "articles");
    let claims = super::count(claims, "claim", "claims");
    format!(
        "This deletes {articles} with {claims} from this browser; how the page looks, keys and own \
         tags stay. Undo brings them back."
    )
}

/// What would go with an article.
pub fn deletion(title: &str, claims: usize) -> String {
    let claims = super::count(claims, "claim", "claims");
    format!("This deletes “{title}” with {claims} from this browser. Undo brings it back.")
}
