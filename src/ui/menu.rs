//! A button with a list to choose one thing from.

use yew::prelude::*;

use super::hooks::use_popup;

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// How it is named.
    pub label: AttrValue,
    /// Whether it is chosen now.
    pub is_checked: bool,
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
    let is_open = use_state_eq(|| false);
    let turn = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let close = use_callback(is_open.setter(), |(), setter| setter.set(false));
    let on_chosen = {
        let (close, on_chosen) = (close.clone(), props.on_chosen.clone());
        Callback::from(move |at: usize| {
            close.emit(());
            on_chosen.emit(at);
        })
    };
    html! {
        <div class={classes!("menu", props.class.to_string())}>
            <button
                type="button" aria-haspopup="menu" aria-expanded={is_open.to_string()}
                aria-label={&props.name} title={&props.name} onclick={turn}
            >
                { props.children.clone() }
            </button>
            if *is_open {
                <Choices
                    name={&props.name} choices={props.choices.clone()} {on_chosen} on_left={close}
                />
            }
        </div>
    }
}

/// Properties of [`Choices`].
#[derive(Clone, PartialEq, Properties)]
struct ChoicesProps {
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
fn Choices(props: &ChoicesProps) -> Html {
    let (node, onkeydown) = use_popup(props.on_left.clone());
    let choices = props.choices.iter().enumerate().map(|(at, choice)| {
        let onclick = props.on_chosen.reform(move |_: MouseEvent| at);
        html! {
            <button
                type="button" role="menuitemradio" tabindex="-1"
                aria-checked={choice.is_checked.to_string()} {onclick}
            >
                { &choice.label }
            </button>
        }
    });
    html! {
        <div class="choices" role="menu" aria-label={&props.name} ref={node} {onkeydown}>
            { for choices }
        </div>
    }
}
