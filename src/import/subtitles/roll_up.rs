//! Captions that roll: each cue shows lines of the one before it again.

use super::cues::Cue;

/// How many lines a cue of such captions may show again.
const MOST_LINES: usize = 3;
/// In how many cues lines must be shown again for captions to roll.
const LEAST: usize = 3;
/// The longest time between cues of which one shows lines of the other, in milliseconds.
const LONGEST_GAP: u64 = 1_000;

/// Leaves out lines that are only shown again, and says how many there were.
///
/// Only where at least half of the cues do so, and some of them go on: elsewhere somebody says the
/// same again.
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

/// How many lines at the start of a cue are those at the end of the one before it.
fn shown_again(before: &Cue<'_>, cue: &Cue<'_>) -> usize {
    let is_next = cue.start >= before.start && cue.start <= before.end + LONGEST_GAP;
    let most = MOST_LINES.min(before.lines.len()).min(cue.lines.len());
    let is_same = |count: &usize| {
        let last = before.lines.iter().skip(before.lines.len() - count);
        last.zip(&cue.lines).all(|(one, other)| without_tags(one) == without_tags(other))
    };
    (1..=most).rev().filter(|_| is_next).find(is_same).unwrap_or(0)
}

/// A line without its marks: the words of the first showing carry their moments.
fn without_tags(line: &str) -> String {
    super::tags::plain(line)
}
