//! Bundles: many articles as one file.

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

/// Articles that are wanted in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveRequest {
    /// The articles, packed.
    pub snapshots: Vec<String>,
    /// The moment of the export, in milliseconds since the start of 1970.
    pub millis: u64,
}

const BUNDLE: &str = "bundle";

impl ArchiveRequest {
    /// The same as texts, which can be sent.
    pub fn encode(self) -> Vec<String> {
        let mut texts = vec![BUNDLE.to_owned(), self.millis.to_string()];
        texts.extend(self.snapshots);
        texts
    }

    /// What [`ArchiveRequest::encode`] made these texts of; `None` where they are something else.
    pub fn decode(texts: &[String]) -> Option<Self> {
        let [kind, millis, snapshots @ ..] = texts else { return None };
        (kind == BUNDLE).then_some(())?;
        Some(Self { millis: millis.parse().ok()?, snapshots: snapshots.to_vec() })
    }

    /// The bytes of a ZIP with a file without loss for each article.
    ///
    /// # Errors
    /// A sentence for the person that says why it could not be written.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        let made = Timestamp::from_millis(self.millis);
        let [format, ..] = FORMATS;
        let (mut files, mut taken) = (Vec::new(), HashSet::new());
        for snapshot in &self.snapshots {
            let document = from_snapshot(snapshot).ok_or_else(|| strings::NO_EXPORT.to_owned())?;
            let name = unique_name(&document.details().title, format.extension, &mut taken);
            files.push((name, (format.encode)(&document, made)));
        }
        zip_archive::write(&files, made).ok_or_else(|| strings::LARGE_BUNDLE.to_owned())
    }
}

/// The name of a file for an article of that title; of two articles with one name, the second gets a
/// number.
fn unique_name(title: &str, extension: &str, taken: &mut HashSet<String>) -> String {
    let mut names = (1..).map(|number| numbered_name(title, number, extension));
    names.find(|name| taken.insert(name.clone())).unwrap_or_default()
}

/// Reads a bundle; `None` where the file is none: what is in it is packed, or something else than
/// files of ours.
pub fn read_bundle(bytes: &[u8], context: EventContext) -> Option<WorkerResult> {
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
