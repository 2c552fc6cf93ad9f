//! The workspace: the shared state and the features, as one model that receives messages and
//! returns effects.
//!
//! It has no logic of its own but the order of things: deferred work that a message may depend on
//! runs before the message, messages that features send each other come after it, and what every
//! event may need, such as saving the current block, comes last. All writes of one event go to the
//! stores as one batch.

mod commands;
mod dispatch;
mod read;

use std::mem::take;

use crate::{
    event_context::EventContext,
    settings::View,
    storage::{Clock, RecordStore, SaveError, TabId, recover},
    strings,
};

use super::{
    Effect, ImportMsg, Msg, Route, SaveState, StartupData,
    features::{
        file_sync::FileSync, history::HistoryDialog, import::Import, marking::Marking,
        navigation::Navigation, onboarding::Onboarding, preferences::Preferences, routing,
        store_refill, undo::Undo,
    },
    pending_writes::PendingWrites,
    state::{Ctx, State, join_batches},
};

/// Everything that the page shows, and all work that is loaded.
#[derive(Clone, Debug)]
pub struct Workspace {
    state: State,
    features: Features,
}

/// The features that have a state of their own.
#[derive(Clone, Debug)]
struct Features {
    marking: Marking,
    navigation: Navigation,
    import: Import,
    undo: Undo,
    history: HistoryDialog,
    file_sync: FileSync,
    preferences: Preferences,
    onboarding: Onboarding,
}

impl Workspace {
    /// Creates the workspace from the contents of both stores, with the effects that the start
    /// needs. At the very first start, it adds the sample article.
    pub(super) fn new(start: StartupData, event: EventContext) -> (Self, Vec<Effect>) {
        let mut clock = Clock::new(TabId::new(event));
        let mut recovered = recover(&start.found, &mut clock, event.millis);
        let to_mend = [&mut recovered.missing_in_local, &mut recovered.missing_in_database];
        let ([to_local, to_safe], quarantined_values) =
            (to_mend.map(take), take(&mut recovered.quarantined_values));
        let new_quarantined = recovered.new_quarantined;
        let records = RecordStore::new(recovered);
        let features = Features {
            marking: Marking::default(),
            navigation: Navigation::default(),
            import: Import::default(),
            undo: Undo::default(),
            history: HistoryDialog::default(),
            file_sync: FileSync::default(),
            preferences: Preferences::new(&records),
            onboarding: Onboarding::new(&records),
        };
        let saving = PendingWrites::new(start.save_error);
        let state = State::new(clock, records, saving, quarantined_values);
        let mut workspace = Self { state, features };
        let mut effects = Vec::new();
        if !(to_local.is_empty() && to_safe.is_empty()) {
            let number = workspace.state.saving.send(&to_safe);
            effects.push(Effect::RepairStores { to_local, to_safe, number });
        }
        effects.extend(workspace.begin(&start.address, new_quarantined, event));
        (workspace, effects)
    }

    /// Applies the settings, adds the sample article at the very first start, and goes to the
    /// address.
    fn begin(
        &mut self,
        address: &Route,
        new_quarantined: usize,
        event: EventContext,
    ) -> Vec<Effect> {
        let mut sent = Vec::new();
        let ctx = &mut Ctx::new(&mut self.state, event, &mut sent);
        // With a full disk, the platform does not open the database, so the workspace does not know
        // whether it holds articles.
        let is_unopened = ctx.state.saving.state == SaveState::Unsaved(SaveError::Full);
        let mut effects = Vec::new();
        if self.features.preferences.view() != View::default() {
            effects.push(Effect::ApplyAppearance(self.features.preferences.view()));
        }
        if ctx.state.records.details().is_empty() && !is_unopened {
            effects.extend(routing::add_sample(ctx));
        }
        ctx.list_articles();
        effects.extend(routing::go_to(address, ctx));
        effects.extend(self.features.check_shown(ctx));
        if let Route::Add(query) = address {
            effects.extend(routing::add_by_address(query, ctx));
        }
        effects.extend(self.handle_sent(sent, event));
        let mut messages = Vec::new();
        let ctx = &mut Ctx::new(&mut self.state, event, &mut messages);
        ctx.notify_quarantine(new_quarantined);
        if is_unopened {
            ctx.notify_error(strings::NOT_OPENED.to_owned());
        }
        effects.extend(ctx.save_quarantined());
        effects.extend(store_refill::name_stores(ctx));
        ctx.announce_save_error(false);
        effects
    }

