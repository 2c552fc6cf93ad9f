//! Splits a cue into utterances, one for each speaker.
//!
//! A voice tag, a name before a colon or a turn marker begins a new utterance. No utterance is
//! without words.

use std::collections::HashSet;

use super::{
    cues::Cue,
    names::opening,
    tags::{Piece, pieces},
};

/// The words that one speaker says without interruption.
#[derive(Debug)]
pub(super) struct Utterance {
    /// The name of the speaker, where the file gives it.
    pub(super) speaker: Option<String>,
    /// Whether a turn marker shows that somebody else spoke before.
    pub(super) is_turn: bool,
    /// The start of the utterance, in milliseconds.
    pub(super) start: u64,
    /// The end of the utterance, in milliseconds.
    pub(super) end: u64,
    /// The lines; none is blank.
    pub(super) lines: Vec<String>,
    /// The length of the lines in characters, counting one more for the end of each line.
    pub(super) characters: usize,
    /// Whether the name of the speaker came before a colon.
    is_named: bool,
}

impl Utterance {
    fn new(cue: &Cue<'_>, speaker: Option<String>) -> Self {
        let (start, end) = (cue.start, cue.end);
        Self {
            speaker,
            is_turn: false,
            start,
            end,
            lines: Vec::new(),
            characters: 0,
            is_named: false,
        }
    }

    /// Appends `next`, which continues this utterance.
    pub(super) fn with(mut self, next: Self) -> Self {
        self.end = next.end.max(self.end);
        self.characters += next.characters;
        self.lines.extend(next.lines);
        self
    }

    /// Returns whether the utterance is only the description of a sound or a song: its first and
    /// last characters are brackets, musical notes or asterisks.
    pub(super) fn is_sound(&self) -> bool {
        let first = self.lines.first().and_then(|it| it.chars().next());
        let last = self.lines.last().and_then(|it| it.chars().next_back());
        let pairs = [('[', ']'), ('(', ')'), ('♪', '♪'), ('♫', '♫'), ('*', '*')];
        pairs.iter().any(|pair| (first, last) == (Some(pair.0), Some(pair.1)))
    }

    fn push(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() {
            self.characters += line.chars().count() + 1;
            self.lines.push(line.to_owned());
        }
    }
}

/// Returns the utterances of a cue, in order. Leaves out those without words; a name that no words
/// follow becomes text.
pub(super) fn said(cue: &Cue<'_>, names: &HashSet<String>) -> Vec<Utterance> {
    let mut all = vec![Utterance::new(cue, None)];
    let mut is_voice = false;
    for line in &cue.lines {
        for piece in pieces(line) {
            match piece {
                // Where a tag names the speaker, a word before a colon is part of the speech.
                Piece::Words(words) if is_voice => push(&mut all, &words),
                Piece::Words(words) => take_line(&mut all, &words, cue, names),
                Piece::Voice(name) => {
                    is_voice = !name.is_empty();
                    all.push(Utterance::new(cue, is_voice.then_some(name)));
                }
                Piece::VoiceEnd => {
                    is_voice = false;
                    all.push(Utterance::new(cue, None));
                }
            }
        }
    }
    for lonely in all.iter_mut().filter(|it| it.is_named && it.lines.is_empty()) {
        let name = lonely.speaker.take().unwrap_or_default();
        lonely.push(&format!("{name}:"));
    }
    all.retain(|it| !it.lines.is_empty());
    all
}

/// Adds a line, and begins a new utterance where the line begins with a known name or a turn
/// marker.
fn take_line(all: &mut Vec<Utterance>, line: &str, cue: &Cue<'_>, names: &HashSet<String>) {
    let line = line.trim();
    let opening = opening(line);
    match opening.named.filter(|(name, _)| names.contains(*name)) {
        Some((name, rest)) => {
            let speaker = Some(name.to_owned());
            all.push(Utterance { is_named: true, ..Utterance::new(cue, speaker) });
            push(all, rest);
        }
        None if opening.is_turn => {
            all.push(Utterance { is_turn: true, ..Utterance::new(cue, None) });
            push(all, line);
        }
        None => push(all, line),
    }
}

fn push(all: &mut [Utterance], line: &str) {
    if let Some(last) = all.last_mut() {
        last.push(line);
    }
}
