//! Opening, adding and switching articles, and following the address of the page. The record store
//! keeps an article as records until something needs it, and the workspace then loads it as a
//! document. The article on screen is always one of the loaded ones.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    app::{
        Dialog, Effect, Field, ImportDialog, ImportMsg, Route, ScrollTo, SelectionOrigin,
        SyncState, view::Highlight,
    },
    article::{ArticleMetadata, Blocks},
    claim::{Tag, default_scale, shipped_tags},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ArticleId, ClaimId},
    json::JsonObject,
    sorted_vec,
    storage::settings,
    strings,
    time::Timestamp,
};

use super::{
    ArticleView, Mode, OpenArticle, Workspace,
    sample::{self, SAMPLE, SAMPLE_ID, SAMPLE_LANGUAGE},
};

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

impl Workspace {
    /// Adds the sample article, unless it is stored or was deleted. This is no act of the user, so
    /// undo does not know it.
    pub(super) fn add_sample(&mut self, context: EventContext) -> Vec<Effect> {
        let id = ArticleId::new(SAMPLE_ID)
            .filter(|id| !self.records.has_live_records(id) && !self.records.is_deleted(id));
        let Some(id) = id else { return Vec::new() };
        let tags = shipped_tags();
        let title = SAMPLE.lines().next().unwrap_or_default().to_owned();
        let language = Some(SAMPLE_LANGUAGE.to_owned());
        let added = context.time();
        let document = new_document(id, title, sample::blocks(), language, added, tags);
        self.apply(&adding(document, None, context), None, context)
    }

    /// Rebuilds the list of articles, the one added last first.
    pub(super) fn list_articles(&mut self) {
        let open = self.documents.values().map(|document| document.details().as_ref().clone());
        let rows = open.chain(self.records.details()).map(|article_metadata| ArticleSummary {
            id: article_metadata.id,
            title: article_metadata.title,
            added: article_metadata.added,
            is_archived: article_metadata.is_archived,
        });
        self.articles = sorted_vec::by_key(rows, |row| Reverse((row.added, row.id.clone())));
    }

    /// Follows a change of the address, and saves which article is on screen. Where a dialog is
    /// open, going back closes the dialog and leaves the article as it is.
    pub(super) fn handle_route(&mut self, address: &Route, context: EventContext) -> Vec<Effect> {
        if self.is_window_open() {
            return self.close_overlays(context);
        }
        if !matches!(address, Route::Claim(..)) && self.session.claim().is_some() {
            self.set_mode(Mode::Reading);
        }
        self.drop_refusal();
        if let Route::Add(query) = address {
            return self.add_by_address(query, context);
        }
        let mut effects = self.go_to(address);
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        effects.extend(shown.and_then(|shown| self.remember_article(&shown, context)));
        effects
    }

    /// Closes all dialogs, and sets the address of the article on screen again.
    fn close_overlays(&mut self, context: EventContext) -> Vec<Effect> {
        let mut effects = self.close_window();
        effects.extend(self.update_import(ImportMsg::Closed, context));
        let article = self.open.as_ref().map(|reading| reading.article.clone());
        effects.extend(article.map(|article| {
            Effect::SetRoute(match self.session.claim().cloned() {
                Some(claim) => Route::Claim(article, claim),
                None => Route::Article(article),
            })
        }));
        effects
    }

    /// Opens the import dialog with the content of an address. The address of the article on screen
    /// replaces it, so that going back does not open the dialog again.
    pub(super) fn add_by_address(&mut self, query: &str, context: EventContext) -> Vec<Effect> {
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        let shown = shown.map(|shown| Effect::SetRoute(Route::Article(shown)));
        let mut effects: Vec<Effect> = shown.into_iter().collect();
        effects.extend(self.update_import(ImportMsg::OpenedFromUrl(query.to_owned()), context));
        effects
    }

    /// Shows the article and the claim of an address. Where the address names no article that is
    /// listed, shows the last one on screen or else the one added last, and notifies the user if
    /// the address is wrong.
    pub(super) fn go_to(&mut self, address: &Route) -> Vec<Effect> {
        let (article, claim) = match address {
            Route::Home | Route::Unknown | Route::Add(_) => (None, None),
            Route::Article(article) => (Some(article), None),
            Route::Claim(article, claim) => (Some(article), Some(claim)),
        };
        let last =
            self.records.setting(settings::LAST_ARTICLE).and_then(settings::read_last_article);
        let is_listed = |id: &ArticleId| self.articles.iter().any(|row| row.id == *id);
        let is_missing =
            *address == Route::Unknown || article.is_some_and(|article| !is_listed(article));
        let wanted = article.cloned().into_iter().chain(last);
        let rows = self.articles.iter().map(|row| row.id.clone());
        let candidates: Vec<ArticleId> = wanted.filter(is_listed).chain(rows).collect();
        let mut effects = Vec::new();
        for candidate in candidates {
            if self.open.as_ref().is_some_and(|reading| reading.article == candidate) {
                break;
            }
            effects = self.show_article(&candidate);
            // `show_article` has no effects where the article cannot be read, so the next candidate
            // comes.
            if !effects.is_empty() {
                break;
            }
        }
        if is_missing {
            self.notify(strings::NO_SUCH_ADDRESS);
        } else if let Some(claim) = claim.filter(|claim| self.has_claim(claim)) {
            effects.extend(self.pick_claim(&claim.clone(), SelectionOrigin::Elsewhere));
        } else if claim.is_some() {
            self.notify(strings::NO_SUCH_CLAIM);
        }
        effects
    }

