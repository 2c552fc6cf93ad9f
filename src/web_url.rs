//! Reads web addresses: their host, their date and the words that they point to.
//!
//! Everything comes from the text of the address itself; the program never fetches a page.

mod host;
mod punycode;
mod url_parts;
mod web_archive;

use crate::text::split_invisible;

/// The schemes of the web, each with its default port.
const SCHEMES: [(&str, u16); 2] = [("http", 80), ("https", 443)];
/// How much of a path is shown, in code points.
const MAX_PATH_CHARS: usize = 48;
/// The longest address, in bytes.
const LONGEST: usize = 8192;
/// An address that may be linked to: `http` or `https`, with a host.
///
/// A text that a browser would have to repair first (spaces, controls, backslashes, missing
/// slashes) is not an address, so a link leads where its text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebUrl {
    as_written: String,
    href: String,
    host: String,
    date: Option<String>,
    text_fragment: Option<String>,
}

impl WebUrl {
    /// Parses a text that somebody wrote as an address; a text that begins with `www.` counts as
    /// `https`.
    pub fn parse_lenient(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| {
            let text = text.trim();
            let (www, rest) = text.split_once('.')?;
            let is_host = www.eq_ignore_ascii_case("www") && rest.contains('.');
            Self::parse(&format!("https://{text}")).filter(|_| is_host)
        })
    }

    /// Parses an address, perhaps with spaces around it; returns `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = text.len() <= LONGEST
            && !text
                .chars()
                .any(|it| it.is_whitespace() || it.is_control() || r#"\<>""#.contains(it))
            && split_invisible(text).is_none();
        let (written, text_directive) = url_parts::split_text_fragment(text);
        let (scheme, rest) = written.split_once("://").filter(|_| is_plain)?;
        let scheme = SCHEMES.iter().find(|(name, _)| scheme.eq_ignore_ascii_case(name))?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at_checked(end)?;
        // The user name and password do not affect where the address leads.
        let place = authority.rsplit_once('@').map_or(authority, |(_, place)| place);
        let (host, port) = split_port(place)?;
        let host = host::read(host)?;
        let port = port.filter(|port| *port != scheme.1).map(|port| format!(":{port}"));
        let port = port.unwrap_or_default();
        let slash = if tail.starts_with('/') { "" } else { "/" };
        let path = tail.split(['?', '#']).next().unwrap_or_default();
        Some(Self {
            href: format!("{}://{}{port}{slash}{tail}", scheme.0, host.ascii),
            host: format!("{}{port}", host.display),
            date: url_parts::date(path),
            as_written: written,
            text_fragment: text_directive,
        })
    }

    /// Returns the address as it was written, without its text fragment.
    pub fn as_written(&self) -> &str {
        &self.as_written
    }

    /// Returns the target of the address, in one form for all ways to write it.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// Returns the host for people to read, without `www.` and with a port that is not the default:
    /// in the original letters if they are of one script, else as `xn--…`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Returns the date in the path, as `YYYY-MM-DD`; `None` if it has none.
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// Returns the words that the text fragment points to; a start and an end are joined by ` … `.
    /// `None` if the address has no such words.
    pub fn text_fragment(&self) -> Option<&str> {
        self.text_fragment.as_deref()
    }

    /// Returns the address in short: the host, and as much of the path after it as there is room
    /// for, its last segments rather than its first.
    pub fn short_display(&self) -> String {
        let path = self.path_and_query();
        let path = path.strip_suffix('/').unwrap_or(path);
        let count = path.chars().count();
        if count <= MAX_PATH_CHARS {
            return format!("{}{path}", self.host);
        }
        let end: String = path.chars().skip(count.saturating_sub(MAX_PATH_CHARS)).collect();
        let step = end.find('/').and_then(|at| end.get(at..)).unwrap_or(&end);
        format!("{}/…{step}", self.host)
    }

    /// Returns the path, the query and the fragment.
    fn path_and_query(&self) -> &str {
        let rest = self.href.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
    }
}

/// Splits off the port after a host, if there is one; `None` if the text after the colon is no
/// port.
fn split_port(place: &str) -> Option<(&str, Option<u16>)> {
    let Some((host, port)) = place.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')) else {
        return Some((place, None));
    };
    if port.is_empty() {
        return Some((host, None));
    }
    let is_number = port.bytes().all(|it| it.is_ascii_digit());
    Some((host, Some(port.parse().ok().filter(|_| is_number)?)))
}
