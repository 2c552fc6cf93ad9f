//! What the person can say of an article besides its text.

use super::ArticleMetadata;

/// Something that is known of an article in one line.
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

/// The longest text of a detail, in characters: a longer one would hold up the page at each key, and
/// no address or title has as many.
const LONGEST_DETAIL: usize = 10_000;

/// As much of a text as a detail may have.
pub fn truncate_field(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_DETAIL).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether a detail has as much text as it may have.
pub fn is_at_limit(text: &str) -> bool {
    text.chars().nth(LONGEST_DETAIL - 1).is_some()
}

/// How a detail is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailRow {
    /// The detail.
    pub detail: MetadataField,
    /// How stores and files name it.
    pub name: &'static str,
    /// How the person reads it.
    pub label: &'static str,
    /// What stands in its empty field.
    pub hint: &'static str,
}

/// Every detail, in the order of the sheet.
pub const DETAILS: [DetailRow; 6] = [
    row(MetadataField::Title, "title", "Title", ""),
    row(MetadataField::Byline, "byline", "Byline", "Who wrote it"),
    row(MetadataField::Source, "source", "Source address", "https://"),
    row(
        MetadataField::Publication,
        "publication",
        "Publication",
        "The newspaper, the site, the programme",
    ),
    row(MetadataField::Published, "published", "Published", "2026-11-22"),
    row(MetadataField::Language, "language", "Language", "en, de, pt-BR"),
];

const fn row(
    metadata_field: MetadataField,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> DetailRow {
    DetailRow { detail: metadata_field, name, label, hint }
}

impl MetadataField {
    /// The detail that stores call `name`.
    pub fn named(name: &str) -> Option<Self> {
        DETAILS.iter().find(|row| row.name == name).map(|row| row.detail)
    }

    /// How stores and files name the detail.
    pub fn name(self) -> &'static str {
        DETAILS.iter().find(|row| row.detail == self).map_or("title", |row| row.name)
    }
}

impl ArticleMetadata {
    /// What a detail says; empty where nothing is known.
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

    /// The same with a detail that says this; nothing is known where it is empty.
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
