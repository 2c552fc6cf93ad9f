//! The minimap: a strip beside the article with a tick for each claim at its place in the text.
//!
//! Assistive technology skips it, because the list of claims has the same information.

use yew::prelude::*;

use crate::app::{
    PtrEq,
    view::{ClaimCardView, Section},
};

/// The height of the strip in the units of its view box.
const HEIGHT: u64 = 1000;
/// The height of a tick, in the same units.
const TICK: usize = 5;

/// Renders the minimap of an article of `length` bytes.
pub(super) fn strip(sections: &[PtrEq<Section>], length: usize) -> Html {
    let sections = sections.iter().filter(|section| !section.cards.is_empty());
    let sections = sections.map(|section| {
        html! {
            <MinimapSection key={section.index} section={section.clone()} {length} />
        }
    });
    let size = format!("0 0 8 {HEIGHT}");
    html! {
        <svg class="strip" aria-hidden="true" viewBox={size} preserveAspectRatio="none">
            { for sections }
        </svg>
    }
}

/// Properties of [`MinimapSection`].
#[derive(Clone, PartialEq, Properties)]
struct MinimapSectionProps {
    /// The section of the article.
    pub section: PtrEq<Section>,
    /// The length of the whole text in bytes.
    pub length: usize,
}

/// Renders the ticks of the claims that start in a section.
#[component]
fn MinimapSection(props: &MinimapSectionProps) -> Html {
    // The product needs 64 bits, because the length of a long text times the height overflows the
    // 32-bit `usize` of WebAssembly.
    let length = props.length.max(1) as u64;
    let place = |card: &ClaimCardView| props.section.place_of(card) as u64 * HEIGHT / length;
    let mut places: Vec<(u64, &'static str)> =
        props.section.cards.iter().map(|card| (place(card), card.color)).collect();
    // Ticks that would cover each other are drawn once.
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
