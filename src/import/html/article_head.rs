//! Classifies the lines at the head of an article: byline, standfirst, kicker and dates.
//!
//! Only kept blocks change, and only their kind.

use crate::{
    article::Kind,
    import::bylines::parse_byline,
    import::datelines::{is_update_line, published},
    import::line_kinds::{
        LINES_TO_BYLINE, LONGEST_BYLINE, LONGEST_STANDFIRST, ends_a_sentence, is_byline,
        is_caption, is_label,
    },
};

use super::{builder::PendingBlock, semantics::SemanticRole};

/// Within how many kept blocks a byline names the author of the article and not of a comment on it.
const MAX_BLOCKS_TO_BYLINE: usize = 10;
/// The longest kicker (the line above a headline that names its subject), in characters.
const LONGEST_KICKER: usize = 40;
/// Returns the names of the authors from the first byline near the beginning; `None` if there is
/// none or it has no names.
pub(super) fn byline(blocks: &[PendingBlock]) -> Option<String> {
    let mut kept = blocks.iter().filter(|it| it.block.is_kept()).take(MAX_BLOCKS_TO_BYLINE);
    let pending_block = kept.find(|it| it.block.kind == Kind::Byline)?;
    let text = pending_block.block.text();
    parse_byline(if pending_block.names.is_empty() { &text } else { &pending_block.names })
}

/// Gives the short label right above a headline the kind `Other`: it names the subject and is no
/// paragraph.
pub(super) fn classify_kicker(blocks: &mut [PendingBlock], headline: Option<usize>) {
    let mut above = blocks.iter_mut().take(headline.unwrap_or_default()).rev();
    let above = above.find(|it| it.block.is_kept());
    let Some(pending_block) = above.filter(|it| it.block.kind == Kind::Paragraph) else { return };
    let text = pending_block.block.text();
    if text.chars().count() <= LONGEST_KICKER && is_label(&text) && !is_byline(&text) {
        pending_block.block.kind = Kind::Other;
    }
}

/// Gives bylines, dates, captions and the standfirst their kinds.
///
/// `body` is the index of the first block after the headline. A standfirst counts only between the
/// headline and the first block that is none of these.
pub(super) fn classify_head(blocks: &mut [PendingBlock], body: usize, has_headline: bool) {
    let mut since_headline = 0;
    let mut is_head = has_headline;
    for (at, pending_block) in blocks.iter_mut().enumerate() {
        let block = &pending_block.block;
        if !block.is_kept() || block.kind == Kind::Headline {
            continue;
        }
        let is_after = has_headline && at >= body;
        since_headline += usize::from(is_after);
        let text = block.text();
        let is_plain = block.kind == Kind::Paragraph;
        let is_near = is_after && since_headline <= LINES_TO_BYLINE;
        let kind = if is_plain && (published(&text).is_some() || is_update_line(&text)) {
            Kind::Other
        } else if is_plain && is_caption(&text) {
            Kind::Caption
        } else if is_plain && is_byline_block(pending_block, &text, is_near) {
            Kind::Byline
        } else if is_after && is_head && is_standfirst_block(pending_block, &text) {
            Kind::Standfirst
        } else {
            block.kind
        };
        let is_head_line =
            matches!(kind, Kind::Byline | Kind::Standfirst | Kind::Other | Kind::Caption);
        if is_after && !is_head_line {
            is_head = false;
        }
        pending_block.block.kind = kind;
    }
}

/// Returns whether a block is a byline. `is_near` states whether it is one of the first lines after
/// the headline.
fn is_byline_block(pending_block: &PendingBlock, text: &str, is_near: bool) -> bool {
    let is_named = pending_block.role == Some(SemanticRole::Byline)
        && text.chars().count() <= LONGEST_BYLINE
        && !ends_a_sentence(text);
    // Near the headline, a line with a name may also hold the date.
    let has_name = !pending_block.names.is_empty()
        && text.chars().count() <= LONGEST_BYLINE
        && !ends_a_sentence(text);
    is_named || (is_near && (has_name || is_byline(text)))
}

/// Returns whether elements mark a block as the standfirst and its length fits.
fn is_standfirst_block(pending_block: &PendingBlock, text: &str) -> bool {
    pending_block.role == Some(SemanticRole::Standfirst)
        && matches!(pending_block.block.kind, Kind::Paragraph | Kind::Subheading)
        && text.chars().count() <= LONGEST_STANDFIRST
}
