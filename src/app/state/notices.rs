//! What the page tells the user: notices on the page, and sentences in the live region, which screen
//! readers speak. There is one notice at a time, and a new one replaces it; each kind of notice
//! closes at another occasion. The count of the sentences makes the page announce a sentence again
//! when the same one comes twice in a row.

use crate::{
    app::{
        Effect, Notice, NoticeKind,
        state::{Ctx, State},
    },
    storage::Write,
    strings,
};

impl State {
    /// Returns the sentence in the live region, and how many sentences there have been. A new count
    /// has the page speak the sentence even where its words are the same as before.
    pub(in crate::app) fn announcement(&self) -> (&str, usize) {
        (&self.announcement.0, self.announcement.1)
    }
}

impl Ctx<'_> {
    /// Puts a sentence into the live region.
    pub(in crate::app) fn announce(&mut self, text: String) {
        self.state.announcement = (text, self.state.announcement.1 + 1);
    }

    /// Shows a notice on values that have been quarantined, unless `count` is 0.
    pub(in crate::app) fn notify_quarantine(&mut self, count: usize) {
        if count > 0 {
            let text = strings::quarantine_notice(count);
            self.state.notice = Some(Notice { text, weight: NoticeKind::Quarantine });
        }
    }

    /// Saves the quarantined values that are not stored yet, from articles that were opened since
    /// the start, and shows a notice on the new ones.
    pub(in crate::app) fn save_quarantined(&mut self) -> Vec<Effect> {
        let found =
            self.state.quarantined.get(self.state.quarantined_persisted..).unwrap_or_default();
        let kept = found.iter().filter_map(|quarantined| {
            self.state.records.write_quarantined(
                quarantined,
                &mut self.state.clock,
                self.event.millis,
            )
        });
        let writes: Vec<Write> = kept.collect();
        self.state.quarantined_persisted = self.state.quarantined.len();
        if writes.is_empty() {
            return Vec::new();
        }
        self.notify_quarantine(writes.len());
        vec![self.save_silently(writes)]
    }

    /// Announces to users of screen readers when an error with saving begins, and when it ends.
    /// `had_save_error` is whether there was one before this event.
    pub(in crate::app) fn announce_save_error(&mut self, had_save_error: bool) {
        if self.state.saving.has_error() != had_save_error {
            self.announce(strings::save_line(&self.state.saving.state));
        }
    }

    /// Shows a notice that something was refused or went wrong.
    pub(in crate::app) fn notify_error(&mut self, text: String) -> Vec<Effect> {
        self.state.notice = Some(Notice { text, weight: NoticeKind::Alert });
        Vec::new()
    }

    /// Shows a notice with something good to know.
    pub(in crate::app) fn notify(&mut self, text: &str) {
        self.state.notice = Some(Notice { text: text.to_owned(), weight: NoticeKind::Remark });
    }

    /// Closes a remark, once the user goes on.
    pub(in crate::app) fn drop_remark(&mut self) {
        self.state.notice.take_if(|notice| notice.weight == NoticeKind::Remark);
    }

    /// Closes a notice on a refusal, once the user goes elsewhere.
    pub(in crate::app) fn drop_refusal(&mut self) {
        self.state.notice.take_if(|notice| {
            matches!(notice.weight, NoticeKind::Alert | NoticeKind::BatchPartlyImported)
        });
    }

    /// Closes the notice on an article that was just added, because undo would now take back
    /// something else, or another article is on screen.
    pub(in crate::app) fn dismiss_import_notice(&mut self) {
        self.state.notice.take_if(|notice| notice.weight == NoticeKind::ArticleImported);
    }

    /// Closes the notice.
    pub(in crate::app) fn close_notice(&mut self) -> Vec<Effect> {
        self.state.notice = None;
        Vec::new()
    }
}
