//! The claim that stays open beside the one that is worked on.

use yew::prelude::*;

use crate::{
    app::{Desk, Field, Msg, PickedIn, WorkMsg},
    words,
};

use crate::ui::{ClaimCardProps, buttons::sign_button, claim_work::claim_work};

use super::work;

/// The kept claim, to be worked on as in the list; nothing while no other one is open.
pub(super) fn kept_claim(desk: &Desk, on: &Callback<Msg>) -> Html {
    let cards = desk.page().into_iter().flat_map(|page| &page.sections).flat_map(|it| &it.cards);
    let mut cards = desk
        .kept()
        .into_iter()
        .flat_map(|kept| cards.clone().filter(move |card| card.claim.id == *kept));
    let Some((card, page)) = cards.next().zip(desk.page()) else { return Html::default() };
    let claim = card.claim.id.clone();
    let name = words::kept_open(card.claim.number);
    let picked = Msg::ClaimPicked { claim: claim.clone(), from: PickedIn::Elsewhere };
    let props = ClaimCardProps {
        card: card.clone(),
        tags: page.tags.clone(),
        place: None,
        typed: desk.typed(&Field::Card(claim)).to_owned().into(),
        asks: desk.asks_for_reasons(),
        work: work::claim_work(desk, &card.claim, on),
        on: on.clone(),
    };
    html! {
        <section class="kept" aria-label={name.clone()} data-scrolls="true" data-color={card.color}>
            <h2>
                { name }
                { sign_button("×", words::CLOSE, "close", Msg::Work(WorkMsg::Kept(None)), on) }
            </h2>
            <button type="button" class="quote" onclick={on.reform(move |_: MouseEvent| picked.clone())}>
                <bdi>{ &card.quote }</bdi>
            </button>
            { claim_work(&props) }
        </section>
    }
}
