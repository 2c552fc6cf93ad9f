//! Browsing the library: all articles, what is found in them, and what is done to many at once.

use std::rc::Rc;

use crate::{
    app::{
        Address, Answer, Bundle, Effect, Entry, Field, FocusOn, Found, Library, LibraryMsg,
        PickedIn, Said, Window,
    },
    article::Details,
    edit::{Act, Change, Edit, Swap},
    formats::bundle_name,
    id::ArticleId,
    saved::pack,
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    /// Shows all articles.
    pub(super) fn show_library(&mut self) -> Vec<Effect> {
        self.window = Some(Window::Library(Library::default()));
        self.fill_library();
        Vec::new()
    }

    /// Brings the library up to date, where it is open.
    pub(super) fn fill_library(&mut self) {
        let Some(Window::Library(library)) = &self.window else { return };
        let worked = self.shelf.last_writes();
        let entries = self.rows.iter().filter_map(|row| {
            let worked = worked.get(&row.id).copied().unwrap_or(0);
            library.entry(&row.id, worked).or_else(|| {
                let open = self.documents.get(&row.id).cloned();
                let document = open.or_else(|| self.shelf.revive(&row.id))?;
                Some(Rc::new(Entry::new(document, worked)))
            })
        });
        let entries = entries.collect();
        let query = self.typed(&Field::Library).to_owned();
        if let Some(Window::Library(library)) = &mut self.window {
            library.fill(entries, &query);
        }
    }

    /// Takes note of something about the library, or about what is known of the article on screen.
    pub(super) fn change_library(&mut self, msg: LibraryMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            LibraryMsg::DetailTyped(detail, text) => self.write_detail(detail, &text, stamp),
            LibraryMsg::NoteTyped(note) => self.write_article_note(note, stamp),
            LibraryMsg::Searched(query) => {
                let effects = self.type_in(&Field::Library, query, stamp);
                self.change_list(|_| {});
                effects
            }
            LibraryMsg::Ordered(order) => self.change_list(|library| library.order = order),
            LibraryMsg::Chosen(which) => self.change_list(|library| library.which = which),
            LibraryMsg::Unfolded => self.change_list(Library::unfold),
            LibraryMsg::PickTurned(article) => self.change_list(|it| it.turn_pick(article)),
            LibraryMsg::PicksTurned => {
                // What is picked can be seen, and all are more than those that are listed at first.
                self.change_list(Library::unfold);
                self.change_list(Library::turn_picks)
            }
            LibraryMsg::Opened(article, found) => self.open_found(&article, &found, stamp),
            LibraryMsg::Archived => self.archive_picked(stamp),
            LibraryMsg::Deleted => self.delete_picked(stamp),
            LibraryMsg::Exported => self.export_all(&self.picked(), stamp),
            LibraryMsg::HandedOver { articles, outcome } => {
                self.note_bundle(&articles, outcome, stamp)
            }
        }
    }

    fn change_list(&mut self, change: impl FnOnce(&mut Library)) -> Vec<Effect> {
        let query = self.typed(&Field::Library).to_owned();
        if let Some(Window::Library(library)) = &mut self.window {
            library.said = None;
            change(library);
            library.list(&query);
        }
        Vec::new()
    }

    /// Opens an article at what was found in it.
    fn open_found(&mut self, article: &ArticleId, found: &Found, stamp: Stamp) -> Vec<Effect> {
        let mut effects = self.turn_to(article, stamp);
        if !self.documents.contains_key(article) {
            self.fill_library();
            if let Some(Window::Library(library)) = &mut self.window {
                library.said = Some(Said::Told(words::NOT_HERE_ANY_MORE.to_owned()));
            }
            return effects;
        }
        match found {
            Found::Details | Found::Source => {}
            Found::Block(block) => effects.extend(self.go_to_block(block)),
            Found::Claim(claim, _) => effects.extend(self.pick_claim(claim, PickedIn::Elsewhere)),
        }
        effects
    }

    fn picked(&self) -> Vec<ArticleId> {
        match &self.window {
            Some(Window::Library(library)) => library.picked.clone(),
            _ => Vec::new(),
        }
    }

    /// Puts the articles that are picked out of the way, or brings them back where all are.
    fn archive_picked(&mut self, stamp: Stamp) -> Vec<Effect> {
        let picked = self.picked();
        let Some(Window::Library(library)) = &mut self.window else { return Vec::new() };
        let is_archived = !library.is_picked_archived();
        library.picked.clear();
        let act = if is_archived { Act::ArticleArchived } else { Act::ArticleBroughtBack };
        let mut effects = Vec::new();
        for article in &picked {
            self.open(article);
            let Some(document) = self.documents.get(article) else { continue };
            let before = Rc::clone(document.details());
            let after = Rc::new(Details { is_archived, ..before.as_ref().clone() });
            let changes = vec![Change::Details(Swap { before, after })];
            let (act, article, at) = (act.clone(), article.clone(), stamp.time());
            effects.extend(self.act(&Edit { act, article, at, changes }, stamp));
        }
        self.fill_library();
        effects
            .extend(self.tell_in_library(Said::Done(words::archived(picked.len(), is_archived))));
        effects
    }

    fn delete_picked(&mut self, stamp: Stamp) -> Vec<Effect> {
        let picked = self.picked();
        let act = if picked.len() == 1 { Act::ArticleDeleted } else { Act::ArticlesDeleted };
        let mut effects = self.delete_articles(picked.clone(), &act, stamp);
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        effects.extend(shown.map(|shown| Effect::ShowAddress(Address::Article(shown))));
        self.fill_library();
        effects.extend(self.tell_in_library(Said::Done(words::articles_deleted(picked.len()))));
        effects
    }

    /// Says what came of an act. Its button may be gone, so the focus goes to the list: in the field,
    /// the key that undoes would undo what was typed there.
    pub(super) fn tell_in_library(&mut self, said: Said) -> Option<Effect> {
        let Some(Window::Library(library)) = &mut self.window else { return None };
        library.said = Some(said);
        Some(Effect::Focus(FocusOn::Library))
    }

    /// Hands over articles: one as it is, many as one file, since browsers let a page hand over only
    /// a few at a time.
    pub(super) fn export_all(&mut self, articles: &[ArticleId], stamp: Stamp) -> Vec<Effect> {
        for article in articles {
            self.open(article);
        }
        if let [article] = articles {
            return self.export(article, stamp);
        }
        let documents = articles.iter().filter_map(|article| self.documents.get(article));
        let (articles, parcels): (Vec<_>, Vec<_>) =
            documents.map(|document| (document.details().id.clone(), pack(document))).unzip();
        if articles.is_empty() {
            return Vec::new();
        }
        let (bundle, name) = (Bundle { parcels, millis: stamp.millis }, bundle_name(stamp.time()));
        vec![Effect::Bundle { articles, bundle, name }]
    }

    /// Says that many articles are in a file, or why not.
    fn note_bundle(
        &mut self,
        articles: &[ArticleId],
        outcome: Answer,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let is_written = outcome.is_ok();
        let text = outcome.map_or_else(|why| why, |name| words::in_one_file(articles.len(), &name));
        if is_written {
            effects.extend(articles.iter().flat_map(|it| self.note_export(it, stamp)));
        }
        match (&mut self.window, is_written) {
            (Some(Window::Library(library)), _) => library.said = Some(Said::Told(text)),
            (_, true) => self.remark(&text),
            (_, false) => drop(self.refuse(text)),
        }
        effects
    }
}
