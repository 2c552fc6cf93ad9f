//! Removes the repeated lines of roll-up captions, in which each cue shows lines of the cue before
//! it again.
//!
//! The module changes nothing unless many cues repeat lines, because a speaker may say the same
//! words twice.

use super::cues::Cue;

/// The most lines of a cue that may repeat lines of the cue before it.
const MOST_LINES: usize = 3;
/// The fewest cues with repeated lines that roll-up captions have.
const LEAST: usize = 3;
/// The longest gap between two cues that share lines, in milliseconds.
const LONGEST_GAP: u64 = 1_000;

/// Removes the lines that only repeat lines of the cue before them, and returns their number.
///
/// Removes them only where at least three cues and at least half of all cues repeat lines, and at
/// least a quarter of those also add new lines. In other files, a speaker probably says the same
/// words again.
pub(super) fn merge_roll_up(cues: &mut [Cue<'_>]) -> usize {
    let shown_again: Vec<usize> =
        cues.array_windows().map(|[before, cue]| shown_again(before, cue)).collect();
    let rolling = shown_again.iter().filter(|count| **count > 0).count();
    let goes_on = |(cue, count): &(&Cue<'_>, &usize)| (1..cue.lines.len()).contains(*count);
    let going_on = cues.iter().skip(1).zip(&shown_again).filter(goes_on).count();
    if rolling < LEAST || rolling * 2 < shown_again.len() || going_on * 4 < rolling {
        return 0;
    }
    for (cue, count) in cues.iter_mut().skip(1).zip(&shown_again) {
        cue.lines.drain(..*count);
    }
    shown_again.into_iter().sum()
}

/// Returns the number of lines at the start of a cue that repeat the last lines of the cue before
/// it.
fn shown_again(before: &Cue<'_>, cue: &Cue<'_>) -> usize {
    let is_next = cue.start >= before.start && cue.start <= before.end + LONGEST_GAP;
    let most = MOST_LINES.min(before.lines.len()).min(cue.lines.len());
    let is_same = |count: &usize| {
        let last = before.lines.iter().skip(before.lines.len() - count);
        last.zip(&cue.lines).all(|(one, other)| without_tags(one) == without_tags(other))
    };
    (1..=most).rev().filter(|_| is_next).find(is_same).unwrap_or(0)
}

/// Returns a line without its tags. Lines must be compared without tags, because a line has tags
/// with the time of each word only where it is shown first.
fn without_tags(line: &str) -> String {
    super::tags::plain(line)
}
