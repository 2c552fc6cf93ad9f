//! Merges two versions of one record that two tabs wrote at the same time.
//!
//! A merge never loses words of the user: where both tabs changed the same member, one value is
//! shown and the other becomes a conflict. A three-way merge knows the version that both started
//! from; a two-way merge does not, and keeps every difference.

use serde_json::Value;

use crate::json::JsonObject;

use super::{
    Revision, StoredRecord,
    record_types::{PARTS, replacement_text},
};

/// Members that follow from others, or only record a time or an order: the later value wins without
/// a conflict.
const LAST_WRITER_WINS: [&str; 4] = ["modified", "looked", "number", "order"];
/// Members that together give a claim's place. The later values win, and reading a claim searches
/// for the words again where these members do not fit each other.
const PLACES: [&str; 3] = ["quote", "start", "end"];
/// Members that are objects about a person; each of their members is merged separately.
const DEEP_MERGED: [&str; 2] = ["claimant", "contact"];
/// The value that an object of [`DEEP_MERGED`] has for a member that it lacks.
const UNKNOWN: Value = Value::Null;
/// The member with the highest number that a claim of the article had; a merge keeps the greater
/// one.
pub(super) const NUMBERED: &str = "numbered";

/// Merges `ours` onto `theirs`, where both started from `base` and `theirs` was stored first.
///
/// A member that only one side changed gets that side's value. A list contains what either side
/// added and lacks what either side removed. Where both changed a member differently, ours is shown
/// and theirs goes to [`StoredRecord::conflicts`]. A record that one side changed and the other
/// deleted is kept.
pub(super) fn three_way_merge(
    base: &StoredRecord,
    ours: &StoredRecord,
    theirs: &StoredRecord,
) -> StoredRecord {
    let revision = Revision {
        rev: ours.revision.rev.max(theirs.revision.rev) + 1,
        hlc: ours.revision.hlc.max(theirs.revision.hlc),
        tab: ours.revision.tab.clone(),
    };
    if ours.deleted || theirs.deleted {
        let is_changed = theirs.record != base.record || theirs.conflicts != base.conflicts;
        let theirs_is_kept = ours.deleted && !theirs.deleted && is_changed;
        let kept = if theirs_is_kept { theirs } else { ours };
        return StoredRecord { revision, ..kept.clone() };
    }
    let nothing = JsonObject::new();
    let base = if base.deleted { &nothing } else { &base.record };
    let mut record = JsonObject::new();
    let mut also = theirs.conflicts.clone();
    for (name, others) in &ours.conflicts {
        add_conflicts(&mut also, name, others.as_array().into_iter().flatten());
    }
    let theirs_only = theirs.record.keys().filter(|name| !ours.record.contains_key(*name));
    for name in ours.record.keys().chain(theirs_only) {
        let [base, ours, theirs] =
            [base, &ours.record, &theirs.record].map(|record| record.get(name));
        match member(name, base, ours, theirs) {
            Member::Value(value) => {
                record.extend(value.map(|value| (name.clone(), value)));
            }
            Member::ConflictingRecord { ours, theirs } => {
                record.insert(name.clone(), ours);
                add_conflicts(&mut also, name, [&theirs]);
            }
        }
    }
    StoredRecord { revision, deleted: false, conflicts: also, record }
}

/// Merges two copies of a record when neither started from the other and the common version is
/// unknown. The copy `winner` is shown, unless it is deleted and `other` is not. Every difference
/// of `other` is kept, added to a list or as a conflict, except in members that are resolved
/// without a conflict.
pub(super) fn two_way_merge(winner: &StoredRecord, other: &StoredRecord) -> StoredRecord {
    let mut kept = if winner.deleted { other.clone() } else { winner.clone() };
    kept.revision = Revision {
        rev: winner.revision.rev.max(other.revision.rev) + 1,
        hlc: winner.revision.hlc.max(other.revision.hlc),
        tab: winner.revision.tab.clone(),
    };
    if winner.deleted || other.deleted {
        return kept;
    }
    for (name, value) in &other.record {
        match (kept.record.get_mut(name), value) {
            (Some(ours), theirs) if ours == theirs || is_quiet(name) => {}
            (Some(Value::Array(ours)), Value::Array(theirs)) => {
                *ours = list(&[], ours, theirs);
            }
            (Some(_), value) => add_conflicts(&mut kept.conflicts, name, [value]),
            (None, value) => {
                kept.record.insert(name.clone(), value.clone());
            }
        }
    }
    kept
}

