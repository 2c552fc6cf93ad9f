//! A JSON writer whose output is the same, byte for byte, as that of `serde_json`.
//!
//! The user waits while the program writes texts of megabytes. In the page, which is compiled for
//! small size, the writer of `serde_json` is several times as slow and larger than this one.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// The indentation of each level, if each item and member is on a separate line.
const INDENT: &str = "  ";

/// Returns a value as JSON without white space.
pub fn to_string(value: &Value) -> String {
    let mut writer = Writer { json: String::new(), depth: None };
    writer.value(value);
    writer.json
}

/// Returns an object as JSON without white space.
pub fn object_to_string(members: &Map<String, Value>) -> String {
    let mut writer = Writer { json: String::new(), depth: None };
    writer.object(members);
    writer.json
}

/// Returns a value as JSON for people to read, with each item and member on a separate line.
pub fn to_string_pretty(value: &Value) -> String {
    let mut writer = Writer { json: String::new(), depth: Some(0) };
    writer.value(value);
    writer.json
}

/// The state of writing one JSON text.
struct Writer {
    json: String,
    /// How many arrays and objects are open; `None` where the output has no white space.
    depth: Option<usize>,
}

impl Writer {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.json.push_str("null"),
            Value::Bool(true) => self.json.push_str("true"),
            Value::Bool(false) => self.json.push_str("false"),
            // Writing to a `String` cannot fail.
            Value::Number(number) => _ = write!(self.json, "{number}"),
            Value::String(text) => self.string(text),
            Value::Array(items) => self.list(['[', ']'], items, Self::value),
            Value::Object(members) => self.object(members),
        }
    }

    fn object(&mut self, members: &Map<String, Value>) {
        self.list(['{', '}'], members, |writer, (name, value)| {
            writer.string(name);
            writer.json.push_str(if writer.depth.is_some() { ": " } else { ":" });
            writer.value(value);
        });
    }

    /// Writes an array or an object, whose items `write` writes one by one.
    fn list<T>(
        &mut self,
        [open, close]: [char; 2],
        items: impl IntoIterator<Item = T>,
        write: impl Fn(&mut Self, T),
    ) {
        self.json.push(open);
        self.depth = self.depth.map(|depth| depth + 1);
        let mut is_empty = true;
        for item in items {
            if !std::mem::take(&mut is_empty) {
                self.json.push(',');
            }
            self.begin_line();
            write(self, item);
        }
        self.depth = self.depth.map(|depth| depth - 1);
        if !is_empty {
            self.begin_line();
        }
        self.json.push(close);
    }

    /// Begins an indented line, unless the output has no white space.
    fn begin_line(&mut self) {
        if let Some(depth) = self.depth {
            self.json.push('\n');
            (0..depth).for_each(|_| self.json.push_str(INDENT));
        }
    }

    fn string(&mut self, text: &str) {
        self.json.reserve(text.len() + 2);
        self.json.push('"');
        let mut rest = text;
        let is_escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        while let Some(at) = rest.bytes().position(is_escaped) {
            let (before, from) = rest.split_at(at);
            let mut signs = from.chars();
            self.json.push_str(before);
            signs.next().into_iter().for_each(|sign| self.escape(sign));
            rest = signs.as_str();
        }
        self.json.push_str(rest);
        self.json.push('"');
    }

    /// Writes the escape sequence of a character, in its short form where JSON has one.
    fn escape(&mut self, sign: char) {
        let short = match sign {
            '"' => '"',
            '\\' => '\\',
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            _ => {
                _ = write!(self.json, "\\u{:04x}", u32::from(sign));
                return;
            }
        };
        self.json.extend(['\\', short]);
    }
}
