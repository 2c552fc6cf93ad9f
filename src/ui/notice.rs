//! The notice at the top of the page: a sentence about something that went wrong or that the user
//! should know.
//!
//! Some notices have a button that downloads quarantined values or reopens the import dialog.

use yew::prelude::*;

use crate::{
    app::{ImportMsg, Msg, Notice, NoticeKind},
    strings,
};

use super::buttons::button;

/// Renders a notice, which stays until the user closes it.
pub fn notice_line(notice: &Notice, on: &Callback<Msg>) -> Html {
    let (weight, role) = match notice.weight {
        NoticeKind::Alert | NoticeKind::BatchPartlyImported => ("alert", "alert"),
        NoticeKind::Quarantine => ("aside", "alert"),
        NoticeKind::Remark | NoticeKind::ArticleImported | NoticeKind::BatchImported => {
            ("remark", "status")
        }
    };
    html! {
        <div class="notice" data-weight={weight} {role}>
            <p>{ notice.text.clone() }</p>
            if notice.weight == NoticeKind::Quarantine {
                { button(strings::DOWNLOAD_UNREADABLE, "", Msg::QuarantineExportRequested, on) }
            }
            if matches!(notice.weight, NoticeKind::ArticleImported | NoticeKind::BatchImported | NoticeKind::BatchPartlyImported) {
                { button(strings::WHAT_WAS_DONE, "", Msg::Import(ImportMsg::Reopened), on) }
            }
            { button(strings::CLOSE, "", Msg::NoticeClosed, on) }
        </div>
    }
}
