//! How much of a long article is in the page: its first sections at once, and the others bit by
//! bit, so that the page never stands still.

use crate::{
    app::{Desk, Effect, FocusOn, Reveal},
    id::ArticleId,
};

/// How many sections are drawn at once, with 50 blocks in each: as much as a screen shows and some
/// turns of the wheel, while the rest of what an article brings is done, too.
const AT_ONCE: usize = 10;
/// How many are drawn in each step after that: less than a tenth of a second's work.
const STEP: usize = 20;

/// How much of the article on screen is in the page.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    article: Option<ArticleId>,
    sections: usize,
    /// Whether the next step is on its way.
    is_due: bool,
}

impl Drawing {
    /// How many sections are drawn.
    pub(super) fn sections(&self) -> usize {
        self.sections
    }

    /// Begins anew where another article is on screen, and draws all where something far away is to
    /// be shown.
    pub(super) fn follow(&mut self, desk: &Desk, effects: &[Effect]) {
        let article = desk.document().map(|document| document.details().id.clone());
        if self.article != article {
            (self.article, self.sections) = (article, AT_ONCE);
        }
        if effects.iter().any(reaches_far) && !self.is_whole(desk) {
            self.sections = usize::MAX;
        }
    }

    /// Whether a step has to be asked for; it is on its way then.
    pub(super) fn asks_for_step(&mut self, desk: &Desk) -> bool {
        !self.is_whole(desk) && !std::mem::replace(&mut self.is_due, true)
    }

    /// Draws some more.
    pub(super) fn draw_on(&mut self) {
        self.is_due = false;
        self.sections = self.sections.saturating_add(STEP);
    }

    /// Whether the whole article is in the page.
    pub(super) fn is_whole(&self, desk: &Desk) -> bool {
        desk.page().is_none_or(|page| page.sections.len() <= self.sections)
    }
}

/// Whether an effect is about a block or a mark that may not be in the page yet.
fn reaches_far(effect: &Effect) -> bool {
    match effect {
        Effect::Reveal(Reveal::Block(position) | Reveal::Mark { block: position, .. })
        | Effect::Focus(FocusOn::Kind(position) | FocusOn::Block(position)) => {
            *position >= AT_ONCE * crate::app::view::SECTION_BLOCKS
        }
        Effect::Select { .. } => true,
        Effect::Reveal(Reveal::Card(_) | Reveal::Top)
        | Effect::Focus(
            FocusOn::TagName
            | FocusOn::CardTag
            | FocusOn::Filter
            | FocusOn::Library
            | FocusOn::CardNote
            | FocusOn::Restated
            | FocusOn::Verdict
            | FocusOn::Evidence
            | FocusOn::RatingUp(_)
            | FocusOn::RatingOut(_)
            | FocusOn::Source(_)
            | FocusOn::Recognised
            | FocusOn::Article,
        )
        | Effect::Save(_)
        | Effect::Mend { .. }
        | Effect::Survey
        | Effect::AskToKeep
        | Effect::File(..)
        | Effect::ComeBack
        | Effect::ReadHistory
        | Effect::Read(_)
        | Effect::StopReading(_)
        | Effect::Export { .. }
        | Effect::Bundle { .. }
        | Effect::Download(_)
        | Effect::Copy(_)
        | Effect::ShowAddress(_)
        | Effect::DropSelection
        | Effect::ShowView(_)
        | Effect::ShowTitle(_) => false,
    }
}
