//! Notices: sentences on the page about something that was refused, went wrong or is good to know.
//! There is one notice at a time, and a new one replaces it. Each kind of notice closes at another
//! occasion.

use crate::{
    app::{Effect, Notice, NoticeKind},
    event_context::EventContext,
    storage::Write,
    strings,
};

use super::Workspace;

impl Workspace {
    /// Shows a notice on values that have been quarantined, unless `count` is 0.
    pub(super) fn notify_quarantine(&mut self, count: usize) {
        if count > 0 {
            let text = strings::quarantine_notice(count);
            self.notice = Some(Notice { text, weight: NoticeKind::Quarantine });
        }
    }

    /// Saves the quarantined values that are not stored yet, from articles that were opened since
    /// the start, and shows a notice on the new ones.
    pub(super) fn save_quarantined(&mut self, context: EventContext) -> Vec<Effect> {
        let found = self.quarantined.get(self.quarantined_persisted..).unwrap_or_default();
        let kept = found.iter().filter_map(|quarantined| {
            self.records.write_quarantined(quarantined, &mut self.clock, context.millis)
        });
        let writes: Vec<Write> = kept.collect();
        self.quarantined_persisted = self.quarantined.len();
        if writes.is_empty() {
            return Vec::new();
        }
        self.notify_quarantine(writes.len());
        vec![self.save_silently(writes)]
    }

    /// Announces to users of screen readers when an error with saving begins, and when it ends.
    /// `had_save_error` is whether there was one before this event.
    pub(super) fn announce_save_error(&mut self, had_save_error: bool) {
        if self.saving.has_error() != had_save_error {
            self.announce(strings::save_line(&self.saving.state));
        }
    }

    /// Shows a notice that something was refused or went wrong.
    pub(super) fn notify_error(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice { text, weight: NoticeKind::Alert });
        Vec::new()
    }

    /// Shows a notice with something good to know.
    pub(super) fn notify(&mut self, text: &str) {
        self.notice = Some(Notice { text: text.to_owned(), weight: NoticeKind::Remark });
    }

    /// Closes a remark, once the user goes on.
    pub(super) fn drop_remark(&mut self) {
        self.notice.take_if(|notice| notice.weight == NoticeKind::Remark);
    }

    /// Closes a notice on a refusal, once the user goes elsewhere.
    pub(super) fn drop_refusal(&mut self) {
        self.notice.take_if(|notice| {
            matches!(notice.weight, NoticeKind::Alert | NoticeKind::BatchPartlyImported)
        });
    }

    /// Closes the notice on an article that was just added, because undo would now take back
    /// something else, or another article is on screen.
    pub(super) fn dismiss_import_notice(&mut self) {
        self.notice.take_if(|notice| notice.weight == NoticeKind::ArticleImported);
    }

    /// Closes the notice.
    pub(super) fn close_notice(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }
}
