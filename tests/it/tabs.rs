//! Several tabs at one article: nothing is lost, in any order.

use std::collections::{BTreeMap, VecDeque};

use claimlight::{
    app::{
        Command, Dialog, Effect, HitLocation as LibraryFound, ImportMsg, LibraryMsg, LibraryStatus,
        Model, Msg, ReadSource, Route, SaveState, Snap, StartupData, WorkerRequest, Workspace,
        update,
    },
    event_context::EventContext,
    export::FORMATS,
    id::{ClaimId, TagId},
    import::ImportRequest,
    storage::{Batch, OpenJournalEntry, StoreContents, commit},
    time::Timestamp,
};

use crate::{
    rng::Rng,
    test_app::{find, pasted, sent},
};

/// One tab: its page, what it has sent, and what it has not heard yet.
#[derive(Clone)]
pub(crate) struct Tab {
    model: Model,
    last: OpenJournalEntry,
    sent: Vec<Batch>,
    inbox: VecDeque<Vec<(String, String)>>,
}

/// A browser with tabs that share two stores.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) found: StoreContents,
    journal: BTreeMap<String, String>,
    tabs: Vec<Tab>,
    millis: u64,
    seed: u128,
    /// Whether tabs that commit are answered with what the others have stored.
    is_sabotaged: bool,
}

const START: u64 = 1_795_305_600_000;

impl Browser {
    /// So many tabs at an article with two claims.
    pub(crate) fn new(tabs: usize) -> Self {
        let mut browser = Self {
            found: StoreContents::default(),
            journal: BTreeMap::new(),
            tabs: Vec::new(),
            millis: START,
            seed: 1 << 64,
            is_sabotaged: false,
        };
        browser.open();
        browser.action(0, pasted("Rents\nRents rose by 5 per cent.\nTaxes fell.".to_owned()));
        browser.action(0, Msg::Import(ImportMsg::Added));
        browser.mark(0, "Rents rose", "quantity");
        browser.mark(0, "Taxes fell", "event");
        browser.settle();
        while browser.tabs.len() < tabs {
            browser.open();
        }
        browser.settle();
        browser
    }

    fn open(&mut self) {
        let tab = Tab {
            model: Model::Starting,
            last: OpenJournalEntry::default(),
            sent: Vec::new(),
            inbox: VecDeque::new(),
        };
        self.tabs.push(tab);
        let found = self.found.clone();
        let start = StartupData { found, save_error: None, address: Route::Home };
        self.action(self.tabs.len() - 1, Msg::Started(Box::new(start)));
    }

    /// Something happens in a tab; says whether that changed anything.
    pub(crate) fn action(&mut self, at: usize, msg: Msg) -> bool {
        self.millis += 1500;
        self.seed += 1;
        let context = EventContext { millis: self.millis, entropy: self.seed };
        let effects = update(&mut self.tabs[at].model, msg, context);
        let mut changed = false;
        for effect in effects {
            match effect {
                Effect::Save(batch) => {
                    changed |= batch.entry.is_some();
                    self.write_local(&batch);
                    self.tabs[at].sent.push(batch);
                }
                Effect::Refill(batch) => {
                    self.write_local(&batch);
                    self.tabs[at].sent.push(batch);
                }
                Effect::RepairStores { number, to_safe: writes, .. } => {
                    self.tabs[at].sent.push(Batch { number, writes, entry: None });
                }
                Effect::Read(task) => {
                    let ReadSource::Text { text, is_html } = task.source else { continue };
                    let given = ImportRequest { name: None, text, is_html, how: task.how };
                    let (number, mut message) = (task.number, Vec::new());
                    let request = sent(WorkerRequest::Read { given, context });
                    let answer = Some(request.run(&mut |said| message.push(said)));
                    for said in message {
                        self.action(at, Msg::Import(ImportMsg::Progressed { number, said }));
                    }
                    self.action(at, Msg::Import(ImportMsg::Read { number, answer }));
                }
                Effect::StopReading(_)
                | Effect::Copy(_)
                | Effect::Export { .. }
                | Effect::ExportArchive { .. }
                | Effect::Download(_)
                | Effect::SetRoute(_)
                | Effect::ScrollTo(_)
                | Effect::ClearSelection
                | Effect::Select { .. }
                | Effect::Focus(_)
                | Effect::ScheduleTick
                | Effect::ReadHistory
                | Effect::QueryStorage
                | Effect::File(..)
                | Effect::RequestPersistence
                | Effect::ApplyAppearance(_)
                | Effect::SetDocumentTitle(_) => {}
            }
        }
        changed
    }

    fn write_local(&mut self, batch: &Batch) {
        let rows = batch.writes.iter().map(|it| (it.key.to_string(), it.value.clone()));
        self.found.local.extend(rows);
    }

