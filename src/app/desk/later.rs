//! What the desk does only for a window: code that is loaded once the page can be worked on.

use crate::{
    app::{Effect, IntakeMsg, LibraryMsg, RepairMsg, SettingsMsg, StoresMsg, TagsMsg, WorkMsg},
    saved::{Course, TabId},
    stamp::Stamp,
};

use super::{Desk, adding::Made, stepping::Step};

/// Something that only the code that is loaded later knows what to do about.
#[derive(Clone, Debug)]
pub(super) enum LaterMsg {
    Tags(TagsMsg),
    Settings(SettingsMsg),
    Stores(StoresMsg),
    Intake(IntakeMsg),
    Made(Box<Made>),
    LibraryAsked,
    Library(LibraryMsg),
    /// From other tabs, while the library is open.
    ArticlesHeard,
    Repair(RepairMsg),
    Work(WorkMsg),
    AsidesAsked,
    /// Of the last act, or of what was undone last.
    Retrace(Course),
    /// The tabs that are open, and the newest entries of the journal.
    TabsCounted(Vec<TabId>, Vec<(String, String)>),
    Step(Step),
}

/// The way to the code that is loaded later; without it, what happens waits for it.
#[derive(Clone, Copy, Debug)]
pub struct Later(fn(&mut Desk, LaterMsg, Stamp) -> Vec<Effect>);

/// There is only one.
impl PartialEq for Later {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Later {
    /// The way to it; what calls this has it.
    pub fn here() -> Self {
        Self(Desk::react_later)
    }
}

impl Desk {
    /// Has the later code do what is to be done, or lets it wait for that code.
    pub(super) fn defer(&mut self, msg: LaterMsg, stamp: Stamp) -> Vec<Effect> {
        if let Some(Later(react)) = self.later {
            return react(self, msg, stamp);
        }
        self.waiting.push(msg);
        Vec::new()
    }

    /// Takes note of which tabs are open, and what the journal keeps.
    pub(super) fn count_tabs(
        &mut self,
        alive: Vec<TabId>,
        entries: Vec<(String, String)>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.defer(LaterMsg::TabsCounted(alive, entries), stamp)
    }

    /// Takes the later code, and does what has waited for it.
    pub(super) fn take_later(&mut self, later: Later, stamp: Stamp) -> Vec<Effect> {
        self.later = Some(later);
        let waiting = std::mem::take(&mut self.waiting);
        waiting.into_iter().flat_map(|msg| self.defer(msg, stamp)).collect()
    }

    fn react_later(&mut self, msg: LaterMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            LaterMsg::Tags(msg) => self.change_tags(msg, stamp),
            LaterMsg::Settings(msg) => self.change_settings(msg, stamp),
            LaterMsg::Stores(msg) => self.change_stores(msg, stamp),
            LaterMsg::Intake(msg) => self.change_intake(msg, stamp),
            LaterMsg::Made(made) => self.add_made(*made, stamp),
            LaterMsg::LibraryAsked => self.show_library(),
            LaterMsg::ArticlesHeard => {
                self.fill_library();
                Vec::new()
            }
            LaterMsg::Library(msg) => self.change_library(msg, stamp),
            LaterMsg::Work(msg) => self.work(msg, stamp),
            LaterMsg::Repair(msg) => self.repair(msg, stamp),
            LaterMsg::AsidesAsked => self.hand_over_asides(),
            LaterMsg::Retrace(course) => self.retrace_step(course, stamp),
            LaterMsg::TabsCounted(alive, entries) => self.take_over(&alive, entries, stamp),
            LaterMsg::Step(step) => self.step(step),
        }
    }
}
