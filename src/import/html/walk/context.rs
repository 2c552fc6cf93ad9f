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
const MAX_BLOCKS_TO_TIME: usize = 6;

/// The longest text that a class alone can make a quotation, in characters without white space.
const LONGEST_QUOTATION: usize = 1_000;

impl Walk<'_> {
    /// Returns the context for the text in an element inside `outer`.
    ///
    /// `is_side` states whether the element's content is kept out of the block around it, `ends`
    /// which unit of the text ends with the element.
    pub(super) fn element_context(
        &self,
        id: NodeId,
        element: &Element,
        outer: &Open,
        disposition: Disposition,
        is_side: bool,
        ends: Boundary,
    ) -> ElementContext {
        let name = element.html_name();
        let mut element_context = ElementContext { disposition, ..outer.element_context };
        let is_short = self.amounts.of(id) <= LONGEST_QUOTATION;
        (element_context.kind, element_context.level) =
            kind(element, is_short, &outer.element_context);
        if is_side {
            element_context.breaks = BreakBehavior::End;
        }
        if element_context.level.is_some() && element_context.breaks == BreakBehavior::End {
            element_context.breaks = BreakBehavior::NewLine;
        } else if ends == Boundary::Cell {
            element_context.breaks = BreakBehavior::Join;
        }
        element_context.keeps_space = element.keeps_space().unwrap_or(element_context.keeps_space);
        if element.attribute("lang").is_some_and(is_language) {
            element_context.language = Some(id);
        }
        element_context.role = self.semantic_role(id, element).or(element_context.role);
        element_context.is_link |= name == "a";
        if self.roots.contains(&id) {
            element_context.is_outside_article = false;
        } else if name == "header" && !outer.is_in_article {
            element_context.is_outside_article = true;
        }
        element_context
    }

    /// Returns the role that an element gives to its text, if the text is as short as that role
    /// allows. White space does not count.
    fn semantic_role(&self, id: NodeId, element: &Element) -> Option<SemanticRole> {
        let amount = self.amounts.of(id);
        element.semantic_role().filter(|semantic_role| match semantic_role {
            SemanticRole::Byline => amount <= LONGEST_BYLINE,
            SemanticRole::Standfirst => amount <= LONGEST_STANDFIRST,
            SemanticRole::Title => amount <= LONGEST_HEADLINE,
        })
    }

    /// Stores the time of a `time` element near the beginning of the article as the publication
    /// time, if the walk has found none before.
    pub(super) fn note_time(&mut self, element: &Element, element_context: &ElementContext) {
        if element.html_name() == "time"
            && element_context.disposition == Disposition::Included
            && !element_context.is_outside_article
            && self.published.is_none()
        {
            let kept = self.builder.done().iter().filter(|it| {
                it.block.disposition == Disposition::Included && !it.is_outside_article
            });
            if kept.count() <= MAX_BLOCKS_TO_TIME {
                self.published = element.attribute("datetime").map(|it| it.trim().to_owned());
            }
        }
    }
}
