//! Refilling stores that were cleared while the page was open. The stores carry a random id for
//! each filling, so the platform notices when they were cleared. The page still holds all records
//! and writes them again under a new id; the journal is lost.

use crate::{
    app::{Doubt, Effect, Notice, NoticeKind, state::Ctx},
    event_context::EventContext,
    storage::{Batch, settings},
    strings,
};

/// Gives the stores an id, where they have none yet.
pub(in crate::app) fn name_stores(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if ctx.state.records.setting(settings::STORE_ID).is_some() {
        return Vec::new();
    }
    let members = settings::write_text_setting(ID, &new_id(ctx.event));
    ctx.keep_setting(settings::STORE_ID, members)
}

/// Handles the report that the stores may lack records that counted as saved. Until it is
/// known, the work counts as not saved yet.
pub(in crate::app) fn doubt_stores(doubt: Doubt, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match doubt {
        Doubt::Closed => {
            ctx.state.saving.begin();
            Vec::new()
        }
        Doubt::Emptied => refill_stores(ctx),
    }
}

/// Fills the stores again with all records that the page holds, under a new id, and shows a
/// notice.
fn refill_stores(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let members = settings::write_text_setting(ID, &new_id(ctx.event));
    let id = settings::STORE_ID;
    let named =
        ctx.state.records.write_setting(id, members, &mut ctx.state.clock, ctx.event.millis);
    let mut writes = ctx.state.records.snapshot(
        ctx.state.documents.values(),
        ctx.state.clock.tab(),
        &ctx.state.drafts,
    );
    writes.extend(named);
    let quarantined_values = ctx
        .state
        .quarantined
        .iter()
        .map(|quarantined| quarantined.write(&mut ctx.state.clock, ctx.event.millis));
    writes.extend(quarantined_values);
    let number = ctx.state.saving.send(&writes);
    ctx.state.notice =
        Some(Notice { text: strings::STORES_CLEARED.to_owned(), weight: NoticeKind::Alert });
    vec![Effect::Refill(Batch { number, writes, entry: None })]
}

/// The member of the setting that holds the id of the stores.
const ID: &str = "id";

/// Returns an id that no other filling of the stores has: the random bits of the event context, as
/// 32 hexadecimal digits.
fn new_id(context: EventContext) -> String {
    format!("{:032x}", context.entropy)
}
