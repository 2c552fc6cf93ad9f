//! Articles that come in: the dialog, what is read for it, and files that come together.

use crate::{
    app::{
        Effect, Field, FileHandle, FocusTarget, ImportDialog, ImportMsg, ReadTask, WorkerResult,
    },
    event_context::EventContext,
    import::{
        ImportOutcome, ImportedBlock, ImportedText, ReadMode, ReadResult, SourceFormat,
        worker_protocol::{self, ImportProgress},
    },
    strings,
    web_url::WebUrl,
};

use super::{
    Workspace, batch_import,
    deferred::is_long,
    import_queue::{ImportOrigin, PendingImport},
};

/// The largest file or text that is read, in bytes: a larger one does not fit into a page's memory
/// together with what is made of it.
const MAX_IMPORT_BYTES: u64 = 64 << 20;

impl Workspace {
    /// Takes note of something about an article that comes in.
    pub(super) fn update_import(&mut self, msg: ImportMsg, context: EventContext) -> Vec<Effect> {
        if msg.brings_more_than(MAX_IMPORT_BYTES) {
            return self.refuse_file(strings::large_file(strings::PASTED, MAX_IMPORT_BYTES));
        }
        match msg {
            ImportMsg::Opened => self.read_for_dialog(context),
            ImportMsg::Closed => self.close_dialog(),
            ImportMsg::Typed(text) => self.type_draft(text, None, context),
            ImportMsg::Pasted { text, html } => self.replace_draft(text, html, context),
            ImportMsg::OpenedFromUrl(query) => self.open_from_query(&query, context),
            ImportMsg::PreviousTextRestored => {
                let replaced = self.dialog.as_mut().and_then(|dialog| dialog.previous_text.take());
                replaced.map_or_else(Vec::new, |text| self.replace_draft(text, None, context))
            }
            ImportMsg::FilesTaken(files) => self.take_files(files, context),
            ImportMsg::FileDropped => {
                let text = self.typed(&Field::Article).to_owned();
                self.dialog = Some(ImportDialog { text, ..ImportDialog::default() });
                self.read_for_dialog(context)
            }
            ImportMsg::Progressed { number, said } => self.handle_progress(number, &said),
            ImportMsg::Read { number, answer } => {
                self.handle_worker_result(number, answer, context)
            }
            ImportMsg::ReadModeChosen(how) => {
                self.change_dialog(context, |dialog| dialog.how = how)
            }
            ImportMsg::EncodingChosen(label) => self.change_dialog(context, |dialog| {
                dialog.encoding = Some(label);
                dialog.restored.clear();
            }),
            ImportMsg::Restored(positions) => self.take_back(positions),
            ImportMsg::Added => self.add_what_is_read(context),
            ImportMsg::Reopened => self.reopen_import(context),
        }
    }

