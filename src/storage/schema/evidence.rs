//! The JSON form of sources, evidence and contacts.
//!
//! All members of a source are optional except its identifier. Unknown members are kept.

use crate::{
    claim::{Contact, Evidence, SOURCE_KINDS, STANCES, Source},
    id::SourceId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
};

use super::{IdPolicy, enum_name, object, parse_enum, with_unknown};

/// Returns the members of a source, without the unknown members.
pub fn write_source(source: &Source) -> JsonObject {
    let kind = source.kind.map(|kind| enum_name(&kind, &SOURCE_KINDS));
    object([
        ("id", source.id.as_str().into()),
        ("url", source.url.clone().into()),
        ("archived", source.archived.clone().into()),
        ("title", source.title.clone().into()),
        ("publisher", source.publisher.clone().into()),
        ("date", source.date.clone().into()),
        ("accessed", source.accessed.clone().into()),
        ("kind", kind.into()),
        ("locator", source.locator.clone().into()),
        ("contact", source.contact.clone().into()),
        ("note", source.note.clone().into()),
    ])
}

/// Reads a source. `order` is its position among the sources.
///
/// # Errors
/// When the identifier is missing or a member does not fit.
pub fn read_source(
    mut object_reader: ObjectReader,
    order: u32,
    names: &mut IdPolicy,
) -> Result<Source, FieldError> {
    Ok(Source {
        id: names.take_id(&mut object_reader, SourceId::new)?,
        url: object_reader.optional_text("url")?,
        archived: object_reader.optional_text("archived")?,
        title: object_reader.optional_text("title")?,
        publisher: object_reader.optional_text("publisher")?,
        date: object_reader.optional_text("date")?,
        accessed: object_reader.optional_text("accessed")?,
        kind: object_reader
            .optional("kind")
            .map(|kind| parse_enum(kind, &SOURCE_KINDS))
            .transpose()?,
        locator: object_reader.optional_text("locator")?,
        contact: object_reader.optional_text("contact")?,
        note: object_reader.optional_text("note")?,
        order,
        unknown: object_reader.into_unknown(),
    })
}

pub(super) fn write_evidence(evidence: &Evidence) -> JsonObject {
    let known = object([
        ("source", evidence.source.as_str().into()),
        ("stance", enum_name(&evidence.stance, &STANCES)),
        ("passage", evidence.quote.clone().into()),
        ("note", evidence.note.clone().into()),
    ]);
    with_unknown(known, &evidence.unknown)
}

pub(super) fn read_evidence(
    value_reader: ValueReader,
    names: &mut IdPolicy,
) -> Result<Evidence, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Evidence {
        source: names.take_reference(&object_reader.required("source")?, SourceId::new)?,
        stance: parse_enum(object_reader.required("stance")?, &STANCES)?,
        quote: object_reader.optional_text("passage")?.unwrap_or_default(),
        note: object_reader.optional_text("note")?.unwrap_or_default(),
        unknown: object_reader.into_unknown(),
    })
}

pub(super) fn write_contact(contact: &Contact) -> JsonObject {
    let known = object([
        ("who", contact.who.clone().into()),
        ("asked", contact.asked.clone().into()),
        ("due", contact.due.clone().into()),
        ("replied", contact.replied.clone().into()),
        ("reply", contact.reply.clone().into()),
    ]);
    with_unknown(known, &contact.unknown)
}

pub(super) fn read_contact(value_reader: ValueReader) -> Result<Contact, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Contact {
        who: object_reader.optional_text("who")?,
        asked: object_reader.optional_text("asked")?,
        due: object_reader.optional_text("due")?,
        replied: object_reader.optional_text("replied")?,
        reply: object_reader.optional_text("reply")?,
        unknown: object_reader.into_unknown(),
    })
}
