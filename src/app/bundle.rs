//! Bundles: many articles as one file.

use std::collections::HashSet;

use crate::{
    formats::{FORMATS, claimlight, numbered_name, zip},
    intake::{Received, wire},
    saved::{pack, unpack},
    stamp::{Stamp, Time},
    words,
};

use super::Answer;

/// Articles that are wanted in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The articles, packed.
    pub parcels: Vec<String>,
    /// The moment of the export, in milliseconds since the start of 1970.
    pub millis: u64,
}

const BUNDLE: &str = "bundle";

impl Bundle {
    /// The same as texts, which can be sent.
    pub fn into_texts(self) -> Vec<String> {
        let mut texts = vec![BUNDLE.to_owned(), self.millis.to_string()];
        texts.extend(self.parcels);
        texts
    }

    /// What [`Bundle::into_texts`] made these texts of; `None` where they are something else.
    pub fn from_texts(texts: &[String]) -> Option<Self> {
        let [kind, millis, parcels @ ..] = texts else { return None };
        (kind == BUNDLE).then_some(())?;
        Some(Self { millis: millis.parse().ok()?, parcels: parcels.to_vec() })
    }

    /// The bytes of a ZIP with a file without loss for each article.
    ///
    /// # Errors
    /// A sentence for the person that says why it could not be written.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        let made = Time::from_millis(self.millis);
        let [format, ..] = FORMATS;
        let (mut files, mut taken) = (Vec::new(), HashSet::new());
        for parcel in &self.parcels {
            let document = unpack(parcel).ok_or_else(|| words::NO_EXPORT.to_owned())?;
            let name = free_name(&document.details().title, format.extension, &mut taken);
            files.push((name, (format.encode)(&document, made)));
        }
        zip::write(&files, made).ok_or_else(|| words::LARGE_BUNDLE.to_owned())
    }
}

/// The name of a file for an article of that title; of two articles with one name, the second gets a
/// number.
fn free_name(title: &str, extension: &str, taken: &mut HashSet<String>) -> String {
    let mut names = (1..).map(|number| numbered_name(title, number, extension));
    names.find(|name| taken.insert(name.clone())).unwrap_or_default()
}

/// Reads a bundle; `None` where the file is none: what is in it is packed, or something else than
/// files of ours.
pub fn read_bundle(bytes: &[u8], stamp: Stamp) -> Option<Answer> {
    let files = zip::read(bytes).filter(|files| !files.is_empty())?;
    let (mut parcels, mut refused) = (Vec::new(), Vec::new());
    for (at, (name, bytes)) in (0..).zip(files) {
        name.to_ascii_lowercase().ends_with(".json").then_some(())?;
        let stamp = Stamp { seed: stamp.seed.wrapping_add(at), ..stamp };
        match claimlight::read(&String::from_utf8_lossy(bytes), stamp) {
            Ok(document) => parcels.push(pack(&document)),
            Err(refusal) => refused.push(words::refused(&name, &refusal)),
        }
    }
    Some(Ok(wire::write(&Received::Bundle { parcels, refused })))
}
