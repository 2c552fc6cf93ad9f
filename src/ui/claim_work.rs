//! Where a claim is worked on.

use yew::prelude::*;

use crate::{
    app::{Field, Msg, RepairMsg},
    words,
};

use super::{
    ClaimCardProps, Markdown,
    buttons::{button, sign_button},
    hooks::{leave_field_on_escape, typed_text},
    tag_field::{TagFieldView, tag_field},
};

/// The tags and the note of a claim, to be worked on.
pub(super) fn claim_work(props: &ClaimCardProps) -> Html {
    let claim = &props.card.claim;
    let seen = Msg::Repair(RepairMsg::WordsSeen(claim.id.clone()));
    html! {
        <div class="claim-work">
            if claim.corrected.is_some() {
                <p>{ button(words::WORDS_SEEN, "", seen, &props.on) }</p>
            }
            { tags(props) }
            { note(props) }
            { props.work.clone() }
            <p class="foot">
                <span>{ words::whereabouts(props.card.paragraph, claim.number) }</span>
                { button(words::DELETE_CLAIM, "quiet", Msg::ClaimDeleted(claim.id.clone()), &props.on) }
            </p>
        </div>
    }
}

fn tags(props: &ClaimCardProps) -> Html {
    let id = &props.card.claim.id;
    let chips = props.card.tags.iter().map(|tag| {
        let name = words::remove_tag(&tag.label);
        let msg = Msg::TagRemoved(id.clone(), tag.id.clone());
        html! {
            <li key={tag.id.to_string()} class="tag" data-color={tag.color}>
                { &tag.label }
                { sign_button("×", name, "", msg, &props.on) }
            </li>
        }
    });
    html! {
        <div class="tags">
            if !props.card.tags.is_empty() {
                <ul>{ for chips }</ul>
            }
            { tag_field(TagFieldView {
                field: Field::Card(id.clone()),
                typed: &props.typed,
                tags: &props.tags,
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
                on: &props.on,
            }) }
        </div>
    }
}

fn note(props: &ClaimCardProps) -> Html {
    let claim = &props.card.claim;
    let oninput = {
        let (on, id) = (props.on.clone(), claim.id.clone());
        Callback::from(move |event: InputEvent| {
            on.emit(Msg::NoteTyped(id.clone(), typed_text(&event)));
        })
    };
    html! {
        <>
            <label class="note">
                <span>{ words::NOTE }</span>
                <textarea
                    rows="3" placeholder={words::NOTE_HINT} value={claim.note.clone()} {oninput}
                    onfocusout={props.on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if !claim.note.trim().is_empty() {
                <Markdown note={claim.note.clone()} />
            }
        </>
    }
}
