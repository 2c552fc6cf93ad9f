//! The display of characters that users cannot see, such as zero-width spaces.
//!
//! The style sheet draws a small symbol at each of them. The text of the page does not change, so
//! copies and selections stay exact.

use yew::prelude::*;

use crate::text::{VisibilitySpan, split_invisible};

/// Renders a text with a symbol at each invisible character. The text itself stays as it is.
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
