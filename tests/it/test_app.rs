//! A browser for the pure loop: two stores, a clock, and a person who does things.

use std::{collections::BTreeMap, slice};

use claimlight::{
    app::{
        ArchiveRequest, Command, Download, Effect, FileHandle, Focus, ImportMsg, KeyPress,
        LibraryMsg, Mode, Model, Msg, ReadSource, ReadTask, Route, SaveState, Snap, StartupData,
        WorkerRequest, WorkerResult, Workspace, read_file, update,
        view::{ArticleView, BlockView, ClaimCardView, Highlight, Section},
    },
    article::{Position, Span},
    document::Document,
    event_context::EventContext,
    export::FORMATS,
    id::{ArticleId, ClaimId, TagId},
    import::ImportRequest,
    storage::{Batch, OpenJournalEntry, SaveError, StoreContents, Write, commit},
    time::Timestamp,
};

use crate::span_markup::blocks;

/// A browser with the page open.
pub(crate) struct TestApp {
    pub(crate) model: Model,
    /// What both stores hold.
    pub(crate) found: StoreContents,
    /// What was asked of the world, but for storing.
    pub(crate) effects: Vec<Effect>,
    /// The writes of each batch, by its number.
    pub(crate) batches: Vec<(u64, Vec<Write>)>,
    /// The entries of the journal, by their names.
    pub(crate) journal: BTreeMap<String, String>,
    /// The names and bytes of the files with many articles that were handed over.
    pub(crate) bundles: Vec<(String, Vec<u8>)>,
    last: OpenJournalEntry,
    /// The files that were opened.
    files: Vec<Vec<u8>>,
    /// Whether tasks of readers are answered at once.
    pub(crate) is_answering: bool,
    /// Milliseconds since the start of 1970.
    pub(crate) millis: u64,
    pub(crate) seed: u128,
}

impl TestApp {
    /// The page opened in an empty browser.
    pub(crate) fn new() -> Self {
        Self::open(StoreContents::default(), Route::Home, 1)
    }

    /// The page opened in a browser that holds this.
    pub(crate) fn open(found: StoreContents, address: Route, seed: u128) -> Self {
        Self::open_with(StartupData { found, save_error: None, address }, seed)
    }

    /// The page opened in a browser where nothing can be stored.
    pub(crate) fn troubled(save_error: SaveError) -> Self {
        let (found, address) = (StoreContents::default(), Route::Home);
        Self::open_with(StartupData { found, save_error: Some(save_error), address }, 1)
    }

    fn open_with(start: StartupData, seed: u128) -> Self {
        let mut app = Self {
            model: Model::Starting,
            found: start.found.clone(),
            effects: Vec::new(),
            batches: Vec::new(),
            journal: BTreeMap::new(),
            bundles: Vec::new(),
            last: OpenJournalEntry::default(),
            files: Vec::new(),
            is_answering: true,
            millis: 1_795_305_600_000 + u64::try_from(seed).unwrap() * 1_000_000,
            seed: seed << 64,
        };
        app.send(Msg::Started(Box::new(start)));
        app
    }

    /// The page closed and opened again, at its own address.
    pub(crate) fn reopened(&self) -> Self {
        Self::open(self.found.clone(), Route::Home, (self.seed >> 64) + 1)
    }

    /// The page closed and opened again, with what the journal keeps.
    pub(crate) fn reopened_with_journal(&self) -> Self {
        let mut app = self.reopened();
        let entries = self.journal.clone().into_iter().collect();
        app.send(Msg::TabsListed { open_tabs: Vec::new(), entries });
        app
    }

    pub(crate) fn undo(&mut self) {
        self.send(Msg::CommandInvoked(Command::Undo));
    }

    pub(crate) fn redo(&mut self) {
        self.send(Msg::CommandInvoked(Command::Redo));
    }

