//! Reads a request.

use std::{
    io::{self, BufRead, BufReader, Read},
    net::TcpStream,
    path::PathBuf,
};

/// The most bytes of a request that are read; a browser sends some 500, and a test some 100,000.
const LIMIT: u64 = 1024 * 1024;

/// What a request wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// Read a file.
    Get,
    /// Read about a file.
    Head,
    /// Tell something.
    Post,
    /// Anything else, which is refused.
    Other,
}

/// The part of a request that matters here.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: Method,
    /// The path and the query, as sent.
    pub(super) target: String,
    /// What is told; empty but for [`Method::Post`].
    pub(super) body: String,
}

impl Request {
    /// Reads a request; `None` when there is none.
    pub(super) fn read(connection: &TcpStream) -> io::Result<Option<Self>> {
        let mut input = BufReader::new(connection.take(LIMIT));
        let mut first = String::new();
        input.read_line(&mut first)?;
        // The rest of the head is read too: closing a connection with unread bytes resets it.
        let length = read_head(&mut input)?;
        let mut words = first.split_whitespace();
        let method = match words.next() {
            Some("GET") => Method::Get,
            Some("HEAD") => Method::Head,
            Some("POST") => Method::Post,
            _ => Method::Other,
        };
        let Some(target) = words.next().map(str::to_owned) else { return Ok(None) };
        let mut body = String::new();
        if method == Method::Post {
            input.take(length).read_to_string(&mut body)?;
        }
        Ok(Some(Self { method, target, body }))
    }
}

/// Reads to the end of the head, and returns how many bytes the body has.
fn read_head(input: &mut impl BufRead) -> io::Result<u64> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok(length);
        }
        let field =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        if let Some((_, value)) = field {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
}

/// The file that `target` names below `base`, relative to the served folder.
///
/// `None` when it is outside `base`, or would leave the folder.
pub(super) fn file(target: &str, base: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(base)?;
    let mut file = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let name = decoded(part)?;
        if name == "." || name == ".." || name.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        file.push(name);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// `text` without percent signs: each `%` and two hexadecimal digits stand for a byte.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(high * 16 + low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::file;
    use std::path::Path;

    #[track_caller]
    fn check(target: &str, base: &str, expected: Option<&str>) {
        assert_eq!(file(target, base).as_deref(), expected.map(Path::new), "{target} at {base}");
    }

    #[test]
    fn a_folder_is_answered_with_its_page() {
        check("/", "/", Some("index.html"));
        check("/a/", "/", Some("a/index.html"));
        check("/some/path/", "/some/path/", Some("index.html"));
    }

    #[test]
    fn a_query_is_no_part_of_the_name() {
        check("/boot.js?v=1", "/", Some("boot.js"));
    }

    #[test]
    fn a_name_may_have_any_letters() {
        check("/caf%C3%A9%20%F0%9F%99%82.txt", "/", Some("café 🙂.txt"));
    }

    #[test]
    fn nothing_leaves_the_folder() {
        for target in ["/../a", "/a/../../b", "/%2e%2e/a", "/..%2fa", "/..%5ca", "/C:/a", "/a%00"] {
            check(target, "/", None);
        }
    }

    #[test]
    fn nothing_is_answered_outside_the_base() {
        check("/", "/some/path/", None);
        check("http://elsewhere/", "/", None);
    }

    #[test]
    fn a_broken_percent_sign_names_nothing() {
        check("/a%2", "/", None);
        check("/a%zz", "/", None);
        check("/%ff", "/", None);
    }
}
