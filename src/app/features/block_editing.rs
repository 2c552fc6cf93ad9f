//! Splitting, joining and correcting blocks. Each of these is one edit that moves the claims along
//! with the text and adapts the review of the blocks. The corrected text is a draft until the user
//! saves it, so a reload does not lose it.

use std::rc::Rc;

use crate::{
    app::{
        BlockEditMsg, Dialog, Effect, Field, FocusTarget, Mode,
        state::{Ctx, State},
    },
    article::{Kind, Replacement},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{BlockId, ClaimId},
    review::{BlockReview, ReviewState},
    strings,
};

/// Handles a message about splitting, joining and correcting blocks.
pub(in crate::app) fn repair(msg: BlockEditMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        BlockEditMsg::Split(block) => split(&block, ctx),
        BlockEditMsg::Joined(block) => join(&block, ctx),
        BlockEditMsg::CorrectAsked(block) => open_correction(&block, ctx),
        BlockEditMsg::Typed(text) => type_correction(text, ctx),
        BlockEditMsg::Corrected => correct(ctx),
        BlockEditMsg::Dropped => drop_correction(ctx),
        BlockEditMsg::QuoteChangeDismissed(claim) => dismiss_quote_change(&claim, ctx),
    }
}

/// Splits a block where the selection in it begins.
fn split(block: &BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let start = match &ctx.state.mode {
        Mode::Selecting { span, .. } => Some(&span.start).filter(|it| it.block == *block),
        Mode::Reading | Mode::Claim(_) => None,
    };
    // A UUID of version 7 begins with the time; the random bits are at its end.
    let random = ctx.event.uuid(0);
    let random = random.get(random.len().saturating_sub(RANDOM_CHARS)..).unwrap_or_default();
    let split = start.and_then(|start| document.blocks().split(block, start.offset, random));
    let Some((became, new)) = split else {
        ctx.notify(strings::NO_SPLIT);
        return vec![focus_on(block, ctx)];
    };
    let mut edit = block_edit(document, Action::BlockSplit(block.clone()), vec![became], ctx.event);
    let reviewed = looked_after_split(document, &edit, [block, &new]);
    edit.changes.extend(reviewed);
    commit_block_edit(&edit, block, strings::SPLIT.to_owned(), ctx)
}

/// Joins the next block to a block.
fn join(block: &BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(became) = document.blocks().join(block) else {
        ctx.notify(strings::NO_JOIN);
        return vec![focus_on(block, ctx)];
    };
    let mut edit = block_edit(document, Action::BlocksJoined(block.clone()), became, ctx.event);
    edit.changes.extend(looked_after_join(document, block));
    commit_block_edit(&edit, block, strings::JOINED.to_owned(), ctx)
}

/// Returns the field that keeps the draft of a block's corrected text; `None` where no article
/// is open.
fn field_of(block: &BlockId, state: &State) -> Option<Field> {
    let article = state.document()?.details().id.clone();
    Some(Field::Correction(article, block.clone()))
}

/// Opens the dialog in which the user corrects the text of a block. An earlier draft that
/// differs from the text comes back, with a remark.
fn open_correction(block: &BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(found) = ctx.document().and_then(|it| it.blocks().get(block)) else {
        return Vec::new();
    };
    let typed = field_of(block, ctx).map(|field| ctx.typed(&field)).unwrap_or_default();
    let (base, block) = (found.text.to_string(), block.clone());
    let (text, problem) = if typed.is_empty() || typed == base {
        (base.clone(), None)
    } else {
        (typed.to_owned(), Some(strings::DRAFT))
    };
    ctx.state.dialog = Some(Dialog::Correction { block, base, text, problem });
    Vec::new()
}

fn type_correction(typed: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(Dialog::Correction { block, text, problem, .. }) = &mut ctx.state.dialog else {
        return Vec::new();
    };
    (*text, *problem) = (typed.clone(), None);
    let block = block.clone();
    let field = field_of(&block, ctx);
    field.map_or_else(Vec::new, |field| ctx.set_draft(&field, typed))
}

/// Commits the corrected text to the article. The dialog stays open with the reason where the
/// text is empty or another tab has changed the block meanwhile.
fn correct(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(Dialog::Correction { block, base, text, .. }) = ctx.state.dialog.clone() else {
        return Vec::new();
    };
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(found) = document.blocks().get(&block) else {
        ctx.state.dialog = None;
        return ctx.notify_error(strings::NO_BLOCK.to_owned());
    };
    // The first save shows that another tab has changed the block; only a second one replaces
    // that text.
    if *found.text != *base {
        let (base, problem) = (found.text.to_string(), Some(strings::CHANGED_MEANWHILE));
        ctx.state.dialog = Some(Dialog::Correction { block, base, text, problem });
        return Vec::new();
    }
    let Some(became) = document.blocks().set_text(&block, &text) else {
        let problem = Some(strings::NO_WORDS);
        ctx.state.dialog = Some(Dialog::Correction { block, base, text, problem });
        return Vec::new();
    };
    let action = Action::BlockCorrected(block.clone());
    let edit = block_edit(document, action, vec![became], ctx.event);
    let said = strings::corrected(edit.changes.iter().filter(|it| is_corrected(it)).count());
    let is_nothing = edit.changes.is_empty();
    let mut effects = drop_correction(ctx);
    if !is_nothing {
        effects.extend(commit_block_edit(&edit, &block, said, ctx));
    }
    effects
}

