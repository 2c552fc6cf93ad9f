//! What the person can say of an article besides its text.

use super::Details;

/// Something that is known of an article in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of `Details` say it")]
pub enum Detail {
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
pub fn within_detail(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_DETAIL).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether a detail has as much text as it may have.
pub fn is_full_detail(text: &str) -> bool {
    text.chars().nth(LONGEST_DETAIL - 1).is_some()
}

/// How a detail is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailRow {
    /// The detail.
    pub detail: Detail,
    /// How stores and files name it.
    pub name: &'static str,
    /// How the person reads it.
    pub label: &'static str,
    /// What stands in its empty field.
    pub hint: &'static str,
}

/// Every detail, in the order of the sheet.
pub const DETAILS: [DetailRow; 6] = [
    row(Detail::Title, "title", "Title", ""),
    row(Detail::Byline, "byline", "Byline", "Who wrote it"),
    row(Detail::Source, "source", "Source address", "https://"),
    row(
        Detail::Publication,
        "publication",
        "Publication",
        "The newspaper, the site, the programme",
    ),
    row(Detail::Published, "published", "Published", "2026-11-22"),
    row(Detail::Language, "language", "Language", "en, de, pt-BR"),
];

const fn row(
    detail: Detail,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> DetailRow {
    DetailRow { detail, name, label, hint }
}

impl Detail {
    /// The detail that stores call `name`.
    pub fn named(name: &str) -> Option<Self> {
        DETAILS.iter().find(|row| row.name == name).map(|row| row.detail)
    }

    /// How stores and files name the detail.
    pub fn name(self) -> &'static str {
        DETAILS.iter().find(|row| row.detail == self).map_or("title", |row| row.name)
    }
}

impl Details {
    /// What a detail says; empty where nothing is known.
    pub fn detail(&self, detail: Detail) -> &str {
        let said = match detail {
            Detail::Title => Some(&self.title),
            Detail::Byline => self.byline.as_ref(),
            Detail::Source => self.source.as_ref(),
            Detail::Publication => self.publication.as_ref(),
            Detail::Published => self.published.as_ref(),
            Detail::Language => self.language.as_ref(),
        };
        said.map_or("", String::as_str)
    }

    /// The same with a detail that says this; nothing is known where it is empty.
    #[must_use]
    pub fn with(&self, detail: Detail, text: String) -> Self {
        let mut details = self.clone();
        let said = Some(text.clone()).filter(|text| !text.is_empty());
        match detail {
            Detail::Title => details.title = text,
            Detail::Byline => details.byline = said,
            Detail::Source => details.source = said,
            Detail::Publication => details.publication = said,
            Detail::Published => details.published = said,
            Detail::Language => details.language = said,
        }
        details
    }
}
