//! Distinguishes line breaks that a program inserted at a margin from those that the author made on
//! purpose. In this module, a block is a group of lines between blank lines.
//!
//! A program breaks a line only where the next word would exceed the margin. So a program wrapped a
//! block if the first word of each line would not have fitted on the line before it. A line on
//! which that word would have fitted ends on purpose.

use crate::{article::Kind, import::line_kinds::ends_a_sentence, text::is_unspaced_script};

use super::{
    Piece,
    source_line::{Line, Role},
};

/// The narrowest margin at which a program breaks lines, in characters.
const NARROWEST: usize = 50;
/// The widest margin, in characters.
const WIDEST: usize = 100;
/// The shortest line that the next line continues because a space at its end marks it, in
/// characters.
const SHORTEST_FLOWED: usize = 40;
/// The length in characters of a line that the next line continues because it begins in lower case.
const GOES_ON: std::ops::RangeInclusive<usize> = 60..=80;
/// The fewest matching line breaks in one block that prove a margin, and the fewest in a text that
/// prove flowed lines (RFC 3676).
const FEWEST_BREAKS: usize = 2;
/// The fewest matching line breaks that prove a margin where they are spread over several blocks.
const FEWEST_BREAKS_APART: usize = 3;

/// Groups the lines into pieces; each piece becomes one block of the article.
pub(super) fn pieces<'a>(lines: &'a [Line<'a>]) -> Vec<Piece<'a>> {
    let margin = Margin::of(lines);
    let mut pieces = Vec::new();
    for block in blocks(lines) {
        let breaks = margin.breaks(block);
        let mut rest = block;
        while let Some(first) = rest.first() {
            let length = length(rest, &breaks);
            let Some((lines, after)) = rest.split_at_checked(length) else { break };
            let begins_block = rest.len() == block.len();
            pieces.push(Piece { lines, role: first.role, begins_block });
            rest = after;
        }
    }
    pieces
}

/// Splits the lines into blocks, at blank lines and where the role changes.
fn blocks<'a>(lines: &'a [Line<'a>]) -> impl Iterator<Item = &'a [Line<'a>]> {
    let goes_on = |role: Role| matches!(role, Role::Folded);
    lines.chunk_by(move |before, line| {
        goes_on(line.role) || (!line.begins_block && before.role == line.role)
    })
}

/// Returns the number of lines that form the first piece.
fn length(lines: &[Line], breaks: &Breaks) -> usize {
    let mut length = 1;
    // The first line of a paragraph may be indented, and all lines of a list item except the first
    // are.
    let mut is_first = true;
    for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
        let outdented = line.indent < before.indent
            && !(is_first && before.kind == Kind::Paragraph && breaks.lets_indent);
        let is_joined = line.role == Role::Folded
            || (!outdented && is_open(before, line) && breaks.joins(before, line));
        if !is_joined {
            break;
        }
        length += 1;
        is_first = false;
    }
    length
}

/// The line breaks of a block.
struct Breaks {
    /// The margin in characters; `None` where the lines show none.
    margin: Option<usize>,
    /// The longest line of the block, in characters; lines of a single word do not count.
    widest: usize,
    /// Whether spaces at the ends of lines mark the paragraphs that continue.
    is_flowed: bool,
    /// Whether the first line of a paragraph may be indented.
    lets_indent: bool,
}

impl Breaks {
    fn joins(&self, before: &Line, line: &Line) -> bool {
        if self.is_flowed {
            return before.is_flowed && before.width >= SHORTEST_FLOWED;
        }
        if let Some(margin) = self.margin
            && is_full(before, line, margin)
        {
            return true;
        }
        let hangs = before.kind == Kind::ListItem && line.indent == text_of_item(before);
        let goes_on = begins_small(line)
            && GOES_ON.contains(&before.width)
            && is_full(before, line, self.widest)
            && !ends_a_sentence(before.text);
        self.widest <= WIDEST
            && (goes_on || (hangs && (begins_small(line) || before.width >= SHORTEST_FLOWED)))
    }
}

/// The margin of the text as a whole.
struct Margin {
    /// The margin in characters; `None` where the text shows none.
    at: Option<usize>,
    is_flowed: bool,
}

impl Margin {
    fn of(lines: &[Line]) -> Self {
        let own = blocks(lines).filter_map(own_margin).max();
        Self { at: own.or_else(|| common_margin(lines)), is_flowed: is_flowed(lines) }
    }

    fn breaks(&self, block: &[Line]) -> Breaks {
        let widest = widest(block);
        let common = self.at.filter(|margin| widest <= *margin);
        let flows = |line: &Line| line.is_flowed && line.width >= SHORTEST_FLOWED;
        let margin = own_margin(block).or(common);
        Breaks {
            margin,
            widest,
            is_flowed: self.is_flowed && block.iter().any(flows),
            lets_indent: margin.is_some(),
        }
    }
}

/// Returns the margin in characters that one block shows by itself.
fn own_margin(block: &[Line]) -> Option<usize> {
    let widest = widest(block);
    let mut evidence = BreakStats::default();
    evidence.take(block, widest);
    (evidence.is_margin(FEWEST_BREAKS) && (NARROWEST..=WIDEST).contains(&widest)).then_some(widest)
}

/// Returns the margin in characters that the blocks show together.
fn common_margin(lines: &[Line]) -> Option<usize> {
    let can_be = |block: &&[Line]| block.len() > 1 && widest(block) <= WIDEST;
    let margin = blocks(lines).filter(can_be).map(widest).max()?;
    let mut evidence = BreakStats::default();
    for block in blocks(lines).filter(can_be) {
        evidence.take(block, margin);
    }
    (evidence.is_margin(FEWEST_BREAKS_APART) && margin >= NARROWEST).then_some(margin)
}

/// Counts of the line breaks of a text.
#[derive(Default)]
struct BreakStats {
    /// The breaks where a margin would cause them.
    full: usize,
    /// All counted breaks.
    all: usize,
    small: usize,
    capital: usize,
}

impl BreakStats {
    /// Counts the line breaks of a block. Skips a break after a line that fills the margin, because
    /// no word would have fitted on that line.
    fn take(&mut self, block: &[Line], margin: usize) {
        for (before, line) in block.iter().zip(block.iter().skip(1)) {
            if !is_text(line.role) || !is_open(before, line) || before.width >= margin {
                continue;
            }
            self.all += 1;
            self.full += usize::from(is_full(before, line, margin));
            self.small += usize::from(begins_small(line));
            self.capital += usize::from(first_letter(line).is_some_and(char::is_uppercase));
        }
    }

    /// Returns whether a margin caused the breaks. Most lines of verse begin with a capital, so
    /// capitals count against it.
    fn is_margin(&self, fewest: usize) -> bool {
        self.full >= fewest && self.full * 5 >= self.all * 4 && self.small * 3 >= self.capital
    }
}

fn is_text(role: Role) -> bool {
    match role {
        Role::Text | Role::Quoted(_) => true,
        Role::Header | Role::Folded | Role::Signature => false,
    }
}

/// Returns whether spaces at the ends of lines mark the paragraphs that continue (RFC 3676). Such
/// spaces occur within paragraphs and rarely at their ends.
fn is_flowed(lines: &[Line]) -> bool {
    let (mut within, mut small, mut at_end) = (0, 0, 0);
    for block in blocks(lines) {
        at_end += usize::from(block.last().is_some_and(|it| it.is_flowed));
        for (before, line) in block.iter().zip(block.iter().skip(1)) {
            let flows = before.is_flowed && is_text(line.role);
            within += usize::from(flows && (SHORTEST_FLOWED..=WIDEST).contains(&before.width));
            small += usize::from(flows && begins_small(line));
        }
    }
    within >= FEWEST_BREAKS && at_end * 10 <= within && small * 4 >= within
}

/// Returns the length in characters of the longest line of a block. Lines of a single word, such as
/// addresses, do not count, because no margin breaks them.
fn widest(block: &[Line]) -> usize {
    let broken = block.iter().filter(|it| !it.is_word());
    broken.map(|it| it.width).max().unwrap_or_default()
}

/// Returns whether the first word of `line` would have exceeded the margin on the line before it.
fn is_full(before: &Line, line: &Line, margin: usize) -> bool {
    let word = line.text.split_whitespace().next().unwrap_or_default();
    before.width + 1 + word.chars().take(WIDEST).count() > margin
}

/// Returns whether a margin may have caused the break between the lines, judging by their kinds and
/// indents.
///
/// The program joins lines with a space, so it does not join lines of scripts that use none.
fn is_open(before: &Line, line: &Line) -> bool {
    is_text(line.role)
        && !before.never_wraps
        && !line.never_wraps
        && line.kind == Kind::Paragraph
        && (line.indent <= before.indent
            || (before.kind == Kind::ListItem && line.indent <= text_of_item(before)))
        && !before.text.ends_with(is_unspaced_script)
        && !line.text.trim_start().starts_with(is_unspaced_script)
}

/// Returns the number of characters before the text of a list item.
fn text_of_item(item: &Line) -> usize {
    let inside = item.text.trim_start();
    let mark = inside.split_whitespace().next().map_or(0, |it| it.chars().take(WIDEST).count());
    let space = inside.chars().skip(mark).take_while(|it| it.is_whitespace()).count();
    item.indent + mark + space
}

fn first_letter(line: &Line) -> Option<char> {
    line.text.chars().take(WIDEST).find(|it| it.is_alphanumeric())
}

fn begins_small(line: &Line) -> bool {
    first_letter(line).is_some_and(char::is_lowercase)
}
