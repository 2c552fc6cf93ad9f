//! Kills browsers while the page annotates, and prints what was lost; see [`e2e::kills`].

use e2e::{
    TestResult,
    kills::{
        Kind, Mode, Run, SaveStates, Series, Tally, annotate_blocked, check_mount, clear_stores,
        fill_disks, kill,
    },
};
use std::{
    env,
    hash::{BuildHasher, RandomState},
    ops::RangeInclusive,
    path::PathBuf,
    process::ExitCode,
};
use xtask::project;

/// How often Chromium and Firefox are killed where nothing is asked for.
const KILLS: [usize; 2] = [100, 50];
/// The same where the page is treated badly first.
const KILLS_IN_MODE: [usize; 2] = [5, 5];
/// How many runs there are on small disks, and with stores that are cleared.
const RUNS_ON_FULL_DISK: [usize; 2] = [32, 8];
const RUNS_CLEARED: [usize; 2] = [100, 20];
/// How long after the first change a browser is killed, in milliseconds. Both browsers first write
/// local storage to the disk after some five seconds, so about half of the kills come before that and
/// half after.
const MOMENT: RangeInclusive<u64> = 1000..=9000;
/// How long the page annotates between two events on a small disk, in milliseconds.
const MOMENT_ON_FULL_DISK: RangeInclusive<u64> = 500..=5000;
/// How long it annotates before and after its stores are cleared, in milliseconds.
const MOMENT_CLEARED: RangeInclusive<u64> = 200..=3000;
/// How long the page may take to say that it cannot save, in milliseconds.
const TOLD_MILLIS: u64 = 1500;
const RELAXED: &str = "a kill cannot tell a relaxed transaction from a strict one, because the \
                       system's own cache survives it: only a power cut can";

/// What is asked for.
struct Asked {
    mode: Mode,
    kills: [usize; 2],
    seed: u64,
    page: PathBuf,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match asked(&words).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("kills: {why}");
            ExitCode::FAILURE
        }
    }
}

fn asked(words: &[String]) -> Result<Asked, String> {
    let mut mode = Mode::Plain;
    let mut seed = RandomState::new().hash_one("kills");
    let mut page = project::dist();
    let mut counts = Vec::new();
    for word in words {
        if let Some(asked) = Mode::asked_by(word) {
            mode = asked;
        } else if let Some(number) = word.strip_prefix("--seed=") {
            seed = number.parse().map_err(|_| usage())?;
        } else if let Some(folder) = word.strip_prefix("--page=") {
            page = folder.into();
        } else if word == "--sabotage=relaxed" {
            return Err(RELAXED.to_owned());
        } else {
            counts.push(word.parse().map_err(|_| usage())?);
        }
    }
    let [chromium, firefox] = counts_of(mode);
    let kills = match counts.as_slice() {
        [] => [chromium, firefox],
        [chromium] => [*chromium, firefox],
        [chromium, firefox] => [*chromium, *firefox],
        _ => return Err(usage()),
    };
    Ok(Asked { mode, kills, seed, page })
}

fn counts_of(mode: Mode) -> [usize; 2] {
    match mode {
        Mode::Plain => KILLS,
        Mode::FullDisk => RUNS_ON_FULL_DISK,
        Mode::Cleared => RUNS_CLEARED,
        Mode::LocalOnly | Mode::Debounced | Mode::Full | Mode::Blocked => KILLS_IN_MODE,
    }
}

fn moment_of(mode: Mode) -> RangeInclusive<u64> {
    match mode {
        Mode::FullDisk => MOMENT_ON_FULL_DISK,
        Mode::Cleared => MOMENT_CLEARED,
        Mode::Plain | Mode::LocalOnly | Mode::Debounced | Mode::Full | Mode::Blocked => MOMENT,
    }
}

fn usage() -> String {
    let modes: Vec<&str> = Mode::words().collect();
    format!(
        "kills [chromium-count] [firefox-count] [--seed=number] [--page=folder] [{}]",
        modes.join(" | ")
    )
}

