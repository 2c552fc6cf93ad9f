//! Characters that nobody would see.

use yew::prelude::*;

use crate::text::{Part, unseen_parts};

/// Words with small signs at characters that nobody would see; their text stays as it is.
pub(super) fn with_unseen(text: &str) -> Html {
    let Some(parts) = unseen_parts(text) else { return html! { { text } } };
    let part = |part: Part<'_>| match part {
        Part::Seen(text) => html! { { text } },
        Part::Unseen { text, code } => {
            html! { <span class="unseen" data-code={code}>{ text }</span> }
        }
    };
    parts.into_iter().map(part).collect()
}
