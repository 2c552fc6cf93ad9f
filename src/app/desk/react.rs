//! What the desk does of what happens.

use crate::{
    app::{Effect, Msg},
    stamp::Stamp,
    words,
};

use super::{Desk, commit, stepping::Step};

impl Desk {
    /// Takes note of what happened.
    pub(in crate::app) fn update(&mut self, msg: Msg, stamp: Stamp) -> Vec<Effect> {
        let was_trouble = self.saving.is_trouble();
        let noticed = self.notice.clone();
        let mut effects = self.do_due(&msg, stamp);
        let told = self.notice.clone().filter(|told| noticed.as_ref() != Some(told));
        effects.extend(self.react(msg, stamp));
        // Nobody could read yet what was told of what was done before.
        self.notice = self.notice.take().or(told);
        self.say_of_trouble(was_trouble);
        let mut kept = self.remember_place(stamp);
        kept.extend(self.remember_hints(stamp));
        kept.extend(self.remember_change(stamp));
        kept.extend(self.remember_asides(stamp));
        for effect in kept {
            commit::join_batches(&mut effects, effect);
        }
        effects
    }

    fn react(&mut self, msg: Msg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            // What is due has been done.
            Msg::Started(_) | Msg::CameBack => Vec::new(),
            Msg::Saved { number, settled } => self.saved(number, settled, stamp),
            Msg::SaveFailed(trouble) => self.not_saved(trouble),
            Msg::StoresInDoubt(doubt) => self.doubt_stores(doubt, stamp),
            Msg::Heard(values) => self.hear(values, stamp),
            Msg::TabsCounted { alive, entries } => self.take_over(&alive, entries, stamp),
            Msg::Intake(msg) => self.change_intake(msg, stamp),
            Msg::Library(msg) => self.change_library(msg, stamp),
            Msg::Stores(msg) => self.change_stores(msg, stamp),
            Msg::Typed(field, text) => self.type_in(&field, text, stamp),
            Msg::AddressChanged(address) => self.follow(&address, stamp),
            Msg::ArticlePicked(article) => self.turn_to(&article, stamp),
            Msg::AddAsked => self.open_dialog(stamp),
            Msg::FileUnreadable { name } => self.refuse_file(words::unreadable_file(&name)),
            Msg::ExportFailed(why) => self.refuse(why),
            Msg::AsidesAsked => self.hand_over_asides(),
            Msg::NoticeClosed => self.close_notice(),
            Msg::TextSelected { span, edges } => self.select(&span, edges),
            Msg::SelectionGone => self.unselect(),
            Msg::WordPressed(place) => self.step(Step::WordAt(place)),
            Msg::SentenceTapped(place) => self.step(Step::SentenceAt(place)),
            Msg::SelectionNamed(label) => self.mark_named(&label, stamp),
            Msg::NamingLeft => self.leave_naming(),
            Msg::NamingDropped => self.drop_naming(),
            Msg::TagChosen(tag) => self.choose_tag(&tag, stamp),
            Msg::MarkClicked(claims) => self.pick_clicked(claims),
            Msg::ClaimPicked { claim, from } => self.pick_claim(&claim, from),
            Msg::ClaimLeft => self.leave_claim(),
            Msg::ClaimDeleted(claim) => self.delete_claim(&claim, stamp),
            Msg::TagNamed(claim, label) => self.name_tag(&claim, &label, stamp),
            Msg::TagRemoved(claim, tag) => self.remove_tag(&claim, &tag, stamp),
            Msg::NoteTyped(claim, note) => self.write_note(&claim, note, stamp),
            Msg::FieldLeft => self.leave_field(),
            Msg::KindChosen(block, kind) => self.change_kind(&block, kind, stamp),
            Msg::Pressed(press) => self.press(&press, stamp),
            Msg::Commanded(command) => self.obey(command, None, stamp),
            Msg::BlockPicked(block) => self.pick_block(&block),
            Msg::LookTurned(block) => self.turn_look(&block, stamp),
            Msg::Tags(msg) => self.change_tags(msg, stamp),
            Msg::Work(msg) => self.work(msg, stamp),
            Msg::Repair(msg) => self.repair(msg, stamp),
            Msg::Settings(msg) => self.change_settings(msg, stamp),
            Msg::PanelTurned(panel) => self.turn_panel(panel),
            Msg::SheetTurned(sheet) => self.turn_sheet(sheet),
            Msg::WindowClosed => self.close_window(),
        }
    }
}
