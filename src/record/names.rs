//! Identifiers as they come in from outside.

use std::collections::BTreeMap;

use crate::{
    json::{Item, Misfit, Object},
    stamp::Stamp,
};

/// The member that keeps an identifier that had to be replaced.
const SOURCE_ID: &str = "sourceId";

/// Gives identifiers their place: those that fit stay, others are refused or replaced.
#[derive(Debug)]
pub struct Names {
    replacing: Option<Stamp>,
    replaced: BTreeMap<String, String>,
}

impl Names {
    /// For our own stores: what does not fit is refused.
    pub fn kept() -> Self {
        Self { replacing: None, replaced: BTreeMap::new() }
    }

    /// For files: what does not fit is replaced by a new identifier, everywhere the same.
    pub fn replacing(stamp: Stamp) -> Self {
        Self { replacing: Some(stamp), replaced: BTreeMap::new() }
    }

    /// The identifier of the object that is being read.
    ///
    /// Where it had to be replaced, the object keeps what it was as `sourceId`.
    ///
    /// # Errors
    /// When it is missing, no text, or does not fit and is not to be replaced.
    pub fn own<T>(
        &mut self,
        object: &mut Object,
        make: fn(&str) -> Option<T>,
    ) -> Result<T, Misfit> {
        let item = object.required("id")?;
        let text = item.clone().text()?;
        if let Some(id) = make(&text) {
            return Ok(id);
        }
        object.keep(SOURCE_ID, text.clone().into());
        self.replace(&item, text, make)
    }

    /// An identifier that refers to something else.
    ///
    /// # Errors
    /// When it is no text, or does not fit and is not to be replaced.
    pub fn other<T>(&mut self, item: &Item, make: fn(&str) -> Option<T>) -> Result<T, Misfit> {
        let text = item.clone().text()?;
        match make(&text) {
            Some(id) => Ok(id),
            None => self.replace(item, text, make),
        }
    }

    fn replace<T>(
        &mut self,
        item: &Item,
        text: String,
        make: fn(&str) -> Option<T>,
    ) -> Result<T, Misfit> {
        let misfit = || item.misfit("should be 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        let stamp = self.replacing.ok_or_else(misfit)?;
        let nth = u32::try_from(self.replaced.len()).map_err(|_| misfit())?;
        let id = self.replaced.entry(text).or_insert_with(|| stamp.uuid(nth));
        make(id).ok_or_else(misfit)
    }
}
