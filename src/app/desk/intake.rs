//! Articles that come in: the dialog, what is read for it, and files that come together.

use crate::{
    app::{AddDialog, Answer, Effect, Field, FocusOn, IntakeMsg, ReadTask, TakenFile},
    claim::WebAddress,
    intake::{
        How, Intake, Passage, ReadText, Received, Shape,
        wire::{self, Told},
    },
    stamp::Stamp,
    words,
};

use super::{
    Desk,
    adding::{Came, Made},
    arrivals,
    due::is_long,
};

/// The largest file or text that is read, in bytes: a larger one does not fit into a page's memory
/// together with what is made of it.
const LARGEST: u64 = 64 << 20;

impl Desk {
    /// Takes note of something about an article that comes in.
    pub(super) fn change_intake(&mut self, msg: IntakeMsg, stamp: Stamp) -> Vec<Effect> {
        if msg.brings_more_than(LARGEST) {
            return self.refuse_file(words::large_file(words::PASTED, LARGEST));
        }
        match msg {
            IntakeMsg::Opened => self.read_for_dialog(stamp),
            IntakeMsg::Left => self.close_dialog(),
            IntakeMsg::Typed(text) => self.type_draft(text, None, stamp),
            IntakeMsg::Pasted { text, html } => self.replace_draft(text, html, stamp),
            IntakeMsg::Addressed(query) => self.take_query(&query, stamp),
            IntakeMsg::BroughtBack => {
                let replaced = self.dialog.as_mut().and_then(|dialog| dialog.replaced.take());
                replaced.map_or_else(Vec::new, |text| self.replace_draft(text, None, stamp))
            }
            IntakeMsg::FilesTaken(files) => self.take_files(files, stamp),
            IntakeMsg::FileDropped => {
                let text = self.typed(&Field::Article).to_owned();
                self.dialog = Some(AddDialog { text, ..AddDialog::default() });
                self.read_for_dialog(stamp)
            }
            IntakeMsg::Told { number, said } => self.take_told(number, &said),
            IntakeMsg::Read { number, answer } => self.take_answer(number, answer, stamp),
            IntakeMsg::HowChosen(how) => self.change_dialog(stamp, |dialog| dialog.how = how),
            IntakeMsg::EncodingChosen(label) => self.change_dialog(stamp, |dialog| {
                dialog.encoding = Some(label);
                dialog.taken_back.clear();
            }),
            IntakeMsg::TakenBack(positions) => self.take_back(positions),
            IntakeMsg::Added => self.add_what_is_read(stamp),
            IntakeMsg::OpenedAgain => self.open_again(stamp),
        }
    }

