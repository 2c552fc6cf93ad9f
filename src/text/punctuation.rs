//! Punctuation marks and bracket pairs that both the sentence and the clause splitter use.

/// Marks that end a sentence in their script, whether or not a space follows them.
const WIDE_STOPS: &str = "。！？｡؟۔।॥։።፧။។៕‼⁇⁈⁉‽";

/// Returns whether `mark` is one of `marks`. In WebAssembly, `str::contains` is 2 KB of code.
pub(super) fn contains_char(marks: &str, mark: char) -> bool {
    marks.chars().any(|it| it == mark)
}

/// Returns whether `mark` may end a sentence.
pub(super) fn is_stop(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…') || is_wide_stop(mark)
}

/// Returns whether `mark` ends a sentence even where no space follows it.
pub(super) fn is_wide_stop(mark: char) -> bool {
    contains_char(WIDE_STOPS, mark)
}

/// Returns whether `mark` ends a statement: a stop that is neither a question mark nor an
/// exclamation mark.
pub(super) fn is_full_stop(mark: char) -> bool {
    contains_char("….。｡۔।॥።։။។៕", mark)
}

/// Returns whether `mark` marks a footnote after a sentence.
pub(super) fn is_note_mark(mark: char) -> bool {
    matches!(mark, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' | '*' | '†' | '‡')
}

/// Returns the outermost pairs of brackets in `text`, in order, as the byte offsets at which the
/// opening and the closing bracket begin. Brackets without a partner are left out.
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
