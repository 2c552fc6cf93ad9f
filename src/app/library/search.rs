//! Full-text search in an article and all work on it.
//!
//! An article matches if each word of the query occurs in one of its texts: title, metadata,
//! blocks, claims or sources. [`SearchTerm`] decides whether a word occurs in a text; case does not
//! matter.

use crate::{
    document::Document,
    id::{BlockId, ClaimId},
    text::SearchTerm,
};

/// The number of hits that the library shows for an article.
const SHOWN: usize = 3;
/// The number of characters that a hit shows before the found word.
const BEFORE: usize = 40;
/// The number of characters that a hit shows after the found word.
const AFTER: usize = 80;

/// The place in an article where a hit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitLocation {
    /// The metadata, or the note about the article.
    Details,
    /// A block.
    Block(BlockId),
    /// A claim or the work on it: the identifier and the number of the claim.
    Claim(ClaimId, u32),
    /// A source.
    Source,
}

/// A search hit, with the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place of the hit.
    pub found: HitLocation,
    /// The text before the found word, with "…" where the hit cuts it off.
    pub before: String,
    /// The found word as the text spells it.
    pub words: String,
    /// The text after the found word, with "…" where the hit cuts it off.
    pub after: String,
}

/// Returns the first hits in an article, and the number of further hits; `None` if one of the words
/// occurs nowhere in it.
///
/// A hit is a text that contains all words or, if no text does, one that contains any of them. The
/// title can match, but it is never a hit, because the list shows it anyway. Without words there
/// are no hits, and every article matches.
pub(super) fn search(document: &Document, words: &[SearchTerm]) -> Option<(Vec<Hit>, usize)> {
    let Some(first) = words.first() else { return Some((Vec::new(), 0)) };
    let mut missing: Vec<&SearchTerm> = words.iter().collect();
    missing.retain(|word| !word.matches(&document.details().title));
    let (mut all, mut some) = (Vec::new(), Vec::new());
    for (found, text) in searchable_texts(document) {
        let count = words.iter().filter(|word| word.matches(text)).count();
        if count == 0 {
            continue;
        }
        missing.retain(|word| !word.matches(text));
        if count == words.len() { all.push((found, text)) } else { some.push((found, text)) }
    }
    if !missing.is_empty() {
        return None;
    }
    let places = if all.is_empty() { some } else { all };
    let more = places.len().saturating_sub(SHOWN);
    let hit = |(found, text): (HitLocation, &str)| {
        let word = words.iter().find(|word| word.matches(text)).unwrap_or(first);
        hit(found, text, word)
    };
    Some((places.into_iter().take(SHOWN).filter_map(hit).collect(), more))
}

/// Returns all texts of an article that the search reads, except the title, each with its place.
fn searchable_texts(document: &Document) -> impl Iterator<Item = (HitLocation, &str)> {
    let details = document.details();
    let known = [&details.byline, &details.source, &details.publication, &details.published];
    let known = known.into_iter().flatten().map(String::as_str);
    let known = known.chain([details.note.as_str()]);
    let blocks =
        document.blocks().iter().map(|it| (HitLocation::Block(it.id.clone()), it.text.as_ref()));
    let claims = document.claims().flat_map(|claim| {
        let claimant = claim.claimant.iter();
        let claimant = claimant.flat_map(|it| [Some(it.name.as_str()), it.role.as_deref()]);
        let evidence = claim.evidence.iter().flat_map(|it| [it.quote.as_str(), &it.note]);
        let contact = claim.contact.iter().flat_map(|it| [&it.who, &it.reply]).flatten();
        let verdict = claim.verdict.iter().flat_map(|it| [it.label.as_str(), &it.summary]);
        let texts = [claim.note.as_str(), &claim.restated].into_iter();
        let texts = texts.chain(claim.correction.as_deref()).chain(claimant.flatten());
        let texts = texts.chain(evidence).chain(contact.map(String::as_str)).chain(verdict);
        texts.map(|text| (HitLocation::Claim(claim.id.clone(), claim.number), text))
    });
    let sources = document.sources().into_iter().flat_map(|source| {
        let texts = [&source.title, &source.publisher, &source.url, &source.note, &source.contact];
        texts.into_iter().flatten().map(|text| (HitLocation::Source, text.as_str()))
    });
    known.map(|text| (HitLocation::Details, text)).chain(blocks).chain(claims).chain(sources)
}

/// Returns the first occurrence of a word in a text, with the text around it.
fn hit(found: HitLocation, text: &str, word: &SearchTerm) -> Option<Hit> {
    let range = word.find(text)?;
    let (before, words, after) =
        (text.get(..range.start)?, text.get(range.clone())?, text.get(range.end..)?);
    let start = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AFTER).map_or(after.len(), |(at, _)| at);
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    Some(Hit {
        found,
        before: format!("{}{}", mark(start > 0), before.get(start..)?),
        words: words.to_owned(),
        after: format!("{}{}", after.get(..end)?, mark(end < after.len())),
    })
}
