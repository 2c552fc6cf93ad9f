//! Which reader a text is given to.

use super::{Encoding, How, Intake, ReadText, Shape};

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

/// Reads a text by the shape that it has, or as lines where that is wanted.
pub fn receive(given: Given, encoding: Option<Encoding>) -> ReadText {
    let intake = Intake::of_lines(&given.text);
    ReadText { shape: Shape::Plain, encoding, intake }
}
