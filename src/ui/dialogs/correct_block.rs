//! The dialog that corrects the text of a block.
//!
//! Enter saves the text, because the text of a block has no line break.

use yew::prelude::*;

use crate::{
    app::{BlockEditMsg, Msg},
    strings,
};

use crate::ui::{ModalWindow, buttons::button, hooks::typed_text};

/// Renders the dialog that corrects the text of a block. Enter saves, because the text of a block
/// has no line break.
pub(super) fn correct_window(
    text: &str,
    problem: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let oninput =
        on.reform(|event: InputEvent| Msg::Repair(BlockEditMsg::Typed(typed_text(&event))));
    let onkeydown = {
        let on = on.clone();
        Callback::from(move |event: KeyboardEvent| {
            // The input method handles the Enter key that ends the composition of a character.
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                on.emit(Msg::Repair(BlockEditMsg::Corrected));
            }
        })
    };
    html! {
        <ModalWindow class="window correction" title={strings::CORRECT} {on_left}>
            <label>
                <span>{ strings::CORRECTED_TEXT }</span>
                <textarea rows="8" dir="auto" value={text.to_owned()} {oninput} {onkeydown} />
            </label>
            <p class="hint">{ strings::CORRECT_HINT }</p>
            if let Some(problem) = problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            <p class="actions">
                { button(strings::CANCEL, "", Msg::Repair(BlockEditMsg::Dropped), on) }
                { button(strings::CORRECT_NOW, "primary", Msg::Repair(BlockEditMsg::Corrected), on) }
            </p>
        </ModalWindow>
    }
}
