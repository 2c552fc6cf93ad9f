//! The import of several files at once, and the step from imported text to a new document. In a
//! batch, each file becomes an article and no dialog asks about any of them. One report at the end
//! gives how many articles were opened, and why other files were refused.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    app::{Effect, FileHandle, Notice, NoticeKind, ReadSource, ReadTask, Route, WorkerResult},
    article::{ArticleMetadata, Block, Blocks, Kind, LABEL, truncate_field},
    claim::{Scale, Tag},
    document::Document,
    event_context::EventContext,
    id::{ArticleId, BlockId},
    import::{ImportOutcome, ImportedBlock, ReadMode, ReadResult},
    json::JsonObject,
    strings,
    text::first_words,
};

use super::{
    Workspace,
    deferred::is_long,
    import_dialog::received,
    import_queue::{ImportOrigin, PendingImport},
};

/// Several files that the user imports together, without a question about each.
#[derive(Clone, Debug, Default)]
pub(super) struct BatchImport {
    pending_file: Vec<PendingFile>,
    /// How many articles were opened, those that were there already among them.
    pub(super) opened: usize,
    /// How many of these come from texts in other formats than Claimlight's.
    pub(super) read: usize,
    problems: Vec<String>,
}

/// A file that the worker is reading.
#[derive(Clone, Debug)]
struct PendingFile {
    /// The number of the worker request.
    number: u32,
    /// The file.
    file: FileHandle,
    /// The imported blocks that have arrived so far.
    blocks: Vec<ImportedBlock>,
}

impl BatchImport {
    /// Returns whether the batch waits for the worker request with this number.
    pub(super) fn awaits(&self, number: u32) -> bool {
        self.pending_file.iter().any(|it| it.number == number)
    }

    /// Adds imported blocks to one of the files; ignores an unknown number.
    pub(super) fn take(&mut self, number: u32, blocks: Vec<ImportedBlock>) {
        if let Some(pending_file) = self.pending_file.iter_mut().find(|it| it.number == number) {
            pending_file.blocks.extend(blocks);
        }
    }
}

/// The metadata of an article that arrived together with its text.
pub(super) struct GivenMetadata {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
}

impl Workspace {
    /// Asks the worker to read files, of which each becomes an article.
    pub(super) fn start_batch(
        &mut self,
        files: Vec<FileHandle>,
        context: EventContext,
    ) -> Vec<Effect> {
        self.dialog = None;
        let mut effects = Vec::new();
        for (at, file) in (0..).zip(files) {
            self.last_job = self.last_job.wrapping_add(1);
            self.batch.pending_file.push(PendingFile {
                number: self.last_job,
                file: file.clone(),
                blocks: Vec::new(),
            });
            effects.push(Effect::Read(ReadTask {
                number: self.last_job,
                source: ReadSource::File { file, encoding: None },
                how: ReadMode::Structured,
                context: EventContext { entropy: context.entropy.wrapping_add(at), ..context },
            }));
        }
        effects
    }

    /// Adds one file of the batch as an article, and shows the report after the last file.
    ///
    /// `answer` is `None` where no worker can be had.
    pub(super) fn finish_file(
        &mut self,
        number: u32,
        answer: Option<WorkerResult>,
        context: EventContext,
    ) -> Vec<Effect> {
        let arrived = self.batch.pending_file.iter().position(|it| it.number == number);
        let Some(at) = arrived else { return Vec::new() };
        let PendingFile { file, blocks, .. } = self.batch.pending_file.remove(at);
        let set = (self.tags_of_new(), self.scale_of_new());
        let known = GivenMetadata { title: None, source: None };
        match received(answer, blocks, None) {
            Ok(ImportOutcome::ClaimlightFile(snapshot)) => {
                self.import_snapshot(snapshot, ImportOrigin::Together, context)
            }
            Ok(ImportOutcome::Archive { snapshots, refused }) => {
                self.defer_import(PendingImport::Archive(snapshots.into_iter(), refused))
            }
            Ok(ImportOutcome::Text(read)) => match document_of(&read, known, set, context) {
                Some(document) if is_long(&document) => {
                    self.defer_import(PendingImport::Arrived(document, file, read))
                }
                Some(document) => self.add_arrived(document, file, *read, context),
                None => self.fail_files([strings::no_words_in(&file.name)]),
            },
            Err(why) => self.fail_files([why]),
        }
    }

