//! Derives the context for the text in an element from the element and the context around it.
//!
//! A context is inherited: an element changes only the members that it defines.

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

/// The most kept blocks that may precede the publication time of an article.
const PASSAGES_TO_TIME: usize = 6;

/// The longest text that a class alone can make a quotation, in characters without white space.
const LONGEST_QUOTATION: usize = 1_000;

impl Walk<'_> {
    /// Returns the context for the text in an element inside `outer`.
    ///
    /// `is_side` states whether the element's content is kept out of the block around it, `ends`
    /// which unit of the text ends with the element.
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

    /// Returns the role that an element gives to its text, if the text is as short as that role
    /// allows. White space does not count.
    fn says(&self, id: NodeId, element: &Element) -> Option<SemanticRole> {
        let amount = self.amounts.of(id);
        element.says().filter(|says| match says {
            SemanticRole::Byline => amount <= LONGEST_BYLINE,
            SemanticRole::Standfirst => amount <= LONGEST_STANDFIRST,
            SemanticRole::Title => amount <= LONGEST_HEADLINE,
        })
    }

    /// Stores the time of a `time` element near the beginning of the article as the publication
    /// time, if the walk has found none before.
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
