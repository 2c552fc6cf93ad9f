//! The list of claims.

use yew::prelude::*;

use crate::{
    app::{
        Msg, Panel, Shared, Sheet,
        view::{Card, Section},
    },
    claim::Tag,
    words,
};

use super::{ClaimCard, Guidelines, hooks::use_near};

/// Up to how many claims every card is in the page.
const ALL_CARDS: usize = 500;

/// Properties of [`ClaimList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ClaimListProps {
    /// The sections of the article, with their cards.
    pub sections: Vec<Shared<Section>>,
    /// What the panel shows.
    pub panel: Panel,
    /// The article's own note.
    pub note: AttrValue,
    /// How many claims there are.
    pub count: usize,
    /// The tags.
    pub tags: Shared<Vec<Tag>>,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The claims in text order. Of more than 500, only the cards near the view are in the page.
#[component]
pub fn ClaimList(props: &ClaimListProps) -> Html {
    let before = props.sections.iter().scan(0, |before, section| {
        let here = *before;
        *before += section.cards.len();
        Some(here)
    });
    let groups = props.sections.iter().zip(before).filter(|(it, _)| !it.cards.is_empty());
    let groups = groups.map(|(section, before)| {
        html! {
            <CardGroup
                key={section.index} section={section.clone()} {before} count={props.count}
                tags={props.tags.clone()} on={props.on.clone()}
            />
        }
    });
    html! {
        <aside class="claims" aria-label={words::CLAIMS} data-scrolls="true">
            { tabs(props) }
            if props.panel == Panel::Guidelines {
                <Guidelines
                    tags={props.tags.clone()} note={props.note.clone()} on={props.on.clone()}
                />
            } else if props.count == 0 {
                <p class="empty">{ words::NO_CLAIMS }</p>
            } else {
                <div class="list" role="list">{ for groups }</div>
            }
        </aside>
    }
}

/// What the panel can show, and the button that closes it where it is a sheet.
fn tabs(props: &ClaimListProps) -> Html {
    let tab = |panel: Panel, label: Html| {
        let onclick = props.on.reform(move |_: MouseEvent| Msg::PanelTurned(panel));
        let is_shown = props.panel == panel;
        html! {
            <button type="button" aria-pressed={is_shown.to_string()} {onclick}>{ label }</button>
        }
    };
    let closed = props.on.reform(|_: MouseEvent| Msg::SheetTurned(Sheet::Closed));
    html! {
        <h2 class="tabs">
            { tab(Panel::Claims, html! { <>{ words::CLAIMS }{ " " }<span>{ props.count }</span></> }) }
            { tab(Panel::Guidelines, words::GUIDELINES.into()) }
            <button type="button" class="close" aria-label={words::CLOSE} onclick={closed}>
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </h2>
    }
}

/// Properties of [`CardGroup`].
#[derive(Clone, PartialEq, Properties)]
struct CardGroupProps {
    /// The section whose claims these are.
    section: Shared<Section>,
    /// How many claims come before.
    before: usize,
    /// How many claims there are.
    count: usize,
    /// The tags.
    tags: Shared<Vec<Tag>>,
    /// Told of what happens.
    on: Callback<Msg>,
}

/// The cards of a section's claims.
#[component]
fn CardGroup(props: &CardGroupProps) -> Html {
    let node = use_node_ref();
    let is_near = use_near(&node, false);
    let all = props.count <= ALL_CARDS;
    // The card that is worked on stays, so that what is typed there is never taken away.
    let stays = |card: &Shared<Card>| all || is_near || card.is_open;
    let cards = props.section.cards.iter().enumerate().map(|(at, card)| {
        if !stays(card) {
            return html! { <div key={card.claim.id.to_string()} class="gap" /> };
        }
        html! {
            <ClaimCard
                key={card.claim.id.to_string()} card={card.clone()} tags={props.tags.clone()}
                place={(!all).then_some((props.before + at + 1, props.count))}
                on={props.on.clone()}
            />
        }
    });
    html! { <div class="group" role="presentation" ref={node}>{ for cards }</div> }
}
