//! Reads messages: e-mails (RFC 5322, RFC 2045), and pages that a browser saved as one file (RFC
//! 2557), which have the same structure.
//!
//! The reader passes the text part of the message to the reader for that kind of text. It fills in
//! details from the message header: the subject, the sender and the date of an e-mail, or the title
//! and the address of a saved page. It leaves out the attachments.

use mail_parser::{HeaderName, Message, MessageParser, MessagePart, PartType};

use super::{
    ImportNote, ImportRequest, ImportedText, ReadMode, ReadResult, SourceFormat, import_text,
};

/// The file name extensions of messages.
const NAMES: [&str; 3] = [".eml", ".mht", ".mhtml"];
/// A header line that identifies a message with another file name; no other text has it.
const SIGN: &[u8] = b"\nmime-version:";
/// The number of bytes in which the program looks for that line; servers may put long lines before
/// it.
const HEAD_BYTES: usize = 32_768;
/// The header field that holds the address of a saved page.
const SNAPSHOT: &str = "Snapshot-Content-Location";

/// Reads a file as a message, with the reader that fits the part that holds its text. Returns
/// `None` where the file is no message or has no text. Reports the share of the text that it has
/// read to `on_progress`, in percent.
pub fn read_message(
    name: &str,
    bytes: &[u8],
    on_progress: &mut dyn FnMut(u8),
) -> Option<ReadResult> {
    if !(has_name(name) || has_sign(bytes)) {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
    let is_message = message.from().is_some() || message.subject().is_some();
    let (text, is_html) = message.html_bodies().find_map(text_of).filter(|_| is_message)?;
    let given =
        ImportRequest { name: None, text: text.to_owned(), is_html, how: ReadMode::Structured };
    let ReadResult { mut imported, .. } = import_text(&given, None, on_progress);
    note_head(&mut imported, &message);
    let left = message.attachment_count();
    imported.notes.extend((left > 0).then_some(ImportNote::Attachments(left)));
    Some(ReadResult { source_format: SourceFormat::Message, encoding: None, imported })
}

fn has_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.iter().any(|ending| name.ends_with(ending))
}

/// Returns whether bytes begin with a header field and have the line `SIGN` before the first empty
/// line.
fn has_sign(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let begins_with_field = head.iter().position(|byte| *byte == b':').is_some_and(|at| {
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        at > 0 && head.iter().take(at).all(is_name)
    });
    let is_end = |it: &[u8]| it == b"\n\n" || it == b"\n\r";
    let end = head.windows(2).position(is_end).unwrap_or(head.len());
    let mut places = head.get(..end).unwrap_or(head).windows(SIGN.len());
    begins_with_field && places.any(|it| it.eq_ignore_ascii_case(SIGN))
}

/// Returns the text of a part, and whether it is HTML; `None` where the part has no text.
fn text_of<'a>(part: &'a MessagePart<'_>) -> Option<(&'a str, bool)> {
    let (text, is_html) = match &part.body {
        PartType::Html(text) => (text, true),
        PartType::Text(text) => (text, false),
        PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => return None,
    };
    (!text.trim().is_empty()).then_some((text.as_ref(), is_html))
}

/// Fills in the details of the imported text from the header of the message.
fn note_head(imported: &mut ImportedText, message: &Message<'_>) {
    let named = |text: &str| Some(text.trim()).filter(|it| !it.is_empty()).map(str::to_owned);
    let page = message.header(HeaderName::from(SNAPSHOT)).and_then(|it| it.as_text());
    let subject = message.subject().and_then(named);
    if let Some(address) = page {
        // A saved page states its title and address more reliably than the program that saved it.
        imported.title = imported.title.take().or(subject);
        imported.source = imported.source.take().or_else(|| named(address));
        return;
    }
    let from = message.from().and_then(|it| it.first());
    let from = from.and_then(|it| it.name().and_then(named).or_else(|| named(it.address()?)));
    let sent = message.date().map(|it| format!("{:04}-{:02}-{:02}", it.year, it.month, it.day));
    imported.title = subject.or_else(|| imported.title.take());
    imported.byline = from.or_else(|| imported.byline.take());
    imported.published = sent.or_else(|| imported.published.take());
}
