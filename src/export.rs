//! Export: the file formats in which the user hands on work, and the names of these files.
//!
//! One table lists the formats, each with the function that writes it.

pub mod claimlight;
mod positions;
pub mod zip_archive;

pub use positions::{PositionRow, Positions};

use crate::{document::Document, text::slug, time::Timestamp};

/// A file format.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name of the format for people.
    pub label: &'static str,
    /// The extension of the file's name, without the dot before it.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// Writes a document; the time is that of the export.
    pub encode: fn(&Document, Timestamp) -> String,
}

/// Every format that the program can write, the lossless one first.
pub const FORMATS: [Format; 1] = [Format {
    label: "Claimlight JSON",
    extension: "claimlight.json",
    media_type: "application/json",
    encode: claimlight::write,
}];

/// The longest form of a title in a file's name, in characters.
const LONGEST_SLUG: usize = 60;

/// Returns the name of a file for an article with that title, with the extension of its format.
pub fn file_name(title: &str, extension: &str) -> String {
    numbered_name(title, 1, extension)
}

/// Returns the name of one of several files with the same title; the number 1 adds nothing to the
/// name.
pub fn numbered_name(title: &str, number: usize, extension: &str) -> String {
    let slug = slug(title, LONGEST_SLUG).unwrap_or_else(|| "article".to_owned());
    match number {
        1 => format!("{slug}.{extension}"),
        _ => format!("{slug}-{number}.{extension}"),
    }
}

/// Returns the name of an archive of many articles; `made` gives the day in the name, in UTC.
pub fn archive_name(made: Timestamp) -> String {
    let [year, month, day, ..] = made.fields();
    format!("claimlight-{year:04}-{month:02}-{day:02}.zip")
}
