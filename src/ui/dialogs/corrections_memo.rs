//! The dialog with all corrections of the article as one text, which the user can copy and send to
//! the author or the editor.
//!
//! The text includes every claim with a correction. It is read-only here; the user edits
//! corrections in the claims.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg},
    document::Document,
    strings,
};

use crate::ui::{ModalWindow, buttons::button};

/// Renders the dialog with the text of all corrections. `said` is the result of the last copy.
pub(super) fn corrections_dialog(
    document: &Document,
    said: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let has_any =
        document.claims().any(|it| it.correction.as_ref().is_some_and(|it| !it.trim().is_empty()));
    html! {
        <ModalWindow class="window memo" title={strings::MEMO} {on_left}>
            if let Some(said) = said {
                <p class="said" role="status">{ said }</p>
            }
            if has_any {
                <textarea
                    readonly=true rows="14" dir="auto" aria-label={strings::MEMO}
                    value={strings::corrections_text(document)}
                />
            } else {
                <p>{ strings::NO_CORRECTIONS }</p>
            }
            <p class="actions">
                if has_any {
                    { button(strings::COPY, "", Msg::Claim(ClaimMsg::CorrectionsCopied), on) }
                }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}
