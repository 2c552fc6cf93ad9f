//! The update function of the workspace: it receives each message with its event context, and
//! returns the effects for the platform. Deferred work that a message may depend on runs before the
//! message. All writes of one event go to the stores as one batch.

use crate::{
    app::{Effect, Msg},
    event_context::EventContext,
    strings,
};

use super::{Workspace, apply_edit, keyboard_selection::SelectionStep};

impl Workspace {
    /// Handles a message, and returns the effects that the platform carries out.
    pub(in crate::app) fn update(&mut self, msg: Msg, context: EventContext) -> Vec<Effect> {
        let had_save_error = self.saving.has_error();
        let noticed = self.notice.clone();
        let mut effects = self.run_deferred(&msg, context);
        let message = self.notice.clone().filter(|message| noticed.as_ref() != Some(message));
        effects.extend(self.handle(msg, context));
        // The user has not seen yet a notice that the deferred work left, so it stays unless the
        // message brings another one.
        self.notice = self.notice.take().or(message);
        self.announce_save_error(had_save_error);
        let mut kept = self.save_current_block(context);
        kept.extend(self.remember_hints(context));
        kept.extend(self.count_change(context));
        kept.extend(self.save_quarantined(context));
        for effect in kept {
            apply_edit::join_batches(&mut effects, effect);
        }
        effects
    }

    /// Passes a message to the method that handles it.
    fn handle(&mut self, msg: Msg, context: EventContext) -> Vec<Effect> {
        match msg {
            // The deferred work has already run.
            Msg::Started(_) | Msg::Tick => Vec::new(),
            Msg::Saved { number, settled } => self.handle_saved(number, settled, context),
            Msg::SaveFailed(save_error) => self.handle_save_error(save_error),
            Msg::StoresInDoubt(doubt) => self.doubt_stores(doubt, context),
            Msg::RemoteChanged(values) => self.apply_remote_changes(values, context),
            Msg::TabsListed { open_tabs: alive, entries } => {
                self.adopt_closed_tabs(&alive, entries, context)
            }
            Msg::Import(msg) => self.update_import(msg, context),
            Msg::Library(msg) => self.change_library(msg, context),
            Msg::Storage(msg) => self.change_stores(msg, context),
            Msg::Typed(field, text) => self.set_draft(&field, text, context),
            Msg::AddressChanged(address) => self.handle_route(&address, context),
            Msg::ArticlePicked(article) => self.open_from_list(&article, context),
            Msg::AddArticleRequested => self.open_dialog(context),
            Msg::FileUnreadable { name } => self.refuse_file(strings::unreadable_file(&name)),
            Msg::ExportFailed(why) => self.notify_error(why),
            Msg::QuarantineExportRequested => self.download_quarantined(),
            Msg::NoticeClosed => self.close_notice(),
            Msg::TextSelected { span, edges } => self.select(&span, edges),
            Msg::SelectionCleared => self.unselect(),
            Msg::WordLongPressed(position) => self.step(SelectionStep::WordAt(position)),
            Msg::SentenceTapped(position) => self.step(SelectionStep::SentenceAt(position)),
            Msg::SelectionTaggedByName(label) => self.mark_named(&label, context),
            Msg::TagInputCancelled => self.cancel_tag_input(),
            Msg::TagInputBlurred => self.discard_tag_input(),
            Msg::TagChosen(tag) => self.choose_tag(&tag, context),
            Msg::MarkClicked(claims) => self.pick_clicked(claims),
            Msg::ClaimSelected { claim, from } => self.pick_claim(&claim, from),
            Msg::ClaimDeselected => self.leave_claim(),
            Msg::ClaimDeleted(claim) => self.delete_claim(&claim, context),
            Msg::TagNamed(claim, label) => self.name_tag(&claim, &label, context),
            Msg::TagRemoved(claim, tag) => self.remove_tag(&claim, &tag, context),
            Msg::NoteTyped(claim, note) => self.write_note(&claim, note, context),
            Msg::FieldLeft => self.leave_field(),
            Msg::BlockKindChanged(block, kind) => self.change_kind(&block, kind, context),
            Msg::KeyPressed(press) => self.handle_key(&press, context),
            Msg::CommandInvoked(command) => self.run_command(command, None, context),
            Msg::BlockSelected(block) => self.pick_block(&block),
            Msg::ReviewToggled(block) => self.toggle_reviewed_at(&block, context),
            Msg::Tags(msg) => self.change_tags(msg, context),
            Msg::Claim(msg) => self.update_claim(msg, context),
            Msg::Repair(msg) => self.repair(msg, context),
            Msg::Settings(msg) => self.change_settings(msg, context),
            Msg::PanelSelected(panel) => self.set_panel(panel),
            Msg::DrawerToggled(sheet) => self.set_drawer(sheet),
            Msg::WindowClosed => self.close_window(),
        }
    }
}
