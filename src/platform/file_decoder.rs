//! The worker's part of importing a file: decodes the bytes to text and reads the text as blocks.
//!
//! The page sends a job and the file. Decoding runs in the worker, so a large file does not hold up
//! the page.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::{
    app::{WorkerResult, read_file},
    event_context::EventContext,
    import::ReadMode,
    strings,
};

/// The name of this kind of job, the first of its texts.
const READ: &str = "read-file";

/// A file to decode; the file itself travels beside the job.
pub(super) struct DecodeJob {
    pub(super) name: String,
    /// The label of the encoding that the user has chosen; `None` to detect it.
    pub(super) encoding: Option<String>,
    pub(super) is_plain: bool,
    pub(super) context: EventContext,
}

impl DecodeJob {
    pub(super) fn encode(self) -> Vec<String> {
        let EventContext { millis, entropy: seed } = self.context;
        let plain = if self.is_plain { "yes" } else { "" };
        vec![
            READ.to_owned(),
            self.name,
            self.encoding.unwrap_or_default(),
            plain.to_owned(),
            millis.to_string(),
            seed.to_string(),
        ]
    }

    /// Decodes a job from the texts that the page has sent; `None` where they are another kind of
    /// request.
    pub(super) fn decode(texts: &[String]) -> Option<Self> {
        let [kind, name, encoding, plain, millis, seed] = texts else { return None };
        (kind == READ).then_some(())?;
        Some(Self {
            name: name.clone(),
            encoding: Some(encoding.clone()).filter(|it| !it.is_empty()),
            is_plain: !plain.is_empty(),
            context: EventContext { millis: millis.parse().ok()?, entropy: seed.parse().ok()? },
        })
    }

    /// Reads the file, and reports progress through `tell`.
    pub(super) async fn run(self, file: JsValue, tell: &mut dyn FnMut(String)) -> WorkerResult {
        let unreadable = |_| strings::unreadable_file(&self.name);
        let file: Blob = file.dyn_into().map_err(unreadable)?;
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
        let bytes = Uint8Array::new(&bytes).to_vec();
        let how = if self.is_plain { ReadMode::Plain } else { ReadMode::Structured };
        read_file(self.name, bytes, self.encoding.as_deref(), how, self.context, tell)
    }
}
