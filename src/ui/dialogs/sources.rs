//! The dialog with the sources of the article and the claims that use them.
//!
//! The user can edit a source, delete it, or go to a claim that uses it.

mod fields;

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, EvidenceMsg, Msg},
    claim::{Claim, Evidence, Source},
    document::Document,
    id::SourceId,
    strings,
};

use crate::ui::{
    ModalWindow,
    buttons::{button, icon_button},
};

pub(super) use fields::{source_fields, source_line};

/// Renders the dialog with all sources of the article and their uses.
pub(super) fn sources_window(
    document: &Document,
    deleting: Option<&SourceId>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let sources = document.sources();
    let rows = sources.iter().map(|source| row(source, document, deleting, on));
    html! {
        <ModalWindow class="window sources" title={strings::SOURCES} {on_left}>
            if sources.is_empty() {
                <p>{ strings::NO_SOURCES }</p>
            }
            <ul class="rows">{ for rows }</ul>
            <p class="actions">{ button(strings::CLOSE, "primary", Msg::WindowClosed, on) }</p>
        </ModalWindow>
    }
}

fn to_msg(msg: EvidenceMsg) -> Msg {
    Msg::Claim(ClaimMsg::Evidence(msg))
}

fn row(
    source: &Source,
    document: &Document,
    deleting: Option<&SourceId>,
    on: &Callback<Msg>,
) -> Html {
    let name = strings::source_name(source);
    let asked = to_msg(EvidenceMsg::SourceTaken(source.id.clone()));
    let deleted = to_msg(EvidenceMsg::SourceDeleted(source.id.clone()));
    let uses: Vec<Html> = document
        .evidence_using(&source.id)
        .map(|(claim, evidence)| one_use(claim, evidence, document, on))
        .collect();
    html! {
        <li key={source.id.to_string()}>
            <div class="named">
                { source_line(source) }
                { icon_button("×", strings::delete_source(name), "icon", asked.clone(), on) }
            </div>
            if deleting == Some(&source.id) {
                <div class="deleting" role="alert">
                    <p>{ strings::deleting_source(name, uses.len()) }</p>
                    { button(strings::DELETE, "bad", deleted, on) }
                    { button(strings::KEEP, "", asked, on) }
                </div>
            }
            if uses.is_empty() {
                <p class="unused">{ strings::UNUSED_SOURCE }</p>
            } else {
                <ul class="uses">{ uses }</ul>
            }
            <details>
                <summary>{ strings::ABOUT_SOURCE }</summary>
                { source_fields(source, on) }
            </details>
        </li>
    }
}

/// Renders a use of a source as a button that shows the claim.
fn one_use(claim: &Claim, evidence: &Evidence, document: &Document, on: &Callback<Msg>) -> Html {
    let quote = claim.target.quote(document.blocks());
    let quote = quote.unwrap_or_else(|| claim.restated.clone());
    let msg = to_msg(EvidenceMsg::ClaimShown(claim.id.clone()));
    html! {
        <li>
            <button type="button" onclick={on.reform(move |_: MouseEvent| msg.clone())}>
                <small>{ strings::stance(evidence.stance) }</small>
                <span dir="auto">{ strings::use_of_source(claim.number, &quote) }</span>
            </button>
            if !evidence.quote.trim().is_empty() {
                <q dir="auto">{ &evidence.quote }</q>
            }
        </li>
    }
}
