//! A note in Markdown, drawn.

use yew::prelude::*;

use crate::{
    app::view::markdown::{Element, Node},
    strings,
};

use crate::ui::hooks::use_note;

/// Properties of [`Markdown`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MarkdownProps {
    /// The note.
    pub(super) note: AttrValue,
}

/// How many bytes of a note are drawn, so that typing in a long one stays quick: some 3,000 words.
const DRAWN: usize = 20_000;

/// A note in Markdown, drawn from what was read of it: no text in it becomes markup. Of a long one the
/// beginning is drawn.
#[component]
pub(super) fn Markdown(props: &MarkdownProps) -> Html {
    let note = beginning(&props.note);
    let shown = match use_note(&note) {
        Some(nodes) => all(&nodes),
        // The words are there at once; what they mean follows.
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

/// What is drawn of a note.
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
