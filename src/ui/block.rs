//! A block of the article: its margin, its label and its text with the marks.
//!
//! The style sheet draws the number and the label, so that the page's text is the article's text
//! alone.

use yew::{prelude::*, virtual_dom::VTag};

use crate::{
    app::{
        BlockEditMsg, ClaimMsg, Command, Msg, PtrEq,
        view::{BlockView, MarkView, RunView},
    },
    article::{KINDS, Kind},
    id::{BlockId, ClaimId},
    strings,
};

use super::{
    buttons::row_of,
    hooks::prevent_focus_loss,
    invisible_chars::render_invisible,
    menu::{Choice, Choices, MenuState, use_menu},
};

/// Properties of [`BlockText`].
#[derive(Clone, PartialEq, Properties)]
pub struct BlockTextProps {
    /// The block.
    pub block: PtrEq<BlockView>,
    /// Whether the block is near the viewport, so that its marks are rendered.
    pub is_near: bool,
    /// Receives the messages of the block.
    pub on: Callback<Msg>,
}

/// Renders a block with its margin, its label and its text.
#[component]
pub fn BlockText(props: &BlockTextProps) -> Html {
    let menu = use_menu();
    let block = &props.block;
    let tag = match block.kind {
        Kind::Headline => "h1",
        Kind::Subheading => "h2",
        Kind::Standfirst
        | Kind::Byline
        | Kind::Paragraph
        | Kind::Quotation
        | Kind::ListItem
        | Kind::Caption
        | Kind::Promo
        | Kind::Other => "p",
    };
    let mut text = VTag::new(tag);
    text.add_attribute("data-text", "");
    text.add_attribute("dir", "auto");
    if props.is_near {
        text.add_children(block.runs.iter().map(run));
    } else {
        text.add_child(html! { { block.text.as_ref() } });
    }
    html! {
        <div
            class="block" data-block={block.position.to_string()} data-id={block.id.to_string()}
            data-kind={block.kind.name()} data-claims={block.claims.clone()}
            aria-current={block.is_current.then_some("true")}
        >
            { margin(props, menu) }
            if let Some(label) = &block.label {
                // The style sheet draws the label and the number, so that they are not part of the
                // text.
                <p class="beside" data-label={label.clone()} />
            }
            { text }
        </div>
    }
}

/// Renders the margin: the review button, the number of open claims, and the button with the
/// block's number, which opens the menu of kinds.
fn margin(props: &BlockTextProps, menu: MenuState) -> Html {
    let block = &props.block;
    let name = strings::kind_of_block(block.kind, block.number);
    let id = block.id.clone();
    let onclick = props.on.reform(move |_: MouseEvent| Msg::BlockSelected(id.clone()));
    // Tab reaches only the margin of the current block. Other keys move between blocks.
    let tabindex = if block.is_current { "0" } else { "-1" };
    html! {
        <div class="menu margin" {onclick}>
            { look(props, tabindex) }
            if block.open > 0 {
                <span class="open" aria-hidden="true" data-open={block.open.to_string()} />
            }
            <button
                type="button" class="kind" aria-haspopup="menu" {tabindex}
                aria-expanded={menu.is_open.to_string()}
                aria-label={name.clone()} title={name.clone()} onclick={menu.turn}
                onmousedown={|event: MouseEvent| prevent_focus_loss(&event)}
            >
                // The style sheet draws the number, so that the browser never copies or searches
                // it.
                <span
                    class="number" data-number={block.number.map(|number| number.to_string())}
                />
            </button>
            if menu.is_open {
                { kinds(props, name, menu.close) }
            }
        </div>
    }
}

/// Renders the ring that shows whether the user has looked at the block, and toggles that.
fn look(props: &BlockTextProps, tabindex: &'static str) -> Html {
    let block = &props.block;
    let (on, id) = (props.on.clone(), block.id.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        on.emit(Msg::ReviewToggled(id.clone()));
    });
    let is_looked = block.reviewed.is_some();
    html! {
        <button
            type="button" class="look" {tabindex} aria-pressed={is_looked.to_string()}
            aria-label={strings::look_at(block.kind, block.number)}
            title={strings::review_state(block.reviewed, block.open)} {onclick}
        />
    }
}

/// A function that makes the message of a menu item from the block's identifier.
type OfBlock = fn(BlockId) -> Msg;

/// The items of the menu that follow the kinds.
const OTHERS: [(Command, OfBlock); 4] = [
    (Command::ClaimWithoutWords, |id| Msg::Claim(ClaimMsg::CreatedOnBlock(id))),
    (Command::Split, |id| Msg::Repair(BlockEditMsg::Split(id))),
    (Command::Join, |id| Msg::Repair(BlockEditMsg::Joined(id))),
    (Command::Correct, |id| Msg::Repair(BlockEditMsg::CorrectAsked(id))),
];

/// Renders the menu of the block: the kinds, and the items of `OTHERS`.
fn kinds(props: &BlockTextProps, name: String, on_left: Callback<()>) -> Html {
    let kind = props.block.kind;
    let choices = KINDS
        .iter()
        .map(|row| Choice { label: row.label.into(), is_checked: Some(row.kind == kind) });
    let others = OTHERS.iter().filter_map(|(command, _)| row_of(*command));
    let choices =
        choices.chain(others.map(|row| Choice { label: row.label.into(), is_checked: None }));
    let on_chosen = {
        let (on, id) = (props.on.clone(), props.block.id.clone());
        Callback::from(move |at: usize| {
            if let Some(row) = KINDS.get(at) {
                on.emit(Msg::BlockKindChanged(id.clone(), row.kind));
            } else if let Some((_, msg)) = OTHERS.get(at - KINDS.len()) {
                on.emit(msg(id.clone()));
            }
        })
    };
    html! { <Choices {name} choices={choices.collect::<Vec<_>>()} {on_chosen} {on_left} /> }
}

fn run(run: &RunView) -> Html {
    match &run.mark {
        Some(mark) => marked(&run.text, mark),
        None => render_invisible(&run.text),
    }
}

fn marked(text: &str, mark: &MarkView) -> Html {
    let claims: Vec<&str> = mark.claims.iter().map(ClaimId::as_str).collect();
    let [first, second, third, fourth] = mark.lanes;
    html! {
        <mark
            data-claims={claims.join(" ")} data-fill={mark.background}
            data-lane-a={first} data-lane-b={second} data-lane-c={third} data-lane-d={fourth}
            data-selected={mark.is_selected.then_some("true")} data-spoken={mark.aria_label.clone()}
            data-settled={mark.is_settled.then_some("true")} data-signs={mark.status_icons.clone()}
        >
            { render_invisible(text) }
        </mark>
    }
}
