//! The desk: what is open, selected, undone and on its way to the stores.

mod claims;
mod commit;
mod files;
mod library;
mod moves;
mod selection;

use std::collections::HashMap;

use crate::{
    document::Document,
    history::History,
    id::{ArticleId, ClaimId},
    saved::{Aside, Clock, Shelf, TabId, recover},
    stamp::Stamp,
};

use super::{
    Batch, Command, Edges, Effect, Msg, Notice, Press, SaveState, Session, Start, Weight, meaning,
    saving::Saving, view::Page,
};

pub use library::{AddDialog, Row};

/// All that is on the desk.
#[derive(Debug)]
pub struct Desk {
    clock: Clock,
    shelf: Shelf,
    saving: Saving,
    documents: HashMap<ArticleId, Document>,
    rows: Vec<Row>,
    reading: Option<Reading>,
    history: History,
    session: Session,
    edges: Edges,
    notice: Option<Notice>,
    asides: Vec<Aside>,
    dialog: Option<AddDialog>,
    /// What was typed in the dialog when it was left without adding.
    draft: String,
    /// The claims that were clicked together last, from the smallest out.
    under: Vec<ClaimId>,
}

/// The article that is on screen.
#[derive(Debug)]
struct Reading {
    article: ArticleId,
    page: Page,
}

impl Desk {
    /// The desk of what both stores hold; at the very first start, with the sample article.
    pub(super) fn new(start: Start, stamp: Stamp) -> (Self, Vec<Effect>) {
        let mut clock = Clock::new(TabId::new(stamp));
        let mut recovered = recover(&start.found, &mut clock, stamp.millis);
        let to_local = std::mem::take(&mut recovered.to_local);
        let to_safe = std::mem::take(&mut recovered.to_safe);
        let asides = std::mem::take(&mut recovered.asides);
        let mut desk = Self {
            clock,
            shelf: Shelf::new(recovered),
            saving: Saving::new(start.trouble),
            documents: HashMap::new(),
            rows: Vec::new(),
            reading: None,
            history: History::default(),
            session: Session::default(),
            edges: Edges::default(),
            notice: None,
            asides,
            dialog: None,
            draft: String::new(),
            under: Vec::new(),
        };
        let mut effects = Vec::new();
        if !(to_local.is_empty() && to_safe.is_empty()) {
            let number = desk.saving.send();
            effects.push(Effect::Mend { to_local, to_safe, number });
        }
        if desk.shelf.details().is_empty() {
            effects.extend(desk.add_sample(stamp));
        }
        desk.list_articles();
        effects.extend(desk.go_to(&start.address));
        desk.tell_of_asides();
        (desk, effects)
    }

    /// The article that is on screen, if there is one.
    pub fn document(&self) -> Option<&Document> {
        self.documents.get(&self.reading.as_ref()?.article)
    }

    /// Whether the sample article is on screen.
    pub fn is_sample(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.article.as_str() == library::SAMPLE_ID)
    }

    /// How the article on screen is shown.
    pub fn page(&self) -> Option<&Page> {
        self.reading.as_ref().map(|reading| &reading.page)
    }

    /// The articles, the one added last first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the person is at.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether marks may begin and end inside a word.
    pub fn edges(&self) -> Edges {
        self.edges
    }

    /// Whether the work is safe.
    pub fn save_state(&self) -> &SaveState {
        &self.saving.state
    }

    /// What the person has to be told.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What could not be read.
    pub fn asides(&self) -> &[Aside] {
        &self.asides
    }

    /// The dialog for a new article, while it is open.
    pub fn dialog(&self) -> Option<&AddDialog> {
        self.dialog.as_ref()
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Takes note of what happened.
    pub(super) fn update(&mut self, msg: Msg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            Msg::Started(_) => Vec::new(),
            Msg::Saved(number) => self.saving.arrived(number),
            Msg::SaveFailed(trouble) => self.saving.failed(trouble),
            Msg::AddressChanged(address) => self.follow(&address, stamp),
            Msg::ArticlePicked(article) => self.pick_article(&article, stamp),
            Msg::AddAsked => self.reopen_dialog(),
            Msg::AddDismissed => self.close_dialog(),
            Msg::DraftTyped(text) | Msg::TextPasted(text) => self.open_dialog(text),
            Msg::DraftAdded => self.add_draft(stamp),
            Msg::FileRead { name, bytes } => self.add_file(&name, bytes, stamp),
            Msg::FileUnreadable { name } => self.refuse_file(crate::words::unreadable_file(&name)),
            Msg::FileOpened(answer) => self.open_file(answer, stamp),
            Msg::ExportFailed(why) => self.refuse(why),
            Msg::ExportAsked => self.export(stamp),
            Msg::AsidesAsked => self.hand_over_asides(),
            Msg::NoticeClosed => self.close_notice(),
            Msg::TextSelected { span, edges } => self.select(&span, edges),
            Msg::SelectionGone => self.unselect(),
            Msg::EdgesTurned => self.turn_edges(),
            Msg::MarkAsked => self.mark(None, stamp),
            Msg::TagChosen(tag) => self.choose_tag(&tag, stamp),
            Msg::MarkClicked(claims) => self.pick_clicked(claims),
            Msg::ClaimPicked { claim, from } => self.pick_claim(&claim, from),
            Msg::ClaimLeft => self.leave_claim(),
            Msg::OuterClaimAsked => self.pick_outer(),
            Msg::ClaimDeleted(claim) => self.delete_claim(&claim, stamp),
            Msg::TagNamed(claim, label) => self.name_tag(&claim, &label, stamp),
            Msg::TagRemoved(claim, tag) => self.remove_tag(&claim, &tag, stamp),
            Msg::NoteTyped(claim, note) => self.write_note(&claim, note, stamp),
            Msg::FieldLeft => self.leave_field(),
            Msg::KindChosen(block, kind) => self.change_kind(&block, kind, stamp),
            Msg::Pressed(press) => self.press(&press, stamp),
            Msg::UndoAsked => self.undo(stamp),
            Msg::RedoAsked => self.redo(stamp),
        }
    }

    /// Does what a key asks for, if it asks for something.
    fn press(&mut self, press: &Press, stamp: Stamp) -> Vec<Effect> {
        match meaning(press, &self.session) {
            None => Vec::new(),
            Some(Command::Tag) => self.tag_by_key(press, stamp),
            Some(Command::Mark) => self.mark(None, stamp),
            Some(Command::Next) => self.pick_next(),
            Some(Command::Previous) => self.pick_previous(),
            Some(Command::Outer) => self.pick_outer(),
            Some(Command::Delete) => self.delete_selected(stamp),
            Some(Command::Undo) => self.undo(stamp),
            Some(Command::Redo) => self.redo(stamp),
            Some(Command::Escape) => self.back_out(),
        }
    }

    fn tell_of_asides(&mut self) {
        let count = self.asides.len();
        if count > 0 {
            let text = crate::words::set_aside(count);
            self.notice = Some(Notice { text, weight: Weight::Aside });
        }
    }

    fn refuse(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice { text, weight: Weight::Alert });
        Vec::new()
    }

    fn remark(&mut self, text: &str) {
        self.notice = Some(Notice { text: text.to_owned(), weight: Weight::Remark });
    }

    fn close_notice(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }

    fn selected(&self) -> Option<ClaimId> {
        self.session.claim().cloned()
    }
}
