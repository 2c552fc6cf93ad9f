//! Adding imported articles, in later steps where they are long or many. An article whose text is
//! here already is shown instead of added twice. Articles of a batch do not touch the import
//! dialog, and their result appears in one report at the end.

use crate::{
    app::{Effect, FileHandle, ImportDialog},
    document::Document,
    event_context::EventContext,
    import::ReadResult,
    storage::from_snapshot,
    strings,
};

use super::{
    Workspace,
    deferred::{LARGE_TEXT_BYTES, is_long},
};

/// How many articles of one archive are added in one step.
const BUNDLED: usize = 20;

/// An import that is read and still has to be added.
#[derive(Clone, Debug)]
pub(super) enum PendingImport {
    /// The document made of the text in the import dialog.
    Read(Document),
    /// The document made of a file of a batch, with the file and the import result.
    Arrived(Document, FileHandle, Box<ReadResult>),
    /// The snapshot from a Claimlight file, which is still to be read.
    Packed(String, ImportOrigin),
    /// The document from a Claimlight file.
    Ours(Document, ImportOrigin),
    /// The snapshots of an archive that are still to be added, and the reasons why others were
    /// refused.
    Archive(std::vec::IntoIter<String>, Vec<String>),
}

impl PendingImport {
    /// Returns whether it belongs to a batch, whose result is shown in one report at the end.
    pub(super) fn is_batch(&self) -> bool {
        match self {
            Self::Read(_) => false,
            Self::Arrived(..) | Self::Archive(..) => true,
            Self::Packed(_, came) | Self::Ours(_, came) => *came == ImportOrigin::Together,
        }
    }
}

/// How a Claimlight file was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImportOrigin {
    /// As a file in the dialog.
    File,
    /// As a text in the dialog.
    Text,
    /// In a batch or an archive.
    Together,
}

impl Workspace {
    /// Adds an import that waited.
    pub(super) fn add_pending(
        &mut self,
        made: PendingImport,
        context: EventContext,
    ) -> Vec<Effect> {
        match made {
            PendingImport::Read(document) => self.add_read(document, context),
            PendingImport::Arrived(document, file, read) => {
                self.add_arrived(document, file, *read, context)
            }
            PendingImport::Packed(snapshot, came) => self.open_snapshot(&snapshot, came, context),
            PendingImport::Ours(document, came) => self.add_ours(document, came, context),
            PendingImport::Archive(snapshots, refused) if snapshots.as_slice().is_empty() => {
                self.fail_files(refused)
            }
            PendingImport::Archive(mut snapshots, refused) => {
                let next: Vec<String> = snapshots.by_ref().take(BUNDLED).collect();
                let mut effects = self.defer_import(PendingImport::Archive(snapshots, refused));
                for (at, snapshot) in (0..).zip(next) {
                    let context =
                        EventContext { entropy: context.entropy.wrapping_add(at), ..context };
                    effects.extend(self.import_snapshot(snapshot, ImportOrigin::Together, context));
                }
                effects
            }
        }
    }

    /// Adds the article of a file of a batch, and keeps the import result so that the user can
    /// reimport it.
    pub(super) fn add_arrived(
        &mut self,
        document: Document,
        file: FileHandle,
        read: ReadResult,
        context: EventContext,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.batch.read += 1;
        let effects = self
            .with_dialog_preserved(|workspace| workspace.add_or_show_duplicate(document, context));
        if self.documents.contains_key(&article) {
            let (file, read) = (Some(file), Some(read));
            self.remember_import(article, ImportDialog { file, read, ..ImportDialog::default() });
        }
        effects
    }

