//! The tag toolbar, which appears at a selection and marks it as a claim.
//!
//! It takes no space in the text, and pressing it leaves the selection as it is. Its second row
//! changes the selection.

use yew::prelude::*;

use crate::{
    app::{Command, Field, Msg, PtrEq, Snap, Toolbar},
    article::Span,
    claim::Tag,
    strings,
};

use super::{
    buttons::command_button,
    hooks::{leaves_toolbar, prevent_focus_loss, use_selection_popover},
    tag_field::{TagFieldView, tag_field},
};

/// Properties of [`TagToolbar`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagToolbarProps {
    /// Whether the toolbar shows the field for a tag's name.
    pub bar: Toolbar,
    /// The selected span. The toolbar moves when it changes.
    pub span: Span,
    /// Whether marks extend to whole words.
    pub edges: Snap,
    /// The tags of the article.
    pub tags: PtrEq<Vec<Tag>>,
    /// The draft in the field for a tag's name.
    pub typed: AttrValue,
    /// Receives the messages of the toolbar.
    pub on: Callback<Msg>,
}

/// Renders the tag toolbar at the selection. It takes no space in the text, and pressing it leaves
/// the selection as it is.
#[component]
pub fn TagToolbar(props: &TagToolbarProps) -> Html {
    let node = use_selection_popover(props.span.clone());
    let mark = props.on.reform(|_: MouseEvent| Msg::CommandInvoked(Command::Mark));
    let tags = props.tags.iter().map(|tag| {
        let id = tag.id.clone();
        let onclick = props.on.reform(move |_: MouseEvent| Msg::TagChosen(id.clone()));
        html! {
            <button
                type="button" class="tag" data-color={tag.color.name()} title={tag.meaning.clone()}
                aria-label={tag.label.clone()} {onclick}
            >
                { &tag.label }
                if let Some(key) = tag.key {
                    // The style sheet draws the key, so that it is not part of the button's name.
                    <kbd aria-hidden="true" data-key={key.get().to_string()} />
                }
            </button>
        }
    });
    html! {
        <div
            class="tag-bar" role="toolbar" aria-label={strings::TAG_SELECTION} ref={node}
            onmousedown={|event: MouseEvent| prevent_focus_loss(&event)}
        >
            <div class="tags">
            { for tags }
            <button
                type="button" class="tag" data-color="grey" aria-label={strings::MARK}
                title={strings::MARK} onclick={mark}
            >
                { strings::WITHOUT_TAG }
                <kbd aria-hidden="true" data-key="↵" />
            </button>
            if props.bar == Toolbar::TypingTag {
                { typing_tag(props) }
            } else {
                { command_button(Command::NameTag, "switch", Some("+"), &props.on) }
            }
            </div>
            if props.bar != Toolbar::TypingTag {
                { steps(props) }
            }
        </div>
    }
}

/// Renders the field for a tag's name.
fn typing_tag(props: &TagToolbarProps) -> Html {
    let on = props.on.clone();
    let onfocusout = Callback::from(move |event: FocusEvent| {
        if leaves_toolbar(&event) {
            on.emit(Msg::TagInputBlurred);
        }
    });
    html! {
        <span onmousedown={|event: MouseEvent| event.stop_propagation()} {onfocusout}>
            { tag_field(TagFieldView {
                field: Field::Bar,
                typed: &props.typed,
                tags: &props.tags,
                named: |_, label| Msg::SelectionTaggedByName(label),
                left: Some(|| Msg::TagInputCancelled),
                on: &props.on,
            }) }
        </span>
    }
}

/// Renders the buttons that change the selection, for users without a keyboard.
fn steps(props: &TagToolbarProps) -> Html {
    let is_exact = props.edges == Snap::None;
    let button = |command: Command, sign| command_button(command, "switch", Some(sign), &props.on);
    let turned = props.on.reform(|_: MouseEvent| Msg::CommandInvoked(Command::Exact));
    html! {
        <div class="steps">
            { button(Command::PreviousSentence, "‹") }
            { button(Command::NextSentence, "Sentence ›") }
            { button(Command::Clause, "Clause") }
            { button(Command::Word, "Word") }
            { button(Command::Paragraph, "Paragraph") }
            { button(Command::ExtendBackward, "←") }
            { button(Command::ExtendForward, "→") }
            { button(Command::SwapEnds, "⇄") }
            <button
                type="button" class="switch" aria-pressed={is_exact.to_string()}
                title={strings::EXACT_HINT} onclick={turned}
            >
                { strings::EXACT }
            </button>
        </div>
    }
}
