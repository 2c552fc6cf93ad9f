//! Worker requests: tasks that the page gives to the worker, so that the page does not have to load
//! the code for them.
//!
//! The page encodes a request as a list of texts and posts it; the worker decodes it and runs it.
//! While it runs, it may send progress messages; at the end it sends one [`WorkerResult`].

use crate::{
    event_context::EventContext,
    export::{FORMATS, claimlight},
    import::{
        Encoding, ImportOutcome, ImportRequest, ReadMode, decode, import_text, read_message,
        worker_protocol,
    },
    storage::{from_snapshot, to_snapshot},
    strings,
    time::Timestamp,
};

use super::{library_export::read_archive, view::markdown};

/// A task for the worker, with everything that the worker needs for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkerRequest {
    /// Parse a note in Markdown. The result is the text of [`markdown::note_codec::write`].
    Note(String),
    /// Write a document as a lossless Claimlight file. The result is the text of the file.
    Export {
        /// The snapshot of the document.
        snapshot: String,
        /// The time of the export, in milliseconds since the start of 1970, UTC.
        millis: u64,
    },
    /// Read an imported text. The progress messages and the result have the format of
    /// [`worker_protocol`].
    Read {
        /// The text, and everything that the page knows of it.
        given: ImportRequest,
        /// The event context from which the worker derives new identifiers.
        context: EventContext,
    },
}

/// The result of a request, or a sentence for the user that says why there is none.
pub type WorkerResult = Result<String, String>;

const NOTE: &str = "note";
const EXPORT: &str = "export";
const READ: &str = "read";

impl WorkerRequest {
    /// Encodes the request as texts, which the page can post to the worker.
    pub fn encode(self) -> Vec<String> {
        match self {
            Self::Note(note) => vec![NOTE.to_owned(), note],
            Self::Export { snapshot, millis } => {
                vec![EXPORT.to_owned(), snapshot, millis.to_string()]
            }
            Self::Read { given, context } => {
                let EventContext { millis, entropy: seed } = context;
                let mut texts = vec![READ.to_owned(), millis.to_string(), seed.to_string()];
                texts.extend(given.encode());
                texts
            }
        }
    }

    /// Decodes a request from the texts of [`WorkerRequest::encode`]; `None` if they are no
    /// request.
    pub fn decode(texts: Vec<String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let kind = texts.next()?;
        match kind.as_str() {
            NOTE => Some(Self::Note(texts.next()?)),
            EXPORT => {
                Some(Self::Export { snapshot: texts.next()?, millis: texts.next()?.parse().ok()? })
            }
            READ => {
                let millis = texts.next()?.parse().ok()?;
                let context = EventContext { millis, entropy: texts.next()?.parse().ok()? };
                Some(Self::Read { given: ImportRequest::decode(texts)?, context })
            }
            _ => None,
        }
    }

    /// Runs the request, and passes each progress message to `tell`.
    ///
    /// # Errors
    /// Returns a sentence for the user that says why there is no result.
    pub fn run(self, tell: &mut dyn FnMut(String)) -> WorkerResult {
        match self {
            Self::Note(note) => Ok(markdown::note_codec::write(&markdown::read(&note))),
            Self::Export { snapshot, millis } => {
                let document =
                    from_snapshot(&snapshot).ok_or_else(|| strings::NO_EXPORT.to_owned())?;
                let [format, ..] = FORMATS;
                Ok((format.encode)(&document, Timestamp::from_millis(millis)))
            }
            Self::Read { given, context } => read_text(&given, None, context, tell),
        }
    }
}

/// Reads a text: a Claimlight file, which the function recognises by its contents or by the
/// extension `.json`, or a text in any other source format.
///
/// `encoding` says how the bytes of the text were decoded; it is `None` for a text that never was
/// bytes. `tell` receives the progress in percent and then the imported blocks; the result has
/// everything else.
///
/// # Errors
/// Returns a sentence for the user that says why the program refuses the text.
fn read_text(
    given: &ImportRequest,
    encoding: Option<Encoding>,
    context: EventContext,
    tell: &mut dyn FnMut(String),
) -> WorkerResult {
    let name = given.name.clone().unwrap_or_else(|| strings::PASTED.to_owned());
    let is_json =
        name.to_ascii_lowercase().ends_with(".json") || claimlight::looks_like_export(&given.text);
    let received = if is_json {
        let read = claimlight::read(&given.text, context);
        ImportOutcome::ClaimlightFile(to_snapshot(
            &read.map_err(|refusal| strings::refused(&name, &refusal))?,
        ))
    } else {
        ImportOutcome::Text(Box::new(import_text(given, encoding, &mut |percent| {
            tell(worker_protocol::encode_progress(percent));
        })))
    };
    Ok(send_chunks(&received, tell))
}

/// Reads the bytes of a file: a ZIP of Claimlight files, an e-mail message, or a text, which the
/// function decodes with the encoding of the label `encoding`, or with the one that it detects. In
/// [`ReadMode::Plain`] the function does not parse messages.
///
/// `tell` receives the same as for a text: the progress in percent, and then the imported blocks.
///
/// # Errors
/// Returns a sentence for the user that says why the program refuses the file.
pub fn read_file(
    name: String,
    bytes: Vec<u8>,
    encoding: Option<&str>,
    how: ReadMode,
    context: EventContext,
    tell: &mut dyn FnMut(String),
) -> WorkerResult {
    if let Some(answer) = read_archive(&bytes, context) {
        return answer;
    }
    let mut on_progress = |percent| tell(worker_protocol::encode_progress(percent));
    if how == ReadMode::Structured
        && let Some(read) = read_message(&name, &bytes, &mut on_progress)
    {
        return Ok(send_chunks(&ImportOutcome::Text(Box::new(read)), tell));
    }
    let (text, encoding) =
        decode(&bytes, encoding).map_err(|kind| strings::no_text_file(&name, kind))?;
    // A large file does not stay in memory beside its text.
    drop(bytes);
    let given = ImportRequest { name: Some(name), text, is_html: false, how };
    read_text(&given, Some(encoding), context, tell)
}

/// Passes the imported blocks to `tell` in chunks, and returns the head, which holds everything
/// else.
fn send_chunks(received: &ImportOutcome, tell: &mut dyn FnMut(String)) -> String {
    worker_protocol::chunks(received).for_each(tell);
    worker_protocol::write(received)
}
