//! The claim that stays open beside the one that is worked on.

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, PickedIn, WorkMsg},
    words,
};

use crate::ui::buttons::sign_button;

use super::open_claim::open_claim;

/// The kept claim, to be worked on as in the list; nothing while no other one is open.
pub(super) fn kept_claim(desk: &Desk, on: &Callback<Msg>) -> Html {
    let cards = desk.page().into_iter().flat_map(|page| &page.sections).flat_map(|it| &it.cards);
    let mut cards = cards.filter(|card| desk.kept() == Some(&card.claim.id));
    let Some(card) = cards.next() else { return Html::default() };
    let name = words::kept_open(card.claim.number);
    let picked = Msg::ClaimPicked { claim: card.claim.id.clone(), from: PickedIn::Elsewhere };
    html! {
        <section class="kept" aria-label={name.clone()} data-scrolls="true" data-color={card.color}>
            <h2>
                { name }
                { sign_button("×", words::CLOSE, "close", Msg::Work(WorkMsg::Kept(None)), on) }
            </h2>
            <button type="button" class="quote" onclick={on.reform(move |_: MouseEvent| picked.clone())}>
                <bdi>{ &card.quote }</bdi>
            </button>
            { open_claim(desk, card, on) }
        </section>
    }
}
