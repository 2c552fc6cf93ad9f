//! What each key does, and the button of the same name.

use crate::{
    app::{Command, Effect, FocusOn, Press, RepairMsg, ScaleMsg, Window, WorkMsg},
    article::Way,
    claim::Digit,
    id::BlockId,
    saved::Course,
    stamp::Stamp,
};

use super::{Desk, stepping::Step};

impl Desk {
    /// Does what a key asks for, if it asks for something.
    pub(super) fn press(&mut self, press: &Press, stamp: Stamp) -> Vec<Effect> {
        let meaning = self.keymap.meaning(press, &self.session);
        meaning.map_or_else(Vec::new, |command| self.obey(command, press.digit(), stamp))
    }

    /// Does something about the current block.
    fn repair_current(&mut self, msg: fn(BlockId) -> RepairMsg, stamp: Stamp) -> Vec<Effect> {
        let position = self.current_position();
        let block = self.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
        block.map_or_else(Vec::new, |id| self.repair(msg(id), stamp))
    }

    /// Makes a claim without words at the current block.
    fn mark_current(&mut self, stamp: Stamp) -> Vec<Effect> {
        let block = self.current().cloned();
        block.map_or_else(Vec::new, |id| self.work(WorkMsg::MadeWithoutWords(id), stamp))
    }

    /// Does what a key or the button of the same name asks for.
    #[expect(clippy::too_many_lines, reason = "a line for each command, and nothing else")]
    pub(super) fn obey(
        &mut self,
        command: Command,
        digit: Option<Digit>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        // What was done in the library is taken back in it.
        let is_kept = matches!(command, Command::Undo | Command::Redo)
            && matches!(self.window, Some(Window::Library(_)));
        if self.window.is_some() && !is_kept {
            self.close_window();
        }
        self.drop_remark();
        match command {
            Command::NextBlock => self.go_on(),
            Command::PreviousBlock => self.go_back(),
            Command::NextUnlooked => self.go_to_unlooked(),
            Command::Look => self.look(stamp),
            Command::FocusMode => self.turn_focus_mode(),
            Command::Kind => self.open_kinds(),
            Command::ClaimWithoutWords => self.mark_current(stamp),
            Command::Split => self.repair_current(RepairMsg::Split, stamp),
            Command::Join => self.repair_current(RepairMsg::Joined, stamp),
            Command::Correct => self.repair_current(RepairMsg::CorrectAsked, stamp),
            Command::NextSentence => self.step(Step::Sentence(Way::On)),
            Command::PreviousSentence => self.step(Step::Sentence(Way::Back)),
            Command::Word => self.step(Step::Word),
            Command::Clause => self.step(Step::Clause),
            Command::Paragraph => self.step(Step::Paragraph),
            Command::EdgeBack => self.step(Step::Edge(Way::Back)),
            Command::EdgeOn => self.step(Step::Edge(Way::On)),
            Command::OtherEdge => self.change_edge(),
            Command::Exact => self.turn_edges(),
            Command::Tag => digit.map_or_else(Vec::new, |digit| self.tag_by_key(digit, stamp)),
            Command::Mark => self.mark(None, stamp),
            Command::NameTag => self.name_tag_here(),
            Command::Open => vec![Effect::Focus(FocusOn::CardNote)],
            Command::Outer => self.pick_outer(),
            Command::Next => self.pick_next(),
            Command::Previous => self.pick_previous(),
            Command::Delete => self.delete_selected(stamp),
            Command::Status(status) => self.work(WorkMsg::StatusPressed(status), stamp),
            Command::Priority(it) => self.work(WorkMsg::PriorityPressed(it), stamp),
            Command::Verdict => vec![Effect::Focus(FocusOn::Verdict)],
            Command::Evidence => vec![Effect::Focus(FocusOn::Evidence)],
            Command::Filter => self.go_to_filter(),
            Command::Undo => self.retrace_step(Course::Back, stamp),
            Command::Redo => self.retrace_step(Course::Forth, stamp),
            Command::ShowLibrary => self.show_library(),
            Command::EditDetails => self.show_details(),
            Command::ShowMemo => self.show_memo(),
            Command::ShowContacts => self.open_window(Window::Contacts),
            Command::AddArticle => self.open_dialog(stamp),
            Command::Export => self.export_shown(stamp),
            Command::Guidelines => self.show_guidelines(),
            Command::EditTags => self.edit_tags(),
            Command::EditScale => self.work(WorkMsg::Scale(ScaleMsg::Asked), stamp),
            Command::ShowSources => self.show_sources(),
            Command::ShowHistory => vec![Effect::ReadHistory],
            Command::ShowStores => vec![Effect::Survey],
            Command::ChangeView => self.open_window(Window::View),
            Command::ShowKeys => self.show_keys(),
            Command::Escape => self.back_out(),
        }
    }
}
