//! Text handling: offsets in three units, lines, words, sentences, clauses, differences and search.
//!
//! The program counts UTF-8 bytes in memory, the page counts UTF-16 code units, and saved files
//! count code points as well. Mixing them up is the commonest defect of annotators, so each unit
//! has a type here and no other module converts between them.

mod abbreviations;
mod case;
mod clauses;
mod diff;
mod invisible;
mod lines;
mod offset;
mod punctuation;
mod range_runs;
mod search;
mod sentences;
mod slug;
mod words;

pub use case::{contains_ignore_case, eq_ignore_case, to_lowercase};
pub use clauses::clauses;
pub use diff::{Hunk, hunks};
pub use invisible::{VisibilitySpan, split_invisible};
pub(crate) use lines::LINE_BREAKS;
pub use lines::{is_one_line, lines, trim_line_end};
pub use offset::{
    ByteOffset, CharOffset, Utf16Offset, byte_of_char, byte_of_utf16, char_of_byte, slice,
    utf16_end, utf16_of_byte,
};
pub use range_runs::{Run, runs};
pub use search::SearchTerm;
pub use sentences::sentences;
pub use slug::slug;
pub(crate) use words::is_unspaced_script;
pub use words::{
    expand_to_graphemes, expand_to_words, first_graphemes, first_words, graphemes,
    is_grapheme_edge, last_graphemes, word_count, words,
};
