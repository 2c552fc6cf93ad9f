//! The pinned claim, which stays open beside the selected one so that the user can compare two
//! claims.
//!
//! The style sheet shows it only where the screen is wide enough for both. The user can work on it
//! in the same way as in the list.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg, SelectionOrigin, Workspace},
    strings,
};

use crate::ui::buttons::icon_button;

use super::open_claim::open_claim;

/// Renders the pinned claim with all fields to work on it. Renders nothing if no claim is pinned or
/// the pinned claim is the selected one, which the list shows.
pub(super) fn pinned_claim(workspace: &Workspace, on: &Callback<Msg>) -> Html {
    let cards =
        workspace.page().into_iter().flat_map(|page| &page.sections).flat_map(|it| &it.cards);
    let mut cards = cards.filter(|card| workspace.kept() == Some(&card.claim.id));
    let Some(card) = cards.next() else { return Html::default() };
    let name = strings::kept_open(card.claim.number);
    let picked =
        Msg::ClaimSelected { claim: card.claim.id.clone(), from: SelectionOrigin::Elsewhere };
    html! {
        <section class="kept" aria-label={name.clone()} data-scrolls="true" data-color={card.color}>
            <h2>
                { name }
                { icon_button("×", strings::CLOSE, "close", Msg::Claim(ClaimMsg::Pinned(None)), on) }
            </h2>
            <button type="button" class="quote" onclick={on.reform(move |_: MouseEvent| picked.clone())}>
                <bdi>{ &card.quote }</bdi>
            </button>
            { open_claim(workspace, card, on) }
        </section>
    }
}
