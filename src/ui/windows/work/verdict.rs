//! What the check of a claim found: a rating or a sentence, and why.

use yew::prelude::*;

use crate::{
    app::{Command, Desk, Msg, WorkMsg},
    claim::{Claim, Scale, Standing},
    id::ClaimId,
    words,
};

use crate::ui::{
    buttons::{button, command_button},
    hooks::{leave_field_on_escape, typed_text},
};

use super::presses::{Choice, presses};

/// The choice of a verdict, the reason for it, and the way to the scale.
pub(super) fn verdict(desk: &Desk, scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let other = given.and_then(|it| {
        let standing = it.standing(scale);
        let is_other = standing == Standing::Other;
        let from = is_other.then(|| desk.scale_name(&it.scale)).flatten();
        words::verdict_from(&it.label, from.as_deref(), standing)
    });
    let lacks = given.is_some_and(|it| desk.asks_for_reasons() && it.lacks_reason(scale));
    html! {
        <div class="verdict">
            <div class="head">
                <span>{ words::VERDICT }</span>
                { command_button(Command::EditScale, "plain", Some(words::SCALE), on) }
            </div>
            if let Some(other) = other {
                <p class="other" dir="auto">{ other }</p>
            }
            if scale.is_sentence() {
                { sentence(scale, claim, on) }
            } else {
                { ratings(scale, claim, on) }
            }
            // It is said aloud when the rating is chosen.
            if lacks {
                <p class="asked">{ words::REASON_ASKED }</p>
            }
            if let Some(given) = given {
                { field(words::REASON, &given.summary, claim, WorkMsg::ReasonTyped, on) }
                { button(
                    words::TAKE_VERDICT_BACK, "quiet",
                    Msg::Work(WorkMsg::VerdictTaken(claim.id.clone())), on,
                ) }
            }
        </div>
    }
}

/// A press for each rating; those that have no words yet are left out.
fn ratings(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let given = given.filter(|verdict| verdict.standing(scale) == Standing::Current);
    let chosen = given.and_then(|verdict| verdict.rating.as_ref());
    let named = scale.ratings.iter().filter(|rating| !rating.label.trim().is_empty());
    let choices = named.map(|rating| Choice {
        name: format!("rating-{}", rating.id),
        label: rating.label.clone().into(),
        is_taken: chosen == Some(&rating.id),
        msg: WorkMsg::RatingChosen(claim.id.clone(), rating.id.clone()),
    });
    presses(words::VERDICT, choices, on)
}

/// The field for a verdict in a sentence; one from another scale stands beside it.
fn sentence(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let given = given.filter(|verdict| verdict.standing(scale) == Standing::Current);
    let said = given.map_or("", |verdict| verdict.label.as_str());
    field(words::SENTENCE, said, claim, WorkMsg::SentenceWritten, on)
}

fn field(
    label: &'static str,
    said: &str,
    claim: &Claim,
    written: fn(ClaimId, String) -> WorkMsg,
    on: &Callback<Msg>,
) -> Html {
    let id = claim.id.clone();
    html! {
        <label>
            <span>{ label }</span>
            <textarea
                rows="2" dir="auto" value={said.to_owned()}
                oninput={on.reform(move |event: InputEvent| {
                    Msg::Work(written(id.clone(), typed_text(&event)))
                })}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
        </label>
    }
}