    /// The database takes what a tab has sent, answers, and the others will hear of it.
    pub(crate) fn commit(&mut self, at: usize) {
        let mut batches = std::mem::take(&mut self.tabs[at].sent);
        let Some(number) = batches.last().map(|batch| batch.number) else { return };
        if self.is_sabotaged {
            batches.iter_mut().flat_map(|it| &mut it.writes).for_each(|it| it.base = None);
        }
        let commit = commit(&batches, &self.found.database, &mut self.tabs[at].last);
        self.found.database.extend(commit.records.clone());
        self.journal.extend(commit.journal);
        let records: Vec<_> = commit.records.into_iter().collect();
        let is_settled = |(key, _): &&(String, String)| commit.merged_record.contains(key);
        let settled: Vec<_> = records.iter().filter(is_settled).cloned().collect();
        self.found.local.extend(settled.clone());
        for (_, tab) in self.tabs.iter_mut().enumerate().filter(|(other, _)| *other != at) {
            tab.inbox.push_back(records.clone());
        }
        self.action(at, Msg::Saved { number, settled });
    }

    pub(crate) fn hear(&mut self, at: usize) {
        if let Some(values) = self.tabs[at].inbox.pop_front() {
            self.action(at, Msg::RemoteChanged(values));
        }
    }

    /// Everything that is under way arrives.
    fn settle(&mut self) {
        while self.tabs.iter().any(|tab| !tab.sent.is_empty() || !tab.inbox.is_empty()) {
            for at in 0..self.tabs.len() {
                self.commit(at);
                self.hear(at);
            }
        }
    }

    pub(crate) fn workspace(&self, at: usize) -> &Workspace {
        match &self.tabs[at].model {
            Model::Ready(workspace) => workspace,
            Model::Starting => panic!("the page has not started"),
        }
    }

    fn mark(&mut self, at: usize, words: &str, tag: &str) -> bool {
        let document = self.workspace(at).document().expect("an article");
        let span = find(document, words, 0);
        self.action(at, Msg::TextSelected { span, edges: Snap::None });
        self.action(at, Msg::TagChosen(TagId::new(tag).unwrap()))
    }

    pub(crate) fn claim(&self, at: usize, nth: usize) -> Option<ClaimId> {
        let document = self.workspace(at).document()?;
        let mut claims: Vec<_> = document.claims().collect();
        claims.sort_by_key(|claim| (claim.created, claim.id.clone()));
        claims.get(nth).map(|claim| claim.id.clone())
    }

    fn export(&self, at: usize) -> String {
        let document = self.workspace(at).document().expect("an article");
        (FORMATS[0].encode)(document, Timestamp::from_millis(0))
    }

    /// All tabs show the same, everything is said to be saved, and the next start shows it, too.
    #[track_caller]
    pub(crate) fn check_agreement(&mut self) -> String {
        self.settle();
        let first = self.export(0);
        for at in 0..self.tabs.len() {
            assert_eq!(self.export(at), first, "tab {at}");
            assert_eq!(self.workspace(at).save_state(), &SaveState::Saved, "tab {at}");
        }
        self.open();
        let last = self.tabs.len() - 1;
        assert_eq!(self.export(last), first, "the next start");
        self.found.local.clear();
        self.open();
        assert_eq!(self.export(last + 1), first, "the next start, without local storage");
        self.tabs.truncate(last);
        first
    }

    /// Every value that any record has or keeps beside.
    fn stored(&self) -> String {
        self.found.database.values().cloned().collect()
    }
}

/// One act of a tab on claims that the others work on, too. What must be found afterwards comes to
/// `kept`; what the person has seen and replaced, or deleted, goes.
pub(crate) fn operate(
    browser: &mut Browser,
    at: usize,
    operation: usize,
    word: &str,
    kept: &mut Vec<String>,
) {
    let deletes = word.starts_with('A');
    let claim = browser.claim(at, usize::from(operation == 3));
    let Some(claim) = claim else { return };
    let seen = browser.workspace(at).document().unwrap().claim(&claim).unwrap().note.clone();
    let (msg, made) = match operation {
        0 => (Msg::TagNamed(claim, format!("Tag {word}")), Some(format!("Tag {word}"))),
        1 => (Msg::NoteTyped(claim, format!("note {word}")), Some(format!("note {word}"))),
        2 => {
            browser.mark(at, "5 per cent", "quantity");
            return;
        }
        _ if deletes => (Msg::ClaimDeleted(claim), None),
        _ => (Msg::NoteTyped(claim, format!("late {word}")), Some(format!("late {word}"))),
    };
    let others = browser.workspace(at).contested();
    if browser.action(at, msg) {
        if operation % 2 == 1 {
            kept.retain(|it| *it != seen);
        }
        // What stood beside a claim goes with it.
        if operation == 3 && deletes {
            kept.retain(|it| others.iter().all(|other| other.value != it.as_str()));
        }
        kept.extend(made);
    }
}

/// Four operations, each with its way into the database.
const STEPS: usize = 8;

