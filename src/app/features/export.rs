//! Exporting articles as Claimlight files, one by one or many in one archive. Only the worker writes
//! the text of a file, so each export is a request to it.

use serde_json::{Value, json};

use crate::{
    app::{
        ArchiveRequest, Dialog, Download, Effect, LibraryStatus, WorkerRequest, WorkerResult,
        state::Ctx,
    },
    export::{FORMATS, Format, archive_name, file_name},
    id::ArticleId,
    json::to_string_pretty,
    storage::{QuarantinedValue, to_snapshot},
    strings,
};

/// Exports the article on screen as a Claimlight file, the format that loses nothing.
pub(in crate::app) fn export_shown(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
    shown.map(|shown| export(&shown, ctx)).unwrap_or_default()
}

/// Exports an open article as a Claimlight file, the format that loses nothing.
pub(in crate::app) fn export(article: &ArticleId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.state.documents.get(article) else { return Vec::new() };
    // Only the worker has the code that writes files.
    let [Format { extension, media_type, .. }, ..] = FORMATS;
    let export = Effect::Export {
        request: WorkerRequest::Export {
            snapshot: to_snapshot(document),
            millis: ctx.event.millis,
        },
        name: file_name(&document.details().title, extension),
        media_type,
    };
    let mut effects = vec![export];
    effects.extend(ctx.note_export(article));
    effects
}

/// Downloads the quarantined values as JSON, each with its key, the reason and the text as it
/// was found.
pub(in crate::app) fn download_quarantined(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let row = |quarantined: &QuarantinedValue| json!({ "key": quarantined.key, "why": quarantined.fault.to_string(), "found": quarantined.found });
    let contents: Value = ctx.state.quarantined.iter().map(row).collect();
    vec![Effect::Download(Download {
        name: "claimlight-unreadable.json".to_owned(),
        media_type: "application/json",
        contents: to_string_pretty(&contents) + "\n",
    })]
}

/// Exports articles: one as a Claimlight file, several as one archive, because browsers let a
/// page download only a few files at a time.
pub(in crate::app) fn export_all(articles: &[ArticleId], ctx: &mut Ctx<'_>) -> Vec<Effect> {
    for article in articles {
        ctx.load(article);
    }
    if let [article] = articles {
        return export(article, ctx);
    }
    let documents = articles.iter().filter_map(|article| ctx.state.documents.get(article));
    let (articles, snapshots): (Vec<_>, Vec<_>) =
        documents.map(|document| (document.details().id.clone(), to_snapshot(document))).unzip();
    if articles.is_empty() {
        return Vec::new();
    }
    let (archive, name) =
        (ArchiveRequest { snapshots, millis: ctx.event.millis }, archive_name(ctx.event.time()));
    vec![Effect::ExportArchive { articles, archive, name }]
}

/// Records that the articles of an archive are exported, and shows the outcome in the library
/// or as a notice.
pub(in crate::app) fn mark_exported(
    articles: &[ArticleId],
    outcome: WorkerResult,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    let is_written = outcome.is_ok();
    let text = outcome.map_or_else(|why| why, |name| strings::in_one_file(articles.len(), &name));
    if is_written {
        effects.extend(articles.iter().flat_map(|it| ctx.note_export(it)));
    }
    match (&mut ctx.state.dialog, is_written) {
        (Some(Dialog::Library(library)), _) => library.said = Some(LibraryStatus::Info(text)),
        (_, true) => ctx.notify(&text),
        (_, false) => drop(ctx.notify_error(text)),
    }
    effects
}
