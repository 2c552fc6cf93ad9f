//! Which claims the list shows.

use crate::text::{has_but_for_case, is_same_but_for_case};

use super::Card;

/// Whether each word of a filter is in the claim: in its words, its tags, its note, who made it or
/// how it is restated. No difference is made between capital and small letters.
pub fn fits(card: &Card, filter: &str) -> bool {
    filter.split_whitespace().all(|word| has(card, word))
}

fn has(card: &Card, word: &str) -> bool {
    let claim = &card.claim;
    let claimant = claim.claimant.as_ref().map_or("", |it| it.name.as_str());
    let texts = [card.quote.as_str(), &claim.note, &claim.restated, claimant];
    let tags = card.tags.iter().map(|tag| tag.label.as_str());
    let number = claim.number.to_string();
    texts.into_iter().chain(tags).any(|text| has_but_for_case(text, word))
        || is_same_but_for_case(&number, word)
}