/// Goes on in every order that makes a difference from here; counts the orders. Two acts that follow
/// each other, one a tab, cannot see each other: of their two orders one is enough.
fn explore(
    browser: &Browser,
    done: [usize; 2],
    last_act: Option<usize>,
    kept: &[String],
    orders: &mut usize,
) {
    if done == [STEPS, STEPS] {
        check_end(&mut browser.clone(), kept, orders.is_multiple_of(97));
        *orders += 1;
        return;
    }
    for at in 0..2 {
        let is_act = done[at].is_multiple_of(2);
        if done[at] == STEPS || (is_act && last_act == Some(1) && at == 0) {
            continue;
        }
        let mut next = browser.clone();
        let mut kept = kept.to_vec();
        if is_act {
            next.hear(at);
            operate(&mut next, at, done[at] / 2, ["A", "B"][at], &mut kept);
        } else {
            next.commit(at);
        }
        let mut done = done;
        done[at] += 1;
        explore(&next, done, is_act.then_some(at), &kept, orders);
    }
}

fn check_end(browser: &mut Browser, kept: &[String], with_next_start: bool) {
    browser.settle();
    let [one, other] = [0, 1].map(|at| browser.workspace(at).document());
    assert_eq!(one, other, "both tabs show the same");
    // The next start takes long, and different orders end alike.
    if with_next_start {
        browser.check_agreement();
    }
    let stored = browser.stored();
    for kept in kept {
        assert!(stored.contains(kept.as_str()), "{kept} is lost");
    }
}

#[test]
fn two_tabs_with_four_operations_each_lose_nothing_in_any_order() {
    let mut orders = 0;
    explore(&Browser::new(2), [0, 0], None, &[], &mut orders);
    assert!(orders > 1000, "{orders}");
}

/// A made-up run of so many tabs; what is lost, is lost for good.
fn random_run(seed: u64, tabs: usize, steps: usize, is_sabotaged: bool) -> bool {
    let mut rng = Rng::new(seed);
    let mut browser = Browser { is_sabotaged, ..Browser::new(tabs) };
    let mut kept = Vec::new();
    for step in 0..steps {
        let at = rng.below(tabs);
        match rng.below(4) {
            0 | 1 => {
                let word = format!("{} {step}.", ["A", "B"][rng.below(2)]);
                operate(&mut browser, at, rng.below(4), &word, &mut kept);
            }
            2 => browser.commit(at),
            _ => browser.hear(at),
        }
    }
    if !is_sabotaged {
        browser.check_agreement();
    }
    browser.settle();
    let stored = browser.stored();
    kept.iter().all(|kept| stored.contains(kept.as_str()))
}

#[test]
fn eight_tabs_lose_nothing_in_random_runs() {
    for seed in 0..40 {
        assert!(random_run(seed, 8, 60, false), "seed {seed}");
    }
}

#[test]
fn tabs_that_store_over_each_other_are_found_out() {
    assert!((0..4).any(|seed| !random_run(seed, 2, 40, true)));
}

#[test]
fn the_library_shows_what_other_tabs_do_while_it_is_open() {
    let mut browser = Browser::new(2);
    let listed = |browser: &Browser| -> Vec<(String, usize)> {
        let Some(Dialog::Library(library)) = browser.workspace(1).window() else {
            panic!("no library")
        };
        let rows = library.rows.iter().map(|row| &row.entry.document);
        rows.map(|it| (it.details().title.clone(), it.claim_count())).collect()
    };
    browser.action(1, Msg::CommandInvoked(Command::ShowLibrary));
    let (sample, rents) = (listed(&browser)[1].clone(), ("Rents".to_owned(), 2));
    browser.action(0, pasted("Pensions\nPensions rise.".to_owned()));
    browser.action(0, Msg::Import(ImportMsg::Added));
    browser.mark(0, "Pensions rise", "quantity");
    browser.settle();
    assert_eq!(listed(&browser), [("Pensions".to_owned(), 1), rents, sample.clone()]);

    let shown = browser.workspace(1).document().unwrap().details().id.clone();
    let other = browser.workspace(0).document().unwrap().details().id.clone();
    assert_ne!(shown, other);
    browser.action(0, Msg::CommandInvoked(Command::ShowLibrary));
    browser.action(0, Msg::Library(LibraryMsg::SelectionToggled(other)));
    browser.action(0, Msg::Library(LibraryMsg::Archived));
    browser.action(0, Msg::Library(LibraryMsg::SelectionToggled(shown.clone())));
    browser.action(0, Msg::Library(LibraryMsg::Deleted));
    browser.settle();
    assert_eq!(listed(&browser), [sample], "also where the one below it is gone");
    let opened = LibraryMsg::Opened(shown, LibraryFound::Details);
    browser.action(1, Msg::Library(opened));
    let Some(Dialog::Library(library)) = browser.workspace(1).window() else { panic!("it stays") };
    assert!(
        matches!(&library.said, Some(LibraryStatus::Info(said)) if said.contains("was not opened: it was deleted"))
    );
}
