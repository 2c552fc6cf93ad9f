//! Characters that nobody would see.

use yew::prelude::*;

use crate::text::{VisibilitySpan, split_invisible};

/// Words with small signs at characters that nobody would see; their text stays as it is.
pub(super) fn render_invisible(text: &str) -> Html {
    let Some(parts) = split_invisible(text) else { return html! { { text } } };
    let part = |part: VisibilitySpan<'_>| match part {
        VisibilitySpan::Visible(text) => html! { { text } },
        VisibilitySpan::Invisible { text, code } => {
            html! { <span class="unseen" data-code={code}>{ text }</span> }
        }
    };
    parts.into_iter().map(part).collect()
}