    fn close_dialog(&mut self) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        task.map(Effect::StopReading).into_iter().collect()
    }

    /// A text in the dialog, which is opened for it.
    fn type_draft(
        &mut self,
        text: String,
        html: Option<String>,
        context: EventContext,
    ) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        self.dialog =
            Some(ImportDialog { text: text.clone(), html, task, ..ImportDialog::default() });
        let mut effects = self.set_draft(&Field::Article, text, context);
        effects.extend(self.read_for_dialog(context));
        effects
    }

    /// Another text in the dialog; the one that was typed there can be had again.
    fn replace_draft(
        &mut self,
        text: String,
        html: Option<String>,
        context: EventContext,
    ) -> Vec<Effect> {
        let typed = self.typed(&Field::Article);
        let replaced = (!typed.trim().is_empty() && typed != text).then(|| typed.to_owned());
        let effects = self.type_draft(text, html, context);
        if let Some(dialog) = &mut self.dialog {
            dialog.previous_text = replaced;
        }
        effects
    }

    /// Opens the dialog with what the query of an address says.
    fn open_from_query(&mut self, query: &str, context: EventContext) -> Vec<Effect> {
        let said = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let value = pairs.find(|(other, _)| other == name).map(|(_, value)| value.into_owned());
            value.filter(|value| !value.trim().is_empty())
        };
        let effects = self.replace_draft(said("text").unwrap_or_default(), None, context);
        if let Some(dialog) = &mut self.dialog {
            (dialog.title, dialog.source) = (said("title"), said("url"));
            let is_other = |source: &mut String| WebUrl::parse(source).is_none();
            if let Some(other) = dialog.source.take_if(is_other) {
                dialog.problem = Some(strings::no_source(&other));
            }
        }
        effects
    }

    fn change_dialog(
        &mut self,
        context: EventContext,
        change: impl FnOnce(&mut ImportDialog),
    ) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        change(dialog);
        self.read_for_dialog(context)
    }

    /// Takes back what was done to some passages. The button that asked for it may be gone then.
    fn take_back(&mut self, positions: Vec<usize>) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if let Some(read) = &mut dialog.read {
            read.imported.restore(&positions);
            dialog.restored.push(positions);
        }
        vec![Effect::Focus(FocusTarget::ImportPreview)]
    }

    /// Has what is in the dialog read anew; where a task is under way, once that is done.
    fn read_for_dialog(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        dialog.read = None;
        dialog.percent = 0;
        dialog.blocks.clear();
        dialog.problem = None;
        if dialog.task.is_some() {
            dialog.is_stale = true;
            return Vec::new();
        }
        if dialog.is_empty() {
            return Vec::new();
        }
        self.last_job = self.last_job.wrapping_add(1);
        dialog.task = Some(self.last_job);
        vec![Effect::Read(ReadTask {
            number: self.last_job,
            source: dialog.source(),
            how: dialog.how,
            context,
        })]
    }

    fn take_files(&mut self, files: Vec<FileHandle>, context: EventContext) -> Vec<Effect> {
        if let Some(file) = files.iter().find(|file| file.bytes > MAX_IMPORT_BYTES) {
            return self.refuse_file(strings::large_file(&file.name, MAX_IMPORT_BYTES));
        }
        match <[FileHandle; 1]>::try_from(files) {
            Ok([file]) => {
                let is_for_file = self.dialog.is_none();
                let task = self.dialog.as_ref().and_then(|dialog| dialog.task);
                let text = self.typed(&Field::Article).to_owned();
                let file = Some(file);
                self.dialog = Some(ImportDialog {
                    text,
                    file,
                    task,
                    is_file_only: is_for_file,
                    ..ImportDialog::default()
                });
                self.read_for_dialog(context)
            }
            Err(files) => self.start_batch(files, context),
        }
    }

    /// Takes what is told while a task is under way.
    fn handle_progress(&mut self, number: u32, said: &str) -> Vec<Effect> {
        let dialog = self.dialog.as_mut().filter(|dialog| dialog.task == Some(number));
        match (worker_protocol::decode_progress(said), dialog) {
            (Some(ImportProgress::Percent(percent)), Some(dialog)) => dialog.percent = percent,
            (Some(ImportProgress::Blocks(blocks)), Some(dialog)) => dialog.blocks.extend(blocks),
            (Some(ImportProgress::Blocks(blocks)), None) => self.batch.take(number, blocks),
            (Some(ImportProgress::Percent(_)), None) | (None, _) => {}
        }
        Vec::new()
    }

    fn handle_worker_result(
        &mut self,
        number: u32,
        answer: Option<WorkerResult>,
        context: EventContext,
    ) -> Vec<Effect> {
        if self.batch.awaits(number) {
            return self.finish_file(number, answer, context);
        }
        let dialog = self.dialog.as_mut().filter(|dialog| dialog.task == Some(number));
        let Some(dialog) = dialog else { return Vec::new() };
        dialog.task = None;
        if std::mem::take(&mut dialog.is_stale) {
            return self.read_for_dialog(context);
        }
        let is_file = dialog.file.is_some();
        let blocks = std::mem::take(&mut dialog.blocks);
        match received(answer, blocks, (!is_file).then_some(dialog.text.as_str())) {
            Ok(ImportOutcome::ClaimlightFile(snapshot)) => {
                let came = if is_file { ImportOrigin::File } else { ImportOrigin::Text };
                self.import_snapshot(snapshot, came, context)
            }
            Ok(ImportOutcome::Archive { snapshots, refused }) => {
                self.take_bundle(snapshots, refused)
            }
            Ok(ImportOutcome::Text(mut read)) => {
                if dialog.how == ReadMode::Structured {
                    dialog.restored.iter().for_each(|it| read.imported.restore(it));
                }
                dialog.read = Some(*read);
                if dialog.add_when_ready { self.add_what_is_read(context) } else { Vec::new() }
            }
            Err(why) => self.refuse_read(why),
        }
    }

    /// Says why what is in the dialog cannot be read; a dialog that is there only for it goes.
    pub(super) fn refuse_read(&mut self, why: String) -> Vec<Effect> {
        self.dialog.take_if(|dialog| dialog.is_file_only);
        if let Some(dialog) = &mut self.dialog {
            dialog.file = None;
            dialog.add_when_ready = false;
        }
        self.refuse_file(why)
    }

    /// Adds what was read, or lets it be added once it is read.
    fn add_what_is_read(&mut self, context: EventContext) -> Vec<Effect> {
        let set = (self.tags_of_new(), self.scale_of_new());
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if dialog.is_empty() {
            dialog.problem = Some(strings::EMPTY_TEXT.to_owned());
            return Vec::new();
        }
        let Some(read) = dialog.read.take_if(|_| dialog.task.is_none()) else {
            dialog.add_when_ready = true;
            return if dialog.task.is_none() { self.read_for_dialog(context) } else { Vec::new() };
        };
        let known = batch_import::GivenMetadata {
            title: dialog.title.clone(),
            source: dialog.source.clone(),
        };
        let Some(document) = batch_import::document_of(&read, known, set, context) else {
            dialog.add_when_ready = false;
            dialog.problem = Some(match &dialog.file {
                Some(file) => strings::no_words_in(&file.name),
                None => strings::EMPTY_TEXT.to_owned(),
            });
            dialog.read = Some(read);
            return Vec::new();
        };
        dialog.read = Some(read);
        dialog.add_when_ready = true;
        if is_long(&document) {
            return self.defer_import(PendingImport::Read(document));
        }
        self.add_read(document, context)
    }

    /// Forgets the text that was typed, since it is an article now; where a file became one, the
    /// text stays.
    pub(super) fn clear_draft(&mut self, is_file: bool, context: EventContext) -> Vec<Effect> {
        if is_file { Vec::new() } else { self.set_draft(&Field::Article, String::new(), context) }
    }
}

/// What came of a task. A text whose reader cannot be had is read as plain lines.
pub(super) fn received(
    answer: Option<WorkerResult>,
    blocks: Vec<ImportedBlock>,
    text: Option<&str>,
) -> Result<ImportOutcome, String> {
    match (answer, text) {
        (Some(answer), _) => {
            worker_protocol::read(&answer?, blocks).ok_or_else(|| strings::NO_IMPORT.to_owned())
        }
        (None, Some(text)) => Ok(ImportOutcome::Text(Box::new(ReadResult {
            shape: SourceFormat::Plain,
            encoding: None,
            imported: ImportedText::from_lines(text),
        }))),
        (None, None) => Err(strings::NO_IMPORT.to_owned()),
    }
}
