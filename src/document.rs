//! The document: an article with all the work on it. What is saved, undone and exported.

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

/// An article with its claims, tags, sources and ledger.
///
/// Claims are listed at the blocks where they start and at those that they touch, in text order, as
/// they come and go; so no later step has to sort or scan them.
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
    ledger: HashMap<BlockId, Rc<BlockReview>>,
    last_claim_number: u32,
    /// How many claims have links of their own.
    linked_count: usize,
    /// How many claims somebody was asked about.
    contacted_count: usize,
}

impl Document {
    /// An article without any work on it yet.
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
            ledger: HashMap::new(),
            last_claim_number: 0,
            linked_count: 0,
            contacted_count: 0,
        }
    }

    /// What is known of the article.
    pub fn details(&self) -> &Rc<ArticleMetadata> {
        &self.details
    }

    /// The same work under another name.
    #[must_use]
    pub fn renamed(self, id: ArticleId) -> Self {
        let article_metadata = ArticleMetadata { id, ..self.details.as_ref().clone() };
        Self { details: Rc::new(article_metadata), ..self }
    }

    /// The article's blocks.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// The scale that verdicts are taken from.
    pub fn scale(&self) -> &Rc<Scale> {
        &self.scale
    }

    /// Members of an imported file, outside its known parts, that this version does not know.
    pub fn unknown_members(&self) -> &JsonObject {
        &self.unknown_members
    }

    /// Keeps members of an imported file that this version does not know.
    pub fn set_beside(&mut self, beside: JsonObject) {
        self.unknown_members = Rc::new(beside);
    }

    /// The claim of that name.
    pub fn claim(&self, id: &ClaimId) -> Option<&Rc<Claim>> {
        self.claims.get(id)
    }

    /// How many claims there are.
    pub fn claim_count(&self) -> usize {
        self.claims.len()
    }

    /// The claims in text order.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = &Rc<Claim>> {
        self.claims_by_start.iter().flatten().filter_map(|it| self.claims.get(&it.claim))
    }

    /// The claims that start in these blocks (by position), in text order.
    pub fn claims_from(&self, blocks: Range<usize>) -> impl Iterator<Item = &Rc<Claim>> {
        let lists = self.claims_by_start.get(blocks).into_iter().flatten();
        lists.flatten().filter_map(|it| self.claims.get(&it.claim))
    }

    /// The claims that have words in the block at a position, in text order.
    pub fn claims_touching(&self, position: usize) -> impl Iterator<Item = &Rc<Claim>> {
        let list = self.claims_by_block.get(position).into_iter().flatten();
        list.filter_map(|it| self.claims.get(&it.claim))
    }

    /// The claims that belong to the block at a position: those with words in it, then those
    /// without words.
    pub fn claims_of(&self, position: usize) -> impl Iterator<Item = &Rc<Claim>> {
        let without_words = self.claims_from(position..position + 1);
        let without_words = without_words.filter(|it| matches!(it.target, Target::Block(_)));
        self.claims_touching(position).chain(without_words)
    }

    /// The number that the next claim gets; those of deleted claims are not given again.
    pub fn next_number(&self) -> u32 {
        self.last_claim_number.saturating_add(1)
    }

    /// Remembers that a number has been given.
    pub fn reserve_number(&mut self, number: u32) {
        self.last_claim_number = self.last_claim_number.max(number);
    }

    /// The highest number that a claim ever had.
    pub fn last_claim_number(&self) -> u32 {
        self.last_claim_number
    }

    /// The tags in their order.
    pub fn tags(&self) -> Vec<&Tag> {
        self.tags.iter().map(Rc::as_ref).collect()
    }

    /// The tag of that name.
    pub fn tag(&self, id: &TagId) -> Option<&Rc<Tag>> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// The sources in their order.
    pub fn sources(&self) -> Vec<&Source> {
        self.sources.iter().map(Rc::as_ref).collect()
    }

    /// The source of that name.
    pub fn source(&self, id: &SourceId) -> Option<&Rc<Source>> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// What came of looking at a block; `None` when it has not been looked at.
    pub fn review(&self, block: &BlockId) -> Option<&Rc<BlockReview>> {
        self.ledger.get(block)
    }

    /// The blocks that have been looked at and are not there now, because they were joined to
    /// others.
    pub fn reviews_of_removed_blocks(&self) -> Vec<&BlockId> {
        let gone = self.ledger.keys().filter(|id| self.blocks.get(id).is_none());
        sorted_vec::by_key(gone, |id| (*id).clone())
    }

    /// How many blocks have been looked at: of those that are numbered, and of the others.
    pub fn reviewed_count(&self) -> (usize, usize) {
        let is_numbered = |id: &BlockId| self.blocks.get(id).map(|it| it.kind.is_numbered());
        let all = self.ledger.keys().filter_map(is_numbered).count();
        let numbered = self.ledger.keys().filter(|id| is_numbered(id) == Some(true)).count();
        (numbered, all - numbered)
    }

    /// Changes what is known of the article, but for its name.
    pub fn set_details(&mut self, details: Rc<ArticleMetadata>) {
        self.details = details;
    }

    /// Changes the scale that verdicts are taken from; those that were given stay as they are.
    pub fn set_scale(&mut self, scale: Rc<Scale>) {
        self.scale = scale;
    }

    /// Puts in, replaces or takes out (`None`) a claim.
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

    /// Puts in, replaces or takes out (`None`) a tag; claims keep what they carry.
    pub fn set_tag(&mut self, id: &TagId, tag: Option<Rc<Tag>>) {
        self.tags.retain(|tag| tag.id != *id);
        if let Some(tag) = tag {
            sorted_vec::insert(&mut self.tags, tag, |tag| (tag.order, tag.id.clone()));
        }
    }

    /// Puts in, replaces or takes out (`None`) a source.
    pub fn set_source(&mut self, id: &SourceId, source: Option<Rc<Source>>) {
        self.sources.retain(|source| source.id != *id);
        if let Some(source) = source {
            sorted_vec::insert(&mut self.sources, source, |source| {
                (source.order, source.id.clone())
            });
        }
    }

    /// Makes a block another kind of block.
    pub fn set_kind(&mut self, id: &BlockId, kind: Kind) {
        self.blocks.set_kind(id, kind);
    }

    /// Says what became of imported blocks; `None` is that they are as they were. Claims stay at
    /// their places, whatever stands there now.
    ///
    /// Changes nothing where that does not fit: see [`Blocks::set_parts`].
    pub fn set_parts(&mut self, parts: impl IntoIterator<Item = (BlockId, Option<Replacement>)>) {
        if !self.blocks.set_parts(parts) {
            return;
        }
        // The claims are listed by positions, which are others now.
        let claims: Vec<Rc<Claim>> = self.claims.values().cloned().collect();
        self.claims_by_start = vec![Vec::new(); self.blocks.len()];
        self.claims_by_block.clone_from(&self.claims_by_start);
        for claim in &claims {
            self.index_claim(claim);
        }
    }

    /// The same work on the blocks as if they had been imported as they are now.
    #[must_use]
    pub fn with_flattened_blocks(self) -> Self {
        let (blocks, mut ledger) = (self.blocks.flattened(), self.ledger);
        ledger.retain(|id, _| blocks.get(id).is_some());
        Self { blocks, ledger, ..self }
    }

    /// Says that a block has been looked at, or not (`None`).
    pub fn set_looked(&mut self, id: &BlockId, reviewed: Option<Rc<BlockReview>>) {
        match reviewed {
            Some(reviewed) => self.ledger.insert(id.clone(), reviewed),
            None => self.ledger.remove(id),
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
