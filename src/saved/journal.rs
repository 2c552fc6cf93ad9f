//! The journal: what each act of the person was, by the records before and after it.
//!
//! It is what undo after a reload and the list of what was done are made of. An entry is written in
//! the same transaction as the records that it is about.

use serde_json::Value;

use crate::{
    article::Detail,
    edit::Act,
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    json::Members,
    record::object,
    stamp::Time,
};

use super::{
    Fault, Key, RecordPlace,
    envelope::{VERSION, open_summed, summed},
    open,
};

/// One act, without the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name: the moment and the tab, so that names are in the order of acts.
    pub name: String,
    /// When.
    pub at: Time,
    /// The article.
    pub article: ArticleId,
    /// What the person did.
    pub act: Act,
    /// Whether it takes back, or does again, another one.
    pub turn: Turn,
}

/// Whether an act is done, taken back or done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It is an act of its own.
    #[default]
    Done,
    /// It takes back the act of that name.
    Undone(String),
    /// It does again the act of that name.
    Redone(String),
}

/// A record before and after an act, as it is stored; `None` where there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// The key.
    pub key: String,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: String,
}

/// Writes an entry with the records that it is about.
pub fn write_entry(entry: &Entry, traced: &[Traced]) -> String {
    let (act, about) = name_of(&entry.act);
    let (turn, of) = match &entry.turn {
        Turn::Done => ("done", None),
        Turn::Undone(of) => ("undone", Some(of)),
        Turn::Redone(of) => ("redone", Some(of)),
    };
    let changes = traced.iter().map(|it| {
        Value::Object(object([
            ("key", it.key.as_str().into()),
            ("before", it.before.as_deref().into()),
            ("after", it.after.as_str().into()),
        ]))
    });
    summed(&object([
        ("v", VERSION.into()),
        ("name", entry.name.as_str().into()),
        ("at", entry.at.to_string().into()),
        ("article", entry.article.as_str().into()),
        ("act", act.into()),
        ("about", about.into()),
        ("turn", turn.into()),
        ("of", of.map(String::as_str).into()),
        ("changes", changes.collect()),
    ]))
}

/// What [`write_entry`] wrote.
///
/// # Errors
/// When the value is damaged, newer, or no entry.
pub fn read_entry(value: &str) -> Result<(Entry, Vec<Traced>), Fault> {
    let mut object = open_summed(value)?;
    let misfit = object.misfit("act", "is no act");
    let turn_misfit = object.misfit("turn", "is neither done, undone nor redone");
    let article_misfit = object.misfit("article", "is no name of an article");
    let (act, about) = (object.text("act")?, object.optional_text("about")?);
    let of = object.optional_text("of")?;
    let turn = match (object.text("turn")?.as_str(), of) {
        ("done", None) => Turn::Done,
        ("undone", Some(of)) => Turn::Undone(of),
        ("redone", Some(of)) => Turn::Redone(of),
        _ => return Err(turn_misfit.into()),
    };
    let entry = Entry {
        name: object.text("name")?,
        at: object.time("at")?,
        article: ArticleId::new(&object.text("article")?).ok_or(article_misfit)?,
        act: act_named(&act, about.as_deref()).ok_or(misfit)?,
        turn,
    };
    let mut traced = Vec::new();
    for item in object.list("changes")? {
        let mut object = item.object()?;
        traced.push(Traced {
            key: object.text("key")?,
            before: object.optional_text("before")?,
            after: object.text("after")?,
        });
    }
    Ok((entry, traced))
}

/// What can be undone and redone of acts of tabs that are gone, from the oldest on, by the newest
/// entries of the journal: names and entries.
pub fn steps_of_gone(
    entries: Vec<(String, String)>,
    is_gone: impl Fn(&str) -> bool,
) -> [Vec<(String, String)>; 2] {
    let [mut past, mut future]: [Vec<(String, String)>; 2] = Default::default();
    for (name, value) in entries {
        let Ok((entry, _)) = read_entry(&value) else { continue };
        let tab = name.rsplit(' ').next().unwrap_or_default();
        let is_gone = is_gone(tab);
        match &entry.turn {
            Turn::Done if is_gone => {
                future.retain(|(other, _)| !other.ends_with(tab));
                past.push((name, value));
            }
            Turn::Done => {}
            Turn::Undone(of) => {
                let step = past.iter().position(|(name, _)| name == of).map(|at| past.remove(at));
                future.extend(step.filter(|_| is_gone));
            }
            Turn::Redone(of) => {
                let step =
                    future.iter().position(|(name, _)| name == of).map(|at| future.remove(at));
                past.extend(step.filter(|_| is_gone));
            }
        }
    }
    [past, future]
}

