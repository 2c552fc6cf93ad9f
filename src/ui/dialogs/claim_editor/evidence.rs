//! The evidence of a claim: its sources, their stance and the words that the claim relies on.
//!
//! The user adds a source by address or title, or picks one that the article has already.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, EvidenceField, EvidenceMsg, EvidenceRef, Field, Msg, Workspace},
    claim::{Claim, Evidence, STANCES, Source},
    document::Document,
    id::{ClaimId, SourceId},
    strings,
};

use crate::ui::{
    buttons::icon_button,
    dialogs::sources::{source_fields, source_line},
    hooks::{leave_field_on_escape, typed_text},
};

use super::{
    source_picker::SourcePicker,
    toggle_group::{Choice, toggle_group},
};

/// Renders the evidence of a claim, and the fields that add more.
pub(super) fn evidence(
    workspace: &Workspace,
    document: &Document,
    claim: &Claim,
    on: &Callback<Msg>,
) -> Html {
    let uses = EvidenceRef::all(&claim.id, &claim.evidence).into_iter().zip(&claim.evidence);
    let uses = uses.map(|(used, it)| one(&used, it, document, on));
    html! {
        <div class="evidence">
            if !claim.evidence.is_empty() {
                <ul>{ for uses }</ul>
            }
            { add_field(&claim.id, workspace.typed(&Field::Source(claim.id.clone())), on) }
            { source_picker(document, claim, on) }
        </div>
    }
}

fn to_msg(msg: EvidenceMsg) -> Msg {
    Msg::Claim(ClaimMsg::Evidence(msg))
}

/// Renders the field for a source's address or title. The draft stays until the user adds the
/// source.
fn add_field(claim: &ClaimId, typed: &str, on: &Callback<Msg>) -> Html {
    let field = Field::Source(claim.clone());
    let is_empty = typed.trim().is_empty();
    let oninput = {
        let field = field.clone();
        on.reform(move |event: InputEvent| Msg::Typed(field.clone(), typed_text(&event)))
    };
    let take = {
        let (on, claim, typed) = (on.clone(), claim.clone(), typed.to_owned());
        Callback::from(move |()| {
            if !is_empty {
                on.emit(to_msg(EvidenceMsg::SourceNamed(claim.clone(), typed.clone())));
                on.emit(Msg::Typed(field.clone(), String::new()));
            }
        })
    };
    let onkeydown = {
        let take = take.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
            leave_field_on_escape(&event);
        })
    };
    html! {
        <div class="add-source">
            <label>
                <span>{ strings::ADD_SOURCE }</span>
                <input
                    type="text" dir="auto" autocomplete="off" placeholder={strings::ADD_SOURCE_HINT}
                    value={typed.to_owned()} {oninput} {onkeydown}
                />
            </label>
            <button type="button" disabled={is_empty} onclick={take.reform(|_: MouseEvent| ())}>
                { strings::ADD }
            </button>
        </div>
    }
}

/// Renders the list of the article's sources, to use one of them for this claim too.
fn source_picker(document: &Document, claim: &Claim, on: &Callback<Msg>) -> Html {
    let sources = document.sources().into_iter();
    let sources: Vec<(SourceId, AttrValue)> =
        sources.map(|it| (it.id.clone(), strings::source_in_list(it).into())).collect();
    if sources.is_empty() {
        return Html::default();
    }
    let id = claim.id.clone();
    let on_used = on.reform(move |source| to_msg(EvidenceMsg::SourcePicked(id.clone(), source)));
    html! { <SourcePicker {sources} {on_used} /> }
}

fn one(used: &EvidenceRef, evidence: &Evidence, document: &Document, on: &Callback<Msg>) -> Html {
    let bare = Source::bare(used.source.clone());
    let source = document.source(&used.source).map_or(&bare, |it| it.as_ref());
    let name = strings::remove_evidence(strings::source_name(source), used.nth);
    html! {
        <li key={format!("{}-{}", used.source, used.nth)}>
            <div class="named">
                { source_line(source) }
                { icon_button("×", name, "icon", to_msg(EvidenceMsg::Removed(used.clone())), on) }
            </div>
            { stances(used, evidence, on) }
            { text(used, EvidenceField::Quote, strings::QUOTE, &evidence.quote, on) }
            { text(used, EvidenceField::Note, strings::EVIDENCE_NOTE, &evidence.note, on) }
            <details>
                <summary>{ strings::ABOUT_SOURCE }</summary>
                { source_fields(source, on) }
            </details>
        </li>
    }
}

/// Renders a button for each stance of a source.
fn stances(used: &EvidenceRef, evidence: &Evidence, on: &Callback<Msg>) -> Html {
    let stances = STANCES.iter().map(|(stance, name)| Choice {
        name: format!("stance-{name}"),
        label: strings::stance(*stance).into(),
        is_taken: evidence.stance == *stance,
        msg: ClaimMsg::Evidence(EvidenceMsg::StanceChosen(used.clone(), *stance)),
    });
    toggle_group(strings::STANCE, stances, on)
}

fn text(
    used: &EvidenceRef,
    field: EvidenceField,
    label: &'static str,
    value: &str,
    on: &Callback<Msg>,
) -> Html {
    let used = used.clone();
    let oninput =
        on.reform(move |event| to_msg(EvidenceMsg::Typed(used.clone(), field, typed_text(&event))));
    html! {
        <label>
            <span>{ label }</span>
            <textarea
                rows="2" dir="auto" value={value.to_owned()} {oninput}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
        </label>
    }
}
