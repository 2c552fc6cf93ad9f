//! The list that picks one of the article's sources for a claim.
//!
//! A choice in the list does nothing until the user presses the button, so that arrow keys can move
//! through the list.

use yew::prelude::*;

use crate::{
    id::SourceId,
    strings,
    ui::hooks::{chosen_option, focus_on},
};

/// Properties of [`SourcePicker`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SourcePickerProps {
    /// The sources with their names, at least one.
    pub(super) sources: Vec<(SourceId, AttrValue)>,
    /// Receives the source that the user picks.
    pub(super) on_used: Callback<SourceId>,
}

/// Renders the list of sources and a button that uses the chosen one. The button resets the list,
/// or moves the focus to it if no source is chosen.
#[component]
pub(super) fn SourcePicker(props: &SourcePickerProps) -> Html {
    let list = use_node_ref();
    let chosen = use_state_eq(|| None::<SourceId>);
    // A new key makes the browser build the list anew, without a chosen source.
    let drawn = use_state(|| 0_usize);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(SourceId::new(&chosen_option(&event))))
    };
    let onclick = {
        let (list, drawn, on_used) = (list.clone(), drawn.clone(), props.on_used.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(source) = chosen.as_ref() {
                on_used.emit(source.clone());
                chosen.set(None);
                drawn.set(drawn.wrapping_add(1));
            } else {
                focus_on(&list);
            }
        })
    };
    let options = props.sources.iter().map(|(source, name)| {
        html! { <option value={source.to_string()}>{ name }</option> }
    });
    html! {
        <div class="again">
            <select key={*drawn} ref={list} aria-label={strings::USE_AGAIN} {onchange}>
                // The attribute `selected` is needed here: Yew inserts the options from last to
                // first, and a browser selects the first one that is inserted.
                <option value="" selected=true>{ format!("{}…", strings::USE_AGAIN) }</option>
                { for options }
            </select>
            <button type="button" {onclick}>{ strings::USE }</button>
        </div>
    }
}
