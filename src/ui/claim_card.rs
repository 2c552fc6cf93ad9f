//! The card of a claim in the list of claims.
//!
//! A closed card shows the facts about the claim in a few lines. An open card holds the fields to
//! work on it.

use yew::prelude::*;

use crate::{
    app::{Msg, PtrEq, SelectionOrigin, view::ClaimCardView},
    strings,
};

/// Properties of [`ClaimCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct ClaimCardProps {
    /// The contents of the card.
    pub card: PtrEq<ClaimCardView>,
    /// The card's place in the list, counted from 1, and the length of the list. `None` if every
    /// card is in the page, because assistive technology can count the cards itself then.
    pub place: Option<(usize, usize)>,
    /// Whether the card asks for a reason if a low rating has none.
    pub asks: bool,
    /// The fields to work on the claim; `None` if the card is closed.
    pub work: Option<Html>,
    /// Receives the messages of the card.
    pub on: Callback<Msg>,
}

/// Renders the card of a claim: its facts if the card is closed, the fields to work on it if it is
/// open.
#[component]
pub fn ClaimCard(props: &ClaimCardProps) -> Html {
    let card = &props.card;
    let onclick = {
        let (id, is_open) = (card.claim.id.clone(), card.is_open);
        props.on.reform(move |_: MouseEvent| {
            if is_open {
                Msg::ClaimDeselected
            } else {
                Msg::ClaimSelected { claim: id.clone(), from: SelectionOrigin::List }
            }
        })
    };
    let status = strings::status_sign(card.claim.status);
    let tags = card.tags.iter().map(|tag| {
        html! { <span class="tag" data-color={tag.color}>{ &tag.label }</span> }
    });
    html! {
        <div
            class="claim-card" role="listitem" data-claim={card.claim.id.to_string()}
            data-color={card.color} aria-current={card.is_open.then_some("true")}
            aria-posinset={props.place.map(|(at, _)| at.to_string())}
            aria-setsize={props.place.map(|(_, count)| count.to_string())}
        >
            <button
                type="button" class="quote" aria-expanded={card.is_open.to_string()} {onclick}
            >
                if card.quote.is_empty() {
                    <em>{ strings::WITHOUT_WORDS }</em>
                } else {
                    <bdi>{ &card.quote }</bdi>
                }
            </button>
            if let Some(was) = &card.claim.previous_quote {
                <p class="changed">{ strings::words_changed(was, card.current_quote()) }</p>
            }
            if let Some(work) = &props.work {
                { work.clone() }
            } else {
                <p class="facts">
                    { for tags }
                    if card.tags.is_empty() {
                        <span class="tag" data-color="grey">{ strings::NO_TAG }</span>
                    }
                    if !status.is_empty() {
                        <span class="status" data-settled={(!card.claim.is_open()).to_string()}>
                            { status }{ " " }{ strings::status(card.claim.status) }
                        </span>
                    }
                    if let Some(priority) = card.claim.priority {
                        <span class="status">{ strings::priority(priority) }</span>
                    }
                    { verdict(props) }
                    <span>{ strings::whereabouts(card.paragraph, card.claim.number) }</span>
                </p>
            }
        </div>
    }
}

/// Renders the verdict, and whether it is from another scale or lacks a reason.
fn verdict(props: &ClaimCardProps) -> Html {
    let Some(verdict) = &props.card.claim.verdict else { return Html::default() };
    html! {
        <>
            <bdi class="found">{ strings::verdict_in_card(&verdict.label) }</bdi>
            if props.card.uses_other_scale {
                <span>{ strings::OTHER_SCALE }</span>
            }
            if props.asks && props.card.lacks_reason {
                <span class="lacking">{ strings::REASON_MISSING }</span>
            }
        </>
    }
}
