//! Which reader a text is given to.

use super::{Encoding, How, Intake, Note, ReadText, Shape, guess_language, read_html, read_plain};

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

/// What the name of a file that holds HTML ends with.
const HTML_NAMES: [&str; 3] = [".html", ".htm", ".xhtml"];
/// What HTML without a telling name begins with.
const HTML_OPENINGS: [&str; 2] = ["<!doctype html", "<html"];

/// Reads a text by the shape that it has, or as lines where that is wanted.
pub fn receive(given: &Given, encoding: Option<Encoding>) -> ReadText {
    let shape = given.shape();
    let mut intake = match (shape, given.how) {
        (Shape::Html, How::Structured) => read_html(&given.text),
        (Shape::Plain, How::Structured) => read_plain(&given.text),
        (Shape::Html | Shape::Plain, How::Plain) => Intake::of_lines(&given.text),
    };
    guess(&mut intake);
    let shape = if given.how == How::Plain { Shape::Plain } else { shape };
    ReadText { shape, encoding, intake }
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
        let text = self.text.trim_start_matches('\u{feff}').trim_start();
        let begins = |opening: &&str| {
            text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
        };
        let is_html = self.is_html
            || HTML_NAMES.iter().any(|ending| name.ends_with(ending))
            || HTML_OPENINGS.iter().any(begins);
        if is_html { Shape::Html } else { Shape::Plain }
    }
}
