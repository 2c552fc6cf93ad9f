//! The dialogs over the page, the fields to work on a claim, and the lines below the notices.
//!
//! The workspace has at most one of its dialogs open. The dialog that adds an article is separate
//! and may be open too.

mod add_article;
mod article_metadata;
mod claim_editor;
mod claim_history;
mod conflicts;
mod contacts;
mod correct_block;
mod corrections_memo;
mod file_sync_status;
mod guidelines;
mod history;
mod import_preview;
mod keyboard_shortcuts;
mod library;
mod markdown;
mod open_claim;
mod pinned_claim;
mod scale;
mod settings;
mod sources;
mod storage;
mod tags;

use yew::prelude::*;

use crate::{
    app::{Dialog, Field, Msg, Workspace},
    platform,
};

use add_article::add_dialog;
use article_metadata::details_window;
use claim_history::claim_history_window;
use conflicts::contested_lines;
use contacts::{contacts_window, overdue_line};
use correct_block::correct_window;
use corrections_memo::corrections_dialog;
use file_sync_status::file_line;
pub(super) use guidelines::guidelines;
use history::history_window;
use keyboard_shortcuts::{KeysView, keys_window};
use library::library_window;
pub use open_claim::open_claim;
use pinned_claim::pinned_claim;
use scale::scale_window;
use settings::settings_dialog;
use sources::sources_window;
use storage::storage_dialog;
use tags::{TagsView, tags_window};

/// Renders the lines below the notices: conflicts and problems of file sync that the user has to
/// decide on.
pub(super) fn status_lines(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    html! {
        <>
            { contested_lines(workspace, on) }
            { file_line(workspace, on) }
        </>
    }
}

/// Renders the line above the claims that counts the overdue replies.
pub(super) fn overdue(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    overdue_line(workspace, &today(), on)
}

/// Returns the user's local date as `YYYY-MM-DD`.
fn today() -> String {
    let now = platform::event_context().time().to_local(platform::utc_offset_minutes()).to_string();
    now.split_once('T').map(|(day, _)| day.to_owned()).unwrap_or_default()
}

/// Renders the open dialogs and the pinned claim.
pub fn draw(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    html! {
        <>
            if let Some(dialog) = workspace.dialog() {
                { add_dialog(dialog, on) }
            }
            { pinned_claim(workspace, on) }
            { window(workspace, on) }
        </>
    }
}

/// Renders the workspace's dialog, if one is open.
fn window(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    match workspace.window() {
        None => Html::default(),
        Some(Dialog::Keys { changing, problem }) => keys_window(&KeysView {
            keymap: workspace.keymap(),
            changing: *changing,
            problem: problem.as_deref(),
            on,
        }),
        Some(Dialog::Details) => workspace
            .document()
            .map(|document| details_window(workspace, document.details(), on))
            .unwrap_or_default(),
        Some(Dialog::Corrections { said }) => {
            workspace.document().map(|it| corrections_dialog(it, *said, on)).unwrap_or_default()
        }
        Some(Dialog::Library(library)) => library_window(workspace, library, on),
        Some(Dialog::Correction { text, problem, .. }) => correct_window(text, *problem, on),
        Some(Dialog::Contacts) => workspace
            .document()
            .map(|document| contacts_window(document, &today(), on))
            .unwrap_or_default(),
        Some(Dialog::Settings) => {
            settings_dialog(workspace.view(), &workspace.author().unwrap_or_default(), on)
        }
        Some(Dialog::ClaimHistory { number, done }) => claim_history_window(*number, done, on),
        Some(Dialog::History { listed, .. }) => history_window(workspace, listed, on),
        Some(Dialog::Sources { deleting }) => workspace
            .document()
            .map(|document| sources_window(document, deleting.as_ref(), on))
            .unwrap_or_default(),
        Some(Dialog::Stores { storage_report, deleting }) => {
            storage_dialog(workspace, storage_report, *deleting, on)
        }
        Some(Dialog::Scale { offered, said }) => scale_window(workspace, offered, *said, on),
        Some(Dialog::Tags { deleting, said }) => {
            let Some((document, page)) = workspace.document().zip(workspace.page()) else {
                return Html::default();
            };
            tags_window(&TagsView {
                tags: &page.tags,
                uses: page.tags.iter().map(|tag| document.uses(&tag.id)).collect(),
                deleting: deleting.as_ref(),
                said: said.as_deref(),
                typed: workspace.typed(&Field::NewTag),
                on,
            })
        }
    }
}
