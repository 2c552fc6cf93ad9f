//! The status line at the foot of the page: whether the work is saved, and the keys that matter in
//! the current mode.
//!
//! It also shows the file on disk that the program keeps up to date, and reminds the user to
//! export. Its buttons serve users without a keyboard.

use yew::prelude::*;

use crate::{
    app::{Command, Drawer, Msg, SaveState, SyncState, Workspace, hints},
    document::Document,
    platform, strings,
};

use super::buttons::{button, command_button, key_caps};

/// Renders the status line.
pub fn status_line(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let (state, is_error) = match workspace.save_state() {
        SaveState::Saved => ("saved", false),
        SaveState::Saving => ("saving", false),
        SaveState::Unsaved(_) => ("unsaved", true),
        SaveState::Unavailable => ("unavailable", true),
    };
    let claims = workspace.document().map_or(0, Document::claim_count);
    let hints = hints(workspace.session()).map(|row| {
        let command = row.command;
        let onclick = on.reform(move |_: MouseEvent| Msg::CommandInvoked(command));
        // Tab skips the hint, because users of a keyboard press its key instead.
        html! {
            <button type="button" class="hint" tabindex="-1" {onclick}>
                { key_caps(row, workspace.keymap()) }{ " " }{ row.label }
            </button>
        }
    });
    let step = |command: Command, sign| command_button(command, "step", Some(sign), on);
    html! {
        <footer class="status-line">
            <span class="state" data-save-state={state}>
                <span class="dot" aria-hidden="true" />
                { strings::save_line(workspace.save_state()) }
            </span>
            { kept_file(workspace) }
            if is_error {
                { button(strings::EXPORT_NOW, "", Msg::CommandInvoked(Command::Export), on) }
            }
            if !is_error {
                { reminder(workspace, on) }
            }
            <span class="hints">{ for hints }</span>
            <span class="steps">
                { step(Command::PreviousBlock, "↑") }
                { step(Command::NextBlock, "↓") }
                { step(Command::ToggleReviewed, "✓") }
            </span>
            <button
                type="button" class="count"
                onclick={on.reform(|_: MouseEvent| Msg::DrawerToggled(Drawer::Open))}
            >
                { strings::CLAIMS }{ " · " }{ claims }
            </button>
        </footer>
    }
}

/// Renders the time at which the program last wrote the synced file. Renders nothing if there is no
/// such file or it is not up to date.
fn kept_file(workspace: &Workspace) -> Html {
    let kept = workspace.kept_file().filter(|(_, state)| *state == SyncState::UpToDate);
    let Some((file, _)) = kept else { return Html::default() };
    let Some(written) = file.written else { return Html::default() };
    let written = strings::file_written(written.to_local(platform::utc_offset_minutes()));
    html! { <span class="file" title={file.name}>{ written }</span> }
}

/// Renders the reminder that many changes are not in any exported file.
fn reminder(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let changes = workspace.export_status().changes;
    if changes < strings::REMIND_AFTER {
        return Html::default();
    }
    let asked = on.reform(|_: MouseEvent| Msg::CommandInvoked(Command::Export));
    html! {
        <button type="button" class="unsent" onclick={asked}>{ strings::export_status(changes) }</button>
    }
}
