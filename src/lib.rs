#![doc = include_str!("../docs/architecture.md")]

pub mod text;

pub mod event_context;
pub mod id;
pub mod json;
pub mod sorted_vec;
pub mod time;

pub mod article;
pub mod claim;
pub mod review;
pub mod settings;
pub mod web_url;

pub mod import;

pub mod anchor;
pub mod document;
pub mod edit;
pub mod undo_history;

pub mod export;
pub mod storage;

pub mod app;
pub mod strings;

#[cfg(feature = "browser")]
pub mod platform;
#[cfg(feature = "browser")]
pub mod ui;
