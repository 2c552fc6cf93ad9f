//! What two tabs wrote of one thing at the same time.

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, StoresMsg},
    saved::RecordPlace,
    words,
};

use crate::ui::buttons::button;

/// A line for each thing that two tabs wrote at the same time, until somebody decides.
pub(super) fn contested_lines(desk: &Desk, on: &Callback<Msg>) -> Html {
    let lines = desk.contested().into_iter().map(|other| {
        let number = match &other.place {
            RecordPlace::Claim(claim) => {
                desk.document().and_then(|it| it.claim(claim)).map(|claim| claim.number)
            }
            RecordPlace::Details
            | RecordPlace::Text
            | RecordPlace::Block(_)
            | RecordPlace::Tag(_)
            | RecordPlace::Source(_) => None,
        };
        let value = other.words();
        let told = words::contested(&other.member, number);
        let taken = Msg::Stores(StoresMsg::OtherTaken(other.clone()));
        let dropped = Msg::Stores(StoresMsg::OtherDropped(other));
        html! {
            <div class="notice" data-weight="remark" role="status">
                <p>{ told }{ " " }<q>{ value }</q></p>
                { button(words::USE_OTHER, "", taken, on) }
                { button(words::KEEP_SHOWN, "", dropped, on) }
            </div>
        }
    });
    lines.collect()
}
