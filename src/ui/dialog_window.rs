//! A window over the page.

use yew::prelude::*;

use super::hooks::use_modal;

/// Properties of [`ModalWindow`].
#[derive(Clone, PartialEq, Properties)]
pub struct ModalWindowProps {
    /// The class.
    pub class: AttrValue,
    /// Its heading.
    pub title: AttrValue,
    /// What is in it.
    pub children: Html,
    /// Told when the person leaves it by Escape.
    pub on_left: Callback<()>,
    /// Told of keys that are pressed in it.
    #[prop_or_default]
    pub on_key: Callback<KeyboardEvent>,
}

/// A window over the page, which has the focus while it is there.
#[component]
pub fn ModalWindow(props: &ModalWindowProps) -> Html {
    let node = use_modal(props.on_left.clone());
    html! {
        <dialog
            class={&props.class} ref={node} aria-labelledby="window-title"
            onkeydown={props.on_key.clone()}
        >
            <h2 id="window-title">{ &props.title }</h2>
            { props.children.clone() }
        </dialog>
    }
}
