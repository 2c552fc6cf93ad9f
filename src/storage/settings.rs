//! The names of settings and their stored form.
//!
//! Each setting is one record of this browser. A setting of one article has the article's
//! identifier in its name.

use crate::{
    claim::{Scale, Tag},
    id::{ArticleId, BlockId},
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, choice_of, name_of},
    storage::schema::{
        IdPolicy, object, read_scale, read_tag, with_unknown, write_scale, write_tag,
    },
    time::Timestamp,
};

/// The name of the setting with the article that was on screen last.
pub const LAST_ARTICLE: &str = "last-article";
/// The name of the setting with the appearance of the page.
pub const VIEW: &str = "view";
/// The name of the setting with the keys that the user has changed.
pub const KEYS: &str = "keys";
/// The name of the setting with the introductory hints that are done.
pub const HINTS: &str = "hints";
/// The name of the setting with the tags of new articles.
pub const DEFAULT_TAGS_SETTING: &str = "tags";

/// The name of the setting with the scale of new articles.
pub const DEFAULT_SCALE_SETTING: &str = "scale";
/// The name of the setting with the scales that the user has made or changed.
pub const CUSTOM_SCALES: &str = "scales";
/// The name of the setting with the identity of the stores. A database without it, or with another
/// identity, was cleared in the meantime.
pub const STORE_ID: &str = "store-id";
/// The name of the setting with the author of new claims.
pub const AUTHOR: &str = "author";
/// The name of the setting that says whether Claimlight asks for a reason for low ratings.
pub const REASONS: &str = "reasons";

/// Returns the name of the setting with the current block of an article.
pub fn current_block_setting(article: &ArticleId) -> String {
    format!("place-{article}")
}

/// Returns the name of the setting with the export status of an article.
pub fn export_status_of(article: &ArticleId) -> String {
    format!("export-{article}")
}

/// The export status of an article: the work that no file has yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportStatus {
    /// The number of changes since the last export.
    pub changes: usize,
    /// The time of the last export; `None` before the first.
    pub exported: Option<Timestamp>,
}

/// Encodes the export status of an article.
pub fn write_export_status(export_status: &ExportStatus) -> JsonObject {
    let exported = export_status.exported.map(|timestamp| timestamp.to_string());
    object([("changes", export_status.changes.into()), ("exported", exported.into())])
}

/// Reads what [`write_export_status`] wrote; members that do not fit count as missing.
pub fn read_export_status(record: &JsonObject) -> ExportStatus {
    let changes = record.get("changes").and_then(serde_json::Value::as_u64).unwrap_or(0);
    ExportStatus {
        changes: usize::try_from(changes).unwrap_or(usize::MAX),
        exported: read_time_setting(record, "exported"),
    }
}

/// Returns the name of the setting with the file that is kept up to date with an article.
pub fn file_of(article: &ArticleId) -> String {
    format!("file-{article}")
}

/// The file on disk that is kept up to date with an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncedFile {
    /// The file's name; browsers do not reveal its folder.
    pub name: String,
    /// The time of the last write to the file; `None` before the first.
    pub written: Option<Timestamp>,
}

/// Encodes the file that is kept up to date with an article; no members where there is none.
pub fn write_file(file: Option<&SyncedFile>) -> JsonObject {
    let Some(file) = file else { return JsonObject::new() };
    let written = file.written.map(|timestamp| timestamp.to_string());
    object([("name", file.name.clone().into()), ("written", written.into())])
}

/// Reads what [`write_file`] wrote; `None` where there is no file.
pub fn read_file(record: &JsonObject) -> Option<SyncedFile> {
    let name = read_text_setting(record, "name")?;
    Some(SyncedFile { name, written: read_time_setting(record, "written") })
}

/// Encodes a setting with one text member.
pub fn write_text_setting(name: &str, text: &str) -> JsonObject {
    object([(name, text.into())])
}

/// Reads a member that [`write_text_setting`] wrote; `None` where it is missing or no text.
pub fn read_text_setting(record: &JsonObject, name: &str) -> Option<String> {
    record.get(name)?.as_str().map(str::to_owned)
}

