//! The window where the text of a block is corrected.

use yew::prelude::*;

use crate::{
    app::{Msg, RepairMsg},
    words,
};

use crate::ui::{ModalWindow, buttons::button, hooks::typed_text};

/// The window where the text of a block is corrected; Enter saves, because a block is one line.
pub(super) fn correct_window(
    text: &str,
    problem: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let oninput = on.reform(|event: InputEvent| Msg::Repair(RepairMsg::Typed(typed_text(&event))));
    let onkeydown = {
        let on = on.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Enter that ends the composing of a character is the input method's.
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                on.emit(Msg::Repair(RepairMsg::Corrected));
            }
        })
    };
    html! {
        <ModalWindow class="window correction" title={words::CORRECT} {on_left}>
            <label>
                <span>{ words::CORRECTED_TEXT }</span>
                <textarea rows="8" dir="auto" value={text.to_owned()} {oninput} {onkeydown} />
            </label>
            <p class="hint">{ words::CORRECT_HINT }</p>
            if let Some(problem) = problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            <p class="actions">
                { button(words::CANCEL, "", Msg::Repair(RepairMsg::Dropped), on) }
                { button(words::CORRECT_NOW, "primary", Msg::Repair(RepairMsg::Corrected), on) }
            </p>
        </ModalWindow>
    }
}
