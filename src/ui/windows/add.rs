//! The dialog that adds an article.

use yew::prelude::*;

use crate::{
    app::{AddDialog, Msg},
    shell, words,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_file, typed_text},
};

/// The dialog that adds an article: from a text that was pasted, or from a file.
pub(super) fn add_dialog(dialog: &AddDialog, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::AddDismissed);
    let oninput = on.reform(|event: InputEvent| Msg::DraftTyped(typed_text(&event)));
    let onchange = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen_file(&event) {
                shell::read_file(file, on.clone(), |name, bytes| Msg::FileRead { name, bytes });
            }
        })
    };
    html! {
        <ModalWindow class="add-article" title={words::ADD_ARTICLE} {on_left}>
            if let Some(problem) = &dialog.problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            <label>
                <span>{ words::TEXT }</span>
                <textarea
                    rows="12" placeholder={words::TEXT_HINT} {oninput}
                    value={dialog.text.clone()}
                />
            </label>
            <label class="file">
                <span>{ words::FILE }</span>
                <small>{ words::FILE_HINT }</small>
                <input
                    type="file" aria-label={words::FILE} {onchange}
                    accept=".json,.txt,application/json,text/plain"
                />
            </label>
            <p class="actions">
                { button(words::CANCEL, "", Msg::AddDismissed, on) }
                { button(words::ADD, "primary", Msg::DraftAdded, on) }
            </p>
        </ModalWindow>
    }
}
