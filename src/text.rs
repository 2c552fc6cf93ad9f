//! Positions in text: the only place where units are converted.
//!
//! Memory counts UTF-8 bytes, the page counts UTF-16 units, and saved files count code points as
//! well; mixing them up is the commonest defect of annotators, so each unit has its own type.

mod abbreviations;
mod case;
mod clauses;
mod diff;
mod lines;
mod marks;
mod offset;
mod runs;
mod sentences;
mod slug;
mod sought;
mod unseen;
mod words;

pub use case::{has_but_for_case, is_same_but_for_case, small_letters};
pub use clauses::clauses;
pub use diff::{Hunk, hunks};
pub(crate) use lines::LINE_BREAKS;
pub use lines::{is_one_line, lines, tidy};
pub use offset::{
    ByteOffset, CharOffset, Utf16Offset, byte_of_char, byte_of_utf16, char_of_byte, slice,
    utf16_end, utf16_of_byte,
};
pub use runs::{Run, runs};
pub use sentences::sentences;
pub use slug::slug;
pub use sought::Sought;
pub use unseen::{Part, unseen_parts};
pub(crate) use words::writes_no_spaces;
pub use words::{
    after_graphemes, before_graphemes, grapheme_edges, graphemes, is_grapheme_edge, word_count,
    word_edges, words,
};
