//! Errands: what the worker does for the page, so that the page need not have the code for it.

use crate::{
    formats::{FORMATS, claimlight},
    saved::{pack, unpack},
    stamp::{Stamp, Time},
    words,
};

use super::view::markdown;

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
    /// The document in a file; answered with it, packed.
    Import {
        /// The file's name.
        name: String,
        /// The file's text.
        text: String,
        /// What new identifiers are made of.
        stamp: Stamp,
    },
}

/// What comes of an errand: what was asked for, or a sentence that says why not.
pub type Answer = Result<String, String>;

const NOTE: &str = "note";
const EXPORT: &str = "export";
const IMPORT: &str = "import";

impl Errand {
    /// The errand as texts, which can be sent.
    pub fn into_texts(self) -> Vec<String> {
        match self {
            Self::Note(note) => vec![NOTE.to_owned(), note],
            Self::Export { parcel, millis } => {
                vec![EXPORT.to_owned(), parcel, millis.to_string()]
            }
            Self::Import { name, text, stamp } => {
                let Stamp { millis, seed } = stamp;
                vec![IMPORT.to_owned(), name, text, millis.to_string(), seed.to_string()]
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
            IMPORT => {
                let (name, text) = (texts.next()?, texts.next()?);
                let millis = texts.next()?.parse().ok()?;
                let stamp = Stamp { millis, seed: texts.next()?.parse().ok()? };
                Some(Self::Import { name, text, stamp })
            }
            _ => None,
        }
    }

    /// Does the errand.
    ///
    /// # Errors
    /// A sentence for the person that says why nothing came of it.
    pub fn run(self) -> Answer {
        match self {
            Self::Note(note) => Ok(markdown::wire::write(&markdown::read(&note))),
            Self::Export { parcel, millis } => {
                let document = unpack(&parcel).ok_or_else(|| words::NO_EXPORT.to_owned())?;
                let [format, ..] = FORMATS;
                Ok((format.encode)(&document, Time::from_millis(millis)))
            }
            Self::Import { name, text, stamp } => match claimlight::read(&text, stamp) {
                Ok(document) => Ok(pack(&document)),
                Err(refusal) => Err(words::refused(&name, &refusal)),
            },
        }
    }
}
