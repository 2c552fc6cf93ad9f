//! The guidelines: what the tags mean, and the article's own note.

use yew::prelude::*;

use crate::{
    app::{Command, Msg, Shared},
    claim::Tag,
    words,
};

use super::{
    CommandButton, Markdown,
    hooks::{leave_field_on_escape, typed_text},
};

/// Properties of [`Guidelines`].
#[derive(Clone, PartialEq, Properties)]
pub struct GuidelinesProps {
    /// The tags.
    pub tags: Shared<Vec<Tag>>,
    /// The article's own note.
    pub note: AttrValue,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// What the tags mean, and the article's own note.
#[component]
pub fn Guidelines(props: &GuidelinesProps) -> Html {
    let tags = props.tags.iter().map(|tag| {
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
            <CommandButton command={Command::EditTags} class="plain" on={props.on.clone()} />
            <label>
                <span>{ words::ARTICLE_NOTE }</span>
                <textarea
                    rows="4" placeholder={words::ARTICLE_NOTE_HINT} value={props.note.clone()}
                    oninput={props.on.reform(|event: InputEvent| {
                        Msg::ArticleNoteTyped(typed_text(&event))
                    })}
                    onfocusout={props.on.reform(|_: FocusEvent| Msg::FieldLeft)}
                    onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
                />
            </label>
            if !props.note.trim().is_empty() {
                <Markdown note={props.note.clone()} />
            }
        </div>
    }
}