fn read_time_setting(record: &JsonObject, name: &str) -> Option<Timestamp> {
    Timestamp::parse(&read_text_setting(record, name)?)
}

/// Reads the article that was on screen last.
pub fn read_last_article(record: &JsonObject) -> Option<ArticleId> {
    ArticleId::new(&read_text_setting(record, "article")?)
}

/// Reads the current block of an article.
pub fn read_place(record: &JsonObject) -> Option<BlockId> {
    BlockId::new(&read_text_setting(record, "block")?)
}

/// Encodes the appearance of the page.
pub fn write_view(view: View) -> JsonObject {
    object([
        ("theme", name_of(&view.theme, &THEMES).into()),
        ("size", name_of(&view.size, &SIZES).into()),
        ("width", name_of(&view.width, &WIDTHS).into()),
        ("spacing", name_of(&view.spacing, &SPACINGS).into()),
    ])
}

/// Reads what [`write_view`] wrote; an unknown choice becomes the default.
pub fn read_view(record: &JsonObject) -> View {
    let name = |member| read_text_setting(record, member).unwrap_or_default();
    View {
        theme: choice_of(&name("theme"), &THEMES),
        size: choice_of(&name("size"), &SIZES),
        width: choice_of(&name("width"), &WIDTHS),
        spacing: choice_of(&name("spacing"), &SPACINGS),
    }
}

/// Encodes a setting whose members are all texts.
pub fn write_texts(texts: impl IntoIterator<Item = (String, String)>) -> JsonObject {
    texts.into_iter().map(|(name, text)| (name, text.into())).collect()
}

/// Returns the names and values that [`write_texts`] wrote, without members that are no texts.
pub fn read_texts(record: &JsonObject) -> impl Iterator<Item = (&str, &str)> {
    record.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}

/// Encodes a set of tags, in this order.
pub fn write_tags(tags: &[&Tag]) -> JsonObject {
    let tags = tags.iter().map(|tag| with_unknown(write_tag(tag), &tag.unknown).into());
    object([("tags", tags.collect::<Vec<serde_json::Value>>().into())])
}

/// Reads the tags that [`write_tags`] wrote, or those of an exported article.
///
/// # Errors
/// When a tag does not fit, or two tags have the same identifier or the same key.
pub fn read_tags(record: JsonObject) -> Result<Vec<Tag>, FieldError> {
    let mut tags: Vec<Tag> = Vec::new();
    let items: Vec<ValueReader> = ObjectReader::new("", record).list("tags")?;
    for (value_reader, order) in items.into_iter().zip(0..) {
        let object_reader = value_reader.object()?;
        let twice =
            object_reader.error("id", "repeats the identifier or the key of an earlier tag");
        let tag = read_tag(object_reader, order, &mut IdPolicy::strict())?;
        if tags.iter().any(|it| it.id == tag.id || (it.key.is_some() && it.key == tag.key)) {
            return Err(twice);
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// Encodes the scale of new articles.
pub fn write_own_scale(scale: &Scale) -> JsonObject {
    write_scale(scale)
}

/// Reads what [`write_own_scale`] wrote; `None` where it does not fit.
pub fn read_own_scale(record: JsonObject) -> Option<Scale> {
    read_scale(ObjectReader::new("", record)).ok()
}

/// Encodes the scales that the user has made or changed.
pub fn write_scales(scales: &[Scale]) -> JsonObject {
    let scales = scales.iter().map(|scale| write_scale(scale).into());
    object([("scales", scales.collect::<Vec<serde_json::Value>>().into())])
}

/// Reads what [`write_scales`] wrote, without the scales that do not fit.
pub fn read_scales(record: JsonObject) -> Vec<Scale> {
    let items: Vec<ValueReader> = ObjectReader::new("", record).list("scales").unwrap_or_default();
    items
        .into_iter()
        .filter_map(|value_reader| read_scale(value_reader.object().ok()?).ok())
        .collect()
}
