//! Errands: what the worker does for the page, so that the page need not have the code for it.

use crate::{
    event_context::EventContext,
    export::{FORMATS, claimlight},
    import::{
        Encoding, ImportOutcome, ImportRequest, ReadMode, import_text, read_message,
        worker_protocol,
    },
    storage::{from_snapshot, to_snapshot},
    strings,
    time::Timestamp,
};

use super::{library_export::read_bundle, view::markdown};

/// Something that the worker is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkerRequest {
    /// What a note in Markdown says; answered with what [`markdown::note_codec::write`] wrote.
    Note(String),
    /// A document as the file without loss; answered with the file's text.
    Export {
        /// The document, packed.
        snapshot: String,
        /// The moment of the export, in milliseconds since the start of 1970.
        millis: u64,
    },
    /// What is in a text; what is told meanwhile, and the answer, are as [`worker_protocol`] has them.
    Read {
        /// What is known of the text.
        given: ImportRequest,
        /// What new identifiers are made of.
        context: EventContext,
    },
}

/// What comes of an errand: what was asked for, or a sentence that says why not.
pub type WorkerResult = Result<String, String>;

const NOTE: &str = "note";
const EXPORT: &str = "export";
const READ: &str = "read";

impl WorkerRequest {
    /// The errand as texts, which can be sent.
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

    /// The errand that [`WorkerRequest::encode`] made these texts of.
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

    /// Does the errand, and tells of it meanwhile.
    ///
    /// # Errors
    /// A sentence for the person that says why nothing came of it.
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

/// Reads a text: a file of ours is known by its contents or by its name. `encoding` is how its bytes
/// were read, where it came as bytes. The passages are told before the answer.
///
/// # Errors
/// A sentence for the person that says why it is refused.
pub fn read_text(
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

/// Reads a file that is more than a text: many files of ours, or a message, unless its lines are
/// wanted as they are. `None` for anything else.
pub fn read_binary(
    name: &str,
    bytes: &[u8],
    how: ReadMode,
    context: EventContext,
    tell: &mut dyn FnMut(String),
) -> Option<WorkerResult> {
    let archive = read_bundle(bytes, context);
    if archive.is_some() || how == ReadMode::Plain {
        return archive;
    }
    let read =
        read_message(name, bytes, &mut |percent| tell(worker_protocol::encode_progress(percent)))?;
    Some(Ok(send_chunks(&ImportOutcome::Text(Box::new(read)), tell)))
}

/// Tells the passages of what was received, and gives the head.
fn send_chunks(received: &ImportOutcome, tell: &mut dyn FnMut(String)) -> String {
    worker_protocol::chunks(received).for_each(tell);
    worker_protocol::write(received)
}
