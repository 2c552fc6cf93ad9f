//! The history of a claim in words.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use serde_json::Value;

use crate::{
    claim::{LINK_KINDS, PRIORITIES, STATUSES},
    document::Document,
    id::{ClaimId, TagId},
    json::JsonObject,
};

pub fn claim_history(number: u32) -> String {
    format!("History of claim {number}")
}

pub const CLAIM_HISTORY: &str = "History";
/// The number of characters that a line shows of a text.
const SENTENCES: usize = 80;

/// The stored members of a claim that the history shows, each with its name on screen.
const MEMBERS: [(&str, &str); 14] = [
    ("quote", "words"),
    ("tags", "tags"),
    ("status", "status"),
    ("priority", "priority"),
    ("verdict", "verdict"),
    ("claimant", "claimant"),
    ("restated", "restated claim"),
    ("note", "note"),
    ("correction", "correction"),
    ("evidence", "evidence"),
    ("contact", "contact"),
    ("links", "related claims"),
    ("author", "author"),
    ("pieces", "further quotes"),
];

/// The same for the members of a verdict, a claimant and a contact.
const PARTS: [(&str, &str); 9] = [
    ("label", "rating"),
    ("summary", "reason"),
    ("name", "name"),
    ("role", "role"),
    ("who", "person asked"),
    ("asked", "asked on"),
    ("due", "reply due"),
    ("replied", "replied on"),
    ("reply", "reply"),
];

/// Lists what an edit changed of a claim, from its stored members before and after. `None` means
/// that the claim did not exist.
pub fn claim_changes(
    before: Option<&JsonObject>,
    after: Option<&JsonObject>,
    document: &Document,
) -> Vec<String> {
    let (before, after) = match (before, after) {
        (None, None) => return Vec::new(),
        (None, Some(_)) => return vec!["marked".to_owned()],
        (Some(_), None) => return vec!["deleted".to_owned()],
        (Some(before), Some(after)) => (before, after),
    };
    let changed = MEMBERS.iter().flat_map(|(member, name)| {
        let [before, after] = [before.get(*member), after.get(*member)];
        match (before.and_then(Value::as_object), after.and_then(Value::as_object)) {
            (Some(before), Some(after)) => parts_changed(name, before, after),
            _ => change(member, name, before, after, document).into_iter().collect(),
        }
    });
    changed.collect()
}

/// Lists the changes of a verdict, a claimant or a contact, member by member.
fn parts_changed(name: &str, before: &JsonObject, after: &JsonObject) -> Vec<String> {
    let changed = PARTS.iter().filter_map(|(member, part)| {
        let [from, to] = [before, after].map(|it| it.get(*member).and_then(Value::as_str));
        let [from, to] = [from.unwrap_or_default(), to.unwrap_or_default()];
        if from == to {
            return None;
        }
        let quoted = |text: &str| format!("\u{201c}{}\u{201d}", cut(text));
        Some(match (from, to) {
            ("", to) => format!("{name}, {part}: {}", quoted(to)),
            (from, "") => format!("{name}, {part} removed: {}", quoted(from)),
            (from, to) => format!("{name}, {part} changed from {} to {}", quoted(from), quoted(to)),
        })
    });
    changed.collect()
}

/// Describes the change of one member; `None` where nothing changed.
fn change(
    member: &str,
    name: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    document: &Document,
) -> Option<String> {
    if before == after {
        return None;
    }
    let message = |value: Option<&Value>| value.map(|value| message(member, value, document));
    let [from, to] = [message(before).unwrap_or_default(), message(after).unwrap_or_default()];
    Some(match (from.as_str(), to.as_str()) {
        ("", to) => format!("{name}: {to}"),
        (from, "") => format!("{name} removed: {from}"),
        (from, to) if from == to => format!("{name} changed"),
        (from, to) => format!("{name} changed from {from} to {to}"),
    })
}

/// The value of a member in a few words; empty where it has none.
fn message(member: &str, value: &Value, document: &Document) -> String {
    let name = |value: &Value, name: &str| {
        value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let said = match (member, value) {
        (_, Value::Null) => String::new(),
        ("status", Value::String(status)) => {
            let known = STATUSES.iter().find(|(_, name)| name == status);
            known.map_or(status.clone(), |(status, _)| super::status(*status).to_owned())
        }
        ("verdict", verdict) => name(verdict, "label"),
        ("claimant" | "contact", Value::Object(members)) => {
            members.values().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        ("tags", Value::Array(tags)) => list(tags, |tag| {
            let id = TagId::new(tag.as_str()?)?;
            Some(document.tag(&id).map_or(id.to_string(), |tag| tag.label.clone()))
        }),
        ("links", Value::Array(links)) => list(links, |link| {
            let kind = name(link, "kind");
            let label = LINK_KINDS.iter().find(|row| row.name == kind)?.label;
            let other = document.claim(&ClaimId::new(&name(link, "claim"))?)?;
            Some(format!("{label} {}", other.number))
        }),
        ("evidence" | "pieces", Value::Array(items)) if items.is_empty() => String::new(),
        ("evidence", Value::Array(items)) => super::count(items.len(), "source", "sources"),
        (_, Value::String(text)) if text.is_empty() => String::new(),
        (_, Value::String(text)) => format!("“{}”", cut(text)),
        ("priority", Value::Number(number)) => {
            let known = PRIORITIES.iter().find(|(_, it)| number.as_u64() == Some((*it).into()));
            known.map_or(number.to_string(), |(it, _)| super::priority(*it).to_owned())
        }
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Bool(_) | Value::Array(_) | Value::Object(_)) => "…".to_owned(),
    };
    cut(&said)
}

fn list(values: &[Value], message: impl Fn(&Value) -> Option<String>) -> String {
    values.iter().filter_map(message).collect::<Vec<_>>().join(", ")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SENTENCES) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
