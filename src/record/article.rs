//! The JSON form of what is known of an article, and of the ledger.

use crate::{
    article::Details,
    id::ArticleId,
    json::{Item, Members, Misfit, Object},
    ledger::{LEDGER_STATES, Looked},
};

use super::{Names, name_of, named, object};

/// The members of an article's details; those that nobody knew are not among them, nor is what
/// belongs to one browser alone.
pub fn write_details(details: &Details) -> Members {
    let mut members = object([
        ("id", details.id.as_str().into()),
        ("title", details.title.clone().into()),
        ("byline", details.byline.clone().into()),
        ("source", details.source.clone().into()),
        ("published", details.published.clone().into()),
        ("language", details.language.clone().into()),
        ("note", details.note.clone().into()),
        ("added", details.added.to_string().into()),
        ("draft", details.draft.into()),
    ]);
    // Files of before it was known do not have it, and stay as they are.
    let publication = details.publication.clone();
    members.extend(publication.map(|it| ("publication".to_owned(), it.into())));
    members
}

/// Reads an article's details; what is left in the object is what nobody knew.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_details(mut object: Object, names: &mut Names) -> Result<Details, Misfit> {
    let id = names.own(&mut object, ArticleId::new)?;
    let misfit = object.misfit("draft", "should be a whole number from 1");
    let draft = object.optional("draft").map_or(Ok(1), Item::count)?;
    Ok(Details {
        id,
        title: object.text("title")?,
        byline: object.optional_text("byline")?,
        source: object.optional_text("source")?,
        publication: object.optional_text("publication")?,
        published: object.optional_text("published")?,
        language: object.optional_text("language")?,
        note: object.optional_text("note")?.unwrap_or_default(),
        added: object.time("added")?,
        draft: u32::try_from(draft).ok().filter(|it| *it > 0).ok_or(misfit)?,
        is_archived: false,
        unknown: object.rest(),
    })
}

/// The members of the ledger's word on a block.
pub fn write_looked(looked: &Looked) -> Members {
    let known = object([
        ("state", name_of(&looked.state, &LEDGER_STATES)),
        ("at", looked.at.to_string().into()),
    ]);
    super::with_unknown(known, &looked.unknown)
}

/// Reads the ledger's word on a block.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_looked(mut object: Object) -> Result<Looked, Misfit> {
    Ok(Looked {
        state: named(object.required("state")?, &LEDGER_STATES)?,
        at: object.time("at")?,
        unknown: object.rest(),
    })
}
