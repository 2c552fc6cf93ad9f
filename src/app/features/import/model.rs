//! The state of imports: the dialog, the articles that wait to be added, and the imports that can
//! be opened again.

use crate::{
    app::{FileHandle, ImportDialog},
    document::Document,
    id::ArticleId,
    import::{ImportedBlock, ReadResult},
};

/// The imports that go on, and those that can be opened again.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Import {
    /// The import dialog, while it is open.
    pub(in crate::app) dialog: Option<ImportDialog>,
    /// The number of the last worker request that reads a text.
    pub(super) last_job: u32,
    pub(super) batch: BatchImport,
    /// The imports of this session that can be opened again, the oldest first.
    pub(super) recent_imports: Vec<RecentImport>,
    /// The imports that are read and wait to be added, of which the last one comes first.
    pub(super) pending: Vec<PendingImport>,
}

/// Several files that the user imports together, without a question about each.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct BatchImport {
    pub(super) pending_file: Vec<PendingFile>,
    /// How many articles were opened, those that were there already among them.
    pub(in crate::app) opened: usize,
    /// How many of these come from texts in other formats than Claimlight's.
    pub(in crate::app) read: usize,
    pub(super) problems: Vec<String>,
}

/// A file that the worker is reading.
#[derive(Clone, Debug)]
pub(super) struct PendingFile {
    /// The number of the worker request.
    pub(super) number: u32,
    /// The file.
    pub(super) file: FileHandle,
    /// The imported blocks that have arrived so far.
    pub(super) blocks: Vec<ImportedBlock>,
}

impl BatchImport {
    /// Returns whether the batch waits for the worker request with this number.
    pub(in crate::app) fn awaits(&self, number: u32) -> bool {
        self.pending_file.iter().any(|it| it.number == number)
    }

    /// Adds imported blocks to one of the files; ignores an unknown number.
    pub(in crate::app) fn take(&mut self, number: u32, blocks: Vec<ImportedBlock>) {
        if let Some(pending_file) = self.pending_file.iter_mut().find(|it| it.number == number) {
            pending_file.blocks.extend(blocks);
        }
    }
}

/// An article that was added since the page was opened, and the import dialog that it came from.
#[derive(Clone, Debug)]
pub(in crate::app) struct RecentImport {
    pub(super) article: ArticleId,
    pub(super) dialog: ImportDialog,
}

impl RecentImport {
    /// Returns how many bytes its texts and blocks take.
    pub(super) fn size(&self) -> usize {
        let blocks = self.dialog.read.iter().flat_map(|read| &read.imported.blocks);
        let lines: usize = blocks.flat_map(|it| &it.lines).map(String::len).sum();
        lines + self.dialog.text.len() + self.dialog.html.as_ref().map_or(0, String::len)
    }
}

/// An import that is read and still has to be added.
#[derive(Clone, Debug)]
pub(in crate::app) enum PendingImport {
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
    pub(in crate::app) fn is_batch(&self) -> bool {
        match self {
            Self::Read(_) => false,
            Self::Arrived(..) | Self::Archive(..) => true,
            Self::Packed(_, came) | Self::Ours(_, came) => *came == ImportOrigin::Together,
        }
    }
}

/// How a Claimlight file was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum ImportOrigin {
    /// As a file in the dialog.
    File,
    /// As a text in the dialog.
    Text,
    /// In a batch or an archive.
    Together,
}
