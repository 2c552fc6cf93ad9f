//! A section of the article: consecutive blocks that the browser lays out together.
//!
//! The style sheet skips the layout of sections outside the viewport, and the component renders
//! marks only near it. That keeps long articles fast.

use yew::prelude::*;

use crate::app::{Msg, PtrEq, view::Section};

use super::{
    BlockText,
    hooks::{use_in_viewport, use_kept_selection},
};

/// Properties of [`ArticleSection`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleSectionProps {
    /// The blocks, and the cards of the claims that start in them.
    pub section: PtrEq<Section>,
    /// Receives the messages of the section.
    pub on: Callback<Msg>,
}

/// Renders a section of the article. It renders the marks only while the section is near the
/// viewport.
#[component]
pub fn ArticleSection(props: &ArticleSectionProps) -> Html {
    let node = use_node_ref();
    let is_near = use_in_viewport(&node, props.section.index == 0);
    use_kept_selection((props.section.clone(), is_near));
    let blocks = props.section.blocks.iter().map(|block| {
        html! {
            <BlockText
                key={block.position} block={block.clone()} {is_near} on={props.on.clone()}
            />
        }
    });
    html! { <div class="section" ref={node}>{ for blocks }</div> }
}
