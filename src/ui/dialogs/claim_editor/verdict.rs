//! The verdict of a claim: a rating or a sentence, and the reason for it.
//!
//! If the verdict is from another scale or from an earlier state of this one, a line shows it above
//! the choices.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Command, Msg, Workspace},
    claim::{Claim, Scale, ScaleMatch},
    id::ClaimId,
    strings,
};

use crate::ui::{
    buttons::{button, command_button},
    hooks::{leave_field_on_escape, typed_text},
};

use super::toggle_group::{Choice, toggle_group};

/// Renders the choice of a verdict, the field for its reason, and the button that opens the dialog
/// of the scale.
pub(super) fn verdict(
    workspace: &Workspace,
    scale: &Scale,
    claim: &Claim,
    on: &Callback<Msg>,
) -> Html {
    let given = claim.verdict.as_ref();
    let other = given.and_then(|it| {
        let scale_match = it.match_scale(scale);
        let is_other = scale_match == ScaleMatch::Other;
        let from = is_other.then(|| workspace.scale_name(&it.scale)).flatten();
        strings::verdict_from(&it.label, from.as_deref(), scale_match)
    });
    let lacks = given.is_some_and(|it| workspace.asks_for_reasons() && it.needs_reason(scale));
    html! {
        <div class="verdict">
            <div class="head">
                <span>{ strings::VERDICT }</span>
                { command_button(Command::EditScale, "plain", Some(strings::SCALE), on) }
            </div>
            if let Some(other) = other {
                <p class="other" dir="auto">{ other }</p>
            }
            if scale.is_free_text() {
                { sentence(scale, claim, on) }
            } else {
                { ratings(scale, claim, on) }
            }
            // This paragraph is no live region, because the page announces the request when the
            // user chooses the rating.
            if lacks {
                <p class="asked">{ strings::REASON_ASKED }</p>
            }
            if let Some(given) = given {
                { field(strings::REASON, &given.summary, claim, ClaimMsg::ReasonTyped, on) }
                { button(
                    strings::TAKE_VERDICT_BACK, "quiet",
                    Msg::Claim(ClaimMsg::VerdictRemoved(claim.id.clone())), on,
                ) }
            }
        </div>
    }
}

/// Renders a button for each rating that has a label.
fn ratings(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let given = given.filter(|verdict| verdict.match_scale(scale) == ScaleMatch::Current);
    let chosen = given.and_then(|verdict| verdict.rating.as_ref());
    let named = scale.ratings.iter().filter(|rating| !rating.label.trim().is_empty());
    let choices = named.map(|rating| Choice {
        name: format!("rating-{}", rating.id),
        label: rating.label.clone().into(),
        is_taken: chosen == Some(&rating.id),
        msg: ClaimMsg::RatingChosen(claim.id.clone(), rating.id.clone()),
    });
    toggle_group(strings::VERDICT, choices, on)
}

/// Renders the field for a verdict in a sentence. The field is empty if the verdict is from another
/// scale, which the line above shows.
fn sentence(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let given = given.filter(|verdict| verdict.match_scale(scale) == ScaleMatch::Current);
    let said = given.map_or("", |verdict| verdict.label.as_str());
    field(strings::SENTENCE, said, claim, ClaimMsg::VerdictTextChanged, on)
}

fn field(
    label: &'static str,
    said: &str,
    claim: &Claim,
    written: fn(ClaimId, String) -> ClaimMsg,
    on: &Callback<Msg>,
) -> Html {
    let id = claim.id.clone();
    html! {
        <label>
            <span>{ label }</span>
            <textarea
                rows="2" dir="auto" value={said.to_owned()}
                oninput={on.reform(move |event: InputEvent| {
                    Msg::Claim(written(id.clone(), typed_text(&event)))
                })}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
        </label>
    }
}
