//! What takes long, in steps, so that the page answers in between.

use crate::{
    app::{Effect, TakenFile},
    document::Document,
    edit::{Change, Edit, Swap},
    intake::ReadText,
    saved::{Record, Turn, Unsealed},
    stamp::Stamp,
};

use super::{Desk, later::LaterMsg};

/// From how many bytes on a text that comes is taken in steps.
const LONG: usize = 1_000_000;

/// The name of the entry in the journal that an edit has, if it has one.
pub(super) type EntryName = Option<(String, Turn)>;

/// What is to be done next, before anything else is.
#[derive(Clone, Debug)]
pub(super) enum Due {
    /// An article that is made and is still to be added.
    Add(Box<Made>),
    /// An edit that is made and shown, and is still to be written; with the records that it was made
    /// of.
    Write(Edit, Vec<Record>, EntryName),
    /// One that is written, and is still to be sent to the stores.
    Send(Edit, Vec<Unsealed>, EntryName),
}

/// The article of a text that was read.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) document: Document,
    /// Its file and how that was read, where it came with others; else the dialog knows.
    pub(super) arrived: Option<(TakenFile, ReadText)>,
}

impl Desk {
    /// Lets something wait until the page has answered.
    pub(super) fn postpone(&mut self, due: Due) -> Vec<Effect> {
        self.due = Some(due);
        vec![Effect::ComeBack]
    }

    /// Does the next step of what is due; `None` where nothing is.
    pub(super) fn take_step(&mut self, stamp: Stamp) -> Option<Vec<Effect>> {
        Some(match self.due.take()? {
            Due::Add(made) => self.defer(LaterMsg::Made(made), stamp),
            Due::Write(edit, bases, entry) => {
                let writes = self.writes(&edit, bases, stamp);
                self.postpone(Due::Send(edit, writes, entry))
            }
            Due::Send(edit, writes, entry) => self.send(&edit, writes, entry),
        })
    }
}

/// Whether an article has a text that is taken in steps.
pub(super) fn is_long(document: &Document) -> bool {
    document.blocks().iter().map(|block| block.text.len()).sum::<usize>() >= LONG
}

/// Whether an edit brings such an article.
pub(super) fn brings_long(edit: &Edit) -> bool {
    edit.changes.iter().any(|change| {
        matches!(change, Change::Article(Swap { before: None, after: Some(document) })
            if is_long(document))
    })
}
