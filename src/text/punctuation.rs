//! Punctuation that sentences and clauses share.

/// Marks that end a sentence in their script, whether or not a space follows them.
const WIDE_STOPS: &str = "。！？｡؟۔।॥։።፧။។៕‼⁇⁈⁉‽";

/// Whether `mark` is one of `marks`. In WebAssembly, `str::contains` is 2 KB of code.
pub(super) fn contains_char(marks: &str, mark: char) -> bool {
    marks.chars().any(|it| it == mark)
}

/// Whether `mark` may end a sentence.
pub(super) fn is_stop(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…') || is_wide_stop(mark)
}

/// Whether `mark` ends a sentence even where no space follows it.
pub(super) fn is_wide_stop(mark: char) -> bool {
    contains_char(WIDE_STOPS, mark)
}

/// Whether `mark` ends a statement: a stop that is neither for a question nor for a cry.
pub(super) fn is_full_stop(mark: char) -> bool {
    contains_char("….。｡۔।॥።։။។៕", mark)
}

/// Whether `mark` stands for a footnote after a sentence.
pub(super) fn is_note_mark(mark: char) -> bool {
    matches!(mark, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' | '*' | '†' | '‡')
}

/// The outermost pairs of brackets in `text`, in order: where each opens and where it closes, both
/// in bytes before the bracket. Brackets without a partner are left out.
pub(super) fn brackets(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in text.char_indices() {
        match mark {
            '(' | '[' | '{' | '（' | '【' => open.push(at),
            ')' | ']' | '}' | '）' | '】' => {
                let Some(from) = open.pop() else { continue };
                while pairs.pop_if(|(inner, _)| from < *inner).is_some() {}
                pairs.push((from, at));
            }
            _ => {}
        }
    }
    pairs
}
