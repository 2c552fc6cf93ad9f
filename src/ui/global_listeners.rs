//! The listeners on the whole page: keys, selections, pastes, drops and the address.
//!
//! The root component is a struct component and cannot call hooks, so this function component calls
//! them. It renders nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Keymap, Mode, Msg};

use super::hooks::{use_address, use_drop, use_keys, use_paste, use_selection};

/// Properties of [`GlobalListeners`].
#[derive(Clone, PartialEq, Properties)]
pub struct GlobalListenersProps {
    /// The user's keyboard shortcuts.
    pub keymap: Rc<Keymap>,
    /// The current mode, which decides what a key means.
    pub session: Mode,
    /// Receives the messages of all listeners.
    pub on: Callback<Msg>,
}

/// Installs the listeners and renders nothing.
#[component]
pub fn GlobalListeners(props: &GlobalListenersProps) -> Html {
    use_keys(&props.keymap, &props.session, &props.on);
    use_selection(&props.on);
    use_paste(&props.on);
    use_drop(&props.on);
    use_address(&props.on);
    Html::default()
}
