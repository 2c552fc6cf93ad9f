//! Messages: e-mails (RFC 5322, RFC 2045), and pages that a browser saved as one file (RFC 2557),
//! which are written the same way.

use mail_parser::{HeaderName, Message, MessageParser, MessagePart, PartType};

use super::{
    ImportNote, ImportRequest, ImportedText, ReadMode, ReadResult, SourceFormat, import_text,
};

/// What the names of messages end with.
const NAMES: [&str; 3] = [".eml", ".mht", ".mhtml"];
/// A message without a telling name has this line in its head, which no other text has.
const SIGN: &[u8] = b"\nmime-version:";
/// How many bytes are looked at for it: what servers put before it may be long.
const HEAD_BYTES: usize = 32_768;
/// Where a saved page says what its address was.
const SNAPSHOT: &str = "Snapshot-Content-Location";

/// Reads a file as a message: the part that holds its text, by what that part is; `None` where it is
/// no message, or has no text. Tells `on_share` how much has been read, in percent.
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
    Some(ReadResult { shape: SourceFormat::Message, encoding: None, imported })
}

fn has_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.iter().any(|ending| name.ends_with(ending))
}

/// Whether bytes begin with a field of a head, and have the sign of a message before the first empty
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

/// The text of a part, and whether it is HTML; `None` where it has none.
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

/// Takes from a message's head what its text does not say.
fn note_head(imported: &mut ImportedText, message: &Message<'_>) {
    let named = |text: &str| Some(text.trim()).filter(|it| !it.is_empty()).map(str::to_owned);
    let page = message.header(HeaderName::from(SNAPSHOT)).and_then(|it| it.as_text());
    let subject = message.subject().and_then(named);
    if let Some(address) = page {
        // A page knows its title and its address better than the program that saved it.
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
