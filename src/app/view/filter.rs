//! Which claims the list shows.

use crate::{
    strings,
    text::{contains_ignore_case, eq_ignore_case},
};

use super::ClaimCardView;

/// Whether each word of a filter is in the claim: in its words, its tags, its note, who made it or
/// how it is restated or corrected, its status, its verdict or its evidence. No difference is made between capital and small letters.
pub fn matches_filter(card: &ClaimCardView, filter: &str) -> bool {
    filter.split_whitespace().all(|word| has(card, word))
}

fn has(card: &ClaimCardView, word: &str) -> bool {
    let claim = &card.claim;
    let number = claim.number.to_string();
    let mut texts: Vec<&str> =
        vec![&card.quote, &claim.note, &claim.restated, strings::status(claim.status)];
    texts.extend(card.tags.iter().map(|tag| tag.label.as_str()));
    texts.extend(claim.correction.as_deref());
    if let Some(claimant) = &claim.claimant {
        texts.push(&claimant.name);
        texts.extend(claimant.role.as_deref());
    }
    if let Some(verdict) = &claim.verdict {
        texts.extend([verdict.label.as_str(), &verdict.summary]);
    }
    for evidence in &claim.evidence {
        texts.extend([evidence.block.as_str(), &evidence.note]);
    }
    eq_ignore_case(&number, word) || texts.iter().any(|text| contains_ignore_case(text, word))
}
