//! The metadata of an article that the user can edit: one line of text for each field.
//!
//! One table holds the names of the fields in files and on screen. Reading and writing a field by
//! its [`MetadataField`] lets the drawer treat all fields alike.

use super::ArticleMetadata;

/// A field of the metadata that holds one line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of `Details` say it")]
pub enum MetadataField {
    Title,
    Byline,
    Source,
    Publication,
    Published,
    Language,
}

/// The longest text of a field, in characters. A longer text would hold up the page at each key
/// press, and no address or title is as long.
const LONGEST_DETAIL: usize = 10_000;

/// Returns the beginning of a text, up to the length that a field may have.
pub fn truncate_field(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_DETAIL).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Returns whether a text is as long as a field may be, or longer.
pub fn is_at_limit(text: &str) -> bool {
    text.chars().nth(LONGEST_DETAIL - 1).is_some()
}

/// The names of a metadata field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetadataFieldRow {
    /// The field.
    pub detail: MetadataField,
    /// The name in stores and files.
    pub name: &'static str,
    /// The label on screen.
    pub label: &'static str,
    /// The placeholder of the empty input.
    pub hint: &'static str,
}

/// Every metadata field, in the order of the drawer.
pub const METADATA_FIELDS: [MetadataFieldRow; 6] = [
    row(MetadataField::Title, "title", "Title", ""),
    row(MetadataField::Byline, "byline", "Byline", "Who wrote it"),
    row(MetadataField::Source, "source", "Source address", "https://"),
    row(MetadataField::Publication, "publication", "Publication", "Newspaper, website, programme"),
    row(MetadataField::Published, "published", "Published", "2026-11-22"),
    row(MetadataField::Language, "language", "Language", "en, de, pt-BR"),
];

const fn row(
    metadata_field: MetadataField,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> MetadataFieldRow {
    MetadataFieldRow { detail: metadata_field, name, label, hint }
}

impl MetadataField {
    /// Returns the field with that name in stores and files; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        METADATA_FIELDS.iter().find(|row| row.name == name).map(|row| row.detail)
    }

    /// Returns the name of the field in stores and files.
    pub fn name(self) -> &'static str {
        METADATA_FIELDS.iter().find(|row| row.detail == self).map_or("title", |row| row.name)
    }
}

impl ArticleMetadata {
    /// Returns the text of a field; empty if nothing is known.
    pub fn detail(&self, metadata_field: MetadataField) -> &str {
        let said = match metadata_field {
            MetadataField::Title => Some(&self.title),
            MetadataField::Byline => self.byline.as_ref(),
            MetadataField::Source => self.source.as_ref(),
            MetadataField::Publication => self.publication.as_ref(),
            MetadataField::Published => self.published.as_ref(),
            MetadataField::Language => self.language.as_ref(),
        };
        said.map_or("", String::as_str)
    }

    /// Returns a copy in which a field has the text `text`; an empty text means that nothing is
    /// known.
    #[must_use]
    pub fn with(&self, metadata_field: MetadataField, text: String) -> Self {
        let mut article_metadata = self.clone();
        let said = Some(text.clone()).filter(|text| !text.is_empty());
        match metadata_field {
            MetadataField::Title => article_metadata.title = text,
            MetadataField::Byline => article_metadata.byline = said,
            MetadataField::Source => article_metadata.source = said,
            MetadataField::Publication => article_metadata.publication = said,
            MetadataField::Published => article_metadata.published = said,
            MetadataField::Language => article_metadata.language = said,
        }
        article_metadata
    }
}
