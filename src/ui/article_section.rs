//! Some blocks of the article, drawn and kept out of the layout together.

use yew::prelude::*;

use crate::app::{Msg, PtrEq, view::Section};

use super::{
    BlockText,
    hooks::{use_in_viewport, use_kept_selection},
};

/// Properties of [`ArticleSection`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleSectionProps {
    /// The section.
    pub section: PtrEq<Section>,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// Some blocks of the article; their marks are drawn only near the view.
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
