//! The evidence of a claim: what its sources do to it, and in which words.

use yew::prelude::*;

use crate::{
    app::{Desk, EvidenceMsg, Field, Msg, Use, UseField, WorkMsg},
    claim::{Claim, Evidence, STANCES, Source},
    document::Document,
    id::{ClaimId, SourceId},
    words,
};

use crate::ui::{
    buttons::sign_button,
    hooks::{leave_field_on_escape, typed_text},
    windows::sources::{source_fields, source_line},
};

use super::{
    again::Again,
    presses::{Choice, presses},
};

/// The evidence of a claim, and where more is added.
pub(super) fn evidence(
    desk: &Desk,
    document: &Document,
    claim: &Claim,
    on: &Callback<Msg>,
) -> Html {
    let uses = Use::all(&claim.id, &claim.evidence).into_iter().zip(&claim.evidence);
    let uses = uses.map(|(used, it)| one(&used, it, document, on));
    html! {
        <div class="evidence">
            if !claim.evidence.is_empty() {
                <ul>{ for uses }</ul>
            }
            { add_field(&claim.id, desk.typed(&Field::Source(claim.id.clone())), on) }
            { again(document, claim, on) }
        </div>
    }
}

fn told(msg: EvidenceMsg) -> Msg {
    Msg::Work(WorkMsg::Evidence(msg))
}

/// The field that names a source. What is typed is kept until it is taken.
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
                on.emit(told(EvidenceMsg::Named(claim.clone(), typed.clone())));
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
                <span>{ words::ADD_SOURCE }</span>
                <input
                    type="text" dir="auto" autocomplete="off" placeholder={words::ADD_SOURCE_HINT}
                    value={typed.to_owned()} {oninput} {onkeydown}
                />
            </label>
            <button type="button" disabled={is_empty} onclick={take.reform(|_: MouseEvent| ())}>
                { words::ADD }
            </button>
        </div>
    }
}

/// The sources of the article, to be used for this claim, too.
fn again(document: &Document, claim: &Claim, on: &Callback<Msg>) -> Html {
    let sources = document.sources().into_iter();
    let sources: Vec<(SourceId, AttrValue)> =
        sources.map(|it| (it.id.clone(), words::source_in_list(it).into())).collect();
    if sources.is_empty() {
        return Html::default();
    }
    let id = claim.id.clone();
    let on_used = on.reform(move |source| told(EvidenceMsg::Reused(id.clone(), source)));
    html! { <Again {sources} {on_used} /> }
}

fn one(used: &Use, evidence: &Evidence, document: &Document, on: &Callback<Msg>) -> Html {
    let bare = Source::bare(used.source.clone());
    let source = document.source(&used.source).map_or(&bare, |it| it.as_ref());
    let name = words::take_evidence(words::source_name(source), used.nth);
    html! {
        <li key={format!("{}-{}", used.source, used.nth)}>
            <div class="named">
                { source_line(source) }
                { sign_button("×", name, "icon", told(EvidenceMsg::Taken(used.clone())), on) }
            </div>
            { stances(used, evidence, on) }
            { text(used, UseField::Passage, words::PASSAGE, &evidence.passage, on) }
            { text(used, UseField::Note, words::EVIDENCE_NOTE, &evidence.note, on) }
            <details>
                <summary>{ words::ABOUT_SOURCE }</summary>
                { source_fields(source, on) }
            </details>
        </li>
    }
}

/// A press for each thing that a source can do to a claim.
fn stances(used: &Use, evidence: &Evidence, on: &Callback<Msg>) -> Html {
    let stances = STANCES.iter().map(|(stance, name)| Choice {
        name: format!("stance-{name}"),
        label: words::stance(*stance).into(),
        is_taken: evidence.stance == *stance,
        msg: WorkMsg::Evidence(EvidenceMsg::StanceChosen(used.clone(), *stance)),
    });
    presses(words::STANCE, stances, on)
}

fn text(used: &Use, field: UseField, label: &'static str, value: &str, on: &Callback<Msg>) -> Html {
    let used = used.clone();
    let oninput =
        on.reform(move |event| told(EvidenceMsg::Typed(used.clone(), field, typed_text(&event))));
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
