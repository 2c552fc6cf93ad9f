//! The commands: each key, and the button of the same name, runs one of them. This file only says
//! which method of the workspace carries out which command. Every command except undo and redo in
//! the library closes the open dialog first.

use crate::{
    app::{BlockEditMsg, ClaimMsg, Command, Dialog, Effect, FocusTarget, KeyPress, ScaleMsg},
    article::Direction,
    claim::Digit,
    event_context::EventContext,
    id::BlockId,
    storage::UndoDirection,
};

use super::{Workspace, keyboard_selection::SelectionStep};

impl Workspace {
    /// Runs the command of a key, if the key has one in the current mode.
    pub(super) fn handle_key(&mut self, press: &KeyPress, context: EventContext) -> Vec<Effect> {
        let meaning = self.keymap.lookup(press, &self.session);
        meaning.map_or_else(Vec::new, |command| self.run_command(command, press.digit(), context))
    }

    /// Sends a message about the current block, or about the first one where no block is current.
    fn edit_current_block(
        &mut self,
        msg: fn(BlockId) -> BlockEditMsg,
        context: EventContext,
    ) -> Vec<Effect> {
        let position = self.current_position();
        let block = self.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
        block.map_or_else(Vec::new, |id| self.repair(msg(id), context))
    }

    /// Creates a claim without words at the current block; does nothing where no block is current.
    fn mark_current(&mut self, context: EventContext) -> Vec<Effect> {
        let block = self.current().cloned();
        block.map_or_else(Vec::new, |id| self.update_claim(ClaimMsg::CreatedOnBlock(id), context))
    }

    /// Runs a command. `digit` is the digit of the pressed key, which [`Command::Tag`] needs.
    #[expect(clippy::too_many_lines, reason = "a line for each command, and nothing else")]
    pub(super) fn run_command(
        &mut self,
        command: Command,
        digit: Option<Digit>,
        context: EventContext,
    ) -> Vec<Effect> {
        // Undo and redo leave the library open, so that the user sees there what they did.
        let is_kept = matches!(command, Command::Undo | Command::Redo)
            && matches!(self.window, Some(Dialog::Library(_)));
        if self.window.is_some() && !is_kept {
            self.close_window();
        }
        self.drop_remark();
        match command {
            Command::NextBlock => self.next_block(),
            Command::PreviousBlock => self.previous_block(),
            Command::NextUnreviewed => self.go_to_unreviewed(),
            Command::ToggleReviewed => self.toggle_reviewed(context),
            Command::FocusMode => self.turn_focus_mode(),
            Command::Kind => self.open_kinds(),
            Command::ClaimWithoutWords => self.mark_current(context),
            Command::Split => self.edit_current_block(BlockEditMsg::Split, context),
            Command::Join => self.edit_current_block(BlockEditMsg::Joined, context),
            Command::Correct => self.edit_current_block(BlockEditMsg::CorrectAsked, context),
            Command::NextSentence => self.step(SelectionStep::Sentence(Direction::Forward)),
            Command::PreviousSentence => self.step(SelectionStep::Sentence(Direction::Back)),
            Command::Word => self.step(SelectionStep::Word),
            Command::Clause => self.step(SelectionStep::Clause),
            Command::Paragraph => self.step(SelectionStep::Paragraph),
            Command::ExtendBackward => self.step(SelectionStep::Edge(Direction::Back)),
            Command::ExtendForward => self.step(SelectionStep::Edge(Direction::Forward)),
            Command::SwapEnds => self.change_edge(),
            Command::Exact => self.toggle_snap(),
            Command::Tag => digit.map_or_else(Vec::new, |digit| self.tag_by_key(digit, context)),
            Command::Mark => self.mark(None, context),
            Command::NameTag => self.name_tag_here(),
            Command::Open => vec![Effect::Focus(FocusTarget::CardNote)],
            Command::SelectParentClaim => self.select_parent_claim(),
            Command::Next => self.pick_next(),
            Command::Previous => self.pick_previous(),
            Command::Delete => self.delete_selected(context),
            Command::Status(status) => self.update_claim(ClaimMsg::StatusToggled(status), context),
            Command::Priority(it) => self.update_claim(ClaimMsg::PriorityPressed(it), context),
            Command::Verdict => vec![Effect::Focus(FocusTarget::Verdict)],
            Command::Evidence => vec![Effect::Focus(FocusTarget::Evidence)],
            Command::Filter => self.go_to_filter(),
            Command::Undo => self.undo_or_redo(UndoDirection::Undo, context),
            Command::Redo => self.undo_or_redo(UndoDirection::Redo, context),
            Command::ShowLibrary => self.show_library(),
            Command::EditDetails => self.show_details(),
            Command::ShowCorrections => self.show_corrections(),
            Command::ShowContacts => self.open_window(Dialog::Contacts),
            Command::AddArticle => self.open_dialog(context),
            Command::Export => self.export_shown(context),
            Command::Guidelines => self.show_guidelines(),
            Command::EditTags => self.edit_tags(),
            Command::EditScale => self.update_claim(ClaimMsg::Scale(ScaleMsg::Asked), context),
            Command::ShowSources => self.show_sources(),
            Command::ShowHistory => vec![Effect::ReadHistory],
            Command::ShowStores => vec![Effect::QueryStorage],
            Command::OpenSettings => self.open_window(Dialog::Settings),
            Command::ShowKeys => self.show_keys(),
            Command::Escape => self.handle_escape(),
        }
    }
}
