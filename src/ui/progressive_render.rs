//! Rendering a long article in steps, so that the page answers the user at any time.
//!
//! The sections that the user sees are rendered at once. The others follow in steps, the nearest
//! first; until then an empty element of a fixed height takes the place of each.

use crate::{
    app::{
        Effect, FocusTarget, ScrollTo, Workspace,
        view::{ArticleView, SECTION_BLOCKS},
    },
    document::Document,
    id::ArticleId,
};

/// How many sections of 50 blocks are rendered at once: a screen and some turns of the mouse wheel,
/// while the program does the rest of the work of opening an article.
const AT_ONCE: usize = 10;
/// How many sections each later step renders, in less than a tenth of a second.
const STEP: usize = 20;

/// The sections of the open article that are rendered.
#[derive(Debug, Default)]
pub(super) struct ProgressiveRender {
    article: Option<ArticleId>,
    /// Whether each section is rendered.
    drawn: Vec<bool>,
    /// The section that the page showed last. Steps render the sections near it first.
    near: usize,
    /// Whether a step is scheduled.
    is_due: bool,
}

impl ProgressiveRender {
    /// Returns whether a section is rendered. If not, an empty element takes its place.
    pub(super) fn has(&self, section: usize) -> bool {
        self.drawn.get(section).is_none_or(|is_drawn| *is_drawn)
    }

    /// Starts again if another article is open. Renders the sections that the effects scroll to,
    /// select in or focus.
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

    /// Follows the number of sections of the article. If all sections were rendered, new ones are
    /// too.
    fn resize(&mut self, page: &ArticleView) {
        let is_whole = self.is_whole();
        self.drawn.resize(page.sections.len(), is_whole);
    }

    /// Returns whether the caller has to schedule a step, and assumes that it does so.
    pub(super) fn asks_for_step(&mut self) -> bool {
        !self.is_whole() && !std::mem::replace(&mut self.is_due, true)
    }

    /// Renders the sections of a step.
    pub(super) fn render_more(&mut self) {
        self.is_due = false;
        self.draw(STEP);
    }

    /// Returns whether the whole article is rendered.
    pub(super) fn is_whole(&self) -> bool {
        self.drawn.iter().all(|is_drawn| *is_drawn)
    }

    /// Renders up to `count` further sections, the nearest to `near` first.
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

/// Returns the sections that an effect needs in the page: those of the start and the end of a
/// selection, or that of one block.
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
