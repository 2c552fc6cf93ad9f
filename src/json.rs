//! JSON: read strictly, each member by name and type, each refusal with the place it is about; and
//! written.

mod parse;
mod write;

pub use parse::{parse, parse_members};
pub use write::{object_to_string, to_string, to_string_pretty};

use serde_json::{Map, Number, Value};
use thiserror::Error;

use crate::time::Timestamp;

/// Members of an object that this version does not know, in the order in which they came.
pub type JsonObject = Map<String, Value>;

/// Why a value is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct FieldError {
    /// Where the value is, such as `claims[3].position.utf16`.
    pub place: String,
    /// What is wrong with it, such as `should be a text`.
    pub problem: String,
}

impl FieldError {
    /// A misfit at a place.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }
}

/// An object that is being read, member by member.
///
/// Members are taken out as they are read, so that what remains is what nobody knew.
#[derive(Clone, Debug)]
pub struct ObjectReader {
    place: String,
    members: JsonObject,
}

/// A value with its place.
#[derive(Clone, Debug)]
pub struct ValueReader {
    place: String,
    value: Value,
}

impl ObjectReader {
    /// Starts reading an object that stands at `place`; the empty place is the whole file.
    pub fn new(place: impl Into<String>, members: JsonObject) -> Self {
        Self { place: place.into(), members }
    }

    /// Where the object stands.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Where a member of the object stands.
    pub fn place_of(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// A misfit at a member of the object.
    pub fn error(&self, name: &str, problem: impl Into<String>) -> FieldError {
        FieldError::new(self.place_of(name), problem)
    }

    /// Takes a member; `None` when it is missing or `null`.
    pub fn optional(&mut self, name: &str) -> Option<ValueReader> {
        let place = self.place_of(name);
        let value = self.members.shift_remove(name)?;
        (!value.is_null()).then_some(ValueReader { place, value })
    }

    /// Takes a member that must be there and not `null`.
    ///
    /// # Errors
    /// When it is missing or `null`.
    pub fn required(&mut self, name: &str) -> Result<ValueReader, FieldError> {
        self.optional(name).ok_or_else(|| self.error(name, "is missing"))
    }

    /// Takes a text that must be there.
    ///
    /// # Errors
    /// When it is missing or not a text.
    pub fn text(&mut self, name: &str) -> Result<String, FieldError> {
        self.required(name)?.text()
    }

    /// Takes a text that may be missing or `null`.
    ///
    /// # Errors
    /// When it is something else.
    pub fn optional_text(&mut self, name: &str) -> Result<Option<String>, FieldError> {
        self.optional(name).map(ValueReader::text).transpose()
    }

    /// Takes a moment that must be there.
    ///
    /// # Errors
    /// When it is missing or not `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn time(&mut self, name: &str) -> Result<Timestamp, FieldError> {
        self.required(name)?.time()
    }

    /// Takes a yes or no; a missing one is no.
    ///
    /// # Errors
    /// When it is something else.
    pub fn optional_bool(&mut self, name: &str) -> Result<bool, FieldError> {
        let Some(value_reader) = self.optional(name) else { return Ok(false) };
        value_reader.value.as_bool().ok_or_else(|| value_reader.error("should be true or false"))
    }

    /// Takes a list; a missing one is empty.
    ///
    /// # Errors
    /// When it is not a list.
    pub fn list(&mut self, name: &str) -> Result<Vec<ValueReader>, FieldError> {
        self.optional(name).map_or(Ok(Vec::new()), ValueReader::list)
    }

    /// Adds a member to those that nobody will take.
    pub fn insert_unknown(&mut self, name: &str, value: Value) {
        self.members.insert(name.to_owned(), value);
    }

    /// The members that nobody has taken.
    pub fn into_unknown(self) -> JsonObject {
        self.members
    }
}

impl ValueReader {
    /// A value that stands at `place`.
    pub fn new(place: impl Into<String>, value: Value) -> Self {
        Self { place: place.into(), value }
    }

    /// The value itself.
    pub fn value(self) -> Value {
        self.value
    }

    /// A misfit at this value.
    pub fn error(&self, problem: impl Into<String>) -> FieldError {
        FieldError::new(self.place.clone(), problem)
    }

    /// Whether the value is a text without any character.
    pub fn is_empty_text(&self) -> bool {
        self.value.as_str() == Some("")
    }

    /// The value as an object to be read.
    ///
    /// # Errors
    /// When it is something else.
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

    /// The value as a list, each item with its place.
    ///
    /// # Errors
    /// When it is something else.
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

    /// The value as a text.
    ///
    /// # Errors
    /// When it is something else.
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

    /// The value as a number, kept digit for digit.
    ///
    /// # Errors
    /// When it is something else.
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

    /// The value as a count: a whole number that is not negative.
    ///
    /// # Errors
    /// When it is something else.
    pub fn count(self) -> Result<usize, FieldError> {
        let field_error = self.error("should be a whole number that is not negative");
        self.value.as_u64().and_then(|it| usize::try_from(it).ok()).ok_or(field_error)
    }

    /// The value as a moment.
    ///
    /// # Errors
    /// When it is not `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn time(self) -> Result<Timestamp, FieldError> {
        let field_error = self.error("should be a time such as 2026-11-22T10:00:00Z");
        Timestamp::parse(&self.text()?).ok_or(field_error)
    }
}
