//! The worker's part of importing a file: decodes the bytes to text and reads the text as blocks.
//!
//! The page sends a job and the file. Decoding runs in the worker, so a large file does not hold up
//! the page.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, TextDecoder, TextDecoderOptions};

use crate::{
    app::{WorkerResult, read_binary, read_text},
    event_context::EventContext,
    import::{Encoding, ImportRequest, ReadMode, detect_encoding},
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
        let answer = read_binary(&self.name, &bytes, how, self.context, tell);
        if let Some(answer) = answer {
            return answer;
        }
        let encoding = match self.encoding {
            Some(label) => Encoding::with_label(label, &bytes),
            None => detect_encoding(&bytes).map_err(|it| strings::no_text_file(&self.name, it))?,
        };
        let (text, encoding) = decoded(&bytes, encoding).map_err(unreadable)?;
        drop(bytes);
        let given = ImportRequest { name: Some(self.name), text, is_html: false, how };
        read_text(&given, Some(encoding), self.context, tell)
    }
}

/// Decodes bytes to text. Returns the text and the encoding that was used: windows-1252, as a
/// guess, where the browser does not know the label. A byte order mark stays in the text, so that
/// the import can report it.
fn decoded(bytes: &[u8], encoding: Encoding) -> Result<(String, Encoding), JsValue> {
    let keep_mark = TextDecoderOptions::new();
    Reflect::set(&keep_mark, &"ignoreBOM".into(), &true.into())?;
    let decoder = TextDecoder::new_with_label_and_options(&encoding.label, &keep_mark);
    let (decoder, encoding) = match decoder {
        Ok(decoder) => (decoder, encoding),
        Err(_) => (
            TextDecoder::new_with_label_and_options("windows-1252", &keep_mark)?,
            Encoding { label: "windows-1252".to_owned(), is_guessed: true, malformed: 0 },
        ),
    };
    Ok((decoder.decode_with_u8_array(bytes)?, encoding))
}
