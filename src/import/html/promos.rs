//! Finds promos: blocks that send the reader elsewhere, such as links to other articles, share
//! buttons and appeals for a newsletter.
//!
//! Only kept paragraphs, list items and lower headings can become promos. A promo stays in the
//! article under its own kind.

use crate::{
    article::Kind,
    import::line_kinds::{is_promo, starts_like_promo},
};

use super::builder::PendingBlock;

/// Labels above links to other articles, in lower case. The same words may be a heading in the
/// article, so a label is a promo only if a link or nothing follows.
const LINK_LIST_LABELS: [&str; 15] = [
    "topics",
    "related topics",
    "related content",
    "related links",
    "tags",
    "more stories",
    "more news",
    "most popular",
    "trending",
    "on this story",
    "themen",
    "schlagwörter",
    "mots-clés",
    "temas",
    "argomenti",
];
/// The longest label above links, in words.
const LONGEST_LABEL: usize = 5;
/// Labels of buttons, in lower case.
const BUTTONS: [&str; 18] = [
    "share",
    "share this",
    "share this article",
    "share this page",
    "share this story",
    "share this post",
    "subscribe now",
    "skip past newsletter promotion",
    "after newsletter promotion",
    "subscribe",
    "follow us",
    "newsletter",
    "sign up",
    "teilen",
    "artikel teilen",
    "partager",
    "compartir",
    "condividi",
];

/// Beginnings of texts that advertise a newsletter, in lower case.
const NEWSLETTER_PROMPTS: [&str; 3] =
    ["thanks for reading", "subscribe to our newsletter", "sign up to our newsletter"];
/// The longest text that counts as an advertisement of a newsletter, in characters.
const LONGEST_ASK: usize = 200;

/// Gives the kind `Promo` to the kept blocks that send the reader elsewhere, including the links
/// below the label of a promo.
pub(super) fn classify_promos(blocks: &mut [PendingBlock]) {
    let mut kept: Vec<&mut PendingBlock> =
        blocks.iter_mut().filter(|it| it.block.is_kept()).collect();
    let mut is_below = false;
    for at in 0..kept.len() {
        let next_is_link = kept.get(at + 1).is_none_or(|it| it.is_mostly_link);
        let Some(pending_block) = kept.get_mut(at) else { break };
        let can_be = can_be_promo(pending_block);
        let text = pending_block.block.text();
        let is_one = can_be && is_promo_by_itself(pending_block, &text, next_is_link);
        if is_one || (can_be && is_below && pending_block.is_mostly_link) {
            is_below = is_below || is_label(pending_block, &text);
            pending_block.block.kind = Kind::Promo;
        } else {
            is_below = false;
        }
    }
}

/// Returns whether a block is a promo whatever block is above it. `next_is_link` states whether the
/// next block is mostly a link or does not exist.
fn is_promo_by_itself(pending_block: &PendingBlock, text: &str, next_is_link: bool) -> bool {
    let words = text.trim().trim_end_matches(':').to_lowercase();
    is_promo(text)
        || (pending_block.is_link && starts_like_promo(text))
        || BUTTONS.contains(&words.as_str())
        || (text.chars().count() <= LONGEST_ASK && asks(&words))
        || (pending_block.is_link && is_count(&words))
        || (next_is_link && LINK_LIST_LABELS.contains(&words.as_str()))
}

/// Returns whether `words` advertise a newsletter.
fn asks(words: &str) -> bool {
    words.contains("subscri") && NEWSLETTER_PROMPTS.iter().any(|it| words.starts_with(it))
        || NEWSLETTER_PROMPTS.contains(&words)
}

/// Returns whether `words` are only a number of comments on an article: "1,204", "3 comments".
fn is_count(words: &str) -> bool {
    let number = words.trim_end_matches("comments").trim_end_matches("comment").trim_end();
    number.starts_with(|it: char| it.is_ascii_digit())
        && number.chars().all(|it| it.is_ascii_digit() || [',', '.', '\u{a0}'].contains(&it))
}

/// Returns whether a promo is the label of the links below it.
fn is_label(pending_block: &PendingBlock, text: &str) -> bool {
    pending_block.level.is_some() || (!pending_block.is_link && is_only_label(text))
}

/// Returns whether a promo is only a label: five words at most, and no colon before its end.
fn is_only_label(text: &str) -> bool {
    text.split_whitespace().nth(LONGEST_LABEL).is_none()
        && !text.trim_end_matches(':').contains(':')
}

/// Returns whether a block of this kind can be a promo.
fn can_be_promo(pending_block: &PendingBlock) -> bool {
    match pending_block.block.kind {
        Kind::Paragraph | Kind::ListItem => true,
        Kind::Subheading => pending_block.level != Some(1),
        Kind::Headline
        | Kind::Standfirst
        | Kind::Byline
        | Kind::Quotation
        | Kind::Caption
        | Kind::Promo
        | Kind::Other => false,
    }
}