    /// Shows an article that the user chose, and closes the notice on an earlier refusal.
    pub(super) fn open_from_list(
        &mut self,
        article: &ArticleId,
        context: EventContext,
    ) -> Vec<Effect> {
        self.drop_refusal();
        self.switch_article(article, context)
    }

    /// Shows an article, and saves that it is on screen.
    pub(super) fn switch_article(
        &mut self,
        article: &ArticleId,
        context: EventContext,
    ) -> Vec<Effect> {
        let mut effects = self.show_article(article);
        if self.documents.contains_key(article) {
            self.window = None;
            effects.extend(self.remember_article(article, context));
        }
        effects
    }

    /// Saves which article was on screen last.
    pub(super) fn remember_article(
        &mut self,
        article: &ArticleId,
        context: EventContext,
    ) -> Option<Effect> {
        let members = settings::write_text_setting("article", article.as_str());
        self.keep_setting(settings::LAST_ARTICLE, members, context).pop()
    }

    /// Loads an article from the record store, unless it is loaded already. Values that cannot be
    /// read are quarantined.
    pub(super) fn load(&mut self, article: &ArticleId) {
        if self.documents.contains_key(article) {
            return;
        }
        let (document, quarantined_values) = self.records.load_article(article).unwrap_or_default();
        for quarantined in quarantined_values {
            if !self.quarantined.iter().any(|other| other.is_same(&quarantined)) {
                self.quarantined.push(quarantined);
            }
        }
        if let Some(document) = document {
            self.documents.insert(article.clone(), document);
        }
    }

    /// Shows an article at the block that was current when the user left it, or else from its
    /// start. Returns no effects and changes nothing on screen where the article cannot be read.
    pub(super) fn show_article(&mut self, article: &ArticleId) -> Vec<Effect> {
        self.load(article);
        let Some(document) = self.documents.get(article) else { return Vec::new() };
        self.session = Mode::Reading;
        // An open library stays open while the article below it changes.
        self.window.take_if(|window| !matches!(window, Dialog::Library(_)));
        let place = self.records.setting(&settings::current_block_setting(article));
        let current = place.and_then(settings::read_place);
        let position = current.as_ref().and_then(|it| document.blocks().position(it));
        let shown = Highlight { selected: None, current: current.as_ref() };
        let (page, title) = (ArticleView::new(document, shown), document.details().title.clone());
        let remembered = current.clone();
        self.open = Some(OpenArticle {
            article: article.clone(),
            page,
            current,
            pinned_claim: None,
            saved_current: remembered,
            file: SyncState::UpToDate,
            is_file_due: false,
        });
        self.dismiss_import_notice();
        let mut effects = vec![
            Effect::ClearSelection,
            Effect::SetRoute(Route::Article(article.clone())),
            Effect::SetDocumentTitle(title),
            Effect::ScrollTo(position.map_or(ScrollTo::Top, ScrollTo::Block)),
        ];
        effects.extend(self.check_file(article));
        effects
    }

    /// Returns whether the article on screen has a claim.
    fn has_claim(&self, claim: &ClaimId) -> bool {
        self.document().is_some_and(|document| document.claim(claim).is_some())
    }

    /// Opens the import dialog with its draft.
    pub(super) fn open_dialog(&mut self, context: EventContext) -> Vec<Effect> {
        let text = self.typed(&Field::Article).to_owned();
        self.dialog = Some(ImportDialog { text, ..ImportDialog::default() });
        self.update_import(ImportMsg::Opened, context)
    }

    /// Adds an article, or replaces the untouched article `before` by it, and shows it.
    pub(super) fn add(
        &mut self,
        document: Document,
        before: Option<Document>,
        context: EventContext,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.dialog = None;
        self.notice = None;
        let mut effects = self.commit(&adding(document, before, context), context);
        effects.extend(self.switch_article(&article, context));
        effects
    }
}

/// Returns a new document with the built-in default scale.
pub(super) fn new_document(
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

/// Returns the edit that adds an article, or replaces the article `before` by it.
fn adding(document: Document, before: Option<Document>, context: EventContext) -> Edit {
    Edit {
        action: Action::ArticleAdded,
        article: document.details().id.clone(),
        at: context.time(),
        changes: vec![Change::Article(Diff {
            before: before.map(Box::new),
            after: Some(Box::new(document)),
        })],
    }
}