    /// Handles a message, and returns the effects that the platform carries out.
    pub(super) fn update(&mut self, msg: Msg, event: EventContext) -> Vec<Effect> {
        let had_save_error = self.state.saving.has_error();
        let noticed = self.state.notice.clone();
        let mut effects = self.run_deferred(&msg, event);
        let notice = self.state.notice.clone().filter(|notice| noticed.as_ref() != Some(notice));
        effects.extend(self.handle_sent(vec![msg], event));
        // The user has not seen yet a notice that the deferred work left, so it stays unless the
        // message brings another one.
        self.state.notice = self.state.notice.take().or(notice);
        let mut messages = Vec::new();
        let ctx = &mut Ctx::new(&mut self.state, event, &mut messages);
        ctx.announce_save_error(had_save_error);
        for effect in self.features.finish(ctx) {
            join_batches(&mut effects, effect);
        }
        effects
    }

    /// Handles messages, and those that features send while they handle them.
    fn handle_sent(&mut self, mut msgs: Vec<Msg>, event: EventContext) -> Vec<Effect> {
        let mut effects = Vec::new();
        while !msgs.is_empty() {
            let mut sent = Vec::new();
            for msg in msgs {
                let ctx = &mut Ctx::new(&mut self.state, event, &mut sent);
                effects.extend(self.features.handle(msg, ctx));
                effects.extend(self.features.check_shown(ctx));
            }
            msgs = sent;
        }
        effects
    }

    /// Runs deferred work before the workspace handles `msg`: one step on a tick, otherwise
    /// everything that `msg` may depend on.
    ///
    /// Closing the import dialog drops the articles that it was about to add.
    fn run_deferred(&mut self, msg: &Msg, event: EventContext) -> Vec<Effect> {
        let (mut effects, mut steps, mut sent) = (Vec::new(), 0, Vec::new());
        if matches!(msg, Msg::Import(ImportMsg::Closed)) {
            self.features.import.drop_pending();
        }
        loop {
            // Each step needs random bits of its own, so that no two steps create the same
            // identifier.
            steps += 1;
            let entropy = event.entropy.wrapping_add(steps << 64);
            let event = EventContext { entropy, ..event };
            let ctx = &mut Ctx::new(&mut self.state, event, &mut sent);
            let done = match ctx.run_long_write() {
                None if may_add_before(msg) => self.features.import.add_next(ctx),
                done => done,
            };
            let Some(done) = done else { break };
            effects.extend(done);
            effects.extend(self.features.check_shown(ctx));
            if matches!(msg, Msg::Tick) {
                break;
            }
        }
        effects.extend(self.handle_sent(sent, event));
        effects
    }
}

impl Features {
    /// Tells the features that an article has been shown, if one has.
    fn check_shown(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let shown = ctx.state.shown.take();
        shown.map(|article| self.file_sync.check_file(&article, ctx)).unwrap_or_default()
    }

    /// Does what follows every event: saves the current block and the hints, counts the changes of
    /// each article, and saves values that cannot be read.
    fn finish(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let mut effects = ctx.save_current_block();
        effects.extend(self.onboarding.observe(ctx));
        let mut counted = Vec::new();
        for (article, _) in take(&mut ctx.state.steps) {
            if !counted.contains(&article) {
                effects.extend(self.file_sync.schedule_file_write(&article, ctx));
                effects.extend(ctx.count_change(&article));
                counted.push(article);
            }
        }
        effects.extend(ctx.save_quarantined());
        effects
    }
}

/// Returns whether imports that wait are added before the workspace handles `msg`. They go on
/// waiting while the stores, other tabs or the worker only report something.
fn may_add_before(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Saved { .. }
            | Msg::SaveFailed(_)
            | Msg::StoresInDoubt(_)
            | Msg::RemoteChanged(_)
            | Msg::TabsListed { .. }
            | Msg::Import(ImportMsg::Progressed { .. } | ImportMsg::Read { .. })
    )
}
