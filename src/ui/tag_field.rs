//! The field that names a tag.

use yew::prelude::*;

use crate::{app::Shared, claim::Tag, words};

use super::hooks::{leave_field_on_escape, typed_text};

/// The name of the list of names that the field offers.
const OFFERED: &str = "tag-names";

/// Properties of [`TagField`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagFieldProps {
    /// The tags whose names are offered.
    pub tags: Shared<Vec<Tag>>,
    /// Told of the name.
    pub on_named: Callback<String>,
    /// Told when the person leaves the field by Escape; it is only left where this is missing.
    #[prop_or_default]
    pub on_left: Option<Callback<()>>,
}

/// A field that names a tag, known or new.
#[component]
pub fn TagField(props: &TagFieldProps) -> Html {
    let typed = use_state_eq(String::new);
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(typed_text(&event));
        })
    };
    let take = {
        let (typed, on_named) = (typed.clone(), props.on_named.clone());
        Callback::from(move |()| {
            if !typed.trim().is_empty() {
                on_named.emit(typed.to_string());
                typed.set(String::new());
            }
        })
    };
    let onkeydown = {
        let (take, on_left) = (take.clone(), props.on_left.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
            leave_field_on_escape(&event);
            if let Some(on_left) = on_left.as_ref().filter(|_| event.key() == "Escape") {
                on_left.emit(());
            }
        })
    };
    let names = props.tags.iter().map(|tag| html! { <option value={tag.label.clone()} /> });
    html! {
        <span class="tag-field">
            <input
                type="text" aria-label={words::ADD_TAG} placeholder={words::ADD_TAG} list={OFFERED}
                autocomplete="off" value={typed.to_string()} {oninput} {onkeydown}
            />
            <datalist id={OFFERED}>{ for names }</datalist>
            if !typed.trim().is_empty() {
                <button type="button" onclick={take.reform(|_: MouseEvent| ())}>
                    { words::ADD }
                </button>
            }
        </span>
    }
}
