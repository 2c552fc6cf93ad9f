//! Text about where the work is stored, and about deleting it.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::{
    app::{StorageReport, SyncState},
    storage::settings::ExportStatus,
    time::Timestamp,
};

pub const STORES: &str = "Storage";
pub const DELETE_ARTICLE: &str = "Delete this article";
pub const DELETE_ALL: &str = "Delete everything";
pub const ALL_DELETED: &str = "All articles were deleted. Undo restores them.";
/// Offered beside [`DELETE`](super::DELETE).
pub const EXPORT_FIRST: &str = "Export first";
pub const DELETED: &str = "The article was deleted. Undo restores it.";

/// Chooses a file on disk that is written after each change.
pub const KEEP_FILE: &str = "Auto-save to a file…";
pub const KEEP_OTHER_FILE: &str = "Change file…";
pub const DROP_FILE: &str = "Stop auto-saving";
/// Asks the browser again for permission to write the file.
pub const ALLOW_FILE: &str = "Allow access";
/// Writes the file although something else has changed it.
pub const OVERWRITE_FILE: &str = "Overwrite";
pub const TRY_AGAIN: &str = "Try again";
/// A reason in [`sync_problem`].
pub const FILE_FORGOTTEN: &str = "the browser no longer knows where it is";

/// The UTF-16 units that local storage holds for one address, measured in Chromium and Firefox.
const LOCAL_ROOM: usize = 5_242_880;
const MEGABYTE: u64 = 1_000_000;

pub fn stores(storage_report: &StorageReport) -> Vec<String> {
    let local = match storage_report.records {
        Some(records) => format!(
            "Local storage, which the browser's developer tools can show: {records} records, {} % \
             of its space used.",
            storage_report.units.saturating_mul(100).div_ceil(LOCAL_ROOM)
        ),
        None => "This browser does not let the page use local storage.".to_owned(),
    };
    let safe = match storage_report.bytes.zip(storage_report.quota) {
        Some((bytes, quota)) => format!(
            "A database that survives a crash, with the texts and the history: {} of {} MB.",
            bytes.div_ceil(MEGABYTE),
            quota / MEGABYTE
        ),
        None => "A database that survives a crash, with the texts and the history.".to_owned(),
    };
    let kept = if storage_report.is_persisted {
        "The browser has promised to keep both."
    } else {
        "The browser has not promised to keep them: it may delete them when the disk is full, and \
         “Clear site data” deletes both. Export a file to be safe."
    };
    vec![local, safe, kept.to_owned()]
}

/// The last export of the open article, and the number of changes since.
pub fn exports(export_status: &ExportStatus) -> String {
    match export_status.exported {
        None => {
            let changes = super::count(export_status.changes, "change", "changes");
            format!("This article has not been exported yet. It has {changes}.")
        }
        Some(timestamp) => {
            let day = super::moment(timestamp);
            format!(
                "This article was last exported on {day} UTC. Changes since then: {}.",
                export_status.changes
            )
        }
    }
}

/// `timestamp` is in the user's local time.
pub fn file_written(timestamp: Timestamp) -> String {
    format!("File saved {}", super::clock(timestamp))
}

pub fn kept_file(name: &str) -> String {
    format!("Changes are saved to the file {name} automatically.")
}

/// Says why the file is out of date; `None` while it is up to date.
pub fn sync_problem(name: &str, state: &SyncState) -> Option<String> {
    let why = match state {
        SyncState::UpToDate => return None,
        SyncState::PermissionNeeded => "the browser needs your permission again",
        SyncState::ModifiedExternally => "something else has changed it since the last save",
        SyncState::Failed(why) => why,
    };
    Some(format!("Changes are not saved to the file {name}: {why}."))
}

/// A reason in [`sync_problem`], from the name and the message of the browser's error.
pub fn no_file(error: &str, said: &str) -> String {
    match error {
        "NotFoundError" => "it no longer exists".to_owned(),
        "QuotaExceededError" => "the disk is full".to_owned(),
        "NoModificationAllowedError" => "another program is writing to it".to_owned(),
        _ => format!("{error}: {said}"),
    }
}

/// Asks before all articles are deleted; `claims` is the number of claims in all of them.
pub fn deletion_of_all(articles: usize, claims: usize) -> String {
    let articles = super::count(articles, "article", "articles");
    let claims = super::count(claims, "claim", "claims");
    format!(
        "This deletes {articles} with {claims} from this browser. Settings, shortcuts and your own \
         tags are kept. Undo restores the articles."
    )
}

/// Asks before one article is deleted.
pub fn deletion(title: &str, claims: usize) -> String {
    let claims = super::count(claims, "claim", "claims");
    format!("This deletes “{title}” with {claims} from this browser. Undo restores it.")
}
