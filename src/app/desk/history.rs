//! The list of what was done, and going back to any point of it.

use crate::{
    app::{Effect, Window},
    edit::{Act, Edit},
    id::ClaimId,
    saved::{Course, entries_of, history_of_claim, retrace, traced_since},
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    pub(super) fn show_history(&mut self, journal: Vec<(String, String)>) -> Vec<Effect> {
        if let Some(claim) = self.history_of.take() {
            return self.show_claim_history(&journal, &claim);
        }
        let article = self.reading.as_ref().map(|reading| &reading.article);
        let mut listed = article.map(|it| entries_of(&journal, it)).unwrap_or_default();
        listed.reverse();
        self.window = Some(Window::History { journal, listed });
        Vec::new()
    }

    fn show_claim_history(&mut self, journal: &[(String, String)], claim: &ClaimId) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let number = document.claim(claim).map_or(0, |claim| claim.number);
        let all = history_of_claim(journal, &document.details().id, claim);
        let done = all.into_iter().rev().map(|(entry, [before, after])| {
            (entry.at, words::claim_changes(before.as_ref(), after.as_ref(), document))
        });
        let done = done.filter(|(_, changes)| !changes.is_empty()).collect();
        self.window = Some(Window::ClaimHistory { number, done });
        Vec::new()
    }

    /// Takes the article back to what it was after an act, or before all that the list has. That is
    /// an act of its own, which can be undone.
    pub(super) fn go_back_to(&mut self, name: Option<&str>, stamp: Stamp) -> Vec<Effect> {
        let Some(Window::History { journal, .. }) = self.window.take() else { return Vec::new() };
        let Some(reading) = &self.reading else { return Vec::new() };
        let article = reading.article.clone();
        let traced = traced_since(&journal, &article, name);
        let changes = self.document().and_then(|it| retrace(&traced, Course::Back, it));
        let Some((changes, _)) = changes else {
            return self.refuse(words::CANNOT_RETRACE.to_owned());
        };
        self.say(words::WENT_BACK.to_owned());
        self.act(&Edit { act: Act::WentBack, article, at: stamp.time(), changes }, stamp)
    }
}
