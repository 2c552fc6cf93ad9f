//! Checks identifiers that come from files and stores, and replaces those that do not fit.
//!
//! A policy gives equal identifiers the same replacement, so references stay valid.

use std::collections::BTreeMap;

use crate::{
    event_context::EventContext,
    json::{FieldError, ObjectReader, ValueReader},
};

/// The member that keeps the original of an identifier that was replaced.
const SOURCE_ID: &str = "sourceId";

/// The treatment of identifiers that are read: those that fit stay, others are refused or replaced.
#[derive(Debug)]
pub struct IdPolicy {
    replacing: Option<EventContext>,
    replaced: BTreeMap<String, String>,
}

impl IdPolicy {
    /// Creates the policy for Claimlight's stores, which refuses identifiers that do not fit.
    pub fn strict() -> Self {
        Self { replacing: None, replaced: BTreeMap::new() }
    }

    /// Creates the policy for files, which replaces each identifier that does not fit by a new one,
    /// the same everywhere.
    pub fn replacing(context: EventContext) -> Self {
        Self { replacing: Some(context), replaced: BTreeMap::new() }
    }

    /// Takes the identifier of the object that is being read.
    ///
    /// Where the identifier is replaced, the object keeps the original as `sourceId`.
    ///
    /// # Errors
    /// When the identifier is missing or no text, or does not fit and the policy refuses it.
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

    /// Reads an identifier that refers to another object.
    ///
    /// # Errors
    /// When the identifier is no text, or does not fit and the policy refuses it.
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
