//! Reads table rows as lines in which each cell keeps its column, so that a figure stays under its
//! heading.
//!
//! Cells that span several columns or rows fill all their columns. Short texts repeat in each row
//! that their cell spans.

use super::tree::Element;

/// The longest text that repeats in each row that its cell spans, in characters.
const LONGEST_REPEATED: usize = 60;
/// How many cells that span several rows the reader tracks at a time.
const MOST_FOLLOWED: usize = 12;
/// The most columns or rows that one cell can span.
const MAX_SPAN: usize = 200;

/// The rows of an open table.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// How many rows became included blocks.
    pub(super) read: usize,
    /// The index of the current row.
    row: usize,
    /// Whether a cell that begins in the current row has text.
    has_text: bool,
    /// The cells of earlier rows that reach into the current row or below it.
    from_above: Vec<RowSpan>,
}

/// A cell that spans the rows below its first row.
#[derive(Debug)]
struct RowSpan {
    /// The first column that the cell occupies, counted from 0.
    column: usize,
    /// The number of columns that the cell spans.
    across: usize,
    /// The index of the last row that the cell spans.
    last_row: usize,
    /// The text to repeat; empty if it is too long for that.
    text: String,
}

impl Rows {
    /// Adds a cell to the cells of its row, after the cells that reach into the row from above.
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

    /// Ends a row. Empties `cells` if no cell that begins in this row has text.
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

    /// Adds the cells from above that occupy the next columns.
    fn fill(&self, cells: &mut Vec<String>) {
        while let Some(cell) = self.from_above.iter().find(|it| it.column == cells.len()) {
            push_across(cells, cell.text.clone(), cell.across);
        }
    }
}

/// Adds a cell that spans `across` columns: its text, then empty cells.
fn push_across(cells: &mut Vec<String>, text: String, across: usize) {
    cells.push(text);
    cells.extend((1..across).map(|_| String::new()));
}

/// Returns how many columns or rows a cell spans, 1 by default.
fn span_attribute(cell: &Element, attribute: &str) -> usize {
    let number = cell.attribute(attribute).and_then(|it| it.trim().parse().ok());
    number.unwrap_or(1).clamp(1, MAX_SPAN)
}

/// Returns the line of a row, and whether its cells are separated by `|`.
///
/// A lone text needs no separators if it is in the first column or contains letters. A lone figure
/// keeps them, since only its column gives it a meaning.
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
