//! Encodes the result of an import for the way from the worker to the page.
//!
//! The worker first sends the imported blocks in chunks, so that the page needs little time for
//! each, and then a head with everything else. The page decodes the chunks with [`decode_progress`]
//! and the head with [`read()`].

use serde_json::{Value, json};

use crate::{
    article::Kind,
    json::{JsonObject, parse, parse_members, to_string},
};

use super::{
    Disposition, Encoding, ImportNote, ImportOutcome, ImportedBlock, ImportedText, ReadResult,
    SourceFormat,
};

/// The size of a chunk in bytes of text; the last block of a chunk may exceed it.
const CHUNK_BYTES: usize = 100_000;

/// The character before the snapshot of a Claimlight file. The snapshot is already JSON and may be
/// long, so [`write()`] does not encode it again.
const SNAPSHOT_PREFIX: char = '=';

/// Returns the head of an import result, which [`read()`] decodes.
pub fn write(received: &ImportOutcome) -> String {
    to_string(&match received {
        ImportOutcome::ClaimlightFile(snapshot) => return format!("{SNAPSHOT_PREFIX}{snapshot}"),
        ImportOutcome::Archive { snapshots, refused } => {
            json!({ "bundle": snapshots, "refused": refused })
        }
        ImportOutcome::Text(text) => json!({
            "shape": text.source_format.name(),
            "encoding": text.encoding.as_ref().map(|it| json!([it.label, it.is_guessed, it.malformed])),
            "title": text.imported.title,
            "byline": text.imported.byline,
            "source": text.imported.source,
            "publication": text.imported.publication,
            "published": text.imported.published,
            "language": text.imported.language,
            "notes": text.imported.notes.iter().map(note).collect::<Value>(),
        }),
    })
}

/// Returns the imported blocks of an import result in chunks, in order; [`decode_progress`] decodes
/// each chunk.
pub fn chunks(received: &ImportOutcome) -> impl Iterator<Item = String> {
    let mut left = match received {
        ImportOutcome::ClaimlightFile(_) | ImportOutcome::Archive { .. } => [].iter(),
        ImportOutcome::Text(text) => text.imported.blocks.iter(),
    }
    .peekable();
    std::iter::from_fn(move || {
        left.peek()?;
        let (mut piece, mut bytes) = (Vec::new(), 0);
        while let Some(next) = left.next_if(|_| bytes < CHUNK_BYTES) {
            bytes += next.lines.iter().map(String::len).sum::<usize>();
            piece.push(block(next));
        }
        Some(to_string(&Value::Array(piece)))
    })
}

fn block(block: &ImportedBlock) -> Value {
    let disposition = match block.disposition {
        Disposition::Included => "kept",
        Disposition::StruckThrough => "struck",
        Disposition::Hidden => "hidden",
        Disposition::Boilerplate => "around",
    };
    json!([block.kind.name(), disposition, block.label, block.lines])
}

fn note(note: &ImportNote) -> Value {
    match note {
        ImportNote::ByteOrderMark => json!(["bom", 1]),
        ImportNote::ReplacedChars(count) => json!(["replaced", count]),
        ImportNote::Table(rows) => json!(["table", rows]),
        ImportNote::Scripts(count) => json!(["scripts", count]),
        ImportNote::LanguageGuessed => json!(["language", 1]),
        ImportNote::Superscripts(count) => json!(["in-line", count]),
        ImportNote::DuplicateCaptions(count) => json!(["repeated", count]),
        ImportNote::Attachments(count) => json!(["attachments", count]),
    }
}

