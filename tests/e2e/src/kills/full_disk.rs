//! Kills a browser whose disk was full for a while.

use super::{
    Run, Series, Tally,
    bout::{Bout, Stage},
    chance::Rng,
    filling::{FILLINGS, Filling, Step},
    purpose::{Compared, Purpose},
    report_server::Order,
    volume::Volume,
};
use crate::{Profile, TestResult};
use std::{
    ops::RangeInclusive,
    time::{Duration, Instant},
};

/// How often the browser starts, annotates and is killed after all room has been made. Chromium's
/// database can survive the first start after a full disk and be thrown away at the second, because
/// Chromium appends to a log that ends in a torn record.
const STARTS: usize = 3;
/// How much longer the page annotates where it may say "saved" again.
const LONGER: u32 = 3;
/// How many bytes an almost full disk has left.
const ALMOST: RangeInclusive<u64> = 0..=64 << 10;
/// How many bytes "a few megabytes" are.
const SOME_ROOM: RangeInclusive<u64> = 1 << 20..=6 << 20;
/// How often a disk is filled again that is held full.
const REFILL: Duration = Duration::from_millis(100);

/// Whether a disk that was filled stays full when the browser deletes files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filler {
    /// Nothing fills it again.
    Still,
    /// It is filled again at once.
    Growing,
}

/// Checks that small file systems can be mounted here.
///
/// # Errors
/// When they cannot; the message says why.
pub fn check_mount() -> TestResult {
    Volume::mount().map(drop)
}

/// Fills the disk of a browser while the page annotates, kills it, and compares; `on_run` hears of
/// each run.
///
/// # Errors
/// When no disk can be mounted, or the page does not annotate while all is well.
pub fn fill_disks(series: &Series, on_run: impl Fn(&Run)) -> TestResult<Tally> {
    let stage = Stage::set(series)?;
    let mut chance = Rng::new(series.seed);
    let mut tally = Tally::default();
    let first = usize::try_from(series.seed % FILLINGS.len() as u64).unwrap_or_default();
    let fillings = FILLINGS.iter().cycle().skip(first).take(series.kills);
    for (number, filling) in (1..).zip(fillings) {
        let volume = Volume::mount()?;
        let profile = Profile::within(volume.path())?;
        let run = Run::begin(number, filling.name);
        let bout = Bout::new(&stage, &profile, &mut chance, run);
        let run = Disk { bout, volume: &volume, filler: Filler::Still }.run(filling)?;
        on_run(&run);
        tally.add(&run);
    }
    Ok(tally)
}

/// A run on a small disk.
struct Disk<'a> {
    bout: Bout<'a>,
    volume: &'a Volume,
    filler: Filler,
}

impl Disk<'_> {
    fn run(mut self, filling: &Filling) -> TestResult<Run> {
        self.restart()?;
        self.bout.save_first()?;
        self.bout.annotate();
        self.restart()?;
        for step in filling.steps {
            self.take(*step)?;
        }
        self.end()?;
        for _ in 0..STARTS {
            self.restart()?;
            self.bout.annotate();
        }
        self.bout.kill();
        self.bout.start(Purpose::LookUnsaved)?;
        Ok(self.bout.end())
    }

    fn take(&mut self, step: Step) -> TestResult {
        match step {
            Step::Annotate => self.annotate(1),
            Step::AnnotateLong => self.annotate(LONGER),
            Step::Fill => self.fill(),
            Step::FillAlmost => {
                let bytes = self.bout.chance.within(&ALMOST);
                self.bout.add(&format!("{bytes} bytes free"));
                self.volume.fill(bytes)
            }
            Step::MakeSomeRoom => {
                self.filler = Filler::Still;
                let bytes = self.bout.chance.within(&SOME_ROOM);
                self.bout.add(&format!("{bytes} bytes free"));
                self.volume.make_room(bytes)
            }
            Step::Free => self.volume.free(),
            Step::MaybeFree if self.bout.chance.coin() => {
                self.bout.add("freed before the reload");
                self.volume.free()
            }
            Step::MaybeFree => Ok(()),
            Step::Restart => self.restart(),
            Step::Reload => self.reload(),
        }
    }

    /// Fills the disk; from then on it may be held full.
    fn fill(&mut self) -> TestResult {
        self.filler = Filler::Still;
        if self.bout.chance.coin() {
            self.filler = Filler::Growing;
            self.bout.add("held full");
        }
        self.volume.fill(0)
    }

    /// Lets the page annotate for a while, and holds the disk full where it is.
    fn annotate(&mut self, times: u32) -> TestResult {
        let time = self.bout.moment() * times;
        let start = Instant::now();
        while let Some(left) = time.checked_sub(start.elapsed()) {
            self.bout.annotate_for(left.min(REFILL));
            if self.filler == Filler::Growing && self.volume.is_filled() {
                self.volume.fill(0)?;
            }
        }
        Ok(())
    }

    /// Kills the browser and makes room, in one order or the other.
    fn end(&mut self) -> TestResult {
        if self.bout.chance.coin() {
            self.bout.kill();
            return self.volume.free();
        }
        self.volume.free()?;
        self.annotate(1)?;
        self.bout.add("freed before the kill");
        self.bout.kill();
        Ok(())
    }

    fn restart(&mut self) -> TestResult {
        self.bout.kill();
        let purpose = self.purpose();
        self.bout.start(purpose)
    }

    /// Reloads the page. It need not show everything then, even if there is room again: the browser
    /// may hold on to a database that it could not write.
    fn reload(&mut self) -> TestResult {
        let purpose = Purpose::AnnotateUnsaved(Compared::Never);
        let seed = self.bout.chance.number();
        self.bout.report_server().order(Order::Reload(purpose, seed));
        self.bout.look(purpose)
    }

    fn purpose(&self) -> Purpose {
        let full = self.volume.is_filled();
        Purpose::AnnotateUnsaved(if full { Compared::Never } else { Compared::IfSaved })
    }
}
