//! The display of a note in Markdown.
//!
//! The worker parses the note, and this component builds elements from the result. Text of the note
//! never becomes HTML.

use yew::prelude::*;

use crate::{
    app::view::markdown::{Element, Node},
    strings,
};

use crate::ui::hooks::use_note;

/// Properties of [`Markdown`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MarkdownProps {
    /// The note, in Markdown.
    pub(super) note: AttrValue,
}

/// How many bytes of a note are rendered, some 3,000 words, so that typing in a long note stays
/// fast.
const DRAWN: usize = 20_000;

/// Renders a parsed note, or the beginning of a long one. Text of the note never becomes HTML.
#[component]
pub(super) fn Markdown(props: &MarkdownProps) -> Html {
    let note = beginning(&props.note);
    let shown = match use_note(&note) {
        Some(nodes) => all(&nodes),
        // The plain text shows at once, and the parsed note replaces it.
        None => html! { <p>{ &note }</p> },
    };
    html! {
        <div class="markdown" dir="auto">
            { shown }
            if note.len() < props.note.len() {
                <p class="cut">{ strings::NOTE_GOES_ON }</p>
            }
        </div>
    }
}

/// Returns the part of a note that is rendered.
fn beginning(note: &AttrValue) -> AttrValue {
    if note.len() <= DRAWN {
        return note.clone();
    }
    let end = note.floor_char_boundary(DRAWN);
    note.get(..end).unwrap_or_default().to_owned().into()
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
