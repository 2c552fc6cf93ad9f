//! Reading an article off the shelf.

use std::rc::Rc;

use crate::{
    claim::{Source, Tag},
    document::Document,
    id::ArticleId,
    json::Misfit,
    saved::{Aside, Fault, Key, RecordPlace, Stored, records, seal},
};

/// Reads an article from its records, those that do not fit aside.
///
/// `None` where it cannot be read as a whole; then every record is told as set aside.
pub(in crate::saved) fn read(
    article: &ArticleId,
    stored: &[(RecordPlace, Stored)],
) -> (Option<Document>, Vec<Aside>) {
    let mut document = match read_whole(article, stored) {
        Ok(document) => document,
        Err(misfit) => {
            let asides = stored.iter().map(|it| aside(article, &it.0, &it.1, misfit.clone()));
            return (None, asides.collect());
        }
    };
    let mut asides = Vec::new();
    for (place, stored) in stored {
        if let Err(misfit) = read_part(place, stored, &mut document) {
            asides.push(aside(article, place, stored, misfit));
        }
    }
    fill_gaps(&mut document);
    (Some(document), asides)
}

/// The record at a place.
pub(super) fn record<'a>(
    records: &'a [(RecordPlace, Stored)],
    place: &RecordPlace,
) -> Option<&'a Stored> {
    records.iter().find(|(other, _)| other == place).map(|(_, stored)| stored)
}

/// The article with its text, without which nothing else can be read.
fn read_whole(article: &ArticleId, stored: &[(RecordPlace, Stored)]) -> Result<Document, Misfit> {
    let missing = |place| Misfit::new(place, "is missing");
    let details = record(stored, &RecordPlace::Details).ok_or_else(|| missing("article"))?;
    let text = record(stored, &RecordPlace::Text).ok_or_else(|| missing("text"))?;
    let details = records::read_article(details.record.clone())?;
    let blocks = records::read_text(text.record.clone())?;
    check_name(&details.details.id, article)?;
    let mut document = Document::new(details.details, blocks, details.scale);
    document.set_beside(details.beside);
    document.note_number(details.numbered);
    Ok(document)
}

/// A record under the key of another would be written back to the wrong key.
fn check_name<T: PartialEq>(own: &T, key: &T) -> Result<(), Misfit> {
    if own == key { Ok(()) } else { Err(Misfit::new("id", "is not the one in the key")) }
}

fn read_part(place: &RecordPlace, stored: &Stored, document: &mut Document) -> Result<(), Misfit> {
    let record = stored.record.clone();
    match place {
        RecordPlace::Claim(_) if stored.deleted => {
            document.note_number(records::read_deleted_number(record)?);
        }
        RecordPlace::Details | RecordPlace::Text => {}
        _ if stored.deleted => {}
        RecordPlace::Block(id) => {
            let (kind, looked) = records::read_block(record)?;
            document.set_kind(id, kind);
            document.set_looked(id, looked.map(Rc::new));
        }
        RecordPlace::Tag(id) => {
            let tag = records::read_ordered_tag(record)?;
            check_name(&tag.id, id)?;
            document.set_tag(id, Some(Rc::new(tag)));
        }
        RecordPlace::Source(id) => {
            let source = records::read_ordered_source(record)?;
            check_name(&source.id, id)?;
            document.set_source(id, Some(Rc::new(source)));
        }
        RecordPlace::Claim(id) => {
            let claim = records::read_stored_claim(record, document.blocks())?;
            check_name(&claim.id, id)?;
            document.set_claim(id, Some(Rc::new(claim)));
        }
    }
    Ok(())
}

/// Puts bare tags and sources where claims name ones that are not there, because their records
/// could not be read: the claims keep what they carry, and their export can be opened again.
fn fill_gaps(document: &mut Document) {
    let claims: Vec<_> = document.claims().cloned().collect();
    for tag in claims.iter().flat_map(|claim| &claim.tags) {
        if document.tag(tag).is_none() {
            document.set_tag(tag, Some(Rc::new(Tag::bare(tag.clone()))));
        }
    }
    for source in claims.iter().flat_map(|claim| &claim.evidence).map(|it| &it.source) {
        if document.source(source).is_none() {
            document.set_source(source, Some(Rc::new(Source::bare(source.clone()))));
        }
    }
}

fn aside(article: &ArticleId, place: &RecordPlace, stored: &Stored, misfit: Misfit) -> Aside {
    let key = Key::Article(article.clone(), place.clone()).to_string();
    Aside { key, found: seal(stored), fault: Fault::Misfit(misfit) }
}
