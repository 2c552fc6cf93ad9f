//! What the person has to be told.

use crate::{
    app::{Effect, Notice, NoticeKind},
    event_context::EventContext,
    storage::Write,
    strings,
};

use super::Workspace;

impl Workspace {
    /// Tells of stored records that could not be read and that nobody has been told of.
    pub(super) fn notify_quarantine(&mut self, count: usize) {
        if count > 0 {
            let text = strings::quarantine_notice(count);
            self.notice = Some(Notice { text, weight: NoticeKind::Quarantine });
        }
    }

    /// Keeps what could not be read of articles that were opened since, and tells of what is new.
    pub(super) fn remember_asides(&mut self, context: EventContext) -> Vec<Effect> {
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

    /// Says to those who hear the page when trouble with saving begins, and when it ends.
    pub(super) fn announce_save_error(&mut self, was_trouble: bool) {
        if self.saving.has_error() != was_trouble {
            self.announce(strings::save_line(&self.saving.state));
        }
    }

    pub(super) fn notify_error(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice { text, weight: NoticeKind::Alert });
        Vec::new()
    }

    pub(super) fn notify(&mut self, text: &str) {
        self.notice = Some(Notice { text: text.to_owned(), weight: NoticeKind::Remark });
    }

    /// Closes what was good to know, once the person goes on.
    pub(super) fn drop_remark(&mut self) {
        self.notice.take_if(|notice| notice.weight == NoticeKind::Remark);
    }

    /// Closes what was refused, once the person goes elsewhere.
    pub(super) fn drop_refusal(&mut self) {
        self.notice.take_if(|notice| {
            matches!(notice.weight, NoticeKind::Alert | NoticeKind::BatchPartlyImported)
        });
    }

    /// Closes what is said of an article that was just added: undoing would take back something else
    /// now, or another article is on screen.
    pub(super) fn dismiss_import_notice(&mut self) {
        self.notice.take_if(|notice| notice.weight == NoticeKind::ArticleImported);
    }

    pub(super) fn close_notice(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }
}
