//! Reads subtitles: `SubRip` and `WebVTT`.
//!
//! Information that only a player needs does not become text: the numbers and names of cues, their
//! position on the picture, and style tags. The label of a block gives its time, and its speaker
//! where the file names one.

mod cues;
mod names;
mod roll_up;
mod tags;
mod timing;
mod utterance;

use crate::{article::Kind, import::line_kinds::ends_a_sentence};

use super::{ImportNote, ImportedBlock, ImportedText, sanitize::strip_bom_and_nul};

use utterance::{Utterance, said};

pub(super) use cues::are_subtitles;

/// The length of a pause at which a new block begins, in milliseconds.
const LONGEST_SILENCE: u64 = 2_000;
/// The longest block that the reader joins from several cues, in milliseconds.
const LONGEST: u64 = 60_000;
/// The length in characters at which the reader no longer joins cues to one block.
const LONGEST_TEXT: usize = 600;

/// Reads subtitles as a transcript.
///
/// Cannot fail: lines that are part of no cue become blocks as well. A block holds the words of one
/// speaker in one cue, or in several cues where a sentence continues; its lines are those of the
/// cues. The label is the start time after the name of the speaker: `Anna, 00:01:12`.
pub fn read_subtitles(text: &str) -> ImportedText {
    let (text, mut notes) = strip_bom_and_nul(text);
    let mut found = cues::cues(&text);
    let repeated = roll_up::merge_roll_up(&mut found.cues);
    if repeated > 0 {
        notes.push(ImportNote::DuplicateCaptions(repeated));
    }
    let names = names::names(&found.cues);
    let mut parts = found.beside.into_iter().peekable();
    let mut blocks = Vec::new();
    let mut open: Option<Utterance> = None;
    for (at, cue) in found.cues.iter().enumerate() {
        while let Some((_, beside)) = parts.next_if(|(before, _)| *before <= at) {
            blocks.extend(open.take().map(block));
            blocks.push(beside);
        }
        for next in said(cue, &names) {
            open = match open.take() {
                Some(before) if goes_on(&before, &next) => Some(before.with(next)),
                before => {
                    blocks.extend(before.map(block));
                    Some(next)
                }
            };
        }
    }
    blocks.extend(open.map(block));
    blocks.extend(parts.map(|(_, beside)| beside));
    ImportedText { language: found.language, blocks, notes, ..ImportedText::default() }
}

/// Returns whether `next` continues a sentence that `before` began.
fn goes_on(before: &Utterance, next: &Utterance) -> bool {
    let is_same = next.speaker.is_none() || next.speaker == before.speaker;
    let ends = before.lines.last().is_some_and(|line| ends_a_sentence(line));
    is_same
        && !next.is_turn
        && !ends
        && !before.is_sound()
        && !next.is_sound()
        && next.start >= before.start
        && next.start.saturating_sub(before.end) < LONGEST_SILENCE
        && next.end.saturating_sub(before.start) <= LONGEST
        && before.characters + next.characters < LONGEST_TEXT
}

fn block(said: Utterance) -> ImportedBlock {
    let time = timing::shown(said.start);
    let label = match said.speaker {
        Some(speaker) => format!("{speaker}, {time}"),
        None => time,
    };
    ImportedBlock {
        label: Some(label),
        lines: said.lines,
        ..ImportedBlock::new(Kind::Paragraph, "")
    }
}
