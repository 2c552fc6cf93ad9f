//! The dialog that adds an article.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{
    app::{AddDialog, IntakeMsg, Msg},
    article::{DETAILS, Detail},
    intake::Intake,
    words,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_files, is_all_selected, pasted, typed_text},
};

use super::recognised::recognised;

/// The dialog that adds an article: from a text that was pasted or typed, or from files. What was
/// recognised is shown before it is taken.
pub(super) fn add_dialog(dialog: &AddDialog, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::Intake(IntakeMsg::Left));
    let add = match &dialog.replaces {
        _ if dialog.is_adding => words::READING,
        Some(_) => words::REPLACE,
        None => words::ADD,
    };
    let title = match &dialog.replaces {
        Some(_) => words::HOW_IT_WAS_READ,
        None => words::ADD_ARTICLE,
    };
    html! {
        <ModalWindow class="add-article" {title} {on_left}>
            if let Some(problem) = &dialog.problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            if dialog.replaces.is_some() {
            } else if let Some(file) = &dialog.file {
                <p class="chosen">
                    <strong>{ &file.name }</strong>
                    { button(words::DROP_FILE_HERE, "", Msg::Intake(IntakeMsg::FileDropped), on) }
                </p>
            } else {
                { text_field(dialog, on) }
                { file_field(on) }
            }
            { known(dialog) }
            if let Some(replaced) = &dialog.replaced {
                <p class="replaced">
                    <span>{ words::replaced(replaced) }</span>
                    { button(words::BRING_IT_BACK, "", Msg::Intake(IntakeMsg::BroughtBack), on) }
                </p>
            }
            { recognised(dialog, on) }
            <p class="actions">
                { button(words::CANCEL, "", Msg::Intake(IntakeMsg::Left), on) }
                <button
                    type="button" class="primary" autofocus={dialog.is_for_file || dialog.replaces.is_some()}
                    onclick={on.reform(|_: MouseEvent| Msg::Intake(IntakeMsg::Added))}
                >
                    { add }
                </button>
            </p>
        </ModalWindow>
    }
}

/// What is known of the article besides its text.
fn known(dialog: &AddDialog) -> Html {
    let read = dialog.read.as_ref().map(|read| &read.intake);
    let title = dialog.title.as_ref().or_else(|| read?.title.as_ref());
    let source = dialog.source.as_ref().or_else(|| read?.source.as_ref());
    let of_text = |find: fn(&Intake) -> &Option<String>| read.and_then(|it| find(it).as_ref());
    let rows = [
        (Detail::Title, title),
        (Detail::Byline, of_text(|it| &it.byline)),
        (Detail::Source, source),
        (Detail::Published, of_text(|it| &it.published)),
        (Detail::Language, of_text(|it| &it.language)),
    ];
    let rows = rows.into_iter().filter_map(|(detail, said)| {
        let label = DETAILS.iter().find(|row| row.detail == detail)?.label;
        Some(html! { <><dt>{ label }</dt><dd dir="auto">{ said? }</dd></> })
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        Html::default()
    } else {
        html! { <dl>{ rows }</dl> }
    }
}

fn text_field(dialog: &AddDialog, on: &Callback<Msg>) -> Html {
    let oninput = on.reform(|event| Msg::Intake(IntakeMsg::Typed(typed_text(&event))));
    // A text with structure takes an empty field, and one that is selected as a whole; in any other
    // it is pasted as the browser does.
    let onpaste = {
        let (on, is_empty) = (on.clone(), dialog.text.trim().is_empty());
        Callback::from(move |event: Event| {
            let takes_all = is_empty || is_all_selected(&event);
            let msg = event
                .dyn_ref()
                .and_then(pasted)
                .filter(|msg| takes_all && !matches!(msg, IntakeMsg::Pasted { html: None, .. }));
            if let Some(msg) = msg {
                event.prevent_default();
                on.emit(Msg::Intake(msg));
            }
        })
    };
    html! {
        <label>
            <span>{ words::TEXT }</span>
            <textarea
                rows={if dialog.read.is_some() { "4" } else { "9" }} placeholder={words::TEXT_HINT} {oninput} {onpaste}
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
                on.emit(Msg::Intake(msg));
            }
        })
    };
    html! {
        <label class="file">
            <span>{ words::FILE }</span>
            <small>{ words::FILE_HINT }</small>
            <input
                type="file" multiple=true aria-label={words::FILE} {onchange}
                accept=".json,.zip,.txt,.md,.markdown,.html,.htm,.xhtml,.srt,.vtt,.eml,.mht,.mhtml,application/json,text/*"
            />
        </label>
    }
}
