//! The import dialog: the user types or pastes a text, or chooses a file, and the worker reads it
//! for the preview. While the worker reads, a change in the dialog only marks the result as stale,
//! and the workspace then asks for another one. The typed text is a draft, so a reload does not
//! lose it.

use crate::{
    app::{
        Effect, Field, FileHandle, FocusTarget, ImportDialog, ImportMsg, ReadTask, WorkerResult,
        features::import::{
            batch::{GivenMetadata, document_of, received},
            model::{Import, ImportOrigin, PendingImport},
        },
        state::{Ctx, is_long},
    },
    import::{
        ImportOutcome, ReadMode,
        worker_protocol::{self, ImportProgress},
    },
    strings,
    web_url::WebUrl,
};

impl Import {
    /// Handles a message about an import.
    pub(in crate::app) fn update_import(
        &mut self,
        msg: ImportMsg,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        if msg.brings_more_than(MAX_IMPORT_BYTES) {
            return self.refuse_file(strings::large_file(strings::PASTED, MAX_IMPORT_BYTES), ctx);
        }
        match msg {
            ImportMsg::Opened => self.open_dialog(ctx),
            ImportMsg::Closed => self.close_dialog(),
            ImportMsg::Typed(text) => self.type_draft(text, None, ctx),
            ImportMsg::Pasted { text, html } => self.replace_draft(text, html, ctx),
            ImportMsg::OpenedFromUrl(query) => self.open_from_query(&query, ctx),
            ImportMsg::PreviousTextRestored => {
                let replaced = self.dialog.as_mut().and_then(|dialog| dialog.previous_text.take());
                replaced.map_or_else(Vec::new, |text| self.replace_draft(text, None, ctx))
            }
            ImportMsg::FilesTaken(files) => self.take_files(files, ctx),
            ImportMsg::FileDropped => {
                let text = ctx.typed(&Field::Article).to_owned();
                self.dialog = Some(ImportDialog { text, ..ImportDialog::default() });
                self.read_for_dialog(ctx)
            }
            ImportMsg::Progressed { number, said } => self.handle_progress(number, &said),
            ImportMsg::Read { number, answer } => self.handle_worker_result(number, answer, ctx),
            ImportMsg::ReadModeChosen(how) => self.change_dialog(ctx, |dialog| dialog.how = how),
            ImportMsg::EncodingChosen(label) => self.change_dialog(ctx, |dialog| {
                dialog.encoding = Some(label);
                dialog.restored.clear();
            }),
            ImportMsg::Restored(positions) => self.take_back(positions),
            ImportMsg::Added => self.add_what_is_read(ctx),
            ImportMsg::Reopened => self.reopen_import(ctx),
        }
    }

    /// Opens the import dialog with its draft.
    pub(in crate::app) fn open_dialog(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let text = ctx.typed(&Field::Article).to_owned();
        self.dialog = Some(ImportDialog { text, ..ImportDialog::default() });
        self.read_for_dialog(ctx)
    }

