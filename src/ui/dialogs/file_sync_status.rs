//! The line about the synced file: the file on disk that the program keeps up to date with the open
//! article.
//!
//! It appears only while the program cannot write the file, and offers what can be done about it.

use yew::prelude::*;

use crate::{
    app::{FileSyncMsg, Msg, StorageMsg, SyncState, Workspace},
    strings,
};

use crate::ui::buttons::button;

/// Renders a line that says why the synced file is not up to date, with buttons to solve that.
/// Renders nothing if the file is up to date.
pub(super) fn file_line(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let Some((file, state)) = workspace.kept_file() else { return Html::default() };
    let Some(message) = strings::sync_problem(&file.name, &state) else { return Html::default() };
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
            <p>{ message }</p>
            { mended }
            { offer(strings::KEEP_OTHER_FILE, FileSyncMsg::ChoiceAsked) }
            { offer(strings::DROP_FILE, FileSyncMsg::Dropped) }
        </div>
    }
}
