//! The document: an article with all work on it, as one value.
//!
//! A document is the unit of saving, undo and export. It keeps indexes of its claims by block,
//! which every change of a claim or of the blocks updates.

mod claims;
mod order;
mod references;

use std::{collections::HashMap, ops::Range, rc::Rc};

pub use order::TextOrder;

use crate::{
    article::{ArticleMetadata, Blocks, Kind, Replacement},
    claim::{Claim, Scale, Source, Tag, Target},
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    json::JsonObject,
    review::BlockReview,
    sorted_vec,
};

/// An article with its claims, tags, sources and review.
///
/// The document lists its claims in text order, both by the block where they start and by every
/// block in which they have words. It updates these lists with every change, so nothing has to sort
/// or scan all claims later.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    details: Rc<ArticleMetadata>,
    scale: Rc<Scale>,
    unknown_members: Rc<JsonObject>,
    blocks: Blocks,
    claims: HashMap<ClaimId, Rc<Claim>>,
    claims_by_start: Vec<Vec<TextOrder>>,
    claims_by_block: Vec<Vec<TextOrder>>,
    tags: Vec<Rc<Tag>>,
    sources: Vec<Rc<Source>>,
    reviews: HashMap<BlockId, Rc<BlockReview>>,
    last_claim_number: u32,
    /// How many claims hold links to other claims.
    linked_count: usize,
    /// How many claims have a contact.
    contacted_count: usize,
}

impl Document {
    /// Returns a document with an article and no work on it.
    pub fn new(article_metadata: ArticleMetadata, blocks: Blocks, scale: Scale) -> Self {
        let none = vec![Vec::new(); blocks.len()];
        Self {
            details: Rc::new(article_metadata),
            scale: Rc::new(scale),
            unknown_members: Rc::default(),
            blocks,
            claims: HashMap::new(),
            claims_by_start: none.clone(),
            claims_by_block: none,
            tags: Vec::new(),
            sources: Vec::new(),
            reviews: HashMap::new(),
            last_claim_number: 0,
            linked_count: 0,
            contacted_count: 0,
        }
    }

    /// Returns the article's metadata.
    pub fn details(&self) -> &Rc<ArticleMetadata> {
        &self.details
    }

    /// Returns the same document with another article identifier.
    #[must_use]
    pub fn renamed(self, id: ArticleId) -> Self {
        let article_metadata = ArticleMetadata { id, ..self.details.as_ref().clone() };
        Self { details: Rc::new(article_metadata), ..self }
    }

    /// Returns the article's blocks.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// Returns the scale that verdicts choose from.
    pub fn scale(&self) -> &Rc<Scale> {
        &self.scale
    }

    /// Returns the members of an imported file, outside its known parts, that this version does not
    /// know.
    pub fn unknown_members(&self) -> &JsonObject {
        &self.unknown_members
    }

    /// Replaces the members of an imported file that this version does not know.
    pub fn set_unknown_members(&mut self, beside: JsonObject) {
        self.unknown_members = Rc::new(beside);
    }

    /// Returns the claim with an identifier.
    pub fn claim(&self, id: &ClaimId) -> Option<&Rc<Claim>> {
        self.claims.get(id)
    }

    /// Returns the number of claims.
    pub fn claim_count(&self) -> usize {
        self.claims.len()
    }

