//! The header of the page: the article's title with a menu of articles, the progress, and buttons
//! and a menu for commands.
//!
//! It shows a copy of the values that it needs, so that it can be rendered without a workspace.

use yew::prelude::*;

use crate::{
    app::{ArticleSummary, Command, Msg, Workspace, view::Progress},
    document::Document,
    id::ArticleId,
    strings,
};

use super::{
    buttons::{button, command_button, row_of},
    menu::{Choice, Menu},
};

/// The commands of the menu at the end of the header.
const MORE: [Command; 15] = [
    Command::AddArticle,
    Command::ShowLibrary,
    Command::EditDetails,
    Command::ShowCorrections,
    Command::ShowContacts,
    Command::Guidelines,
    Command::EditTags,
    Command::EditScale,
    Command::ShowSources,
    Command::ShowHistory,
    Command::ShowStores,
    Command::FocusMode,
    Command::NextUnreviewed,
    Command::OpenSettings,
    Command::ShowKeys,
];

/// How many articles the menu at the title lists. The library lists them all.
const LATEST: usize = 10;

/// The values that [`header`] shows.
pub struct HeaderView {
    /// The title of the open article; `None` if no article is open.
    pub title: Option<AttrValue>,
    /// All articles, the one added last first.
    pub rows: Vec<ArticleSummary>,
    /// The open article.
    pub reading: Option<ArticleId>,
    /// How much of the article the user has looked at.
    pub progress: Option<Progress>,
    /// The number of the article's claims.
    pub claims: usize,
    /// Whether there is a step to undo.
    pub can_undo: bool,
    /// Whether there is a step to redo.
    pub can_redo: bool,
}

impl HeaderView {
    /// Returns the values for a workspace.
    pub fn new(workspace: &Workspace) -> Self {
        let document = workspace.document();
        Self {
            title: document
                .map(|it| AttrValue::from(strings::title_of(&it.details().title).to_owned())),
            rows: workspace.articles().to_vec(),
            reading: document.map(|it| it.details().id.clone()),
            progress: workspace.page().map(|page| page.progress),
            claims: document.map_or(0, Document::claim_count),
            can_undo: workspace.can_undo(),
            can_redo: workspace.can_redo(),
        }
    }
}

/// Renders the header.
pub fn header(props: &HeaderView, on: &Callback<Msg>) -> Html {
    let asked = |command| on.reform(move |_: MouseEvent| Msg::CommandInvoked(command));
    html! {
        <header class="header">
            <span class="brand">
                <svg aria-hidden="true" viewBox="0 0 18 18" width="18" height="18">
                    <rect class="paper" x="1" y="1" width="16" height="16" rx="4" />
                    <path class="light" d="M1 9h16v4a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4z" />
                    <rect class="outline" x="1" y="1" width="16" height="16" rx="4" />
                </svg>
                { strings::NAME }
            </span>
            if let Some(title) = &props.title {
                { articles(props, title, on) }
            }
            if let Some(progress) = &props.progress {
                { reviewed(progress, props.claims) }
                { step(on, Command::PreviousBlock, "↑") }
                { step(on, Command::NextBlock, "↓") }
                { step(on, Command::NextUnreviewed, "⇣") }
            }
            <span class="room" />
            <button
                type="button" class="icon" aria-label={strings::UNDO} title="Undo (Ctrl+Z)"
                disabled={!props.can_undo} onclick={asked(Command::Undo)}
            >
                <span aria-hidden="true">{ "↶" }</span>
            </button>
            <button
                type="button" class="icon" aria-label={strings::REDO} title="Redo (Ctrl+Shift+Z)"
                disabled={!props.can_redo} onclick={asked(Command::Redo)}
            >
                <span aria-hidden="true">{ "↷" }</span>
            </button>
            { button(strings::ADD_ARTICLE, "add", Msg::AddArticleRequested, on) }
            <button
                type="button" class="primary" disabled={props.title.is_none()}
                onclick={asked(Command::Export)}
            >
                { strings::EXPORT }
            </button>
            { more(on) }
        </header>
    }
}

/// Renders the progress with a bar, and the number of claims.
fn reviewed(progress: &Progress, claims: usize) -> Html {
    let percent = format!("0 0 {} 1", progress.paragraphs.max(1));
    let text = if progress.is_complete() {
        strings::ALL_DONE.to_owned()
    } else {
        strings::progress(progress)
    };
    html! {
        <span class="progress" data-complete={progress.is_complete().to_string()}>
            <svg aria-hidden="true" viewBox={percent} preserveAspectRatio="none">
                <rect width={progress.reviewed.to_string()} height="1" />
            </svg>
            <span class="paragraphs">{ text }</span>
            if let Some(others) = strings::progress_of_others(progress) {
                <span class="others">{ " · " }{ others }</span>
            }
            <span class="claim-count">{ " · " }{ strings::count(claims, "claim", "claims") }</span>
        </span>
    }
}

fn step(on: &Callback<Msg>, command: Command, sign: &'static str) -> Html {
    command_button(command, "icon step", Some(sign), on)
}

fn more(on: &Callback<Msg>) -> Html {
    let choices = MORE.iter().filter_map(|command| row_of(*command));
    let choices = choices.map(|row| Choice { label: row.label.into(), is_checked: None });
    let on_chosen = on.clone();
    let on_chosen = Callback::from(move |at: usize| {
        if let Some(command) = MORE.get(at) {
            on_chosen.emit(Msg::CommandInvoked(*command));
        }
    });
    html! {
        <Menu class="more" name={strings::MORE} choices={choices.collect::<Vec<_>>()} {on_chosen}>
            <span aria-hidden="true">{ "⋯" }</span>
        </Menu>
    }
}

fn articles(props: &HeaderView, title: &AttrValue, on: &Callback<Msg>) -> Html {
    let is_shown = |row: &&ArticleSummary| Some(&row.id) == props.reading.as_ref();
    let latest = props.rows.iter().filter(|row| !row.is_archived).take(LATEST);
    let hidden =
        props.rows.iter().filter(is_shown).filter(|row| latest.clone().all(|it| it != *row));
    let rows: Vec<&ArticleSummary> = hidden.chain(latest.clone()).collect();
    let choices = rows.iter().map(|row| Choice {
        label: strings::title_of(&row.title).to_owned().into(),
        is_checked: Some(is_shown(row)),
    });
    let all = Choice { label: strings::TO_LIBRARY.into(), is_checked: None };
    let choices = choices.chain([all]);
    let ids: Vec<ArticleId> = rows.iter().map(|row| row.id.clone()).collect();
    let on_chosen = on.clone();
    let on_chosen = Callback::from(move |at: usize| {
        on_chosen.emit(match ids.get(at) {
            Some(id) => Msg::ArticlePicked(id.clone()),
            None => Msg::CommandInvoked(Command::ShowLibrary),
        });
    });
    html! {
        <Menu
            class="articles" name={strings::articles(title)} choices={choices.collect::<Vec<_>>()}
            {on_chosen}
        >
            <span class="title">{ title }</span>
            <span class="arrow" aria-hidden="true">{ "▾" }</span>
        </Menu>
    }
}
