//! Stores that were cleared while the page was open.

use crate::{
    app::{Doubt, Effect, Notice, NoticeKind},
    event_context::EventContext,
    storage::{Batch, settings},
    strings,
};

use super::Workspace;

/// The member of the setting that tells one filling of the stores from another.
const ID: &str = "id";

impl Workspace {
    /// Draws an id for the stores where they have none yet.
    pub(super) fn name_stores(&mut self, context: EventContext) -> Vec<Effect> {
        if self.records.setting(settings::STORE_ID).is_some() {
            return Vec::new();
        }
        let members = settings::write_text_setting(ID, &new_id(context));
        self.keep_setting(settings::STORE_ID, members, context)
    }

    /// Takes note that the stores may lack what was called saved.
    pub(super) fn doubt_stores(&mut self, doubt: Doubt, context: EventContext) -> Vec<Effect> {
        match doubt {
            Doubt::Closed => {
                self.saving.begin();
                Vec::new()
            }
            Doubt::Emptied => self.refill_stores(context),
        }
    }

    /// Fills the stores again with everything that the page holds, under a new id, and tells the
    /// person what happened.
    fn refill_stores(&mut self, context: EventContext) -> Vec<Effect> {
        let members = settings::write_text_setting(ID, &new_id(context));
        let id = settings::STORE_ID;
        let named = self.records.write_setting(id, members, &mut self.clock, context.millis);
        let mut writes =
            self.records.snapshot(self.documents.values(), self.clock.tab(), &self.drafts);
        writes.extend(named);
        let asides = self
            .quarantined
            .iter()
            .map(|quarantined| quarantined.write(&mut self.clock, context.millis));
        writes.extend(asides);
        let number = self.saving.send(&writes);
        self.notice =
            Some(Notice { text: strings::STORES_CLEARED.to_owned(), weight: NoticeKind::Alert });
        vec![Effect::Refill(Batch { number, writes, entry: None })]
    }
}

/// An id that no other filling of the stores has: the random bits of the stamp.
fn new_id(context: EventContext) -> String {
    format!("{:032x}", context.entropy)
}
