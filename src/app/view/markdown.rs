//! Parsing of notes in Markdown into a tree of the elements that the page draws.
//!
//! The parser makes notes harmless: HTML in a note stays text, the tree has no images, and a link
//! leads only to an address with one of the allowed schemes. The worker parses; the page only draws
//! the tree, which [`note_codec`] carries between the two.

pub mod note_codec;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A node of a parsed note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Words.
    Text(String),
    /// Words in a fixed-width font.
    Code(String),
    /// A line break.
    Break,
    /// A horizontal rule.
    Rule,
    /// An element and its children.
    Element(Element, Vec<Node>),
}

/// An element that has children.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of CommonMark")]
pub enum Element {
    Paragraph,
    Heading,
    Emphasis,
    Strong,
    Strikethrough,
    Quotation,
    CodeBlock,
    List,
    NumberedList(u64),
    Item,
    /// A link to an address that [`safe_address`] accepts.
    Link(String),
}

/// The greatest depth of the tree. The parser drops elements that are nested deeper, and keeps
/// their content.
const DEEPEST: usize = 24;

/// The schemes of the addresses to which a note may link.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Parses a note. HTML becomes text, an image becomes its description, and a link that leads
/// neither to the web nor to a mailbox becomes the words of the link.
pub fn read(note: &str) -> Vec<Node> {
    let mut open: Vec<(Option<Element>, Vec<Node>)> = vec![(None, Vec::new())];
    for event in Parser::new_ext(note, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(tag) => {
                let element = element(tag).filter(|_| open.len() < DEEPEST);
                open.push((element, Vec::new()));
            }
            Event::End(end) => close(&mut open, end),
            Event::Code(text) => push_node(&mut open, Node::Code(text.into_string())),
            Event::SoftBreak | Event::HardBreak => push_node(&mut open, Node::Break),
            Event::Rule => push_node(&mut open, Node::Rule),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::FootnoteReference(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                push_node(&mut open, Node::Text(text.into_string()));
            }
            Event::TaskListMarker(_) => {}
        }
    }
    open.pop().map(|(_, nodes)| nodes).unwrap_or_default()
}

/// Returns the address if a note may link to it, and otherwise `None`. The address needs one of the
/// allowed schemes, and must not contain spaces or control characters.
pub fn safe_address(address: &str) -> Option<&str> {
    let lower = address.to_ascii_lowercase();
    let is_plain = !address.chars().any(|it| it.is_control() || it.is_whitespace());
    let rest = SCHEMES.iter().find_map(|scheme| lower.strip_prefix(scheme))?;
    (is_plain && !rest.is_empty()).then_some(address)
}

fn push_node(open: &mut [(Option<Element>, Vec<Node>)], node: Node) {
    if let Some((_, nodes)) = open.last_mut() {
        nodes.push(node);
    }
}

/// Moves the innermost open element into its parent; without an element, only the children move.
fn close(open: &mut Vec<(Option<Element>, Vec<Node>)>, _end: TagEnd) {
    let Some((element, nodes)) = open.pop() else { return };
    let Some((_, around)) = open.last_mut() else { return };
    match element {
        Some(element) => around.push(Node::Element(element, nodes)),
        None => around.extend(nodes),
    }
}

/// Returns the element for a tag of the parser; `None` for a tag that notes do not have, whose
/// content then belongs to the element around it.
fn element(tag: Tag<'_>) -> Option<Element> {
    match tag {
        Tag::Paragraph | Tag::HtmlBlock => Some(Element::Paragraph),
        Tag::Heading { .. } => Some(Element::Heading),
        Tag::BlockQuote(_) => Some(Element::Quotation),
        Tag::CodeBlock(_) => Some(Element::CodeBlock),
        Tag::List(None) => Some(Element::List),
        Tag::List(Some(first)) => Some(Element::NumberedList(first)),
        Tag::Item => Some(Element::Item),
        Tag::Emphasis => Some(Element::Emphasis),
        Tag::Strong => Some(Element::Strong),
        Tag::Strikethrough => Some(Element::Strikethrough),
        Tag::Link { dest_url, .. } => {
            safe_address(&dest_url).map(|address| Element::Link(address.to_owned()))
        }
        Tag::Image { .. }
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::TableCell
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => None,
    }
}
