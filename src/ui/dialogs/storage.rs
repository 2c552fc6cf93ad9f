//! The dialog that says where the user's work is stored, and where the user can delete it.
//!
//! It also lists the exports, offers quarantined values for download, and sets up the synced file.

use yew::prelude::*;

use crate::{
    app::{Deletion, FileSyncMsg, Msg, StorageMsg, StorageReport, SyncState, Workspace},
    strings,
};

use crate::ui::{ModalWindow, buttons::button};

/// Renders the dialog about storage and deletion.
pub(super) fn storage_dialog(
    workspace: &Workspace,
    storage_report: &StorageReport,
    deleting: Option<Deletion>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let kept = workspace.kept_file().filter(|(_, state)| *state == SyncState::UpToDate);
    let kept = kept.map(|(file, _)| strings::kept_file(&file.name));
    let message = strings::stores(storage_report)
        .into_iter()
        .chain([strings::exports(&workspace.export_status())]);
    let message = message.chain(kept);
    let message = message.map(|text| html! { <li>{ text }</li> });
    let quarantined_values = workspace.quarantined().len();
    let file = |label, msg| button(label, "", Msg::Storage(StorageMsg::File(msg)), on);
    html! {
        <ModalWindow class="window small stores" title={strings::STORES} {on_left}>
            <ul>{ for message }</ul>
            if quarantined_values > 0 {
                <p>{ strings::quarantine_notice(quarantined_values) }</p>
                <p class="actions">{ button(strings::DOWNLOAD_UNREADABLE, "", Msg::QuarantineExportRequested, on) }</p>
            }
            if storage_report.can_keep_file && workspace.document().is_some() {
                <p class="actions">
                    if workspace.kept_file().is_some() {
                        { file(strings::KEEP_OTHER_FILE, FileSyncMsg::ChoiceAsked) }
                        { file(strings::DROP_FILE, FileSyncMsg::Dropped) }
                    } else {
                        { file(strings::KEEP_FILE, FileSyncMsg::ChoiceAsked) }
                    }
                </p>
            }
            { deletion_part(workspace, deleting, on) }
        </ModalWindow>
    }
}

/// Renders the buttons that delete. After a press, renders the effect of the deletion and the
/// buttons that confirm or cancel it.
fn deletion_part(workspace: &Workspace, deleting: Option<Deletion>, on: &Callback<Msg>) -> Html {
    let stores = |label, class, msg| button(label, class, Msg::Storage(msg), on);
    let Some(deletion) = deleting else {
        let ask = |label, deletion| stores(label, "", StorageMsg::DeletionAsked(Some(deletion)));
        return html! {
            <p class="actions">
                if workspace.document().is_some() {
                    { ask(strings::DELETE_ARTICLE, Deletion::Article) }
                }
                if !workspace.articles().is_empty() {
                    { ask(strings::DELETE_ALL, Deletion::All) }
                }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        };
    };
    let message = match (deletion, workspace.document()) {
        (Deletion::Article, Some(it)) => strings::deletion(&it.details().title, it.claim_count()),
        _ => strings::deletion_of_all(workspace.articles().len(), workspace.claim_count()),
    };
    html! {
        <>
            <p role="alert">{ message }</p>
            <p class="actions">
                { stores(strings::EXPORT_FIRST, "", StorageMsg::ExportedFirst(deletion)) }
                { stores(strings::DELETE, "", StorageMsg::Deleted(deletion)) }
                { stores(strings::CANCEL, "primary", StorageMsg::DeletionAsked(None)) }
            </p>
        </>
    }
}
