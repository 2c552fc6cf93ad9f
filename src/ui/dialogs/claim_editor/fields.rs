//! The text fields of a claim, and the groups that the user can fold.
//!
//! Each field sends a message for every change, and another one when the user leaves it.

use yew::prelude::*;

use crate::{
    app::{ClaimField, ClaimMsg, Msg, WORK_FIELDS},
    claim::Claim,
    document::Document,
    strings,
};

use crate::ui::hooks::{leave_field_on_escape, typed_text};

/// How many claims the program searches for names of claimants, so that typing stays fast.
const LOOKED_AT: usize = 1_000;
/// The longest name that the program suggests, in bytes.
const LONGEST: usize = 200;

/// Properties of [`Group`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GroupProps {
    /// The heading of the group.
    pub(super) name: AttrValue,
    /// Whether the group has contents.
    pub(super) is_known: bool,
    /// The fields.
    pub(super) children: Html,
}

/// Renders fields under a heading. The group starts folded if it has no contents; after that only
/// the user folds or opens it.
#[component]
pub(super) fn Group(props: &GroupProps) -> Html {
    let is_open = use_memo((), |()| props.is_known);
    html! {
        <details open={*is_open}>
            <summary>{ &props.name }</summary>
            { props.children.clone() }
        </details>
    }
}

/// Renders a field of one line.
pub(super) fn field(field: ClaimField, claim: &Claim, on: &Callback<Msg>) -> Html {
    let list = (field == ClaimField::ClaimantName).then(|| names_of(claim));
    html! {
        <label>
            <span>{ field.label() }</span>
            <input
                type="text" dir="auto" {list} placeholder={hint(field)}
                value={field.value(claim).to_owned()} oninput={typed(field, claim, on)}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
        </label>
    }
}

/// Renders a field of several lines.
pub(super) fn long_field(field: ClaimField, claim: &Claim, on: &Callback<Msg>) -> Html {
    html! {
        <label>
            <span>{ field.label() }</span>
            <textarea
                rows="2" dir="auto" data-field={name(field)} value={field.value(claim).to_owned()}
                oninput={typed(field, claim, on)}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
        </label>
    }
}

fn typed(field: ClaimField, claim: &Claim, on: &Callback<Msg>) -> Callback<InputEvent> {
    let id = claim.id.clone();
    on.reform(move |event| Msg::Claim(ClaimMsg::Typed(id.clone(), field, typed_text(&event))))
}

fn name(field: ClaimField) -> &'static str {
    WORK_FIELDS.iter().find(|row| row.field == field).map_or("", |row| row.name)
}

fn hint(field: ClaimField) -> &'static str {
    WORK_FIELDS.iter().find(|row| row.field == field).map_or("", |row| row.hint)
}

/// Returns the identifier of the list of names. It has the claim's number in it, because two claims
/// may be open at once.
fn names_of(claim: &Claim) -> String {
    format!("claimants-{}", claim.number)
}

/// Renders the list of claimants' names in the article, each once, as suggestions.
pub(super) fn names(document: &Document, claim: &Claim) -> Html {
    let mut names: Vec<&str> = Vec::new();
    let claims = document.claims_unordered().take(LOOKED_AT);
    let claimants = claims.filter_map(|claim| claim.claimant.as_ref());
    for claimant in claimants.filter(|it| (1..=LONGEST).contains(&it.name.len())) {
        if let Err(place) = names.binary_search(&claimant.name.as_str()) {
            names.insert(place, &claimant.name);
        }
    }
    let options = names.into_iter().map(|name| html! { <option value={name.to_owned()} /> });
    html! { <datalist id={names_of(claim)} aria-label={strings::CLAIMANT}>{ for options }</datalist> }
}
