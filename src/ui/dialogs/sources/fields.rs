//! The line and the fields that show one source, in the dialog of sources and in the evidence of a
//! claim.
//!
//! An address becomes a link only if it is a valid web address.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, EvidenceMsg, Msg, SOURCE_FIELDS, SourceField, SourceFieldRow},
    claim::{SOURCE_KINDS, Source},
    id::SourceId,
    strings,
    web_url::WebUrl,
};

use crate::ui::hooks::{chosen_option, leave_field_on_escape, typed_text};

/// Renders the name of a source with its host. The name is a link if the address is a valid web
/// address; another link leads to the archived copy, or to the list of copies in a web archive.
pub(in crate::ui::dialogs) fn source_line(source: &Source) -> Html {
    let read = |text: &Option<String>| text.as_deref().and_then(WebUrl::parse);
    let address = read(&source.url);
    let archived = match (read(&source.archived), &address) {
        (Some(copy), _) => Some((copy.href().to_owned(), strings::ARCHIVED_COPY)),
        (None, Some(address)) if !address.is_archive() => {
            Some((address.archive(), strings::OPEN_ARCHIVE))
        }
        (None, Some(_) | None) => None,
    };
    let has_title = source.title.as_deref().is_some_and(|it| !it.trim().is_empty());
    html! {
        <p class="source" dir="auto">
            if let Some(address) = &address {
                if has_title {
                    { link(address.href(), strings::source_name(source)) }
                    { " " }<span class="host" dir="ltr">{ address.host().to_owned() }</span>
                } else {
                    { link(address.href(), &address.short_display()) }
                }
            } else {
                <span>{ strings::source_name(source).to_owned() }</span>
            }
            if let Some((to, name)) = archived {
                { " " }<small>{ link(&to, name) }</small>
            }
        </p>
    }
}

/// Renders a link to a valid web address. The linked page learns nothing about this page.
fn link(to: &str, name: &str) -> Html {
    html! {
        <a href={to.to_owned()} target="_blank" rel="noopener noreferrer">{ name.to_owned() }</a>
    }
}

/// Renders the fields of a source.
pub(in crate::ui::dialogs) fn source_fields(source: &Source, on: &Callback<Msg>) -> Html {
    html! {
        <div class="source-fields">
            { for SOURCE_FIELDS.iter().map(|row| field(row, source, on)) }
            { kinds(source, on) }
        </div>
    }
}

fn to_msg(msg: EvidenceMsg) -> Msg {
    Msg::Claim(ClaimMsg::Evidence(msg))
}

fn field(row: &SourceFieldRow, source: &Source, on: &Callback<Msg>) -> Html {
    let (field, id): (SourceField, SourceId) = (row.field, source.id.clone());
    let oninput = on.reform(move |event| {
        to_msg(EvidenceMsg::SourceTyped(id.clone(), field, typed_text(&event)))
    });
    let (hint, value) = (row.hint, field.value(source).to_owned());
    let onfocusout = on.reform(|_: FocusEvent| Msg::FieldLeft);
    let onkeydown = |event: KeyboardEvent| leave_field_on_escape(&event);
    html! {
        <label>
            <span>{ row.label }</span>
            if field.has_lines() {
                <textarea
                    rows="2" dir="auto" placeholder={hint} {value} {oninput} {onfocusout}
                    {onkeydown}
                />
            } else {
                <input
                    type="text" dir="auto" placeholder={hint} {value} {oninput} {onfocusout}
                    {onkeydown}
                />
            }
        </label>
    }
}

fn kinds(source: &Source, on: &Callback<Msg>) -> Html {
    let id = source.id.clone();
    let onchange = on.reform(move |event: Event| {
        let name = chosen_option(&event);
        let kind = SOURCE_KINDS.iter().find(|(_, other)| *other == name).map(|(kind, _)| *kind);
        to_msg(EvidenceMsg::KindChosen(id.clone(), kind))
    });
    let options = SOURCE_KINDS.iter().map(|(kind, name)| {
        let is_chosen = source.kind == Some(*kind);
        html! { <option value={*name} selected={is_chosen}>{ strings::source_kind(*kind) }</option> }
    });
    html! {
        <label>
            <span>{ strings::SOURCE_KIND }</span>
            <select {onchange}>
                <option value="" selected={source.kind.is_none()}>{ strings::NO_KIND }</option>
                { for options }
            </select>
        </label>
    }
}
