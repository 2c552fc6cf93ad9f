//! The article.

use yew::prelude::*;

use crate::{
    app::{Bar, Desk, Field, Msg, Session, view::Page},
    document::Document,
    words,
};

use super::{
    ArticleSection, TagBar,
    drawing::Drawing,
    first_hints::first_hints,
    hooks::{clicked_claims, tapped_place},
    strip::strip,
};

/// From how many paragraphs on the numbers need a wider margin.
const WIDE: usize = 10_000;

/// The article, with the bar at the selection, as far as it is drawn.
pub(super) fn article_page(
    desk: &Desk,
    document: &Document,
    page: &Page,
    drawing: &Drawing,
    on: &Callback<Msg>,
) -> Html {
    let details = document.details();
    let hints = desk.is_sample().then(|| desk.hints());
    let onclick = {
        let on = on.clone();
        Callback::from(move |event: MouseEvent| {
            let claims = clicked_claims(&event);
            if !claims.is_empty() {
                on.emit(Msg::MarkClicked(claims));
            } else if let Some(place) = tapped_place(&event) {
                on.emit(Msg::SentenceTapped(place));
            }
        })
    };
    let sections = page.sections.iter().map(|section| {
        if !drawing.has(section.index) {
            return html! { <div key={section.index} class="undrawn" /> };
        }
        html! {
            <ArticleSection key={section.index} section={section.clone()} on={on.clone()} />
        }
    });
    html! {
        <main class="article" data-wide={(page.meta.paragraphs >= WIDE).then_some("true")}>
            <p class="meta">
                if hints.is_some() {
                    { words::SAMPLE }{ " · " }
                }
                { words::meta(&page.meta) }
            </p>
            if let Some(states) = hints {
                { first_hints(states) }
            }
            <article
                tabindex="-1"
                data-article={details.id.to_string()}
                lang={details.language.clone()} {onclick}
            >
                { for sections }
            </article>
            if let Session::Selecting { span, bar: bar @ (Bar::Shown | Bar::Naming), .. } =
                desk.session()
            {
                <TagBar
                    bar={*bar} span={span.clone()} edges={desk.edges()} tags={page.tags.clone()}
                    typed={desk.typed(&Field::Bar).to_owned()} on={on.clone()}
                />
            }
            { strip(&page.sections, page.length) }
        </main>
    }
}
