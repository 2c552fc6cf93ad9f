//! The windows over the page and the work on a claim, whose code is loaded once the page can be
//! worked on.
//!
//! The build cuts out of the program what only [`windows`] leads to, so the rest of the program may
//! use what is in here through [`Windows`] alone.

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
    app::{Desk, Field, Later, Msg, Window, view::Card},
    claim::Tag,
    shell,
};

use add::add_dialog;
use claim_history::claim_history_window;
use contacts::{contacts_window, overdue_line};
use contested::contested_lines;
use correct::correct_window;
use details::details_window;
use file_line::file_line;
use guidelines::guidelines;
use history::history_window;
use kept::kept_claim;
use keys::{KeysView, keys_window};
use library::library_window;
use memo::memo_window;
use open_claim::open_claim;
use scale::scale_window;
use sources::sources_window;
use stores::stores_window;
use tags::{TagsView, tags_window};
use view::view_window;

/// The way to the code that is loaded later.
#[derive(Clone, Copy, Debug)]
pub struct Windows {
    /// Draws the window that is open.
    pub draw: fn(&Desk, &Callback<Msg>) -> Html,
    /// Draws what the person has to decide, below the notices.
    pub(super) lines: fn(&Desk, &Callback<Msg>) -> Html,
    /// Draws what the tags mean, and the article's own note.
    pub(super) guidelines: fn(&[Tag], &AttrValue, &Callback<Msg>) -> Html,
    /// Draws which replies are overdue, above the claims.
    pub(super) overdue: fn(&Desk, &Callback<Msg>) -> Html,
    /// Draws where the claim that is open is worked on.
    pub work: fn(&Desk, &Card, &Callback<Msg>) -> Html,
    /// Does what is asked for in both.
    pub(super) later: Later,
}

/// The windows; the only place where the code that is loaded later begins.
pub fn windows() -> Windows {
    Windows { draw, lines, guidelines, overdue, work: open_claim, later: Later::here() }
}

fn lines(desk: &Desk, on: &Callback<Msg>) -> Html {
    html! {
        <>
            { contested_lines(desk, on) }
            { file_line(desk, on) }
        </>
    }
}

fn overdue(desk: &Desk, on: &Callback<Msg>) -> Html {
    overdue_line(desk, &today(), on)
}

/// The day at the place of the person, `YYYY-MM-DD`.
fn today() -> String {
    let now = shell::stamp().time().ahead(shell::minutes_ahead()).to_string();
    now.split_once('T').map(|(day, _)| day.to_owned()).unwrap_or_default()
}

fn draw(desk: &Desk, on: &Callback<Msg>) -> Html {
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
