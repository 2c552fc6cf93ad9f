//! The library dialog: a searchable list of all articles, and acts on several of them at once. The
//! list keeps an entry as long as the article has not changed, since building one reads the whole
//! article. It also handles the metadata of the article on screen.

use std::rc::Rc;

use crate::{
    app::{
        ArchiveRequest, Dialog, Effect, Field, FocusTarget, HitLocation, Library, LibraryEntry,
        LibraryMsg, LibraryStatus, Route, SelectionOrigin, WorkerResult,
    },
    article::ArticleMetadata,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    export::archive_name,
    id::ArticleId,
    storage::to_snapshot,
    strings,
};

use super::Workspace;

impl Workspace {
    /// Opens the library.
    pub(super) fn show_library(&mut self) -> Vec<Effect> {
        self.window = Some(Dialog::Library(Library::default()));
        self.refresh_library();
        Vec::new()
    }

    /// Brings the entries of the library up to date; does nothing where it is closed.
    pub(super) fn refresh_library(&mut self) {
        let Some(Dialog::Library(library)) = &self.window else { return };
        let last_modified = self.records.last_writes();
        let entries = self.articles.iter().filter_map(|row| {
            let last_modified = last_modified.get(&row.id).copied().unwrap_or(0);
            library.entry(&row.id, last_modified).or_else(|| {
                let open = self.documents.get(&row.id).cloned();
                let document = open.or_else(|| self.records.load_deleted(&row.id))?;
                Some(Rc::new(LibraryEntry::new(document, last_modified)))
            })
        });
        let entries = entries.collect();
        let query = self.typed(&Field::Library).to_owned();
        if let Some(Dialog::Library(library)) = &mut self.window {
            library.set_entries(entries, &query);
        }
    }

    /// Handles a message about the library, or about the metadata of the article on screen.
    pub(super) fn change_library(&mut self, msg: LibraryMsg, context: EventContext) -> Vec<Effect> {
        match msg {
            LibraryMsg::DetailTyped(metadata_field, text) => {
                self.write_detail(metadata_field, &text, context)
            }
            LibraryMsg::NoteTyped(note) => self.write_article_note(note, context),
            LibraryMsg::Searched(query) => {
                let effects = self.set_draft(&Field::Library, query, context);
                self.change_list(|_| {});
                effects
            }
            LibraryMsg::Ordered(order) => self.change_list(|library| library.order = order),
            LibraryMsg::FilterChosen(which) => self.change_list(|library| library.which = which),
            LibraryMsg::Unfolded => self.change_list(Library::show_all),
            LibraryMsg::SelectionToggled(article) => {
                self.change_list(|it| it.toggle_selection(article))
            }
            LibraryMsg::PicksTurned => {
                // The long list shows all rows first, so that the user sees every article that
                // becomes selected.
                self.change_list(Library::show_all);
                self.change_list(Library::toggle_select_all)
            }
            LibraryMsg::Opened(article, found) => self.open_found(&article, &found, context),
            LibraryMsg::Archived => self.archive_picked(context),
            LibraryMsg::Deleted => self.delete_picked(context),
            LibraryMsg::Exported => self.export_all(&self.picked(), context),
            LibraryMsg::ArchiveDownloaded { articles, outcome } => {
                self.mark_exported(&articles, outcome, context)
            }
        }
    }

    /// Changes the list of the library, and searches and sorts it again; does nothing where it is
    /// closed.
    fn change_list(&mut self, change: impl FnOnce(&mut Library)) -> Vec<Effect> {
        let query = self.typed(&Field::Library).to_owned();
        if let Some(Dialog::Library(library)) = &mut self.window {
            library.said = None;
            change(library);
            library.refresh(&query);
        }
        Vec::new()
    }

    /// Opens an article at the place where the search found something.
    fn open_found(
        &mut self,
        article: &ArticleId,
        found: &HitLocation,
        context: EventContext,
    ) -> Vec<Effect> {
        let mut effects = self.open_from_list(article, context);
        if !self.documents.contains_key(article) {
            self.refresh_library();
            if let Some(Dialog::Library(library)) = &mut self.window {
                library.said = Some(LibraryStatus::Info(strings::NOT_HERE_ANY_MORE.to_owned()));
            }
            return effects;
        }
        match found {
            HitLocation::Details | HitLocation::Source => {}
            HitLocation::Block(block) => effects.extend(self.go_to_block(block)),
            HitLocation::Claim(claim, _) => {
                effects.extend(self.pick_claim(claim, SelectionOrigin::Elsewhere));
            }
        }
        effects
    }

