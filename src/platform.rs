//! The platform: everything that needs the browser, such as storage, files, the clock, scrolling
//! and the selection.
//!
//! The platform knows nothing of the work on an article. It performs an [`Effect`] and answers with
//! a [`Msg`]. Where the browser lacks a feature, the platform reports that or leaves the feature
//! out.

mod appearance;
mod clipboard;
mod clock;
mod download;
mod file_decoder;
mod file_sync;
mod file_sync_worker;
mod focus;
mod highlight;
mod import_client;
mod indexed_db;
mod library_export;
mod local_storage;
mod location_hash;
mod page_ready;
#[cfg(feature = "panic-switch")]
mod panic_switch;
mod panics;
mod room;
mod scroll;
mod selection;
mod storage_driver;
mod storage_estimate;
mod tabs;
mod untyped_js;
mod worker;

pub use clock::{event_context, set_timeout, utc_offset_minutes};
pub use download::read_file;
pub use import_client::take_files;
pub use location_hash::address;
pub use page_ready::mark_ready;
#[cfg(feature = "panic-switch")]
pub use panic_switch::PanicInjection;
pub use panics::throw_panic;
pub use selection::{DomSelection, is_programmatic, place_at, restore, selected};
pub use storage_driver::StorageDriver;
pub use worker::{preload_worker, run_worker, send_to_worker};

use yew::Callback;

use crate::{
    app::{Download, Effect, Msg, WorkerRequest, WorkerResult},
    article::{Edge, Span},
    strings,
};

/// Performs an effect; the caller waits until the page is drawn. Answers go to `on`.
pub fn perform(effect: Effect, stores: &StorageDriver, on: &Callback<Msg>) {
    match effect {
        Effect::Save(batch) => stores.save(batch),
        Effect::RepairStores { to_local, to_safe, number } => {
            stores.repair(number, &to_local, to_safe);
        }
        Effect::Refill(batch) => stores.refill(batch),
        Effect::ScheduleTick => {
            let on = on.clone();
            set_timeout(move || on.emit(Msg::Tick));
        }
        Effect::QueryStorage => stores.storage_report(),
        Effect::RequestPersistence => {
            wasm_bindgen_futures::spawn_local(storage_estimate::request_persistence());
        }
        Effect::File(article, task) => file_sync::perform(article, task, stores.is_open(), on),
        Effect::ReadHistory => stores.read_history(),
        Effect::Read(task) => import_client::read(task, on),
        Effect::StopReading(number) => import_client::stop(number),
        Effect::Export { request, name, media_type } => {
            export(request, name, media_type, on.clone());
        }
        Effect::ExportArchive { articles, archive, name } => {
            library_export::hand_over(articles, archive, name, on);
        }
        Effect::Download(download) => download::download(&download),
        Effect::Copy(text) => clipboard::copy(&text, on),
        Effect::SetRoute(address) => location_hash::show(&address),
        Effect::ScrollTo(what) => scroll::reveal(&what),
        Effect::ClearSelection => selection::clear(),
        Effect::Select { span, edge } => select(&span, edge),
        Effect::Focus(on) => focus::focus(&on),
        Effect::ApplyAppearance(view) => appearance::apply_appearance(view),
        Effect::SetDocumentTitle(title) => appearance::set_document_title(&title),
    }
}

fn select(span: &Span, edge: Edge) {
    highlight::clear();
    selection::select(span, edge);
}

fn export(request: WorkerRequest, name: String, media_type: &'static str, on: Callback<Msg>) {
    let on_answer = move |answer: Option<WorkerResult>| match answer
        .unwrap_or_else(|| Err(strings::NO_EXPORT.to_owned()))
    {
        Ok(contents) => {
            download::download(&Download { name: name.clone(), media_type, contents });
        }
        Err(why) => on.emit(Msg::ExportFailed(why)),
    };
    send_to_worker(request, &Callback::from(on_answer));
}
