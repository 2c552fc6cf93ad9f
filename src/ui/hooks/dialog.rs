//! The hook behind every modal dialog.
//!
//! The dialog opens and closes with its component. Escape never closes it directly: the application
//! decides.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Shows a `dialog` element as a modal dialog while its component is in the page. Calls `on_left`
/// when the user presses Escape.
#[hook]
pub fn use_modal(on_left: Callback<()>) -> NodeRef {
    let node = use_node_ref();
    // The effect reads the latest callback from a cell, because a new callback must not close and
    // reopen the dialog.
    let latest = use_mut_ref(|| on_left.clone());
    *latest.borrow_mut() = on_left;
    use_effect_with(node.clone(), move |node| {
        let dialog = node.cast::<HtmlDialogElement>();
        // If the browser cannot make the dialog modal, its contents are still in the page.
        let shown = dialog.as_ref().map(HtmlDialogElement::show_modal);
        debug_assert!(shown.is_none_or(|it| it.is_ok()));
        let listener = dialog.as_ref().map(|dialog| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(dialog, "cancel", options, move |event| {
                event.prevent_default();
                latest.borrow().emit(());
            })
        });
        move || {
            drop(listener);
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    node
}
