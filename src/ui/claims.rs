//! The panel beside the article: the list of claims, or the guidelines.
//!
//! The list has a filter and shows the claims in text order, by section of the article. In a long
//! list only the cards near the viewport are in the page. On narrow screens the panel is a drawer.

use yew::prelude::*;

use crate::{
    app::{
        Drawer, Field, Msg, Panel, PtrEq, Workspace,
        view::{ArticleView, ClaimCardView, Section, matches_filter},
    },
    document::Document,
    strings,
};

use super::{
    ClaimCard, dialogs,
    hooks::{leave_field_on_escape, typed_text, use_in_viewport},
};

/// The number of claims up to which every card is in the page.
const ALL_CARDS: usize = 500;

/// Renders the panel with the claims in text order, or with the guidelines. Of more than 500
/// claims, it renders only the cards near the viewport and the open one.
pub(super) fn claim_list(
    workspace: &Workspace,
    document: &Document,
    page: &ArticleView,
    on: &Callback<Msg>,
) -> Html {
    let (count, filter) = (document.claim_count(), AttrValue::from(workspace.filter().to_owned()));
    let shown = |section: &Section| match filter.as_str() {
        "" => section.cards.len(),
        filter => section.cards.iter().filter(|it| is_shown(it, filter)).count(),
    };
    let counts: Vec<usize> = page.sections.iter().map(|section| shown(section)).collect();
    let matches: usize = counts.iter().sum();
    // The list always shows the open claim, but the filter line counts only the claims that match.
    let fitting = page
        .sections
        .iter()
        .flat_map(|it| &it.cards)
        .filter(|it| matches_filter(it, &filter))
        .count();
    let before = counts.iter().scan(0, |before, count| {
        let here = *before;
        *before += count;
        Some(here)
    });
    let groups = page.sections.iter().zip(before).filter(|(it, _)| !it.cards.is_empty());
    let groups = groups.map(|(section, before)| {
        let open = section.cards.iter().find(|card| card.is_open);
        let work = open.map(|card| dialogs::open_claim(workspace, card, on));
        html! {
            <CardGroup
                key={section.index} section={section.clone()} {before} count={matches}
                filter={filter.clone()}
                asks={workspace.asks_for_reasons()} {work} on={on.clone()}
            />
        }
    });
    let shown = match workspace.panel() {
        Panel::Guidelines => {
            dialogs::guidelines(&page.tags, &document.details().note.clone().into(), on)
        }
        Panel::Claims if count == 0 => html! { <p class="empty">{ strings::NO_CLAIMS }</p> },
        Panel::Claims => html! {
            <>
                { filter_line(workspace, document, (fitting, count), on) }
                { dialogs::overdue(workspace, on) }
                <div class="list" role="list">{ for groups }</div>
            </>
        },
    };
    html! {
        <aside class="claims" aria-label={strings::CLAIMS} data-scrolls="true">
            { tabs(workspace.panel(), count, on) }
            { shown }
        </aside>
    }
}

/// Returns whether the list shows a claim. It always shows the open one, so that the user never
/// loses the field that is in use.
fn is_shown(card: &ClaimCardView, filter: &str) -> bool {
    card.is_open || matches_filter(card, filter)
}

/// Renders the field that filters the claims, with the number of matches and of all claims.
fn filter_line(
    workspace: &Workspace,
    document: &Document,
    (matches, count): (usize, usize),
    on: &Callback<Msg>,
) -> Html {
    let field = Field::Filter(document.details().id.clone());
    let typed = workspace.typed(&field).to_owned();
    let said = (!typed.trim().is_empty()).then(|| strings::filtered(matches, count));
    let emptied = field.clone();
    let all = on.reform(move |_: MouseEvent| Msg::Typed(emptied.clone(), String::new()));
    let oninput = on.reform(move |event| Msg::Typed(field.clone(), typed_text(&event)));
    html! {
        <p class="filter">
            <input
                type="search" aria-label={strings::FILTER} placeholder={strings::FILTER} value={typed}
                {oninput} onkeydown={Callback::from(|event| leave_field_on_escape(&event))}
            />
            <span role="status">{ said.clone() }</span>
            if said.is_some() {
                <button type="button" onclick={all}>{ strings::SHOW_ALL }</button>
            }
        </p>
    }
}

/// Renders the buttons that switch the panel, and the button that closes it where it is a drawer.
fn tabs(shown: Panel, count: usize, on: &Callback<Msg>) -> Html {
    let tab = |panel: Panel, label: Html| {
        let onclick = on.reform(move |_: MouseEvent| Msg::PanelSelected(panel));
        let is_shown = shown == panel;
        html! {
            <button type="button" aria-pressed={is_shown.to_string()} {onclick}>{ label }</button>
        }
    };
    html! {
        <h2 class="tabs">
            { tab(Panel::Claims, html! { <>{ strings::CLAIMS }{ " " }<span>{ count }</span></> }) }
            { tab(Panel::Guidelines, strings::GUIDELINES.into()) }
            <button
                type="button" class="close" aria-label={strings::CLOSE} title={strings::CLOSE}
                onclick={on.reform(|_: MouseEvent| Msg::DrawerToggled(Drawer::Closed))}
            >
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </h2>
    }
}

/// Properties of [`CardGroup`].
#[derive(Clone, PartialEq, Properties)]
struct CardGroupProps {
    /// The section in which the claims start.
    section: PtrEq<Section>,
    /// The number of listed claims in the sections before.
    before: usize,
    /// The number of listed claims.
    count: usize,
    /// The text of the filter.
    filter: AttrValue,
    /// Whether cards ask for a reason if a low rating has none.
    asks: bool,
    /// The fields to work on the open claim; `None` if no claim of the section is open.
    work: Option<Html>,
    /// Receives the messages of the cards.
    on: Callback<Msg>,
}

/// Renders the cards of a section's claims, with a gap for each card that is not near the viewport.
#[component]
fn CardGroup(props: &CardGroupProps) -> Html {
    let node = use_node_ref();
    let is_near = use_in_viewport(&node, false);
    let all = props.count <= ALL_CARDS;
    let stays = |card: &PtrEq<ClaimCardView>| all || is_near || card.is_open;
    let cards = props.section.cards.iter().filter(|card| is_shown(card, &props.filter));
    let cards = cards.enumerate().map(|(at, card)| {
        if !stays(card) {
            return html! { <div key={card.claim.id.to_string()} class="gap" /> };
        }
        html! {
            <ClaimCard
                key={card.claim.id.to_string()} card={card.clone()}
                place={(!all).then_some((props.before + at + 1, props.count))}
                asks={props.asks} work={props.work.clone().filter(|_| card.is_open)}
                on={props.on.clone()}
            />
        }
    });
    html! { <div class="group" role="presentation" ref={node}>{ for cards }</div> }
}
