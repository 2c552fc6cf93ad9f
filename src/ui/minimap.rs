//! The strip that shows where the claims are.

use yew::prelude::*;

use crate::app::{
    PtrEq,
    view::{ClaimCardView, Section},
};

/// How many units the strip is high; places are told in these.
const HEIGHT: u64 = 1000;
/// How high a claim's place is drawn, in the same units.
const TICK: usize = 5;

/// The strip that shows where the claims are. What it says is in the list of claims as well.
pub(super) fn strip(sections: &[PtrEq<Section>], length: usize) -> Html {
    let sections = sections.iter().filter(|section| !section.cards.is_empty());
    let sections = sections.map(|section| {
        html! {
            <StripSection key={section.index} section={section.clone()} {length} />
        }
    });
    let size = format!("0 0 8 {HEIGHT}");
    html! {
        <svg class="strip" aria-hidden="true" viewBox={size} preserveAspectRatio="none">
            { for sections }
        </svg>
    }
}

/// Properties of [`StripSection`].
#[derive(Clone, PartialEq, Properties)]
struct StripSectionProps {
    /// The section.
    pub section: PtrEq<Section>,
    /// How many bytes the whole text has.
    pub length: usize,
}

/// The places of the claims of a section.
#[component]
fn StripSection(props: &StripSectionProps) -> Html {
    // In 64 bits: a long text times the height has more than the 32 of a place.
    let length = props.length.max(1) as u64;
    let place = |card: &ClaimCardView| props.section.place_of(card) as u64 * HEIGHT / length;
    let mut places: Vec<(u64, &'static str)> =
        props.section.cards.iter().map(|card| (place(card), card.color)).collect();
    // What would be drawn over each other is drawn once.
    places.dedup_by_key(|(place, _)| *place / 2);
    let ticks = places.into_iter().map(|(y, color)| {
        html! {
            <rect
                data-color={color} x="0" y={y.to_string()} width="8" height={TICK.to_string()}
            />
        }
    });
    html! { <g>{ for ticks }</g> }
}
