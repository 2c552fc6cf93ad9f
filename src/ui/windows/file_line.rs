//! What is wrong with the file on disk that should be kept up to date.

use yew::prelude::*;

use crate::{
    app::{Desk, FileMsg, FileState, Msg, StoresMsg},
    words,
};

use crate::ui::buttons::button;

/// A line that says why the file is not kept up to date, and what can be done; nothing, where it is.
pub(super) fn file_line(desk: &Desk, on: &Callback<Msg>) -> Html {
    let Some((file, state)) = desk.kept_file() else { return Html::default() };
    let Some(told) = words::file_trouble(&file.name, &state) else { return Html::default() };
    let offer = |label, msg| button(label, "", Msg::Stores(StoresMsg::File(msg)), on);
    let mended = match state {
        FileState::NotAllowed => offer(words::ALLOW_FILE, FileMsg::PermissionAsked),
        FileState::Changed => offer(words::OVERWRITE_FILE, FileMsg::OverwriteAsked),
        FileState::Failed(_) | FileState::Fine => offer(words::TRY_AGAIN, FileMsg::OverwriteAsked),
    };
    html! {
        <div class="notice" data-weight="remark" role="status">
            <p>{ told }</p>
            { mended }
            { offer(words::KEEP_OTHER_FILE, FileMsg::ChoiceAsked) }
            { offer(words::DROP_FILE, FileMsg::Dropped) }
        </div>
    }
}
