//! Articles coming, going, and being switched between.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    app::{
        AddDialog, Address, Effect, Field, FileState, IntakeMsg, PickedIn, Reveal, Window,
        view::Shown,
    },
    article::{Blocks, Details},
    claim::{Tag, shipped_scale, shipped_tags},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{ArticleId, ClaimId},
    json::Members,
    ordered,
    saved::settings,
    stamp::{Stamp, Time},
    words,
};

use super::{
    Desk, Page, Reading, Session,
    sample::{self, SAMPLE, SAMPLE_ID, SAMPLE_LANGUAGE},
};

/// An article in the list of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The article.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// When it was added.
    pub added: Time,
    /// Whether the person has put it out of the way.
    pub is_archived: bool,
}

impl Desk {
    /// Adds the sample article, which is not an act of the person.
    pub(super) fn add_sample(&mut self, stamp: Stamp) -> Vec<Effect> {
        let id = ArticleId::new(SAMPLE_ID)
            .filter(|id| !self.shelf.holds(id) && !self.shelf.is_deleted(id));
        let Some(id) = id else { return Vec::new() };
        let tags = shipped_tags();
        let title = SAMPLE.lines().next().unwrap_or_default().to_owned();
        let language = Some(SAMPLE_LANGUAGE.to_owned());
        let added = stamp.time();
        let document = new_document(id, title, sample::blocks(), language, added, tags);
        self.apply(&adding(document, None, stamp), None, stamp)
    }

    /// Brings the list of articles up to date.
    pub(super) fn list_articles(&mut self) {
        let open = self.documents.values().map(|document| document.details().as_ref().clone());
        let rows = open.chain(self.shelf.details()).map(|details| Row {
            id: details.id,
            title: details.title,
            added: details.added,
            is_archived: details.is_archived,
        });
        self.rows = ordered::by_key(rows, |row| Reverse((row.added, row.id.clone())));
    }

    /// Goes where the person goes by the address, and remembers it.
    pub(super) fn follow(&mut self, address: &Address, stamp: Stamp) -> Vec<Effect> {
        if self.is_window_open() {
            return self.stay(stamp);
        }
        if !matches!(address, Address::Claim(..)) && self.session.claim().is_some() {
            self.enter(Session::Reading);
        }
        self.drop_refusal();
        if let Address::Add(query) = address {
            return self.add_by_address(query, stamp);
        }
        let mut effects = self.go_to(address);
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        effects.extend(shown.and_then(|shown| self.remember_article(&shown, stamp)));
        effects
    }

    /// Closes what lies over the page, which is what going back is meant for then; the article stays.
    fn stay(&mut self, stamp: Stamp) -> Vec<Effect> {
        let mut effects = self.close_window();
        effects.extend(self.change_intake(IntakeMsg::Left, stamp));
        let article = self.reading.as_ref().map(|reading| reading.article.clone());
        effects.extend(article.map(|article| {
            Effect::ShowAddress(match self.session.claim().cloned() {
                Some(claim) => Address::Claim(article, claim),
                None => Address::Article(article),
            })
        }));
        effects
    }

    /// Opens the dialog with what an address brings; the address of the article on screen takes its
    /// place, so that going back does not bring it again.
    pub(super) fn add_by_address(&mut self, query: &str, stamp: Stamp) -> Vec<Effect> {
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        let shown = shown.map(|shown| Effect::ShowAddress(Address::Article(shown)));
        let mut effects: Vec<Effect> = shown.into_iter().collect();
        effects.extend(self.change_intake(IntakeMsg::Addressed(query.to_owned()), stamp));
        effects
    }

    /// Goes where an address points; where it points nowhere, to the article that was on screen last,
    /// or else to the one added last.
    pub(super) fn go_to(&mut self, address: &Address) -> Vec<Effect> {
        let (article, claim) = match address {
            Address::Home | Address::Unknown | Address::Add(_) => (None, None),
            Address::Article(article) => (Some(article), None),
            Address::Claim(article, claim) => (Some(article), Some(claim)),
        };
        let last = self.shelf.setting(settings::LAST_ARTICLE).and_then(settings::read_last_article);
        let is_listed = |id: &ArticleId| self.rows.iter().any(|row| row.id == *id);
        let is_missing =
            *address == Address::Unknown || article.is_some_and(|article| !is_listed(article));
        let wanted = article.cloned().into_iter().chain(last);
        let rows = self.rows.iter().map(|row| row.id.clone());
        let candidates: Vec<ArticleId> = wanted.filter(is_listed).chain(rows).collect();
        let mut effects = Vec::new();
        for candidate in candidates {
            if self.reading.as_ref().is_some_and(|reading| reading.article == candidate) {
                break;
            }
            effects = self.show_article(&candidate);
            // An article that cannot be read is told of; the next one is shown.
            if !effects.is_empty() {
                break;
            }
        }
        if is_missing {
            self.remark(words::NO_SUCH_ADDRESS);
        } else if let Some(claim) = claim.filter(|claim| self.has_claim(claim)) {
            effects.extend(self.pick_claim(&claim.clone(), PickedIn::Elsewhere));
        } else if claim.is_some() {
            self.remark(words::NO_SUCH_CLAIM);
        }
        effects
    }

