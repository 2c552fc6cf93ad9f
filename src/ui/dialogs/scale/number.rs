//! The field for the number of a rating.

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
    /// The rating's name in files.
    pub(super) id: String,
    /// What the field is called.
    pub(super) name: AttrValue,
    /// The number that the rating has, or nothing.
    pub(super) known: AttrValue,
    /// Told of what is typed.
    pub(super) on: Callback<Msg>,
}

/// The field for the number of a rating. It is stored as it is typed; what is no number stays in the
/// field, which says so.
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
