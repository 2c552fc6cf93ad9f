//! Reading an article off the shelf.

use std::rc::Rc;

use crate::{
    article::{Blocks, Parts},
    claim::{Source, Tag},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{ArticleId, BlockId},
    json::{Members, Misfit},
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
    let (mut asides, mut changes) = (Vec::new(), Vec::new());
    for ((place, stored), read) in stored.iter().zip(changes_of(stored, &document)) {
        let read = read.and_then(|read| {
            document.note_number(number(place, stored)?);
            Ok(read)
        });
        match read {
            Ok(read) => changes.extend(read),
            Err(misfit) => asides.push(aside(article, place, stored, misfit)),
        }
    }
    let mut document = made(article, changes, document);
    if let Some(document) = &mut document {
        fill_gaps(document);
    }
    (document, asides)
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

/// The article with changes that are no act of anybody.
fn made(article: &ArticleId, changes: Vec<Change>, document: Document) -> Option<Document> {
    let (article, at) = (article.clone(), document.details().added);
    let mut document = Some(document);
    Edit { act: Act::WentBack, article, at, changes }.apply(&mut document);
    document
}

/// What each of some records changes in its article, in whatever order they come: claims are read
/// against the blocks as all of the records make them.
pub(in crate::saved) fn changes_of(
    stored: &[(RecordPlace, Stored)],
    document: &Document,
) -> Vec<Result<Vec<Change>, Misfit>> {
    let blocks = blocks_after(stored, document.blocks());
    stored.iter().map(|(place, stored)| changes(place, stored, document, &blocks)).collect()
}

/// The blocks as these records make them.
fn blocks_after(stored: &[(RecordPlace, Stored)], blocks: &Blocks) -> Blocks {
    let parts = stored.iter().filter_map(|(place, stored)| {
        let RecordPlace::Block(root) = place else { return None };
        let parts = parts_of(root, stored, blocks).ok()?;
        (parts.as_ref() != blocks.parts(root)).then(|| (root.clone(), parts))
    });
    let parts: Vec<_> = parts.collect();
    let mut after = blocks.clone();
    if !parts.is_empty() && !after.set_parts(parts.clone()) {
        // One of them does not fit the others, and is told as set aside.
        for one in parts {
            after.set_parts([one]);
        }
    }
    after
}

/// What became of an imported block by its record.
fn parts_of(root: &BlockId, stored: &Stored, blocks: &Blocks) -> Result<Option<Parts>, Misfit> {
    if stored.deleted { Ok(None) } else { records::read_parts(&stored.record, root, blocks) }
}

/// What a record changes in its article, where `blocks` are those after all changes.
fn changes(
    place: &RecordPlace,
    stored: &Stored,
    document: &Document,
    blocks: &Blocks,
) -> Result<Vec<Change>, Misfit> {
    // The text, which may be long, has been read.
    let is_read = stored.deleted || *place == RecordPlace::Text;
    let record = (!is_read).then(|| stored.record.clone());
    let changes = match (place, record) {
        (RecordPlace::Text, _) | (RecordPlace::Details, None) => Vec::new(),
        (RecordPlace::Details, Some(record)) => changes_of_article(record, document)?,
        (RecordPlace::Block(id), record) => {
            let parts = parts_of(id, stored, blocks)?;
            if parts.as_ref() != blocks.parts(id) {
                return Err(Misfit::new(records::PARTS, "do not fit the other blocks"));
            }
            let read = record.map(records::read_block).transpose()?;
            let known = blocks.kind(id);
            let (kind, looked) =
                read.unwrap_or_else(|| (blocks.first_kind(id).unwrap_or(known), None));
            let looked = Swap { before: document.looked(id).cloned(), after: looked.map(Rc::new) };
            let before = document.blocks().parts(id).cloned();
            // Of a part that is not there now, nobody knows in which kind it will come again.
            let is_gone = !stored.deleted && blocks.first_kind(id).is_none();
            let changes = [
                Change::Parts(id.clone(), Swap { before, after: parts }),
                Change::Kind(id.clone(), Swap { before: known, after: kind }),
                Change::Looked(id.clone(), looked),
            ];
            let is_kept = |change: &Change| {
                !change.is_nothing() || (is_gone && matches!(change, Change::Kind(..)))
            };
            return Ok(changes.into_iter().filter(is_kept).collect());
        }
        (RecordPlace::Tag(id), record) => {
            let tag = record.map(records::read_ordered_tag).transpose()?;
            tag.as_ref().map_or(Ok(()), |tag| check_name(&tag.id, id))?;
            let before = document.tag(id).cloned();
            vec![Change::Tag(id.clone(), Swap { before, after: tag.map(Rc::new) })]
        }
        (RecordPlace::Source(id), record) => {
            let source = record.map(records::read_ordered_source).transpose()?;
            source.as_ref().map_or(Ok(()), |source| check_name(&source.id, id))?;
            let before = document.source(id).cloned();
            vec![Change::Source(id.clone(), Swap { before, after: source.map(Rc::new) })]
        }
        (RecordPlace::Claim(id), record) => {
            let read = |record| records::read_stored_claim(record, blocks);
            let claim = record.map(read).transpose()?;
            claim.as_ref().map_or(Ok(()), |claim| check_name(&claim.id, id))?;
            let before = document.claim(id).cloned();
            vec![Change::Claim(id.clone(), Swap { before, after: claim.map(Rc::new) })]
        }
    };
    Ok(changes.into_iter().filter(|change| !change.is_nothing()).collect())
}

/// What the article's own record changes: what is known of it, and its scale.
fn changes_of_article(record: Members, document: &Document) -> Result<Vec<Change>, Misfit> {
    let records::Article { details, scale, .. } = records::read_article(record)?;
    let (before, after) = (Rc::clone(document.details()), Rc::new(details));
    let details = Change::Details(Swap { before, after });
    let (before, after) = (Rc::clone(document.scale()), Rc::new(scale));
    Ok(vec![details, Change::Scale(Swap { before, after })])
}

/// The number of a claim that a record remembers: of a deleted claim, or of all of the article.
pub(super) fn number(place: &RecordPlace, stored: &Stored) -> Result<u32, Misfit> {
    match place {
        RecordPlace::Claim(_) if stored.deleted => {
            records::read_deleted_number(stored.record.clone())
        }
        RecordPlace::Details => records::read_number_of_all(stored.record.clone()),
        RecordPlace::Claim(_)
        | RecordPlace::Text
        | RecordPlace::Block(_)
        | RecordPlace::Tag(_)
        | RecordPlace::Source(_) => Ok(0),
    }
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
