//! A crash after every step of saving, with every lag of local storage, and during recovery.
//!
//! What browsers really do (measured with Chromium 156 and Firefox ESR 153): after a crash, local
//! storage is as it was at some earlier moment, up to 17 minutes ago; the database, asked for
//! strict transactions, has all that it said it has, and perhaps the one that was under way.

use std::collections::{BTreeMap, HashSet};

use claimlight::{
    event_context::EventContext,
    storage::{Clock, Key, Recovered, StoreContents, TabId, encode_record, recover},
};

use crate::{
    rng::Rng,
    tabs::{Browser, operate},
};

type Store = BTreeMap<String, String>;

/// How many operations a script has.
const OPERATIONS: usize = 200;

/// Both stores after each operation of a made-up script.
fn script(seed: u64) -> Vec<Store> {
    let (mut rng, mut browser) = (Rng::new(seed), Browser::new(1));
    let mut stores = vec![browser.found.database.clone()];
    while stores.len() <= OPERATIONS {
        let before = browser.found.database.clone();
        let word = format!("{} {}.", ["A", "B"][rng.below(2)], stores.len());
        let operation = [0, 1, 1, 1, 2, 3][rng.below(6)];
        operate(&mut browser, 0, operation, &word, &mut Vec::new());
        browser.commit(0);
        if browser.found.database != before {
            stores.push(browser.found.database.clone());
        }
    }
    stores
}

/// How a page says "saved" too early, for which these tests must be able to fail.
#[derive(Clone, Copy, PartialEq)]
enum Page {
    /// It does not.
    Ours,
    /// It stores in local storage only.
    LocalOnly,
    /// It asks for no strict transactions, and the power fails: the database lags as well.
    Relaxed,
    /// It stores three operations later.
    Debounced,
}

/// What both stores have after a crash, and the last operation of which the person saw "saved".
struct Crash {
    found: StoreContents,
    /// The last operation that the database has.
    stored: usize,
    acknowledged: usize,
    issued: usize,
}

/// The three moments of an operation: in local storage, in the database, acknowledged.
fn crash(stores: &[Store], operation: usize, moment: usize, lag: usize, page: Page) -> Crash {
    let has = |moments: usize| operation - usize::from(moment < moments);
    let local = operation.saturating_sub(lag);
    let (local, safe) = match page {
        Page::Ours => (local, Some(has(1))),
        Page::LocalOnly => (local, None),
        Page::Relaxed => (local, Some(has(1).saturating_sub(lag))),
        Page::Debounced => (local.saturating_sub(3), Some(has(1).saturating_sub(3))),
    };
    let safe = safe.map(|at| stores[at].clone()).unwrap_or_default();
    let found = StoreContents { local: stores[local].clone(), database: safe };
    Crash { found, stored: has(1), acknowledged: has(2), issued: operation }
}

fn recovered(found: &StoreContents) -> Recovered {
    recover(found, &mut Clock::new(TabId::new(EventContext { millis: 0, entropy: 77 })), 1)
}

fn values(recovered: &Recovered) -> Store {
    let records = recovered.records.iter().filter(|(key, _)| matches!(key, Key::Article(..)));
    records.map(|(key, stored)| (key.to_string(), encode_record(stored))).collect()
}

/// Whether acknowledged work is in what was recovered, and that in what was issued.
fn is_kept(stores: &[Store], crash: &Crash) -> bool {
    let found = values(&recovered(&crash.found));
    let is_of_article = |key: &&String| matches!(Key::parse(key), Some(Key::Article(..)));
    stores[crash.acknowledged].keys().filter(is_of_article).all(|key| {
        let may_be = &stores[crash.acknowledged..=crash.issued];
        found.get(key).is_some_and(|value| may_be.iter().any(|it| it.get(key) == Some(value)))
    })
}

/// How many of some crashes lose something.
fn lost(stores: &[Store], page: Page) -> usize {
    let mut lost = 0;
    for operation in (1..stores.len()).step_by(9) {
        for moment in 0..3 {
            for lag in some(operation) {
                let crash = crash(stores, operation, moment, lag, page);
                lost += usize::from(!is_kept(stores, &crash));
            }
        }
    }
    lost
}

fn some(operation: usize) -> Vec<usize> {
    [0, 1, 7, 40, operation].into_iter().filter(|lag| *lag <= operation).collect()
}

/// The last operation that changed a record, after each operation.
fn versions(stores: &[Store], key: &str) -> Vec<usize> {
    let mut last = 0;
    let mut version = |at: usize| {
        if at > 0 && stores[at].get(key) != stores[at - 1].get(key) {
            last = at;
        }
        last
    };
    (0..stores.len()).map(&mut version).collect()
}

#[test]
fn a_crash_after_any_step_with_any_lag_loses_nothing() {
    let stores = script(1);
    // Records are recovered one by one, so the same case of one record is looked at once.
    for key in stores[OPERATIONS].keys() {
        let versions = versions(&stores, key);
        let only = |store: &Store| store.get_key_value(key).into_iter().map(owned).collect();
        let stores: Vec<Store> = stores.iter().map(only).collect();
        let mut seen = HashSet::new();
        for operation in 1..stores.len() {
            for (moment, lag) in (0..=operation).flat_map(|lag| [(0, lag), (1, lag), (2, lag)]) {
                let crash = crash(&stores, operation, moment, lag, Page::Ours);
                let case = [operation - lag, crash.stored, crash.acknowledged, operation];
                if seen.insert(case.map(|at| versions[at])) {
                    assert!(is_kept(&stores, &crash), "{key}: {operation}, {moment}, {lag}");
                }
            }
        }
    }
    assert_eq!(lost(&script(4), Page::Ours), 0);
}

fn owned((key, value): (&String, &String)) -> (String, String) {
    (key.clone(), value.clone())
}

#[test]
fn pages_that_say_saved_too_early_are_found_out() {
    let stores = script(2);
    for page in [Page::LocalOnly, Page::Relaxed, Page::Debounced] {
        assert!(lost(&stores, page) > 20);
    }
}

#[test]
fn a_crash_in_any_step_of_recovery_loses_nothing() {
    let stores = script(3);
    for operation in (1..stores.len()).step_by(19) {
        for lag in some(operation) {
            let crash = crash(&stores, operation, 1, lag, Page::Ours);
            let first = recovered(&crash.found);
            let steps = first.missing_in_database.len() + first.missing_in_local.len();
            for count in [0, 1, steps / 2, steps].into_iter().filter(|it| *it <= steps) {
                let found = mended(&crash.found, &first, count);
                let second = recovered(&found);
                assert_eq!(values(&second), values(&first), "{operation} {lag} {count}");
                if count == steps {
                    assert!(
                        second.missing_in_database.is_empty() && second.missing_in_local.is_empty()
                    );
                }
            }
        }
    }
}

/// The stores after the first writes of recovery, the database first.
fn mended(found: &StoreContents, recovered: &Recovered, count: usize) -> StoreContents {
    let mut found = found.clone();
    let safe = recovered.missing_in_database.len().min(count);
    let rows = recovered.missing_in_database[..safe]
        .iter()
        .map(|it| (it.key.to_string(), it.value.clone()));
    found.database.extend(rows);
    let rows = recovered.missing_in_local[..count - safe].iter();
    found.local.extend(rows.map(|it| (it.key.to_string(), it.value.clone())));
    found
}
