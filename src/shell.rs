//! The world outside: storage, files, the clock, and what is scrolled and selected.
//!
//! Nothing here knows what an article is; it does what an [`Effect`] says, and answers with a
//! [`Msg`].

mod address;
mod bundle;
mod clipboard;
mod clock;
mod database;
mod disk;
mod disk_file;
mod file_text;
mod files;
mod focus;
mod highlight;
mod intake;
mod js;
mod local;
mod look;
#[cfg(feature = "panic-switch")]
mod panic_switch;
mod panics;
mod reader;
mod ready;
mod reveal;
mod room;
mod selection;
mod stores;
mod survey;
mod tabs;

pub use address::address;
pub use clock::{minutes_ahead, soon, stamp};
pub use files::read_file;
pub use intake::take_files;
#[cfg(feature = "panic-switch")]
pub use panic_switch::PanicSwitch;
pub use panics::throw_panic;
pub use reader::{ask, load_reader_soon, serve};
pub use ready::say_ready;
pub use selection::{Ends, is_own, place_at, put_back, selected};
pub use stores::Stores;

use yew::Callback;

use crate::{
    app::{Answer, Download, Effect, Errand, Msg},
    article::{Edge, Span},
    words,
};

/// Does what was asked for, once the page is drawn.
pub fn perform(effect: Effect, stores: &Stores, on: &Callback<Msg>) {
    match effect {
        Effect::Save(batch) => stores.save(batch),
        Effect::Mend { to_local, to_safe, number } => {
            stores.mend(number, &to_local, to_safe);
        }
        Effect::Refill(batch) => stores.refill(batch),
        Effect::ComeBack => {
            let on = on.clone();
            soon(move || on.emit(Msg::CameBack));
        }
        Effect::Survey => stores.survey(),
        Effect::AskToKeep => wasm_bindgen_futures::spawn_local(survey::ask_to_keep()),
        Effect::File(article, task) => disk::perform(article, task, stores.is_open(), on),
        Effect::ReadHistory => stores.read_history(),
        Effect::Read(task) => intake::read(task, on),
        Effect::StopReading(number) => intake::stop(number),
        Effect::Export { errand, name, media_type } => export(errand, name, media_type, on.clone()),
        Effect::Bundle { articles, bundle, name } => bundle::hand_over(articles, bundle, name, on),
        Effect::Download(download) => files::download(&download),
        Effect::Copy(text) => clipboard::copy(&text, on),
        Effect::ShowAddress(address) => address::show(&address),
        Effect::Reveal(what) => reveal::reveal(&what),
        Effect::DropSelection => selection::drop(),
        Effect::Select { span, edge } => select(&span, edge),
        Effect::Focus(on) => focus::focus(&on),
        Effect::ShowView(view) => look::show(view),
        Effect::ShowTitle(title) => look::name(&title),
    }
}

fn select(span: &Span, edge: Edge) {
    highlight::clear();
    selection::select(span, edge);
}

fn export(errand: Errand, name: String, media_type: &'static str, on: Callback<Msg>) {
    let on_answer = move |answer: Option<Answer>| match answer
        .unwrap_or_else(|| Err(words::NO_EXPORT.to_owned()))
    {
        Ok(contents) => {
            files::download(&Download { name: name.clone(), media_type, contents });
        }
        Err(why) => on.emit(Msg::ExportFailed(why)),
    };
    ask(errand, &Callback::from(on_answer));
}
