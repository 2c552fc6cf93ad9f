//! The choice of a source that is there already.

use yew::prelude::*;

use crate::{
    id::SourceId,
    strings,
    ui::hooks::{chosen_option, focus_on},
};

/// Properties of [`SourcePicker`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AgainProps {
    /// The sources with their names, at least one.
    pub(super) sources: Vec<(SourceId, AttrValue)>,
    /// Told of the one that is to be used.
    pub(super) on_used: Callback<SourceId>,
}

/// The list of sources with a button, so that the list can be gone through by keys. Once one is used,
/// none is chosen any more; where none is chosen, the button leads to the list.
#[component]
pub(super) fn SourcePicker(props: &AgainProps) -> Html {
    let list = use_node_ref();
    let chosen = use_state_eq(|| None::<SourceId>);
    // A list is drawn anew to choose nothing in it.
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
                // Options are put in from the last on, and a browser takes the first that comes.
                <option value="" selected=true>{ format!("{}…", strings::USE_AGAIN) }</option>
                { for options }
            </select>
            <button type="button" {onclick}>{ strings::USE }</button>
        </div>
    }
}
