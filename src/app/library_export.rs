//! Archives: many articles in one ZIP file.
//!
//! The page sends an [`ArchiveRequest`] to the worker, which writes one lossless Claimlight file
//! for each article. [`read_archive`] is the way back: it reads a ZIP of Claimlight files, and no
//! other ZIP.

use std::collections::HashSet;

use crate::{
    event_context::EventContext,
    export::{FORMATS, claimlight, numbered_name, zip_archive},
    import::{ImportOutcome, worker_protocol},
    storage::{from_snapshot, to_snapshot},
    strings,
    time::Timestamp,
};

use super::WorkerResult;

/// A request to write several articles into one ZIP file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveRequest {
    /// The snapshot of each article.
    pub snapshots: Vec<String>,
    /// The time of the export, in milliseconds since the start of 1970, UTC.
    pub millis: u64,
}

/// The first of the encoded texts: it tells an archive request from other requests.
const ARCHIVE: &str = "bundle";

impl ArchiveRequest {
    /// Encodes the request as texts, which the page can post to the worker.
    pub fn encode(self) -> Vec<String> {
        let mut texts = vec![ARCHIVE.to_owned(), self.millis.to_string()];
        texts.extend(self.snapshots);
        texts
    }

    /// Decodes a request from the texts of [`ArchiveRequest::encode`]; `None` if they are no such
    /// request.
    pub fn decode(texts: &[String]) -> Option<Self> {
        let [kind, millis, snapshots @ ..] = texts else { return None };
        (kind == ARCHIVE).then_some(())?;
        Some(Self { millis: millis.parse().ok()?, snapshots: snapshots.to_vec() })
    }

    /// Returns the bytes of a ZIP file with one lossless Claimlight file for each article.
    ///
    /// # Errors
    /// Returns a sentence for the user: a snapshot cannot be read, or the archive is too large for
    /// the ZIP format.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        let made = Timestamp::from_millis(self.millis);
        let [format, ..] = FORMATS;
        let (mut files, mut taken) = (Vec::new(), HashSet::new());
        for snapshot in &self.snapshots {
            let document = from_snapshot(snapshot).ok_or_else(|| strings::NO_EXPORT.to_owned())?;
            let name = unique_name(&document.details().title, format.extension, &mut taken);
            files.push((name, (format.encode)(&document, made)));
        }
        zip_archive::write(&files, made).ok_or_else(|| strings::LARGE_ARCHIVE.to_owned())
    }
}

/// Returns a file name for an article with this title that is not in `taken` yet, and adds it
/// there. A second article with the same title gets a number.
fn unique_name(title: &str, extension: &str, taken: &mut HashSet<String>) -> String {
    let mut names = (1..).map(|number| numbered_name(title, number, extension));
    names.find(|name| taken.insert(name.clone())).unwrap_or_default()
}

/// Reads a ZIP file of Claimlight files. The result lists the articles that the function cannot
/// read, with the reason.
///
/// Returns `None` if the bytes are no ZIP file, if the ZIP is empty, if a file in it is compressed
/// or encrypted, or if the name of a file does not end in `.json`.
pub fn read_archive(bytes: &[u8], context: EventContext) -> Option<WorkerResult> {
    let files = zip_archive::read(bytes).filter(|files| !files.is_empty())?;
    let (mut snapshots, mut refused) = (Vec::new(), Vec::new());
    for (at, (name, bytes)) in (0..).zip(files) {
        name.to_ascii_lowercase().ends_with(".json").then_some(())?;
        let context = EventContext { entropy: context.entropy.wrapping_add(at), ..context };
        match claimlight::read(&String::from_utf8_lossy(bytes), context) {
            Ok(document) => snapshots.push(to_snapshot(&document)),
            Err(refusal) => refused.push(strings::refused(&name, &refusal)),
        }
    }
    Some(Ok(worker_protocol::write(&ImportOutcome::Archive { snapshots, refused })))
}