    /// Something happens, ten seconds after what happened before.
    pub(crate) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        self.send_after(10_000, msg)
    }

    /// Something happens so many milliseconds after what happened before.
    pub(crate) fn send_after(&mut self, millis: u64, msg: Msg) -> Vec<Effect> {
        self.millis += millis;
        self.seed += 1;
        let context = EventContext { millis: self.millis, entropy: self.seed };
        let effects = update(&mut self.model, msg, context);
        for effect in &effects {
            self.perform(effect.clone());
        }
        for _ in effects.iter().filter(|effect| **effect == Effect::ScheduleTick) {
            self.send_after(0, Msg::Tick);
        }
        self.check_drawn();
        effects
    }

    /// Whether what is drawn is what would be drawn from scratch.
    #[track_caller]
    fn check_drawn(&self) {
        let Model::Ready(workspace) = &self.model else { return };
        let Some((document, page)) = workspace.document().zip(workspace.page()) else { return };
        let fresh = ArticleView::new(
            document,
            Highlight { selected: workspace.session().claim(), current: workspace.current() },
        );
        assert_eq!((page.meta, page.length), (fresh.meta, fresh.length));
        assert_eq!(page.progress, fresh.progress, "what has been looked at");
        assert_eq!(page.sections.len(), fresh.sections.len());
        for (drawn, fresh) in page.sections.iter().zip(&fresh.sections) {
            let blocks = |section: &Section| -> Vec<BlockView> {
                section.blocks.iter().map(|block| BlockView::clone(block)).collect()
            };
            let cards = |section: &Section| -> Vec<ClaimCardView> {
                section.cards.iter().map(|card| ClaimCardView::clone(card)).collect()
            };
            assert_eq!(blocks(drawn), blocks(fresh), "the blocks as they should be drawn");
            assert_eq!(cards(drawn), cards(fresh), "the cards as they should be drawn");
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Refill(batch) => self.refill(batch),
            Effect::Save(batch) => {
                self.store(&batch.writes);
                self.commit(&batch);
                self.batches.push((batch.number, batch.writes));
            }
            Effect::RepairStores { to_local, to_safe, number } => {
                self.store(&to_local);
                let batch = Batch { number, writes: to_safe, entry: None };
                self.commit(&batch);
                self.batches.push((number, batch.writes));
            }
            Effect::Read(task) => {
                if self.is_answering {
                    self.answer(task);
                }
            }
            Effect::Export { request, name, media_type } => {
                let contents = run(request).expect("the file is written");
                self.effects.push(Effect::Download(Download { name, media_type, contents }));
            }
            Effect::ExportArchive { articles, archive, name } => {
                let sent = ArchiveRequest::decode(&archive.encode()).expect("a bundle");
                let outcome = sent.write().map(|bytes| {
                    self.bundles.push((name.clone(), bytes));
                    name
                });
                self.send(Msg::Library(LibraryMsg::ArchiveDownloaded { articles, outcome }));
            }
            Effect::Download(_)
            | Effect::ScheduleTick
            | Effect::StopReading(_)
            | Effect::Copy(_)
            | Effect::SetRoute(_)
            | Effect::ScrollTo(_)
            | Effect::ClearSelection
            | Effect::Select { .. }
            | Effect::Focus(_)
            | Effect::ReadHistory
            | Effect::QueryStorage
            | Effect::File(..)
            | Effect::RequestPersistence
            | Effect::ApplyAppearance(_)
            | Effect::SetDocumentTitle(_) => self.effects.push(effect),
        }
    }

    /// Fills stores that were cleared; what is newer in the database stays.
    fn refill(&mut self, batch: Batch) {
        self.store(&batch.writes);
        let commit = commit(slice::from_ref(&batch), &self.found.database, &mut self.last);
        let settled = commit.records.iter().filter(|(key, _)| commit.merged_record.contains(key));
        let settled = settled.map(|(key, value)| (key.clone(), value.clone()));
        self.found.local.extend(settled);
        self.found.database.extend(commit.records);
        self.batches.push((batch.number, batch.writes));
    }

    fn store(&mut self, local: &[Write]) {
        let row = |write: &Write| (write.key.to_string(), write.value.clone());
        self.found.local.extend(local.iter().filter(|write| write.is_mirrored_locally()).map(row));
    }

    fn commit(&mut self, batch: &Batch) {
        let commit = commit(slice::from_ref(batch), &self.found.database, &mut self.last);
        assert_eq!(commit.merged_record, Vec::<String>::new(), "no other tab has stored anything");
        self.found.database.extend(commit.records);
        self.journal.extend(commit.journal);
    }

    pub(crate) fn workspace(&self) -> &Workspace {
        match &self.model {
            Model::Ready(workspace) => workspace,
            Model::Starting => panic!("the page has not started"),
        }
    }

    pub(crate) fn document(&self) -> &Document {
        self.workspace().document().expect("an article is on screen")
    }

    pub(crate) fn article(&self) -> ArticleId {
        self.document().details().id.clone()
    }

    /// The article on screen as a file.
    pub(crate) fn export(&self) -> String {
        (FORMATS[0].encode)(self.document(), Timestamp::from_millis(0))
    }

    /// Every article as a file, as the page would open them again.
    pub(crate) fn stored(&self) -> BTreeMap<String, String> {
        let mut app = self.reopened();
        let rows: Vec<ArticleId> =
            app.workspace().articles().iter().map(|row| row.id.clone()).collect();
        let mut files = BTreeMap::new();
        for id in rows {
            app.send(Msg::ArticlePicked(id.clone()));
            assert_eq!(app.article(), id);
            files.insert(id.to_string(), app.export());
        }
        assert!(app.workspace().quarantined().is_empty(), "{:?}", app.workspace().quarantined());
        files
    }

    /// Whether what is on screen is what would be there after opening the page again.
    #[track_caller]
    pub(crate) fn check_stored(&self) {
        let stored = self.stored();
        if let Some(document) = self.workspace().document() {
            assert_eq!(stored[document.details().id.as_str()], self.export());
        }
        let rows: Vec<String> =
            self.workspace().articles().iter().map(|row| row.id.to_string()).collect();
        assert_eq!(stored.len(), rows.len());
        assert!(rows.iter().all(|row| stored.contains_key(row)));
    }

    /// Adds an article by pasting its text, and confirms it.
    pub(crate) fn paste(&mut self, text: &str) -> ArticleId {
        self.send(pasted(text.to_owned()));
        self.send(Msg::Import(ImportMsg::Added));
        self.article()
    }

    /// Opens a file.
    pub(crate) fn open_file(&mut self, name: &str, text: &str) -> Vec<Effect> {
        self.open_files(&[(name, text.as_bytes())])
    }

    /// Opens files together.
    pub(crate) fn open_files(&mut self, files: &[(&str, &[u8])]) -> Vec<Effect> {
        let taken = files.iter().map(|(name, bytes)| {
            self.files.push(bytes.to_vec());
            let number = u32::try_from(self.files.len() - 1).unwrap();
            FileHandle { number, name: (*name).to_owned(), bytes: bytes.len() as u64 }
        });
        let taken = taken.collect();
        self.send(Msg::Import(ImportMsg::FilesTaken(taken)))
    }

    /// A reader answers a task.
    pub(crate) fn answer(&mut self, task: ReadTask) -> Vec<Effect> {
        let number = task.number;
        let mut message = Vec::new();
        let answer = Some(self.read(task, &mut |said| message.push(said)));
        for said in message {
            self.send_after(0, Msg::Import(ImportMsg::Progressed { number, said }));
        }
        self.send_after(0, Msg::Import(ImportMsg::Read { number, answer }))
    }

    /// What a reader answers.
    pub(crate) fn read(&self, task: ReadTask, tell: &mut dyn FnMut(String)) -> WorkerResult {
        let ReadTask { source, how, context, .. } = task;
        match source {
            ReadSource::Text { text, is_html } => {
                let given = ImportRequest { name: None, text, is_html, how };
                sent(WorkerRequest::Read { given, context }).run(tell)
            }
            ReadSource::File { file, encoding } => {
                let bytes = self.files[file.number as usize].clone();
                read_file(file.name, bytes, encoding.as_deref(), how, context, tell)
            }
        }
    }

    /// Where the nth of some words stands in the article on screen.
    pub(crate) fn find(&self, words: &str, nth: usize) -> Span {
        find(self.document(), words, nth)
    }

    /// Selects words.
    pub(crate) fn select(&mut self, words: &str) -> Vec<Effect> {
        let span = self.find(words, 0);
        self.send(Msg::TextSelected { span, edges: Snap::Words })
    }

    /// Selects words and marks them with a tag.
    pub(crate) fn mark(&mut self, words: &str, tag: &str) -> ClaimId {
        self.select(words);
        self.send(Msg::TagChosen(TagId::new(tag).unwrap()));
        self.selected().expect("the new claim is selected")
    }

    /// The selected claim.
    pub(crate) fn selected(&self) -> Option<ClaimId> {
        self.workspace().session().claim().cloned()
    }

    /// The words that are selected and would be marked.
    pub(crate) fn selected_span(&self) -> Option<&Span> {
        match self.workspace().session() {
            Mode::Selecting { span, .. } => Some(span),
            Mode::Reading | Mode::Claim(_) => None,
        }
    }

    /// The words of the selected claim.
    pub(crate) fn selected_words(&self) -> Option<String> {
        let claim = self.document().claim(&self.selected()?)?;
        let first = claim.target.ranges().next()?;
        first.span.text(self.document().blocks())
    }

    /// Presses a key that says its name or a Latin letter.
    pub(crate) fn press(&mut self, key: &str) -> Vec<Effect> {
        self.send(Msg::KeyPressed(press(key)))
    }

    /// What the claims of the article on screen are about, in order.
    pub(crate) fn quotes(&self) -> Vec<String> {
        let document = self.document();
        let claims = document.claims();
        claims.filter_map(|it| it.target.ranges().next()?.span.text(document.blocks())).collect()
    }

    /// Says that everything has arrived.
    pub(crate) fn confirm(&mut self) {
        let last = self.batches.last().map(|(number, _)| *number);
        if let Some(last) = last {
            self.send(Msg::Saved { number: last, settled: Vec::new() });
        }
        assert!(matches!(self.workspace().save_state(), SaveState::Saved | SaveState::Unavailable));
    }
}

