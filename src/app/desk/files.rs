//! Files that come in and go out.

use serde_json::{Value, json};

use crate::{
    app::{Download, Effect, Errand},
    article::{Draft, read},
    document::Document,
    formats::{FORMATS, Format, file_name},
    id::ArticleId,
    json::written_in_lines,
    saved::{Aside, is_same_work, pack},
    stamp::Stamp,
    words,
};

use super::{Desk, library::new_document};

impl Desk {
    /// Says why a file was refused, where the person is looking.
    pub(super) fn refuse_file(&mut self, text: String) -> Vec<Effect> {
        match &mut self.dialog {
            Some(dialog) => {
                dialog.problem = Some(text);
                Vec::new()
            }
            None => self.refuse(text),
        }
    }

    /// Adds an article from a file. It takes the place of the same article where nobody has worked
    /// on that yet, as with the sample; work is never replaced.
    pub(super) fn import(&mut self, document: Document, stamp: Stamp) -> Vec<Effect> {
        let article = document.details().id.clone();
        if !self.documents.contains_key(&article) && !self.shelf.holds(&article) {
            return self.add(document, None, stamp);
        }
        let mut effects = self.show_article(&article);
        let is_same =
            self.documents.get(&article).is_some_and(|here| is_same_work(here, &document));
        if is_same {
            (self.dialog, self.window) = (None, None);
            self.remark(words::ALREADY_HERE);
            effects.extend(self.remember_article(&article, stamp));
            return effects;
        }
        let untouched = self.documents.get(&article).filter(|here| is_untouched(here)).cloned();
        if untouched.is_some() {
            return self.add(document, untouched, stamp);
        }
        let Some(id) = ArticleId::new(&stamp.uuid(u32::MAX)) else { return effects };
        let effects = self.add(document.renamed(id), None, stamp);
        self.remark(words::OPENED_AS_COPY);
        effects
    }

    /// Hands over the article on screen as the file without loss.
    pub(super) fn export_shown(&mut self, stamp: Stamp) -> Vec<Effect> {
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        shown.map(|shown| self.export(&shown, stamp)).unwrap_or_default()
    }

    /// Hands over an open article as the file without loss.
    pub(super) fn export(&mut self, article: &ArticleId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.documents.get(article) else { return Vec::new() };
        // Only the worker has the code that writes files.
        let [Format { extension, media_type, .. }, ..] = FORMATS;
        let export = Effect::Export {
            errand: Errand::Export { parcel: pack(document), millis: stamp.millis },
            name: file_name(&document.details().title, extension),
            media_type,
        };
        let mut effects = vec![export];
        effects.extend(self.note_export(article, stamp));
        effects
    }

    /// Hands over what could not be read, as it was found.
    pub(super) fn hand_over_asides(&mut self) -> Vec<Effect> {
        let row = |aside: &Aside| json!({ "key": aside.key, "why": aside.fault.to_string(), "found": aside.found });
        let contents: Value = self.asides.iter().map(row).collect();
        vec![Effect::Download(Download {
            name: "claimlight-unreadable.json".to_owned(),
            media_type: "application/json",
            contents: written_in_lines(&contents) + "\n",
        })]
    }
}

/// Whether nobody has done anything with an article since its text was read.
fn is_untouched(document: &Document) -> bool {
    let details = document.details();
    let (id, language) = (details.id.clone(), details.language.clone());
    let tags = document.tags().into_iter().cloned().collect();
    let Draft { title, blocks } = read(&document.blocks().text());
    let fresh = new_document(id, title, blocks, language, details.added, tags);
    document.numbered() == 0 && is_same_work(document, &fresh)
}
