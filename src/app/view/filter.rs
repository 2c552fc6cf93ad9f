//! Which claims the list shows.

use crate::{
    text::{has_but_for_case, is_same_but_for_case},
    words,
};

use super::Card;

/// Whether each word of a filter is in the claim: in its words, its tags, its note, who made it or
/// how it is restated or corrected, its status, its verdict or its evidence. No difference is made between capital and small letters.
pub fn fits(card: &Card, filter: &str) -> bool {
    filter.split_whitespace().all(|word| has(card, word))
}

fn has(card: &Card, word: &str) -> bool {
    let claim = &card.claim;
    let texts = [card.quote.as_str(), &claim.note, &claim.restated, words::status(claim.status)];
    let claimant =
        claim.claimant.iter().flat_map(|it| [Some(&it.name), it.role.as_ref()]).flatten();
    let verdict = claim.verdict.iter().flat_map(|it| [&it.label, &it.summary]);
    let evidence = claim.evidence.iter().flat_map(|it| [&it.passage, &it.note]);
    let more = claimant.chain(verdict).chain(evidence).chain(&claim.correction).map(String::as_str);
    let tags = card.tags.iter().map(|tag| tag.label.as_str());
    let number = claim.number.to_string();
    texts.into_iter().chain(tags).chain(more).any(|text| has_but_for_case(text, word))
        || is_same_but_for_case(&number, word)
}
