//! What the check of a claim found.

use yew::prelude::*;

use crate::{
    app::{Msg, WorkMsg},
    claim::{Claim, Scale, Verdict},
    words,
};

use crate::ui::{
    buttons::button,
    hooks::{leave_field_on_escape, typed_text},
};

/// The ratings of the scale, a verdict in a sentence, and the reason.
pub(super) fn verdict(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref();
    let is_other = given.is_some_and(|it| it.scale != scale.id);
    html! {
        <>
            if let Some(given) = given.filter(|_| is_other) {
                <p class="other-scale">{ words::other_scale(given) }</p>
            }
            { ratings(scale, claim, on) }
            <label>
                <span>{ words::SENTENCE }</span>
                <input
                    type="text" dir="auto" value={sentence(given).to_owned()}
                    oninput={typed(claim, on, WorkMsg::SentenceTyped)}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if let Some(given) = given {
                { reason(scale, claim, given, on) }
            }
        </>
    }
}

fn ratings(scale: &Scale, claim: &Claim, on: &Callback<Msg>) -> Html {
    let given = claim.verdict.as_ref().filter(|it| it.scale == scale.id);
    let given = given.and_then(|it| it.rating.as_ref());
    let ratings = scale.ratings.iter().map(|rating| {
        let msg = WorkMsg::RatingChosen(claim.id.clone(), rating.id.clone());
        html! {
            <button
                type="button" onclick={on.reform(move |_: MouseEvent| Msg::Work(msg.clone()))}
                aria-pressed={(given == Some(&rating.id)).to_string()}
            >
                { &rating.label }
            </button>
        }
    });
    html! { <div class="statuses" role="group" aria-label={words::VERDICT}>{ for ratings }</div> }
}

fn reason(scale: &Scale, claim: &Claim, given: &Verdict, on: &Callback<Msg>) -> Html {
    html! {
        <>
            <label>
                <span>{ words::REASON }</span>
                <textarea
                    rows="2" dir="auto" data-field="reason" value={given.summary.clone()}
                    oninput={typed(claim, on, WorkMsg::ReasonTyped)}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if given.lacks_reason(scale) {
                <p class="asked" role="status">{ words::REASON_ASKED }</p>
            }
            <p>
                { button(words::TAKE_VERDICT_BACK, "", Msg::Work(WorkMsg::VerdictTaken(claim.id.clone())), on) }
            </p>
        </>
    }
}

/// The words of a verdict that is a sentence.
fn sentence(given: Option<&Verdict>) -> &str {
    given.filter(|it| it.rating.is_none()).map_or("", |it| it.label.as_str())
}

fn typed(
    claim: &Claim,
    on: &Callback<Msg>,
    msg: fn(crate::id::ClaimId, String) -> WorkMsg,
) -> Callback<InputEvent> {
    let id = claim.id.clone();
    on.reform(move |event| Msg::Work(msg(id.clone(), typed_text(&event))))
}
