//! The dialog that chooses and edits the scale of the article.
//!
//! Built-in scales can only be chosen. The user makes an editable scale by copying one.

mod number;

use std::rc::Rc;

use number::NumberField;
use serde_json::Number;
use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Field, Msg, ScaleMsg, Workspace},
    claim::{Rating, Scale},
    strings,
};

use crate::ui::{
    ModalWindow,
    buttons::{button, icon_button},
    hooks::{chosen_option, typed_text},
};

/// Renders the dialog that chooses the article's scale and edits a custom one.
pub(super) fn scale_window(
    workspace: &Workspace,
    offered: &[Rc<Scale>],
    said: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let Some(document) = workspace.document() else { return Html::default() };
    let scale = document.scale();
    let asked = |label, msg| button(label, "", to_msg(msg), on);
    html! {
        <ModalWindow
            class="window scale-window" title={strings::SCALE}
            on_left={on.reform(|()| Msg::WindowClosed)}
        >
            <p class="hint">{ strings::SCALE_HINT }</p>
            if let Some(said) = said {
                <p class="said" role="status">{ said }</p>
            }
            { choice(scale, offered, on) }
            if scale.is_shipped() {
                { shipped(scale) }
            } else {
                { own(scale, workspace.typed(&Field::NewRating), on) }
            }
            <label class="check">
                <input
                    type="checkbox" checked={workspace.asks_for_reasons()}
                    onchange={on.reform(|_: Event| to_msg(ScaleMsg::ReasonPromptToggled))}
                />
                { strings::ASK_REASONS }
            </label>
            <p class="actions">
                { asked(strings::MAKE_OWN, ScaleMsg::Customized) }
                { asked(strings::TAGS_FOR_NEW, ScaleMsg::ChosenForNew) }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

fn to_msg(msg: ScaleMsg) -> Msg {
    Msg::Claim(ClaimMsg::Scale(msg))
}

/// Renders the choice of a scale. The article's scale comes first if it is not one of those on
/// offer.
fn choice(scale: &Rc<Scale>, offered: &[Rc<Scale>], on: &Callback<Msg>) -> Html {
    let own = (!offered.contains(scale)).then_some(scale);
    let rows: Vec<Rc<Scale>> = own.into_iter().chain(offered).cloned().collect();
    let options = rows.iter().enumerate().map(|(at, it)| {
        let label = strings::scale_name(it);
        html! { <option value={at.to_string()} selected={it == scale}>{ label }</option> }
    });
    let options: Html = options.collect();
    let onchange = on.reform(move |event: Event| {
        let at = chosen_option(&event).parse().ok();
        let chosen = at.and_then(|at: usize| rows.get(at));
        chosen.map_or(Msg::FieldLeft, |it| to_msg(ScaleMsg::Chosen(Rc::clone(it))))
    });
    html! {
        <label>
            <span>{ strings::SCALES }</span>
            <select {onchange} onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}>
                { options }
            </select>
        </label>
    }
}

/// Renders the ratings of a built-in scale.
fn shipped(scale: &Scale) -> Html {
    let ratings = scale.ratings.iter().map(|rating| {
        html! { <li>{ strings::rating(&rating.label, rating.value.as_ref()) }</li> }
    });
    html! {
        <>
            <ul class="ratings" aria-label={strings::RATINGS}>{ for ratings }</ul>
            if scale.is_free_text() {
                <p class="hint">{ strings::SENTENCE_HINT }</p>
            }
            <p class="hint">{ strings::SHIPPED_HINT }</p>
        </>
    }
}

/// Renders the fields of a custom scale.
fn own(scale: &Scale, typed: &str, on: &Callback<Msg>) -> Html {
    let named = on.reform(|event: InputEvent| to_msg(ScaleMsg::Named(typed_text(&event))));
    html! {
        <>
            <label>
                <span>{ strings::SCALE_NAME }</span>
                <input
                    type="text" dir="auto" value={scale.label.clone()} oninput={named}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                />
            </label>
            <ul class="rows" aria-label={strings::RATINGS}>
                { for scale.ratings.iter().map(|rating| row(rating, on)) }
            </ul>
            if scale.is_free_text() {
                <p class="hint">{ strings::SENTENCE_HINT }</p>
            }
            { new_rating(typed, on) }
        </>
    }
}

fn row(rating: &Rating, on: &Callback<Msg>) -> Html {
    let Rating { id, label, value, .. } = rating;
    let labelled = on.reform({
        let id = id.clone();
        move |event: InputEvent| to_msg(ScaleMsg::RatingLabelled(id.clone(), typed_text(&event)))
    });
    let small =
        |sign, name, msg| icon_button(sign, strings::of_tag(name, label), "icon", to_msg(msg), on);
    html! {
        <li key={id.clone()} data-rating={id.clone()}>
            <input
                type="text" dir="auto" class="label" aria-label={strings::RATING}
                value={label.clone()} oninput={labelled}
                onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
            />
            <NumberField
                id={id.clone()} name={strings::of_tag(strings::NUMBER, label)}
                known={value.as_ref().map(Number::to_string).unwrap_or_default()} on={on.clone()}
            />
            { small("↑", strings::MOVE_UP, ScaleMsg::RatingMovedUp(id.clone())) }
            { small("×", strings::REMOVE, ScaleMsg::RatingRemoved(id.clone())) }
        </li>
    }
}

/// Renders the field that adds a rating. The draft stays until the user adds the rating.
fn new_rating(typed: &str, on: &Callback<Msg>) -> Html {
    let take = {
        let (on, typed) = (on.clone(), typed.to_owned());
        Callback::from(move |()| {
            on.emit(to_msg(ScaleMsg::RatingAdded(typed.clone())));
            on.emit(Msg::Typed(Field::NewRating, String::new()));
        })
    };
    let onkeydown = {
        let take = take.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
        })
    };
    html! {
        <p class="further">
            <input
                type="text" dir="auto" aria-label={strings::NEW_RATING}
                placeholder={strings::NEW_RATING} value={typed.to_owned()} {onkeydown}
                oninput={on.reform(|event: InputEvent| {
                    Msg::Typed(Field::NewRating, typed_text(&event))
                })}
            />
            <button type="button" onclick={take.reform(|_: MouseEvent| ())}>{ strings::ADD }</button>
        </p>
    }
}
