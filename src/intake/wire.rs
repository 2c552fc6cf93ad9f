//! What was read on its way from the worker to the page, as one text.

use serde_json::{Value, json};

use crate::{
    article::Kind,
    json::{Members, parse_members},
};

use super::{Encoding, Fate, Intake, Note, Passage, ReadText, Received, Shape};

/// What was received as a text that [`read()`] reads.
pub fn write(received: &Received) -> String {
    match received {
        Received::Ours(parcel) => json!({ "ours": parcel }),
        Received::Text(text) => json!({
            "shape": text.shape.name(),
            "encoding": text.encoding.as_ref().map(|it| json!([it.label, it.is_guessed])),
            "title": text.intake.title,
            "byline": text.intake.byline,
            "source": text.intake.source,
            "published": text.intake.published,
            "language": text.intake.language,
            "passages": text.intake.passages.iter().map(passage).collect::<Value>(),
            "notes": text.intake.notes.iter().map(note).collect::<Value>(),
        }),
    }
    .to_string()
}

fn passage(passage: &Passage) -> Value {
    let fate = match passage.fate {
        Fate::Kept => "kept",
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
        Note::Repeated(count) => json!(["repeated", count]),
    }
}

/// What [`write()`] wrote; `None` for anything else.
pub fn read(text: &str) -> Option<Received> {
    let mut members = parse_members(text)?;
    if let Some(Value::String(parcel)) = members.shift_remove("ours") {
        return Some(Received::Ours(parcel));
    }
    let shape = Shape::named(members.get("shape")?.as_str()?)?;
    let encoding = match members.shift_remove("encoding") {
        Some(Value::Array(parts)) => Some(Encoding {
            label: parts.first()?.as_str()?.to_owned(),
            is_guessed: parts.get(1)?.as_bool()?,
        }),
        _ => None,
    };
    let intake = Intake {
        title: taken(&mut members, "title"),
        byline: taken(&mut members, "byline"),
        source: taken(&mut members, "source"),
        published: taken(&mut members, "published"),
        language: taken(&mut members, "language"),
        passages: list(&mut members, "passages")?.map(read_passage).collect::<Option<_>>()?,
        notes: list(&mut members, "notes")?.map(|it| read_note(&it)).collect::<Option<_>>()?,
    };
    Some(Received::Text(ReadText { shape, encoding, intake }))
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
        "repeated" => Some(Note::Repeated(count)),
        _ => None,
    }
}