    /// Returns the claims in text order.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = &Rc<Claim>> {
        self.claims_by_start.iter().flatten().filter_map(|it| self.claims.get(&it.claim))
    }

    /// Returns the claims that start in a range of blocks, in text order. Counts blocks from 0.
    pub fn claims_from(&self, blocks: Range<usize>) -> impl Iterator<Item = &Rc<Claim>> {
        let lists = self.claims_by_start.get(blocks).into_iter().flatten();
        lists.flatten().filter_map(|it| self.claims.get(&it.claim))
    }

    /// Returns the claims that have words in a block, in text order. Counts blocks from 0.
    pub fn claims_touching(&self, position: usize) -> impl Iterator<Item = &Rc<Claim>> {
        let list = self.claims_by_block.get(position).into_iter().flatten();
        list.filter_map(|it| self.claims.get(&it.claim))
    }

    /// Returns the claims of a block: those with words in it, then those about the block as a
    /// whole. Counts blocks from 0.
    pub fn claims_of(&self, position: usize) -> impl Iterator<Item = &Rc<Claim>> {
        let without_words = self.claims_from(position..position + 1);
        let without_words = without_words.filter(|it| matches!(it.target, Target::Block(_)));
        self.claims_touching(position).chain(without_words)
    }

    /// Returns the number for the next claim. The numbers of deleted claims are not used again.
    pub fn next_number(&self) -> u32 {
        self.last_claim_number.saturating_add(1)
    }

    /// Marks a number as used, so that no new claim gets it.
    pub fn reserve_number(&mut self, number: u32) {
        self.last_claim_number = self.last_claim_number.max(number);
    }

    /// Returns the highest number that any claim has had.
    pub fn last_claim_number(&self) -> u32 {
        self.last_claim_number
    }

    /// Returns the tags in their order.
    pub fn tags(&self) -> Vec<&Tag> {
        self.tags.iter().map(Rc::as_ref).collect()
    }

    /// Returns the tag with an identifier.
    pub fn tag(&self, id: &TagId) -> Option<&Rc<Tag>> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// Returns the sources in their order.
    pub fn sources(&self) -> Vec<&Source> {
        self.sources.iter().map(Rc::as_ref).collect()
    }

    /// Returns the source with an identifier.
    pub fn source(&self, id: &SourceId) -> Option<&Rc<Source>> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Returns the review of a block; `None` if the user has not looked at it.
    pub fn review(&self, block: &BlockId) -> Option<&Rc<BlockReview>> {
        self.reviews.get(block)
    }

    /// Returns the reviewed blocks that are no longer in the article because they were joined to
    /// others, sorted by identifier.
    pub fn reviews_of_removed_blocks(&self) -> Vec<&BlockId> {
        let gone = self.reviews.keys().filter(|id| self.blocks.get(id).is_none());
        sorted_vec::by_key(gone, |id| (*id).clone())
    }

    /// Returns how many of the article's blocks the user has looked at: first the number of
    /// numbered blocks, then of all others.
    pub fn reviewed_count(&self) -> (usize, usize) {
        let is_numbered = |id: &BlockId| self.blocks.get(id).map(|it| it.kind.is_numbered());
        let all = self.reviews.keys().filter_map(is_numbered).count();
        let numbered = self.reviews.keys().filter(|id| is_numbered(id) == Some(true)).count();
        (numbered, all - numbered)
    }

    /// Replaces the article's metadata. The identifier in it must stay the same.
    pub fn set_details(&mut self, details: Rc<ArticleMetadata>) {
        self.details = details;
    }

    /// Replaces the scale that verdicts choose from. Existing verdicts stay as they are.
    pub fn set_scale(&mut self, scale: Rc<Scale>) {
        self.scale = scale;
    }

    /// Adds, replaces or removes (`None`) a claim.
    pub fn set_claim(&mut self, id: &ClaimId, claim: Option<Rc<Claim>>) {
        if let Some(old) = self.claims.remove(id) {
            self.linked_count -= usize::from(!old.links.is_empty());
            self.contacted_count -= usize::from(old.contact.is_some());
            self.unindex_claim(&old);
        }
        if let Some(claim) = claim {
            self.linked_count += usize::from(!claim.links.is_empty());
            self.contacted_count += usize::from(claim.contact.is_some());
            self.index_claim(&claim);
            self.claims.insert(id.clone(), claim);
        }
    }

    /// Adds, replaces or removes (`None`) a tag. Claims keep the identifiers of removed tags.
    pub fn set_tag(&mut self, id: &TagId, tag: Option<Rc<Tag>>) {
        self.tags.retain(|tag| tag.id != *id);
        if let Some(tag) = tag {
            sorted_vec::insert(&mut self.tags, tag, |tag| (tag.order, tag.id.clone()));
        }
    }

    /// Adds, replaces or removes (`None`) a source.
    pub fn set_source(&mut self, id: &SourceId, source: Option<Rc<Source>>) {
        self.sources.retain(|source| source.id != *id);
        if let Some(source) = source {
            sorted_vec::insert(&mut self.sources, source, |source| {
                (source.order, source.id.clone())
            });
        }
    }

    /// Changes the kind of a block.
    pub fn set_kind(&mut self, id: &BlockId, kind: Kind) {
        self.blocks.set_kind(id, kind);
    }

    /// Replaces imported blocks by the blocks that they have become; `None` restores the imported
    /// block. Does not move claims: they keep their positions, whatever text is there afterwards.
    ///
    /// Does nothing if the blocks do not fit: see [`Blocks::set_parts`].
    pub fn set_parts(&mut self, parts: impl IntoIterator<Item = (BlockId, Option<Replacement>)>) {
        if !self.blocks.set_parts(parts) {
            return;
        }
        // The lists of claims go by block positions, and these have changed.
        let claims: Vec<Rc<Claim>> = self.claims.values().cloned().collect();
        self.claims_by_start = vec![Vec::new(); self.blocks.len()];
        self.claims_by_block.clone_from(&self.claims_by_start);
        for claim in &claims {
            self.index_claim(claim);
        }
    }

    /// Returns the same document with its current blocks as if they had been imported in this form.
    /// Drops the reviews of blocks that no longer exist.
    #[must_use]
    pub fn with_flattened_blocks(self) -> Self {
        let (blocks, mut reviews) = (self.blocks.flattened(), self.reviews);
        reviews.retain(|id, _| blocks.get(id).is_some());
        Self { blocks, reviews, ..self }
    }

    /// Sets or removes (`None`) the review of a block.
    pub fn set_review(&mut self, id: &BlockId, reviewed: Option<Rc<BlockReview>>) {
        match reviewed {
            Some(reviewed) => self.reviews.insert(id.clone(), reviewed),
            None => self.reviews.remove(id),
        };
    }

    fn index_claim(&mut self, claim: &Claim) {
        self.reserve_number(claim.number);
        let Some(order) = TextOrder::of(claim, &self.blocks) else { return };
        for position in order::blocks_of(claim, &self.blocks) {
            if let Some(list) = self.claims_by_block.get_mut(position) {
                sorted_vec::insert(list, order.clone(), TextOrder::clone);
            }
        }
        if let Some(list) = self.claims_by_start.get_mut(order.position()) {
            sorted_vec::insert(list, order, TextOrder::clone);
        }
    }

    fn unindex_claim(&mut self, claim: &Claim) {
        let Some(order) = TextOrder::of(claim, &self.blocks) else { return };
        for position in order::blocks_of(claim, &self.blocks) {
            if let Some(list) = self.claims_by_block.get_mut(position) {
                list.retain(|it| *it != order);
            }
        }
        if let Some(list) = self.claims_by_start.get_mut(order.position()) {
            list.retain(|it| *it != order);
        }
    }
}
