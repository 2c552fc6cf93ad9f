//! The field in which the user types the name of a tag, for the tag toolbar, the claim cards and
//! the dialog of tags.
//!
//! The workspace keeps the typed text as a draft until the user adds the tag.

use yew::prelude::*;

use crate::{
    app::{Field, Msg},
    claim::Tag,
    strings,
};

use super::hooks::{leave_field_on_escape, typed_text};

/// The values that the field needs.
pub(super) struct TagFieldView<'a> {
    /// The identity of the field, for its draft.
    pub(super) field: Field,
    /// The draft.
    pub(super) typed: &'a str,
    /// The tags whose names the field suggests.
    pub(super) tags: &'a [Tag],
    /// Makes the message for a name that the user has entered.
    pub(super) named: fn(&Field, String) -> Msg,
    /// Makes the message that follows when the user presses Escape; `None` if Escape only moves the
    /// focus out of the field.
    pub(super) left: Option<fn() -> Msg>,
    /// Receives the messages of the field.
    pub(super) on: &'a Callback<Msg>,
}

/// Renders a field for the name of an existing or new tag. The draft stays until the user adds the
/// tag with Enter or the button.
pub(super) fn tag_field(view: TagFieldView<'_>) -> Html {
    let TagFieldView { field, typed, tags, named, left, on } = view;
    // Several fields may be in the page at once, so each list needs an identifier of its own.
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
