//! Splits a subtitle file into cues and the lines around them.
//!
//! Numbers and names of cues are left out. Every other line becomes part of a cue, or a block next
//! to the cues that remembers its place among them.

use std::ops::Range;

use crate::{
    article::Kind,
    import::{Disposition, ImportedBlock, html::is_language},
    text::lines,
};

use super::timing::timing;

/// The text that a `WebVTT` file begins with.
const SIGNATURE: &str = "WEBVTT";
/// The words that begin a `WebVTT` block without a cue, with the disposition of its lines.
const BLOCKS: [(&str, Disposition); 3] = [
    ("NOTE", Disposition::Boilerplate),
    ("STYLE", Disposition::Hidden),
    ("REGION", Disposition::Hidden),
];

/// Lines that the player shows at the same time.
#[derive(Debug)]
pub(super) struct Cue<'a> {
    /// The time at which the cue appears, in milliseconds.
    pub(super) start: u64,
    /// The time at which the cue disappears, in milliseconds.
    pub(super) end: u64,
    /// The lines as the file has them, with their tags; none is blank.
    pub(super) lines: Vec<&'a str>,
}

/// The content of a subtitle file.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// The cues, in the order of the file.
    pub(super) cues: Vec<Cue<'a>>,
    /// The blocks that are part of no cue, each with the number of cues before it.
    pub(super) beside: Vec<(usize, ImportedBlock)>,
    /// The language that the file header names.
    pub(super) language: Option<String>,
    /// Whether the last cue has ended, so that a further line cannot belong to it.
    is_over: bool,
}

/// Returns whether a text begins like subtitles: with the signature of `WebVTT`, or with the number
/// and the timing line of a first cue.
pub(in crate::import) fn are_subtitles(text: &str) -> bool {
    let mut lines = lines(text).skip_while(|it| it.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    is_signed(first) || is_number(first) && lines.next().and_then(timing).is_some()
}

fn is_signed(line: &str) -> bool {
    line.strip_prefix(SIGNATURE).is_some_and(|rest| rest.trim_start() != rest || rest.is_empty())
}

/// Splits a text into cues and the blocks around them.
pub(super) fn cues(text: &str) -> Found<'_> {
    let lines: Vec<&str> = lines(text).collect();
    let timings: Vec<_> = lines.iter().map(|line| timing(line)).collect();
    let comes = comes_timing(&lines, |at| timings.get(at).is_some_and(Option::is_some));
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let mut found = Found::default();
    let mut at = lines.iter().position(|it| !it.trim().is_empty()).unwrap_or(lines.len());
    let is_vtt = is_signed(line(at));
    if is_vtt {
        at = found.take_head(&lines, at);
    }
    while at < lines.len() {
        let text = line(at);
        let is_first = at == 0 || line(at - 1).is_empty();
        let is_before = timings.get(at + 1).is_some_and(Option::is_some);
        let is_numbered = is_before || (is_first && comes.get(at + 1) == Some(&true));
        if let Some(Some(timing)) = timings.get(at) {
            let Range { start, end } = timing.times;
            found.cues.push(Cue { start, end, lines: Vec::new() });
            found.is_over = false;
            found.take_line(timing.rest);
        } else if text.is_empty() {
            found.is_over |= found.cues.last().is_some_and(|cue| !cue.lines.is_empty());
        } else if let Some(disposition) = disposition_of_block(text).filter(|_| is_vtt && is_first)
        {
            at = found.take_block(&lines, at, disposition);
            continue;
        } else if !(is_number(text) && is_numbered || is_vtt && is_first && is_before) {
            found.take_line(text);
        }
        at += 1;
    }
    found
}

/// Returns, for each line and for the end of the text, whether the next line that is not empty is a
/// timing line. A line that is not empty counts as its own next line.
fn comes_timing(lines: &[&str], is_timing: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut comes = vec![false; lines.len() + 1];
    let mut next = false;
    for (at, line) in lines.iter().enumerate().rev() {
        if !line.is_empty() {
            next = is_timing(at);
        }
        if let Some(place) = comes.get_mut(at) {
            *place = next;
        }
    }
    comes
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|it| it.is_ascii_digit())
}

fn disposition_of_block(line: &str) -> Option<Disposition> {
    let word = line.split([' ', '\t']).next();
    BLOCKS.iter().find(|(name, _)| word == Some(name)).map(|(_, disposition)| *disposition)
}

impl<'a> Found<'a> {
    /// Reads the file header that begins at line `at`, and returns the index of the line after it.
    fn take_head(&mut self, lines: &[&str], at: usize) -> usize {
        let head = lines.iter().skip(at).take_while(|line| !line.is_empty());
        let head = head.take_while(|line| timing(line).is_none());
        let mut end = at;
        for line in head {
            let line = if end == at { line.strip_prefix(SIGNATURE).unwrap_or(line) } else { line };
            end += 1;
            let language = line.trim().strip_prefix("Language:").map(str::trim);
            if let Some(language) = language.filter(|it| is_language(it)) {
                self.language = Some(language.to_owned());
            } else {
                let line = line.trim().trim_start_matches(['-', ':']).trim_start();
                self.beside(line, Disposition::Boilerplate);
            }
        }
        end
    }

    /// Reads a block without a cue that begins at line `at`, and returns the index of the line
    /// after it.
    fn take_block(&mut self, lines: &[&str], at: usize, disposition: Disposition) -> usize {
        let block = lines.iter().skip(at).take_while(|line| !line.is_empty());
        let mut end = at;
        for line in block.take_while(|line| timing(line).is_none()) {
            end += 1;
            self.beside(line.trim(), disposition);
        }
        self.is_over = true;
        end
    }

    /// Adds a line of text to the last cue, or as a block beside the cues where that cue has ended.
    fn take_line(&mut self, line: &'a str) {
        if line.trim().is_empty() {
            return;
        }
        match self.cues.last_mut().filter(|_| !self.is_over) {
            Some(cue) => cue.lines.push(line),
            None => self.beside(line.trim(), Disposition::Included),
        }
    }

    fn beside(&mut self, line: &str, disposition: Disposition) {
        let kind = if disposition == Disposition::Included { Kind::Paragraph } else { Kind::Other };
        if !line.is_empty() {
            let block = ImportedBlock { disposition, ..ImportedBlock::new(kind, line) };
            self.beside.push((self.cues.len(), block));
        }
    }
}
