//! The bar that appears at a selection.

use yew::prelude::*;

use crate::{
    app::{Edges, Msg, Shared},
    article::Span,
    claim::Tag,
    words,
};

use super::hooks::{keep_focus, use_place_at_selection};

/// Properties of [`TagBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagBarProps {
    /// What is selected; the bar follows it.
    pub span: Span,
    /// Whether marks may begin and end inside a word.
    pub edges: Edges,
    /// The tags.
    pub tags: Shared<Vec<Tag>>,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The bar that appears at a selection. It takes no room in the text, and pressing it leaves the
/// selection as it is.
#[component]
pub fn TagBar(props: &TagBarProps) -> Html {
    let node = use_place_at_selection(props.span.clone());
    let asked = |msg: Msg| props.on.reform(move |_: MouseEvent| msg.clone());
    let tags = props.tags.iter().map(|tag| {
        let onclick = asked(Msg::TagChosen(tag.id.clone()));
        html! {
            <button
                type="button" class="tag" data-color={tag.color.name()} title={tag.meaning.clone()}
                aria-label={tag.label.clone()} {onclick}
            >
                { &tag.label }
                if let Some(key) = tag.key {
                    // Drawn by the sheet: the button is named by its label alone.
                    <kbd aria-hidden="true" data-key={key.get().to_string()} />
                }
            </button>
        }
    });
    let is_exact = props.edges == Edges::Exact;
    html! {
        <div
            class="tag-bar" role="toolbar" aria-label={words::TAG_SELECTION} ref={node}
            onmousedown={|event: MouseEvent| keep_focus(&event)}
        >
            { for tags }
            <button
                type="button" class="tag" data-color="grey" aria-label={words::MARK}
                title={words::MARK} onclick={asked(Msg::MarkAsked)}
            >
                { words::WITHOUT_TAG }
                <kbd aria-hidden="true" data-key="↵" />
            </button>
            <button
                type="button" class="switch" aria-pressed={is_exact.to_string()}
                title={words::EXACT_HINT} onclick={asked(Msg::EdgesTurned)}
            >
                { words::EXACT }
            </button>
        </div>
    }
}
