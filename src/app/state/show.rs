//! Showing articles, blocks and claims: what is shown becomes the address of the page, is announced
//! and is scrolled into view. It also adds and deletes articles, because both change what is on
//! screen.

use crate::{
    app::{
        Dialog, Effect, Mode, Route, ScrollTo, SelectionOrigin,
        state::{Ctx, OpenArticle, State},
        view::{ArticleView, Highlight},
    },
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ArticleId, BlockId, ClaimId},
    storage::settings,
    strings,
};

impl State {
    /// Returns the pinned claim, which stays open beside the selected one; `None` where no claim is
    /// pinned or the pinned claim is the selected one.
    pub(in crate::app) fn kept(&self) -> Option<&ClaimId> {
        let kept = self.open.as_ref()?.pinned_claim.as_ref();
        kept.filter(|kept| Some(*kept) != self.mode.claim())
    }

    /// Returns whether a claim is pinned, so that it stays open when the user selects another one.
    pub(in crate::app) fn is_pinned(&self, claim: &ClaimId) -> bool {
        self.open.as_ref().is_some_and(|reading| reading.pinned_claim.as_ref() == Some(claim))
    }
}

impl Ctx<'_> {
    /// Selects a claim, announces it, and scrolls to its mark and its card, except to the one in
    /// which the user selected it.
    pub(in crate::app) fn pick_claim(
        &mut self,
        claim: &ClaimId,
        from: SelectionOrigin,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(found) = document.claim(claim) else { return Vec::new() };
        let block = document.blocks().position(found.target.block()).unwrap_or(0);
        let address = Route::Claim(document.details().id.clone(), claim.clone());
        let start = found.target.block().clone();
        let labels = found.tags.iter().filter_map(|tag| document.tag(tag));
        let labels: Vec<&str> = labels.map(|tag| tag.label.as_str()).collect();
        let quote = found.target.ranges().next().and_then(|it| it.span.text(document.blocks()));
        let said = strings::said_claim(found.number, &labels, found.status, quote.as_deref());
        self.announce(said);
        self.set_mode(Mode::Claim(claim.clone()));
        self.set_current(&start);
        let mark = Effect::ScrollTo(ScrollTo::Mark { claim: claim.clone(), block });
        let card = Effect::ScrollTo(ScrollTo::Card(claim.clone()));
        let mut effects = vec![Effect::SetRoute(address)];
        effects.extend(match from {
            SelectionOrigin::Article => vec![card],
            SelectionOrigin::List => vec![Effect::ClearSelection, mark],
            SelectionOrigin::Elsewhere => vec![Effect::ClearSelection, mark, card],
        });
        effects
    }

    /// Goes from the selected claim back to reading.
    pub(in crate::app) fn leave_claim(&mut self) -> Vec<Effect> {
        if self.state.mode.claim().is_none() {
            return Vec::new();
        }
        self.set_mode(Mode::Reading);
        let article = self.document().map(|document| document.details().id.clone());
        article.map(|it| Effect::SetRoute(Route::Article(it))).into_iter().collect()
    }

    /// Shows an article that the user chose, and closes the notice on an earlier refusal.
    pub(in crate::app) fn open_from_list(&mut self, article: &ArticleId) -> Vec<Effect> {
        self.drop_refusal();
        self.switch_article(article)
    }

    /// Shows an article, and saves that it is on screen.
    pub(in crate::app) fn switch_article(&mut self, article: &ArticleId) -> Vec<Effect> {
        let mut effects = self.show_article(article);
        if self.state.documents.contains_key(article) {
            self.state.dialog = None;
            effects.extend(self.remember_article(article));
        }
        effects
    }

    /// Saves which article was on screen last.
    pub(in crate::app) fn remember_article(&mut self, article: &ArticleId) -> Option<Effect> {
        let members = settings::write_text_setting("article", article.as_str());
        self.keep_setting(settings::LAST_ARTICLE, members).pop()
    }

    /// Shows an article at the block that was current when the user left it, or else from its
    /// start. Returns no effects and changes nothing on screen where the article cannot be read.
    pub(in crate::app) fn show_article(&mut self, article: &ArticleId) -> Vec<Effect> {
        self.load(article);
        let Some(document) = self.state.documents.get(article) else { return Vec::new() };
        self.state.mode = Mode::Reading;
        // An open library stays open while the article below it changes.
        self.state.dialog.take_if(|window| !matches!(window, Dialog::Library(_)));
        let place = self.state.records.setting(&settings::current_block_setting(article));
        let current = place.and_then(settings::read_place);
        let position = current.as_ref().and_then(|it| document.blocks().position(it));
        let shown = Highlight { selected: None, current: current.as_ref() };
        let (page, title) = (ArticleView::new(document, shown), document.details().title.clone());
        let remembered = current.clone();
        self.state.open = Some(OpenArticle {
            article: article.clone(),
            page,
            current,
            pinned_claim: None,
            saved_current: remembered,
        });
        self.dismiss_import_notice();
        let effects = vec![
            Effect::ClearSelection,
            Effect::SetRoute(Route::Article(article.clone())),
            Effect::SetDocumentTitle(title),
            Effect::ScrollTo(position.map_or(ScrollTo::Top, ScrollTo::Block)),
        ];
        self.state.shown = Some(article.clone());
        effects
    }

    /// Adds an article, or replaces the untouched article `before` by it, and shows it.
    pub(in crate::app) fn add_article(
        &mut self,
        document: Document,
        before: Option<Document>,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.state.notice = None;
        let mut effects = self.commit(&adding(document, before, self.event));
        effects.extend(self.switch_article(&article));
        effects
    }

    /// Goes to a block: drops the selection, makes the block current, announces it and scrolls to
    /// it.
    pub(in crate::app) fn go_to_block(&mut self, block: &BlockId) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(position) = document.blocks().position(block) else { return Vec::new() };
        let address = Route::Article(document.details().id.clone());
        self.set_mode(Mode::Reading);
        self.set_current(block);
        self.say_block();
        vec![
            Effect::ClearSelection,
            Effect::SetRoute(address),
            Effect::ScrollTo(ScrollTo::Block(position)),
        ]
    }

    /// Announces the current block.
    fn say_block(&mut self) {
        let position = self.current_position();
        let view = self.page().and_then(|page| page.block(position)).cloned();
        if let Some(view) = view {
            self.announce(strings::said_block(&view));
        }
    }

    /// Saves the current block of the article on screen, if it has changed.
    pub(in crate::app) fn save_current_block(&mut self) -> Vec<Effect> {
        let Some(reading) = &mut self.state.open else { return Vec::new() };
        if reading.current == reading.saved_current {
            return Vec::new();
        }
        reading.saved_current.clone_from(&reading.current);
        let Some(block) = &reading.current else { return Vec::new() };
        let members = settings::write_text_setting("block", block.as_str());
        let name = settings::current_block_setting(&reading.article);
        self.keep_setting(&name, members)
    }

    /// Deletes articles in edits that one undo takes back together, and shows another article where
    /// the one on screen is deleted.
    pub(in crate::app) fn delete_articles(
        &mut self,
        articles: Vec<ArticleId>,
        action: &Action,
    ) -> Vec<Effect> {
        let (mut effects, at) = (Vec::new(), self.event.time());
        for article in articles {
            self.load(&article);
            let Some(document) = self.state.documents.get(&article).cloned() else { continue };
            let change = Change::Article(Diff { before: Some(Box::new(document)), after: None });
            let edit = Edit { action: action.clone(), article, at, changes: vec![change] };
            effects.extend(self.commit(&edit));
        }
        if self.state.open.is_none() {
            effects.extend(self.show_another());
        }
        effects
    }

    /// Shows the article that was added last.
    pub(in crate::app) fn show_another(&mut self) -> Vec<Effect> {
        let other = self.state.articles.first().map(|row| row.id.clone());
        other.map(|other| self.show_article(&other)).unwrap_or_default()
    }
}

/// Returns the edit that adds an article, or replaces the article `before` by it.
pub(in crate::app) fn adding(
    document: Document,
    before: Option<Document>,
    context: EventContext,
) -> Edit {
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
