//! The import of several files at once, and the step from imported text to a new document. In a
//! batch, each file becomes an article and no dialog asks about any of them. One report at the end
//! gives how many articles were opened, and why other files were refused.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    app::{
        Effect, FileHandle, ReadSource, ReadTask, WorkerResult,
        features::import::model::{Import, ImportOrigin, PendingFile, PendingImport},
        state::{Ctx, is_long},
    },
    article::{ArticleMetadata, Block, Blocks, Kind, LABEL, truncate_field},
    claim::{Scale, Tag},
    document::Document,
    event_context::EventContext,
    id::{ArticleId, BlockId},
    import::{
        ImportOutcome, ImportedBlock, ImportedText, ReadMode, ReadResult, SourceFormat,
        worker_protocol,
    },
    json::JsonObject,
    strings,
    text::first_words,
};

impl Import {
    /// Asks the worker to read files, of which each becomes an article.
    pub(in crate::app) fn start_batch(
        &mut self,
        files: Vec<FileHandle>,
        ctx: &mut Ctx<'_>,
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
                context: EventContext { entropy: ctx.event.entropy.wrapping_add(at), ..ctx.event },
            }));
        }
        effects
    }

    /// Adds one file of the batch as an article, and shows the report after the last file.
    ///
    /// `answer` is `None` where no worker can be had.
    pub(in crate::app) fn finish_file(
        &mut self,
        number: u32,
        answer: Option<WorkerResult>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let arrived = self.batch.pending_file.iter().position(|it| it.number == number);
        let Some(at) = arrived else { return Vec::new() };
        let PendingFile { file, blocks, .. } = self.batch.pending_file.remove(at);
        let set = (ctx.tags_of_new(), ctx.scale_of_new());
        let known = GivenMetadata { title: None, source: None };
        match received(answer, blocks, None) {
            Ok(ImportOutcome::ClaimlightFile(snapshot)) => {
                self.import_snapshot(snapshot, ImportOrigin::Together, ctx)
            }
            Ok(ImportOutcome::Archive { snapshots, refused }) => {
                self.defer_import(PendingImport::Archive(snapshots.into_iter(), refused))
            }
            Ok(ImportOutcome::Text(read)) => match document_of(&read, known, set, ctx.event) {
                Some(document) if is_long(&document) => {
                    self.defer_import(PendingImport::Arrived(document, file, read))
                }
                Some(document) => self.add_arrived(document, file, *read, ctx),
                None => self.fail_files([strings::no_words_in(&file.name)], ctx),
            },
            Err(why) => self.fail_files([why], ctx),
        }
    }

    /// Adds the articles of an archive that the user opened without other files, and shows the
    /// report at the end.
    pub(in crate::app) fn import_archive(
        &mut self,
        snapshots: Vec<String>,
        refused: Vec<String>,
    ) -> Vec<Effect> {
        self.dialog = None;
        self.defer_import(PendingImport::Archive(snapshots.into_iter(), refused))
    }
}

/// The metadata of an article that arrived together with its text.
pub(in crate::app) struct GivenMetadata {
    pub(in crate::app) title: Option<String>,
    pub(in crate::app) source: Option<String>,
}

/// Returns the document that an imported text becomes, with these tags and this scale; `None` where
/// the import keeps no block.
///
/// The title is the first of these that is there: the title in `known`, the imported title, the
/// headline, the first words of the first block.
pub(in crate::app) fn document_of(
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

/// Returns the outcome of a worker request, made of its answer and the blocks that it sent before.
/// `answer` is `None` where no worker can be had: a `text` is then read as plain lines.
///
/// # Errors
/// A sentence for the user that says why nothing can be imported.
pub(in crate::app) fn received(
    answer: Option<WorkerResult>,
    blocks: Vec<ImportedBlock>,
    text: Option<&str>,
) -> Result<ImportOutcome, String> {
    match (answer, text) {
        (Some(answer), _) => {
            worker_protocol::read(&answer?, blocks).ok_or_else(|| strings::NO_IMPORT.to_owned())
        }
        (None, Some(text)) => Ok(ImportOutcome::Text(Box::new(ReadResult {
            source_format: SourceFormat::Plain,
            encoding: None,
            imported: ImportedText::from_lines(text),
        }))),
        (None, None) => Err(strings::NO_IMPORT.to_owned()),
    }
}
