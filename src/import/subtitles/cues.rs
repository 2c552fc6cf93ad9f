//! The cues of a file, and what stands beside them.

use std::ops::Range;

use crate::{
    article::Kind,
    import::{Disposition, ImportedBlock, html::is_language},
    text::lines,
};

use super::timing::timing;

/// What `WebVTT` begins with.
const SIGNATURE: &str = "WEBVTT";
/// What begins a block that is no cue in `WebVTT`, and what becomes of it.
const BLOCKS: [(&str, Disposition); 3] = [
    ("NOTE", Disposition::Boilerplate),
    ("STYLE", Disposition::Hidden),
    ("REGION", Disposition::Hidden),
];

/// Lines that are shown at once.
#[derive(Debug)]
pub(super) struct Cue<'a> {
    /// When it comes, in milliseconds.
    pub(super) start: u64,
    /// When it goes, in milliseconds.
    pub(super) end: u64,
    /// Its lines as they are written, none of them blank.
    pub(super) lines: Vec<&'a str>,
}

/// What was found in a file.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// The cues, as they come in the file.
    pub(super) cues: Vec<Cue<'a>>,
    /// What is part of no cue, with the number of cues before it.
    pub(super) beside: Vec<(usize, ImportedBlock)>,
    /// What the head of the file names as its language.
    pub(super) language: Option<String>,
    /// Whether the last cue is over.
    is_over: bool,
}

/// Whether a text begins as subtitles do: with the signature of `WebVTT`, or with the number and
/// the moments of a first cue.
pub(in crate::import) fn are_subtitles(text: &str) -> bool {
    let mut lines = lines(text).skip_while(|it| it.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    is_signed(first) || is_number(first) && lines.next().and_then(timing).is_some()
}

fn is_signed(line: &str) -> bool {
    line.strip_prefix(SIGNATURE).is_some_and(|rest| rest.trim_start() != rest || rest.is_empty())
}

/// The cues of a text.
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

/// Whether the next line that is not empty says moments, for each line and what is after the last.
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
    /// Takes the head of a file, and says where the line after it stands.
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

    /// Takes a block that is no cue, and says where the line after it stands.
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

    /// Takes a line of text: one of the last cue, unless that is over.
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
