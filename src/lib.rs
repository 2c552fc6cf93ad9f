#![doc = include_str!("ARCHITECTURE.md")]

pub mod text;

pub mod id;
pub mod json;
pub mod ordered;
pub mod stamp;

pub mod article;
pub mod claim;
pub mod ledger;
pub mod settings;

pub mod intake;

pub mod anchor;
pub mod document;
pub mod edit;
pub mod history;

pub mod record;

pub mod formats;
pub mod saved;

pub mod app;
pub mod words;

#[cfg(feature = "browser")]
pub mod shell;
#[cfg(feature = "browser")]
pub mod ui;