    /// Shows an article that the person chose; what was refused before is read by then.
    pub(super) fn turn_to(&mut self, article: &ArticleId, stamp: Stamp) -> Vec<Effect> {
        self.drop_refusal();
        self.pick_article(article, stamp)
    }

    /// Shows an article, and remembers that it was the last.
    pub(super) fn pick_article(&mut self, article: &ArticleId, stamp: Stamp) -> Vec<Effect> {
        let mut effects = self.show_article(article);
        if self.documents.contains_key(article) {
            self.window = None;
            effects.extend(self.remember_article(article, stamp));
        }
        effects
    }

    pub(super) fn remember_article(&mut self, article: &ArticleId, stamp: Stamp) -> Option<Effect> {
        let members = settings::write_text_setting("article", article.as_str());
        self.keep_setting(settings::LAST_ARTICLE, members, stamp).pop()
    }

    /// Takes an article down from the shelf, where it is not open yet.
    pub(super) fn open(&mut self, article: &ArticleId) {
        if self.documents.contains_key(article) {
            return;
        }
        let (document, asides) = self.shelf.take(article).unwrap_or_default();
        for aside in asides {
            if !self.asides.iter().any(|other| other.is_same(&aside)) {
                self.asides.push(aside);
            }
        }
        if let Some(document) = document {
            self.documents.insert(article.clone(), document);
        }
    }

    /// Shows an article from its start; does nothing when it cannot be read.
    pub(super) fn show_article(&mut self, article: &ArticleId) -> Vec<Effect> {
        self.open(article);
        let Some(document) = self.documents.get(article) else { return Vec::new() };
        self.session = Session::Reading;
        // What comes and goes below the library leaves it open.
        self.window.take_if(|window| !matches!(window, Window::Library(_)));
        let place = self.shelf.setting(&settings::place_in(article));
        let current = place.and_then(settings::read_place);
        let position = current.as_ref().and_then(|it| document.blocks().position(it));
        let shown = Shown { selected: None, current: current.as_ref() };
        let (page, title) = (Page::new(document, shown), document.details().title.clone());
        let remembered = current.clone();
        self.reading = Some(Reading {
            article: article.clone(),
            page,
            current,
            kept: None,
            remembered,
            file: FileState::Fine,
            is_file_due: false,
        });
        self.drop_taken();
        let mut effects = vec![
            Effect::DropSelection,
            Effect::ShowAddress(Address::Article(article.clone())),
            Effect::ShowTitle(title),
            Effect::Reveal(position.map_or(Reveal::Top, Reveal::Block)),
        ];
        effects.extend(self.look_at_file(article));
        effects
    }

    fn has_claim(&self, claim: &ClaimId) -> bool {
        self.document().is_some_and(|document| document.claim(claim).is_some())
    }

    /// Opens the dialog with what was typed there before.
    pub(super) fn open_dialog(&mut self, stamp: Stamp) -> Vec<Effect> {
        let text = self.typed(&Field::Article).to_owned();
        self.dialog = Some(AddDialog { text, ..AddDialog::default() });
        self.change_intake(IntakeMsg::Opened, stamp)
    }

    /// Adds an article, in the place of another or not, and shows it.
    pub(super) fn add(
        &mut self,
        document: Document,
        before: Option<Document>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.dialog = None;
        self.notice = None;
        let mut effects = self.act(&adding(document, before, stamp), stamp);
        effects.extend(self.pick_article(&article, stamp));
        effects
    }
}

/// A new article, with the scale that comes first.
pub(super) fn new_document(
    id: ArticleId,
    title: String,
    blocks: Blocks,
    language: Option<String>,
    added: Time,
    tags: Vec<Tag>,
) -> Document {
    let details = Details {
        id,
        title,
        byline: None,
        source: None,
        publication: None,
        published: None,
        language,
        note: String::new(),
        added,
        draft: 1,
        is_archived: false,
        unknown: Members::new(),
    };
    let mut document = Document::new(details, blocks, shipped_scale());
    for tag in tags {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    document
}

/// The edit that adds an article, in the place of another or not.
fn adding(document: Document, before: Option<Document>, stamp: Stamp) -> Edit {
    Edit {
        act: Act::ArticleAdded,
        article: document.details().id.clone(),
        at: stamp.time(),
        changes: vec![Change::Article(Swap {
            before: before.map(Box::new),
            after: Some(Box::new(document)),
        })],
    }
}
