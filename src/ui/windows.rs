//! The windows over the page, the work on a claim, and the lines below the notices.

mod add;
mod claim_history;
mod contacts;
mod contested;
mod correct;
mod details;
mod file_line;
mod guidelines;
mod history;
mod kept;
mod keys;
mod library;
mod markdown;
mod memo;
mod open_claim;
mod recognised;
mod scale;
mod sources;
mod stores;
mod tags;
mod view;
mod work;

use yew::prelude::*;

use crate::{
    app::{Desk, Field, Msg, Window},
    shell,
};

use add::add_dialog;
use claim_history::claim_history_window;
use contacts::{contacts_window, overdue_line};
use contested::contested_lines;
use correct::correct_window;
use details::details_window;
use file_line::file_line;
pub(super) use guidelines::guidelines;
use history::history_window;
use kept::kept_claim;
use keys::{KeysView, keys_window};
use library::library_window;
use memo::memo_window;
pub use open_claim::open_claim;
use scale::scale_window;
use sources::sources_window;
use stores::stores_window;
use tags::{TagsView, tags_window};
use view::view_window;

/// What the person has to decide, below the notices.
pub(super) fn lines(desk: &Desk, on: &Callback<Msg>) -> Html {
    html! {
        <>
            { contested_lines(desk, on) }
            { file_line(desk, on) }
        </>
    }
}

/// Which replies are overdue, above the claims.
pub(super) fn overdue(desk: &Desk, on: &Callback<Msg>) -> Html {
    overdue_line(desk, &today(), on)
}

/// The day at the place of the person, `YYYY-MM-DD`.
fn today() -> String {
    let now = shell::stamp().time().ahead(shell::minutes_ahead()).to_string();
    now.split_once('T').map(|(day, _)| day.to_owned()).unwrap_or_default()
}

/// The dialog, the window and the pinned claim that are open.
pub fn draw(desk: &Desk, on: &Callback<Msg>) -> Html {
    html! {
        <>
            if let Some(dialog) = desk.dialog() {
                { add_dialog(dialog, on) }
            }
            { kept_claim(desk, on) }
            { window(desk, on) }
        </>
    }
}

/// The window over the page, if there is one.
fn window(desk: &Desk, on: &Callback<Msg>) -> Html {
    match desk.window() {
        None => Html::default(),
        Some(Window::Keys { changing, problem }) => keys_window(&KeysView {
            keymap: desk.keymap(),
            changing: *changing,
            problem: problem.as_deref(),
            on,
        }),
        Some(Window::Details) => desk
            .document()
            .map(|document| details_window(desk, document.details(), on))
            .unwrap_or_default(),
        Some(Window::Memo { said }) => {
            desk.document().map(|it| memo_window(it, *said, on)).unwrap_or_default()
        }
        Some(Window::Library(library)) => library_window(desk, library, on),
        Some(Window::Correction { text, problem, .. }) => correct_window(text, *problem, on),
        Some(Window::Contacts) => desk
            .document()
            .map(|document| contacts_window(document, &today(), on))
            .unwrap_or_default(),
        Some(Window::View) => view_window(desk.view(), &desk.author().unwrap_or_default(), on),
        Some(Window::ClaimHistory { number, done }) => claim_history_window(*number, done, on),
        Some(Window::History { listed, .. }) => history_window(desk, listed, on),
        Some(Window::Sources { deleting }) => desk
            .document()
            .map(|document| sources_window(document, deleting.as_ref(), on))
            .unwrap_or_default(),
        Some(Window::Stores { survey, deleting }) => stores_window(desk, survey, *deleting, on),
        Some(Window::Scale { offered, said }) => scale_window(desk, offered, *said, on),
        Some(Window::Tags { deleting, said }) => {
            let Some((document, page)) = desk.document().zip(desk.page()) else {
                return Html::default();
            };
            tags_window(&TagsView {
                tags: &page.tags,
                uses: page.tags.iter().map(|tag| document.uses(&tag.id)).collect(),
                deleting: deleting.as_ref(),
                said: said.as_deref(),
                typed: desk.typed(&Field::NewTag),
                on,
            })
        }
    }
}
