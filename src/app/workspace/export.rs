//! Adding the article of a Claimlight file, and exporting articles as such files. An import never
//! replaces work: if the article is there with other work on it, the file opens as a copy. Only the
//! worker writes the text of a file.

use serde_json::{Value, json};

use crate::{
    app::{Download, Effect, WorkerRequest},
    document::Document,
    event_context::EventContext,
    export::{FORMATS, Format, file_name},
    id::ArticleId,
    import::{ParsedArticle, read_article_lines},
    json::to_string_pretty,
    storage::{QuarantinedValue, is_equivalent, to_snapshot},
    strings,
};

use super::{Workspace, open_article::new_document};

impl Workspace {
    /// Shows why a file was refused: in the import dialog where it is open, otherwise as a notice.
    pub(super) fn refuse_file(&mut self, text: String) -> Vec<Effect> {
        match &mut self.dialog {
            Some(dialog) => {
                dialog.problem = Some(text);
                Vec::new()
            }
            None => self.notify_error(text),
        }
    }

    /// Adds an article from a Claimlight file. If the same article is here already, the result
    /// depends on the work on it: with the same work, it is shown; without any work, as with the
    /// sample article, the file replaces it; with other work, the file opens as a copy with a new
    /// identifier.
    pub(super) fn import(&mut self, document: Document, context: EventContext) -> Vec<Effect> {
        let article = document.details().id.clone();
        if !self.documents.contains_key(&article) && !self.records.has_live_records(&article) {
            return self.add(document, None, context);
        }
        let mut effects = self.show_article(&article);
        let is_same =
            self.documents.get(&article).is_some_and(|here| is_equivalent(here, &document));
        if is_same {
            (self.dialog, self.window) = (None, None);
            self.notify(strings::ALREADY_HERE);
            effects.extend(self.remember_article(&article, context));
            return effects;
        }
        let untouched = self.documents.get(&article).filter(|here| is_untouched(here)).cloned();
        if untouched.is_some() {
            return self.add(document, untouched, context);
        }
        let Some(id) = ArticleId::new(&context.uuid(u32::MAX)) else { return effects };
        let effects = self.add(document.renamed(id), None, context);
        self.notify(strings::OPENED_AS_COPY);
        effects
    }

    /// Exports the article on screen as a Claimlight file, the format that loses nothing.
    pub(super) fn export_shown(&mut self, context: EventContext) -> Vec<Effect> {
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        shown.map(|shown| self.export(&shown, context)).unwrap_or_default()
    }

    /// Exports an open article as a Claimlight file, the format that loses nothing.
    pub(super) fn export(&mut self, article: &ArticleId, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.documents.get(article) else { return Vec::new() };
        // Only the worker has the code that writes files.
        let [Format { extension, media_type, .. }, ..] = FORMATS;
        let export = Effect::Export {
            request: WorkerRequest::Export {
                snapshot: to_snapshot(document),
                millis: context.millis,
            },
            name: file_name(&document.details().title, extension),
            media_type,
        };
        let mut effects = vec![export];
        effects.extend(self.note_export(article, context));
        effects
    }

    /// Downloads the quarantined values as JSON, each with its key, the reason and the text as it
    /// was found.
    pub(super) fn download_quarantined(&mut self) -> Vec<Effect> {
        let row = |quarantined: &QuarantinedValue| json!({ "key": quarantined.key, "why": quarantined.fault.to_string(), "found": quarantined.found });
        let contents: Value = self.quarantined.iter().map(row).collect();
        vec![Effect::Download(Download {
            name: "claimlight-unreadable.json".to_owned(),
            media_type: "application/json",
            contents: to_string_pretty(&contents) + "\n",
        })]
    }
}

/// Returns whether nobody has worked on an article since its text was imported.
fn is_untouched(document: &Document) -> bool {
    let details = document.details();
    let (id, language) = (details.id.clone(), details.language.clone());
    let tags = document.tags().into_iter().cloned().collect();
    let ParsedArticle { title, blocks } = read_article_lines(&document.blocks().text());
    let fresh = new_document(id, title, blocks, language, details.added, tags);
    document.last_claim_number() == 0 && is_equivalent(document, &fresh)
}
