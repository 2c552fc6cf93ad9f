//! A browser that is started and killed several times on one profile, and what each start shows.

use super::{
    Run, Series,
    chance::Rng,
    oracle::Comparison,
    process::Process,
    purpose::{Compared, Purpose},
    report_server::{ReportServer, Shown},
    site::InstrumentedSite,
};
use crate::{Error, Profile, TestResult};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// How long a browser may take to start, and its page to show its claims.
const PATIENCE: Duration = Duration::from_secs(90);
/// The same where the disk is full: the browser may not start at all.
const PATIENCE_ON_FULL_DISK: Duration = Duration::from_secs(20);
/// How many changes the page has to save before anything is done to it.
const SAVED_FIRST: usize = 5;
/// How long it may take for that.
const SAVED_FIRST_WITHIN: Duration = Duration::from_secs(30);

/// The page to work with, and the script that tells what happens in it.
#[derive(Debug)]
pub(super) struct Stage<'a> {
    pub series: &'a Series,
    pub report_server: Arc<ReportServer>,
    pub site: InstrumentedSite,
}

impl<'a> Stage<'a> {
    /// Serves the page of a series.
    pub(super) fn set(series: &'a Series) -> TestResult<Self> {
        let report_server = Arc::new(ReportServer::default());
        let site = InstrumentedSite::serve(&series.page, series.mode, &report_server)?;
        Ok(Self { series, report_server, site })
    }
}

/// A browser that is started and killed several times on one profile.
#[derive(Debug)]
pub(super) struct Bout<'a> {
    stage: &'a Stage<'a>,
    pub profile: &'a Profile,
    pub chance: &'a mut Rng,
    browser: Option<Process>,
    begun: Instant,
    run: Run,
}

impl<'a> Bout<'a> {
    /// Nothing has been started yet on `profile`.
    pub(super) fn new(
        stage: &'a Stage<'a>,
        profile: &'a Profile,
        chance: &'a mut Rng,
        run: Run,
    ) -> Self {
        Self { stage, profile, chance, browser: None, begun: Instant::now(), run }
    }

    /// The ear that hears the page.
    pub(super) fn report_server(&self) -> &ReportServer {
        &self.stage.report_server
    }

    /// The address of the page.
    pub(super) fn address(&self) -> String {
        self.stage.site.address()
    }

    /// Starts the browser, and returns when the page has shown its claims; it makes no change before
    /// [`Bout::annotate`].
    ///
    /// # Errors
    /// When the page shows nothing, unless the disk is full.
    pub(super) fn start(&mut self, purpose: Purpose) -> TestResult {
        let seed = self.chance.number();
        self.report_server().expect_run(purpose, seed);
        self.report_server().pause();
        let Series { kind, mode, .. } = *self.stage.series;
        self.browser = Some(Process::start(kind, self.profile, mode, &self.address())?);
        self.look(purpose)
    }

    /// Waits until the page has shown its claims after a start or a reload.
    pub(super) fn look(&mut self, purpose: Purpose) -> TestResult {
        let may_fail = purpose == Purpose::AnnotateUnsaved(Compared::Never);
        let patience = if may_fail { PATIENCE_ON_FULL_DISK } else { PATIENCE };
        let Some(Shown { comparison }) = self.report_server().shown(patience) else {
            let why = || {
                Error::Annotating(format!("nothing shown: {:?}", self.report_server().take_log()))
            };
            return if may_fail { Ok(()) } else { Err(why()) };
        };
        let Comparison { lost, unexpected_claims: strange, .. } = comparison.unwrap_or_default();
        self.run.lost += lost;
        self.run.strange += strange;
        Ok(())
    }

    /// Lets the page annotate until it has called some changes saved.
    ///
    /// # Errors
    /// When it does not call them saved in time.
    pub(super) fn save_first(&mut self) -> TestResult {
        self.report_server().resume();
        let is_there = self
            .report_server()
            .wait_until(SAVED_FIRST_WITHIN, |heard| heard.saved() >= SAVED_FIRST);
        let why = || {
            Error::Annotating(format!("not saved at first: {:?}", self.report_server().take_log()))
        };
        if is_there { Ok(()) } else { Err(why()) }
    }

    /// Lets the page annotate for a while.
    pub(super) fn annotate(&mut self) {
        let time = self.moment();
        self.annotate_for(time);
    }

    /// Lets the page annotate for so long.
    pub(super) fn annotate_for(&self, time: Duration) {
        self.report_server().resume();
        // A script that cannot go on while the page cannot save is logged, and that is all.
        drop(self.report_server().listen(time));
    }

    /// How long the page annotates between one event and the next.
    pub(super) fn moment(&mut self) -> Duration {
        Duration::from_millis(self.chance.within(&self.stage.series.moment))
    }

    /// Kills the browser.
    pub(super) fn kill(&mut self) {
        self.run.kills += usize::from(self.browser.is_some());
        self.browser = None;
    }

    /// Adds to the story of the run what was drawn for it.
    pub(super) fn add(&mut self, drawn: &str) {
        self.run.story.push(drawn.to_owned());
    }

    /// Ends the run without a comparison.
    pub(super) fn end_without_comparison(mut self, why: &str) -> Run {
        self.report_server().note(why);
        self.run.is_compared = false;
        self.end()
    }

    /// Kills the browser, and returns what the run has shown; the profile counts no more.
    pub(super) fn end(mut self) -> Run {
        self.kill();
        let mut run = self.run;
        (run.issued, run.acknowledged) = self.stage.report_server.counts();
        self.stage.report_server.take_acknowledged();
        run.log = self.stage.report_server.take_log();
        run.time = self.begun.elapsed();
        run
    }
}
