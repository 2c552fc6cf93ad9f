//! The world outside: storage, files, the clock, and what is scrolled and selected.
//!
//! Nothing here knows what an article is; it does what an [`Effect`] says, and answers with a
//! [`Msg`].

mod address;
mod clock;
mod database;
mod files;
mod local;
mod reader;
mod ready;
mod reveal;
mod selection;
mod stores;

pub use address::address;
pub use clock::stamp;
pub use files::read_file;
pub use reader::{read_note, serve_notes};
pub use ready::say_ready;
pub use selection::{Ends, put_back, selected};
pub use stores::Stores;

use yew::Callback;

use crate::app::{Effect, Msg};

/// Does what was asked for, once the page is drawn.
pub fn perform(effect: Effect, stores: &Stores, on: &Callback<Msg>) {
    match effect {
        Effect::Save(batch) => stores.save(batch.number, batch.writes, on),
        Effect::Mend { to_local, to_safe, number } => {
            stores.mend(number, &to_local, to_safe, on);
        }
        Effect::Download(download) => files::download(&download),
        Effect::ShowAddress(address) => address::show(&address),
        Effect::Reveal(what) => reveal::reveal(&what),
        Effect::DropSelection => selection::drop(),
    }
}
