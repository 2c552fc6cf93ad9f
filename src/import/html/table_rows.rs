//! Rows of tables, in which each cell keeps its place, so that a figure stays under its heading.

use super::tree::Element;

/// The longest text that is repeated in each row that its cell reaches to, in characters.
const LONGEST_REPEATED: usize = 60;
/// How many cells that reach to other rows are followed at a time.
const MOST_FOLLOWED: usize = 12;
/// The most columns or rows that one cell is taken to reach over.
const FARTHEST: usize = 200;

/// The rows of a table that is open.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// How many were read.
    pub(super) read: usize,
    /// How many were gone through.
    row: usize,
    /// Whether a cell of this row has a text of its own.
    has_text: bool,
    from_above: Vec<RowSpan>,
}

/// A cell that reaches to rows below its own.
#[derive(Debug)]
struct RowSpan {
    column: usize,
    across: usize,
    last_row: usize,
    text: String,
}

impl Rows {
    /// Adds a cell to those of its row, after the ones that reach there from above.
    pub(super) fn push(&mut self, cells: &mut Vec<String>, text: String, cell: &Element) {
        self.fill(cells);
        let (column, across, down) =
            (cells.len(), span_attribute(cell, "colspan"), span_attribute(cell, "rowspan"));
        self.has_text |= !text.is_empty();
        if down > 1 && self.from_above.len() < MOST_FOLLOWED {
            let is_name = text.chars().nth(LONGEST_REPEATED).is_none();
            let text = if is_name { text.clone() } else { String::new() };
            let last_row = self.row + down - 1;
            self.from_above.push(RowSpan { column, across, last_row, text });
        }
        push_across(cells, text, across);
    }

    /// Ends a row, and empties its cells where none has a text of its own.
    pub(super) fn end(&mut self, cells: &mut Vec<String>) {
        if self.has_text {
            self.fill(cells);
        } else {
            cells.clear();
        }
        self.from_above.retain(|it| it.last_row > self.row);
        self.row += 1;
        self.has_text = false;
    }

    fn fill(&self, cells: &mut Vec<String>) {
        while let Some(cell) = self.from_above.iter().find(|it| it.column == cells.len()) {
            push_across(cells, cell.text.clone(), cell.across);
        }
    }
}

fn push_across(cells: &mut Vec<String>, text: String, across: usize) {
    cells.push(text);
    cells.extend((1..across).map(|_| String::new()));
}

/// Over how many columns or rows a cell reaches.
fn span_attribute(cell: &Element, attribute: &str) -> usize {
    let number = cell.attribute(attribute).and_then(|it| it.trim().parse().ok());
    number.unwrap_or(1).clamp(1, FARTHEST)
}

/// The line of a row, and whether it is more than one text. Words that stand alone need no place,
/// but a figure does.
pub(super) fn joined(cells: &[String]) -> (String, bool) {
    let mut texts = cells.iter().filter(|it| !it.is_empty());
    if let (Some(only), None) = (texts.next(), texts.next())
        && (cells.first() == Some(only) || only.contains(char::is_alphabetic))
    {
        return (only.clone(), false);
    }
    let last = cells.iter().rposition(|it| !it.is_empty()).unwrap_or_default();
    let mut line = String::new();
    for (at, cell) in cells.iter().take(last + 1).enumerate() {
        if at > 0 {
            line.push_str(if line.is_empty() { "|" } else { " |" });
        }
        if !cell.is_empty() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(cell);
        }
    }
    (line, true)
}