/// Decodes a head that [`write()`] encoded, and adds the imported blocks; `None` for anything else.
pub fn read(head: &str, blocks: Vec<ImportedBlock>) -> Option<ImportOutcome> {
    if let Some(snapshot) = head.strip_prefix(SNAPSHOT_PREFIX) {
        return Some(ImportOutcome::ClaimlightFile(snapshot.to_owned()));
    }
    let mut members = parse_members(head)?;
    if let Some(snapshots) = list(&mut members, "bundle") {
        let snapshots = snapshots.map(text).collect::<Option<_>>()?;
        let refused = list(&mut members, "refused")?.map(text).collect::<Option<_>>()?;
        return Some(ImportOutcome::Archive { snapshots, refused });
    }
    let source_format = SourceFormat::named(members.get("shape")?.as_str()?)?;
    let encoding = match members.shift_remove("encoding") {
        Some(Value::Array(parts)) => Some(Encoding {
            label: parts.first()?.as_str()?.to_owned(),
            is_guessed: parts.get(1)?.as_bool()?,
            malformed: usize::try_from(parts.get(2)?.as_u64()?).ok()?,
        }),
        _ => None,
    };
    let imported = ImportedText {
        title: taken(&mut members, "title"),
        byline: taken(&mut members, "byline"),
        source: taken(&mut members, "source"),
        publication: taken(&mut members, "publication"),
        published: taken(&mut members, "published"),
        language: taken(&mut members, "language"),
        blocks,
        notes: list(&mut members, "notes")?.map(|it| read_note(&it)).collect::<Option<_>>()?,
    };
    Some(ImportOutcome::Text(Box::new(ReadResult { source_format, encoding, imported })))
}

/// A report from the worker while it reads a text.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportProgress {
    /// The share of the text that the worker has read, in percent.
    Percent(u8),
    /// The next imported blocks.
    Blocks(Vec<ImportedBlock>),
}

/// Encodes the share of the text that the worker has read, in percent, for [`decode_progress`].
pub fn encode_progress(percent: u8) -> String {
    percent.to_string()
}

/// Decodes a report that [`encode_progress`] or [`chunks`] encoded; `None` for anything else.
pub fn decode_progress(text: &str) -> Option<ImportProgress> {
    match parse(text)? {
        Value::Array(blocks) => {
            blocks.into_iter().map(read_block).collect::<Option<_>>().map(ImportProgress::Blocks)
        }
        Value::Number(percent) => {
            Some(ImportProgress::Percent(u8::try_from(percent.as_u64()?).ok()?))
        }
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Object(_) => None,
    }
}

fn taken(members: &mut JsonObject, name: &str) -> Option<String> {
    text(members.shift_remove(name)?)
}

fn text(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

fn list(members: &mut JsonObject, name: &str) -> Option<impl Iterator<Item = Value> + use<>> {
    if let Some(Value::Array(list)) = members.shift_remove(name) {
        Some(list.into_iter())
    } else {
        None
    }
}

fn read_block(value: Value) -> Option<ImportedBlock> {
    let Value::Array(parts) = value else { return None };
    let [kind, disposition, label, lines] = <[Value; 4]>::try_from(parts).ok()?;
    let disposition = match disposition.as_str()? {
        "kept" => Disposition::Included,
        "struck" => Disposition::StruckThrough,
        "hidden" => Disposition::Hidden,
        "around" => Disposition::Boilerplate,
        _ => return None,
    };
    let Value::Array(lines) = lines else { return None };
    let lines = lines.into_iter().map(text).collect::<Option<_>>()?;
    Some(ImportedBlock {
        kind: Kind::from_name(kind.as_str()?)?,
        lines,
        label: text(label),
        disposition,
    })
}

fn read_note(value: &Value) -> Option<ImportNote> {
    let count = usize::try_from(value.get(1)?.as_u64()?).ok()?;
    match value.get(0)?.as_str()? {
        "bom" => Some(ImportNote::ByteOrderMark),
        "replaced" => Some(ImportNote::ReplacedChars(count)),
        "table" => Some(ImportNote::Table(count)),
        "scripts" => Some(ImportNote::Scripts(count)),
        "language" => Some(ImportNote::LanguageGuessed),
        "in-line" => Some(ImportNote::Superscripts(count)),
        "repeated" => Some(ImportNote::DuplicateCaptions(count)),
        "attachments" => Some(ImportNote::Attachments(count)),
        _ => None,
    }
}
