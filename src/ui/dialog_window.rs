//! The frame of every dialog: a modal `dialog` element with a heading.
//!
//! The dialog holds the focus while it is open, and Escape sends a message instead of closing it.
//! The component that renders it decides whether it stays.

use yew::prelude::*;

use super::hooks::use_modal;

/// Properties of [`ModalWindow`].
#[derive(Clone, PartialEq, Properties)]
pub struct ModalWindowProps {
    /// The CSS class of the element.
    pub class: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// The contents.
    pub children: Html,
    /// Called when the user presses Escape.
    pub on_left: Callback<()>,
    /// Called for each key that the user presses in the dialog.
    #[prop_or_default]
    pub on_key: Callback<KeyboardEvent>,
}

/// Renders a modal dialog, which holds the focus while it is in the page.
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