/// Where the nth of some words stands in an article.
pub(crate) fn find(document: &Document, words: &str, nth: usize) -> Span {
    let text = document.blocks().text();
    let start = text.match_indices(words).nth(nth).expect(words).0;
    let mut marked = text;
    marked.insert(start + words.len(), '⟧');
    marked.insert(start, '⟦');
    let (same, spans) = crate::span_markup::article(&marked);
    assert_eq!(same.len(), blocks(&document.blocks().text()).len());
    // There the blocks are named by their lines; here some may have come of others.
    let named = |place: &Position| {
        let position = same.position(&place.block).unwrap();
        let block = document.blocks().at(position).unwrap().id.clone();
        Position { block, offset: place.offset }
    };
    Span { start: named(&spans[0].start), end: named(&spans[0].end) }
}

/// A text pasted outside any field.
pub(crate) fn pasted(text: impl Into<String>) -> Msg {
    Msg::Import(ImportMsg::Pasted { text: text.into(), html: None })
}

/// Does an errand as the worker does, which is sent it as texts.
pub(crate) fn run(request: WorkerRequest) -> WorkerResult {
    sent(request).run(&mut |_| {})
}

/// An errand as it comes to the worker.
pub(crate) fn sent(request: WorkerRequest) -> WorkerRequest {
    WorkerRequest::decode(request.encode()).expect("an errand")
}

/// A key on a keyboard with a Latin layout, pressed on the page.
pub(crate) fn press(key: &str) -> KeyPress {
    let code = match key.chars().next() {
        Some(digit) if digit.is_ascii_digit() => format!("Digit{digit}"),
        Some(letter) if key.len() == 1 => format!("Key{}", letter.to_ascii_uppercase()),
        _ => key.to_owned(),
    };
    KeyPress { key: key.to_owned(), code, focus: Focus::Page, ..KeyPress::default() }
}
