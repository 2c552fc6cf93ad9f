//! Splitting, joining and correcting blocks.

use std::rc::Rc;

use crate::{
    app::{Effect, Field, FocusOn, RepairMsg, Window},
    article::Parts,
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{BlockId, ClaimId},
    ledger::{LedgerState, Looked},
    stamp::Stamp,
    words,
};

use super::{Desk, Session};

/// An imported block and what becomes of it.
type Became = (BlockId, Option<Parts>);

/// How many characters of chance the name of a new block has.
const CHANCE: usize = 12;

impl Desk {
    pub(super) fn repair(&mut self, msg: RepairMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            RepairMsg::Split(block) => self.split(&block, stamp),
            RepairMsg::Joined(block) => self.join(&block, stamp),
            RepairMsg::CorrectAsked(block) => self.open_correction(&block),
            RepairMsg::Typed(text) => self.type_correction(text, stamp),
            RepairMsg::Corrected => self.correct(stamp),
            RepairMsg::Dropped => self.drop_correction(stamp),
            RepairMsg::WordsSeen(claim) => self.see_words(&claim, stamp),
        }
    }

    /// Splits a block where the selection in it begins.
    fn split(&mut self, block: &BlockId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let start = match &self.session {
            Session::Selecting { span, .. } => Some(&span.start).filter(|it| it.block == *block),
            Session::Reading | Session::Claim(_) => None,
        };
        // The end of a random identifier has most of the chance.
        let random = stamp.uuid(0);
        let random = random.get(random.len().saturating_sub(CHANCE)..).unwrap_or_default();
        let split = start.and_then(|start| document.blocks().split(block, start.offset, random));
        let Some((became, new)) = split else {
            self.remark(words::NO_SPLIT);
            return vec![self.focus_on(block)];
        };
        let mut edit = repair_edit(document, Act::BlockSplit(block.clone()), vec![became], stamp);
        let looked = looked_after_split(document, &edit, [block, &new]);
        edit.changes.extend(looked);
        self.make_repair(&edit, block, words::SPLIT.to_owned(), stamp)
    }

    /// Joins the next block to a block.
    fn join(&mut self, block: &BlockId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(became) = document.blocks().join(block) else {
            self.remark(words::NO_JOIN);
            return vec![self.focus_on(block)];
        };
        let mut edit = repair_edit(document, Act::BlocksJoined(block.clone()), became, stamp);
        edit.changes.extend(looked_after_join(document, block));
        self.make_repair(&edit, block, words::JOINED.to_owned(), stamp)
    }

    fn field_of(&self, block: &BlockId) -> Option<Field> {
        let article = self.document()?.details().id.clone();
        Some(Field::Correction(article, block.clone()))
    }

    /// Opens the window where the text of a block is corrected, with what was typed there before.
    fn open_correction(&mut self, block: &BlockId) -> Vec<Effect> {
        let Some(found) = self.document().and_then(|it| it.blocks().get(block)) else {
            return Vec::new();
        };
        let typed = self.field_of(block).map(|field| self.typed(&field)).unwrap_or_default();
        let (base, block) = (found.text.to_string(), block.clone());
        let (text, problem) = if typed.is_empty() || typed == base {
            (base.clone(), None)
        } else {
            (typed.to_owned(), Some(words::DRAFT))
        };
        self.window = Some(Window::Correction { block, base, text, problem });
        Vec::new()
    }

    fn type_correction(&mut self, typed: String, stamp: Stamp) -> Vec<Effect> {
        let Some(Window::Correction { block, text, problem, .. }) = &mut self.window else {
            return Vec::new();
        };
        (*text, *problem) = (typed.clone(), None);
        let block = block.clone();
        let field = self.field_of(&block);
        field.map_or_else(Vec::new, |field| self.type_in(&field, typed, stamp))
    }

    /// Puts what was typed into the article.
    fn correct(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(Window::Correction { block, base, text, .. }) = self.window.clone() else {
            return Vec::new();
        };
        let Some(document) = self.document() else { return Vec::new() };
        let Some(found) = document.blocks().get(&block) else {
            self.window = None;
            return self.refuse(words::NO_BLOCK.to_owned());
        };
        // What another tab has written meanwhile is replaced only when the person insists.
        if *found.text != *base {
            let (base, problem) = (found.text.to_string(), Some(words::CHANGED_MEANWHILE));
            self.window = Some(Window::Correction { block, base, text, problem });
            return Vec::new();
        }
        let Some(became) = document.blocks().correct(&block, &text) else {
            let problem = Some(words::NO_WORDS);
            self.window = Some(Window::Correction { block, base, text, problem });
            return Vec::new();
        };
        let act = Act::BlockCorrected(block.clone());
        let edit = repair_edit(document, act, vec![became], stamp);
        let said = words::corrected(edit.changes.iter().filter(|it| is_corrected(it)).count());
        let is_nothing = edit.changes.is_empty();
        let mut effects = self.drop_correction(stamp);
        if !is_nothing {
            effects.extend(self.make_repair(&edit, &block, said, stamp));
        }
        effects
    }

    /// Closes the window, and forgets what was typed in it.
    fn drop_correction(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(Window::Correction { block, .. }) = self.window.take() else { return Vec::new() };
        let mut effects = vec![self.focus_on(&block)];
        let field = self.field_of(&block);
        effects.extend(field.into_iter().flat_map(|it| self.type_in(&it, String::new(), stamp)));
        effects
    }

    /// Takes note that somebody has seen what the words of a claim were.
    fn see_words(&mut self, claim: &ClaimId, stamp: Stamp) -> Vec<Effect> {
        self.change_claim(claim, Act::WordsSeen(claim.clone()), Vec::new(), stamp, |claim| {
            claim.corrected = None;
        })
    }

    /// Makes an edit of a block, which is the current one then; a claim that is worked on stays.
    fn make_repair(
        &mut self,
        edit: &Edit,
        block: &BlockId,
        said: String,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.enter(Session::on(self.selected()));
        let mut effects = vec![Effect::DropSelection];
        effects.extend(self.act(edit, stamp));
        // What was typed before for another text would undo this.
        let field = self.field_of(block);
        effects.extend(field.into_iter().flat_map(|it| self.type_in(&it, String::new(), stamp)));
        self.set_current(block);
        effects.push(self.focus_on(block));
        self.say(said);
        effects
    }

    fn focus_on(&self, block: &BlockId) -> Effect {
        let position = self.document().and_then(|it| it.blocks().position(block));
        Effect::Focus(position.map_or(FocusOn::Article, FocusOn::Block))
    }
}

