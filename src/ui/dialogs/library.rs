//! The dialog with all articles of this browser: the library.
//!
//! The user can search in the articles, open one, and archive, export or delete several at once.
//! Undo works inside the dialog.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        ARTICLE_FILTERS, Command, Field, Focus, Hit, HitLocation, KeyPress, Library, LibraryEntry,
        LibraryMsg, LibraryRow, LibraryStatus, Mode, Msg, ORDERS, Workspace,
    },
    platform,
    settings::{choice_of, name_of},
    strings,
    time::Timestamp,
};

use crate::ui::{
    ModalWindow,
    buttons::button,
    hooks::{chosen_option, is_in_search, move_row_focus, press_of, select_text, typed_text},
    invisible_chars::render_invisible,
};

/// Renders the library: the search, the articles with their matches, and the actions for the
/// selected ones.
pub(super) fn library_window(workspace: &Workspace, library: &Library, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let query = workspace.typed(&Field::Library);
    let listed = library.rows.len();
    let message = match (listed, query.trim().is_empty()) {
        (0, false) => strings::NOTHING_FOUND.to_owned(),
        (0, true) => strings::NONE_OF_THESE.to_owned(),
        _ => strings::listed_articles(listed, listed + library.left_out),
    };
    let shown = workspace.document().map(|it| it.details().id.clone());
    let rows = library.rows.iter().map(|row| {
        let is_shown = shown.as_ref() == Some(row.entry.id());
        article_row(row, is_shown, library.selected.contains(row.entry.id()), on)
    });
    html! {
        <ModalWindow
            class="window library" title={strings::LIBRARY} {on_left}
            on_key={take_keys(workspace, on)}
        >
            { search_line(query, library, on) }
            <p class="told" role="status">{ message }</p>
            if let Some(said) = &library.said {
                { said_line(said, on) }
            }
            <ul class="articles" tabindex="-1">{ for rows }</ul>
            if library.left_out > 0 {
                { library_button(strings::list_more(library.left_out), "plain", LibraryMsg::Unfolded, on) }
            }
            { actions(library, on) }
        </ModalWindow>
    }
}

/// Returns the key handler of the library. Arrow keys move between rows, and the keys for undo and
/// redo work outside the search field, where they belong to the typed text.
fn take_keys(workspace: &Workspace, on: &Callback<Msg>) -> Callback<KeyboardEvent> {
    let (keymap, on) = (Rc::clone(workspace.keymap()), on.clone());
    Callback::from(move |event: KeyboardEvent| {
        move_row_focus(&event);
        let press = KeyPress { focus: Focus::Page, ..press_of(&event) };
        let meaning = keymap.lookup(&press, &Mode::Reading);
        let asked = meaning.filter(|it| matches!(it, Command::Undo | Command::Redo));
        if let Some(command) = asked.filter(|_| !is_in_search(&event)) {
            event.prevent_default();
            on.emit(Msg::CommandInvoked(command));
        }
    })
}

/// Renders the result of the last action, with an undo button if it can be undone.
fn said_line(said: &LibraryStatus, on: &Callback<Msg>) -> Html {
    let (text, undo) = match said {
        LibraryStatus::Done(text) => {
            (text, button(strings::UNDO, "", Msg::CommandInvoked(Command::Undo), on))
        }
        LibraryStatus::Info(text) => (text, Html::default()),
    };
    html! { <p class="said" role="status">{ text }{ undo }</p> }
}

fn search_line(query: &str, library: &Library, on: &Callback<Msg>) -> Html {
    let oninput = on.reform(|event| Msg::Library(LibraryMsg::Searched(typed_text(&event))));
    html! {
        <div class="search">
            <input
                type="search" aria-label={strings::SEARCH} placeholder={strings::SEARCH}
                value={query.to_owned()} {oninput}
                onfocus={|event: FocusEvent| select_text(&event)}
            />
            { choice(strings::ORDER, library.order, &ORDERS, LibraryMsg::Ordered, on) }
            { choice(strings::WHICH_ARTICLES, library.which, &ARTICLE_FILTERS, LibraryMsg::FilterChosen, on) }
        </div>
    }
}

/// Renders a `select` element with the options of a table.
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
    let title = strings::title_of(&entry.document.details().title).to_owned();
    let turned = LibraryMsg::SelectionToggled(id.clone());
    let onchange = on.reform(move |_: Event| Msg::Library(turned.clone()));
    let opened = |found| LibraryMsg::Opened(id.clone(), found);
    let hits = row.hits.iter().map(|it| hit(it, opened(it.found.clone()), on));
    html! {
        <li key={id.to_string()} aria-current={is_shown.then_some("true")}>
            <label class="pick">
                <input
                    type="checkbox" aria-label={strings::pick(&title)} checked={is_picked} {onchange}
                />
            </label>
            { library_button(title, "row", opened(HitLocation::Details), on) }
            { about(entry) }
            if !row.hits.is_empty() {
                <ul class="hits">
                    { for hits }
                    if row.more > 0 {
                        <li class="more">{ strings::more_places(row.more) }</li>
                    }
                </ul>
            }
        </li>
    }
}

/// Renders the facts about an article, with a bar for its progress.
fn about(entry: &LibraryEntry) -> Html {
    let progress = &entry.progress;
    let percent = format!("0 0 {} 1", progress.paragraphs.max(1));
    let last_modified =
        Timestamp::from_millis(entry.last_modified).to_local(platform::utc_offset_minutes());
    let about = strings::about_entry(entry, last_modified);
    let about = about.into_iter().map(|it| html! { <span>{ it }</span> });
    html! {
        <p class="about">
            <svg
                aria-hidden="true" viewBox={percent} preserveAspectRatio="none"
                data-complete={progress.is_complete().to_string()}
            >
                <rect width={progress.reviewed.to_string()} height="1" />
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
                <small>{ strings::found_in(&hit.found) }</small>
                <span dir="auto">
                    { render_invisible(&hit.before) }<mark>{ &hit.words }</mark>{ render_invisible(&hit.after) }
                </span>
            </button>
        </li>
    }
}

/// Renders the buttons for actions on the selected articles.
fn actions(library: &Library, on: &Callback<Msg>) -> Html {
    let asked = |label, msg| button(label, "", Msg::Library(msg), on);
    let all = if library.has_all_picked() { strings::PICK_NONE } else { strings::PICK_ALL };
    let archive = if library.is_picked_archived() { strings::BRING_BACK } else { strings::ARCHIVE };
    html! {
        <p class="actions">
            if !library.rows.is_empty() {
                { asked(all, LibraryMsg::PicksTurned) }
            }
            if !library.selected.is_empty() {
                <span role="status">{ strings::picked(library.selected.len()) }</span>
                { asked(strings::EXPORT, LibraryMsg::Exported) }
                { asked(archive, LibraryMsg::Archived) }
                { asked(strings::DELETE, LibraryMsg::Deleted) }
            }
            <span class="room" />
            { button(strings::ADD_ARTICLE, "", Msg::CommandInvoked(Command::AddArticle), on) }
            { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
        </p>
    }
}

/// Renders a button whose label is not a constant.
fn library_button(label: String, class: &'static str, msg: LibraryMsg, on: &Callback<Msg>) -> Html {
    let onclick = on.reform(move |_: MouseEvent| Msg::Library(msg.clone()));
    html! { <button type="button" {class} dir="auto" {onclick}>{ label }</button> }
}
