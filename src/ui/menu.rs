//! A button with a list to choose one thing from.

use yew::prelude::*;

use super::hooks::{focus_button_of, use_popup};

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// How it is named.
    pub label: AttrValue,
    /// Whether it is chosen now; `None` for what is done when it is chosen.
    pub is_checked: Option<bool>,
}

/// Whether a list is open, and how it opens and closes.
#[derive(Clone)]
pub struct MenuState {
    /// Whether it is open.
    pub is_open: bool,
    /// Opens it, or closes it.
    pub turn: Callback<MouseEvent>,
    /// Closes it.
    pub close: Callback<()>,
}

/// A list that is closed at first.
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
    /// The class of the whole.
    pub class: AttrValue,
    /// The accessible name of the button.
    pub name: AttrValue,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Told of the place of what was chosen.
    pub on_chosen: Callback<usize>,
    /// What the button shows.
    pub children: Html,
}

/// A button with a list to choose one thing from.
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
    /// The accessible name.
    pub name: AttrValue,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Told of the place of what was chosen.
    pub on_chosen: Callback<usize>,
    /// Told when the person leaves the list.
    pub on_left: Callback<()>,
}

/// The list of a menu.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let (node, onkeydown) = use_popup(props.on_left.clone());
    let choices = props.choices.iter().enumerate().map(|(at, choice)| {
        let (on_left, on_chosen) = (props.on_left.clone(), props.on_chosen.clone());
        let list = node.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // A window that opens at once gives the focus back to where it was.
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
