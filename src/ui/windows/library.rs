//! The window with all articles.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        Command, Desk, Entry, Field, Focus, Found, Hit, Library, LibraryMsg, LibraryRow, Msg,
        ORDERS, Press, Said, Session, WHICH,
    },
    settings::{choice_of, name_of},
    shell,
    stamp::Time,
    words,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_option, is_in_search, press_of, select_text, step_rows, typed_text},
    unseen::with_unseen,
};

/// The window with all articles, what is found in them, and what can be done to many at once.
pub(super) fn library_window(desk: &Desk, library: &Library, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let query = desk.typed(&Field::Library);
    let listed = library.rows.len();
    let told = match (listed, query.trim().is_empty()) {
        (0, false) => words::NOTHING_FOUND.to_owned(),
        (0, true) => words::NONE_OF_THESE.to_owned(),
        _ => words::listed_articles(listed, listed + library.left_out),
    };
    let shown = desk.document().map(|it| it.details().id.clone());
    let rows = library.rows.iter().map(|row| {
        let is_shown = shown.as_ref() == Some(row.entry.id());
        article_row(row, is_shown, library.picked.contains(row.entry.id()), on)
    });
    html! {
        <ModalWindow
            class="window library" title={words::LIBRARY} {on_left}
            on_key={take_keys(desk, on)}
        >
            { search_line(query, library, on) }
            <p class="told" role="status">{ told }</p>
            if let Some(said) = &library.said {
                { said_line(said, on) }
            }
            <ul class="articles" tabindex="-1">{ for rows }</ul>
            if library.left_out > 0 {
                { told_button(words::list_more(library.left_out), "plain", LibraryMsg::Unfolded, on) }
            }
            { actions(library, on) }
        </ModalWindow>
    }
}

/// The arrow keys go from row to row; and what was done here is undone and redone by the keys for
/// that, but for what is typed in a field.
fn take_keys(desk: &Desk, on: &Callback<Msg>) -> Callback<KeyboardEvent> {
    let (keymap, on) = (Rc::clone(desk.keymap()), on.clone());
    Callback::from(move |event: KeyboardEvent| {
        step_rows(&event);
        let press = Press { focus: Focus::Page, ..press_of(&event) };
        let meaning = keymap.meaning(&press, &Session::Reading);
        let asked = meaning.filter(|it| matches!(it, Command::Undo | Command::Redo));
        if let Some(command) = asked.filter(|_| !is_in_search(&event)) {
            event.prevent_default();
            on.emit(Msg::Commanded(command));
        }
    })
}

/// What came of the last act.
fn said_line(said: &Said, on: &Callback<Msg>) -> Html {
    let (text, undo) = match said {
        Said::Done(text) => (text, button(words::UNDO, "", Msg::Commanded(Command::Undo), on)),
        Said::Told(text) => (text, Html::default()),
    };
    html! { <p class="said" role="status">{ text }{ undo }</p> }
}

fn search_line(query: &str, library: &Library, on: &Callback<Msg>) -> Html {
    let oninput = on.reform(|event| Msg::Library(LibraryMsg::Searched(typed_text(&event))));
    html! {
        <div class="search">
            <input
                type="search" aria-label={words::SEARCH} placeholder={words::SEARCH}
                value={query.to_owned()} {oninput}
                onfocus={|event: FocusEvent| select_text(&event)}
            />
            { choice(words::ORDER, library.order, &ORDERS, LibraryMsg::Ordered, on) }
            { choice(words::WHICH_ARTICLES, library.which, &WHICH, LibraryMsg::Chosen, on) }
        </div>
    }
}

/// A choice of a table.
fn choice<T: Copy + Default + PartialEq + 'static>(
    label: &'static str,
    chosen: T,
    table: &'static [(T, &'static str, &'static str)],
    msg: fn(T) -> LibraryMsg,
    on: &Callback<Msg>,
) -> Html {
    let onchange =
        on.reform(move |event: Event| Msg::Library(msg(choice_of(&chosen_option(&event), table))));
    let chosen = name_of(&chosen, table);
    let options = table.iter().map(|(_, name, words)| {
        html! { <option value={*name} selected={*name == chosen}>{ *words }</option> }
    });
    html! { <select aria-label={label} {onchange}>{ for options }</select> }
}

