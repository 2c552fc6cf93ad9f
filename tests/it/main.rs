//! Host tests: one binary, one file a subject.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect has failed, and says where"
)]

mod fixtures;
mod rng;
mod span_markup;
mod test_app;
mod zip_archive;

mod architecture;
mod glossary;
mod invisible;
mod journal;
mod json;
mod lines;
mod offsets;
mod reading;
mod snapshots;
mod words;

mod anchoring;
mod import_queue;
mod runs;
mod search;
mod sentences;

mod export;
mod import_own_files;
mod refusals;

mod envelope;
mod record_store;
mod recovery;
mod refill;
mod selecting;

mod conflicts;
mod corpora;
mod crashes;
mod damage;
mod edits;
mod evidence;
mod file_sync;
mod keyboard;
mod preferences;
mod tabs;
mod undo;
mod verdict;
mod write_queue;

mod addresses;
mod allocations;
mod articles;
mod block_editing;
mod block_editing_generated;
mod block_editing_stored;
mod block_editing_text;
mod claim_fields;
mod claims;
mod files;
mod filter;
mod import_dialog;
mod import_email;
mod import_encoding;
mod import_encoding_guess;
mod import_html;
mod import_html_corpora;
mod import_language;
mod import_markdown;
mod import_markdown_corpora;
mod import_plain;
mod import_subtitles;
mod library;
mod markdown;
mod marking;
mod position_mapping;
mod reimport;
mod shortcuts;
mod undo_steps;
mod web_url;

#[cfg(feature = "browser")]
mod rendered;
