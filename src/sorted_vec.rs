//! Short lists that are kept in order as they grow.
//!
//! The sort of the standard library is quicker for long lists, but costs the page five kilobytes
//! for each type that it sorts, and nothing here is long.

/// Puts an item in its place in a list that is in the order of `key`, after its equals.
pub fn insert<T, K: Ord>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> K) {
    let own = key(&item);
    let place = list.partition_point(|other| key(other) <= own);
    list.insert(place, item);
}

/// The items in the order of `key`; those that are equal stay as they came.
pub fn by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        insert(&mut list, item, &key);
    }
    list
}
