//! The field for the number of a rating.
//!
//! The field holds the typed text itself until the user leaves it, because text such as `1.` is no
//! complete number yet.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg, ScaleMsg},
    claim::NumberInput,
    strings,
    ui::hooks::typed_text,
};

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NumberFieldProps {
    /// The rating's identifier.
    pub(super) id: String,
    /// The accessible name of the field.
    pub(super) name: AttrValue,
    /// The rating's number, or an empty text.
    pub(super) known: AttrValue,
    /// Receives the messages of the field.
    pub(super) on: Callback<Msg>,
}

/// Renders the field for the number of a rating. The program stores the number as the user types;
/// text that is not a number stays in the field, which is marked as invalid.
#[component]
pub(super) fn NumberField(props: &NumberFieldProps) -> Html {
    let typed = use_state_eq(|| None::<String>);
    let is_nonsense =
        typed.as_deref().is_some_and(|it| NumberInput::read(it) == NumberInput::Invalid);
    let oninput = {
        let (on, id, typed) = (props.on.clone(), props.id.clone(), typed.clone());
        Callback::from(move |event: InputEvent| {
            let text = typed_text(&event);
            typed.set(Some(text.clone()));
            let numbered = ScaleMsg::RatingNumbered(id.clone(), text);
            on.emit(Msg::Claim(ClaimMsg::Scale(numbered)));
        })
    };
    let onfocusout = {
        let (on, typed) = (props.on.clone(), typed.clone());
        Callback::from(move |_: FocusEvent| {
            if !is_nonsense {
                typed.set(None);
            }
            on.emit(Msg::FieldLeft);
        })
    };
    let shown = typed.as_ref().map_or_else(|| props.known.clone(), |it| it.clone().into());
    html! {
        <input
            type="text" inputmode="decimal" class="number" aria-label={&props.name}
            aria-invalid={is_nonsense.then_some("true")} placeholder={strings::NO_NUMBER_HINT}
            value={shown} {oninput} {onfocusout}
        />
    }
}
