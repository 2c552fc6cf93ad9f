//! What an address of the web says by itself; nothing is ever fetched.

mod host;
mod punycode;
mod url_parts;
mod web_archive;

use crate::text::split_invisible;

/// The schemes of the web, each with the port that goes without saying.
const SCHEMES: [(&str, u16); 2] = [("http", 80), ("https", 443)];
/// How much of a path is shown, in code points.
const MAX_PATH_CHARS: usize = 48;
/// The longest address, in bytes.
const LONGEST: usize = 8192;
/// An address that may be linked to: `http` or `https`, with a host.
///
/// What a browser would have to repair first (spaces, controls, backslashes, missing slashes) is
/// none, so that it leads where it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebUrl {
    as_written: String,
    href: String,
    host: String,
    date: Option<String>,
    text_fragment: Option<String>,
}

impl WebUrl {
    /// Reads what somebody wrote as an address: one that begins with `www.` is meant as `https`.
    pub fn parse_lenient(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| {
            let text = text.trim();
            let (www, rest) = text.split_once('.')?;
            let is_host = www.eq_ignore_ascii_case("www") && rest.contains('.');
            Self::parse(&format!("https://{text}")).filter(|_| is_host)
        })
    }

    /// Reads an address, with spaces around it at most; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = text.len() <= LONGEST
            && !text
                .chars()
                .any(|it| it.is_whitespace() || it.is_control() || r#"\<>""#.contains(it))
            && split_invisible(text).is_none();
        let (written, block) = url_parts::without_block(text);
        let (scheme, rest) = written.split_once("://").filter(|_| is_plain)?;
        let scheme = SCHEMES.iter().find(|(name, _)| scheme.eq_ignore_ascii_case(name))?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at_checked(end)?;
        // Names and passwords are no part of where it leads.
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
            text_fragment: block,
        })
    }

    /// The address as it was written, without the words that it points to.
    pub fn as_written(&self) -> &str {
        &self.as_written
    }

    /// Where it leads, in one form for all ways to write it.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// The host as the person reads it, without `www.`: in its own letters where they are of one
    /// script, else as `xn--…`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The day in its path, as `YYYY-MM-DD`.
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The words that its text fragment points to; where those are a beginning and an end, both with
    /// ` … ` between.
    pub fn text_fragment(&self) -> Option<&str> {
        self.text_fragment.as_deref()
    }

    /// Where it leads in a line: the host, and as much of the path behind it as there is room for,
    /// its last steps rather than its first.
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

    /// What comes after the host and the port.
    fn path_and_query(&self) -> &str {
        let rest = self.href.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
    }
}

/// A host, and the port after it where one is said; `None` where that is no port.
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
