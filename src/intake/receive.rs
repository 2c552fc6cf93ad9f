//! Which reader a text is given to.

use super::{
    Encoding, How, Intake, Note, ReadText, Shape, guess_language, html,
    markdown::is_surely_markdown, read_markdown, read_plain, read_subtitles,
    subtitles::are_subtitles,
};

/// A text that comes in, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The name of its file, where it has one.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Whether it is known to be HTML.
    pub is_html: bool,
    /// How the person wants it to be read.
    pub how: How,
}

impl Given {
    /// The same as texts, which can be sent.
    pub fn into_texts(self) -> [String; 4] {
        let mark = |is: bool| if is { "yes" } else { "" }.to_owned();
        let is_plain = self.how == How::Plain;
        [mark(self.is_html), mark(is_plain), self.name.unwrap_or_default(), self.text]
    }

    /// What [`Given::into_texts`] made these texts of.
    pub fn from_texts(mut texts: impl Iterator<Item = String>) -> Option<Self> {
        let is_html = !texts.next()?.is_empty();
        let how = if texts.next()?.is_empty() { How::Structured } else { How::Plain };
        let name = Some(texts.next()?).filter(|name| !name.is_empty());
        Some(Self { name, text: texts.next()?, is_html, how })
    }
}

/// What the names of files end with, and how the files are written.
const NAMES: [(&str, Shape); 9] = [
    (".html", Shape::Html),
    (".htm", Shape::Html),
    (".xhtml", Shape::Html),
    (".md", Shape::Markdown),
    (".markdown", Shape::Markdown),
    (".mdown", Shape::Markdown),
    (".mkd", Shape::Markdown),
    (".srt", Shape::Subtitles),
    (".vtt", Shape::Subtitles),
];
/// What the names of files end with that may hold any text.
const OPEN_NAMES: [&str; 2] = [".txt", ".text"];
/// What HTML without a telling name begins with.
const HTML_OPENINGS: [&str; 2] = ["<!doctype html", "<html"];

/// Reads a text by the shape that it has, or as lines where that is wanted. Tells `on_share` how much
/// has been read, in percent, where that takes long.
pub fn receive(
    given: &Given,
    encoding: Option<Encoding>,
    on_share: &mut dyn FnMut(u8),
) -> ReadText {
    let shape = given.shape();
    let mut intake = match (given.how, shape) {
        (How::Plain, _) => Intake::of_lines(&given.text),
        (How::Structured, Shape::Plain | Shape::Message) => read_plain(&given.text),
        (How::Structured, Shape::Html) => html::read(&given.text, on_share),
        (How::Structured, Shape::Markdown) => read_markdown(&given.text),
        (How::Structured, Shape::Subtitles) => read_subtitles(&given.text),
    };
    guess(&mut intake);
    let encoding = encoding.map(|it| it.with_broken_of(&given.text));
    if encoding.is_none() {
        note_damaged(&mut intake);
    }
    let shape = if given.how == How::Plain { Shape::Plain } else { shape };
    ReadText { shape, encoding, intake }
}

/// Counts the characters of a text that was damaged before it came, such as lone surrogates, with
/// those that its reader replaced.
fn note_damaged(intake: &mut Intake) {
    let lines = intake.passages.iter().flat_map(|it| &it.lines);
    let shown = lines.map(|it| it.matches('\u{fffd}').count()).sum::<usize>();
    let mut noted = 0;
    intake.notes.retain(|note| {
        let Note::Replaced(number) = note else { return true };
        noted += number;
        false
    });
    let number = shown.max(noted);
    intake.notes.extend((number > 0).then_some(Note::Replaced(number)));
}

/// Fills in the language where the text does not name it but its words tell it.
fn guess(intake: &mut Intake) {
    if intake.language.is_some() {
        return;
    }
    let lines = intake.kept().flat_map(|it| &it.lines).map(String::as_str);
    if let Some(language) = guess_language(lines) {
        intake.language = Some(language.to_owned());
        intake.notes.push(Note::LanguageGuessed);
    }
}

impl Given {
    /// How the text is written, by what is known of it, its name and its first words.
    fn shape(&self) -> Shape {
        let name = self.name.as_deref().unwrap_or_default().to_ascii_lowercase();
        let by_name = NAMES.iter().find(|(ending, _)| name.ends_with(ending)).map(|row| row.1);
        let is_open = !name.contains('.') || OPEN_NAMES.iter().any(|it| name.ends_with(it));
        let text = self.text.trim_start_matches('\u{feff}').trim_start();
        let begins = |opening: &&str| {
            text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
        };
        if self.is_html {
            Shape::Html
        } else if let Some(shape) = by_name {
            shape
        } else if HTML_OPENINGS.iter().any(begins) {
            Shape::Html
        } else if are_subtitles(text) {
            Shape::Subtitles
        } else if is_open && is_surely_markdown(text) {
            Shape::Markdown
        } else {
            Shape::Plain
        }
    }
}
