//! Kills a browser at random moments while the built page annotates, and counts what was said to be
//! saved and is gone.
//!
//! Nothing drives the browser: a script of ours in the page makes the gestures, and tells each change
//! before it is made and after the page's own line has said `saved`. After each kill the browser
//! starts again, the script takes what the page exports, and this is compared: what was acknowledged
//! must be there, and what is there must have been asked for. Then it goes on until the next kill.
//!
//! Two kinds of runs have a story each: [`fill_disks`] fills the disk of the browser's profile, and
//! [`clear_stores`] clears the stores under the open page. There the script goes on annotating while
//! the page cannot save, and only what the page called saved has to be there after restarts.
//!
//! A killed browser leaves the system's own cache intact, so these kills cannot tell a transaction
//! that is `strict` from one that is `relaxed`; only a power cut can.

mod bout;
mod chance;
mod cleared;
mod devtools;
mod filling;
mod full_disk;
mod log;
mod mode;
mod oracle;
mod process;
mod purpose;
mod report_server;
mod run;
mod site;
mod volume;

pub use chance::Rng;
pub use cleared::{WAYS, clear_stores};
pub use full_disk::{check_mount, fill_disks};
pub use log::{Log, Start};
pub use mode::Mode;
pub use process::Kind;
pub use report_server::SaveStates;
pub use run::Run;

use crate::{Error, Profile, TestResult};
use process::Process;
use purpose::Purpose;
use report_server::ReportServer;
use site::InstrumentedSite;
use std::{
    ops::RangeInclusive,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

/// After how many kills a new profile is taken, so that the page does not get slow.
const KILLS_PER_PROFILE: usize = 10;
/// How many UTF-16 units local storage holds, keys and values together; measured in both browsers.
const LOCAL_STORAGE_UNITS: u64 = 5_242_880;

/// A series of kills.
#[derive(Debug, Clone)]
pub struct Series {
    /// What is killed.
    pub kind: Kind,
    /// The folder of the built page.
    pub page: PathBuf,
    /// What is done to the page before it runs.
    pub mode: Mode,
    /// How often it is killed; for full disks and cleared stores, how many runs there are.
    pub kills: usize,
    /// How many milliseconds after the page begins to annotate; for full disks and cleared stores,
    /// how long it annotates between one event and the next.
    pub moment: RangeInclusive<u64>,
    /// What the moments and the gestures are drawn from.
    pub seed: u64,
}

/// What a series has shown.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// How often the browser was killed.
    pub kills: usize,
    /// How many changes the page said were saved.
    pub acknowledged: usize,
    /// How many of them were gone after a restart.
    pub lost: usize,
    /// The most that one kill has taken.
    pub worst: usize,
    /// How many claims were in a state that nobody had asked for.
    pub strange: usize,
    /// How many runs compared nothing, because the page did not say "saved" again.
    pub not_compared: usize,
    /// How long it took.
    pub time: Duration,
}

/// Kills a browser again and again; `on_profile` hears what has been counted after each profile.
///
/// # Errors
/// When the browser does not start, or the page does not do what the gestures ask for.
pub fn kill(series: &Series, on_profile: impl Fn(&Tally)) -> TestResult<Tally> {
    let start = Instant::now();
    let report_server = Arc::new(ReportServer::default());
    let site = InstrumentedSite::serve(&series.page, series.mode, &report_server)?;
    let mut chance = Rng::new(series.seed);
    let mut tally = Tally::default();
    while tally.kills < series.kills {
        let kills = KILLS_PER_PROFILE.min(series.kills - tally.kills);
        wear_out(series, kills, &report_server, &site, &mut chance, &mut tally)?;
        tally.time = start.elapsed();
        on_profile(&tally);
    }
    Ok(tally)
}

/// Kills a browser some times on one profile, and looks at what is there after each.
fn wear_out(
    series: &Series,
    kills: usize,
    report_server: &Arc<ReportServer>,
    site: &InstrumentedSite,
    chance: &mut Rng,
    tally: &mut Tally,
) -> TestResult {
    let profile = Profile::new()?;
    for kill in 0..=kills {
        let purpose = if kill == kills { Purpose::Look } else { Purpose::Annotate };
        report_server.expect_run(purpose, chance.number());
        let browser = Process::start(series.kind, &profile, series.mode, &site.address())?;
        let comparison = report_server.comparison()?;
        if series.mode == Mode::Full && report_server.units() != Some(LOCAL_STORAGE_UNITS) {
            return Err(Error::Annotating(format!(
                "local storage has {:?} units",
                report_server.units()
            )));
        }
        tally.lost += comparison.lost;
        tally.worst = tally.worst.max(comparison.lost);
        tally.strange += comparison.unexpected_claims;
        if purpose == Purpose::Annotate {
            report_server.listen(Duration::from_millis(chance.within(&series.moment)))?;
            tally.kills += 1;
        }
        drop(browser);
    }
    tally.acknowledged += report_server.take_acknowledged();
    Ok(())
}

/// What the page says of saving in a browser of this kind in which it may store nothing.
///
/// # Errors
/// When the browser does not start, or the page says nothing of saving.
pub fn annotate_blocked(kind: Kind, page: &Path, seed: u64) -> TestResult<SaveStates> {
    let report_server = Arc::new(ReportServer::default());
    let site = InstrumentedSite::serve(page, Mode::Blocked, &report_server)?;
    let profile = Profile::new()?;
    report_server.expect_run(Purpose::AnnotateBlocked, seed);
    let _browser = Process::start(kind, &profile, Mode::Blocked, &site.address())?;
    report_server.said()
}