    /// Adds reasons why files were refused, and shows the report if the batch is complete.
    pub(super) fn fail_files(&mut self, why: impl IntoIterator<Item = String>) -> Vec<Effect> {
        self.batch.problems.extend(why);
        self.report_batch()
    }

    /// Shows the report on the whole batch, once no file is being read and no article waits to be
    /// added.
    pub(super) fn report_batch(&mut self) -> Vec<Effect> {
        if !self.batch.pending_file.is_empty() || self.has_more_to_add() {
            return Vec::new();
        }
        let BatchImport { opened, read, problems, .. } = std::mem::take(&mut self.batch);
        let weight = match (problems.as_slice(), read) {
            ([], 0) => NoticeKind::Remark,
            ([], _) => NoticeKind::BatchImported,
            (_, 0) => NoticeKind::Alert,
            _ => NoticeKind::BatchPartlyImported,
        };
        let text = strings::batch_report(opened, read, &problems);
        self.notice = Some(Notice { text, weight });
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        shown.map(|shown| Effect::SetRoute(Route::Article(shown))).into_iter().collect()
    }

    /// Adds the articles of an archive that the user opened without other files, and shows the
    /// report at the end.
    pub(super) fn import_archive(
        &mut self,
        snapshots: Vec<String>,
        refused: Vec<String>,
    ) -> Vec<Effect> {
        self.dialog = None;
        self.defer_import(PendingImport::Archive(snapshots.into_iter(), refused))
    }
}

/// Returns the document that an imported text becomes, with these tags and this scale; `None` where
/// the import keeps no block.
///
/// The title is the first of these that is there: the title in `known`, the imported title, the
/// headline, the first words of the first block.
pub(super) fn document_of(
    read: &ReadResult,
    known: GivenMetadata,
    (tags, scale): (Vec<Tag>, Scale),
    context: EventContext,
) -> Option<Document> {
    let imported = &read.imported;
    let blocks = imported.kept().enumerate().map(|(at, block)| {
        let label = block.label.clone().map(|label| (LABEL.to_owned(), Value::String(label)));
        Some(Block {
            id: BlockId::new(&format!("b{}", at + 1))?,
            kind: block.kind,
            text: block.text().into(),
            unknown: label.into_iter().collect(),
        })
    });
    let blocks = Blocks::new(blocks.collect::<Option<Vec<_>>>()?)?;
    let headline = blocks.iter().find(|block| block.kind == Kind::Headline);
    let first = blocks.iter().next()?;
    let title = known.title.or_else(|| imported.title.clone()).filter(|it| !it.trim().is_empty());
    let title = title.or_else(|| headline.map(|it| it.text.trim().to_owned()));
    let title = title.unwrap_or_else(|| first_words(&first.text));
    let short = |text: &Option<String>| text.as_deref().map(truncate_field).map(str::to_owned);
    let article_metadata = ArticleMetadata {
        id: ArticleId::new(&context.uuid(0))?,
        title: truncate_field(&title).to_owned(),
        byline: short(&imported.byline),
        source: short(&known.source.or_else(|| imported.source.clone())),
        publication: short(&imported.publication),
        published: short(&imported.published),
        language: short(&imported.language),
        note: String::new(),
        added: context.time(),
        text_version: 1,
        is_archived: false,
        unknown: JsonObject::new(),
    };
    let mut document = Document::new(article_metadata, blocks, scale);
    for tag in tags {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    Some(document)
}
