//! Recognizes the parts of an e-mail in plain text: its header, its signature, and the line that
//! introduces a quotation.
//!
//! A header needs at least two lines with known names, so that a single line such as "To: …" stays
//! text.

use crate::text::eq_ignore_case;

use super::source_line::{Line, Role};

/// The kind of information in a header line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeaderKind {
    From,
    Date,
    Subject,
    /// Information that no detail of the article uses.
    Other,
}

/// The names of header lines, as mail programs write them in a few languages.
const HEADERS: [(&str, HeaderKind); 34] = [
    ("From", HeaderKind::From),
    ("Von", HeaderKind::From),
    ("De", HeaderKind::From),
    ("Da", HeaderKind::From),
    ("Van", HeaderKind::From),
    ("Date", HeaderKind::Date),
    ("Sent", HeaderKind::Date),
    ("Datum", HeaderKind::Date),
    ("Gesendet", HeaderKind::Date),
    ("Envoyé", HeaderKind::Date),
    ("Fecha", HeaderKind::Date),
    ("Enviado", HeaderKind::Date),
    ("Data", HeaderKind::Date),
    ("Verzonden", HeaderKind::Date),
    ("Subject", HeaderKind::Subject),
    ("Betreff", HeaderKind::Subject),
    ("Objet", HeaderKind::Subject),
    ("Asunto", HeaderKind::Subject),
    ("Assunto", HeaderKind::Subject),
    ("Oggetto", HeaderKind::Subject),
    ("Onderwerp", HeaderKind::Subject),
    ("To", HeaderKind::Other),
    ("Cc", HeaderKind::Other),
    ("Bcc", HeaderKind::Other),
    ("Reply-To", HeaderKind::Other),
    ("Message-ID", HeaderKind::Other),
    ("An", HeaderKind::Other),
    ("Kopie", HeaderKind::Other),
    ("À", HeaderKind::Other),
    ("Para", HeaderKind::Other),
    ("A", HeaderKind::Other),
    ("Aan", HeaderKind::Other),
    ("Attachments", HeaderKind::Other),
    ("Organization", HeaderKind::Other),
];

/// The fewest lines with a known name that form a header; one of the header lines must name the
/// sender or the subject.
const FEWEST_HEADERS: usize = 2;
/// The longest name of a header line that is not listed, in bytes.
const LONGEST_NAME: usize = 40;
/// The most lines of a signature, including its delimiter.
const LONGEST_SIGNATURE: usize = 16;

/// The details that a mail header gives.
#[derive(Default)]
pub(super) struct Details {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
}

/// Sets the roles of the lines of mail headers and of the signature.
pub(super) fn mark(lines: &mut [Line]) {
    let begins: Vec<usize> =
        (0..lines.len()).filter(|at| lines.get(*at).is_some_and(begins_head)).collect();
    let mut marked = 0;
    for at in begins {
        if at >= marked {
            let head = head(lines.get(at..).unwrap_or_default());
            marked = at + head.len();
            set(lines, at, &head);
        }
    }
    mark_signature(lines);
}

fn set(lines: &mut [Line], from: usize, roles: &[Role]) {
    for (line, role) in lines.iter_mut().skip(from).zip(roles) {
        line.role = *role;
    }
    if let Some(after) = lines.get_mut(from + roles.len()) {
        after.begins_block = true;
    }
}

/// Returns the details in the mail header that the text begins with.
pub(super) fn details(lines: &[Line]) -> Details {
    let mut details = Details::default();
    let mut message = None;
    for line in lines.iter().take_while(|it| matches!(it.role, Role::Header | Role::Folded)) {
        let (tells, value) = if line.role == Role::Folded {
            (message, line.text)
        } else {
            header(line.text).map_or((None, ""), |(tells, value)| (Some(tells), value))
        };
        match tells {
            Some(HeaderKind::From) => add(&mut details.byline, value),
            Some(HeaderKind::Date) => add(&mut details.published, value),
            Some(HeaderKind::Subject) => add(&mut details.title, value),
            Some(HeaderKind::Other) | None => {}
        }
        message = tells;
    }
    details.byline = details.byline.map(|it| name(&it).to_owned());
    details
}

fn add(place: &mut Option<String>, value: &str) {
    let value = value.trim();
    match place {
        Some(said) => said.extend([" ", value]),
        None if value.is_empty() => {}
        None => *place = Some(value.to_owned()),
    }
}

/// Returns the name of a sender without the address behind it; the whole text where there is no
/// name.
fn name(sender: &str) -> &str {
    let name = sender.split(['<', '[']).next().unwrap_or_default();
    let name = name.trim().trim_matches('"').trim();
    if name.is_empty() { sender } else { name }
}

fn begins_head(line: &Line) -> bool {
    line.begins_block
        && line.role == Role::Text
        && (header(line.text).is_some() || line.text.starts_with("From ") && has_address(line.text))
}

fn has_address(line: &str) -> bool {
    line.split_whitespace().take(2).any(|it| it.contains('@'))
}

/// Returns the roles of the first lines, as far as they are a mail header; empty where they are
/// none.
fn head(lines: &[Line]) -> Vec<Role> {
    let mut roles = Vec::new();
    let (mut known, mut is_mail) = (0, false);
    for (at, line) in lines.iter().enumerate() {
        if line.role != Role::Text || (at > 0 && line.begins_block) {
            break;
        }
        if at > 0 && line.indent > 0 {
            roles.push(Role::Folded);
            continue;
        }
        let header = header(line.text);
        let is_envelope = at == 0 && line.text.starts_with("From ");
        if header.is_none() && !is_envelope && !is_unlisted(line.text) {
            break;
        }
        known += usize::from(header.is_some());
        is_mail |= header
            .is_some_and(|(tells, _)| matches!(tells, HeaderKind::From | HeaderKind::Subject));
        roles.push(Role::Header);
    }
    if known >= FEWEST_HEADERS && is_mail { roles } else { Vec::new() }
}

/// Returns the kind and the value of a header line; `None` where its name is not listed.
fn header(line: &str) -> Option<(HeaderKind, &str)> {
    let (name, value) = line.split_once(':')?;
    // French programs put a space before the colon, and some programs put asterisks around the
    // name.
    let name = name.trim_end().trim_matches('*');
    let row = HEADERS.iter().find(|(other, _)| eq_ignore_case(other, name))?;
    Some((row.1, value.trim().trim_matches('*').trim()))
}

/// Returns whether a line has the form of a header line that is not listed, such as `X-Mailer: …`.
fn is_unlisted(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        let is_of_name = |it: char| it.is_ascii_alphanumeric() || it == '-';
        name.len() <= LONGEST_NAME && name.contains('-') && name.chars().all(is_of_name)
    })
}

/// Sets the role of the lines from the last signature delimiter (`--`) to the end of the text, or
/// to the next line with another role.
fn mark_signature(lines: &mut [Line]) {
    let is_mark = |line: &Line| line.role == Role::Text && line.text == "--";
    let Some(from) = lines.iter().rposition(is_mark) else { return };
    let after = lines.get(from..).unwrap_or_default();
    let length = after.iter().take_while(|it| it.role == Role::Text).count();
    if (2..=LONGEST_SIGNATURE).contains(&length) {
        set(lines, from, &vec![Role::Signature; length]);
    }
}

/// Returns whether a paragraph right above a quotation introduces it: "On 3 May Jane wrote:".
pub(super) fn is_attribution(text: &str) -> bool {
    text.ends_with(':') && text.contains(|it: char| it.is_ascii_digit() || it == '@')
}
