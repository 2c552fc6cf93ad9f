//! The dialog with the settings: the user's name, and the colours, text size, line width and
//! spacing of the page.
//!
//! Every choice takes effect at once.

use yew::prelude::*;

use crate::{
    app::{Msg, SettingsMsg},
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, choice_of, name_of},
    strings,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_option, typed_text},
};

/// Renders the dialog with the settings.
pub(super) fn settings_dialog(view: View, author: &str, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    html! {
        <ModalWindow
            class="window small" title={strings::SETTINGS} {on_left}
        >
            { author_field(author, on) }
            { field(strings::COLOURS, &view.theme, &THEMES, on, move |theme| View { theme, ..view }) }
            { field(strings::TEXT_SIZE, &view.size, &SIZES, on, move |size| View { size, ..view }) }
            { field(strings::LINE_WIDTH, &view.width, &WIDTHS, on, move |width| View { width, ..view }) }
            { field(strings::SPACING, &view.spacing, &SPACINGS, on, move |spacing| {
                View { spacing, ..view }
            }) }
            <p class="actions">
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

/// Renders the field for the name that new claims get as their author.
fn author_field(author: &str, on: &Callback<Msg>) -> Html {
    let oninput = on.reform(|event| Msg::Settings(SettingsMsg::AuthorWritten(typed_text(&event))));
    html! {
        <label>
            <span>{ strings::AUTHOR }</span>
            <input
                type="text" dir="auto" autocomplete="name" aria-describedby="author-hint"
                value={author.to_owned()} {oninput}
            />
            <small id="author-hint">{ strings::AUTHOR_HINT }</small>
        </label>
    }
}

/// Renders a `select` element with the options of a table.
fn field<T: Copy + Default + PartialEq + 'static>(
    label: &'static str,
    chosen: &T,
    table: &'static [(T, &'static str, &'static str)],
    on: &Callback<Msg>,
    with: impl Fn(T) -> View + 'static,
) -> Html {
    let onchange = on.reform(move |event: Event| {
        let choice = choice_of(&chosen_option(&event), table);
        Msg::Settings(SettingsMsg::AppearanceChanged(with(choice)))
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
