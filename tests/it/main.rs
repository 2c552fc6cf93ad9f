//! Host tests: one binary, one file a subject.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect has failed, and says where"
)]

mod chance;
mod marked;
mod rich;
mod world;
mod zips;

mod architecture;
mod journal;
mod json;
mod lines;
mod offsets;
mod parcels;
mod reading;
mod unseen;
mod words;

mod adding;
mod anchoring;
mod runs;
mod sentences;
mod sought;

mod formats;
mod imports;
mod refusals;

mod envelope;
mod recovery;
mod refill;
mod selecting;
mod shelf;

mod contested;
mod corpora;
mod crashes;
mod damage;
mod desk_keys;
mod desk_setup;
mod disk;
mod edits;
mod evidence;
mod tabs;
mod undo;
mod verdict;
mod write_queue;

mod addresses;
mod articles;
mod claims;
mod cost;
mod files;
mod filter;
mod intake;
mod intake_encoding;
mod intake_html;
mod intake_html_corpora;
mod intake_language;
mod intake_markdown;
mod intake_markdown_corpora;
mod intake_message;
mod intake_plain;
mod intake_subtitles;
mod library;
mod markdown;
mod marking;
mod moves;
mod repair;
mod repair_chance;
mod repair_stored;
mod repair_text;
mod retaking;
mod shortcuts;
mod source_address;
mod steps;
mod work;

#[cfg(feature = "browser")]
mod rendered;