/// The entries of an article, in their order.
pub fn entries_of(entries: &[(String, String)], article: &ArticleId) -> Vec<Entry> {
    let read = entries.iter().filter_map(|(_, value)| read_entry(value).ok());
    read.map(|(entry, _)| entry).filter(|entry| entry.article == *article).collect()
}

/// What was done to a claim, in the order of the acts: each with the claim's members before and after
/// it, which are `None` where the claim was not there.
pub fn history_of_claim(
    entries: &[(String, String)],
    article: &ArticleId,
    claim: &ClaimId,
) -> Vec<(Entry, [Option<Members>; 2])> {
    let key = Key::Article(article.clone(), RecordPlace::Claim(claim.clone())).to_string();
    let members =
        |value: &str| open(value).ok().filter(|stored| !stored.deleted).map(|stored| stored.record);
    let read = entries.iter().filter_map(|(_, value)| read_entry(value).ok());
    let changed = read.filter_map(|(entry, traced)| {
        let traced = traced.into_iter().find(|it| it.key == key)?;
        let before = traced.before.as_deref().and_then(members);
        Some((entry, [before, members(&traced.after)]))
    });
    changed.collect()
}

/// The records of an article that were changed since an entry (`None`: since the first), as they
/// were before that and are now. The coming and going of the article itself is left out.
pub fn traced_since(
    entries: &[(String, String)],
    article: &ArticleId,
    name: Option<&str>,
) -> Vec<Traced> {
    let mut all: Vec<Traced> = Vec::new();
    let later = entries.iter().filter(|(other, _)| name.is_none_or(|name| other.as_str() > name));
    for (entry, traced) in later.filter_map(|(_, value)| read_entry(value).ok()) {
        if entry.article != *article || entry.act.is_whole() {
            continue;
        }
        for traced in traced {
            match all.iter_mut().find(|it| it.key == traced.key) {
                Some(known) => known.after = traced.after,
                None => all.push(traced),
            }
        }
    }
    all
}

/// The name of an act as it is stored, and what it is about.
fn name_of(act: &Act) -> (&'static str, Option<&str>) {
    match act {
        Act::ArticleAdded => ("article-added", None),
        Act::ArticleReadAgain => ("article-read-again", None),
        Act::ArticleDeleted => ("article-deleted", None),
        Act::ArticlesDeleted => ("articles-deleted", None),
        Act::KindChanged(block) => ("kind-changed", Some(block.as_str())),
        Act::BlockSplit(block) => ("block-split", Some(block.as_str())),
        Act::BlocksJoined(block) => ("blocks-joined", Some(block.as_str())),
        Act::BlockCorrected(block) => ("block-corrected", Some(block.as_str())),
        Act::ClaimMarked(claim) => ("claim-marked", Some(claim.as_str())),
        Act::ClaimDeleted(claim) => ("claim-deleted", Some(claim.as_str())),
        Act::TagGiven(claim) => ("tag-given", Some(claim.as_str())),
        Act::TagTaken(claim) => ("tag-taken", Some(claim.as_str())),
        Act::NoteWritten(claim) => ("note-written", Some(claim.as_str())),
        Act::Looked(block) => ("looked", Some(block.as_str())),
        Act::TagChanged(tag) => ("tag-changed", Some(tag.as_str())),
        Act::TagsChanged => ("tags-changed", None),
        Act::ArticleNoteWritten => ("article-note-written", None),
        Act::DetailWritten(detail) => ("detail-written", Some(detail.name())),
        Act::ArticleArchived => ("article-archived", None),
        Act::ArticleBroughtBack => ("article-brought-back", None),
        Act::WordsSeen(claim) => ("words-seen", Some(claim.as_str())),
        Act::StatusChosen(claim) => ("status-chosen", Some(claim.as_str())),
        Act::PriorityChosen(claim) => ("priority-chosen", Some(claim.as_str())),
        Act::WorkWritten(claim) => ("work-written", Some(claim.as_str())),
        Act::ClaimsLinked(claim) => ("claims-linked", Some(claim.as_str())),
        Act::ClaimsUnlinked(claim) => ("claims-unlinked", Some(claim.as_str())),
        Act::VerdictGiven(claim) => ("verdict-given", Some(claim.as_str())),
        Act::VerdictTaken(claim) => ("verdict-taken", Some(claim.as_str())),
        Act::SentenceWritten(claim) => ("sentence-written", Some(claim.as_str())),
        Act::ReasonWritten(claim) => ("reason-written", Some(claim.as_str())),
        Act::ScaleChosen => ("scale-chosen", None),
        Act::ScaleChanged => ("scale-changed", None),
        Act::EvidenceAdded(claim) => ("evidence-added", Some(claim.as_str())),
        Act::EvidenceTaken(claim) => ("evidence-taken", Some(claim.as_str())),
        Act::EvidenceWritten(claim) => ("evidence-written", Some(claim.as_str())),
        Act::SourceWritten(source) => ("source-written", Some(source.as_str())),
        Act::SourceTaken => ("source-taken", None),
        Act::OtherTaken => ("other-taken", None),
        Act::WentBack => ("went-back", None),
    }
}

