//! What the person has to be told.

use crate::{
    app::{Effect, Notice, Weight},
    saved::Write,
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    /// Tells of stored records that could not be read and that nobody has been told of.
    pub(super) fn tell_of_asides(&mut self, count: usize) {
        if count > 0 {
            let text = words::set_aside(count);
            self.notice = Some(Notice { text, weight: Weight::Aside });
        }
    }

    /// Keeps what could not be read of articles that were opened since, and tells of what is new.
    pub(super) fn remember_asides(&mut self, stamp: Stamp) -> Vec<Effect> {
        let found = self.asides.get(self.asides_kept..).unwrap_or_default();
        let kept = found
            .iter()
            .filter_map(|aside| self.shelf.keep_aside(aside, &mut self.clock, stamp.millis));
        let writes: Vec<Write> = kept.collect();
        self.asides_kept = self.asides.len();
        if writes.is_empty() {
            return Vec::new();
        }
        self.tell_of_asides(writes.len());
        vec![self.save_quietly(writes)]
    }

    /// Says to those who hear the page when trouble with saving begins, and when it ends.
    pub(super) fn say_of_trouble(&mut self, was_trouble: bool) {
        if self.saving.is_trouble() != was_trouble {
            self.say(words::save_line(&self.saving.state));
        }
    }

    pub(super) fn refuse(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice { text, weight: Weight::Alert });
        Vec::new()
    }

    pub(super) fn remark(&mut self, text: &str) {
        self.notice = Some(Notice { text: text.to_owned(), weight: Weight::Remark });
    }

    /// Closes what was good to know, once the person goes on.
    pub(super) fn drop_remark(&mut self) {
        self.notice.take_if(|notice| notice.weight == Weight::Remark);
    }

    /// Closes what was refused, once the person goes elsewhere.
    pub(super) fn drop_refusal(&mut self) {
        self.notice
            .take_if(|notice| matches!(notice.weight, Weight::Alert | Weight::ArrivedInPart));
    }

    /// Closes what is said of an article that was just added: undoing would take back something else
    /// now, or another article is on screen.
    pub(super) fn drop_taken(&mut self) {
        self.notice.take_if(|notice| notice.weight == Weight::Taken);
    }

    pub(super) fn close_notice(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }
}
