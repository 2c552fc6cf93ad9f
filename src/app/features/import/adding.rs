//! Adding imported articles, in later steps where they are long or many. An article whose text is
//! here already is shown instead of added twice. Articles of a batch do not touch the import
//! dialog, and their result appears in one report at the end.

use crate::{
    app::{
        Effect, FileHandle, ImportDialog,
        features::import::{
            model::{Import, ImportOrigin, PendingImport},
            report::clear_draft,
        },
        state::{Ctx, LARGE_TEXT_BYTES, is_long},
    },
    document::Document,
    import::ReadResult,
    storage::from_snapshot,
    strings,
};

impl Import {
    /// Drops the articles that the dialog was about to add.
    pub(in crate::app) fn drop_pending(&mut self) {
        self.pending.retain(PendingImport::is_batch);
    }

    /// Adds the import that comes next among those that wait; `None` where none waits.
    pub(in crate::app) fn add_next(&mut self, ctx: &mut Ctx<'_>) -> Option<Vec<Effect>> {
        let pending = self.pending.pop()?;
        Some(self.add_pending(pending, ctx))
    }

    /// Adds an import that waited.
    fn add_pending(&mut self, made: PendingImport, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        match made {
            PendingImport::Read(document) => self.add_read(document, ctx),
            PendingImport::Arrived(document, file, read) => {
                self.add_arrived(document, file, *read, ctx)
            }
            PendingImport::Packed(snapshot, came) => self.open_snapshot(&snapshot, came, ctx),
            PendingImport::Ours(document, came) => self.add_ours(document, came, ctx),
            PendingImport::Archive(snapshots, refused) if snapshots.as_slice().is_empty() => {
                self.fail_files(refused, ctx)
            }
            PendingImport::Archive(mut snapshots, refused) => {
                let next: Vec<String> = snapshots.by_ref().take(BUNDLED).collect();
                let mut effects = self.defer_import(PendingImport::Archive(snapshots, refused));
                for (at, snapshot) in (0..).zip(next) {
                    // Each article needs random bits of its own.
                    let ctx = &mut ctx.with_entropy(at);
                    effects.extend(self.import_snapshot(snapshot, ImportOrigin::Together, ctx));
                }
                effects
            }
        }
    }

    /// Adds the article of a file of a batch, and keeps the import result so that the user can
    /// reimport it.
    pub(in crate::app) fn add_arrived(
        &mut self,
        document: Document,
        file: FileHandle,
        read: ReadResult,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.batch.read += 1;
        let effects = self
            .with_dialog_preserved(ctx, |import, ctx| import.add_or_show_duplicate(document, ctx));
        if ctx.state.documents.contains_key(&article) {
            let (file, read) = (Some(file), Some(read));
            self.remember_import(article, ImportDialog { file, read, ..ImportDialog::default() });
        }
        effects
    }

    /// Adds an article of a batch with `add`, keeps the dialog and the notice that the user sees,
    /// and shows the report after the last article.
    fn with_dialog_preserved(
        &mut self,
        ctx: &mut Ctx<'_>,
        add: impl FnOnce(&mut Self, &mut Ctx<'_>) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let (dialog, notice) = (self.dialog.take(), ctx.state.notice.take());
        let mut effects = add(self, ctx);
        (self.dialog, ctx.state.notice) = (dialog, notice);
        // The browser history keeps one entry for the whole batch, so that going back leads to
        // where the user was.
        effects.retain(|effect| !matches!(effect, Effect::SetRoute(_)));
        self.batch.opened += 1;
        effects.extend(self.report_batch(ctx));
        effects
    }

    /// Imports the snapshot of a Claimlight file; a large one waits for a later step.
    pub(in crate::app) fn import_snapshot(
        &mut self,
        snapshot: String,
        came: ImportOrigin,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        if snapshot.len() >= LARGE_TEXT_BYTES {
            return self.defer_import(PendingImport::Packed(snapshot, came));
        }
        self.open_snapshot(&snapshot, came, ctx)
    }

    /// Reads the snapshot of a Claimlight file into a document and adds it; a long document waits
    /// for a later step.
    fn open_snapshot(
        &mut self,
        snapshot: &str,
        came: ImportOrigin,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let Some(document) = from_snapshot(snapshot) else {
            let why = strings::NO_IMPORT.to_owned();
            return match came {
                ImportOrigin::File | ImportOrigin::Text => self.refuse_read(why, ctx),
                ImportOrigin::Together => self.fail_files([why], ctx),
            };
        };
        if is_long(&document) {
            return self.defer_import(PendingImport::Ours(document, came));
        }
        self.add_ours(document, came, ctx)
    }

    /// Adds the document from a Claimlight file.
    fn add_ours(
        &mut self,
        document: Document,
        came: ImportOrigin,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        if came == ImportOrigin::Together {
            return self.with_dialog_preserved(ctx, |import, ctx| import.import(document, ctx));
        }
        let mut effects = self.import(document, ctx);
        effects.extend(clear_draft(came == ImportOrigin::File, ctx));
        effects
    }

    /// Adds the document made of the text in the import dialog, or replaces the article that is
    /// being reimported, and shows a notice on what the import changed.
    pub(in crate::app) fn add_read(
        &mut self,
        document: Document,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let Some(dialog) = self.dialog.take() else { return Vec::new() };
        let is_file = dialog.file.is_some();
        let mut effects = match &dialog.reimport_of {
            Some(article) => match self.reimport(article, &document, ctx) {
                Some(effects) => effects,
                None => return self.refuse_again(dialog),
            },
            None => self.add_or_show_duplicate(document, ctx),
        };
        let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
        if let Some(shown) = shown.filter(|_| ctx.state.notice.is_none()) {
            self.report_import(shown, dialog, ctx);
        }
        effects.extend(clear_draft(is_file, ctx));
        effects
    }

    /// Shows in the dialog that the text cannot replace the article.
    fn refuse_again(&mut self, dialog: ImportDialog) -> Vec<Effect> {
        let problem = Some(strings::CANNOT_TAKE_AGAIN.to_owned());
        self.dialog = Some(ImportDialog { problem, add_when_ready: false, ..dialog });
        Vec::new()
    }

    /// Adds an article, or shows the article that has the same text already.
    fn add_or_show_duplicate(&mut self, document: Document, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let blocks = document.blocks();
        // The texts are compared as they were imported, because an article whose blocks were edited
        // here is still the same article. The record store compares stored articles in the same
        // way.
        let texts = || blocks.iter().map(|block| &block.text);
        let is_same =
            |other: &Document| other.blocks().imported().iter().map(|it| &it.text).eq(texts());
        let open = ctx.state.documents.iter().find(|(_, other)| is_same(other));
        let open = open.map(|(id, _)| id.clone());
        let Some(here) = open.or_else(|| ctx.state.records.find_by_text(blocks)) else {
            self.dialog = None;
            return ctx.add_article(document, None);
        };
        self.dialog = None;
        let effects = ctx.switch_article(&here);
        ctx.notify(strings::TEXT_IS_HERE);
        effects
    }
}

/// How many articles of one archive are added in one step.
const BUNDLED: usize = 20;
