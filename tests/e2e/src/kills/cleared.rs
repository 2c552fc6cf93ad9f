//! Kills a browser whose stores were cleared under the open page.

use super::{
    Kind, Run, Series, Tally,
    bout::{Bout, Stage},
    chance::Rng,
    devtools,
    purpose::{Compared, Purpose},
    report_server::{Order, Report},
};
use crate::{Error, Profile, TestResult};
use std::time::Duration;

/// How long clearing may take; a page that holds its database open delays it.
const CLEARED_WITHIN: Duration = Duration::from_secs(20);
/// How long the page may take until it calls a change saved that was made after that.
const SAVED_WITHIN: Duration = Duration::from_secs(20);
/// After how long a page counts that still, or again, says "saved" though nothing is changed.
const SETTLED: Duration = Duration::from_secs(3);

/// A way in which the stores are cleared.
#[derive(Debug)]
pub struct Way {
    /// What is printed for it.
    pub name: &'static str,
    means: Means,
}

/// Who clears the stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// Another tab, with the name that its script knows for what to clear.
    OtherTab(&'static str),
    /// The browser.
    Browser,
}

/// The ways in which the stores are cleared.
pub const WAYS: &[Way] = &[
    Way { name: "local storage from another tab", means: Means::OtherTab("local") },
    Way { name: "the database from another tab", means: Means::OtherTab("database") },
    Way { name: "both from another tab", means: Means::OtherTab("both") },
    Way { name: "everything by the browser", means: Means::Browser },
    Way { name: "both while changes are written", means: Means::OtherTab("writing") },
];

/// Clears the stores of a page while it annotates, kills the browser, and compares; `on_run` hears of
/// each run.
///
/// # Errors
/// When the page does not annotate while all is well, or the stores cannot be cleared.
pub fn clear_stores(series: &Series, on_run: impl Fn(&Run)) -> TestResult<Tally> {
    let stage = Stage::set(series)?;
    let mut chance = Rng::new(series.seed);
    let mut tally = Tally::default();
    // Only Chromium has developer tools that can be asked for it.
    let is_known = |way: &&Way| series.kind == Kind::Chromium || way.means != Means::Browser;
    let ways = WAYS.iter().filter(is_known).cycle().take(series.kills);
    for (number, way) in (1..).zip(ways) {
        let profile = Profile::new()?;
        let run = Run::begin(number, way.name);
        let run = clear(way, Bout::new(&stage, &profile, &mut chance, run))?;
        on_run(&run);
        tally.add(&run);
    }
    Ok(tally)
}

/// What the script does after the stores are clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// It goes on annotating.
    Changes,
    /// It makes no change any more.
    Rest,
}

fn clear(way: &Way, mut bout: Bout) -> TestResult<Run> {
    let purpose = Purpose::AnnotateUnsaved(Compared::IfSaved);
    bout.start(purpose)?;
    bout.save_first()?;
    bout.annotate();
    let after = if bout.chance.coin() { After::Changes } else { After::Rest };
    if after == After::Rest {
        bout.add("then no change");
    }
    clear_stores_of(&bout, way, after)?;
    if !is_saved_again(&mut bout, after) {
        let why = "the page did not say saved again, so nothing is compared";
        return Ok(bout.end_without_comparison(why));
    }
    bout.kill();
    bout.start(purpose)?;
    bout.annotate();
    bout.kill();
    bout.start(Purpose::LookUnsaved)?;
    Ok(bout.end())
}

/// Clears the stores, and returns when they are clear.
fn clear_stores_of(bout: &Bout, way: &Way, after: After) -> TestResult {
    let report_server = bout.report_server();
    match (way.means, after) {
        (Means::OtherTab(what), After::Changes) => report_server.order(Order::Clear(what)),
        (Means::OtherTab(what), After::Rest) => report_server.order(Order::Rest(Some(what))),
        (Means::Browser, After::Changes) => {}
        (Means::Browser, After::Rest) => report_server.order(Order::Rest(None)),
    }
    let rests = |heard: &Report| after == After::Changes || heard.is_resting();
    if !report_server.wait_until(CLEARED_WITHIN, rests) {
        return Err(Error::Annotating("the script does not rest".to_owned()));
    }
    if way.means == Means::Browser {
        devtools::clear(&bout.profile.storage(), &bout.address())?;
        report_server.clear();
    } else if !report_server.wait_until(CLEARED_WITHIN, Report::is_cleared) {
        report_server.note("the page delayed the clearing");
        report_server.clear();
    }
    Ok(())
}

/// Whether the page calls its work saved after the stores were cleared.
fn is_saved_again(bout: &mut Bout, after: After) -> bool {
    match after {
        After::Changes => {
            let is_saved = bout.report_server().wait_until(SAVED_WITHIN, Report::is_saved_since);
            bout.annotate();
            is_saved
        }
        After::Rest => {
            bout.annotate_for(SETTLED);
            bout.report_server().says_saved()
        }
    }
}
