//! A button that opens a menu.
//!
//! The menu is closed at first. It closes when the user chooses an item, presses Escape or Tab, or
//! clicks elsewhere; then the button gets the focus back.

use yew::prelude::*;

use super::hooks::{focus_button_of, use_popup};

/// An item of a menu.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// The text of the item.
    pub label: AttrValue,
    /// Whether the item is the chosen one of several; `None` for an item that performs an action.
    pub is_checked: Option<bool>,
}

/// Whether a menu is open, and the callbacks that open and close it.
#[derive(Clone)]
pub struct MenuState {
    /// Whether the menu is open.
    pub is_open: bool,
    /// Opens the menu, or closes it.
    pub turn: Callback<MouseEvent>,
    /// Closes the menu.
    pub close: Callback<()>,
}

/// Returns the state of a menu that is closed at first.
#[hook]
pub fn use_menu() -> MenuState {
    let is_open = use_state_eq(|| false);
    let close = use_callback(is_open.setter(), |(), setter| setter.set(false));
    let turn = use_callback(is_open.clone(), |_: MouseEvent, is_open| is_open.set(!**is_open));
    MenuState { is_open: *is_open, turn, close }
}

/// Properties of [`Menu`].
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The CSS class of the element around button and menu.
    pub class: AttrValue,
    /// The accessible name of the button.
    pub name: AttrValue,
    /// The items of the menu.
    pub choices: Vec<Choice>,
    /// Receives the index of the item that the user chooses.
    pub on_chosen: Callback<usize>,
    /// The contents of the button.
    pub children: Html,
}

/// Renders a button that opens a menu.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let menu = use_menu();
    html! {
        <div class={classes!("menu", props.class.to_string())}>
            <button
                type="button" aria-haspopup="menu" aria-expanded={menu.is_open.to_string()}
                aria-label={&props.name} title={&props.name} onclick={menu.turn}
            >
                { props.children.clone() }
            </button>
            if menu.is_open {
                <Choices
                    name={&props.name} choices={props.choices.clone()}
                    on_chosen={props.on_chosen.clone()} on_left={menu.close}
                />
            }
        </div>
    }
}

/// Properties of [`Choices`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChoicesProps {
    /// The accessible name of the menu.
    pub name: AttrValue,
    /// The items.
    pub choices: Vec<Choice>,
    /// Receives the index of the item that the user chooses.
    pub on_chosen: Callback<usize>,
    /// Called when the user leaves the menu.
    pub on_left: Callback<()>,
}

/// Renders the items of an open menu.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let (node, onkeydown) = use_popup(props.on_left.clone());
    let choices = props.choices.iter().enumerate().map(|(at, choice)| {
        let (on_left, on_chosen) = (props.on_left.clone(), props.on_chosen.clone());
        let list = node.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // Focus the button first: if the item opens a dialog, the dialog later returns the
            // focus to the element that had it.
            focus_button_of(&list);
            on_left.emit(());
            on_chosen.emit(at);
        });
        html! {
            <button
                type="button" tabindex="-1"
                role={choice.is_checked.map_or("menuitem", |_| "menuitemradio")}
                aria-checked={choice.is_checked.map(|it| it.to_string())} {onclick}
            >
                { &choice.label }
            </button>
        }
    });
    html! {
        <div class="choices" role="menu" aria-label={&props.name} ref={node.clone()} {onkeydown}>
            { for choices }
        </div>
    }
}
