//! The line at the foot: whether the work is safe, and the keys that matter just now.

use yew::prelude::*;

use crate::{
    app::{Command, Desk, FileState, Msg, SaveState, Sheet, hints},
    document::Document,
    shell, words,
};

use super::buttons::{button, caps, command_button};

/// The line at the foot.
pub fn status_line(desk: &Desk, on: &Callback<Msg>) -> Html {
    let (state, is_trouble) = match desk.save_state() {
        SaveState::Saved => ("saved", false),
        SaveState::Saving => ("saving", false),
        SaveState::Unsaved(_) => ("unsaved", true),
        SaveState::Unavailable => ("unavailable", true),
    };
    let claims = desk.document().map_or(0, Document::claim_count);
    let hints = hints(desk.session()).map(|row| {
        let command = row.command;
        let onclick = on.reform(move |_: MouseEvent| Msg::Commanded(command));
        // Whoever uses the keyboard has the key itself.
        html! {
            <button type="button" class="hint" tabindex="-1" {onclick}>
                { caps(row, desk.keymap()) }{ " " }{ row.label }
            </button>
        }
    });
    let step = |command: Command, sign| command_button(command, "step", Some(sign), on);
    html! {
        <footer class="status-line">
            <span class="state" data-save-state={state}>
                <span class="dot" aria-hidden="true" />
                { words::save_line(desk.save_state()) }
            </span>
            { kept_file(desk) }
            if is_trouble {
                { button(words::EXPORT_NOW, "", Msg::Commanded(Command::Export), on) }
            }
            if !is_trouble {
                { reminder(desk, on) }
            }
            <span class="hints">{ for hints }</span>
            <span class="steps">
                { step(Command::PreviousBlock, "↑") }
                { step(Command::NextBlock, "↓") }
                { step(Command::Look, "✓") }
            </span>
            <button
                type="button" class="count"
                onclick={on.reform(|_: MouseEvent| Msg::SheetTurned(Sheet::Open))}
            >
                { words::CLAIMS }{ " · " }{ claims }
            </button>
        </footer>
    }
}

/// The file on disk that is kept up to date, while it is.
fn kept_file(desk: &Desk) -> Html {
    let kept = desk.kept_file().filter(|(_, state)| *state == FileState::Fine);
    let Some((file, _)) = kept else { return Html::default() };
    let Some(written) = file.written else { return Html::default() };
    let written = words::file_written(written.ahead(shell::minutes_ahead()));
    html! { <span class="file" title={file.name}>{ written }</span> }
}

/// The reminder that changes are in no file yet, once there are many.
fn reminder(desk: &Desk, on: &Callback<Msg>) -> Html {
    let changes = desk.unsent().changes;
    if changes < words::REMIND_AFTER {
        return Html::default();
    }
    let asked = on.reform(|_: MouseEvent| Msg::Commanded(Command::Export));
    html! {
        <button type="button" class="unsent" onclick={asked}>{ words::unsent(changes) }</button>
    }
}
