//! How much of a long article is in the page: what is to be seen at once, and the rest bit by bit, so
//! that the page never stands still.

use crate::{
    app::{
        Desk, Effect, FocusOn, Reveal,
        view::{Page, SECTION_BLOCKS},
    },
    document::Document,
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
    /// Whether each section is drawn.
    drawn: Vec<bool>,
    /// The section that was shown last; those near it are drawn before others.
    near: usize,
    /// Whether the next step is on its way.
    is_due: bool,
}

impl Drawing {
    /// Whether a section is drawn; else something of about its height stands in its place.
    pub(super) fn has(&self, section: usize) -> bool {
        self.drawn.get(section).is_none_or(|is_drawn| *is_drawn)
    }

    /// Begins anew where another article is on screen, and draws what is to be shown, wherever it is.
    pub(super) fn follow(&mut self, desk: &Desk, effects: &[Effect]) {
        let Some((document, page)) = desk.document().zip(desk.page()) else {
            *self = Self { is_due: self.is_due, ..Self::default() };
            return;
        };
        let article = &document.details().id;
        if self.article.as_ref() != Some(article) {
            let drawn = vec![false; page.sections.len()];
            *self = Self { article: Some(article.clone()), drawn, near: 0, is_due: self.is_due };
            self.draw(AT_ONCE);
        }
        self.fit(page);
        for section in effects.iter().flat_map(|effect| sections_of(effect, document)).flatten() {
            if !self.has(section) {
                self.near = section;
                self.draw(AT_ONCE);
            }
        }
    }

    /// Takes note of how many sections there are: an article that was drawn as a whole stays so.
    fn fit(&mut self, page: &Page) {
        let is_whole = self.is_whole();
        self.drawn.resize(page.sections.len(), is_whole);
    }

    /// Whether a step has to be asked for; it is on its way then.
    pub(super) fn asks_for_step(&mut self) -> bool {
        !self.is_whole() && !std::mem::replace(&mut self.is_due, true)
    }

    /// Draws some more.
    pub(super) fn draw_on(&mut self) {
        self.is_due = false;
        self.draw(STEP);
    }

    /// Whether the whole article is in the page.
    pub(super) fn is_whole(&self) -> bool {
        self.drawn.iter().all(|is_drawn| *is_drawn)
    }

    /// Draws some sections, the nearest first.
    fn draw(&mut self, count: usize) {
        let mut left = count;
        for distance in 0..self.drawn.len() {
            for section in [self.near.wrapping_sub(distance), self.near + distance] {
                let missing = self.drawn.get_mut(section).filter(|is_drawn| !**is_drawn);
                if let Some(is_drawn) = missing.filter(|_| left > 0) {
                    *is_drawn = true;
                    left -= 1;
                }
            }
        }
    }
}

/// The sections that an effect is about, which have to be in the page for it.
fn sections_of(effect: &Effect, document: &Document) -> [Option<usize>; 2] {
    let blocks = match effect {
        Effect::Reveal(Reveal::Block(position) | Reveal::Mark { block: position, .. })
        | Effect::Focus(FocusOn::Kind(position) | FocusOn::Block(position)) => {
            [Some(*position), None]
        }
        Effect::Select { span, .. } => {
            [&span.start.block, &span.end.block].map(|block| document.blocks().position(block))
        }
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
        | Effect::Refill(_)
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
        | Effect::ShowTitle(_) => [None, None],
    };
    blocks.map(|position| Some(position? / SECTION_BLOCKS))
}
