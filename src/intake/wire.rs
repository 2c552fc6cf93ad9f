//! What was read on its way from the worker to the page: a head, and before it the passages in
//! pieces, none of which takes the page long to read.

use serde_json::{Value, json};

use crate::{
    article::Kind,
    json::{Members, parse, parse_members, written},
};

use super::{Encoding, Fate, Intake, Note, Passage, ReadText, Received, Shape};

/// How many bytes of text a piece has, unless one passage has more.
const PIECE: usize = 100_000;

/// Stands before the parcel of a file of ours, which is JSON already and may be long.
const OURS: char = '=';

/// The head of what was received, which [`read()`] reads.
pub fn write(received: &Received) -> String {
    written(&match received {
        Received::Ours(parcel) => return format!("{OURS}{parcel}"),
        Received::Bundle { parcels, refused } => json!({ "bundle": parcels, "refused": refused }),
        Received::Text(text) => json!({
            "shape": text.shape.name(),
            "encoding": text.encoding.as_ref().map(|it| json!([it.label, it.is_guessed, it.broken])),
            "title": text.intake.title,
            "byline": text.intake.byline,
            "source": text.intake.source,
            "publication": text.intake.publication,
            "published": text.intake.published,
            "language": text.intake.language,
            "notes": text.intake.notes.iter().map(note).collect::<Value>(),
        }),
    })
}

/// The passages of what was received in pieces, in order, each of which [`read_told`] reads.
pub fn pieces(received: &Received) -> impl Iterator<Item = String> {
    let mut left = match received {
        Received::Ours(_) | Received::Bundle { .. } => [].iter(),
        Received::Text(text) => text.intake.passages.iter(),
    }
    .peekable();
    std::iter::from_fn(move || {
        left.peek()?;
        let (mut piece, mut bytes) = (Vec::new(), 0);
        while let Some(next) = left.next_if(|_| bytes < PIECE) {
            bytes += next.lines.iter().map(String::len).sum::<usize>();
            piece.push(passage(next));
        }
        Some(written(&Value::Array(piece)))
    })
}

fn passage(passage: &Passage) -> Value {
    let fate = match passage.fate {
        Fate::Kept => "kept",
        Fate::Struck => "struck",
        Fate::Hidden => "hidden",
        Fate::Around => "around",
    };
    json!([passage.kind.name(), fate, passage.label, passage.lines])
}

fn note(note: &Note) -> Value {
    match note {
        Note::ByteOrderMark => json!(["bom", 1]),
        Note::Replaced(count) => json!(["replaced", count]),
        Note::Table(rows) => json!(["table", rows]),
        Note::Scripts(count) => json!(["scripts", count]),
        Note::LanguageGuessed => json!(["language", 1]),
        Note::InLine(count) => json!(["in-line", count]),
        Note::Repeated(count) => json!(["repeated", count]),
        Note::Attachments(count) => json!(["attachments", count]),
    }
}

/// What [`write()`] wrote, with the passages; `None` for anything else.
pub fn read(head: &str, passages: Vec<Passage>) -> Option<Received> {
    if let Some(parcel) = head.strip_prefix(OURS) {
        return Some(Received::Ours(parcel.to_owned()));
    }
    let mut members = parse_members(head)?;
    if let Some(parcels) = list(&mut members, "bundle") {
        let parcels = parcels.map(text).collect::<Option<_>>()?;
        let refused = list(&mut members, "refused")?.map(text).collect::<Option<_>>()?;
        return Some(Received::Bundle { parcels, refused });
    }
    let shape = Shape::named(members.get("shape")?.as_str()?)?;
    let encoding = match members.shift_remove("encoding") {
        Some(Value::Array(parts)) => Some(Encoding {
            label: parts.first()?.as_str()?.to_owned(),
            is_guessed: parts.get(1)?.as_bool()?,
            broken: usize::try_from(parts.get(2)?.as_u64()?).ok()?,
        }),
        _ => None,
    };
    let intake = Intake {
        title: taken(&mut members, "title"),
        byline: taken(&mut members, "byline"),
        source: taken(&mut members, "source"),
        publication: taken(&mut members, "publication"),
        published: taken(&mut members, "published"),
        language: taken(&mut members, "language"),
        passages,
        notes: list(&mut members, "notes")?.map(|it| read_note(&it)).collect::<Option<_>>()?,
    };
    Some(Received::Text(Box::new(ReadText { shape, encoding, intake })))
}

/// What is told while a text is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// How much of it has been read, in percent.
    Share(u8),
    /// The next passages.
    Passages(Vec<Passage>),
}

/// How much has been read, in percent, as [`read_told`] reads it.
pub fn write_share(share: u8) -> String {
    share.to_string()
}

/// What [`write_share`] wrote, or one of the [`pieces`]; `None` for anything else.
pub fn read_told(text: &str) -> Option<Told> {
    match parse(text)? {
        Value::Array(passages) => {
            passages.into_iter().map(read_passage).collect::<Option<_>>().map(Told::Passages)
        }
        Value::Number(share) => Some(Told::Share(u8::try_from(share.as_u64()?).ok()?)),
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Object(_) => None,
    }
}

fn taken(members: &mut Members, name: &str) -> Option<String> {
    text(members.shift_remove(name)?)
}

fn text(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

fn list(members: &mut Members, name: &str) -> Option<impl Iterator<Item = Value> + use<>> {
    if let Some(Value::Array(list)) = members.shift_remove(name) {
        Some(list.into_iter())
    } else {
        None
    }
}

fn read_passage(value: Value) -> Option<Passage> {
    let Value::Array(parts) = value else { return None };
    let [kind, fate, label, lines] = <[Value; 4]>::try_from(parts).ok()?;
    let fate = match fate.as_str()? {
        "kept" => Fate::Kept,
        "struck" => Fate::Struck,
        "hidden" => Fate::Hidden,
        "around" => Fate::Around,
        _ => return None,
    };
    let Value::Array(lines) = lines else { return None };
    let lines = lines.into_iter().map(text).collect::<Option<_>>()?;
    Some(Passage { kind: Kind::named(kind.as_str()?)?, lines, label: text(label), fate })
}

fn read_note(value: &Value) -> Option<Note> {
    let count = usize::try_from(value.get(1)?.as_u64()?).ok()?;
    match value.get(0)?.as_str()? {
        "bom" => Some(Note::ByteOrderMark),
        "replaced" => Some(Note::Replaced(count)),
        "table" => Some(Note::Table(count)),
        "scripts" => Some(Note::Scripts(count)),
        "language" => Some(Note::LanguageGuessed),
        "in-line" => Some(Note::InLine(count)),
        "repeated" => Some(Note::Repeated(count)),
        "attachments" => Some(Note::Attachments(count)),
        _ => None,
    }
}
