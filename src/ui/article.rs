//! The main part of the page: the article with its metadata, its blocks, the tag toolbar at the
//! selection and the minimap.
//!
//! It renders only the sections that `ProgressiveRender` has reached. Clicks on marks and taps on
//! sentences become messages here.

use yew::prelude::*;

use crate::{
    app::{Field, Mode, Msg, Toolbar, Workspace, view::ArticleView},
    document::Document,
    strings,
};

use super::{
    ArticleSection, TagToolbar,
    first_hints::first_hints,
    hooks::{clicked_claims, tapped_place},
    minimap::strip,
    progressive_render::ProgressiveRender,
};

/// The number of paragraphs from which the block numbers need a wider margin.
const WIDE: usize = 10_000;

/// Renders the article as far as `drawing` has reached, with the tag toolbar at the selection.
pub(super) fn article_page(
    workspace: &Workspace,
    document: &Document,
    page: &ArticleView,
    drawing: &ProgressiveRender,
    on: &Callback<Msg>,
) -> Html {
    let details = document.details();
    let hints = workspace.is_sample().then(|| workspace.hints());
    let onclick = {
        let on = on.clone();
        Callback::from(move |event: MouseEvent| {
            let claims = clicked_claims(&event);
            if !claims.is_empty() {
                on.emit(Msg::MarkClicked(claims));
            } else if let Some(position) = tapped_place(&event) {
                on.emit(Msg::SentenceTapped(position));
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
                    { strings::SAMPLE }{ " · " }
                }
                { strings::meta(&page.meta) }
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
            if let Mode::Selecting { span, bar: bar @ (Toolbar::Shown | Toolbar::TypingTag), .. } =
                workspace.session()
            {
                <TagToolbar
                    bar={*bar} span={span.clone()} edges={workspace.snap()} tags={page.tags.clone()}
                    typed={workspace.typed(&Field::Bar).to_owned()} on={on.clone()}
                />
            }
            { strip(&page.sections, page.length) }
        </main>
    }
}
