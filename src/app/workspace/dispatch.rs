//! Which feature handles which message.

use crate::{
    app::{
        ClaimMsg, Effect, LibraryMsg, Msg, StorageMsg,
        features::{
            block_editing, claim_editing, conflicts, evidence, export, history,
            keyboard_selection::{self, SelectionStep},
            library, marking, metadata, navigation, review, routing, scale, storage_info,
            store_refill, sync, tags, undo, verdict,
        },
        state::Ctx,
    },
    strings,
};

use super::{Features, commands::choose_tag};

impl Features {
    /// Passes a message to the feature that handles it.
    #[expect(clippy::too_many_lines, reason = "a line for each message, and nothing else")]
    pub(super) fn handle(&mut self, msg: Msg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        match msg {
            // The deferred work has already run.
            Msg::Started(_) | Msg::Tick => Vec::new(),
            Msg::Saved { number, settled } => sync::handle_saved(number, settled, ctx),
            Msg::SaveFailed(save_error) => sync::handle_save_error(save_error, ctx),
            Msg::StoresInDoubt(doubt) => store_refill::doubt_stores(doubt, ctx),
            Msg::RemoteChanged(values) => sync::apply_remote_changes(values, ctx),
            Msg::TabsListed { open_tabs, entries } => {
                undo::adopt_closed_tabs(&open_tabs, entries, ctx)
            }
            Msg::Import(msg) => self.import.update_import(msg, ctx),
            Msg::Library(msg) => handle_library(msg, ctx),
            Msg::Storage(msg) => self.handle_storage(msg, ctx),
            Msg::Typed(field, text) => ctx.set_draft(&field, text),
            Msg::AddressChanged(_) if self.is_dialog_open(ctx) => routing::close_overlays(ctx),
            Msg::AddressChanged(address) => routing::handle_route(&address, ctx),
            Msg::ArticlePicked(article) => ctx.open_from_list(&article),
            Msg::AddArticleRequested => self.import.open_dialog(ctx),
            Msg::FileUnreadable { name } => {
                self.import.refuse_file(strings::unreadable_file(&name), ctx)
            }
            Msg::ExportFailed(why) => ctx.notify_error(why),
            Msg::ExportRequested(articles) => export::export_all(&articles, ctx),
            Msg::QuarantineExportRequested => export::download_quarantined(ctx),
            Msg::NoticeClosed => ctx.close_notice(),
            Msg::TextSelected { span, edges } => self.marking.select(&span, edges, ctx),
            Msg::SelectionCleared => ctx.unselect(),
            Msg::WordLongPressed(position) => self.step(SelectionStep::WordAt(position), ctx),
            Msg::SentenceTapped(position) => self.step(SelectionStep::SentenceAt(position), ctx),
            Msg::SelectionTaggedByName(label) => marking::mark_named(&label, ctx),
            Msg::TagInputCancelled => keyboard_selection::cancel_tag_input(ctx),
            Msg::TagInputBlurred => keyboard_selection::discard_tag_input(ctx),
            Msg::TagChosen(tag) => choose_tag(&tag, ctx),
            Msg::MarkClicked(claims) => self.navigation.pick_clicked(claims, ctx),
            Msg::ClaimSelected { claim, from } => ctx.pick_claim(&claim, from),
            Msg::ClaimDeselected => ctx.leave_claim(),
            Msg::ClaimDeleted(claim) => claim_editing::delete_claim(&claim, ctx),
            Msg::TagNamed(claim, label) => claim_editing::name_tag(&claim, &label, ctx),
            Msg::TagRemoved(claim, tag) => claim_editing::remove_tag(&claim, &tag, ctx),
            Msg::NoteTyped(claim, note) => claim_editing::write_note(&claim, note, ctx),
            Msg::FieldLeft => claim_editing::leave_field(ctx),
            Msg::BlockKindChanged(block, kind) => block_editing::change_kind(&block, kind, ctx),
            Msg::KeyPressed(press) => self.handle_key(&press, ctx),
            Msg::CommandInvoked(command) => self.run_command(command, None, ctx),
            Msg::BlockSelected(block) => navigation::pick_block(&block, ctx),
            Msg::ReviewToggled(block) => review::toggle_reviewed_at(&block, ctx),
            Msg::Tags(msg) => tags::change_tags(msg, ctx),
            Msg::Claim(msg) => handle_claim(msg, ctx),
            Msg::Repair(msg) => block_editing::repair(msg, ctx),
            Msg::Settings(msg) => self.preferences.change_settings(msg, ctx),
            Msg::PanelSelected(panel) => self.navigation.set_panel(panel),
            Msg::DrawerToggled(drawer) => self.navigation.set_drawer(drawer, ctx),
            Msg::WindowClosed => ctx.close_window(),
        }
    }

