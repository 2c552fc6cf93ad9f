//! Errands: what the worker does for the page, so that the page need not have the code for it.

use crate::{
    formats::{FORMATS, claimlight},
    intake::{Encoding, Given, How, Received, read_message, receive, wire},
    saved::{pack, unpack},
    stamp::{Stamp, Time},
    words,
};

use super::{bundle::read_bundle, view::markdown};

/// Something that the worker is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// What a note in Markdown says; answered with what [`markdown::wire::write`] wrote.
    Note(String),
    /// A document as the file without loss; answered with the file's text.
    Export {
        /// The document, packed.
        parcel: String,
        /// The moment of the export, in milliseconds since the start of 1970.
        millis: u64,
    },
    /// What is in a text; what is told meanwhile, and the answer, are as [`wire`] has them.
    Read {
        /// What is known of the text.
        given: Given,
        /// What new identifiers are made of.
        stamp: Stamp,
    },
}

/// What comes of an errand: what was asked for, or a sentence that says why not.
pub type Answer = Result<String, String>;

const NOTE: &str = "note";
const EXPORT: &str = "export";
const READ: &str = "read";

impl Errand {
    /// The errand as texts, which can be sent.
    pub fn into_texts(self) -> Vec<String> {
        match self {
            Self::Note(note) => vec![NOTE.to_owned(), note],
            Self::Export { parcel, millis } => {
                vec![EXPORT.to_owned(), parcel, millis.to_string()]
            }
            Self::Read { given, stamp } => {
                let Stamp { millis, seed } = stamp;
                let mut texts = vec![READ.to_owned(), millis.to_string(), seed.to_string()];
                texts.extend(given.into_texts());
                texts
            }
        }
    }

    /// The errand that [`Errand::into_texts`] made these texts of.
    pub fn from_texts(texts: Vec<String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let kind = texts.next()?;
        match kind.as_str() {
            NOTE => Some(Self::Note(texts.next()?)),
            EXPORT => {
                Some(Self::Export { parcel: texts.next()?, millis: texts.next()?.parse().ok()? })
            }
            READ => {
                let millis = texts.next()?.parse().ok()?;
                let stamp = Stamp { millis, seed: texts.next()?.parse().ok()? };
                Some(Self::Read { given: Given::from_texts(texts)?, stamp })
            }
            _ => None,
        }
    }

    /// Does the errand, and tells of it meanwhile.
    ///
    /// # Errors
    /// A sentence for the person that says why nothing came of it.
    pub fn run(self, tell: &mut dyn FnMut(String)) -> Answer {
        match self {
            Self::Note(note) => Ok(markdown::wire::write(&markdown::read(&note))),
            Self::Export { parcel, millis } => {
                let document = unpack(&parcel).ok_or_else(|| words::NO_EXPORT.to_owned())?;
                let [format, ..] = FORMATS;
                Ok((format.encode)(&document, Time::from_millis(millis)))
            }
            Self::Read { given, stamp } => read_given(&given, None, stamp, tell),
        }
    }
}

/// Reads a text: a file of ours is known by its contents or by its name. `encoding` is how its bytes
/// were read, where it came as bytes. The passages are told before the answer.
///
/// # Errors
/// A sentence for the person that says why it is refused.
pub fn read_given(
    given: &Given,
    encoding: Option<Encoding>,
    stamp: Stamp,
    tell: &mut dyn FnMut(String),
) -> Answer {
    let name = given.name.clone().unwrap_or_else(|| words::PASTED.to_owned());
    let is_json = name.to_ascii_lowercase().ends_with(".json") || claimlight::is_like(&given.text);
    let received = if is_json {
        let read = claimlight::read(&given.text, stamp);
        Received::Ours(pack(&read.map_err(|refusal| words::refused(&name, &refusal))?))
    } else {
        Received::Text(Box::new(receive(given, encoding, &mut |share| {
            tell(wire::write_share(share));
        })))
    };
    Ok(told(&received, tell))
}

/// Reads a file that is more than a text: many files of ours, or a message, unless its lines are
/// wanted as they are. `None` for anything else.
pub fn read_more_than_text(
    name: &str,
    bytes: &[u8],
    how: How,
    stamp: Stamp,
    tell: &mut dyn FnMut(String),
) -> Option<Answer> {
    let bundle = read_bundle(bytes, stamp);
    if bundle.is_some() || how == How::Plain {
        return bundle;
    }
    let read = read_message(name, bytes, &mut |share| tell(wire::write_share(share)))?;
    Some(Ok(told(&Received::Text(Box::new(read)), tell)))
}

/// Tells the passages of what was received, and gives the head.
fn told(received: &Received, tell: &mut dyn FnMut(String)) -> String {
    wire::pieces(received).for_each(tell);
    wire::write(received)
}
