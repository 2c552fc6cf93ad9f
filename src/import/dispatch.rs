//! Which reader a text is given to.

use super::{
    Encoding, ImportNote, ImportedText, ReadMode, ReadResult, SourceFormat, guess_language, html,
    markdown::looks_like_markdown, read_markdown, read_plain, read_subtitles,
    subtitles::are_subtitles,
};

/// A text that comes in, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRequest {
    /// The name of its file, where it has one.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Whether it is known to be HTML.
    pub is_html: bool,
    /// How the person wants it to be read.
    pub how: ReadMode,
}

impl ImportRequest {
    /// The same as texts, which can be sent.
    pub fn encode(self) -> [String; 4] {
        let mark = |is: bool| if is { "yes" } else { "" }.to_owned();
        let is_plain = self.how == ReadMode::Plain;
        [mark(self.is_html), mark(is_plain), self.name.unwrap_or_default(), self.text]
    }

    /// What [`ImportRequest::encode`] made these texts of.
    pub fn decode(mut texts: impl Iterator<Item = String>) -> Option<Self> {
        let is_html = !texts.next()?.is_empty();
        let how = if texts.next()?.is_empty() { ReadMode::Structured } else { ReadMode::Plain };
        let name = Some(texts.next()?).filter(|name| !name.is_empty());
        Some(Self { name, text: texts.next()?, is_html, how })
    }
}

/// What the names of files end with, and how the files are written.
const NAMES: [(&str, SourceFormat); 9] = [
    (".html", SourceFormat::Html),
    (".htm", SourceFormat::Html),
    (".xhtml", SourceFormat::Html),
    (".md", SourceFormat::Markdown),
    (".markdown", SourceFormat::Markdown),
    (".mdown", SourceFormat::Markdown),
    (".mkd", SourceFormat::Markdown),
    (".srt", SourceFormat::Subtitles),
    (".vtt", SourceFormat::Subtitles),
];
/// What the names of files end with that may hold any text.
const AMBIGUOUS_EXTENSIONS: [&str; 2] = [".txt", ".text"];
/// What HTML without a telling name begins with.
const HTML_OPENINGS: [&str; 2] = ["<!doctype html", "<html"];

/// Reads a text by the shape that it has, or as lines where that is wanted. Tells `on_share` how much
/// has been read, in percent, where that takes long.
pub fn import_text(
    given: &ImportRequest,
    encoding: Option<Encoding>,
    on_progress: &mut dyn FnMut(u8),
) -> ReadResult {
    let shape = given.shape();
    let mut imported = match (given.how, shape) {
        (ReadMode::Plain, _) => ImportedText::from_lines(&given.text),
        (ReadMode::Structured, SourceFormat::Plain | SourceFormat::Message) => {
            read_plain(&given.text)
        }
        (ReadMode::Structured, SourceFormat::Html) => html::read(&given.text, on_progress),
        (ReadMode::Structured, SourceFormat::Markdown) => read_markdown(&given.text),
        (ReadMode::Structured, SourceFormat::Subtitles) => read_subtitles(&given.text),
    };
    guess(&mut imported);
    let encoding = encoding.map(|it| it.with_broken_of(&given.text));
    if encoding.is_none() {
        note_damaged(&mut imported);
    }
    let shape = if given.how == ReadMode::Plain { SourceFormat::Plain } else { shape };
    ReadResult { shape, encoding, imported }
}

/// Counts the characters of a text that was damaged before it came, such as lone surrogates, with
/// those that its reader replaced.
fn note_damaged(imported: &mut ImportedText) {
    let lines = imported.blocks.iter().flat_map(|it| &it.lines);
    let shown = lines.map(|it| it.matches('\u{fffd}').count()).sum::<usize>();
    let mut noted = 0;
    imported.notes.retain(|note| {
        let ImportNote::ReplacedChars(number) = note else { return true };
        noted += number;
        false
    });
    let number = shown.max(noted);
    imported.notes.extend((number > 0).then_some(ImportNote::ReplacedChars(number)));
}

/// Fills in the language where the text does not name it but its words tell it.
fn guess(imported: &mut ImportedText) {
    if imported.language.is_some() {
        return;
    }
    let lines = imported.kept().flat_map(|it| &it.lines).map(String::as_str);
    if let Some(language) = guess_language(lines) {
        imported.language = Some(language.to_owned());
        imported.notes.push(ImportNote::LanguageGuessed);
    }
}

impl ImportRequest {
    /// How the text is written, by what is known of it, its name and its first words.
    fn shape(&self) -> SourceFormat {
        let name = self.name.as_deref().unwrap_or_default().to_ascii_lowercase();
        let by_name = NAMES.iter().find(|(ending, _)| name.ends_with(ending)).map(|row| row.1);
        let is_open =
            !name.contains('.') || AMBIGUOUS_EXTENSIONS.iter().any(|it| name.ends_with(it));
        let text = self.text.trim_start_matches('\u{feff}').trim_start();
        let begins = |opening: &&str| {
            text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
        };
        if self.is_html {
            SourceFormat::Html
        } else if let Some(shape) = by_name {
            shape
        } else if HTML_OPENINGS.iter().any(begins) {
            SourceFormat::Html
        } else if are_subtitles(text) {
            SourceFormat::Subtitles
        } else if is_open && looks_like_markdown(text) {
            SourceFormat::Markdown
        } else {
            SourceFormat::Plain
        }
    }
}
