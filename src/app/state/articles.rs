//! The loaded articles and the list of all articles. The record store keeps an article as records
//! until something needs it, and it is then loaded as a document.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    app::{
        Effect,
        state::{Ctx, State},
    },
    article::{ArticleMetadata, Blocks},
    claim::{Tag, default_scale},
    document::Document,
    id::{ArticleId, ClaimId},
    json::JsonObject,
    sorted_vec, strings,
    time::Timestamp,
};

impl State {
    /// Returns whether the article on screen has a claim.
    pub(in crate::app) fn has_claim(&self, claim: &ClaimId) -> bool {
        self.document().is_some_and(|document| document.claim(claim).is_some())
    }

    /// Returns how many claims there are in all articles.
    pub(in crate::app) fn claim_count(&self) -> usize {
        let open = self.documents.values().map(Document::claim_count);
        open.sum::<usize>() + self.records.claim_count()
    }
}

impl Ctx<'_> {
    /// Updates the list of articles after an edit of the title or of the archived mark. Returns the
    /// effect that shows the title in the browser, for the article on screen only.
    pub(super) fn follow_title(
        &mut self,
        before: &ArticleMetadata,
        after: &ArticleMetadata,
    ) -> Option<Effect> {
        if before.title == after.title && before.is_archived == after.is_archived {
            return None;
        }
        self.list_articles();
        let is_shown = self.state.open.as_ref().is_some_and(|it| it.article == after.id);
        is_shown.then(|| Effect::SetDocumentTitle(strings::title_of(&after.title).to_owned()))
    }

    /// Rebuilds the list of articles, the one added last first.
    pub(in crate::app) fn list_articles(&mut self) {
        let open =
            self.state.documents.values().map(|document| document.details().as_ref().clone());
        let rows =
            open.chain(self.state.records.details()).map(|article_metadata| ArticleSummary {
                id: article_metadata.id,
                title: article_metadata.title,
                added: article_metadata.added,
                is_archived: article_metadata.is_archived,
            });
        self.state.articles = sorted_vec::by_key(rows, |row| Reverse((row.added, row.id.clone())));
    }

    /// Loads an article from the record store, unless it is loaded already. Values that cannot be
    /// read are quarantined.
    pub(in crate::app) fn load(&mut self, article: &ArticleId) {
        if self.state.documents.contains_key(article) {
            return;
        }
        let (document, quarantined_values) =
            self.state.records.load_article(article).unwrap_or_default();
        for quarantined in quarantined_values {
            if !self.state.quarantined.iter().any(|other| other.is_same(&quarantined)) {
                self.state.quarantined.push(quarantined);
            }
        }
        if let Some(document) = document {
            self.state.documents.insert(article.clone(), document);
        }
    }
}

/// An article in the list of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleSummary {
    /// The article.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// When the user added it.
    pub added: Timestamp,
    /// Whether the user has archived it.
    pub is_archived: bool,
}

/// Returns a new document with the built-in default scale.
pub(in crate::app) fn new_document(
    id: ArticleId,
    title: String,
    blocks: Blocks,
    language: Option<String>,
    added: Timestamp,
    tags: Vec<Tag>,
) -> Document {
    let article_metadata = ArticleMetadata {
        id,
        title,
        byline: None,
        source: None,
        publication: None,
        published: None,
        language,
        note: String::new(),
        added,
        text_version: 1,
        is_archived: false,
        unknown: JsonObject::new(),
    };
    let mut document = Document::new(article_metadata, blocks, default_scale());
    for tag in tags {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    document
}
