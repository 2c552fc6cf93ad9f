//! Chooses the reader for a text and runs it.
//!
//! The program relies on a caller who knows that the text is HTML, then on the file name, then on
//! the beginning of the text. A text that none of these identifies is plain text, so every text has
//! a reader.

use super::{
    Encoding, ImportNote, ImportedText, ReadMode, ReadResult, SourceFormat, guess_language, html,
    markdown::looks_like_markdown, read_markdown, read_plain, read_subtitles,
    subtitles::are_subtitles,
};

/// A text to import, with the facts about it that help to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRequest {
    /// The name of the file that holds the text; `None` where it did not come from a file.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Whether the caller knows that the text is HTML.
    pub is_html: bool,
    /// The way in which the user wants to read the text.
    pub how: ReadMode,
}

impl ImportRequest {
    /// Returns the request as four strings, which the page can send to the worker: the two flags as
    /// "yes" or "", the file name, which is empty where there is none, and the text.
    pub fn encode(self) -> [String; 4] {
        let mark = |is: bool| if is { "yes" } else { "" }.to_owned();
        let is_plain = self.how == ReadMode::Plain;
        [mark(self.is_html), mark(is_plain), self.name.unwrap_or_default(), self.text]
    }

    /// Returns the request that [`ImportRequest::encode`] turned into these strings; `None` where
    /// there are fewer than four.
    pub fn decode(mut texts: impl Iterator<Item = String>) -> Option<Self> {
        let is_html = !texts.next()?.is_empty();
        let how = if texts.next()?.is_empty() { ReadMode::Structured } else { ReadMode::Plain };
        let name = Some(texts.next()?).filter(|name| !name.is_empty());
        Some(Self { name, text: texts.next()?, is_html, how })
    }
}

/// The file name extensions and the source format that each implies.
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
/// The file name extensions of files that may hold text in any format.
const AMBIGUOUS_EXTENSIONS: [&str; 2] = [".txt", ".text"];
/// The beginnings that identify HTML where the file name does not.
const HTML_OPENINGS: [&str; 2] = ["<!doctype html", "<html"];

/// Reads a text in its source format, or line by line where the request asks for plain lines.
/// Reports the share of the text that it has read to `on_progress`, in percent; only the HTML
/// reader reports.
pub fn import_text(
    given: &ImportRequest,
    encoding: Option<Encoding>,
    on_progress: &mut dyn FnMut(u8),
) -> ReadResult {
    let source_format = given.source_format();
    let mut imported = match (given.how, source_format) {
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
    let source_format =
        if given.how == ReadMode::Plain { SourceFormat::Plain } else { source_format };
    ReadResult { source_format, encoding, imported }
}

/// Extends the note about replaced characters to all U+FFFD characters in the blocks, so that it
/// also counts those that the text already had, for example in place of lone surrogates.
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

/// Guesses the language from the words of a text that does not name it.
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
    /// Returns the source format, judging by `is_html`, the file name and the beginning of the
    /// text, in that order. The content can make the text Markdown only where the name has no
    /// extension or one of `AMBIGUOUS_EXTENSIONS`.
    fn source_format(&self) -> SourceFormat {
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
        } else if let Some(source_format) = by_name {
            source_format
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
