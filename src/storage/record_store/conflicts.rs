//! What two tabs wrote of one member of a record at the same time.

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

/// A value of a member that is not shown, because another one is.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record.
    pub place: RecordId,
    /// The member, such as `note`.
    pub member: String,
    /// The value.
    pub value: Value,
}

impl Conflict {
    /// The value in words.
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
    /// The values of an article's records that are not shown.
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

    /// The record with the other value, while the shown one becomes the other.
    pub fn accept_conflict(&mut self, other: &Conflict, document: &Document) -> StoredRecord {
        let mut record = records_of_edit::record_now(other.place.clone(), document).members;
        let shown = record.insert(other.member.clone(), other.value.clone());
        self.replace(other, document, shown);
        let (revision, also) = (Revision::initial(), JsonObject::new());
        StoredRecord { revision, deleted: false, conflicts: also, record }
    }

    /// Drops the other value; the write of the record without it.
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

/// The words of a verdict with its reason, or of a scale with its ratings.
fn labelled(value: &Value) -> Option<String> {
    let text = |value: &Value, name| value.get(name)?.as_str().map(str::to_owned);
    let ratings = value.get("ratings").and_then(Value::as_array);
    let ratings = ratings.map(|it| it.iter().filter_map(|rating| text(rating, "label")));
    let ratings = ratings.map(|labels| labels.collect::<Vec<_>>().join(", "));
    let more = ratings.or_else(|| text(value, "summary")).filter(|more| !more.is_empty());
    let label = text(value, "label")?;
    Some(more.map_or_else(|| label.clone(), |more| format!("{label}: {more}")))
}
