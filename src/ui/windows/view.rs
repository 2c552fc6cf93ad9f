//! The window where colours and text are chosen.

use yew::prelude::*;

use crate::{
    app::{Msg, SettingsMsg},
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, choice_of, name_of},
    words,
};

use crate::ui::{ModalWindow, buttons::button, hooks::chosen_option};

/// The window where colours and text are chosen.
pub(super) fn view_window(view: View, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    html! {
        <ModalWindow
            class="window small" title={words::TEXT_AND_COLOURS} {on_left}
        >
            { field(words::COLOURS, &view.theme, &THEMES, on, move |theme| View { theme, ..view }) }
            { field(words::TEXT_SIZE, &view.size, &SIZES, on, move |size| View { size, ..view }) }
            { field(words::LINE_WIDTH, &view.width, &WIDTHS, on, move |width| View { width, ..view }) }
            { field(words::SPACING, &view.spacing, &SPACINGS, on, move |spacing| {
                View { spacing, ..view }
            }) }
            <p class="actions">
                { button(words::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
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
