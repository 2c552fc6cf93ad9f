//! The journal: for each edit, an entry with the changed records before and after it.
//!
//! Undo after a reload and the history list are made of these entries. The database stores an entry
//! in the same transaction as the records that the edit changed.

use serde_json::Value;

use crate::{
    article::MetadataField,
    edit::Action,
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    json::JsonObject,
    storage::schema::object,
    time::Timestamp,
};

use super::{
    Key, ReadError, RecordId, decode_record,
    record_envelope::{VERSION, decode_checked, encode_with_checksum},
};

/// A journal entry without the records that it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry's name: the moment of the edit and then, after a space, the tab. So the order of
    /// the names is the order of the edits.
    pub name: String,
    /// The time of the edit.
    pub at: Timestamp,
    /// The article that the edit changed.
    pub article: ArticleId,
    /// The action of the user.
    pub action: Action,
    /// Whether the entry is a new edit, or undoes or redoes an earlier one.
    pub turn: EntryKind,
}

/// Whether an entry is a new edit, an undo or a redo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EntryKind {
    /// The entry is a new edit.
    #[default]
    Done,
    /// The entry undoes the entry of this name.
    Undone(String),
    /// The entry redoes the entry of this name.
    Redone(String),
}

/// A stored record before and after an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// The key of the record.
    pub key: String,
    /// The stored value before the edit; `None` where there was no record.
    pub before: Option<String>,
    /// The stored value after the edit.
    pub after: String,
}

/// Encodes an entry together with the records that it changed, as [`read_entry`] reads it.
pub fn write_entry(entry: &Entry, record_changes: &[RecordChange]) -> String {
    let (action, about) = action_id(&entry.action);
    let (turn, of) = match &entry.turn {
        EntryKind::Done => ("done", None),
        EntryKind::Undone(of) => ("undone", Some(of)),
        EntryKind::Redone(of) => ("redone", Some(of)),
    };
    let changes = record_changes.iter().map(|it| {
        Value::Object(object([
            ("key", it.key.as_str().into()),
            ("before", it.before.as_deref().into()),
            ("after", it.after.as_str().into()),
        ]))
    });
    encode_with_checksum(&object([
        ("v", VERSION.into()),
        ("name", entry.name.as_str().into()),
        ("at", entry.at.to_string().into()),
        ("article", entry.article.as_str().into()),
        ("act", action.into()),
        ("about", about.into()),
        ("turn", turn.into()),
        ("of", of.map(String::as_str).into()),
        ("changes", changes.collect()),
    ]))
}

/// Decodes an entry that [`write_entry`] wrote.
///
/// # Errors
/// When the value is damaged, written by a newer version, or not an entry.
pub fn read_entry(value: &str) -> Result<(Entry, Vec<RecordChange>), ReadError> {
    let mut object_reader = decode_checked(value)?;
    let field_error = object_reader.error("act", "is not a known action");
    let turn_error = object_reader.error("turn", "is neither done, undone nor redone");
    let article_error = object_reader.error("article", "is not the identifier of an article");
    let (action, about) = (object_reader.text("act")?, object_reader.optional_text("about")?);
    let of = object_reader.optional_text("of")?;
    let turn = match (object_reader.text("turn")?.as_str(), of) {
        ("done", None) => EntryKind::Done,
        ("undone", Some(of)) => EntryKind::Undone(of),
        ("redone", Some(of)) => EntryKind::Redone(of),
        _ => return Err(turn_error.into()),
    };
    let entry = Entry {
        name: object_reader.text("name")?,
        at: object_reader.time("at")?,
        article: ArticleId::new(&object_reader.text("article")?).ok_or(article_error)?,
        action: action_from_id(&action, about.as_deref()).ok_or(field_error)?,
        turn,
    };
    let mut record_changes = Vec::new();
    for value_reader in object_reader.list("changes")? {
        let mut object_reader = value_reader.object()?;
        record_changes.push(RecordChange {
            key: object_reader.text("key")?,
            before: object_reader.optional_text("before")?,
            after: object_reader.text("after")?,
        });
    }
    Ok((entry, record_changes))
}

