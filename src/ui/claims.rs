//! The list of claims.

use yew::prelude::*;

use crate::{
    app::{
        Desk, Field, Msg, Panel, Shared, Sheet,
        view::{Card, Page, Section},
    },
    claim::Tag,
    document::Document,
    words,
};

use super::{ClaimCard, buttons::sign_button, guidelines::guidelines, hooks::use_near};

/// Up to how many claims every card is in the page.
const ALL_CARDS: usize = 500;

/// The panel: the claims in text order, or the guidelines. Of more than 500 claims, only the cards
/// near the view are in the page.
pub(super) fn claim_list(
    desk: &Desk,
    document: &Document,
    page: &Page,
    on: &Callback<Msg>,
) -> Html {
    let count = document.claim_count();
    let before = page.sections.iter().scan(0, |before, section| {
        let here = *before;
        *before += section.cards.len();
        Some(here)
    });
    let groups = page.sections.iter().zip(before).filter(|(it, _)| !it.cards.is_empty());
    let groups = groups.map(|(section, before)| {
        let open = section.cards.iter().find(|card| card.is_open);
        let typed = open.map(|card| desk.typed(&Field::Card(card.claim.id.clone())).to_owned());
        html! {
            <CardGroup
                key={section.index} section={section.clone()} {before} {count}
                tags={page.tags.clone()} typed={typed.unwrap_or_default()} on={on.clone()}
            />
        }
    });
    let shown = match desk.panel() {
        Panel::Guidelines => guidelines(&page.tags, &document.details().note.clone().into(), on),
        Panel::Claims if count == 0 => html! { <p class="empty">{ words::NO_CLAIMS }</p> },
        Panel::Claims => html! { <div class="list" role="list">{ for groups }</div> },
    };
    html! {
        <aside class="claims" aria-label={words::CLAIMS} data-scrolls="true">
            { tabs(desk.panel(), count, on) }
            { shown }
        </aside>
    }
}

/// What the panel can show, and the button that closes it where it is a sheet.
fn tabs(shown: Panel, count: usize, on: &Callback<Msg>) -> Html {
    let tab = |panel: Panel, label: Html| {
        let onclick = on.reform(move |_: MouseEvent| Msg::PanelTurned(panel));
        let is_shown = shown == panel;
        html! {
            <button type="button" aria-pressed={is_shown.to_string()} {onclick}>{ label }</button>
        }
    };
    html! {
        <h2 class="tabs">
            { tab(Panel::Claims, html! { <>{ words::CLAIMS }{ " " }<span>{ count }</span></> }) }
            { tab(Panel::Guidelines, words::GUIDELINES.into()) }
            { sign_button("×", words::CLOSE, "close", Msg::SheetTurned(Sheet::Closed), on) }
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
    /// What is typed in the field for a further tag, where one of the cards is open.
    typed: AttrValue,
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
                typed={if card.is_open { props.typed.clone() } else { AttrValue::default() }}
                on={props.on.clone()}
            />
        }
    });
    html! { <div class="group" role="presentation" ref={node}>{ for cards }</div> }
}
