//! Evidence for and against claims, and the sources of the article. A source belongs to the
//! article, and claims refer to it. Two claims that name the same address share one source, and
//! deleting a source deletes its uses in the same edit.

use std::rc::Rc;

use crate::{
    app::{
        Dialog, Effect, EvidenceField, EvidenceMsg, EvidenceRef, FocusTarget, SelectionOrigin,
        state::Ctx,
    },
    claim::{Claim, Evidence, Source, Stance},
    edit::{Action, Change, Diff},
    event_context::EventContext,
    id::{ClaimId, SourceId},
    json::JsonObject,
    strings,
    web_url::WebUrl,
};

/// Opens the dialog with the sources; does nothing where no article is open.
pub(in crate::app) fn show_sources(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if ctx.document().is_none() {
        return Vec::new();
    }
    ctx.open_window(Dialog::Sources { deleting: None })
}

/// Handles a message about evidence or sources.
pub(in crate::app) fn change_evidence(msg: EvidenceMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        EvidenceMsg::SourceNamed(claim, text) => name_source(&claim, &text, ctx),
        EvidenceMsg::SourcePicked(claim, source) => {
            add_evidence(&claim, source, String::new(), None, ctx)
        }
        EvidenceMsg::Removed(used) => remove_evidence(&used, ctx),
        EvidenceMsg::StanceChosen(used, stance) => {
            ctx.state.history.end_typing();
            let effects = write_evidence(&used, ctx, |it| it.stance = stance);
            ctx.state.history.end_typing();
            effects
        }
        EvidenceMsg::Typed(used, field, text) => write_evidence(&used, ctx, |it| match field {
            EvidenceField::Quote => it.quote = text,
            EvidenceField::Note => it.note = text,
        }),
        EvidenceMsg::SourceTyped(source, field, text) => {
            write_source(&source, ctx, |it| field.write(it, text))
        }
        EvidenceMsg::KindChosen(source, kind) => {
            ctx.state.history.end_typing();
            let effects = write_source(&source, ctx, |it| it.kind = kind);
            ctx.state.history.end_typing();
            effects
        }
        EvidenceMsg::SourceTaken(source) => ask_to_delete_source(&source, ctx),
        EvidenceMsg::SourceDeleted(source) => delete_source(&source, ctx),
        EvidenceMsg::ClaimShown(claim) => {
            ctx.close_window();
            ctx.pick_claim(&claim, SelectionOrigin::Elsewhere)
        }
    }
}

/// Gives a claim evidence from the source that `text` names or whose address it is, and creates
/// the source where there is none. An address of a copy in a web archive also completes a known
/// source that has no copy yet, and the words of a text fragment become the quoted words.
fn name_source(claim: &ClaimId, text: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(id) = SourceId::new(&ctx.event.uuid(0)) else { return Vec::new() };
    let sources = document.sources();
    let order = sources.iter().map(|it| it.order.saturating_add(1)).max().unwrap_or(0);
    let named = Source { order, ..Source::named(id, text) };
    if named.url.is_none() && named.title.is_none() {
        return Vec::new();
    }
    let quote = WebUrl::parse_lenient(text).and_then(|it| it.text_fragment().map(str::to_owned));
    let quote = quote.unwrap_or_default();
    let known = sources.into_iter().find(|it| it.is_same_as(&named));
    let Some(known) = known.cloned() else {
        return add_evidence(claim, named.id.clone(), quote, Some(named), ctx);
    };
    let id = known.id.clone();
    let copied = named.archived.filter(|_| known.archived.is_none());
    let copied = copied.map(|copy| Source { archived: Some(copy), ..known });
    add_evidence(claim, id, quote, copied, ctx)
}

/// Gives a claim evidence from a source. `new` is a source that the article does not have yet,
/// or the known one with more details. The stance is context, because the user has not said yet
/// whether the source supports or refutes the claim.
fn add_evidence(
    claim: &ClaimId,
    source: SourceId,
    quote: String,
    new: Option<Source>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(name) = new.as_ref().or(document.source(&source).map(Rc::as_ref)) else {
        return Vec::new();
    };
    let name = strings::source_name(name).to_owned();
    let is_there = |it: &Evidence| it.source == source && it.quote == quote;
    if document.claim(claim).is_some_and(|it| it.evidence.iter().any(is_there)) {
        ctx.announce(strings::evidence_is_there(&name));
        return Vec::new();
    }
    let made = new.map(|new| {
        let before = document.source(&new.id).cloned();
        Change::Source(new.id.clone(), Diff { before, after: Some(Rc::new(new)) })
    });
    ctx.announce(strings::evidence_added(&name));
    let action = Action::EvidenceAdded(claim.clone());
    ctx.change_claim(claim, action, made.into_iter().collect(), |claim| {
        let (note, unknown) = (String::new(), JsonObject::new());
        claim.evidence.push(Evidence { source, stance: Stance::Context, quote, note, unknown });
    })
}