/// Returns the undo and redo steps that closed tabs left, as pairs of an entry's name and value:
/// first the steps to undo, then the steps to redo, each list in the order in which they were done
/// or undone.
///
/// `entries` are the newest entries of the journal, from the oldest on. `is_gone` says whether a
/// tab is closed.
pub fn steps_of_closed_tabs(
    entries: Vec<(String, String)>,
    is_gone: impl Fn(&str) -> bool,
) -> [Vec<(String, String)>; 2] {
    let [mut past, mut future]: [Vec<(String, String)>; 2] = Default::default();
    for (name, value) in entries {
        let Ok((entry, _)) = read_entry(&value) else { continue };
        let tab = name.rsplit(' ').next().unwrap_or_default();
        let is_gone = is_gone(tab);
        match &entry.turn {
            EntryKind::Done if is_gone => {
                future.retain(|(other, _)| !other.ends_with(tab));
                past.push((name, value));
            }
            EntryKind::Done => {}
            EntryKind::Undone(of) => {
                let step = past.iter().position(|(name, _)| name == of).map(|at| past.remove(at));
                future.extend(step.filter(|_| is_gone));
            }
            EntryKind::Redone(of) => {
                let step =
                    future.iter().position(|(name, _)| name == of).map(|at| future.remove(at));
                past.extend(step.filter(|_| is_gone));
            }
        }
    }
    [past, future]
}

/// Returns the entries of an article, in the order of `entries`.
pub fn entries_of(entries: &[(String, String)], article: &ArticleId) -> Vec<Entry> {
    let read = entries.iter().filter_map(|(_, value)| read_entry(value).ok());
    read.map(|(entry, _)| entry).filter(|entry| entry.article == *article).collect()
}

/// Returns the entries that changed a claim, in the order of `entries`, each with the claim's
/// members before and after it. The members are `None` where the claim did not exist.
pub fn history_of_claim(
    entries: &[(String, String)],
    article: &ArticleId,
    claim: &ClaimId,
) -> Vec<(Entry, [Option<JsonObject>; 2])> {
    let key = Key::Article(article.clone(), RecordId::Claim(claim.clone())).to_string();
    let members = |value: &str| {
        decode_record(value).ok().filter(|stored| !stored.deleted).map(|stored| stored.record)
    };
    let read = entries.iter().filter_map(|(_, value)| read_entry(value).ok());
    let changed = read.filter_map(|(entry, record_changes)| {
        let record_changes = record_changes.into_iter().find(|it| it.key == key)?;
        let before = record_changes.before.as_deref().and_then(members);
        Some((entry, [before, members(&record_changes.after)]))
    });
    changed.collect()
}

/// Returns the records of an article that were changed after the entry `name`, each as it was at
/// that entry and as it is now. `name` is `None` for all entries. Entries that add or delete the
/// whole article are left out.
pub fn changes_since(
    entries: &[(String, String)],
    article: &ArticleId,
    name: Option<&str>,
) -> Vec<RecordChange> {
    let mut all: Vec<RecordChange> = Vec::new();
    let later = entries.iter().filter(|(other, _)| name.is_none_or(|name| other.as_str() > name));
    for (entry, record_changes) in later.filter_map(|(_, value)| read_entry(value).ok()) {
        if entry.article != *article || entry.action.affects_whole_article() {
            continue;
        }
        for record_changes in record_changes {
            match all.iter_mut().find(|it| it.key == record_changes.key) {
                Some(known) => known.after = record_changes.after,
                None => all.push(record_changes),
            }
        }
    }
    all
}