    fn close_dialog(&mut self) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        task.map(Effect::StopReading).into_iter().collect()
    }

    /// A text in the dialog, which is opened for it.
    fn type_draft(&mut self, text: String, html: Option<String>, stamp: Stamp) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        self.dialog = Some(AddDialog { text: text.clone(), html, task, ..AddDialog::default() });
        let mut effects = self.type_in(&Field::Article, text, stamp);
        effects.extend(self.read_for_dialog(stamp));
        effects
    }

    /// Another text in the dialog; the one that was typed there can be had again.
    fn replace_draft(&mut self, text: String, html: Option<String>, stamp: Stamp) -> Vec<Effect> {
        let typed = self.typed(&Field::Article);
        let replaced = (!typed.trim().is_empty() && typed != text).then(|| typed.to_owned());
        let effects = self.type_draft(text, html, stamp);
        if let Some(dialog) = &mut self.dialog {
            dialog.replaced = replaced;
        }
        effects
    }

    /// Opens the dialog with what the query of an address says.
    fn take_query(&mut self, query: &str, stamp: Stamp) -> Vec<Effect> {
        let said = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let value = pairs.find(|(other, _)| other == name).map(|(_, value)| value.into_owned());
            value.filter(|value| !value.trim().is_empty())
        };
        let effects = self.replace_draft(said("text").unwrap_or_default(), None, stamp);
        if let Some(dialog) = &mut self.dialog {
            (dialog.title, dialog.source) = (said("title"), said("url"));
            let is_other = |source: &mut String| WebAddress::read(source).is_none();
            if let Some(other) = dialog.source.take_if(is_other) {
                dialog.problem = Some(words::no_source(&other));
            }
        }
        effects
    }

    fn change_dialog(&mut self, stamp: Stamp, change: impl FnOnce(&mut AddDialog)) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        change(dialog);
        self.read_for_dialog(stamp)
    }

    /// Takes back what was done to some passages. The button that asked for it may be gone then.
    fn take_back(&mut self, positions: Vec<usize>) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if let Some(read) = &mut dialog.read {
            read.intake.take_back(&positions);
            dialog.taken_back.push(positions);
        }
        vec![Effect::Focus(FocusOn::Recognised)]
    }

    /// Has what is in the dialog read anew; where a task is under way, once that is done.
    fn read_for_dialog(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        dialog.read = None;
        dialog.share = 0;
        dialog.passages.clear();
        dialog.problem = None;
        if dialog.task.is_some() {
            dialog.is_stale = true;
            return Vec::new();
        }
        if dialog.is_empty() {
            return Vec::new();
        }
        self.tasks = self.tasks.wrapping_add(1);
        dialog.task = Some(self.tasks);
        vec![Effect::Read(ReadTask {
            number: self.tasks,
            source: dialog.wanted(),
            how: dialog.how,
            stamp,
        })]
    }

    fn take_files(&mut self, files: Vec<TakenFile>, stamp: Stamp) -> Vec<Effect> {
        if let Some(file) = files.iter().find(|file| file.bytes > LARGEST) {
            return self.refuse_file(words::large_file(&file.name, LARGEST));
        }
        match <[TakenFile; 1]>::try_from(files) {
            Ok([file]) => {
                let is_for_file = self.dialog.is_none();
                let task = self.dialog.as_ref().and_then(|dialog| dialog.task);
                let text = self.typed(&Field::Article).to_owned();
                let file = Some(file);
                self.dialog =
                    Some(AddDialog { text, file, task, is_for_file, ..AddDialog::default() });
                self.read_for_dialog(stamp)
            }
            Err(files) => self.take_together(files, stamp),
        }
    }

    /// Takes what is told while a task is under way.
    fn take_told(&mut self, number: u32, said: &str) -> Vec<Effect> {
        let dialog = self.dialog.as_mut().filter(|dialog| dialog.task == Some(number));
        match (wire::read_told(said), dialog) {
            (Some(Told::Share(share)), Some(dialog)) => dialog.share = share,
            (Some(Told::Passages(passages)), Some(dialog)) => dialog.passages.extend(passages),
            (Some(Told::Passages(passages)), None) => self.arrivals.take(number, passages),
            (Some(Told::Share(_)), None) | (None, _) => {}
        }
        Vec::new()
    }

    fn take_answer(&mut self, number: u32, answer: Option<Answer>, stamp: Stamp) -> Vec<Effect> {
        if self.arrivals.awaits(number) {
            return self.take_arrival(number, answer, stamp);
        }
        let dialog = self.dialog.as_mut().filter(|dialog| dialog.task == Some(number));
        let Some(dialog) = dialog else { return Vec::new() };
        dialog.task = None;
        if std::mem::take(&mut dialog.is_stale) {
            return self.read_for_dialog(stamp);
        }
        let is_file = dialog.file.is_some();
        let passages = std::mem::take(&mut dialog.passages);
        match received(answer, passages, (!is_file).then_some(dialog.text.as_str())) {
            Ok(Received::Ours(parcel)) => {
                let came = if is_file { Came::File } else { Came::Text };
                self.take_parcel(parcel, came, stamp)
            }
            Ok(Received::Bundle { parcels, refused }) => self.take_bundle(parcels, refused),
            Ok(Received::Text(mut read)) => {
                if dialog.how == How::Structured {
                    dialog.taken_back.iter().for_each(|it| read.intake.take_back(it));
                }
                dialog.read = Some(*read);
                if dialog.is_adding { self.add_what_is_read(stamp) } else { Vec::new() }
            }
            Err(why) => self.refuse_read(why),
        }
    }

    /// Says why what is in the dialog cannot be read; a dialog that is there only for it goes.
    pub(super) fn refuse_read(&mut self, why: String) -> Vec<Effect> {
        self.dialog.take_if(|dialog| dialog.is_for_file);
        if let Some(dialog) = &mut self.dialog {
            dialog.file = None;
            dialog.is_adding = false;
        }
        self.refuse_file(why)
    }

    /// Adds what was read, or lets it be added once it is read.
    fn add_what_is_read(&mut self, stamp: Stamp) -> Vec<Effect> {
        let set = (self.tags_of_new(), self.scale_of_new());
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if dialog.is_empty() {
            dialog.problem = Some(words::EMPTY_TEXT.to_owned());
            return Vec::new();
        }
        let Some(read) = dialog.read.take_if(|_| dialog.task.is_none()) else {
            dialog.is_adding = true;
            return if dialog.task.is_none() { self.read_for_dialog(stamp) } else { Vec::new() };
        };
        let known = arrivals::Known { title: dialog.title.clone(), source: dialog.source.clone() };
        let Some(document) = arrivals::document_of(&read, known, set, stamp) else {
            dialog.is_adding = false;
            dialog.problem = Some(match &dialog.file {
                Some(file) => words::no_words_in(&file.name),
                None => words::EMPTY_TEXT.to_owned(),
            });
            dialog.read = Some(read);
            return Vec::new();
        };
        dialog.read = Some(read);
        dialog.is_adding = true;
        if is_long(&document) {
            return self.add_soon(Made::Read(document));
        }
        self.add_read(document, stamp)
    }

    /// Forgets the text that was typed, since it is an article now; where a file became one, the
    /// text stays.
    pub(super) fn take_typed(&mut self, is_file: bool, stamp: Stamp) -> Vec<Effect> {
        if is_file { Vec::new() } else { self.type_in(&Field::Article, String::new(), stamp) }
    }
}

/// What came of a task. A text whose reader cannot be had is read as plain lines.
pub(super) fn received(
    answer: Option<Answer>,
    passages: Vec<Passage>,
    text: Option<&str>,
) -> Result<Received, String> {
    match (answer, text) {
        (Some(answer), _) => {
            wire::read(&answer?, passages).ok_or_else(|| words::NO_IMPORT.to_owned())
        }
        (None, Some(text)) => Ok(Received::Text(Box::new(ReadText {
            shape: Shape::Plain,
            encoding: None,
            intake: Intake::of_lines(text),
        }))),
        (None, None) => Err(words::NO_IMPORT.to_owned()),
    }
}
