//! The dialog that adds an article from a text or from files, or reads the open article's text
//! again in another way.
//!
//! It shows a preview of the result, and nothing enters the library before the user accepts it.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{
    app::{ImportDialog, ImportMsg, Msg},
    article::{METADATA_FIELDS, MetadataField},
    import::ImportedText,
    strings,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_files, is_all_selected, pasted, typed_text},
};

use super::import_preview::import_preview;

/// Renders the dialog that adds an article, from pasted or typed text or from files. It shows the
/// preview before the user adds the article.
pub(super) fn add_dialog(dialog: &ImportDialog, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::Import(ImportMsg::Closed));
    let add = match &dialog.reimport_of {
        _ if dialog.add_when_ready => strings::READING,
        Some(_) => strings::REPLACE,
        None => strings::ADD,
    };
    let title = match &dialog.reimport_of {
        Some(_) => strings::HOW_IT_WAS_READ,
        None => strings::ADD_ARTICLE,
    };
    html! {
        <ModalWindow class="add-article" {title} {on_left}>
            if let Some(problem) = &dialog.problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            if dialog.reimport_of.is_some() {
            } else if let Some(file) = &dialog.file {
                <p class="chosen">
                    <strong>{ &file.name }</strong>
                    { button(strings::DROP_FILE_HERE, "", Msg::Import(ImportMsg::FileDropped), on) }
                </p>
            } else {
                { text_field(dialog, on) }
                { file_field(on) }
            }
            { known(dialog) }
            if let Some(replaced) = &dialog.previous_text {
                <p class="replaced">
                    <span>{ strings::replaced(replaced) }</span>
                    { button(strings::BRING_IT_BACK, "", Msg::Import(ImportMsg::PreviousTextRestored), on) }
                </p>
            }
            { import_preview(dialog, on) }
            <p class="actions">
                { button(strings::CANCEL, "", Msg::Import(ImportMsg::Closed), on) }
                <button
                    type="button" class="primary" autofocus={dialog.is_file_only || dialog.reimport_of.is_some()}
                    onclick={on.reform(|_: MouseEvent| Msg::Import(ImportMsg::Added))}
                >
                    { add }
                </button>
            </p>
        </ModalWindow>
    }
}

/// Renders the metadata of the imported article.
fn known(dialog: &ImportDialog) -> Html {
    let read = dialog.read.as_ref().map(|read| &read.imported);
    let title = dialog.title.as_ref().or_else(|| read?.title.as_ref());
    let source = dialog.source.as_ref().or_else(|| read?.source.as_ref());
    let of_text =
        |find: fn(&ImportedText) -> &Option<String>| read.and_then(|it| find(it).as_ref());
    let rows = [
        (MetadataField::Title, title),
        (MetadataField::Byline, of_text(|it| &it.byline)),
        (MetadataField::Source, source),
        (MetadataField::Published, of_text(|it| &it.published)),
        (MetadataField::Language, of_text(|it| &it.language)),
    ];
    let rows = rows.into_iter().filter_map(|(metadata_field, said)| {
        let label = METADATA_FIELDS.iter().find(|row| row.detail == metadata_field)?.label;
        Some(html! { <><dt>{ label }</dt><dd dir="auto">{ said? }</dd></> })
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        Html::default()
    } else {
        html! { <dl>{ rows }</dl> }
    }
}

fn text_field(dialog: &ImportDialog, on: &Callback<Msg>) -> Html {
    let oninput = on.reform(|event| Msg::Import(ImportMsg::Typed(typed_text(&event))));
    // A paste with HTML or files replaces all of the text, so it becomes an import only if the
    // field is empty or all of it is selected. Otherwise the browser pastes plain text.
    let onpaste = {
        let (on, is_empty) = (on.clone(), dialog.text.trim().is_empty());
        Callback::from(move |event: Event| {
            let takes_all = is_empty || is_all_selected(&event);
            let msg = event
                .dyn_ref()
                .and_then(pasted)
                .filter(|msg| takes_all && !matches!(msg, ImportMsg::Pasted { html: None, .. }));
            if let Some(msg) = msg {
                event.prevent_default();
                on.emit(Msg::Import(msg));
            }
        })
    };
    html! {
        <label>
            <span>{ strings::TEXT }</span>
            <textarea
                rows={if dialog.read.is_some() { "4" } else { "9" }} placeholder={strings::TEXT_HINT} {oninput} {onpaste}
                value={dialog.text.clone()}
            />
        </label>
    }
}

fn file_field(on: &Callback<Msg>) -> Html {
    let onchange = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            if let Some(msg) = chosen_files(&event) {
                on.emit(Msg::Import(msg));
            }
        })
    };
    html! {
        <label class="file">
            <span>{ strings::FILE }</span>
            <small>{ strings::FILE_HINT }</small>
            <input
                type="file" multiple=true aria-label={strings::FILE} {onchange}
                accept=".json,.zip,.txt,.md,.markdown,.html,.htm,.xhtml,.srt,.vtt,.eml,.mht,.mhtml,application/json,text/*"
            />
        </label>
    }
}