fn article_row(row: &LibraryRow, is_shown: bool, is_picked: bool, on: &Callback<Msg>) -> Html {
    let entry = &row.entry;
    let id = entry.id();
    let title = words::title_of(&entry.document.details().title).to_owned();
    let turned = LibraryMsg::PickTurned(id.clone());
    let onchange = on.reform(move |_: Event| Msg::Library(turned.clone()));
    let opened = |found| LibraryMsg::Opened(id.clone(), found);
    let hits = row.hits.iter().map(|it| hit(it, opened(it.found.clone()), on));
    html! {
        <li key={id.to_string()} aria-current={is_shown.then_some("true")}>
            <label class="pick">
                <input
                    type="checkbox" aria-label={words::pick(&title)} checked={is_picked} {onchange}
                />
            </label>
            { told_button(title, "row", opened(Found::Details), on) }
            { about(entry) }
            if !row.hits.is_empty() {
                <ul class="hits">
                    { for hits }
                    if row.more > 0 {
                        <li class="more">{ words::more_places(row.more) }</li>
                    }
                </ul>
            }
        </li>
    }
}

/// What is known of an article, with a bar for how much has been looked at.
fn about(entry: &Entry) -> Html {
    let progress = &entry.progress;
    let share = format!("0 0 {} 1", progress.paragraphs.max(1));
    let worked = Time::from_millis(entry.worked).ahead(shell::minutes_ahead());
    let about = words::about_entry(entry, worked);
    let about = about.into_iter().map(|it| html! { <span>{ it }</span> });
    html! {
        <p class="about">
            <svg
                aria-hidden="true" viewBox={share} preserveAspectRatio="none"
                data-complete={progress.is_complete().to_string()}
            >
                <rect width={progress.looked.to_string()} height="1" />
            </svg>
            { for about }
        </p>
    }
}

fn hit(hit: &Hit, opened: LibraryMsg, on: &Callback<Msg>) -> Html {
    let onclick = on.reform(move |_: MouseEvent| Msg::Library(opened.clone()));
    html! {
        <li>
            <button type="button" {onclick}>
                <small>{ words::found_in(&hit.found) }</small>
                <span dir="auto">
                    { with_unseen(&hit.before) }<mark>{ &hit.words }</mark>{ with_unseen(&hit.after) }
                </span>
            </button>
        </li>
    }
}

/// What can be done to the articles that are picked.
fn actions(library: &Library, on: &Callback<Msg>) -> Html {
    let asked = |label, msg| button(label, "", Msg::Library(msg), on);
    let all = if library.has_all_picked() { words::PICK_NONE } else { words::PICK_ALL };
    let archive = if library.is_picked_archived() { words::BRING_BACK } else { words::ARCHIVE };
    html! {
        <p class="actions">
            if !library.rows.is_empty() {
                { asked(all, LibraryMsg::PicksTurned) }
            }
            if !library.picked.is_empty() {
                <span role="status">{ words::picked(library.picked.len()) }</span>
                { asked(words::EXPORT, LibraryMsg::Exported) }
                { asked(archive, LibraryMsg::Archived) }
                { asked(words::DELETE, LibraryMsg::Deleted) }
            }
            <span class="room" />
            { button(words::ADD_ARTICLE, "", Msg::Commanded(Command::AddArticle), on) }
            { button(words::CLOSE, "primary", Msg::WindowClosed, on) }
        </p>
    }
}

/// A button whose label is no constant.
fn told_button(label: String, class: &'static str, msg: LibraryMsg, on: &Callback<Msg>) -> Html {
    let onclick = on.reform(move |_: MouseEvent| Msg::Library(msg.clone()));
    html! { <button type="button" {class} dir="auto" {onclick}>{ label }</button> }
}
