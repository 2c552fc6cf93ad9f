//! The lines about conflicts: values that two tabs changed at the same time.
//!
//! The page shows the later version. The user takes the other one or dismisses it.

use yew::prelude::*;

use crate::{
    app::{Msg, StorageMsg, Workspace},
    storage::RecordId,
    strings,
};

use crate::ui::buttons::button;

/// Renders a line for each conflict of the open article that the user has not resolved.
pub(super) fn contested_lines(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let lines = workspace.contested().into_iter().map(|other| {
        let number = match &other.place {
            RecordId::Claim(claim) => {
                workspace.document().and_then(|it| it.claim(claim)).map(|claim| claim.number)
            }
            RecordId::Details
            | RecordId::Text
            | RecordId::Block(_)
            | RecordId::Tag(_)
            | RecordId::Source(_) => None,
        };
        let value = other.words();
        let message = strings::contested(&other.member, number);
        let taken = Msg::Storage(StorageMsg::ConflictAccepted(other.clone()));
        let dropped = Msg::Storage(StorageMsg::ConflictDismissed(other));
        html! {
            <div class="notice" data-weight="remark" role="status">
                <p>{ message }{ " " }<q>{ value }</q></p>
                { button(strings::USE_OTHER, "", taken, on) }
                { button(strings::KEEP_SHOWN, "", dropped, on) }
            </div>
        }
    });
    lines.collect()
}