/// Returns whether different values of a member are resolved without a conflict.
fn is_quiet(name: &str) -> bool {
    LAST_WRITER_WINS.contains(&name) || PLACES.contains(&name)
}

/// The result of merging one member.
enum Member {
    Value(Option<Value>),
    ConflictingRecord { ours: Value, theirs: Value },
}

fn member(
    name: &str,
    base: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
) -> Member {
    if name == NUMBERED {
        let number = |value: Option<&Value>| value.and_then(Value::as_u64);
        return Member::Value(if number(theirs) > number(ours) { theirs } else { ours }.cloned());
    }
    if theirs == base || ours == theirs {
        return Member::Value(ours.cloned());
    }
    if ours == base {
        return Member::Value(theirs.cloned());
    }
    if is_quiet(name) {
        return Member::Value(ours.cloned());
    }
    match (ours, theirs) {
        // Where our tab joined the block to another and theirs edited it, the page shows their
        // version: text that appears twice is better than lost text.
        (Some(ours), Some(theirs)) if name == PARTS && is_empty(ours) => {
            Member::ConflictingRecord { ours: theirs.clone(), theirs: ours.clone() }
        }
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
            let base = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            Member::Value(Some(list(base, ours, theirs).into()))
        }
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) if DEEP_MERGED.contains(&name) => {
            by_members(base.and_then(Value::as_object), ours, theirs)
        }
        (Some(ours), Some(theirs)) => {
            Member::ConflictingRecord { ours: ours.clone(), theirs: theirs.clone() }
        }
        // One side changed the member and the other removed it: the change wins.
        (ours, theirs) => Member::Value(ours.or(theirs).cloned()),
    }
}

/// Merges two objects member by member; where both changed a member, returns both versions of the
/// object.
fn by_members(base: Option<&JsonObject>, ours: &JsonObject, theirs: &JsonObject) -> Member {
    let (mut own, mut other) = (JsonObject::new(), JsonObject::new());
    let theirs_only = theirs.keys().filter(|name| !ours.contains_key(*name));
    for name in ours.keys().chain(theirs_only) {
        let before = base.and_then(|base| base.get(name)).or(Some(&UNKNOWN));
        let (one, two) = match member(name, before, ours.get(name), theirs.get(name)) {
            Member::Value(value) => (value.clone(), value),
            Member::ConflictingRecord { ours, theirs } => (Some(ours), Some(theirs)),
        };
        own.extend(one.map(|value| (name.clone(), value)));
        other.extend(two.map(|value| (name.clone(), value)));
    }
    if own == other {
        return Member::Value(Some(own.into()));
    }
    Member::ConflictingRecord { ours: own.into(), theirs: other.into() }
}

/// Returns whether a block's stored replacement has no text left.
fn is_empty(parts: &Value) -> bool {
    replacement_text(parts).is_some_and(|words| words.is_empty())
}

/// Returns their list with the items that we added and without those that we removed.
fn list(base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
    let kept = theirs.iter().filter(|it| ours.contains(it) || !base.contains(it));
    let added = ours.iter().filter(|it| !base.contains(it) && !theirs.contains(it));
    kept.chain(added).cloned().collect()
}

/// Adds values to the conflicts of a member. A text that is the beginning of another one is left
/// out, because it is an earlier state of the same typing.
fn add_conflicts<'a>(
    also: &mut JsonObject,
    name: &str,
    others: impl IntoIterator<Item = &'a Value>,
) {
    let list = also.entry(name).or_insert_with(|| Value::Array(Vec::new()));
    let Value::Array(list) = list else { return };
    let begins = |text: &Value, with: &Value| {
        text == with
            || text.as_str().zip(with.as_str()).is_some_and(|(it, with)| it.starts_with(with))
    };
    for other in others {
        if !list.iter().any(|it| begins(it, other)) {
            list.retain(|it| !begins(other, it));
            list.push(other.clone());
        }
    }
}
