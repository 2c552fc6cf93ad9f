//! Adding what was read, in steps where it is long.

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

/// How many articles of one file are added at once.
const BUNDLED: usize = 20;

/// An article that was read and is still to be added.
#[derive(Clone, Debug)]
pub(super) enum PendingImport {
    /// Of what the dialog has read.
    Read(Document),
    /// Of a file that came with others, and how that was read.
    Arrived(Document, FileHandle, Box<ReadResult>),
    /// Of a file of ours, packed.
    Packed(String, ImportOrigin),
    /// The same, unpacked.
    Ours(Document, ImportOrigin),
    /// The articles that are left of a file that holds many, packed, and why others were refused.
    Archive(std::vec::IntoIter<String>, Vec<String>),
}

impl PendingImport {
    /// Whether it came with others, what came of which is told at the end.
    pub(super) fn is_batch(&self) -> bool {
        match self {
            Self::Read(_) => false,
            Self::Arrived(..) | Self::Archive(..) => true,
            Self::Packed(_, came) | Self::Ours(_, came) => *came == ImportOrigin::Together,
        }
    }
}

/// How a file of ours came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImportOrigin {
    /// Chosen in the dialog.
    File,
    /// As a text in the dialog.
    Text,
    /// With others.
    Together,
}

impl Workspace {
    /// Adds an article that was read.
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

    /// Adds the article of a file that came with others, and keeps how it was read.
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

    /// Adds an article that came with others, and says what came of all after the last; what the
    /// person is about to add meanwhile stays.
    fn with_dialog_preserved(&mut self, add: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let (dialog, notice) = (self.dialog.take(), self.notice.take());
        let mut effects = add(self);
        (self.dialog, self.notice) = (dialog, notice);
        // Going back leads to where the person was, and not through all that came.
        effects.retain(|effect| !matches!(effect, Effect::SetRoute(_)));
        self.batch.opened += 1;
        effects.extend(self.report_batch());
        effects
    }

    /// Opens a file of ours.
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

    /// Adds the article that was made of what the dialog has read.
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

    /// Says that a text cannot take the place of the article.
    fn refuse_again(&mut self, dialog: ImportDialog) -> Vec<Effect> {
        let problem = Some(strings::CANNOT_TAKE_AGAIN.to_owned());
        self.dialog = Some(ImportDialog { problem, add_when_ready: false, ..dialog });
        Vec::new()
    }

    /// Adds an article, or shows the one that has its text already.
    fn add_or_show_duplicate(&mut self, document: Document, context: EventContext) -> Vec<Effect> {
        let blocks = document.blocks();
        // What was repaired since is the same article all the same; so it is on the shelf.
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