    /// Closes the dialog, and stops the worker request that runs for it.
    fn close_dialog(&mut self) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        task.map(Effect::StopReading).into_iter().collect()
    }

    /// Puts a text into the dialog, which opens for it, and saves it as the draft. `html` is the
    /// same text as HTML, where the clipboard had that.
    fn type_draft(&mut self, text: String, html: Option<String>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let task = self.dialog.take().and_then(|dialog| dialog.task);
        self.dialog =
            Some(ImportDialog { text: text.clone(), html, task, ..ImportDialog::default() });
        let mut effects = ctx.set_draft(&Field::Article, text);
        effects.extend(self.read_for_dialog(ctx));
        effects
    }

    /// Puts a text into the dialog, and keeps the typed text that it replaces, so that the user can
    /// bring it back.
    fn replace_draft(
        &mut self,
        text: String,
        html: Option<String>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let typed = ctx.typed(&Field::Article);
        let replaced = (!typed.trim().is_empty() && typed != text).then(|| typed.to_owned());
        let effects = self.type_draft(text, html, ctx);
        if let Some(dialog) = &mut self.dialog {
            dialog.previous_text = replaced;
        }
        effects
    }

    /// Opens the dialog with the `text`, the `title` and the `url` from the query of an address. A
    /// `url` that is no web address is left out, and the dialog says so.
    fn open_from_query(&mut self, query: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let said = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            let value = pairs.find(|(other, _)| other == name).map(|(_, value)| value.into_owned());
            value.filter(|value| !value.trim().is_empty())
        };
        let effects = self.replace_draft(said("text").unwrap_or_default(), None, ctx);
        if let Some(dialog) = &mut self.dialog {
            (dialog.title, dialog.source) = (said("title"), said("url"));
            let is_other = |source: &mut String| WebUrl::parse(source).is_none();
            if let Some(other) = dialog.source.take_if(is_other) {
                dialog.problem = Some(strings::no_source(&other));
            }
        }
        effects
    }

    /// Changes an option of the dialog, and has its content read again.
    fn change_dialog(
        &mut self,
        ctx: &mut Ctx<'_>,
        change: impl FnOnce(&mut ImportDialog),
    ) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        change(dialog);
        self.read_for_dialog(ctx)
    }

    /// Restores imported blocks as they were before the import joined, dimmed or left them out. The
    /// focus moves to the preview, because the pressed button may be gone.
    fn take_back(&mut self, positions: Vec<usize>) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if let Some(read) = &mut dialog.read {
            read.imported.restore(&positions);
            dialog.restored.push(positions);
        }
        vec![Effect::Focus(FocusTarget::ImportPreview)]
    }

    /// Asks the worker to read the content of the dialog again. While the worker still reads, this
    /// only marks its result as stale.
    fn read_for_dialog(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
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
            context: ctx.event,
        })]
    }

    /// Takes files that the user has chosen or dropped: one file goes into the dialog, several
    /// become a batch.
    fn take_files(&mut self, files: Vec<FileHandle>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        if let Some(file) = files.iter().find(|file| file.bytes > MAX_IMPORT_BYTES) {
            return self.refuse_file(strings::large_file(&file.name, MAX_IMPORT_BYTES), ctx);
        }
        match <[FileHandle; 1]>::try_from(files) {
            Ok([file]) => {
                let is_for_file = self.dialog.is_none();
                let task = self.dialog.as_ref().and_then(|dialog| dialog.task);
                let text = ctx.typed(&Field::Article).to_owned();
                let file = Some(file);
                self.dialog = Some(ImportDialog {
                    text,
                    file,
                    task,
                    is_file_only: is_for_file,
                    ..ImportDialog::default()
                });
                self.read_for_dialog(ctx)
            }
            Err(files) => self.start_batch(files, ctx),
        }
    }

    /// Records the progress of a worker request, or the imported blocks that it has sent so far.
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

    /// Handles the answer to a worker request, which is for the batch or for the dialog.
    fn handle_worker_result(
        &mut self,
        number: u32,
        answer: Option<WorkerResult>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        if self.batch.awaits(number) {
            return self.finish_file(number, answer, ctx);
        }
        let dialog = self.dialog.as_mut().filter(|dialog| dialog.task == Some(number));
        let Some(dialog) = dialog else { return Vec::new() };
        dialog.task = None;
        if std::mem::take(&mut dialog.is_stale) {
            return self.read_for_dialog(ctx);
        }
        let is_file = dialog.file.is_some();
        let blocks = std::mem::take(&mut dialog.blocks);
        match received(answer, blocks, (!is_file).then_some(dialog.text.as_str())) {
            Ok(ImportOutcome::ClaimlightFile(snapshot)) => {
                let came = if is_file { ImportOrigin::File } else { ImportOrigin::Text };
                self.import_snapshot(snapshot, came, ctx)
            }
            Ok(ImportOutcome::Archive { snapshots, refused }) => {
                self.import_archive(snapshots, refused)
            }
            Ok(ImportOutcome::Text(mut read)) => {
                if dialog.how == ReadMode::Structured {
                    dialog.restored.iter().for_each(|it| read.imported.restore(it));
                }
                dialog.read = Some(*read);
                if dialog.add_when_ready { self.add_what_is_read(ctx) } else { Vec::new() }
            }
            Err(why) => self.refuse_read(why, ctx),
        }
    }

    /// Adds the imported text as an article, or has it added as soon as the worker has read it.
    fn add_what_is_read(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let set = (ctx.tags_of_new(), ctx.scale_of_new());
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        if dialog.is_empty() {
            dialog.problem = Some(strings::EMPTY_TEXT.to_owned());
            return Vec::new();
        }
        let Some(read) = dialog.read.take_if(|_| dialog.task.is_none()) else {
            dialog.add_when_ready = true;
            return if dialog.task.is_none() { self.read_for_dialog(ctx) } else { Vec::new() };
        };
        let known = GivenMetadata { title: dialog.title.clone(), source: dialog.source.clone() };
        let Some(document) = document_of(&read, known, set, ctx.event) else {
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
        self.add_read(document, ctx)
    }
}

/// The largest file or text that is imported, in bytes (64 MiB): a larger one and what the program
/// makes of it do not fit into the memory of a page.
const MAX_IMPORT_BYTES: u64 = 64 << 20;
