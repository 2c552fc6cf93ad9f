//! The work on a claim: tags, note, status, priority, correction, claimant, contact and links, and
//! deleting it. Each change is one edit of one claim, and typing in one field joins into one undo
//! step.

use crate::{
    app::{
        ClaimField, Dialog, Effect, FocusTarget,
        state::{Ctx, State, reviews_after_deleting},
    },
    claim::{Claim, Claimant, Contact, LINK_KINDS, Link, LinkKind, Priority, Status},
    edit::{Action, Change, Diff},
    id::{ClaimId, TagId},
    json::JsonObject,
    strings,
};

/// Gives a claim a status.
pub(in crate::app) fn set_status(
    claim: &ClaimId,
    status: Status,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let action = Action::StatusChosen(claim.clone());
    ctx.change_claim(claim, action, Vec::new(), |claim| claim.status = status)
}

/// Gives a claim a priority; `None` takes it away.
pub(in crate::app) fn set_priority(
    claim: &ClaimId,
    priority: Option<Priority>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let action = Action::PriorityChosen(claim.clone());
    ctx.change_claim(claim, action, Vec::new(), |claim| claim.priority = priority)
}

/// Writes a text field of a claim.
pub(in crate::app) fn write_field(
    claim: &ClaimId,
    field: ClaimField,
    text: String,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let action = Action::ClaimFieldEdited(claim.clone());
    ctx.change_claim(claim, action, Vec::new(), |claim| write(claim, field, text))
}

/// Pins a claim, so that it stays open when the user selects another one; `None` unpins.
pub(in crate::app) fn pin(claim: Option<ClaimId>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if let Some(open) = &mut ctx.state.open {
        open.pinned_claim = claim;
    }
    Vec::new()
}

/// Copies the memo of corrections.
pub(in crate::app) fn copy_corrections(state: &State) -> Vec<Effect> {
    let text = state.document().map(strings::corrections_text);
    text.map(Effect::Copy).into_iter().collect()
}

/// Gives the selected claim a status by a key, and announces it.
pub(in crate::app) fn press_status(status: Status, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(claim) = ctx.selected() else { return Vec::new() };
    ctx.announce(strings::status(status).to_owned());
    set_status(&claim, status, ctx)
}

/// Gives the selected claim a priority by a key, or takes that priority away again, and
/// announces it.
pub(in crate::app) fn press_priority(priority: Priority, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(claim) = ctx.selected() else { return Vec::new() };
    let chosen = Some(priority)
        .filter(|it| ctx.claim(&claim).is_some_and(|claim| claim.priority != Some(*it)));
    ctx.announce(chosen.map_or(strings::NO_PRIORITY, strings::priority).to_owned());
    set_priority(&claim, chosen, ctx)
}

/// Shows in the dialog whether the memo of corrections was copied.
pub(in crate::app) fn tell_copied(is_copied: bool, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if let Some(Dialog::Corrections { said }) = &mut ctx.state.dialog {
        *said = Some(if is_copied { strings::COPIED } else { strings::NOT_COPIED });
    }
    Vec::new()
}

/// Links a claim to the claim with a number, or notifies the user that no other claim has that
/// number.
pub(in crate::app) fn link_claims(
    claim: &ClaimId,
    kind: LinkKind,
    number: u32,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let other = ctx.document().and_then(|document| {
        let mut others = document.claims_unordered();
        others.find(|it| it.number == number && it.id != *claim).map(|it| it.id.clone())
    });
    let Some(other) = other else {
        return ctx.notify_error(strings::no_other_claim(number));
    };
    let row = LINK_KINDS.iter().find(|row| row.kind == kind);
    ctx.announce(row.map(|row| strings::linked(row.label, number)).unwrap_or_default());
    let action = Action::ClaimsLinked(claim.clone());
    ctx.change_claim(claim, action, Vec::new(), |claim| link(claim, kind, other))
}

/// Removes the link between two claims from the claim that holds it. Where both hold one, only
/// the link of `claim` goes.
pub(in crate::app) fn unlink(claim: &ClaimId, other: &ClaimId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let keeps = |id: &ClaimId, to: &ClaimId| {
        ctx.claim(id).is_some_and(|claim| claim.links.iter().any(|link| link.claim == *to))
    };
    let (own, to) = if keeps(claim, other) { (claim, other) } else { (other, claim) };
    ctx.announce(strings::UNLINKED.to_owned());
    let action = Action::ClaimsUnlinked(own.clone());
    ctx.change_claim(own, action, Vec::new(), |claim| {
        claim.links.retain(|link| link.claim != *to);
    })
}

/// Adds a tag to the selected claim, or removes it where the claim has it.
pub(in crate::app) fn toggle_tag(tag: &TagId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(claim) = ctx.selected() else { return Vec::new() };
    let has = ctx.claim(&claim).is_some_and(|it| it.tags.contains(tag));
    if has { remove_tag(&claim, tag, ctx) } else { tag_claim(&claim, tag, ctx) }
}

