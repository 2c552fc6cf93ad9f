//! The window where colours and text are chosen.

use yew::prelude::*;

use crate::{
    app::{Msg, SettingsMsg},
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, choice_of, name_of},
    words,
};

use super::hooks::{chosen_option, use_modal};

/// Properties of [`ViewWindow`].
#[derive(Clone, PartialEq, Properties)]
pub struct ViewWindowProps {
    /// How the page looks.
    pub view: View,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The window where colours and text are chosen.
#[component]
pub fn ViewWindow(props: &ViewWindowProps) -> Html {
    let on_left = use_callback(props.on.clone(), |(), on| on.emit(Msg::WindowClosed));
    let node = use_modal(on_left.clone());
    let view = props.view;
    let on = &props.on;
    html! {
        <dialog class="window small" ref={node} aria-labelledby="view">
            <h2 id="view">{ words::TEXT_AND_COLOURS }</h2>
            { field(words::COLOURS, &view.theme, &THEMES, on, move |theme| View { theme, ..view }) }
            { field(words::TEXT_SIZE, &view.size, &SIZES, on, move |size| View { size, ..view }) }
            { field(words::LINE_WIDTH, &view.width, &WIDTHS, on, move |width| View { width, ..view }) }
            { field(words::SPACING, &view.spacing, &SPACINGS, on, move |spacing| {
                View { spacing, ..view }
            }) }
            <p class="actions">
                <button type="button" class="primary" onclick={on_left.reform(|_: MouseEvent| ())}>
                    { words::CLOSE }
                </button>
            </p>
        </dialog>
    }
}

/// A field with the choices of a table.
fn field<T: Copy + Default + PartialEq + 'static>(
    label: &'static str,
    chosen: &T,
    table: &'static [(T, &'static str, &'static str)],
    on: &Callback<Msg>,
    with: impl Fn(T) -> View + 'static,
) -> Html {
    let onchange = on.reform(move |event: Event| {
        let choice = choice_of(&chosen_option(&event), table);
        Msg::Settings(SettingsMsg::ViewChosen(with(choice)))
    });
    let chosen = name_of(chosen, table);
    let options = table.iter().map(|(_, name, words)| {
        html! { <option value={*name} selected={*name == chosen}>{ *words }</option> }
    });
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>{ for options }</select>
        </label>
    }
}
