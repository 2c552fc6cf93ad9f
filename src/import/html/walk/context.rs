//! What holds for the text in an element.

use crate::{
    import::Disposition,
    import::line_kinds::{LONGEST_BYLINE, LONGEST_HEADLINE, LONGEST_STANDFIRST},
};

use super::{
    super::{
        builder::{BreakBehavior, ElementContext},
        metadata::is_language,
        semantics::{SemanticRole, kind},
        tree::{Element, NodeId},
    },
    Boundary, Open, Walk,
};

/// Within how many passages a moment is that of the article.
const PASSAGES_TO_TIME: usize = 6;

/// The longest text that is a quotation by its class, in characters without white space.
const LONGEST_QUOTATION: usize = 1_000;

impl Walk<'_> {
    /// What holds for the text in an element that stands in `outer`.
    pub(super) fn frame(
        &self,
        id: NodeId,
        element: &Element,
        outer: &Open,
        disposition: Disposition,
        is_side: bool,
        ends: Boundary,
    ) -> ElementContext {
        let name = element.html_name();
        let mut frame = ElementContext { disposition, ..outer.frame };
        let is_short = self.amounts.of(id) <= LONGEST_QUOTATION;
        (frame.kind, frame.level) = kind(element, is_short, &outer.frame);
        if is_side {
            frame.breaks = BreakBehavior::End;
        }
        if frame.level.is_some() && frame.breaks == BreakBehavior::End {
            frame.breaks = BreakBehavior::NewLine;
        } else if ends == Boundary::Cell {
            frame.breaks = BreakBehavior::Join;
        }
        frame.keeps_space = element.keeps_space().unwrap_or(frame.keeps_space);
        if element.attribute("lang").is_some_and(is_language) {
            frame.language = Some(id);
        }
        frame.role = self.says(id, element).or(frame.role);
        frame.is_link |= name == "a";
        if self.roots.contains(&id) {
            frame.is_outside_article = false;
        } else if name == "header" && !outer.is_in_article {
            frame.is_outside_article = true;
        }
        frame
    }

    /// What an element says about the text in it, if that is as short as such a text may be.
    fn says(&self, id: NodeId, element: &Element) -> Option<SemanticRole> {
        let amount = self.amounts.of(id);
        element.says().filter(|says| match says {
            SemanticRole::Byline => amount <= LONGEST_BYLINE,
            SemanticRole::Standfirst => amount <= LONGEST_STANDFIRST,
            SemanticRole::Title => amount <= LONGEST_HEADLINE,
        })
    }

    /// Takes note of the moment that the head of an article names.
    pub(super) fn note_time(&mut self, element: &Element, frame: &ElementContext) {
        if element.html_name() == "time"
            && frame.disposition == Disposition::Included
            && !frame.is_outside_article
            && self.published.is_none()
        {
            let kept = self.builder.done().iter().filter(|it| {
                it.block.disposition == Disposition::Included && !it.is_outside_article
            });
            if kept.count() <= PASSAGES_TO_TIME {
                self.published = element.attribute("datetime").map(|it| it.trim().to_owned());
            }
        }
    }
}
