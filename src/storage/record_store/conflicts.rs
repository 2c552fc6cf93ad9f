//! Conflicts: values of a member that two tabs wrote at the same time.
//!
//! The page shows the later value and the record store keeps the others until the user chooses. The
//! user can swap a kept value with the shown one, or dismiss it.

use serde_json::Value;

use crate::{
    document::Document,
    json::{JsonObject, to_string},
    storage::{
        Clock, Key, RecordId, Revision, StoredRecord, Write,
        record_types::{PARTS, replacement_text},
    },
};

use super::{Record, RecordStore, records_of_edit};

/// A value of a member that the page does not show, because it shows another tab's value.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record that has the member.
    pub place: RecordId,
    /// The name of the member, such as `note`.
    pub member: String,
    /// The value that is not shown.
    pub value: Value,
}

impl Conflict {
    /// Returns the value as text for the user: the text of a block, a label with its reason, or the
    /// texts of an object. Any other value becomes JSON.
    pub fn words(&self) -> String {
        let parts = Some(&self.value).filter(|_| self.member == PARTS);
        let words = parts.and_then(replacement_text);
        let text = || self.value.as_str().map(str::to_owned);
        let words = words.or_else(text).or_else(|| labelled(&self.value));
        let members = || {
            let texts = self.value.as_object()?.values().filter_map(Value::as_str);
            Some(texts.collect::<Vec<_>>().join(", "))
        };
        words.or_else(members).unwrap_or_else(|| to_string(&self.value))
    }
}

impl RecordStore {
    /// Returns all conflicts of the records of an article.
    pub fn conflicts(&self, document: &Document) -> Vec<Conflict> {
        let mut others = Vec::new();
        for (key, also) in &self.also {
            let Key::Article(article, place) = key else { continue };
            if *article != document.details().id {
                continue;
            }
            for (member, values) in also {
                let values = values.as_array().into_iter().flatten().cloned();
                others.extend(values.map(|value| Conflict {
                    place: place.clone(),
                    member: member.clone(),
                    value,
                }));
            }
        }
        others
    }

    /// Returns the record with the conflicting value in place of the shown one; the shown value
    /// becomes the conflict.
    pub fn accept_conflict(&mut self, other: &Conflict, document: &Document) -> StoredRecord {
        let mut record = records_of_edit::record_now(other.place.clone(), document).members;
        let shown = record.insert(other.member.clone(), other.value.clone());
        self.replace(other, document, shown);
        let (revision, also) = (Revision::initial(), JsonObject::new());
        StoredRecord { revision, deleted: false, conflicts: also, record }
    }

    /// Drops a conflict, and returns the write of the record without it. `millis` is the time in
    /// milliseconds since 1970.
    pub fn dismiss_conflict(
        &mut self,
        other: &Conflict,
        document: &Document,
        clock: &mut Clock,
        millis: u64,
    ) -> Write {
        let key = self.replace(other, document, None);
        let record = records_of_edit::record_now(other.place.clone(), document);
        let hlc = clock.tick(millis);
        let Record { deleted, members, .. } = record.clone();
        self.next_write(key, Some(record), deleted, members, clock.tab(), hlc).seal()
    }

    fn replace(&mut self, other: &Conflict, document: &Document, by: Option<Value>) -> Key {
        let key = Key::Article(document.details().id.clone(), other.place.clone());
        let mut also = self.also(&key).cloned().unwrap_or_default();
        if let Some(Value::Array(values)) = also.get_mut(&other.member) {
            values.retain(|value| *value != other.value);
            values.extend(by);
            if values.is_empty() {
                also.shift_remove(&other.member);
            }
        }
        self.set_also(&key, also);
        key
    }
}

/// Returns the label of a verdict with its reason, or of a scale with its ratings.
fn labelled(value: &Value) -> Option<String> {
    let text = |value: &Value, name| value.get(name)?.as_str().map(str::to_owned);
    let ratings = value.get("ratings").and_then(Value::as_array);
    let ratings = ratings.map(|it| it.iter().filter_map(|rating| text(rating, "label")));
    let ratings = ratings.map(|labels| labels.collect::<Vec<_>>().join(", "));
    let more = ratings.or_else(|| text(value, "summary")).filter(|more| !more.is_empty());
    let label = text(value, "label")?;
    Some(more.map_or_else(|| label.clone(), |more| format!("{label}: {more}")))
}
