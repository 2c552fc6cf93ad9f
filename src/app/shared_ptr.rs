//! A shared value that components compare by its pointer.
//!
//! Yew compares the properties of a component to decide whether to draw it again. Comparing a large
//! value by its pointer costs nothing, and it is right as long as every change creates a new value.

use std::{ops::Deref, rc::Rc};

/// A shared value, equal only to clones of itself. Comparing two costs the comparison of two
/// pointers.
#[derive(Debug)]
pub struct PtrEq<T>(Rc<T>);

impl<T> PtrEq<T> {
    /// Wraps a value so that clones share it.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for PtrEq<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for PtrEq<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for PtrEq<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