    /// Adds an article of a batch with `add`, keeps the dialog and the notice that the user sees,
    /// and shows the report after the last article.
    fn with_dialog_preserved(&mut self, add: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let (dialog, notice) = (self.dialog.take(), self.notice.take());
        let mut effects = add(self);
        (self.dialog, self.notice) = (dialog, notice);
        // The browser history keeps one entry for the whole batch, so that going back leads to
        // where the user was.
        effects.retain(|effect| !matches!(effect, Effect::SetRoute(_)));
        self.batch.opened += 1;
        effects.extend(self.report_batch());
        effects
    }

    /// Imports the snapshot of a Claimlight file; a large one waits for a later step.
    pub(super) fn import_snapshot(
        &mut self,
        snapshot: String,
        came: ImportOrigin,
        context: EventContext,
    ) -> Vec<Effect> {
        if snapshot.len() >= LARGE_TEXT_BYTES {
            return self.defer_import(PendingImport::Packed(snapshot, came));
        }
        self.open_snapshot(&snapshot, came, context)
    }

    /// Reads the snapshot of a Claimlight file into a document and adds it; a long document waits
    /// for a later step.
    fn open_snapshot(
        &mut self,
        snapshot: &str,
        came: ImportOrigin,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(document) = from_snapshot(snapshot) else {
            let why = strings::NO_IMPORT.to_owned();
            return match came {
                ImportOrigin::File | ImportOrigin::Text => self.refuse_read(why),
                ImportOrigin::Together => self.fail_files([why]),
            };
        };
        if is_long(&document) {
            return self.defer_import(PendingImport::Ours(document, came));
        }
        self.add_ours(document, came, context)
    }

    /// Adds the document from a Claimlight file.
    fn add_ours(
        &mut self,
        document: Document,
        came: ImportOrigin,
        context: EventContext,
    ) -> Vec<Effect> {
        if came == ImportOrigin::Together {
            return self.with_dialog_preserved(|workspace| workspace.import(document, context));
        }
        let mut effects = self.import(document, context);
        effects.extend(self.clear_draft(came == ImportOrigin::File, context));
        effects
    }

    /// Adds the document made of the text in the import dialog, or replaces the article that is
    /// being reimported, and shows a notice on what the import changed.
    pub(super) fn add_read(&mut self, document: Document, context: EventContext) -> Vec<Effect> {
        let Some(dialog) = self.dialog.take() else { return Vec::new() };
        let is_file = dialog.file.is_some();
        let mut effects = match &dialog.reimport_of {
            Some(article) => match self.reimport(article, &document, context) {
                Some(effects) => effects,
                None => return self.refuse_again(dialog),
            },
            None => self.add_or_show_duplicate(document, context),
        };
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        if let Some(shown) = shown.filter(|_| self.notice.is_none()) {
            self.report_import(shown, dialog);
        }
        effects.extend(self.clear_draft(is_file, context));
        effects
    }

    /// Shows in the dialog that the text cannot replace the article.
    fn refuse_again(&mut self, dialog: ImportDialog) -> Vec<Effect> {
        let problem = Some(strings::CANNOT_TAKE_AGAIN.to_owned());
        self.dialog = Some(ImportDialog { problem, add_when_ready: false, ..dialog });
        Vec::new()
    }

    /// Adds an article, or shows the article that has the same text already.
    fn add_or_show_duplicate(&mut self, document: Document, context: EventContext) -> Vec<Effect> {
        let blocks = document.blocks();
        // The texts are compared as they were imported, because an article whose blocks were edited
        // here is still the same article. The record store compares stored articles in the same
        // way.
        let texts = || blocks.iter().map(|block| &block.text);
        let is_same =
            |other: &Document| other.blocks().imported().iter().map(|it| &it.text).eq(texts());
        let open = self.documents.iter().find(|(_, other)| is_same(other));
        let open = open.map(|(id, _)| id.clone());
        let Some(here) = open.or_else(|| self.records.find_by_text(blocks)) else {
            return self.add(document, None, context);
        };
        self.dialog = None;
        let effects = self.switch_article(&here, context);
        self.notify(strings::TEXT_IS_HERE);
        effects
    }
}
