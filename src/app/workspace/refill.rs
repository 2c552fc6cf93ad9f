//! Refilling stores that were cleared while the page was open. The stores carry a random id for
//! each filling, so the platform notices when they were cleared. The page still holds all records
//! and writes them again under a new id; the journal is lost.

use crate::{
    app::{Doubt, Effect, Notice, NoticeKind},
    event_context::EventContext,
    storage::{Batch, settings},
    strings,
};

use super::Workspace;

/// The member of the setting that holds the id of the stores.
const ID: &str = "id";

impl Workspace {
    /// Gives the stores an id, where they have none yet.
    pub(super) fn name_stores(&mut self, context: EventContext) -> Vec<Effect> {
        if self.records.setting(settings::STORE_ID).is_some() {
            return Vec::new();
        }
        let members = settings::write_text_setting(ID, &new_id(context));
        self.keep_setting(settings::STORE_ID, members, context)
    }

    /// Handles the report that the stores may lack records that counted as saved. Until it is
    /// known, the work counts as not saved yet.
    pub(super) fn doubt_stores(&mut self, doubt: Doubt, context: EventContext) -> Vec<Effect> {
        match doubt {
            Doubt::Closed => {
                self.saving.begin();
                Vec::new()
            }
            Doubt::Emptied => self.refill_stores(context),
        }
    }

    /// Fills the stores again with all records that the page holds, under a new id, and shows a
    /// notice.
    fn refill_stores(&mut self, context: EventContext) -> Vec<Effect> {
        let members = settings::write_text_setting(ID, &new_id(context));
        let id = settings::STORE_ID;
        let named = self.records.write_setting(id, members, &mut self.clock, context.millis);
        let mut writes =
            self.records.snapshot(self.documents.values(), self.clock.tab(), &self.drafts);
        writes.extend(named);
        let quarantined_values = self
            .quarantined
            .iter()
            .map(|quarantined| quarantined.write(&mut self.clock, context.millis));
        writes.extend(quarantined_values);
        let number = self.saving.send(&writes);
        self.notice =
            Some(Notice { text: strings::STORES_CLEARED.to_owned(), weight: NoticeKind::Alert });
        vec![Effect::Refill(Batch { number, writes, entry: None })]
    }
}

/// Returns an id that no other filling of the stores has: the random bits of the event context, as
/// 32 hexadecimal digits.
fn new_id(context: EventContext) -> String {
    format!("{:032x}", context.entropy)
}
