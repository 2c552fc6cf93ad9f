//! The JSON form of a parsed note, in which the worker sends it to the page.
//!
//! Reading checks every link again, so that the page draws only safe links whoever wrote the JSON.

use serde_json::{Value, json};

use crate::{
    json::{FieldError, ObjectReader, ValueReader, parse, to_string},
    storage::schema::object,
};

use super::{Element, Node};

/// The elements that have nothing but a name, each with that name.
const NAMES: [(Element, &str); 9] = [
    (Element::Paragraph, "paragraph"),
    (Element::Heading, "heading"),
    (Element::Emphasis, "emphasis"),
    (Element::Strong, "strong"),
    (Element::Strikethrough, "strikethrough"),
    (Element::Quotation, "quotation"),
    (Element::CodeBlock, "code-block"),
    (Element::List, "list"),
    (Element::Item, "item"),
];

/// Writes a parsed note as JSON.
pub fn write(nodes: &[Node]) -> String {
    to_string(&write_all(nodes))
}

/// Reads the JSON of [`write()`].
///
/// # Errors
/// Returns an error if the text is not in this format, for example because another version of the
/// program wrote it.
pub fn read(written: &str) -> Result<Vec<Node>, FieldError> {
    let value = parse(written).ok_or_else(|| FieldError::new("note", "is no JSON"))?;
    read_all(ValueReader::new("note", value))
}

fn write_all(nodes: &[Node]) -> Value {
    nodes.iter().map(write_node).collect()
}

fn write_node(node: &Node) -> Value {
    match node {
        Node::Text(text) => json!({ "text": text }),
        Node::Code(text) => json!({ "code": text }),
        Node::Break => json!({ "text": "\n" }),
        Node::Rule => json!({ "rule": "" }),
        Node::Element(element, nodes) => {
            let mut members = object([("in", write_all(nodes))]);
            if let Element::NumberedList(first) = element {
                members.insert("first".to_owned(), (*first).into());
            } else if let Element::Link(address) = element {
                members.insert("address".to_owned(), address.clone().into());
            } else {
                let name = NAMES.iter().find(|(other, _)| other == element);
                members.insert("element".to_owned(), name.map(|(_, name)| *name).into());
            }
            members.into()
        }
    }
}

fn read_all(value_reader: ValueReader) -> Result<Vec<Node>, FieldError> {
    value_reader.list()?.into_iter().map(|value_reader| read_node(value_reader.object()?)).collect()
}

fn read_node(mut object_reader: ObjectReader) -> Result<Node, FieldError> {
    if let Some(text) = object_reader.optional_text("text")? {
        return Ok(if text == "\n" { Node::Break } else { Node::Text(text) });
    }
    if let Some(code) = object_reader.optional_text("code")? {
        return Ok(Node::Code(code));
    }
    if object_reader.optional("rule").is_some() {
        return Ok(Node::Rule);
    }
    let nodes = read_all(object_reader.required("in")?)?;
    Ok(Node::Element(read_element(&mut object_reader)?, nodes))
}

fn read_element(object_reader: &mut ObjectReader) -> Result<Element, FieldError> {
    if let Some(first) = object_reader.optional("first") {
        return Ok(Element::NumberedList(first.count()? as u64));
    }
    if let Some(address) = object_reader.optional_text("address")? {
        // The page must not rely on the writer of the JSON: only a safe address becomes a link.
        let safe = super::safe_address(&address).map(str::to_owned);
        return Ok(safe.map_or(Element::Emphasis, Element::Link));
    }
    let unknown = object_reader.error("element", "is no element of a note");
    let name = object_reader.text("element")?;
    NAMES.iter().find(|(_, other)| *other == name).map(|(it, _)| it.clone()).ok_or(unknown)
}
