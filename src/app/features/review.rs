//! The review: which blocks the user has looked at. A reviewed block is done where it has claims,
//! and otherwise has nothing to check.

use std::rc::Rc;

use crate::{
    app::{Effect, state::Ctx},
    edit::{Action, Change, Diff},
    id::BlockId,
    review::{BlockReview, ReviewState},
    strings,
};

/// Marks the current block as reviewed, or takes that back.
pub(in crate::app) fn toggle_reviewed(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let position = ctx.current_position();
    let block = ctx.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
    block.map_or_else(Vec::new, |block| toggle_reviewed_at(&block, ctx))
}

/// Marks a block as reviewed, or takes that back.
pub(in crate::app) fn toggle_reviewed_at(block: &BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(position) = document.blocks().position(block) else { return Vec::new() };
    let before = document.review(block).cloned();
    let has_claims = document.claims_of(position).next().is_some();
    let after = before.is_none().then(|| BlockReview {
        state: if has_claims { ReviewState::Done } else { ReviewState::NothingToCheck },
        at: ctx.event.time(),
        unknown: crate::json::JsonObject::new(),
    });
    let change = Change::Review(block.clone(), Diff { before, after: after.map(Rc::new) });
    ctx.set_current(block);
    let effects = ctx.commit_on_open_article(Action::BlockReviewed(block.clone()), vec![change]);
    say_look(block, ctx);
    effects
}

/// Announces whether a block is reviewed, and the progress of the review.
fn say_look(block: &BlockId, ctx: &mut Ctx<'_>) {
    let Some((document, page)) = ctx.document().zip(ctx.page()) else { return };
    let state = document.review(block).map(|reviewed| reviewed.state);
    let said = strings::said_looked(state, &page.progress);
    ctx.announce(said);
}
