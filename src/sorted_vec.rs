//! Keeps short lists sorted as they grow, by inserting each item in its place.
//!
//! The sort of the standard library is faster for long lists, but adds five kilobytes to the page
//! for each type that it sorts, and all lists here are short. Equal items keep the order in which
//! they came.

/// Inserts an item into a list that is sorted by `key`, after all items with an equal key.
pub fn insert<T, K: Ord>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> K) {
    let own = key(&item);
    let place = list.partition_point(|other| key(other) <= own);
    list.insert(place, item);
}

/// Returns the items sorted by `key`; items with equal keys keep their order.
pub fn by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        insert(&mut list, item, &key);
    }
    list
}
