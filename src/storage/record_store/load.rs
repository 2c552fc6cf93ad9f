//! Builds a document from stored records, and computes the changes that records make to a document.
//!
//! A record that does not fit the article is quarantined; it never stops the others. Only the
//! article's metadata and its text are required.

use std::rc::Rc;

use crate::{
    article::{Blocks, Replacement},
    claim::{Source, Tag},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    id::{ArticleId, BlockId},
    json::{FieldError, JsonObject},
    storage::{
        Key, QuarantinedValue, ReadError, RecordId, StoredRecord, encode_record, record_types,
    },
};

/// Builds a document from its records, and quarantines those that do not fit.
///
/// The document is `None` where the metadata or the text cannot be read; then all records are
/// quarantined.
pub(in crate::storage) fn read(
    article: &ArticleId,
    stored: &[(RecordId, StoredRecord)],
) -> (Option<Document>, Vec<QuarantinedValue>) {
    let mut document = match read_whole(article, stored) {
        Ok(document) => document,
        Err(field_error) => {
            let quarantined_values =
                stored.iter().map(|it| quarantined(article, &it.0, &it.1, field_error.clone()));
            return (None, quarantined_values.collect());
        }
    };
    let (mut quarantined_values, mut changes) = (Vec::new(), Vec::new());
    for ((place, stored), read) in stored.iter().zip(changes_of(stored, &document)) {
        let read = read.and_then(|read| {
            document.reserve_number(number(place, stored)?);
            Ok(read)
        });
        match read {
            Ok(read) => changes.extend(read),
            Err(field_error) => {
                quarantined_values.push(quarantined(article, place, stored, field_error));
            }
        }
    }
    let mut document = apply_changes(article, changes, document);
    if let Some(document) = &mut document {
        add_placeholders(document);
    }
    (document, quarantined_values)
}

/// Finds the record of one kind and identifier.
pub(super) fn record<'a>(
    records: &'a [(RecordId, StoredRecord)],
    place: &RecordId,
) -> Option<&'a StoredRecord> {
    records.iter().find(|(other, _)| other == place).map(|(_, stored)| stored)
}

/// Builds the document from its metadata and text, without which no other record can be read.
fn read_whole(
    article: &ArticleId,
    stored: &[(RecordId, StoredRecord)],
) -> Result<Document, FieldError> {
    let missing = |place| FieldError::new(place, "is missing");
    let details = record(stored, &RecordId::Details).ok_or_else(|| missing("article"))?;
    let text = record(stored, &RecordId::Text).ok_or_else(|| missing("text"))?;
    let details = record_types::read_article(details.record.clone())?;
    let blocks = record_types::read_text(text.record.clone())?;
    check_name(&details.details.id, article)?;
    let mut document = Document::new(details.details, blocks, details.scale);
    document.set_unknown_members(details.beside);
    document.reserve_number(details.numbered);
    Ok(document)
}

/// Returns an error where a record has another identifier than its key: it would be written back
/// under the wrong key.
fn check_name<T: PartialEq>(own: &T, key: &T) -> Result<(), FieldError> {
    if own == key { Ok(()) } else { Err(FieldError::new("id", "is not the one in the key")) }
}

/// Applies changes that come from stored records and are not an edit of the user.
fn apply_changes(
    article: &ArticleId,
    changes: Vec<Change>,
    document: Document,
) -> Option<Document> {
    let (article, at) = (article.clone(), document.details().added);
    let mut document = Some(document);
    Edit { action: Action::Restored, article, at, changes }.apply(&mut document);
    document
}

/// Computes what each record changes in the document; the order of the records does not matter.
/// Claims are read against the blocks as they are after all of the records.
pub(in crate::storage) fn changes_of(
    stored: &[(RecordId, StoredRecord)],
    document: &Document,
) -> Vec<Result<Vec<Change>, FieldError>> {
    let blocks = blocks_after(stored, document.blocks());
    stored.iter().map(|(place, stored)| changes(place, stored, document, &blocks)).collect()
}

/// Returns the blocks as these records leave them.
fn blocks_after(stored: &[(RecordId, StoredRecord)], blocks: &Blocks) -> Blocks {
    let parts = stored.iter().filter_map(|(place, stored)| {
        let RecordId::Block(root) = place else { return None };
        let parts = parts_of(root, stored, blocks).ok()?;
        (parts.as_ref() != blocks.parts(root)).then(|| (root.clone(), parts))
    });
    let parts: Vec<_> = parts.collect();
    let mut after = blocks.clone();
    if !parts.is_empty() && !after.set_parts(parts.clone()) {
        // One replacement does not fit the others. Applying each alone keeps the good ones; the bad
        // one is quarantined.
        for one in parts {
            after.set_parts([one]);
        }
    }
    after
}

/// Reads what replaced an imported block, as its record says; `None` where the block is unedited.
fn parts_of(
    root: &BlockId,
    stored: &StoredRecord,
    blocks: &Blocks,
) -> Result<Option<Replacement>, FieldError> {
    if stored.deleted { Ok(None) } else { record_types::read_parts(&stored.record, root, blocks) }
}