/// Removes evidence from a claim. With its last use goes a source of which only the name is
/// known.
fn remove_evidence(used: &EvidenceRef, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let evidence = document.claim(&used.claim).map(|it| it.evidence.as_slice());
    let Some(at) = used.position(evidence.unwrap_or_default()) else { return Vec::new() };
    let is_last = document.evidence_using(&used.source).nth(1).is_none();
    let source = document.source(&used.source);
    let name = source.map(|it| strings::source_name(it).to_owned()).unwrap_or_default();
    let gone = source.filter(|it| is_last && it.has_only_name()).cloned();
    let gone = gone.map(|it| without(&it)).into_iter().collect();
    ctx.announce(strings::evidence_taken(&name));
    let action = Action::EvidenceRemoved(used.claim.clone());
    let mut effects = ctx.change_claim(&used.claim, action, gone, |claim| {
        claim.evidence.remove(at);
    });
    if ctx.state.mode.claim() == Some(&used.claim) {
        effects.push(Effect::Focus(FocusTarget::Evidence));
    }
    effects
}

/// Commits a change of one use of a source.
fn write_evidence(
    used: &EvidenceRef,
    ctx: &mut Ctx<'_>,
    change: impl FnOnce(&mut Evidence),
) -> Vec<Effect> {
    let action = Action::EvidenceWritten(used.claim.clone());
    ctx.change_claim(&used.claim, action, Vec::new(), |claim| {
        let at = used.position(&claim.evidence);
        if let Some(evidence) = at.and_then(|at| claim.evidence.get_mut(at)) {
            change(evidence);
        }
    })
}

/// Commits a change of a source; does nothing where the source stays the same.
fn write_source(
    source: &SourceId,
    ctx: &mut Ctx<'_>,
    change: impl FnOnce(&mut Source),
) -> Vec<Effect> {
    let before = ctx.document().and_then(|it| it.source(source)).cloned();
    let Some(before) = before else { return Vec::new() };
    let mut after = before.as_ref().clone();
    change(&mut after);
    if after == *before {
        return Vec::new();
    }
    let diff = Diff { before: Some(before), after: Some(Rc::new(after)) };
    let change = Change::Source(source.clone(), diff);
    ctx.commit_on_open_article(Action::SourceWritten(source.clone()), vec![change])
}

/// Deletes a source that no claim uses. For one that claims use, the first call shows in the
/// dialog what the deletion would touch, and a second call closes this question again and keeps
/// the source.
fn ask_to_delete_source(source: &SourceId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    if document.evidence_using(source).next().is_none() {
        return delete_source(source, ctx);
    }
    let at = document.sources().iter().position(|it| it.id == *source).unwrap_or_default();
    let message = Dialog::Sources { deleting: Some(source.clone()) };
    if ctx.state.dialog.as_ref() != Some(&message) {
        return ctx.open_window(message);
    }
    let mut effects = show_sources(ctx);
    effects.push(Effect::Focus(FocusTarget::Source(at)));
    effects
}

/// Deletes a source and all its uses in one edit.
fn delete_source(source: &SourceId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(before) = document.source(source).cloned() else { return Vec::new() };
    let sources = document.sources();
    let at = sources.iter().position(|it| it.id == *source).unwrap_or_default();
    let next = at.min(sources.len().saturating_sub(2));
    let using = document.claims().filter(|it| it.evidence.iter().any(|it| it.source == *source));
    let mut changes: Vec<Change> =
        using.map(|claim| without_source(claim, source, ctx.event)).collect();
    changes.push(without(&before));
    if ctx.state.dialog.is_some() {
        show_sources(ctx);
    }
    ctx.announce(strings::source_deleted(strings::source_name(&before)));
    let mut effects = ctx.commit_on_open_article(Action::SourceDeleted, changes);
    effects.push(Effect::Focus(FocusTarget::Source(next)));
    effects
}

/// Returns the change that deletes a source.
fn without(source: &Rc<Source>) -> Change {
    Change::Source(source.id.clone(), Diff { before: Some(Rc::clone(source)), after: None })
}

/// Returns the change that removes all evidence from a source from a claim.
fn without_source(claim: &Rc<Claim>, source: &SourceId, context: EventContext) -> Change {
    let mut after = claim.as_ref().clone();
    after.evidence.retain(|it| it.source != *source);
    after.modified = context.time();
    let diff = Diff { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
    Change::Claim(claim.id.clone(), diff)
}