/// Adds a tag to a claim, and announces it.
fn tag_claim(claim: &ClaimId, tag: &TagId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    say_tag(tag, strings::tag_given, ctx);
    ctx.change_claim(claim, Action::TagAdded(claim.clone()), Vec::new(), |claim| {
        claim.tags.push(tag.clone());
    })
}

/// Announces an act with the name of a tag.
fn say_tag(tag: &TagId, words: fn(&str) -> String, ctx: &mut Ctx<'_>) {
    let label = ctx.document().and_then(|it| it.tag(tag)).map(|tag| words(&tag.label));
    ctx.announce(label.unwrap_or_default());
}

/// Removes a tag from a claim.
pub(in crate::app) fn remove_tag(claim: &ClaimId, tag: &TagId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    say_tag(tag, strings::tag_taken, ctx);
    ctx.change_claim(claim, Action::TagRemoved(claim.clone()), Vec::new(), |claim| {
        claim.tags.retain(|it| it != tag);
    })
}

/// Gives a claim the tag called `label`, and creates the tag where there is none.
pub(in crate::app) fn name_tag(claim: &ClaimId, label: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some((tag, made)) = ctx.tag_named(label) else { return Vec::new() };
    let has = ctx.claim(claim).is_some_and(|it| it.tags.contains(&tag));
    if has {
        return Vec::new();
    }
    ctx.change_claim(claim, Action::TagAdded(claim.clone()), made, |claim| {
        claim.tags.push(tag);
    })
}

/// Writes the note of a claim.
pub(in crate::app) fn write_note(claim: &ClaimId, note: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.change_claim(claim, Action::NoteWritten(claim.clone()), Vec::new(), |claim| {
        claim.note = note;
    })
}

/// Ends the undo step of the typing, because the user has left the field.
pub(in crate::app) fn leave_field(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.history.end_typing();
    Vec::new()
}

/// Deletes a claim, and adapts the review of its blocks.
pub(in crate::app) fn delete_claim(claim: &ClaimId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(before) = ctx.claim(claim).cloned() else { return Vec::new() };
    let mut effects = Vec::new();
    if ctx.state.mode.claim() == Some(claim) {
        effects.extend(ctx.leave_claim());
    }
    let document = ctx.document();
    let mut changes = document.map_or_else(Vec::new, |it| reviews_after_deleting(&before, it));
    ctx.announce(strings::claim_deleted(before.number));
    changes.push(Change::Claim(claim.clone(), Diff { before: Some(before), after: None }));
    effects.extend(ctx.commit_on_open_article(Action::ClaimDeleted(claim.clone()), changes));
    effects.push(Effect::Focus(FocusTarget::Article));
    effects
}

/// Deletes the selected claim.
pub(in crate::app) fn delete_selected(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.selected().map_or_else(Vec::new, |claim| delete_claim(&claim, ctx))
}

/// Sets how a claim relates to another one. A claim has at most one link to each other claim.
fn link(claim: &mut Claim, kind: LinkKind, other: ClaimId) {
    claim.links.retain(|link| link.claim != other);
    claim.links.push(Link { claim: other, kind, unknown: JsonObject::new() });
}

/// Writes a field of a claim. An empty text empties the field.
fn write(claim: &mut Claim, field: ClaimField, text: String) {
    let known = Some(text.clone()).filter(|text| !text.is_empty());
    match field {
        ClaimField::Restated => claim.restated = text,
        ClaimField::Correction => claim.correction = known,
        ClaimField::ClaimantName | ClaimField::ClaimantRole => write_claimant(claim, field, text),
        ClaimField::ContactWho => contact(claim, |contact| contact.who = known),
        ClaimField::ContactAsked => contact(claim, |contact| contact.asked = known),
        ClaimField::ContactDue => contact(claim, |contact| contact.due = known),
        ClaimField::ContactReplied => contact(claim, |contact| contact.replied = known),
        ClaimField::ContactReply => contact(claim, |contact| contact.reply = known),
    }
}

/// Writes the name or the role of the claimant, and removes the claimant where nothing is known of
/// them.
fn write_claimant(claim: &mut Claim, field: ClaimField, text: String) {
    let nobody = Claimant { name: String::new(), role: None, unknown: JsonObject::new() };
    let mut claimant = claim.claimant.take().unwrap_or(nobody);
    if field == ClaimField::ClaimantName {
        claimant.name = text;
    } else {
        claimant.role = Some(text).filter(|text| !text.is_empty());
    }
    let is_known =
        !claimant.name.is_empty() || claimant.role.is_some() || !claimant.unknown.is_empty();
    claim.claimant = is_known.then_some(claimant);
}

/// Changes the contact of a claim, and removes the contact where nothing is known of it.
fn contact(claim: &mut Claim, change: impl FnOnce(&mut Contact)) {
    let mut contact = claim.contact.take().unwrap_or_default();
    change(&mut contact);
    claim.contact = (contact != Contact::default()).then_some(contact);
}
