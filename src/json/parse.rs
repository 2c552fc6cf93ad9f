//! A JSON parser that gives a value or nothing, without a reason for a refusal.
//!
//! The program reads its stores with it. It keeps numbers digit for digit, where `serde_json` turns
//! `1e3` into `1e+3`.

use serde_json::{Map, Number, Value};

use super::JsonObject;

/// The number of arrays and objects that may be nested, which is also the limit of `serde_json`.
const MAX_DEPTH: usize = 127;

/// Parses a JSON text by RFC 8259; returns `None` if it is not JSON, is nested too deep, or has a
/// lone half of a surrogate pair in a string. If an object has two members of one name, the last
/// one counts.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_DEPTH)?;
    reader.skip_space();
    (reader.at == text.len()).then_some(value)
}

/// Parses a JSON object and returns its members; `None` if `text` is anything else.
pub fn parse_members(text: &str) -> Option<JsonObject> {
    match parse(text)? {
        Value::Object(members) => Some(members),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            None
        }
    }
}

/// The state of a walk through a JSON text.
struct Reader<'a> {
    text: &'a str,
    /// The offset of the next byte to read; always between two characters where a value is read.
    at: usize,
}

impl<'a> Reader<'a> {
    /// Reads a value, in which `depth` more arrays and objects may be nested.
    fn value(&mut self, depth: usize) -> Option<Value> {
        match self.peek_token()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.array(depth.checked_sub(1)?),
            b'"' => self.string().map(Value::String),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        self.at += 1;
        let mut is_first = true;
        while !self.eat(b'}') {
            if !std::mem::take(&mut is_first) && !self.eat(b',') {
                return None;
            }
            let name = if self.peek_token()? == b'"' { self.string()? } else { return None };
            let value = if self.eat(b':') { self.value(depth)? } else { return None };
            members.insert(name, value);
        }
        Some(Value::Object(members))
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        let mut values = Vec::new();
        self.at += 1;
        while !self.eat(b']') {
            if !values.is_empty() && !self.eat(b',') {
                return None;
            }
            values.push(self.value(depth)?);
        }
        Some(Value::Array(values))
    }

    /// Reads a string, beginning at its opening quotation mark.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        self.at += 1;
        loop {
            let rest = self.rest()?;
            let is_special = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
            let plain = rest.bytes().position(is_special)?;
            string.push_str(rest.get(..plain)?);
            self.at += plain + 1;
            match rest.as_bytes().get(plain)? {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// Reads the rest of an escape sequence, after its backslash, and returns the character.
    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                let low = self.rest()?.starts_with("\\u").then(|| self.at += 2);
                let low = low.and_then(|()| self.unit())?.checked_sub(0xdc00)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low)
                    .filter(|_| low < 0x400);
            }
            _ => return None,
        })
    }

    /// Reads four hexadecimal digits and returns their number.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        let all = digits.bytes().all(|it| it.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| all)
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let has_zero = self.peek() == Some(b'0');
        let whole = self.digits()?;
        if has_zero && whole > 1 {
            return None;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let digits = self.text.get(start..self.at)?.to_owned();
        // Every other constructor would give the number in the form of `serde_json` instead of its
        // digits here.
        Some(Value::Number(Number::from_string_unchecked(digits)))
    }

    /// Reads digits and returns how many there are, at least one.
    fn digits(&mut self) -> Option<usize> {
        let rest = self.rest()?.bytes();
        let count = rest.take_while(u8::is_ascii_digit).count();
        self.at += count;
        (count > 0).then_some(count)
    }

    /// Reads `word` and returns `value` for it.
    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let is_here = self.rest()?.starts_with(word);
        self.at += word.len();
        is_here.then_some(value)
    }

    /// Skips white space, and then `sign` if it comes next; returns whether it did.
    fn eat(&mut self, sign: u8) -> bool {
        let is_next = self.peek_token() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// Skips white space and returns the next byte, which it does not consume.
    fn peek_token(&mut self) -> Option<u8> {
        self.skip_space();
        self.peek()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> Option<&'a str> {
        self.text.get(self.at..)
    }
}
