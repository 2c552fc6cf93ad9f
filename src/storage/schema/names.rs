//! Identifiers as they come in from outside.

use std::collections::BTreeMap;

use crate::{
    event_context::EventContext,
    json::{FieldError, ObjectReader, ValueReader},
};

/// The member that keeps an identifier that had to be replaced.
const SOURCE_ID: &str = "sourceId";

/// Gives identifiers their place: those that fit stay, others are refused or replaced.
#[derive(Debug)]
pub struct IdPolicy {
    replacing: Option<EventContext>,
    replaced: BTreeMap<String, String>,
}

impl IdPolicy {
    /// For our own stores: what does not fit is refused.
    pub fn strict() -> Self {
        Self { replacing: None, replaced: BTreeMap::new() }
    }

    /// For files: what does not fit is replaced by a new identifier, everywhere the same.
    pub fn replacing(context: EventContext) -> Self {
        Self { replacing: Some(context), replaced: BTreeMap::new() }
    }

    /// The identifier of the object that is being read.
    ///
    /// Where it had to be replaced, the object keeps what it was as `sourceId`.
    ///
    /// # Errors
    /// When it is missing, no text, or does not fit and is not to be replaced.
    pub fn take_id<T>(
        &mut self,
        object_reader: &mut ObjectReader,
        make: fn(&str) -> Option<T>,
    ) -> Result<T, FieldError> {
        let value_reader = object_reader.required("id")?;
        let text = value_reader.clone().text()?;
        if let Some(id) = make(&text) {
            return Ok(id);
        }
        object_reader.insert_unknown(SOURCE_ID, text.clone().into());
        self.replace(&value_reader, text, make)
    }

    /// An identifier that refers to something else.
    ///
    /// # Errors
    /// When it is no text, or does not fit and is not to be replaced.
    pub fn take_reference<T>(
        &mut self,
        value_reader: &ValueReader,
        make: fn(&str) -> Option<T>,
    ) -> Result<T, FieldError> {
        let text = value_reader.clone().text()?;
        match make(&text) {
            Some(id) => Ok(id),
            None => self.replace(value_reader, text, make),
        }
    }

    fn replace<T>(
        &mut self,
        value_reader: &ValueReader,
        text: String,
        make: fn(&str) -> Option<T>,
    ) -> Result<T, FieldError> {
        let error = || value_reader.error("should be 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        let context = self.replacing.ok_or_else(error)?;
        let nth = u32::try_from(self.replaced.len()).map_err(|_| error())?;
        let id = self.replaced.entry(text).or_insert_with(|| context.uuid(nth));
        make(id).ok_or_else(error)
    }
}
