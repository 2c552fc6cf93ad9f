//! Strict reading and exact writing of JSON.
//!
//! A reader hands out the members of an object one by one, by name and type. Each error names the
//! place in the file that it is about, and members that no reader asked for remain, so that the
//! program can write them back unchanged.

mod parse;
mod write;

pub use parse::{parse, parse_members};
pub use write::{object_to_string, to_string, to_string_pretty};

use serde_json::{Map, Number, Value};
use thiserror::Error;

use crate::time::Timestamp;

/// The members of a JSON object, in the order of the file. Records keep the members that this
/// version does not know in this form.
pub type JsonObject = Map<String, Value>;

/// The reason why a value does not fit, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct FieldError {
    /// The path of the value in the file, such as `claims[3].position.utf16`.
    pub place: String,
    /// The problem, such as `should be a text`.
    pub problem: String,
}

impl FieldError {
    /// Makes an error about the value at `place`.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }
}

/// An object that is being read, member by member.
///
/// Reading a member removes it from the object, so that only unknown members remain at the end.
#[derive(Clone, Debug)]
pub struct ObjectReader {
    place: String,
    members: JsonObject,
}

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub struct ValueReader {
    place: String,
    value: Value,
}

impl ObjectReader {
    /// Starts reading the object at `place`; the empty place is the whole file.
    pub fn new(place: impl Into<String>, members: JsonObject) -> Self {
        Self { place: place.into(), members }
    }

    /// Returns the place of the object.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Returns the place of a member of the object.
    pub fn place_of(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// Makes an error about a member of the object.
    pub fn error(&self, name: &str, problem: impl Into<String>) -> FieldError {
        FieldError::new(self.place_of(name), problem)
    }

    /// Removes and returns a member; `None` if it is missing or `null`.
    pub fn optional(&mut self, name: &str) -> Option<ValueReader> {
        let place = self.place_of(name);
        let value = self.members.shift_remove(name)?;
        (!value.is_null()).then_some(ValueReader { place, value })
    }

    /// Removes and returns a member that must be there.
    ///
    /// # Errors
    /// If the member is missing or `null`.
    pub fn required(&mut self, name: &str) -> Result<ValueReader, FieldError> {
        self.optional(name).ok_or_else(|| self.error(name, "is missing"))
    }

    /// Removes and returns a text that must be there.
    ///
    /// # Errors
    /// If the member is missing, `null` or not a text.
    pub fn text(&mut self, name: &str) -> Result<String, FieldError> {
        self.required(name)?.text()
    }

    /// Removes and returns a text; `None` if it is missing or `null`.
    ///
    /// # Errors
    /// If the member is something else.
    pub fn optional_text(&mut self, name: &str) -> Result<Option<String>, FieldError> {
        self.optional(name).map(ValueReader::text).transpose()
    }

    /// Removes and returns a time that must be there.
    ///
    /// # Errors
    /// If the member is missing, `null` or not in the form `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn time(&mut self, name: &str) -> Result<Timestamp, FieldError> {
        self.required(name)?.time()
    }

    /// Removes and returns `true` or `false`; a member that is missing or `null` counts as `false`.
    ///
    /// # Errors
    /// If the member is something else.
    pub fn optional_bool(&mut self, name: &str) -> Result<bool, FieldError> {
        let Some(value_reader) = self.optional(name) else { return Ok(false) };
        value_reader.value.as_bool().ok_or_else(|| value_reader.error("should be true or false"))
    }

    /// Removes and returns a list; a member that is missing or `null` counts as empty.
    ///
    /// # Errors
    /// If the member is not a list.
    pub fn list(&mut self, name: &str) -> Result<Vec<ValueReader>, FieldError> {
        self.optional(name).map_or(Ok(Vec::new()), ValueReader::list)
    }

    /// Adds a member to those that [`ObjectReader::into_unknown`] returns.
    pub fn insert_unknown(&mut self, name: &str, value: Value) {
        self.members.insert(name.to_owned(), value);
    }

    /// Returns the members that no call has removed.
    pub fn into_unknown(self) -> JsonObject {
        self.members
    }
}

impl ValueReader {
    /// Makes a reader for the value at `place`.
    pub fn new(place: impl Into<String>, value: Value) -> Self {
        Self { place: place.into(), value }
    }

    /// Returns the value without its place.
    pub fn value(self) -> Value {
        self.value
    }

    /// Makes an error about this value.
    pub fn error(&self, problem: impl Into<String>) -> FieldError {
        FieldError::new(self.place.clone(), problem)
    }

    /// Returns whether the value is an empty text.
    pub fn is_empty_text(&self) -> bool {
        self.value.as_str() == Some("")
    }

    /// Returns the value as an object to read.
    ///
    /// # Errors
    /// If the value is not an object.
    pub fn object(self) -> Result<ObjectReader, FieldError> {
        match self.value {
            Value::Object(members) => Ok(ObjectReader::new(self.place, members)),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Err(FieldError::new(self.place, "should be an object in { }")),
        }
    }

    /// Returns the value as a list, each item with its place.
    ///
    /// # Errors
    /// If the value is not a list.
    pub fn list(self) -> Result<Vec<Self>, FieldError> {
        match self.value {
            Value::Array(values) => Ok(values
                .into_iter()
                .enumerate()
                .map(|(at, value)| Self { place: format!("{}[{at}]", self.place), value })
                .collect()),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => Err(FieldError::new(self.place, "should be a list in [ ]")),
        }
    }

    /// Returns the value as a text.
    ///
    /// # Errors
    /// If the value is not a text.
    pub fn text(self) -> Result<String, FieldError> {
        match self.value {
            Value::String(text) => Ok(text),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Array(_)
            | Value::Object(_) => {
                Err(FieldError::new(self.place, "should be a text in quotation marks"))
            }
        }
    }

    /// Returns the value as a number, which keeps the digits of the file.
    ///
    /// # Errors
    /// If the value is not a number.
    pub fn number(self) -> Result<Number, FieldError> {
        match self.value {
            Value::Number(number) => Ok(number),
            Value::Null
            | Value::Bool(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => Err(FieldError::new(self.place, "should be a number")),
        }
    }

    /// Returns the value as a count: a whole number that is not negative.
    ///
    /// # Errors
    /// If the value is not such a number.
    pub fn count(self) -> Result<usize, FieldError> {
        let field_error = self.error("should be a whole number that is not negative");
        self.value.as_u64().and_then(|it| usize::try_from(it).ok()).ok_or(field_error)
    }

    /// Returns the value as a time.
    ///
    /// # Errors
    /// If the value is not a text in the form `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn time(self) -> Result<Timestamp, FieldError> {
        let field_error = self.error("should be a time such as 2026-11-22T10:00:00Z");
        Timestamp::parse(&self.text()?).ok_or(field_error)
    }
}
