//! Finds the encoding that a web page or an XML file declares, as the HTML standard describes it in
//! "prescan a byte stream to determine its encoding".

use encoding_rs::{Encoding as Table, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// The number of bytes in which the program looks for a declaration. The standard has 1024 for this
/// step, and obeys a later declaration when it comes to it; this is both in one.
const HEAD_BYTES: usize = 32_768;

/// Returns the encoding that the head of a page declares; `None` where the bytes do not begin with
/// `<`, or declare no encoding that the standard has.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static Table> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let head = head.trim_ascii_start();
    if !head.starts_with(b"<") {
        return None;
    }
    meta(head).or_else(|| xml(head))
}

/// Returns the encoding for a label, as the standard wants it for a declaration in ASCII bytes:
/// what declares UTF-16 cannot be UTF-16.
fn for_label(label: &[u8]) -> Option<&'static Table> {
    let table = Table::for_label(label)?;
    Some(match table {
        table if table == UTF_16LE || table == UTF_16BE => UTF_8,
        table if table == X_USER_DEFINED => WINDOWS_1252,
        table => table,
    })
}

/// Returns the encoding that an XML declaration at the beginning names.
fn xml(head: &[u8]) -> Option<&'static Table> {
    let declaration = head.strip_prefix(b"<?xml")?;
    let declaration = declaration.split(|byte| *byte == b'>').next()?;
    let mut rest = after(declaration, b"encoding")?.trim_ascii_start();
    rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\''))?;
    for_label(rest.split(|byte| byte == quote).next()?)
}

/// Returns the encoding that a `<meta>` element names, outside comments and other tags.
fn meta(mut rest: &[u8]) -> Option<&'static Table> {
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(at..)?;
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            // `<!-->` ends, too.
            let end = comment.windows(3).position(|it| it == b"-->").map(|at| at + 3);
            let end = if comment.starts_with(b">") { Some(1) } else { end };
            rest = comment.get(end?..)?;
            continue;
        }
        let (_, inside) = rest.split_first()?;
        let name = inside.strip_prefix(b"/").unwrap_or(inside);
        if !name.first().is_some_and(u8::is_ascii_alphabetic) {
            let is_markup = matches!(inside.first(), Some(b'!' | b'/' | b'?'));
            let end = inside.iter().position(|byte| *byte == b'>' && is_markup);
            rest = inside.get(end.unwrap_or(0)..)?;
            continue;
        }
        let end = name.iter().position(|it| it.is_ascii_whitespace() || matches!(it, b'/' | b'>'));
        let (tag, after) = name.split_at_checked(end?)?;
        let mut attributes = Attributes { rest: after };
        if inside.starts_with(b"/") || !tag.eq_ignore_ascii_case(b"meta") {
            attributes.by_ref().for_each(drop);
        } else if let Some(found) = declared_by(&mut attributes) {
            return Some(found);
        }
        rest = attributes.rest;
    }
    None
}

/// Returns the encoding that the attributes of a `<meta>` element name: in `charset`, or in
/// `content` beside `http-equiv="content-type"`. The first attribute of a name counts.
fn declared_by(attributes: &mut Attributes<'_>) -> Option<&'static Table> {
    let (mut charset, mut content, mut is_pragma) = (None, None, None);
    for (name, value) in attributes {
        match name.as_slice() {
            b"charset" => charset = charset.or(Some(value)),
            b"content" => content = content.or(Some(value)),
            b"http-equiv" => {
                is_pragma = is_pragma.or(Some(value.eq_ignore_ascii_case(b"content-type")));
            }
            _ => {}
        }
    }
    match charset {
        Some(label) => for_label(&label),
        None if is_pragma == Some(true) => in_content(&content?),
        None => None,
    }
}

/// Returns the encoding in a content type, such as `text/html; charset=utf-8`.
fn in_content(content: &[u8]) -> Option<&'static Table> {
    let mut rest = content;
    loop {
        rest = after(rest, b"charset")?;
        let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let label = match value.split_first()? {
            (quote @ (b'"' | b'\''), quoted) => {
                let end = quoted.iter().position(|byte| byte == quote)?;
                quoted.get(..end)
            }
            _ => value.split(|byte| byte.is_ascii_whitespace() || *byte == b';').next(),
        };
        return for_label(label?);
    }
}

/// Returns the bytes after the first place where `word`, in lower case, is in any case.
fn after<'a>(bytes: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(word.len()).position(|it| it.eq_ignore_ascii_case(word))?;
    bytes.get(at + word.len()..)
}

/// The attributes of a tag, each as its name in lower case and its value. `rest` is what has not
/// been read; at the end, it begins at the `>` of the tag.
struct Attributes<'a> {
    rest: &'a [u8],
}

impl Attributes<'_> {
    /// Takes the bytes up to the first one that `is_end` accepts, or all.
    fn take(&mut self, is_end: impl Fn(&u8) -> bool) -> Vec<u8> {
        let end = self.rest.iter().position(is_end).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken.to_vec()
    }
}

impl Iterator for Attributes<'_> {
    type Item = (Vec<u8>, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        self.take(|it| !it.is_ascii_whitespace() && *it != b'/');
        if self.rest.first().is_none_or(|it| *it == b'>') {
            return None;
        }
        // A name may begin with `=`.
        let is_end = |it: &u8| it.is_ascii_whitespace() || matches!(it, b'/' | b'>' | b'=');
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        let mut name = vec![first.to_ascii_lowercase()];
        name.extend(self.take(is_end).to_ascii_lowercase());
        let Some(value) = self.rest.trim_ascii_start().strip_prefix(b"=") else {
            return Some((name, Vec::new()));
        };
        self.rest = value.trim_ascii_start();
        let Some(quote @ (b'"' | b'\'')) = self.rest.first().copied() else {
            return Some((name, self.take(|it| it.is_ascii_whitespace() || *it == b'>')));
        };
        self.rest = self.rest.get(1..)?;
        let value = self.take(|it| *it == quote);
        self.rest = self.rest.get(1..).unwrap_or_default();
        Some((name, value))
    }
}