/// Closes the dialog, and discards the draft.
fn drop_correction(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(Dialog::Correction { block, .. }) = ctx.state.dialog.take() else { return Vec::new() };
    let mut effects = vec![focus_on(&block, ctx)];
    let field = field_of(&block, ctx);
    effects.extend(field.into_iter().flat_map(|it| ctx.set_draft(&it, String::new())));
    effects
}

/// Removes the note on the earlier words of a claim, which the user has read.
fn dismiss_quote_change(claim: &ClaimId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.change_claim(claim, Action::QuoteChangeDismissed(claim.clone()), Vec::new(), |claim| {
        claim.previous_quote = None;
    })
}

/// Commits an edit of a block, makes that block the current one and announces `said`. The claim
/// that the user works on stays selected.
fn commit_block_edit(edit: &Edit, block: &BlockId, said: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.set_mode(Mode::on_claim(ctx.selected()));
    let mut effects = vec![Effect::ClearSelection];
    effects.extend(ctx.commit(edit));
    // A draft of the old text would undo this edit, so it is discarded.
    let field = field_of(block, ctx);
    effects.extend(field.into_iter().flat_map(|it| ctx.set_draft(&it, String::new())));
    ctx.set_current(block);
    effects.push(focus_on(block, ctx));
    ctx.announce(said);
    effects
}

/// Returns the effect that moves the focus to a block, or to the article where the block is
/// gone.
fn focus_on(block: &BlockId, state: &State) -> Effect {
    let position = state.document().and_then(|it| it.blocks().position(block));
    Effect::Focus(position.map_or(FocusTarget::Article, FocusTarget::Block))
}

/// Changes the kind of a block.
pub(in crate::app) fn change_kind(block: &BlockId, kind: Kind, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let before = ctx.document().and_then(|it| it.blocks().get(block)).map(|it| it.kind);
    let Some(before) = before.filter(|before| *before != kind) else { return Vec::new() };
    let change = Change::Kind(block.clone(), Diff { before, after: kind });
    ctx.commit_on_open_article(Action::KindChanged(block.clone()), vec![change])
}

/// An imported block and the blocks that replace it; `None` means that it is as it was imported.
type Became = (BlockId, Option<Replacement>);

/// How many random characters the identifier of a new block has.
const RANDOM_CHARS: usize = 12;

/// Returns the edit that replaces imported blocks, with the changes that move the claims along.
fn block_edit(
    document: &Document,
    action: Action,
    became: Vec<Became>,
    context: EventContext,
) -> Edit {
    let changes = became.into_iter().map(|(root, after)| {
        let before = document.blocks().parts(&root).cloned();
        Change::Parts(root, Diff { before, after })
    });
    let changes = changes.filter(|change| !change.is_noop()).collect();
    let article = document.details().id.clone();
    let mut edit = Edit { action, article, at: context.time(), changes };
    let carried = edit.follow_up_claim_moves(document);
    edit.changes.extend(carried);
    edit
}

/// Returns whether a change records that the words of a claim are now different ones.
fn is_corrected(change: &Change) -> bool {
    match change {
        Change::Claim(_, Diff { before: Some(before), after: Some(after) }) => {
            after.previous_quote.is_some() && after.previous_quote != before.previous_quote
        }
        Change::Claim(..)
        | Change::Article(_)
        | Change::Details(_)
        | Change::Scale(_)
        | Change::Parts(..)
        | Change::Kind(..)
        | Change::Review(..)
        | Change::Source(..)
        | Change::Tag(..) => false,
    }
}

/// Returns the change of a block's review to `after`; `None` where that is its review already.
fn looked_change(
    document: &Document,
    block: &BlockId,
    after: Option<BlockReview>,
) -> Option<Change> {
    let before = document.review(block).cloned();
    let change = Change::Review(block.clone(), Diff { before, after: after.map(Rc::new) });
    (!change.is_noop()).then_some(change)
}

/// Returns the review changes for the two blocks that a split made. Both inherit the review of the
/// original block. Where that block had claims, a block that the split leaves without any has
/// nothing to check.
fn looked_after_split(document: &Document, edit: &Edit, blocks: [&BlockId; 2]) -> Vec<Change> {
    let [first, _] = blocks;
    let Some(reviewed) = document.review(first).cloned() else { return Vec::new() };
    let mut after = Some(document.clone());
    edit.apply(&mut after);
    let has_claims = |document: &Document, block: &BlockId| {
        let position = document.blocks().position(block);
        position.is_some_and(|at| document.claims_of(at).next().is_some())
    };
    let were_any = has_claims(document, first);
    let changes = blocks.into_iter().filter_map(|block| {
        let lost = were_any && !after.as_ref().is_some_and(|it| has_claims(it, block));
        let state = if lost { ReviewState::NothingToCheck } else { reviewed.state };
        looked_change(document, block, Some(BlockReview { state, ..reviewed.as_ref().clone() }))
    });
    changes.collect()
}

/// Returns the review change for a block to which the next block is joined: the joined block counts
/// as reviewed only where both were. `None` where nothing changes or there is no next block.
fn looked_after_join(document: &Document, block: &BlockId) -> Option<Change> {
    let blocks = document.blocks();
    let next = blocks.at(blocks.position(block)? + 1)?;
    let both = document.review(block).zip(document.review(&next.id)).map(|(one, other)| {
        let is_done = [one, other].iter().any(|it| it.state == ReviewState::Done);
        let state = if is_done { ReviewState::Done } else { ReviewState::NothingToCheck };
        BlockReview { state, at: one.at.max(other.at), ..one.as_ref().clone() }
    });
    looked_change(document, block, both)
}
