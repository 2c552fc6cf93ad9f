//! The history dialogs of an article and of a claim, and going back to a point in the history. Both
//! lists come from the journal, the newest entry first. Going back is an edit like any other, so
//! the user can undo it.

use crate::{
    app::{Dialog, Effect, state::Ctx},
    edit::{Action, Edit},
    id::ClaimId,
    storage::{UndoDirection, changes_since, changes_to_replay, entries_of, history_of_claim},
    strings,
};

/// The history that the journal is being read for.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct HistoryDialog {
    /// The claim whose history it is; `None` where it is the history of the article.
    claim_history_for: Option<ClaimId>,
}

impl HistoryDialog {
    /// Asks for the history of a claim.
    pub(in crate::app) fn ask_for_claim(&mut self, claim: ClaimId) -> Vec<Effect> {
        self.claim_history_for = Some(claim);
        vec![Effect::ReadHistory]
    }

    /// Opens the history of the article on screen, or of the claim for which the user asked.
    /// `journal` has names and values of the entries, the oldest first.
    pub(in crate::app) fn show_history(
        &mut self,
        journal: Vec<(String, String)>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        if let Some(claim) = self.claim_history_for.take() {
            return show_claim_history(&journal, &claim, ctx);
        }
        let article = ctx.state.open.as_ref().map(|reading| &reading.article);
        let mut listed = article.map(|it| entries_of(&journal, it)).unwrap_or_default();
        listed.reverse();
        ctx.state.dialog = Some(Dialog::History { journal, listed });
        Vec::new()
    }
}

/// Opens the history of a claim: the acts that changed something in it, the newest first.
fn show_claim_history(
    journal: &[(String, String)],
    claim: &ClaimId,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let number = document.claim(claim).map_or(0, |claim| claim.number);
    let all = history_of_claim(journal, &document.details().id, claim);
    let done = all.into_iter().rev().map(|(entry, [before, after])| {
        (entry.at, strings::claim_changes(before.as_ref(), after.as_ref(), document))
    });
    let done = done.filter(|(_, changes)| !changes.is_empty()).collect();
    ctx.state.dialog = Some(Dialog::ClaimHistory { number, done });
    Vec::new()
}

/// Restores the article to its state after the act with this name in the journal; `None`
/// restores the state before all acts in the list. This is one edit, which the user can undo.
pub(in crate::app) fn restore_to(name: Option<&str>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(Dialog::History { journal, .. }) = ctx.state.dialog.take() else { return Vec::new() };
    let Some(reading) = &ctx.state.open else { return Vec::new() };
    let article = reading.article.clone();
    let record_changes = changes_since(&journal, &article, name);
    let changes =
        ctx.document().and_then(|it| changes_to_replay(&record_changes, UndoDirection::Undo, it));
    let Some((changes, _)) = changes else {
        return ctx.notify_error(strings::CANNOT_RETRACE.to_owned());
    };
    ctx.announce(strings::WENT_BACK.to_owned());
    ctx.commit(&Edit { action: Action::Restored, article, at: ctx.event.time(), changes })
}