/// Computes what a record changes in the document. `blocks` are the blocks after all changes.
fn changes(
    place: &RecordId,
    stored: &StoredRecord,
    document: &Document,
    blocks: &Blocks,
) -> Result<Vec<Change>, FieldError> {
    // `read_whole` has read the text already, and a copy of it may be long.
    let is_read = stored.deleted || *place == RecordId::Text;
    let record = (!is_read).then(|| stored.record.clone());
    let changes = match (place, record) {
        (RecordId::Text, _) | (RecordId::Details, None) => Vec::new(),
        (RecordId::Details, Some(record)) => changes_of_article(record, document)?,
        (RecordId::Block(id), record) => {
            let parts = parts_of(id, stored, blocks)?;
            if parts.as_ref() != blocks.parts(id) {
                return Err(FieldError::new(record_types::PARTS, "do not fit the other blocks"));
            }
            let read = record.map(record_types::read_block).transpose()?;
            let known = blocks.kind(id);
            let (kind, reviewed) =
                read.unwrap_or_else(|| (blocks.original_kind(id).unwrap_or(known), None));
            let reviewed =
                Diff { before: document.review(id).cloned(), after: reviewed.map(Rc::new) };
            let before = document.blocks().parts(id).cloned();
            // A part that does not exist now may come back, so its kind is kept even if it looks
            // unchanged.
            let is_gone = !stored.deleted && blocks.original_kind(id).is_none();
            let changes = [
                Change::Parts(id.clone(), Diff { before, after: parts }),
                Change::Kind(id.clone(), Diff { before: known, after: kind }),
                Change::Review(id.clone(), reviewed),
            ];
            let is_kept = |change: &Change| {
                !change.is_noop() || (is_gone && matches!(change, Change::Kind(..)))
            };
            return Ok(changes.into_iter().filter(is_kept).collect());
        }
        (RecordId::Tag(id), record) => {
            let tag = record.map(record_types::read_ordered_tag).transpose()?;
            tag.as_ref().map_or(Ok(()), |tag| check_name(&tag.id, id))?;
            let before = document.tag(id).cloned();
            vec![Change::Tag(id.clone(), Diff { before, after: tag.map(Rc::new) })]
        }
        (RecordId::Source(id), record) => {
            let source = record.map(record_types::read_ordered_source).transpose()?;
            source.as_ref().map_or(Ok(()), |source| check_name(&source.id, id))?;
            let before = document.source(id).cloned();
            vec![Change::Source(id.clone(), Diff { before, after: source.map(Rc::new) })]
        }
        (RecordId::Claim(id), record) => {
            let read = |record| record_types::read_stored_claim(record, blocks);
            let claim = record.map(read).transpose()?;
            claim.as_ref().map_or(Ok(()), |claim| check_name(&claim.id, id))?;
            let before = document.claim(id).cloned();
            vec![Change::Claim(id.clone(), Diff { before, after: claim.map(Rc::new) })]
        }
    };
    Ok(changes.into_iter().filter(|change| !change.is_noop()).collect())
}

/// Computes what the article's main record changes: its metadata and its scale.
fn changes_of_article(record: JsonObject, document: &Document) -> Result<Vec<Change>, FieldError> {
    let record_types::Article { details, scale, .. } = record_types::read_article(record)?;
    let (before, after) = (Rc::clone(document.details()), Rc::new(details));
    let details = Change::Details(Diff { before, after });
    let (before, after) = (Rc::clone(document.scale()), Rc::new(scale));
    Ok(vec![details, Change::Scale(Diff { before, after })])
}

/// Returns the claim number that a record reserves: that of a deleted claim, or the highest one of
/// the article; 0 where the record reserves none.
pub(super) fn number(place: &RecordId, stored: &StoredRecord) -> Result<u32, FieldError> {
    match place {
        RecordId::Claim(_) if stored.deleted => {
            record_types::read_deleted_number(stored.record.clone())
        }
        RecordId::Details => record_types::read_number_of_all(stored.record.clone()),
        RecordId::Claim(_)
        | RecordId::Text
        | RecordId::Block(_)
        | RecordId::Tag(_)
        | RecordId::Source(_) => Ok(0),
    }
}

/// Adds placeholder tags and sources for those that claims refer to but whose records could not be
/// read. So the claims keep their references, and Claimlight can open their export again.
fn add_placeholders(document: &mut Document) {
    let claims: Vec<_> = document.claims().cloned().collect();
    for tag in claims.iter().flat_map(|claim| &claim.tags) {
        if document.tag(tag).is_none() {
            document.set_tag(tag, Some(Rc::new(Tag::placeholder(tag.clone()))));
        }
    }
    for source in claims.iter().flat_map(|claim| &claim.evidence).map(|it| &it.source) {
        if document.source(source).is_none() {
            document.set_source(source, Some(Rc::new(Source::bare(source.clone()))));
        }
    }
}

fn quarantined(
    article: &ArticleId,
    place: &RecordId,
    stored: &StoredRecord,
    field_error: FieldError,
) -> QuarantinedValue {
    let key = Key::Article(article.clone(), place.clone()).to_string();
    QuarantinedValue { key, found: encode_record(stored), fault: ReadError::Invalid(field_error) }
}
