//! Writes inline constructs that may be markup or text that the author typed: emphasis symbols and
//! pieces in angle brackets.

use super::{
    super::{
        known_elements::{comment, is_markup},
        tags::push_hidden,
    },
    Writer,
};

impl<'a> Writer<'a> {
    /// Begins emphasis, and writes `sign`, its symbol, where the author typed it as text; `sign` is
    /// empty where it is markup.
    pub(super) fn start_words(&mut self, sign: &'a str) {
        self.text(sign);
        self.signs.push(sign);
    }

    /// Ends the innermost emphasis, and writes its symbol again where the author typed it as text.
    pub(super) fn end_words(&mut self) {
        let sign = self.signs.pop().unwrap_or_default();
        self.text(sign);
    }

    /// Writes a piece in angle brackets: a comment as hidden text, a known tag as markup, anything
    /// else as text.
    pub(super) fn inline(&mut self, html: &str) {
        if let Some(comment) = comment(html) {
            push_hidden(&mut self.html, comment);
        } else if is_markup(html) {
            self.raw_tags.note(html, self.html.len());
            self.html.push_str(html);
        } else {
            self.text(html);
        }
    }
}
