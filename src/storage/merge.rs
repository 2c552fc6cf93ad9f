//! One record written by two tabs at once: what it comes to, so that nothing is lost.

use serde_json::Value;

use crate::json::JsonObject;

use super::{
    Revision, StoredRecord,
    record_types::{PARTS, replacement_text},
};

/// Members that follow from others or only say when: the later one stands, and nobody is asked.
const LAST_WRITER_WINS: [&str; 4] = ["modified", "looked", "number", "order"];
/// Members that say together where a claim is, and are found again where they do not fit each other.
const PLACES: [&str; 3] = ["quote", "start", "end"];
/// Members whose own members are each merged by themselves: what is known of a person.
const DEEP_MERGED: [&str; 2] = ["claimant", "contact"];
/// What is not known yet.
const UNKNOWN: Value = Value::Null;
/// The highest number that a claim of an article had: it never goes back.
pub(super) const NUMBERED: &str = "numbered";

/// What `ours` comes to on top of `theirs`, where both were made of `base`, and `theirs` was stored
/// first.
///
/// Each member that only one of them changed is as that one left it. Of a list, what either side
/// added is there, and what either side took away is not. Where both changed a member otherwise,
/// ours stands, and theirs is kept in [`StoredRecord::conflicts`]. What one changed and the other deleted is
/// not deleted.
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

/// The winner of two copies with what the other says otherwise, where neither was made of the other
/// and what both were made of is not known any more: every difference is kept.
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

/// Whether nobody is asked where two tabs differ in a member.
fn is_quiet(name: &str) -> bool {
    LAST_WRITER_WINS.contains(&name) || PLACES.contains(&name)
}

/// What a member comes to.
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
        // A block that was joined away by one is shown as the other made it: rather twice than not.
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
        // What one changed and the other took away is not taken away.
        (ours, theirs) => Member::Value(ours.or(theirs).cloned()),
    }
}

/// What two objects come to, each of their members by itself; both are kept where both changed one.
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

/// Whether nothing is left of what became of a block.
fn is_empty(parts: &Value) -> bool {
    replacement_text(parts).is_some_and(|words| words.is_empty())
}

/// Their list with what we added, without what we took away.
fn list(base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
    let kept = theirs.iter().filter(|it| ours.contains(it) || !base.contains(it));
    let added = ours.iter().filter(|it| !base.contains(it) && !theirs.contains(it));
    kept.chain(added).cloned().collect()
}

/// Adds values to those that are not shown. A text that another one of them begins with adds nothing:
/// that is how far somebody had typed.
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
