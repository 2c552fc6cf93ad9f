//! The guidelines in the panel: the meanings of the tags, and the note on the article.
//!
//! The page saves the note as the user types, and shows it as Markdown below the field.

use yew::prelude::*;

use crate::{
    app::{Command, LibraryMsg, Msg},
    claim::Tag,
    strings,
};

use crate::ui::{
    buttons::command_button,
    hooks::{leave_field_on_escape, typed_text},
};

use super::markdown::Markdown;

/// Renders the meanings of the tags, and the note on the article.
pub(in crate::ui) fn guidelines(
    tags: &[Tag],
    article_note: &AttrValue,
    on: &Callback<Msg>,
) -> Html {
    let tags = tags.iter().map(|tag| {
        html! {
            <li key={tag.id.to_string()}>
                <span class="tag" data-color={tag.color.name()}>
                    { &tag.label }
                    if let Some(key) = tag.key {
                        <kbd>{ key.get().to_string() }</kbd>
                    }
                </span>
                <p>{ &tag.meaning }</p>
            </li>
        }
    });
    html! {
        <div class="guidelines">
            <ul>{ for tags }</ul>
            { command_button(Command::EditTags, "plain", None, on) }
            <label>
                <span>{ strings::ARTICLE_NOTE }</span>
                <textarea
                    rows="4" placeholder={strings::ARTICLE_NOTE_HINT} value={article_note.clone()}
                    oninput={on.reform(|event: InputEvent| {
                        Msg::Library(LibraryMsg::NoteTyped(typed_text(&event)))
                    })}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if !article_note.trim().is_empty() {
                <Markdown note={article_note.clone()} />
            }
        </div>
    }
}
