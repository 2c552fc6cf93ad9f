//! The line at the top: which article, how much, and what can be done with it.

use yew::prelude::*;

use crate::{
    app::{Msg, Row},
    id::ArticleId,
    words,
};

use super::menu::{Choice, Menu};

/// Properties of [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// The title of the article on screen; `None` where none is.
    pub title: Option<AttrValue>,
    /// The articles.
    pub rows: Vec<Row>,
    /// The article on screen.
    pub reading: Option<ArticleId>,
    /// How many claims it has.
    pub claims: usize,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The line at the top.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let asked = |msg: Msg| props.on.reform(move |_: MouseEvent| msg.clone());
    html! {
        <header class="header">
            <span class="brand">
                <svg aria-hidden="true" viewBox="0 0 18 18" width="18" height="18">
                    <rect class="paper" x="1" y="1" width="16" height="16" rx="4" />
                    <path class="light" d="M1 9h16v4a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4z" />
                    <rect class="outline" x="1" y="1" width="16" height="16" rx="4" />
                </svg>
                { words::NAME }
            </span>
            if let Some(title) = &props.title {
                { articles(props, title) }
            }
            <span class="progress">{ words::count(props.claims, "claim", "claims") }</span>
            <button
                type="button" class="icon" aria-label={words::UNDO} title="Undo (Ctrl+Z)"
                disabled={!props.can_undo} onclick={asked(Msg::UndoAsked)}
            >
                <span aria-hidden="true">{ "↶" }</span>
            </button>
            <button
                type="button" class="icon" aria-label={words::REDO} title="Redo (Ctrl+Shift+Z)"
                disabled={!props.can_redo} onclick={asked(Msg::RedoAsked)}
            >
                <span aria-hidden="true">{ "↷" }</span>
            </button>
            <button type="button" aria-label={words::ADD_ARTICLE} onclick={asked(Msg::AddAsked)}>
                <span aria-hidden="true" class="short">{ "+" }</span>
                <span aria-hidden="true" class="long">{ words::ADD_ARTICLE }</span>
            </button>
            <button
                type="button" class="primary" disabled={props.title.is_none()}
                onclick={asked(Msg::ExportAsked)}
            >
                { words::EXPORT }
            </button>
        </header>
    }
}

fn articles(props: &HeaderProps, title: &AttrValue) -> Html {
    let choices = props.rows.iter().map(|row| Choice {
        label: row.title.clone().into(),
        is_checked: Some(&row.id) == props.reading.as_ref(),
    });
    let ids: Vec<ArticleId> = props.rows.iter().map(|row| row.id.clone()).collect();
    let on_chosen = props.on.clone();
    let on_chosen = Callback::from(move |at: usize| {
        if let Some(id) = ids.get(at) {
            on_chosen.emit(Msg::ArticlePicked(id.clone()));
        }
    });
    html! {
        <Menu
            class="articles" name={words::articles(title)} choices={choices.collect::<Vec<_>>()}
            {on_chosen}
        >
            <span class="title">{ title }</span>
            <span class="arrow" aria-hidden="true">{ "▾" }</span>
        </Menu>
    }
}