    /// Returns the articles that are selected in the library.
    fn picked(&self) -> Vec<ArticleId> {
        match &self.window {
            Some(Dialog::Library(library)) => library.selected.clone(),
            _ => Vec::new(),
        }
    }

    /// Archives the selected articles or, where all of them are archived, brings them back.
    fn archive_picked(&mut self, context: EventContext) -> Vec<Effect> {
        let picked = self.picked();
        let Some(Dialog::Library(library)) = &mut self.window else { return Vec::new() };
        let is_archived = !library.is_picked_archived();
        library.selected.clear();
        let action = if is_archived { Action::ArticleArchived } else { Action::ArticleUnarchived };
        let mut effects = Vec::new();
        for article in &picked {
            self.load(article);
            let Some(document) = self.documents.get(article) else { continue };
            let before = Rc::clone(document.details());
            let after = Rc::new(ArticleMetadata { is_archived, ..before.as_ref().clone() });
            let changes = vec![Change::Details(Diff { before, after })];
            let (action, article, at) = (action.clone(), article.clone(), context.time());
            effects.extend(self.commit(&Edit { action, article, at, changes }, context));
        }
        self.refresh_library();
        effects.extend(
            self.set_library_status(LibraryStatus::Done(strings::archived(
                picked.len(),
                is_archived,
            ))),
        );
        effects
    }

    /// Deletes the articles that are selected in the library; one undo brings all of them back.
    fn delete_picked(&mut self, context: EventContext) -> Vec<Effect> {
        let picked = self.picked();
        let action =
            if picked.len() == 1 { Action::ArticleDeleted } else { Action::ArticlesDeleted };
        let mut effects = self.delete_articles(picked.clone(), &action, context);
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        effects.extend(shown.map(|shown| Effect::SetRoute(Route::Article(shown))));
        self.refresh_library();
        effects.extend(
            self.set_library_status(LibraryStatus::Done(strings::articles_deleted(picked.len()))),
        );
        effects
    }

    /// Shows the outcome of an act in the library, and returns the effect that moves the focus to
    /// the list. The button of the act may be gone, and in the search field the undo key would undo
    /// the typing there.
    pub(super) fn set_library_status(&mut self, said: LibraryStatus) -> Option<Effect> {
        let Some(Dialog::Library(library)) = &mut self.window else { return None };
        library.said = Some(said);
        Some(Effect::Focus(FocusTarget::Library))
    }

    /// Exports articles: one as a Claimlight file, several as one archive, because browsers let a
    /// page download only a few files at a time.
    pub(super) fn export_all(
        &mut self,
        articles: &[ArticleId],
        context: EventContext,
    ) -> Vec<Effect> {
        for article in articles {
            self.load(article);
        }
        if let [article] = articles {
            return self.export(article, context);
        }
        let documents = articles.iter().filter_map(|article| self.documents.get(article));
        let (articles, snapshots): (Vec<_>, Vec<_>) = documents
            .map(|document| (document.details().id.clone(), to_snapshot(document)))
            .unzip();
        if articles.is_empty() {
            return Vec::new();
        }
        let (archive, name) =
            (ArchiveRequest { snapshots, millis: context.millis }, archive_name(context.time()));
        vec![Effect::ExportArchive { articles, archive, name }]
    }

    /// Records that the articles of an archive are exported, and shows the outcome in the library
    /// or as a notice.
    fn mark_exported(
        &mut self,
        articles: &[ArticleId],
        outcome: WorkerResult,
        context: EventContext,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let is_written = outcome.is_ok();
        let text =
            outcome.map_or_else(|why| why, |name| strings::in_one_file(articles.len(), &name));
        if is_written {
            effects.extend(articles.iter().flat_map(|it| self.note_export(it, context)));
        }
        match (&mut self.window, is_written) {
            (Some(Dialog::Library(library)), _) => library.said = Some(LibraryStatus::Info(text)),
            (_, true) => self.notify(&text),
            (_, false) => drop(self.notify_error(text)),
        }
        effects
    }
}
