//! The commands: each key, and the button of the same name, runs one of them. Every command except
//! undo and redo in the library closes the open dialog first.

use crate::{
    app::{
        BlockEditMsg, Command, Dialog, Effect, FocusTarget, KeyPress, Mode, ScaleMsg,
        features::{
            block_editing, claim_editing, evidence, export,
            keyboard_selection::{self, SelectionStep},
            library, marking, metadata, navigation, preferences, review, scale, tags,
        },
        state::Ctx,
    },
    article::Direction,
    claim::Digit,
    id::{BlockId, TagId},
    storage::UndoDirection,
};

use super::Features;

impl Features {
    /// Runs the command of a key, if the key has one in the current mode.
    pub(super) fn handle_key(&mut self, press: &KeyPress, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let meaning = self.preferences.keymap().lookup(press, &ctx.state.mode);
        meaning.map_or_else(Vec::new, |command| self.run_command(command, press.digit(), ctx))
    }

    /// Runs a step of selecting by keys or by touch.
    pub(super) fn step(&self, step: SelectionStep, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        keyboard_selection::step(step, self.marking.snap(), ctx)
    }

    /// Runs a command. `digit` is the digit of the pressed key, which [`Command::Tag`] needs.
    #[expect(clippy::too_many_lines, reason = "a line for each command, and nothing else")]
    pub(super) fn run_command(
        &mut self,
        command: Command,
        digit: Option<Digit>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        // Undo and redo leave the library open, so that the user sees there what they did.
        let is_kept = matches!(command, Command::Undo | Command::Redo)
            && matches!(ctx.state.dialog, Some(Dialog::Library(_)));
        if ctx.state.dialog.is_some() && !is_kept {
            ctx.close_window();
        }
        ctx.drop_remark();
        match command {
            Command::NextBlock => navigation::next_block(ctx),
            Command::PreviousBlock => navigation::previous_block(ctx),
            Command::NextUnreviewed => navigation::go_to_unreviewed(ctx),
            Command::ToggleReviewed => review::toggle_reviewed(ctx),
            Command::FocusMode => self.navigation.turn_focus_mode(ctx),
            Command::Kind => navigation::open_kinds(ctx),
            Command::ClaimWithoutWords => mark_current(ctx),
            Command::Split => edit_current_block(BlockEditMsg::Split, ctx),
            Command::Join => edit_current_block(BlockEditMsg::Joined, ctx),
            Command::Correct => edit_current_block(BlockEditMsg::CorrectAsked, ctx),
            Command::NextSentence => self.step(SelectionStep::Sentence(Direction::Forward), ctx),
            Command::PreviousSentence => self.step(SelectionStep::Sentence(Direction::Back), ctx),
            Command::Word => self.step(SelectionStep::Word, ctx),
            Command::Clause => self.step(SelectionStep::Clause, ctx),
            Command::Paragraph => self.step(SelectionStep::Paragraph, ctx),
            Command::ExtendBackward => self.step(SelectionStep::Edge(Direction::Back), ctx),
            Command::ExtendForward => self.step(SelectionStep::Edge(Direction::Forward), ctx),
            Command::SwapEnds => keyboard_selection::change_edge(ctx),
            Command::Exact => self.marking.toggle_snap(ctx),
            Command::Tag => digit.map_or_else(Vec::new, |digit| tag_by_key(digit, ctx)),
            Command::Mark => marking::mark(None, ctx),
            Command::NameTag => keyboard_selection::name_tag_here(ctx),
            Command::Open => vec![Effect::Focus(FocusTarget::CardNote)],
            Command::SelectParentClaim => self.navigation.select_parent_claim(ctx),
            Command::Next => navigation::pick_next(ctx),
            Command::Previous => navigation::pick_previous(ctx),
            Command::Delete => claim_editing::delete_selected(ctx),
            Command::Status(status) => claim_editing::press_status(status, ctx),
            Command::Priority(it) => claim_editing::press_priority(it, ctx),
            Command::Verdict => vec![Effect::Focus(FocusTarget::Verdict)],
            Command::Evidence => vec![Effect::Focus(FocusTarget::Evidence)],
            Command::Filter => self.navigation.go_to_filter(),
            Command::Undo => self.undo.undo_or_redo(UndoDirection::Undo, ctx),
            Command::Redo => self.undo.undo_or_redo(UndoDirection::Redo, ctx),
            Command::ShowLibrary => library::show_library(ctx),
            Command::EditDetails => metadata::show_details(ctx),
            Command::ShowCorrections => metadata::show_corrections(ctx),
            Command::ShowContacts => ctx.open_window(Dialog::Contacts),
            Command::AddArticle => self.import.open_dialog(ctx),
            Command::Export => export::export_shown(ctx),
            Command::Guidelines => self.navigation.show_guidelines(ctx),
            Command::EditTags => tags::edit_tags(ctx),
            Command::EditScale => scale::change_scale(ScaleMsg::Asked, ctx),
            Command::ShowSources => evidence::show_sources(ctx),
            Command::ShowHistory => vec![Effect::ReadHistory],
            Command::ShowStores => vec![Effect::QueryStorage],
            Command::OpenSettings => ctx.open_window(Dialog::Settings),
            Command::ShowKeys => preferences::show_keys(ctx),
            Command::Escape => self.navigation.handle_escape(ctx),
        }
    }
}

/// Sends a message about the current block, or about the first one where no block is current.
fn edit_current_block(msg: fn(BlockId) -> BlockEditMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let position = ctx.current_position();
    let block = ctx.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
    block.map_or_else(Vec::new, |id| block_editing::repair(msg(id), ctx))
}

/// Creates a claim without words at the current block; does nothing where no block is current.
fn mark_current(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let block = ctx.current().cloned();
    block.map_or_else(Vec::new, |id| marking::mark_without_words(id, ctx))
}

/// Does [`choose_tag`] with the tag that has a digit as its key.
fn tag_by_key(digit: Digit, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let tag = document.tags().into_iter().find(|tag| tag.key == Some(digit));
    let Some(tag) = tag.map(|tag| tag.id.clone()) else { return Vec::new() };
    choose_tag(&tag, ctx)
}

/// Marks the selection with a tag or, where a claim is selected, adds the tag to the claim or
/// removes it.
pub(super) fn choose_tag(tag: &TagId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match ctx.state.mode {
        Mode::Reading => Vec::new(),
        Mode::Selecting { .. } => marking::mark(Some(tag), ctx),
        Mode::Claim(_) => claim_editing::toggle_tag(tag, ctx),
    }
}
