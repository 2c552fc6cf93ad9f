//! The text of a file: the worker's part, where bytes become characters.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, TextDecoder, TextDecoderOptions};

use crate::{
    app::{Answer, read_given, read_more_than_text},
    intake::{Encoding, Given, How, encoding_of},
    stamp::Stamp,
    words,
};

/// What asks for it.
const READ: &str = "read-file";

/// A file to be read, whose handle comes along.
pub(super) struct Job {
    pub(super) name: String,
    /// The encoding that the person has chosen.
    pub(super) encoding: Option<String>,
    pub(super) is_plain: bool,
    pub(super) stamp: Stamp,
}

impl Job {
    pub(super) fn into_texts(self) -> Vec<String> {
        let Stamp { millis, seed } = self.stamp;
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

    /// What these texts ask for; `None` where it is something else.
    pub(super) fn from_texts(texts: &[String]) -> Option<Self> {
        let [kind, name, encoding, plain, millis, seed] = texts else { return None };
        (kind == READ).then_some(())?;
        Some(Self {
            name: name.clone(),
            encoding: Some(encoding.clone()).filter(|it| !it.is_empty()),
            is_plain: !plain.is_empty(),
            stamp: Stamp { millis: millis.parse().ok()?, seed: seed.parse().ok()? },
        })
    }

    /// Reads the file, and tells of it meanwhile.
    pub(super) async fn run(self, file: JsValue, tell: &mut dyn FnMut(String)) -> Answer {
        let unreadable = |_| words::unreadable_file(&self.name);
        let file: Blob = file.dyn_into().map_err(unreadable)?;
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
        let bytes = Uint8Array::new(&bytes).to_vec();
        let how = if self.is_plain { How::Plain } else { How::Structured };
        let answer = read_more_than_text(&self.name, &bytes, how, self.stamp, tell);
        if let Some(answer) = answer {
            return answer;
        }
        let encoding = match self.encoding {
            Some(label) => Encoding::chosen(label, &bytes),
            None => encoding_of(&bytes).map_err(|it| words::no_text_file(&self.name, it))?,
        };
        let (text, encoding) = decoded(&bytes, encoding).map_err(unreadable)?;
        drop(bytes);
        let given = Given { name: Some(self.name), text, is_html: false, how };
        read_given(&given, Some(encoding), self.stamp, tell)
    }
}

/// The text, and how it was decoded: a label that the browser does not know is passed over. A byte
/// order mark stays, so that it can be told of.
fn decoded(bytes: &[u8], encoding: Encoding) -> Result<(String, Encoding), JsValue> {
    let keep_mark = TextDecoderOptions::new();
    Reflect::set(&keep_mark, &"ignoreBOM".into(), &true.into())?;
    let decoder = TextDecoder::new_with_label_and_options(&encoding.label, &keep_mark);
    let (decoder, encoding) = match decoder {
        Ok(decoder) => (decoder, encoding),
        Err(_) => (
            TextDecoder::new_with_label_and_options("windows-1252", &keep_mark)?,
            Encoding { label: "windows-1252".to_owned(), is_guessed: true, broken: 0 },
        ),
    };
    Ok((decoder.decode_with_u8_array(bytes)?, encoding))
}
