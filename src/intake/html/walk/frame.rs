//! What holds for the text in an element.

use crate::{
    article::{LONGEST_BYLINE, LONGEST_HEADLINE, LONGEST_STANDFIRST},
    intake::Fate,
};

use super::{
    super::{
        details::is_language,
        gather::{Breaks, Frame},
        says::{Says, kind},
        tree::{Element, NodeId},
    },
    Ends, Open, Walk,
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
        fate: Fate,
        is_side: bool,
        ends: Ends,
    ) -> Frame {
        let name = element.html_name();
        let mut frame = Frame { fate, ..outer.frame };
        let is_short = self.amounts.of(id) <= LONGEST_QUOTATION;
        (frame.kind, frame.level) = kind(element, is_short, &outer.frame);
        if is_side {
            frame.breaks = Breaks::End;
        }
        if frame.level.is_some() && frame.breaks == Breaks::End {
            frame.breaks = Breaks::Stack;
        } else if ends == Ends::Cell {
            frame.breaks = Breaks::Join;
        }
        frame.keeps_space = element.keeps_space().unwrap_or(frame.keeps_space);
        if element.attribute("lang").is_some_and(is_language) {
            frame.language = Some(id);
        }
        frame.says = self.says(id, element).or(frame.says);
        frame.is_link |= name == "a";
        if self.roots.contains(&id) {
            frame.is_outside = false;
        } else if name == "header" && !outer.is_in_article {
            frame.is_outside = true;
        }
        frame
    }

    /// What an element says about the text in it, if that is as short as such a text may be.
    fn says(&self, id: NodeId, element: &Element) -> Option<Says> {
        let amount = self.amounts.of(id);
        element.says().filter(|says| match says {
            Says::Byline => amount <= LONGEST_BYLINE,
            Says::Standfirst => amount <= LONGEST_STANDFIRST,
            Says::Title => amount <= LONGEST_HEADLINE,
        })
    }

    /// Takes note of the moment that the head of an article names.
    pub(super) fn note_time(&mut self, element: &Element, frame: &Frame) {
        if element.html_name() == "time"
            && frame.fate == Fate::Kept
            && !frame.is_outside
            && self.published.is_none()
        {
            let kept = self
                .gather
                .done()
                .iter()
                .filter(|it| it.passage.fate == Fate::Kept && !it.is_outside);
            if kept.count() <= PASSAGES_TO_TIME {
                self.published = element.attribute("datetime").map(|it| it.trim().to_owned());
            }
        }
    }
}
