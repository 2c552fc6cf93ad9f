//! What is heard on the whole page: keys, selections, pastes and the address.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Keymap, Mode, Msg};

use super::hooks::{use_address, use_drop, use_keys, use_paste, use_selection};

/// Properties of [`GlobalListeners`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeysProps {
    /// The keys as the person has them.
    pub keymap: Rc<Keymap>,
    /// What the person is at, by which keys have their meaning.
    pub session: Mode,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// Listens to the whole page, and shows nothing.
#[component]
pub fn GlobalListeners(props: &KeysProps) -> Html {
    use_keys(&props.keymap, &props.session, &props.on);
    use_selection(&props.on);
    use_paste(&props.on);
    use_drop(&props.on);
    use_address(&props.on);
    Html::default()
}
