//! The stored form of settings.

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

/// The name of the setting that says which article was on screen last.
pub const LAST_ARTICLE: &str = "last-article";
/// The name of the setting that says how the page looks.
pub const VIEW: &str = "view";
/// The name of the setting that says which keys were changed.
pub const KEYS: &str = "keys";
/// The name of the setting that says which of the first hints are done.
pub const HINTS: &str = "hints";
/// The name of the setting that holds the tags of new articles.
pub const DEFAULT_TAGS_SETTING: &str = "tags";

/// The name of the setting that holds the scale of new articles.
pub const DEFAULT_SCALE_SETTING: &str = "scale";
/// The name of the setting that holds the scales that the person made or changed.
pub const CUSTOM_SCALES: &str = "scales";
/// The name of the setting that tells one filling of the stores from another: a database without
/// it, or with another id, was cleared since.
pub const STORE_ID: &str = "store-id";
/// The name of the setting that says who marks claims.
pub const AUTHOR: &str = "author";
/// The name of the setting that says whether low ratings are asked for a reason.
pub const REASONS: &str = "reasons";

/// The name of the setting that says which block of an article is the current one.
pub fn current_block_setting(article: &ArticleId) -> String {
    format!("place-{article}")
}

/// The name of the setting that says what of an article is in no file.
pub fn unsent_of(article: &ArticleId) -> String {
    format!("export-{article}")
}

/// What of an article is in no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportStatus {
    /// How many changes were made since the last export.
    pub changes: usize,
    /// When the article was exported last.
    pub exported: Option<Timestamp>,
}

/// What of an article is in no file.
pub fn write_unsent(export_status: &ExportStatus) -> JsonObject {
    let exported = export_status.exported.map(|timestamp| timestamp.to_string());
    object([("changes", export_status.changes.into()), ("exported", exported.into())])
}

/// What [`write_unsent`] wrote.
pub fn read_unsent(record: &JsonObject) -> ExportStatus {
    let changes = record.get("changes").and_then(serde_json::Value::as_u64).unwrap_or(0);
    ExportStatus {
        changes: usize::try_from(changes).unwrap_or(usize::MAX),
        exported: read_time_setting(record, "exported"),
    }
}

/// The name of the setting that says which file is kept up to date with an article.
pub fn file_of(article: &ArticleId) -> String {
    format!("file-{article}")
}

/// The file that is kept up to date with an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncedFile {
    /// The file's name; where it is, no browser says.
    pub name: String,
    /// When it was written last.
    pub written: Option<Timestamp>,
}

/// The file that is kept up to date with an article; nothing, where none is any more.
pub fn write_file(file: Option<&SyncedFile>) -> JsonObject {
    let Some(file) = file else { return JsonObject::new() };
    let written = file.written.map(|timestamp| timestamp.to_string());
    object([("name", file.name.clone().into()), ("written", written.into())])
}

/// What [`write_file`] wrote.
pub fn read_file(record: &JsonObject) -> Option<SyncedFile> {
    let name = read_text_setting(record, "name")?;
    Some(SyncedFile { name, written: read_time_setting(record, "written") })
}

/// A setting with one member that is a text.
pub fn write_text_setting(name: &str, text: &str) -> JsonObject {
    object([(name, text.into())])
}

/// What [`write_text_setting`] wrote.
pub fn read_text_setting(record: &JsonObject, name: &str) -> Option<String> {
    record.get(name)?.as_str().map(str::to_owned)
}

fn read_time_setting(record: &JsonObject, name: &str) -> Option<Timestamp> {
    Timestamp::parse(&read_text_setting(record, name)?)
}

/// The article that was on screen last.
pub fn read_last_article(record: &JsonObject) -> Option<ArticleId> {
    ArticleId::new(&read_text_setting(record, "article")?)
}

/// The current block of an article.
pub fn read_place(record: &JsonObject) -> Option<BlockId> {
    BlockId::new(&read_text_setting(record, "block")?)
}

/// How the page looks.
pub fn write_view(view: View) -> JsonObject {
    object([
        ("theme", name_of(&view.theme, &THEMES).into()),
        ("size", name_of(&view.size, &SIZES).into()),
        ("width", name_of(&view.width, &WIDTHS).into()),
        ("spacing", name_of(&view.spacing, &SPACINGS).into()),
    ])
}

/// What [`write_view`] wrote; what is not known is as usual.
pub fn read_view(record: &JsonObject) -> View {
    let name = |member| read_text_setting(record, member).unwrap_or_default();
    View {
        theme: choice_of(&name("theme"), &THEMES),
        size: choice_of(&name("size"), &SIZES),
        width: choice_of(&name("width"), &WIDTHS),
        spacing: choice_of(&name("spacing"), &SPACINGS),
    }
}

/// A setting whose members are texts.
pub fn write_texts(texts: impl IntoIterator<Item = (String, String)>) -> JsonObject {
    texts.into_iter().map(|(name, text)| (name, text.into())).collect()
}

/// What [`write_texts`] wrote.
pub fn read_texts(record: &JsonObject) -> impl Iterator<Item = (&str, &str)> {
    record.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}

/// A set of tags.
pub fn write_tags(tags: &[&Tag]) -> JsonObject {
    let tags = tags.iter().map(|tag| with_unknown(write_tag(tag), &tag.unknown).into());
    object([("tags", tags.collect::<Vec<serde_json::Value>>().into())])
}

/// What [`write_tags`] wrote, or the tags of an exported article.
///
/// # Errors
/// When a tag does not fit, or two have one name or one key.
pub fn read_tags(record: JsonObject) -> Result<Vec<Tag>, FieldError> {
    let mut tags: Vec<Tag> = Vec::new();
    let items: Vec<ValueReader> = ObjectReader::new("", record).list("tags")?;
    for (value_reader, order) in items.into_iter().zip(0..) {
        let object_reader = value_reader.object()?;
        let twice =
            object_reader.error("id", "is the identifier or has the key of an earlier tag, too");
        let tag = read_tag(object_reader, order, &mut IdPolicy::strict())?;
        if tags.iter().any(|it| it.id == tag.id || (it.key.is_some() && it.key == tag.key)) {
            return Err(twice);
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// The scale of new articles.
pub fn write_own_scale(scale: &Scale) -> JsonObject {
    write_scale(scale)
}

/// What [`write_own_scale`] wrote; `None` where it does not fit.
pub fn read_own_scale(record: JsonObject) -> Option<Scale> {
    read_scale(ObjectReader::new("", record)).ok()
}

/// The scales that are kept on offer.
pub fn write_scales(scales: &[Scale]) -> JsonObject {
    let scales = scales.iter().map(|scale| write_scale(scale).into());
    object([("scales", scales.collect::<Vec<serde_json::Value>>().into())])
}

/// What [`write_scales`] wrote, without scales that do not fit.
pub fn read_scales(record: JsonObject) -> Vec<Scale> {
    let items: Vec<ValueReader> = ObjectReader::new("", record).list("scales").unwrap_or_default();
    items
        .into_iter()
        .filter_map(|value_reader| read_scale(value_reader.object().ok()?).ok())
        .collect()
}
