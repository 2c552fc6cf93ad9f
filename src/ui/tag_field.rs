//! The field that names a tag.

use yew::prelude::*;

use crate::{
    app::{Field, Msg},
    claim::Tag,
    strings,
};

use super::hooks::{leave_field_on_escape, typed_text};

/// What the field shows.
pub(super) struct TagFieldView<'a> {
    /// Which field it is.
    pub(super) field: Field,
    /// What is typed in it.
    pub(super) typed: &'a str,
    /// The tags whose names are offered.
    pub(super) tags: &'a [Tag],
    /// What happens when a name is taken.
    pub(super) named: fn(&Field, String) -> Msg,
    /// What happens when the person leaves the field by Escape; it is only left where this is
    /// missing.
    pub(super) left: Option<fn() -> Msg>,
    /// Told of what happens.
    pub(super) on: &'a Callback<Msg>,
}

/// A field that names a tag, known or new. What is typed is kept until it is taken.
pub(super) fn tag_field(view: TagFieldView<'_>) -> Html {
    let TagFieldView { field, typed, tags, named, left, on } = view;
    // There is a field in each claim that is open.
    let offered = format!("names-{}", field.name());
    let oninput = {
        let field = field.clone();
        on.reform(move |event: InputEvent| Msg::Typed(field.clone(), typed_text(&event)))
    };
    let is_empty = typed.trim().is_empty();
    let take = {
        let (on, typed) = (on.clone(), typed.to_owned());
        Callback::from(move |()| {
            if !is_empty {
                on.emit(named(&field, typed.clone()));
                on.emit(Msg::Typed(field.clone(), String::new()));
            }
        })
    };
    let onkeydown = {
        let (take, on) = (take.clone(), on.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
            leave_field_on_escape(&event);
            if let Some(left) = left.filter(|_| event.key() == "Escape") {
                on.emit(left());
            }
        })
    };
    let names = tags.iter().map(|tag| html! { <option value={tag.label.clone()} /> });
    html! {
        <span class="tag-field">
            <input
                type="text" aria-label={strings::ADD_TAG} placeholder={strings::ADD_TAG} list={offered.clone()}
                autocomplete="off" value={typed.to_owned()} {oninput} {onkeydown}
            />
            <datalist id={offered}>{ for names }</datalist>
            if !is_empty {
                <button type="button" onclick={take.reform(|_: MouseEvent| ())}>
                    { strings::ADD }
                </button>
            }
        </span>
    }
}
