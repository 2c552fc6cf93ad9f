//! The pure loop: what happened comes in as a [`Msg`], what is to be done outside leaves as an
//! [`Effect`], and what is on screen is a function of the [`Model`].

mod address;
mod bundle;
mod desk;
mod disk;
mod effect;
mod errand;
mod evidence;
mod intake;
mod library;
mod msg;
mod outside;
mod saving;
mod session;
mod shared;
mod shortcuts;
pub mod view;
mod work;

pub use address::Address;
pub use bundle::{Bundle, read_bundle};
pub use desk::{Desk, HINTS, Hint, HintState, Row};
pub use disk::{FileMsg, FileOutcome, FileState, FileTask};
pub use effect::{Download, Effect, FocusOn, Reveal};
pub use errand::{Answer, Errand, read_given, read_more_than_text};
pub use evidence::{EvidenceMsg, SOURCE_FIELDS, SourceField, SourceFieldRow, Use, UseField};
pub use intake::{AddDialog, Done, IntakeMsg, ReadSource, ReadTask, Remark, TakenFile, remarks};
pub use library::{
    Entry, Found, Hit, Library, LibraryMsg, LibraryRow, ORDERS, Order, Said, WHICH, Which,
};
pub use msg::{Doubt, Field, Msg, PickedIn, RepairMsg, SettingsMsg, StoresMsg, TagsMsg};
pub use outside::{Start, Survey};
pub use saving::SaveState;
pub use session::{Bar, Deletion, Edges, FocusMode, Notice, Panel, Session, Sheet, Weight, Window};
pub use shared::Shared;
pub use shortcuts::{
    Command, Focus, GROUPS, Key, Keymap, Press, SHORTCUTS, Shortcut, SingleKeys, When, hints,
};
pub use work::{ScaleMsg, WORK_FIELDS, WorkField, WorkFieldRow, WorkMsg};

use crate::stamp::Stamp;

/// All that the page shows.
#[derive(Clone, Debug, Default)]
pub enum Model {
    /// The stores have not been read yet.
    #[default]
    Starting,
    /// There is work on the desk.
    Ready(Box<Desk>),
}

/// Takes note of what happened, and says what has to be done outside.
///
/// Knows no clock and no chance: the stamp brings both.
pub fn update(model: &mut Model, msg: Msg, stamp: Stamp) -> Vec<Effect> {
    match (&mut *model, msg) {
        (Model::Starting, Msg::Started(start)) => {
            let (desk, effects) = Desk::new(*start, stamp);
            *model = Model::Ready(Box::new(desk));
            effects
        }
        // What the person does before the stores are read has nothing to act on.
        (Model::Starting, _) | (Model::Ready(_), Msg::Started(_)) => Vec::new(),
        (Model::Ready(desk), msg) => desk.update(msg, stamp),
    }
}
