//! Escapes raw HTML that does not end where it should, so that it cannot affect the text after it.
//!
//! In a browser, a comment, script or tag without an end swallows the rest of the page. In Markdown
//! that is a mistake of the author, so the program shows the unclosed part as text.

use super::{
    known_elements::{comment, is_markup},
    tags::{push_escaped, push_hidden},
};

/// The elements whose content is not markup.
const RAW: [&str; 9] =
    ["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// Returns a copy of a block of HTML in which nothing remains open. Hides comments, which only the
/// author should see, and escapes tags of unknown elements. Also escapes everything from the first
/// construct that does not end in the block.
pub(super) fn escape_unclosed(html: &str) -> String {
    let (mut mended, mut rest) = (String::new(), html);
    while let Some((before, opened)) = rest.find('<').and_then(|it| rest.split_at_checked(it)) {
        mended.push_str(before);
        let Some((piece, after)) = length(opened).and_then(|it| opened.split_at_checked(it)) else {
            return mended + &opened.replace('<', "&lt;");
        };
        if let Some(comment) = comment(piece) {
            push_hidden(&mut mended, comment);
        } else if is_markup(piece) {
            mended.push_str(piece);
        } else {
            push_escaped(&mut mended, piece);
        }
        rest = after;
    }
    mended + rest
}

/// Returns the length in bytes of the tag, comment or other construct that a text begins with; a
/// raw element counts up to its end tag. `None` where the construct does not end.
fn length(html: &str) -> Option<usize> {
    let end_of = |sign: &str, skip: usize| Some(html.get(skip..)?.find(sign)? + skip + sign.len());
    let after = html.get(1..)?;
    let is_name = |text: &str| text.starts_with(|it: char| it.is_ascii_alphabetic());
    if after.starts_with("!--") {
        // The shortest comment is `<!-->`.
        end_of("-->", 2)
    } else if after.starts_with(['!', '?'])
        || after.strip_prefix('/').is_some_and(|it| !is_name(it))
    {
        end_of(">", 1)
    } else if after.starts_with('/') {
        tag_length(html)
    } else if is_name(after) {
        let tag = tag_length(html)?;
        match raw_name(html) {
            Some(name) => Some(tag + raw_length(html.get(tag..)?, name)?),
            None => Some(tag),
        }
    } else {
        Some(1)
    }
}

/// Returns the length of a tag in bytes; `None` where it does not end. Quotation marks protect a
/// `>` only after an equals sign.
fn tag_length(html: &str) -> Option<usize> {
    let (mut quote, mut is_value) = (None, false);
    for (at, character) in html.char_indices() {
        if let Some(open) = quote {
            if character == open {
                quote = None;
            }
        } else if is_value && ['"', '\''].contains(&character) {
            (quote, is_value) = (Some(character), false);
        } else if character == '>' {
            return Some(at + 1);
        } else {
            is_value = character == '=' || (is_value && character.is_ascii_whitespace());
        }
    }
    None
}

/// Returns the length in bytes of the content of a raw element; `None` where no end tag ends it.
fn raw_length(content: &str, name: &str) -> Option<usize> {
    let is_end = |at: &usize| {
        let end = content.get(at + 2..at + 2 + name.len());
        end.is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    if name == "plaintext" {
        return None;
    }
    let length = content.match_indices("</").map(|(at, _)| at).find(is_end)?;
    // In a script, an open comment can make the browser ignore the end tag.
    let inside = content.get(..length)?;
    let is_open = inside.rfind("<!--").is_some_and(|it| !inside.split_at(it).1.contains("-->"));
    (!(name == "script" && is_open)).then_some(length)
}

/// Returns the raw element that a tag opens or closes; `None` for other tags.
fn raw_name(tag: &str) -> Option<&'static str> {
    let name = tag.strip_prefix("</").or(tag.strip_prefix('<'))?;
    let end = name.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(name.len());
    RAW.into_iter().find(|raw| name.get(..end).is_some_and(|it| it.eq_ignore_ascii_case(raw)))
}

/// The tags of raw elements that the writer has written inside the current block.
#[derive(Debug, Default)]
pub(super) struct RawTags(Vec<RawTag>);

#[derive(Debug)]
struct RawTag {
    at: usize,
    name: &'static str,
    is_end: bool,
}

impl RawTags {
    /// Remembers a tag of a raw element, which begins at the byte offset `at` of a page; ignores
    /// other tags.
    pub(super) fn note(&mut self, tag: &str, at: usize) {
        if let Some(name) = raw_name(tag) {
            self.0.push(RawTag { at, name, is_end: tag.starts_with("</") });
        }
    }

    /// Escapes the remembered tags that open an element without a remembered end tag, and forgets
    /// all tags.
    pub(super) fn mend(&mut self, page: &mut String) {
        let tags = std::mem::take(&mut self.0);
        let last_end =
            RAW.map(|name| tags.iter().rposition(|it| it.is_end && it.name == name).unwrap_or(0));
        let mut open = None;
        let mut wrong = Vec::new();
        for (at, tag) in tags.iter().enumerate() {
            let end = RAW.iter().zip(last_end).find(|(name, _)| **name == tag.name);
            let is_closed = tag.name != "plaintext" && end.is_some_and(|(_, end)| end > at);
            match open {
                Some(name) if tag.is_end && name == tag.name => open = None,
                None if !tag.is_end && is_closed => open = Some(tag.name),
                None if !tag.is_end => wrong.push(tag.at),
                Some(_) | None => {}
            }
        }
        let Some(first) = wrong.first() else { return };
        let tail = page.split_off(*first);
        let mut done = 0;
        for at in wrong.iter().map(|at| at - first) {
            page.push_str(tail.get(done..at).unwrap_or_default());
            page.push_str("&lt;");
            done = at + 1;
        }
        page.push_str(tail.get(done..).unwrap_or_default());
    }
}
