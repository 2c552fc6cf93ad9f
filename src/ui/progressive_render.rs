//! How much of a long article is in the page: what is to be seen at once, and the rest bit by bit, so
//! that the page never stands still.

use crate::{
    app::{
        Effect, FocusTarget, ScrollTo, Workspace,
        view::{ArticleView, SECTION_BLOCKS},
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
pub(super) struct ProgressiveRender {
    article: Option<ArticleId>,
    /// Whether each section is drawn.
    drawn: Vec<bool>,
    /// The section that was shown last; those near it are drawn before others.
    near: usize,
    /// Whether the next step is on its way.
    is_due: bool,
}

impl ProgressiveRender {
    /// Whether a section is drawn; else something of about its height stands in its place.
    pub(super) fn has(&self, section: usize) -> bool {
        self.drawn.get(section).is_none_or(|is_drawn| *is_drawn)
    }

    /// Begins anew where another article is on screen, and draws what is to be shown, wherever it is.
    pub(super) fn sync(&mut self, workspace: &Workspace, effects: &[Effect]) {
        let Some((document, page)) = workspace.document().zip(workspace.page()) else {
            *self = Self { is_due: self.is_due, ..Self::default() };
            return;
        };
        let article = &document.details().id;
        if self.article.as_ref() != Some(article) {
            let drawn = vec![false; page.sections.len()];
            *self = Self { article: Some(article.clone()), drawn, near: 0, is_due: self.is_due };
            self.draw(AT_ONCE);
        }
        self.resize(page);
        for section in effects.iter().flat_map(|effect| sections_of(effect, document)).flatten() {
            if !self.has(section) {
                self.near = section;
                self.draw(AT_ONCE);
            }
        }
    }

    /// Takes note of how many sections there are: an article that was drawn as a whole stays so.
    fn resize(&mut self, page: &ArticleView) {
        let is_whole = self.is_whole();
        self.drawn.resize(page.sections.len(), is_whole);
    }

    /// Whether a step has to be asked for; it is on its way then.
    pub(super) fn asks_for_step(&mut self) -> bool {
        !self.is_whole() && !std::mem::replace(&mut self.is_due, true)
    }

    /// Draws some more.
    pub(super) fn render_more(&mut self) {
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
        Effect::ScrollTo(ScrollTo::Block(position) | ScrollTo::Mark { block: position, .. })
        | Effect::Focus(FocusTarget::Kind(position) | FocusTarget::Block(position)) => {
            [Some(*position), None]
        }
        Effect::Select { span, .. } => {
            [&span.start.block, &span.end.block].map(|block| document.blocks().position(block))
        }
        Effect::ScrollTo(ScrollTo::Card(_) | ScrollTo::Top)
        | Effect::Focus(
            FocusTarget::TagName
            | FocusTarget::CardTag
            | FocusTarget::Filter
            | FocusTarget::Library
            | FocusTarget::CardNote
            | FocusTarget::Restated
            | FocusTarget::Verdict
            | FocusTarget::Evidence
            | FocusTarget::RatingUp(_)
            | FocusTarget::RemoveRating(_)
            | FocusTarget::Source(_)
            | FocusTarget::ImportPreview
            | FocusTarget::Article,
        )
        | Effect::Save(_)
        | Effect::RepairStores { .. }
        | Effect::Refill(_)
        | Effect::QueryStorage
        | Effect::RequestPersistence
        | Effect::File(..)
        | Effect::ScheduleTick
        | Effect::ReadHistory
        | Effect::Read(_)
        | Effect::StopReading(_)
        | Effect::Export { .. }
        | Effect::ExportArchive { .. }
        | Effect::Download(_)
        | Effect::Copy(_)
        | Effect::SetRoute(_)
        | Effect::ClearSelection
        | Effect::ApplyAppearance(_)
        | Effect::SetDocumentTitle(_) => [None, None],
    };
    blocks.map(|position| Some(position? / SECTION_BLOCKS))
}
