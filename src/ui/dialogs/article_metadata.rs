//! The dialog for the metadata of the open article: title, source, dates and the user's note.
//!
//! The program saves every change as the user types.

use yew::prelude::*;

use crate::{
    app::{ImportMsg, LibraryMsg, Msg, Workspace},
    article::{ArticleMetadata, METADATA_FIELDS, MetadataField, MetadataFieldRow, is_at_limit},
    strings,
};

use crate::ui::{ModalWindow, buttons::button, hooks::typed_text};

/// Renders the dialog for the article's metadata. The program saves every change as the user types.
pub(super) fn details_window(
    workspace: &Workspace,
    article_metadata: &ArticleMetadata,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    html! {
        <ModalWindow class="window small details" title={strings::ABOUT_ARTICLE} {on_left}>
            { for METADATA_FIELDS.iter().map(|row| field(row, article_metadata, on)) }
            <label>
                <span>{ strings::ARTICLE_NOTE }</span>
                <textarea
                    rows="4" placeholder={strings::ARTICLE_NOTE_HINT} value={article_metadata.note.clone()}
                    oninput={on.reform(|event| Msg::Library(LibraryMsg::NoteTyped(typed_text(&event))))}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                />
            </label>
            <p class="actions">
                if workspace.can_reimport() {
                    { button(strings::HOW_IT_WAS_READ, "", Msg::Import(ImportMsg::Reopened), on) }
                }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

fn field(
    row: &'static MetadataFieldRow,
    article_metadata: &ArticleMetadata,
    on: &Callback<Msg>,
) -> Html {
    let MetadataFieldRow { detail, label, hint, .. } = *row;
    let oninput =
        on.reform(move |event| Msg::Library(LibraryMsg::DetailTyped(detail, typed_text(&event))));
    let said = article_metadata.detail(detail);
    let dir = match detail {
        MetadataField::Source | MetadataField::Language => "ltr",
        MetadataField::Title
        | MetadataField::Byline
        | MetadataField::Publication
        | MetadataField::Published => "auto",
    };
    html! {
        <label>
            <span>{ label }</span>
            <input
                type="text" {dir} placeholder={hint} value={said.to_owned()}
                {oninput} onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
            />
            if is_at_limit(said) {
                <small role="status">{ strings::FULL_DETAIL }</small>
            }
        </label>
    }
}
