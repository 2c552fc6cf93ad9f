//! Telling which line breaks a program set at a margin, and which somebody set on purpose.
//!
//! A program breaks a line only where the next word would go beyond the margin. So a block of
//! lines was broken at a margin if the first word of each line would not have fitted on the line
//! before it, and a line on which it would have fitted was ended on purpose.

use crate::{article::Kind, import::line_kinds::ends_a_sentence, text::is_unspaced_script};

use super::{
    Piece,
    source_line::{Line, Role},
};

/// The narrowest margin that a program breaks lines at, in characters.
const NARROWEST: usize = 50;
/// The widest.
const WIDEST: usize = 100;
/// The shortest line that goes on in the next because a space at its end says so.
const SHORTEST_FLOWED: usize = 40;
/// How long a line may be that goes on in the next because that begins in lower case.
const GOES_ON: std::ops::RangeInclusive<usize> = 60..=80;
/// How many breaks must be where a margin would have set them.
const FEWEST_BREAKS: usize = 2;
/// The same where the breaks stand in several blocks.
const FEWEST_BREAKS_APART: usize = 3;

/// The lines as they belong together.
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

/// The lines between blank ones, or of another role than those around them.
fn blocks<'a>(lines: &'a [Line<'a>]) -> impl Iterator<Item = &'a [Line<'a>]> {
    let goes_on = |role: Role| matches!(role, Role::Folded);
    lines.chunk_by(move |before, line| {
        goes_on(line.role) || (!line.begins_block && before.role == line.role)
    })
}

/// How many lines from the first on are one piece.
fn length(lines: &[Line], breaks: &Breaks) -> usize {
    let mut length = 1;
    // A paragraph may begin with an indent, and all lines of an item but its first have one.
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

/// Where the lines of a block were broken.
struct Breaks {
    /// The margin, in characters; `None` where none shows.
    margin: Option<usize>,
    /// The longest line of the block.
    widest: usize,
    /// Whether spaces at the ends of lines say which paragraphs go on.
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

/// What the text as a whole says about its margin.
struct Margin {
    /// Where it is, in characters; `None` where none shows.
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

/// The margin that one block shows by itself.
fn own_margin(block: &[Line]) -> Option<usize> {
    let widest = widest(block);
    let mut evidence = BreakStats::default();
    evidence.take(block, widest);
    (evidence.is_margin(FEWEST_BREAKS) && (NARROWEST..=WIDEST).contains(&widest)).then_some(widest)
}

/// The margin that the blocks show together.
fn common_margin(lines: &[Line]) -> Option<usize> {
    let can_be = |block: &&[Line]| block.len() > 1 && widest(block) <= WIDEST;
    let margin = blocks(lines).filter(can_be).map(widest).max()?;
    let mut evidence = BreakStats::default();
    for block in blocks(lines).filter(can_be) {
        evidence.take(block, margin);
    }
    (evidence.is_margin(FEWEST_BREAKS_APART) && margin >= NARROWEST).then_some(margin)
}

/// The breaks of a text, counted.
#[derive(Default)]
struct BreakStats {
    /// Those that a margin would have set.
    full: usize,
    /// All of them.
    all: usize,
    small: usize,
    capital: usize,
}

impl BreakStats {
    /// Counts the breaks of a block. The break after its longest line says nothing, because
    /// nothing would have fitted there.
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

    /// Whether a margin has set the breaks. Verse begins each line with a capital, mostly.
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

/// Whether spaces at the ends of lines say that paragraphs go on (RFC 3676): then they stand
/// within paragraphs and hardly ever at their ends.
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

/// The longest line of a block; addresses do not count, because no margin breaks them.
fn widest(block: &[Line]) -> usize {
    let broken = block.iter().filter(|it| !it.is_word());
    broken.map(|it| it.width).max().unwrap_or_default()
}

/// Whether the first word of `line` would have gone beyond the margin on the line before it.
fn is_full(before: &Line, line: &Line, margin: usize) -> bool {
    let word = line.text.split_whitespace().next().unwrap_or_default();
    before.width + 1 + word.chars().take(WIDEST).count() > margin
}

/// Whether nothing but a margin can have parted the lines.
///
/// Lines are joined with a space, so scripts that write none stay as they are.
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

/// Where the text of a list item begins, in characters.
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
