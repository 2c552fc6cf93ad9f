//! The history dialogs of an article and of a claim, and going back to a point in the history. Both
//! lists come from the journal, the newest entry first. Going back is an edit like any other, so
//! the user can undo it.

use crate::{
    app::{Dialog, Effect},
    edit::{Action, Edit},
    event_context::EventContext,
    id::ClaimId,
    storage::{UndoDirection, changes_since, changes_to_replay, entries_of, history_of_claim},
    strings,
};

use super::Workspace;

impl Workspace {
    /// Opens the history of the article on screen, or of the claim for which the user asked.
    /// `journal` has names and values of the entries, the oldest first.
    pub(super) fn show_history(&mut self, journal: Vec<(String, String)>) -> Vec<Effect> {
        if let Some(claim) = self.claim_history_for.take() {
            return self.show_claim_history(&journal, &claim);
        }
        let article = self.open.as_ref().map(|reading| &reading.article);
        let mut listed = article.map(|it| entries_of(&journal, it)).unwrap_or_default();
        listed.reverse();
        self.window = Some(Dialog::History { journal, listed });
        Vec::new()
    }

    /// Opens the history of a claim: the acts that changed something in it, the newest first.
    fn show_claim_history(&mut self, journal: &[(String, String)], claim: &ClaimId) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let number = document.claim(claim).map_or(0, |claim| claim.number);
        let all = history_of_claim(journal, &document.details().id, claim);
        let done = all.into_iter().rev().map(|(entry, [before, after])| {
            (entry.at, strings::claim_changes(before.as_ref(), after.as_ref(), document))
        });
        let done = done.filter(|(_, changes)| !changes.is_empty()).collect();
        self.window = Some(Dialog::ClaimHistory { number, done });
        Vec::new()
    }

    /// Restores the article to its state after the act with this name in the journal; `None`
    /// restores the state before all acts in the list. This is one edit, which the user can undo.
    pub(super) fn restore_to(&mut self, name: Option<&str>, context: EventContext) -> Vec<Effect> {
        let Some(Dialog::History { journal, .. }) = self.window.take() else { return Vec::new() };
        let Some(reading) = &self.open else { return Vec::new() };
        let article = reading.article.clone();
        let record_changes = changes_since(&journal, &article, name);
        let changes = self
            .document()
            .and_then(|it| changes_to_replay(&record_changes, UndoDirection::Undo, it));
        let Some((changes, _)) = changes else {
            return self.notify_error(strings::CANNOT_RETRACE.to_owned());
        };
        self.announce(strings::WENT_BACK.to_owned());
        self.commit(
            &Edit { action: Action::Restored, article, at: context.time(), changes },
            context,
        )
    }
}