fn run(asked: &Asked) -> Result<(), String> {
    println!("seed {}", asked.seed);
    if asked.mode == Mode::FullDisk
        && let Err(why) = check_mount()
    {
        println!("skipped, because no disk can be filled here: {why}");
        return Ok(());
    }
    let mut troubles = Vec::new();
    let mut rows = Vec::new();
    for (kind, kills) in [Kind::Chromium, Kind::Firefox].into_iter().zip(asked.kills) {
        if kills == 0 {
            continue;
        }
        let outcome = if asked.mode == Mode::Blocked {
            blocked(asked, kind, kills)
        } else {
            kill_all(asked, kind, kills)
                .map(|tally| rows.push((kind, tally)))
                .map_err(|why| why.to_string())
        };
        if let Err(why) = outcome {
            eprintln!("kills: {kind}: {why}");
            troubles.push(format!("{kind}: {why}"));
        }
    }
    print_table(&rows);
    for (kind, tally) in &rows {
        troubles.extend(judge(asked.mode, tally).err().map(|why| format!("{kind}: {why}")));
    }
    if troubles.is_empty() { Ok(()) } else { Err(troubles.join("; ")) }
}

fn kill_all(asked: &Asked, kind: Kind, kills: usize) -> TestResult<Tally> {
    let Asked { mode, seed, .. } = *asked;
    let page = asked.page.clone();
    let series = Series { kind, page, mode, kills, moment: moment_of(mode), seed };
    let print = |run: &Run| println!("{kind}, {run}");
    match mode {
        Mode::FullDisk => fill_disks(&series, print),
        Mode::Cleared => clear_stores(&series, print),
        Mode::Plain | Mode::LocalOnly | Mode::Debounced | Mode::Full | Mode::Blocked => {
            kill(&series, |tally| {
                eprintln!(
                    "{kind}: {} kills, {} acknowledged, {} lost",
                    tally.kills, tally.acknowledged, tally.lost
                );
            })
        }
    }
}

/// Fails where the page says that something is saved that cannot be, or says nothing for too long.
fn blocked(asked: &Asked, kind: Kind, runs: usize) -> Result<(), String> {
    for run in 0..runs {
        let said = annotate_blocked(kind, &asked.page, asked.seed.wrapping_add(run as u64));
        let SaveStates { states, delays } = said.map_err(|why| why.to_string())?;
        let slowest = delays.iter().max().copied().unwrap_or(u64::MAX);
        println!(
            "{kind}, storage blocked: it said {states:?}, {slowest} ms after a change at most"
        );
        if states.iter().any(|state| state == "saved") || slowest > TOLD_MILLIS {
            return Err("it did not say at once that nothing is saved".to_owned());
        }
    }
    Ok(())
}

fn print_table(rows: &[(Kind, Tally)]) {
    if rows.is_empty() {
        return;
    }
    println!("\n| browser | kills | acknowledged | lost | worst | never asked for | minutes |");
    println!("|---|---|---|---|---|---|---|");
    for (kind, tally) in rows {
        println!(
            "| {kind} | {} | {} | {} | {} | {} | {:.1} |",
            tally.kills,
            tally.acknowledged,
            tally.lost,
            tally.worst,
            tally.strange,
            tally.time.as_secs_f64() / 60.0
        );
    }
    for (kind, tally) in rows.iter().filter(|(_, tally)| tally.not_compared > 0) {
        println!(
            "{kind}: {} runs compared nothing, because the page did not say saved again",
            tally.not_compared
        );
    }
}

fn judge(mode: Mode, tally: &Tally) -> Result<(), String> {
    match (mode.is_sabotage(), tally.lost) {
        (true, 0) => Err("sabotaged as asked, and nothing was lost: this shows nothing".to_owned()),
        (true, lost) => {
            println!("sabotaged as asked: {lost} lost, as it must be");
            Ok(())
        }
        (false, 0) if tally.strange == 0 => Ok(()),
        (false, lost) => Err(format!("{lost} lost, {} never asked for", tally.strange)),
    }
}
