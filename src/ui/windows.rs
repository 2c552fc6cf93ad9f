//! The windows over the page and the work on a claim, whose code is loaded once the page can be
//! worked on.
//!
//! The build cuts out of the program what only [`windows`] leads to, so the rest of the program may
//! use what is in here through [`Windows`] alone.

mod add;
mod claim_history;
mod contested;
mod correct;
mod details;
mod file_line;
mod guidelines;
mod history;
mod keys;
mod library;
mod memo;
mod recognised;
mod stores;
mod tags;
mod view;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Field, Later, Msg, Window},
    claim::{Claim, Tag},
    document::Document,
};

use add::add_dialog;
use claim_history::claim_history_window;
use contested::contested_lines;
use correct::correct_window;
use details::details_window;
use file_line::file_line;
use guidelines::guidelines;
use history::history_window;
use keys::{KeysView, keys_window};
use library::library_window;
use memo::memo_window;
use stores::stores_window;
use tags::{TagsView, tags_window};
use view::view_window;
use work::claim_work;

/// The way to the code that is loaded later.
#[derive(Clone, Copy, Debug)]
pub struct Windows {
    /// Draws the window that is open.
    pub(super) draw: fn(&Desk, &Callback<Msg>) -> Html,
    /// Draws what the person has to decide, below the notices.
    pub(super) lines: fn(&Desk, &Callback<Msg>) -> Html,
    /// Draws what the tags mean, and the article's own note.
    pub(super) guidelines: fn(&[Tag], &AttrValue, &Callback<Msg>) -> Html,
    /// Draws where the claim that is open is worked on, below its tags and its note.
    pub(super) work: fn(&Document, &Rc<Claim>, &Callback<Msg>) -> Html,
    /// Does what is asked for in both.
    pub(super) later: Later,
}

/// The windows; the only place where the code that is loaded later begins.
pub fn windows() -> Windows {
    Windows { draw, lines, guidelines, work: claim_work, later: Later::here() }
}

fn lines(desk: &Desk, on: &Callback<Msg>) -> Html {
    html! {
        <>
            { contested_lines(desk, on) }
            { file_line(desk, on) }
        </>
    }
}

fn draw(desk: &Desk, on: &Callback<Msg>) -> Html {
    html! {
        <>
            if let Some(dialog) = desk.dialog() {
                { add_dialog(dialog, on) }
            }
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
        Some(Window::View) => view_window(desk.view(), on),
        Some(Window::ClaimHistory { number, done }) => claim_history_window(*number, done, on),
        Some(Window::History { listed, .. }) => history_window(desk, listed, on),
        Some(Window::Stores { survey, deleting }) => stores_window(desk, survey, *deleting, on),
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