    /// Passes a message about stored data to the feature that handles it.
    fn handle_storage(&mut self, msg: StorageMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        match msg {
            StorageMsg::StorageReported(report) => storage_info::show_stores(report, ctx),
            StorageMsg::DeletionAsked(deletion) => storage_info::ask_to_delete(deletion, ctx),
            StorageMsg::ExportedFirst(deletion) => storage_info::export_first(deletion, ctx),
            StorageMsg::Deleted(deletion) => storage_info::delete(deletion, ctx),
            StorageMsg::File(msg) => self.file_sync.change_file(msg, ctx),
            StorageMsg::ClaimHistoryAsked(claim) => self.history.ask_for_claim(claim),
            StorageMsg::HistoryRead(entries) => self.history.show_history(entries, ctx),
            StorageMsg::RestoredTo(name) => history::restore_to(name.as_deref(), ctx),
            StorageMsg::ConflictAccepted(other) => conflicts::accept_conflict(&other, ctx),
            StorageMsg::ConflictDismissed(other) => conflicts::dismiss_conflict(&other, ctx),
        }
    }

    /// Returns whether a dialog is open, the import dialog among them.
    fn is_dialog_open(&self, ctx: &Ctx<'_>) -> bool {
        ctx.state.dialog.is_some() || self.import.dialog.is_some()
    }
}

/// Passes a message about the library or the metadata of the article on screen to the feature that
/// handles it.
fn handle_library(msg: LibraryMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        LibraryMsg::DetailTyped(field, text) => metadata::write_detail(field, &text, ctx),
        LibraryMsg::NoteTyped(note) => metadata::write_article_note(note, ctx),
        LibraryMsg::ArchiveDownloaded { articles, outcome } => {
            export::mark_exported(&articles, outcome, ctx)
        }
        LibraryMsg::Searched(_)
        | LibraryMsg::Ordered(_)
        | LibraryMsg::FilterChosen(_)
        | LibraryMsg::Unfolded
        | LibraryMsg::SelectionToggled(_)
        | LibraryMsg::PicksTurned
        | LibraryMsg::Opened(..)
        | LibraryMsg::Archived
        | LibraryMsg::Deleted
        | LibraryMsg::Exported
        | LibraryMsg::ListChanged
        | LibraryMsg::StatusShown(_) => library::change_library(msg, ctx),
    }
}

/// Passes a message about the work on a claim to the feature that handles it.
fn handle_claim(msg: ClaimMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        ClaimMsg::Evidence(msg) => evidence::change_evidence(msg, ctx),
        ClaimMsg::StatusChosen(claim, status) => claim_editing::set_status(&claim, status, ctx),
        ClaimMsg::PriorityChosen(claim, priority) => {
            claim_editing::set_priority(&claim, priority, ctx)
        }
        ClaimMsg::StatusToggled(status) => claim_editing::press_status(status, ctx),
        ClaimMsg::PriorityPressed(priority) => claim_editing::press_priority(priority, ctx),
        ClaimMsg::Pinned(claim) => claim_editing::pin(claim, ctx),
        ClaimMsg::Linked(claim, kind, number) => {
            claim_editing::link_claims(&claim, kind, number, ctx)
        }
        ClaimMsg::Unlinked(claim, other) => claim_editing::unlink(&claim, &other, ctx),
        ClaimMsg::CreatedOnBlock(block) => marking::mark_without_words(block, ctx),
        ClaimMsg::CorrectionsCopied => claim_editing::copy_corrections(ctx),
        ClaimMsg::Copied(is_copied) => claim_editing::tell_copied(is_copied, ctx),
        ClaimMsg::Typed(claim, field, text) => claim_editing::write_field(&claim, field, text, ctx),
        ClaimMsg::RatingChosen(claim, rating) => verdict::rate(&claim, &rating, ctx),
        ClaimMsg::VerdictTextChanged(claim, text) => verdict::write_sentence(&claim, text, ctx),
        ClaimMsg::ReasonTyped(claim, text) => verdict::write_reason(&claim, text, ctx),
        ClaimMsg::VerdictRemoved(claim) => verdict::take_verdict(&claim, ctx),
        ClaimMsg::Scale(msg) => scale::change_scale(msg, ctx),
    }
}
