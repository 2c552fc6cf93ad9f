//! What two tabs wrote of one thing at the same time.

use yew::prelude::*;

use crate::{
    app::{Msg, StorageMsg, Workspace},
    storage::RecordId,
    strings,
};

use crate::ui::buttons::button;

/// A line for each thing that two tabs wrote at the same time, until somebody decides.
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
        let told = strings::contested(&other.member, number);
        let taken = Msg::Storage(StorageMsg::ConflictAccepted(other.clone()));
        let dropped = Msg::Storage(StorageMsg::ConflictDismissed(other));
        html! {
            <div class="notice" data-weight="remark" role="status">
                <p>{ told }{ " " }<q>{ value }</q></p>
                { button(strings::USE_OTHER, "", taken, on) }
                { button(strings::KEEP_SHOWN, "", dropped, on) }
            </div>
        }
    });
    lines.collect()
}
