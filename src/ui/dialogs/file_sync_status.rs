//! What is wrong with the file on disk that should be kept up to date.

use yew::prelude::*;

use crate::{
    app::{FileSyncMsg, Msg, StorageMsg, SyncState, Workspace},
    strings,
};

use crate::ui::buttons::button;

/// A line that says why the file is not kept up to date, and what can be done; nothing, where it is.
pub(super) fn file_line(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let Some((file, state)) = workspace.kept_file() else { return Html::default() };
    let Some(told) = strings::file_trouble(&file.name, &state) else { return Html::default() };
    let offer = |label, msg| button(label, "", Msg::Storage(StorageMsg::File(msg)), on);
    let mended = match state {
        SyncState::PermissionNeeded => offer(strings::ALLOW_FILE, FileSyncMsg::PermissionAsked),
        SyncState::ModifiedExternally => {
            offer(strings::OVERWRITE_FILE, FileSyncMsg::OverwriteAsked)
        }
        SyncState::Failed(_) | SyncState::UpToDate => {
            offer(strings::TRY_AGAIN, FileSyncMsg::OverwriteAsked)
        }
    };
    html! {
        <div class="notice" data-weight="remark" role="status">
            <p>{ told }</p>
            { mended }
            { offer(strings::KEEP_OTHER_FILE, FileSyncMsg::ChoiceAsked) }
            { offer(strings::DROP_FILE, FileSyncMsg::Dropped) }
        </div>
    }
}
