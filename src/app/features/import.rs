//! Importing articles: the dialog, batches of files, Claimlight files, and reimports.
//!
//! The modules build on each other in this order: the state of imports, what they tell the user,
//! reimports, Claimlight files, adding what was read, batches, and the dialog, which handles the
//! messages.

mod adding;
mod batch;
mod claimlight_file;
mod dialog;
mod model;
mod reimport;
mod report;

pub(in crate::app) use model::Import;
