//! The preview of an import: the recognised blocks, and every change that the program made to the
//! text.
//!
//! The user can choose another way to read the text or another encoding, and can take back single
//! changes.

use yew::prelude::*;

use crate::{
    app::{ImportDialog, ImportMsg, ImportRemark, Msg, RemarkKind, remarks},
    article::KINDS,
    import::{Disposition, ENCODINGS, ImportedBlock, ReadMode, ReadResult, SourceFormat},
    strings,
};

use crate::ui::{buttons::button, hooks::chosen_option, invisible_chars::render_invisible};

/// How many blocks the preview lists. More would hold up the dialog, and nobody would read them.
const SHOWN: usize = 100;
/// How much of a block's text is shown, in code points.
const SHOWN_CHARACTERS: usize = 160;

/// Renders the recognised blocks, with the choices of how to read the text. Renders the progress
/// while the worker reads.
pub(super) fn import_preview(dialog: &ImportDialog, on: &Callback<Msg>) -> Html {
    let Some(read) = &dialog.read else {
        return html! {
            if dialog.task.is_some() {
                // Assistive technology announces the label once, not the changing percentage.
                <p role="status" aria-label={strings::READING}>{ strings::reading(dialog.percent) }</p>
                <progress max="100" value={dialog.percent.to_string()} aria-hidden="true" />
            }
        };
    };
    let blocks = &read.imported.blocks;
    let rows = blocks.iter().take(SHOWN).map(row);
    let more = blocks.len().saturating_sub(SHOWN);
    html! {
        <section class="recognised" aria-label={strings::RECOGNISED}>
            <p role="status">{ strings::recognised(read.source_format, blocks) }</p>
            { choices(dialog, read, on) }
            { for remarks(read).iter().enumerate().map(|(at, it)| remark(at, it, blocks, on)) }
            <ol tabindex="0" aria-label={strings::RECOGNISED}>
                { for rows }
                if more > 0 {
                    <li>{ strings::and_more(more) }</li>
                }
            </ol>
        </section>
    }
}

/// Renders the choice between structured and plain text, and the choice of a file's encoding.
fn choices(dialog: &ImportDialog, read: &ReadResult, on: &Callback<Msg>) -> Html {
    let choice = |how: ReadMode, label: &'static str| {
        let onchange = on.reform(move |_: Event| Msg::Import(ImportMsg::ReadModeChosen(how)));
        let is_chosen = dialog.how == how;
        html! {
            <label>
                <input type="radio" name="how" checked={is_chosen} {onchange} />{ label }
            </label>
        }
    };
    let has_choice = read.source_format != SourceFormat::Plain || dialog.how == ReadMode::Plain;
    html! {
        <div class="choices">
            if has_choice {
                <fieldset>
                    <legend>{ strings::READ_AS }</legend>
                    { choice(ReadMode::Structured, strings::STRUCTURED) }
                    { choice(ReadMode::Plain, strings::PLAIN) }
                </fieldset>
            }
            if let Some(encoding) = &read.encoding {
                { encodings(&encoding.label, on) }
            }
        </div>
    }
}

fn encodings(chosen: &str, on: &Callback<Msg>) -> Html {
    let onchange = on.reform(|event| Msg::Import(ImportMsg::EncodingChosen(chosen_option(&event))));
    let other = (!ENCODINGS.contains(&chosen)).then_some(chosen);
    let options = ENCODINGS.into_iter().chain(other).map(|label| {
        html! {
            <option value={label.to_owned()} selected={label == chosen}>{ label }</option>
        }
    });
    html! {
        <label class="encoding">
            <span>{ strings::ENCODING }</span>
            <select {onchange}>{ for options }</select>
        </label>
    }
}

/// Renders a remark about a change that the program made, with each affected block and buttons that
/// take the change back.
fn remark(at: usize, remark: &ImportRemark, blocks: &[ImportedBlock], on: &Callback<Msg>) -> Html {
    let said = strings::done(remark);
    // The key keeps an open remark open when another remark disappears.
    let key = match remark.done {
        RemarkKind::Joined(_) => "joined",
        RemarkKind::Dimmed => "dimmed",
        RemarkKind::Struck => "struck",
        RemarkKind::Hidden => "hidden",
        RemarkKind::Around => "around",
        RemarkKind::EncodingGuessed(_)
        | RemarkKind::Guessed(_)
        | RemarkKind::ControlCharacters(_)
        | RemarkKind::Noted(_) => {
            return html! { <p key={at} class="done">{ said }</p> };
        }
    };
    let back =
        |label, positions| button(label, "", Msg::Import(ImportMsg::Restored(positions)), on);
    let rows = remark.blocks.iter().take(SHOWN).filter_map(|at| {
        let text = excerpt(blocks.get(*at)?);
        Some(html! { <li><span dir="auto">{ text }</span>{ back(strings::TAKE_BACK, vec![*at]) }</li> })
    });
    html! {
        <details {key} class="done">
            <summary>{ said }</summary>
            <ul>{ for rows }</ul>
            { back(strings::TAKE_ALL_BACK, remark.blocks.clone()) }
        </details>
    }
}

fn row(block: &ImportedBlock) -> Html {
    let kind = KINDS.iter().find(|row| row.kind == block.kind).map_or("", |row| row.label);
    let disposition = match block.disposition {
        Disposition::Included => None,
        Disposition::StruckThrough | Disposition::Hidden | Disposition::Boilerplate => {
            Some("left-out")
        }
    };
    html! {
        <li data-kind={block.kind.name()} data-disposition={disposition}>
            <small>{ kind }</small>
            <span dir="auto">
                if let Some(label) = &block.label {
                    <b>{ label }{ " " }</b>
                }
                { excerpt(block) }
            </span>
        </li>
    }
}

/// Returns the beginning of a block's text.
fn excerpt(block: &ImportedBlock) -> Html {
    let text = block.text();
    match text.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => render_invisible(&format!("{}…", text.get(..end).unwrap_or(&text))),
        None => render_invisible(&text),
    }
}
