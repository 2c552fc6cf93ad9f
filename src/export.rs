//! Files that work is handed on in: one codec a file, one table.

pub mod claimlight;
mod positions;
pub mod zip_archive;

pub use positions::{PositionRow, Positions};

use crate::{document::Document, text::slug, time::Timestamp};

/// A kind of file.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that people know it by.
    pub label: &'static str,
    /// What follows the article's name in the file's name.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// Writes a document as it is at a moment.
    pub encode: fn(&Document, Timestamp) -> String,
}

/// Every kind of file that can be written, the one without loss first.
pub const FORMATS: [Format; 1] = [Format {
    label: "Claimlight JSON",
    extension: "claimlight.json",
    media_type: "application/json",
    encode: claimlight::write,
}];

/// The longest name of an article in a file's name, in characters.
const LONGEST_SLUG: usize = 60;

/// The name of a file for an article of that title, with the extension of its format.
pub fn file_name(title: &str, extension: &str) -> String {
    numbered_name(title, 1, extension)
}

/// The same for one of many files; the first of a name has no number.
pub fn numbered_name(title: &str, number: usize, extension: &str) -> String {
    let slug = slug(title, LONGEST_SLUG).unwrap_or_else(|| "article".to_owned());
    match number {
        1 => format!("{slug}.{extension}"),
        _ => format!("{slug}-{number}.{extension}"),
    }
}

/// The name of the file that many articles are in, which is made at that moment: its day, in UTC.
pub fn archive_name(made: Timestamp) -> String {
    let [year, month, day, ..] = made.fields();
    format!("claimlight-{year:04}-{month:02}-{day:02}.zip")
}
