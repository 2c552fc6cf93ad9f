//! A claim that is open.

use yew::prelude::*;

use crate::{
    app::{Desk, Field, Msg, RepairMsg, view::Card},
    claim::Claim,
    words,
};

use crate::ui::{
    buttons::{button, sign_button},
    hooks::{leave_field_on_escape, typed_text},
    tag_field::{TagFieldView, tag_field},
};

use super::{markdown::Markdown, work};

/// All of a claim that is open: its tags, its note, and the work on it.
pub fn open_claim(desk: &Desk, card: &Card, on: &Callback<Msg>) -> Html {
    let claim = &card.claim;
    let seen = Msg::Repair(RepairMsg::WordsSeen(claim.id.clone()));
    html! {
        <div class="claim-work">
            if claim.corrected.is_some() {
                <p>{ button(words::WORDS_SEEN, "", seen, on) }</p>
            }
            { tags(desk, card, on) }
            { note(claim, on) }
            { work::claim_work(desk, claim, on) }
            <p class="foot">
                <span>{ words::whereabouts(card.paragraph, claim.number) }</span>
                { button(words::DELETE_CLAIM, "quiet", Msg::ClaimDeleted(claim.id.clone()), on) }
            </p>
        </div>
    }
}

fn tags(desk: &Desk, card: &Card, on: &Callback<Msg>) -> Html {
    let Some(page) = desk.page() else { return Html::default() };
    let id = &card.claim.id;
    let chips = card.tags.iter().map(|tag| {
        let name = words::remove_tag(&tag.label);
        let msg = Msg::TagRemoved(id.clone(), tag.id.clone());
        html! {
            <li key={tag.id.to_string()} class="tag" data-color={tag.color}>
                { &tag.label }
                { sign_button("×", name, "", msg, on) }
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
                typed: desk.typed(&Field::Card(id.clone())),
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
                <span>{ words::NOTE }</span>
                <textarea
                    rows="3" dir="auto" placeholder={words::NOTE_HINT} value={claim.note.clone()} {oninput}
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
