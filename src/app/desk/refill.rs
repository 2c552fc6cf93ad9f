//! Stores that were cleared while the page was open.

use crate::{
    app::{Doubt, Effect, Notice, Weight},
    saved::{Batch, settings},
    stamp::Stamp,
    words,
};

use super::Desk;

/// The member of the setting that tells one filling of the stores from another.
const ID: &str = "id";

impl Desk {
    /// Draws an id for the stores where they have none yet.
    pub(super) fn name_stores(&mut self, stamp: Stamp) -> Vec<Effect> {
        if self.shelf.setting(settings::STORE_ID).is_some() {
            return Vec::new();
        }
        let members = settings::write_text_setting(ID, &new_id(stamp));
        self.keep_setting(settings::STORE_ID, members, stamp)
    }

    /// Takes note that the stores may lack what was called saved.
    pub(super) fn doubt_stores(&mut self, doubt: Doubt, stamp: Stamp) -> Vec<Effect> {
        match doubt {
            Doubt::Closed => {
                self.saving.begin();
                Vec::new()
            }
            Doubt::Emptied => self.refill_stores(stamp),
        }
    }

    /// Fills the stores again with everything that the page holds, under a new id, and tells the
    /// person what happened.
    fn refill_stores(&mut self, stamp: Stamp) -> Vec<Effect> {
        let members = settings::write_text_setting(ID, &new_id(stamp));
        let id = settings::STORE_ID;
        let named = self.shelf.keep_setting(id, members, &mut self.clock, stamp.millis);
        let mut writes =
            self.shelf.snapshot(self.documents.values(), self.clock.tab(), &self.typed);
        writes.extend(named);
        let asides = self.asides.iter().map(|aside| aside.write(&mut self.clock, stamp.millis));
        writes.extend(asides);
        let number = self.saving.send(&writes);
        self.notice =
            Some(Notice { text: words::STORES_CLEARED.to_owned(), weight: Weight::Alert });
        vec![Effect::Refill(Batch { number, writes, entry: None })]
    }
}

/// An id that no other filling of the stores has: the random bits of the stamp.
fn new_id(stamp: Stamp) -> String {
    format!("{:032x}", stamp.seed)
}