/// Returns the stored name of an action, and the identifier or field that the action is about.
fn action_id(action: &Action) -> (&'static str, Option<&str>) {
    match action {
        Action::ArticleAdded => ("article-added", None),
        Action::ArticleReimported => ("article-read-again", None),
        Action::ArticleDeleted => ("article-deleted", None),
        Action::ArticlesDeleted => ("articles-deleted", None),
        Action::KindChanged(block) => ("kind-changed", Some(block.as_str())),
        Action::BlockSplit(block) => ("block-split", Some(block.as_str())),
        Action::BlocksJoined(block) => ("blocks-joined", Some(block.as_str())),
        Action::BlockCorrected(block) => ("block-corrected", Some(block.as_str())),
        Action::ClaimMarked(claim) => ("claim-marked", Some(claim.as_str())),
        Action::ClaimDeleted(claim) => ("claim-deleted", Some(claim.as_str())),
        Action::TagAdded(claim) => ("tag-given", Some(claim.as_str())),
        Action::TagRemoved(claim) => ("tag-taken", Some(claim.as_str())),
        Action::NoteWritten(claim) => ("note-written", Some(claim.as_str())),
        Action::BlockReviewed(block) => ("looked", Some(block.as_str())),
        Action::TagChanged(tag) => ("tag-changed", Some(tag.as_str())),
        Action::TagsChanged => ("tags-changed", None),
        Action::ArticleNoteWritten => ("article-note-written", None),
        Action::DetailWritten(metadata_field) => ("detail-written", Some(metadata_field.name())),
        Action::ArticleArchived => ("article-archived", None),
        Action::ArticleUnarchived => ("article-brought-back", None),
        Action::QuoteChangeDismissed(claim) => ("words-seen", Some(claim.as_str())),
        Action::StatusChosen(claim) => ("status-chosen", Some(claim.as_str())),
        Action::PriorityChosen(claim) => ("priority-chosen", Some(claim.as_str())),
        Action::ClaimFieldEdited(claim) => ("work-written", Some(claim.as_str())),
        Action::ClaimsLinked(claim) => ("claims-linked", Some(claim.as_str())),
        Action::ClaimsUnlinked(claim) => ("claims-unlinked", Some(claim.as_str())),
        Action::VerdictGiven(claim) => ("verdict-given", Some(claim.as_str())),
        Action::VerdictRemoved(claim) => ("verdict-taken", Some(claim.as_str())),
        Action::VerdictTextEdited(claim) => ("sentence-written", Some(claim.as_str())),
        Action::ReasonWritten(claim) => ("reason-written", Some(claim.as_str())),
        Action::ScaleChosen => ("scale-chosen", None),
        Action::ScaleChanged => ("scale-changed", None),
        Action::EvidenceAdded(claim) => ("evidence-added", Some(claim.as_str())),
        Action::EvidenceRemoved(claim) => ("evidence-taken", Some(claim.as_str())),
        Action::EvidenceWritten(claim) => ("evidence-written", Some(claim.as_str())),
        Action::SourceWritten(source) => ("source-written", Some(source.as_str())),
        Action::SourceDeleted => ("source-taken", None),
        Action::ConflictResolved => ("other-taken", None),
        Action::Restored => ("went-back", None),
    }
}

fn action_from_id(name: &str, about: Option<&str>) -> Option<Action> {
    let claim = || about.and_then(ClaimId::new);
    let block = || about.and_then(BlockId::new);
    Some(match name {
        "article-added" => Action::ArticleAdded,
        "article-read-again" => Action::ArticleReimported,
        "article-deleted" => Action::ArticleDeleted,
        "articles-deleted" => Action::ArticlesDeleted,
        "kind-changed" => Action::KindChanged(block()?),
        "block-split" => Action::BlockSplit(block()?),
        "blocks-joined" => Action::BlocksJoined(block()?),
        "block-corrected" => Action::BlockCorrected(block()?),
        "claim-marked" => Action::ClaimMarked(claim()?),
        "claim-deleted" => Action::ClaimDeleted(claim()?),
        "tag-given" => Action::TagAdded(claim()?),
        "tag-taken" => Action::TagRemoved(claim()?),
        "note-written" => Action::NoteWritten(claim()?),
        "looked" => Action::BlockReviewed(block()?),
        "tag-changed" => Action::TagChanged(about.and_then(TagId::new)?),
        "tags-changed" => Action::TagsChanged,
        "article-note-written" => Action::ArticleNoteWritten,
        "detail-written" => Action::DetailWritten(about.and_then(MetadataField::named)?),
        "article-archived" => Action::ArticleArchived,
        "article-brought-back" => Action::ArticleUnarchived,
        "words-seen" => Action::QuoteChangeDismissed(claim()?),
        "status-chosen" => Action::StatusChosen(claim()?),
        "priority-chosen" => Action::PriorityChosen(claim()?),
        "work-written" => Action::ClaimFieldEdited(claim()?),
        "claims-linked" => Action::ClaimsLinked(claim()?),
        "claims-unlinked" => Action::ClaimsUnlinked(claim()?),
        "verdict-given" => Action::VerdictGiven(claim()?),
        "verdict-taken" => Action::VerdictRemoved(claim()?),
        "sentence-written" => Action::VerdictTextEdited(claim()?),
        "reason-written" => Action::ReasonWritten(claim()?),
        "scale-chosen" => Action::ScaleChosen,
        "scale-changed" => Action::ScaleChanged,
        "evidence-added" => Action::EvidenceAdded(claim()?),
        "evidence-taken" => Action::EvidenceRemoved(claim()?),
        "evidence-written" => Action::EvidenceWritten(claim()?),
        "source-written" => Action::SourceWritten(about.and_then(SourceId::new)?),
        "source-taken" => Action::SourceDeleted,
        "other-taken" => Action::ConflictResolved,
        "went-back" => Action::Restored,
        _ => return None,
    })
}
