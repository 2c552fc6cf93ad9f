//! The filter of the list of claims.
//!
//! A filter is a list of words, and a claim passes if each of them matches it somewhere. An empty
//! filter lets all claims through.

use crate::{
    strings,
    text::{contains_ignore_case, eq_ignore_case},
};

use super::ClaimCardView;

/// Returns whether each word of a filter is the number of the claim or occurs in one of its texts:
/// its words, tags, status, note, restated form, correction, claimant, verdict or evidence.
/// Comparing ignores case.
pub fn matches_filter(card: &ClaimCardView, filter: &str) -> bool {
    filter.split_whitespace().all(|word| has(card, word))
}

/// Returns whether one word of a filter matches a claim.
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
        texts.extend([evidence.quote.as_str(), &evidence.note]);
    }
    eq_ignore_case(&number, word) || texts.iter().any(|text| contains_ignore_case(text, word))
}
