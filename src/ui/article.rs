//! The article.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        Bar, Edges, HINTS, HintState, Msg, Session, Shared,
        view::{Meta, Section},
    },
    article::Details,
    claim::Tag,
    words,
};

use super::{
    ArticleSection, FirstHints, Strip, TagBar,
    hooks::{SelectionMemory, clicked_claims, tapped_place},
};

/// Properties of [`ArticlePage`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticlePageProps {
    /// What is known of the article.
    pub article: Rc<Details>,
    /// What the line above it says.
    pub meta: Meta,
    /// The hints of the first minute, on the sample article.
    pub hints: Option<[HintState; HINTS.len()]>,
    /// How many bytes its text has.
    pub length: usize,
    /// Its sections.
    pub sections: Vec<Shared<Section>>,
    /// What the person is at.
    pub session: Session,
    /// Whether marks may begin and end inside a word.
    pub edges: Edges,
    /// The tags.
    pub tags: Shared<Vec<Tag>>,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The article, with the bar at the selection.
#[component]
pub fn ArticlePage(props: &ArticlePageProps) -> Html {
    let onclick = {
        let on = props.on.clone();
        let memory = use_context::<SelectionMemory>().unwrap_or_default();
        Callback::from(move |event: MouseEvent| {
            let claims = clicked_claims(&event);
            if !claims.is_empty() {
                on.emit(Msg::MarkClicked(claims));
            } else if let Some(place) = tapped_place(&event, &memory) {
                on.emit(Msg::SentenceTapped(place));
            }
        })
    };
    let sections = props.sections.iter().map(|section| {
        html! {
            <ArticleSection key={section.index} section={section.clone()} on={props.on.clone()} />
        }
    });
    html! {
        <main class="article">
            <p class="meta">
                if props.hints.is_some() {
                    { words::SAMPLE }{ " · " }
                }
                { words::meta(&props.meta) }
            </p>
            if let Some(states) = props.hints {
                <FirstHints {states} />
            }
            <article
                tabindex="-1"
                data-article={props.article.id.to_string()}
                lang={props.article.language.clone()} {onclick}
            >
                { for sections }
            </article>
            if let Session::Selecting { span, bar: bar @ (Bar::Shown | Bar::Naming), .. } =
                &props.session
            {
                <TagBar
                    bar={*bar} span={span.clone()} edges={props.edges} tags={props.tags.clone()}
                    on={props.on.clone()}
                />
            }
            <Strip sections={props.sections.clone()} length={props.length} />
        </main>
    }
}
