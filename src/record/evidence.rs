//! The JSON form of sources, evidence and contacts.

use crate::{
    claim::{Contact, Evidence, SOURCE_KINDS, STANCES, Source},
    id::SourceId,
    json::{Item, Members, Misfit, Object},
};

use super::{Names, name_of, named, object, with_unknown};

/// The members of a source, but for those that nobody knew.
pub fn write_source(source: &Source) -> Members {
    let kind = source.kind.map(|kind| name_of(&kind, &SOURCE_KINDS));
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

/// Reads a source that stands at a place among the sources.
///
/// # Errors
/// When a member does not fit.
pub fn read_source(mut object: Object, order: u32, names: &mut Names) -> Result<Source, Misfit> {
    Ok(Source {
        id: names.own(&mut object, SourceId::new)?,
        url: object.optional_text("url")?,
        archived: object.optional_text("archived")?,
        title: object.optional_text("title")?,
        publisher: object.optional_text("publisher")?,
        date: object.optional_text("date")?,
        accessed: object.optional_text("accessed")?,
        kind: object.optional("kind").map(|kind| named(kind, &SOURCE_KINDS)).transpose()?,
        locator: object.optional_text("locator")?,
        contact: object.optional_text("contact")?,
        note: object.optional_text("note")?,
        order,
        unknown: object.rest(),
    })
}

pub(super) fn write_evidence(evidence: &Evidence) -> Members {
    let known = object([
        ("source", evidence.source.as_str().into()),
        ("stance", name_of(&evidence.stance, &STANCES)),
        ("passage", evidence.passage.clone().into()),
        ("note", evidence.note.clone().into()),
    ]);
    with_unknown(known, &evidence.unknown)
}

pub(super) fn read_evidence(item: Item, names: &mut Names) -> Result<Evidence, Misfit> {
    let mut object = item.object()?;
    Ok(Evidence {
        source: names.other(&object.required("source")?, SourceId::new)?,
        stance: named(object.required("stance")?, &STANCES)?,
        passage: object.optional_text("passage")?.unwrap_or_default(),
        note: object.optional_text("note")?.unwrap_or_default(),
        unknown: object.rest(),
    })
}

pub(super) fn write_contact(contact: &Contact) -> Members {
    let known = object([
        ("who", contact.who.clone().into()),
        ("asked", contact.asked.clone().into()),
        ("due", contact.due.clone().into()),
        ("replied", contact.replied.clone().into()),
        ("reply", contact.reply.clone().into()),
    ]);
    with_unknown(known, &contact.unknown)
}

pub(super) fn read_contact(item: Item) -> Result<Contact, Misfit> {
    let mut object = item.object()?;
    Ok(Contact {
        who: object.optional_text("who")?,
        asked: object.optional_text("asked")?,
        due: object.optional_text("due")?,
        replied: object.optional_text("replied")?,
        reply: object.optional_text("reply")?,
        unknown: object.rest(),
    })
}
