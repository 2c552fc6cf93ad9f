//! The desk: what is open, selected, undone and on its way to the stores.

mod adding;
mod arrivals;
mod browsing;
mod claims;
mod commands;
mod commit;
mod contested;
mod details;
mod disk;
mod due;
mod evidence;
mod files;
mod hints;
mod history;
mod intake;
mod library;
mod moves;
mod notices;
mod preferences;
mod react;
mod reading;
mod refill;
mod repair;
mod retaking;
mod sample;
mod scale;
mod selection;
mod stepping;
mod stores;
mod tabs;
mod tags;
mod typed;
mod undoing;
mod unsent;
mod verdict;
mod work;

use std::{collections::HashMap, mem::take, rc::Rc};

use crate::{
    document::Document,
    history::History,
    id::{ArticleId, BlockId, ClaimId},
    saved::{Aside, Clock, NotSaved, Shelf, TabId, recover, settings},
    settings::View,
    stamp::Stamp,
    words,
};

use super::{
    AddDialog, Address, Edges, Effect, FileState, FocusMode, Keymap, Notice, Panel, SaveState,
    Session, Sheet, Start, Window, saving::Saving, view::Page,
};

pub use hints::{HINTS, Hint, HintState};
pub use library::Row;

use arrivals::Arrivals;
use due::Due;
use retaking::Taken;

/// All that is on the desk.
#[derive(Clone, Debug)]
pub struct Desk {
    clock: Clock,
    shelf: Shelf,
    saving: Saving,
    /// What is done before anything else, the last of it first.
    due: Vec<Due>,
    documents: HashMap<ArticleId, Document>,
    rows: Vec<Row>,
    reading: Option<Reading>,
    history: History,
    /// The step of which the person was told that somebody else has written on what it did.
    warned: Option<String>,
    /// The article that was changed by what happens just now.
    changed: Option<ArticleId>,
    session: Session,
    edges: Edges,
    notice: Option<Notice>,
    asides: Vec<Aside>,
    /// How many of them are kept where they can be had at the next start, too.
    asides_kept: usize,
    dialog: Option<AddDialog>,
    /// The number of the last task for a reader.
    tasks: u32,
    arrivals: Arrivals,
    /// How the texts of articles were read that were added since the page was opened.
    taken: Vec<Taken>,
    /// What is typed in fields and not yet taken, by the names of the fields.
    typed: Vec<(String, String)>,
    /// The claims that were clicked together last, from the smallest out.
    under: Vec<ClaimId>,
    window: Option<Window>,
    /// The claim whose history is about to be shown, where it is not that of the article.
    history_of: Option<ClaimId>,
    keymap: Rc<Keymap>,
    view: View,
    focus_mode: FocusMode,
    panel: Panel,
    sheet: Sheet,
    hints: [HintState; HINTS.len()],
    /// How many hints are kept as done.
    hints_kept: usize,
    /// What was said last, and how much was said before.
    said: (String, usize),
}

/// The article that is on screen.
#[derive(Clone, Debug)]
struct Reading {
    article: ArticleId,
    page: Page,
    /// The current block.
    current: Option<BlockId>,
    /// The claim that stays open when another one is picked.
    kept: Option<ClaimId>,
    /// The current block as it is kept over reloads.
    remembered: Option<BlockId>,
    /// How it stands with the file that is kept up to date.
    file: FileState,
    /// Whether that will be written in a moment.
    is_file_due: bool,
}

impl Desk {
    /// The desk of what both stores hold; at the very first start, with the sample article.
    pub(super) fn new(start: Start, stamp: Stamp) -> (Self, Vec<Effect>) {
        let mut clock = Clock::new(TabId::new(stamp));
        let mut recovered = recover(&start.found, &mut clock, stamp.millis);
        let to_mend = [&mut recovered.to_local, &mut recovered.to_safe];
        let ([to_local, to_safe], asides) = (to_mend.map(take), take(&mut recovered.asides));
        let new_asides = recovered.new_asides;
        let shelf = Shelf::new(recovered);
        let hints = hints::hints_at_start(&shelf);
        let view = shelf.setting(settings::VIEW).map(settings::read_view).unwrap_or_default();
        let mut desk = Self {
            clock,
            keymap: Rc::new(preferences::keys_at_start(&shelf)),
            shelf,
            saving: Saving::new(start.trouble),
            due: Vec::new(),
            documents: HashMap::new(),
            rows: Vec::new(),
            reading: None,
            history: History::default(),
            warned: None,
            changed: None,
            session: Session::default(),
            edges: Edges::default(),
            notice: None,
            asides_kept: asides.len(),
            asides,
            dialog: None,
            tasks: 0,
            arrivals: Arrivals::default(),
            taken: Vec::new(),
            typed: Vec::new(),
            under: Vec::new(),
            window: None,
            history_of: None,
            view,
            focus_mode: FocusMode::default(),
            panel: Panel::default(),
            sheet: Sheet::default(),
            hints,
            hints_kept: hints.iter().filter(|hint| **hint == HintState::Done).count(),
            said: (String::new(), 0),
        };
        let mut effects = Vec::new();
        if !(to_local.is_empty() && to_safe.is_empty()) {
            let number = desk.saving.send(&to_safe);
            effects.push(Effect::Mend { to_local, to_safe, number });
        }
        effects.extend(desk.begin(&start.address, new_asides, stamp));
        (desk, effects)
    }

    fn begin(&mut self, address: &Address, new_asides: usize, stamp: Stamp) -> Vec<Effect> {
        // On a full disk the database was not opened, so its articles are not known.
        let is_unopened = self.saving.state == SaveState::Unsaved(NotSaved::Full);
        let mut effects = Vec::new();
        if self.view != View::default() {
            effects.push(Effect::ShowView(self.view));
        }
        if self.shelf.details().is_empty() && !is_unopened {
            effects.extend(self.add_sample(stamp));
        }
        self.list_articles();
        effects.extend(self.go_to(address));
        if let Address::Add(query) = address {
            effects.extend(self.add_by_address(query, stamp));
        }
        self.tell_of_asides(new_asides);
        if is_unopened {
            self.refuse(words::NOT_OPENED.to_owned());
        }
        effects.extend(self.remember_asides(stamp));
        effects.extend(self.name_stores(stamp));
        self.say_of_trouble(false);
        effects
    }

    /// This tab.
    pub fn tab(&self) -> &TabId {
        self.clock.tab()
    }

    /// The article that is on screen, if there is one.
    pub fn document(&self) -> Option<&Document> {
        self.documents.get(&self.reading.as_ref()?.article)
    }

    /// Whether the sample article is on screen.
    pub fn is_sample(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.article.as_str() == sample::SAMPLE_ID)
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

    /// Whether the current block is shown large.
    pub fn focus_mode(&self) -> FocusMode {
        self.focus_mode
    }

    /// What the panel beside the article shows.
    pub fn panel(&self) -> Panel {
        self.panel
    }

    /// Whether the panel is open where it is a sheet.
    pub fn sheet(&self) -> Sheet {
        self.sheet
    }
}
