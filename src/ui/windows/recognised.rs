//! What was recognised in a text, before it becomes an article.

use yew::prelude::*;

use crate::{
    app::{AddDialog, Done, IntakeMsg, Msg, Remark, remarks},
    article::KINDS,
    intake::{Fate, How, Passage, ReadText, Shape},
    words,
};

use crate::ui::{buttons::button, hooks::chosen_option, unseen::with_unseen};

/// How many passages are shown; more would hold up the dialog and be read by nobody.
const SHOWN: usize = 100;
/// How much of a passage is shown, in characters.
const SHOWN_CHARACTERS: usize = 160;
/// The encodings that can be chosen, by their names in the Encoding Standard of WHATWG.
const ENCODINGS: [&str; 20] = [
    "utf-8",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "iso-8859-2",
    "iso-8859-5",
    "koi8-r",
    "macintosh",
    "utf-16le",
    "utf-16be",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "gb18030",
    "big5",
];

/// What was recognised, with the ways to have it otherwise.
pub(super) fn recognised(dialog: &AddDialog, on: &Callback<Msg>) -> Html {
    let Some(read) = &dialog.read else {
        return html! {
            if dialog.task.is_some() {
                // Said once, not with every percent.
                <p role="status" aria-label={words::READING}>{ words::reading(dialog.share) }</p>
                <progress max="100" value={dialog.share.to_string()} aria-hidden="true" />
            }
        };
    };
    let passages = &read.intake.passages;
    let rows = passages.iter().take(SHOWN).map(row);
    let more = passages.len().saturating_sub(SHOWN);
    html! {
        <section class="recognised" aria-label={words::RECOGNISED}>
            <p role="status">{ words::recognised(read.shape, passages) }</p>
            { choices(dialog, read, on) }
            { for remarks(read).iter().enumerate().map(|(at, it)| remark(at, it, passages, on)) }
            <ol tabindex="0" aria-label={words::RECOGNISED}>
                { for rows }
                if more > 0 {
                    <li>{ words::and_more(more) }</li>
                }
            </ol>
        </section>
    }
}

/// The switch between the two ways to read, and the choice of encodings of a file.
fn choices(dialog: &AddDialog, read: &ReadText, on: &Callback<Msg>) -> Html {
    let choice = |how: How, label: &'static str| {
        let onchange = on.reform(move |_: Event| Msg::Intake(IntakeMsg::HowChosen(how)));
        let is_chosen = dialog.how == how;
        html! {
            <label>
                <input type="radio" name="how" checked={is_chosen} {onchange} />{ label }
            </label>
        }
    };
    let has_choice = read.shape != Shape::Plain || dialog.how == How::Plain;
    html! {
        <div class="choices">
            if has_choice {
                <fieldset>
                    <legend>{ words::READ_AS }</legend>
                    { choice(How::Structured, words::STRUCTURED) }
                    { choice(How::Plain, words::PLAIN) }
                </fieldset>
            }
            if let Some(encoding) = &read.encoding {
                { encodings(&encoding.label, on) }
            }
        </div>
    }
}

fn encodings(chosen: &str, on: &Callback<Msg>) -> Html {
    let onchange = on.reform(|event| Msg::Intake(IntakeMsg::EncodingChosen(chosen_option(&event))));
    let other = (!ENCODINGS.contains(&chosen)).then_some(chosen);
    let options = ENCODINGS.into_iter().chain(other).map(|label| {
        html! {
            <option value={label.to_owned()} selected={label == chosen}>{ label }</option>
        }
    });
    html! {
        <label class="encoding">
            <span>{ words::ENCODING }</span>
            <select {onchange}>{ for options }</select>
        </label>
    }
}

/// What was done, and each place where it was, to be taken back.
fn remark(at: usize, remark: &Remark, passages: &[Passage], on: &Callback<Msg>) -> Html {
    let said = words::done(remark);
    // What is open stays open when another remark goes.
    let key = match remark.done {
        Done::Joined(_) => "joined",
        Done::Dimmed => "dimmed",
        Done::Struck => "struck",
        Done::Hidden => "hidden",
        Done::Around => "around",
        Done::Decoded(_) | Done::Guessed(_) | Done::Noted(_) => {
            return html! { <p key={at} class="done">{ said }</p> };
        }
    };
    let back =
        |label, positions| button(label, "", Msg::Intake(IntakeMsg::TakenBack(positions)), on);
    let rows = remark.passages.iter().take(SHOWN).filter_map(|at| {
        let text = excerpt(passages.get(*at)?);
        Some(html! { <li><span dir="auto">{ text }</span>{ back(words::TAKE_BACK, vec![*at]) }</li> })
    });
    html! {
        <details {key} class="done">
            <summary>{ said }</summary>
            <ul>{ for rows }</ul>
            { back(words::TAKE_ALL_BACK, remark.passages.clone()) }
        </details>
    }
}

fn row(passage: &Passage) -> Html {
    let kind = KINDS.iter().find(|row| row.kind == passage.kind).map_or("", |row| row.label);
    let fate = match passage.fate {
        Fate::Kept => None,
        Fate::Struck | Fate::Hidden | Fate::Around => Some("left-out"),
    };
    html! {
        <li data-kind={passage.kind.name()} data-fate={fate}>
            <small>{ kind }</small>
            <span dir="auto">
                if let Some(label) = &passage.label {
                    <b>{ label }{ " " }</b>
                }
                { excerpt(passage) }
            </span>
        </li>
    }
}

/// The first words of a passage.
fn excerpt(passage: &Passage) -> Html {
    let text = passage.text();
    match text.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => with_unseen(&format!("{}…", text.get(..end).unwrap_or(&text))),
        None => with_unseen(&text),
    }
}