fn act_named(name: &str, about: Option<&str>) -> Option<Act> {
    let claim = || about.and_then(ClaimId::new);
    let block = || about.and_then(BlockId::new);
    Some(match name {
        "article-added" => Act::ArticleAdded,
        "article-read-again" => Act::ArticleReadAgain,
        "article-deleted" => Act::ArticleDeleted,
        "articles-deleted" => Act::ArticlesDeleted,
        "kind-changed" => Act::KindChanged(block()?),
        "block-split" => Act::BlockSplit(block()?),
        "blocks-joined" => Act::BlocksJoined(block()?),
        "block-corrected" => Act::BlockCorrected(block()?),
        "claim-marked" => Act::ClaimMarked(claim()?),
        "claim-deleted" => Act::ClaimDeleted(claim()?),
        "tag-given" => Act::TagGiven(claim()?),
        "tag-taken" => Act::TagTaken(claim()?),
        "note-written" => Act::NoteWritten(claim()?),
        "looked" => Act::Looked(block()?),
        "tag-changed" => Act::TagChanged(about.and_then(TagId::new)?),
        "tags-changed" => Act::TagsChanged,
        "article-note-written" => Act::ArticleNoteWritten,
        "detail-written" => Act::DetailWritten(about.and_then(Detail::named)?),
        "article-archived" => Act::ArticleArchived,
        "article-brought-back" => Act::ArticleBroughtBack,
        "words-seen" => Act::WordsSeen(claim()?),
        "status-chosen" => Act::StatusChosen(claim()?),
        "priority-chosen" => Act::PriorityChosen(claim()?),
        "work-written" => Act::WorkWritten(claim()?),
        "claims-linked" => Act::ClaimsLinked(claim()?),
        "claims-unlinked" => Act::ClaimsUnlinked(claim()?),
        "verdict-given" => Act::VerdictGiven(claim()?),
        "verdict-taken" => Act::VerdictTaken(claim()?),
        "sentence-written" => Act::SentenceWritten(claim()?),
        "reason-written" => Act::ReasonWritten(claim()?),
        "scale-chosen" => Act::ScaleChosen,
        "scale-changed" => Act::ScaleChanged,
        "evidence-added" => Act::EvidenceAdded(claim()?),
        "evidence-taken" => Act::EvidenceTaken(claim()?),
        "evidence-written" => Act::EvidenceWritten(claim()?),
        "source-written" => Act::SourceWritten(about.and_then(SourceId::new)?),
        "source-taken" => Act::SourceTaken,
        "other-taken" => Act::OtherTaken,
        "went-back" => Act::WentBack,
        _ => return None,
    })
}
