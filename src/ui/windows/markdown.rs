//! A note in Markdown, drawn.

use yew::prelude::*;

use crate::app::view::markdown::{Element, Node};

use crate::ui::hooks::use_note;

/// Properties of [`Markdown`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MarkdownProps {
    /// The note.
    pub(super) note: AttrValue,
}

/// A note in Markdown, drawn from what was read of it: no text in it becomes markup.
#[component]
pub(super) fn Markdown(props: &MarkdownProps) -> Html {
    let shown = match use_note(&props.note) {
        Some(nodes) => all(&nodes),
        // The words are there at once; what they mean follows.
        None => html! { <p>{ &props.note }</p> },
    };
    html! { <div class="markdown" dir="auto">{ shown }</div> }
}

fn all(nodes: &[Node]) -> Html {
    nodes.iter().map(node).collect()
}

fn node(node: &Node) -> Html {
    match node {
        Node::Text(text) => html! { { text } },
        Node::Code(text) => html! { <code>{ text }</code> },
        Node::Break => html! { <br /> },
        Node::Rule => html! { <hr /> },
        Node::Element(element, nodes) => around(element, all(nodes)),
    }
}

fn around(element: &Element, inside: Html) -> Html {
    match element {
        Element::Paragraph => html! { <p>{ inside }</p> },
        Element::Heading => html! { <p><strong>{ inside }</strong></p> },
        Element::Emphasis => html! { <em>{ inside }</em> },
        Element::Strong => html! { <strong>{ inside }</strong> },
        Element::Strikethrough => html! { <s>{ inside }</s> },
        Element::Quotation => html! { <blockquote>{ inside }</blockquote> },
        Element::CodeBlock => html! { <pre>{ inside }</pre> },
        Element::List => html! { <ul>{ inside }</ul> },
        Element::NumberedList(first) => html! { <ol start={first.to_string()}>{ inside }</ol> },
        Element::Item => html! { <li>{ inside }</li> },
        Element::Link(address) => html! {
            <a href={address.clone()} target="_blank" rel="noopener noreferrer">{ inside }</a>
        },
    }
}
