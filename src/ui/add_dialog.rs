//! The dialog that adds an article.

use yew::prelude::*;

use crate::{
    app::{AddDialog, Msg},
    shell, words,
};

use super::hooks::{chosen_file, typed_text, use_modal};

/// Properties of [`AddArticle`].
#[derive(Clone, PartialEq, Properties)]
pub struct AddArticleProps {
    /// What is in the dialog.
    pub dialog: AddDialog,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The dialog that adds an article: from a text that was pasted, or from a file.
#[component]
pub fn AddArticle(props: &AddArticleProps) -> Html {
    let on_left = use_callback(props.on.clone(), |(), on| on.emit(Msg::AddDismissed));
    let node = use_modal(on_left.clone());
    let oninput = props.on.reform(|event: InputEvent| Msg::DraftTyped(typed_text(&event)));
    let onchange = {
        let on = props.on.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen_file(&event) {
                shell::read_file(file, on.clone());
            }
        })
    };
    html! {
        <dialog class="add-article" ref={node} aria-labelledby="add-article">
            <h2 id="add-article">{ words::ADD_ARTICLE }</h2>
            if let Some(problem) = &props.dialog.problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            <label>
                <span>{ words::TEXT }</span>
                <textarea
                    rows="12" placeholder={words::TEXT_HINT} {oninput}
                    value={props.dialog.text.clone()}
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
                <button type="button" onclick={on_left.reform(|_: MouseEvent| ())}>
                    { words::CANCEL }
                </button>
                <button
                    type="button" class="primary"
                    onclick={props.on.reform(|_: MouseEvent| Msg::DraftAdded)}
                >
                    { words::ADD }
                </button>
            </p>
        </dialog>
    }
}