/// The edit by which imported blocks become others, and the claims move with them.
fn repair_edit(document: &Document, act: Act, became: Vec<Became>, stamp: Stamp) -> Edit {
    let changes = became.into_iter().map(|(root, after)| {
        let before = document.blocks().parts(&root).cloned();
        Change::Parts(root, Swap { before, after })
    });
    let changes = changes.filter(|change| !change.is_nothing()).collect();
    let article = document.details().id.clone();
    let mut edit = Edit { act, article, at: stamp.time(), changes };
    let carried = edit.carried(document);
    edit.changes.extend(carried);
    edit
}

/// Whether a claim says since this change that its words are others.
fn is_corrected(change: &Change) -> bool {
    match change {
        Change::Claim(_, Swap { before: Some(before), after: Some(after) }) => {
            after.corrected.is_some() && after.corrected != before.corrected
        }
        Change::Claim(..)
        | Change::Article(_)
        | Change::Details(_)
        | Change::Scale(_)
        | Change::Parts(..)
        | Change::Kind(..)
        | Change::Looked(..)
        | Change::Source(..)
        | Change::Tag(..) => false,
    }
}

fn looked_change(document: &Document, block: &BlockId, after: Option<Looked>) -> Option<Change> {
    let before = document.looked(block).cloned();
    let change = Change::Looked(block.clone(), Swap { before, after: after.map(Rc::new) });
    (!change.is_nothing()).then_some(change)
}

/// What the ledger says of the two blocks that came of one: what it said of that, but that where no
/// claim is any more, there was nothing to check.
fn looked_after_split(document: &Document, edit: &Edit, blocks: [&BlockId; 2]) -> Vec<Change> {
    let [first, _] = blocks;
    let Some(looked) = document.looked(first).cloned() else { return Vec::new() };
    let mut after = Some(document.clone());
    edit.apply(&mut after);
    let has_claims = |document: &Document, block: &BlockId| {
        let position = document.blocks().position(block);
        position.is_some_and(|at| document.claims_of(at).next().is_some())
    };
    let were_any = has_claims(document, first);
    let changes = blocks.into_iter().filter_map(|block| {
        let lost = were_any && !after.as_ref().is_some_and(|it| has_claims(it, block));
        let state = if lost { LedgerState::NothingToCheck } else { looked.state };
        looked_change(document, block, Some(Looked { state, ..looked.as_ref().clone() }))
    });
    changes.collect()
}

/// What the ledger says of a block to which the next is joined: that it has been looked at, if
/// both have.
fn looked_after_join(document: &Document, block: &BlockId) -> Option<Change> {
    let blocks = document.blocks();
    let next = blocks.at(blocks.position(block)? + 1)?;
    let both = document.looked(block).zip(document.looked(&next.id)).map(|(one, other)| {
        let is_done = [one, other].iter().any(|it| it.state == LedgerState::Done);
        let state = if is_done { LedgerState::Done } else { LedgerState::NothingToCheck };
        Looked { state, at: one.at.max(other.at), ..one.as_ref().clone() }
    });
    looked_change(document, block, both)
}
