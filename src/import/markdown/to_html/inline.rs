//! What stands among words and may be markup or not.

use super::{
    super::{
        known_elements::{comment, is_markup},
        tags::push_hidden,
    },
    Writer,
};

impl<'a> Writer<'a> {
    /// Takes in the beginning of emphasis, and its sign where that was typed for itself.
    pub(super) fn start_words(&mut self, sign: &'a str) {
        self.text(sign);
        self.signs.push(sign);
    }

    /// Takes in its end.
    pub(super) fn end_words(&mut self) {
        let sign = self.signs.pop().unwrap_or_default();
        self.text(sign);
    }

    /// Takes in what stands in angle brackets among words.
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
