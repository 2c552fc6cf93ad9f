//! The contents of an open claim: its tags, its note, and the fields to work on it.
//!
//! The list of claims and the pinned claim both use them.

use yew::prelude::*;

use crate::{
    app::{BlockEditMsg, Field, Msg, Workspace, view::ClaimCardView},
    claim::Claim,
    strings,
};

use crate::ui::{
    buttons::{button, icon_button},
    hooks::{leave_field_on_escape, typed_text},
    tag_field::{TagFieldView, tag_field},
};

use super::{claim_editor, markdown::Markdown};

/// Renders the contents of an open claim: its tags, its note, and the fields to work on it.
pub fn open_claim(workspace: &Workspace, card: &ClaimCardView, on: &Callback<Msg>) -> Html {
    let claim = &card.claim;
    let seen = Msg::Repair(BlockEditMsg::QuoteChangeDismissed(claim.id.clone()));
    html! {
        <div class="claim-work">
            if claim.previous_quote.is_some() {
                <p>{ button(strings::WORDS_SEEN, "", seen, on) }</p>
            }
            { tags(workspace, card, on) }
            { note(claim, on) }
            { claim_editor::claim_work(workspace, claim, on) }
            <p class="foot">
                <span>{ strings::whereabouts(card.paragraph, claim.number) }</span>
                { button(strings::DELETE_CLAIM, "quiet", Msg::ClaimDeleted(claim.id.clone()), on) }
            </p>
        </div>
    }
}

fn tags(workspace: &Workspace, card: &ClaimCardView, on: &Callback<Msg>) -> Html {
    let Some(page) = workspace.page() else { return Html::default() };
    let id = &card.claim.id;
    let chips = card.tags.iter().map(|tag| {
        let name = strings::remove_tag(&tag.label);
        let msg = Msg::TagRemoved(id.clone(), tag.id.clone());
        html! {
            <li key={tag.id.to_string()} class="tag" data-color={tag.color}>
                { &tag.label }
                { icon_button("×", name, "", msg, on) }
            </li>
        }
    });
    html! {
        <div class="tags">
            if !card.tags.is_empty() {
                <ul>{ for chips }</ul>
            }
            { tag_field(TagFieldView {
                field: Field::Card(id.clone()),
                typed: workspace.typed(&Field::Card(id.clone())),
                tags: &page.tags,
                named: |field, label| match field {
                    Field::Card(claim) => Msg::TagNamed(claim.clone(), label),
                    Field::Article
                    | Field::Bar
                    | Field::Source(_)
                    | Field::Filter(_)
                    | Field::NewTag
                    | Field::NewRating
                    | Field::Library
                    | Field::Correction(..) => Msg::FieldLeft,
                },
                left: None,
                on,
            }) }
        </div>
    }
}

fn note(claim: &Claim, on: &Callback<Msg>) -> Html {
    let oninput = {
        let (on, id) = (on.clone(), claim.id.clone());
        Callback::from(move |event: InputEvent| {
            on.emit(Msg::NoteTyped(id.clone(), typed_text(&event)));
        })
    };
    html! {
        <>
            <label class="note">
                <span>{ strings::NOTE }</span>
                <textarea
                    rows="3" dir="auto" placeholder={strings::NOTE_HINT} value={claim.note.clone()} {oninput}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if !claim.note.trim().is_empty() {
                <Markdown note={claim.note.clone()} />
            }
        </>
    }
}
