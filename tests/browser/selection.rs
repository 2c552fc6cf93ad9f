//! The selection, in places of the article.

use claimlight::{
    article::{Position, Span},
    id::BlockId,
    platform::{restore, selected},
    text::ByteOffset,
};
use gloo::utils::document;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node, Selection};

use crate::stage::{Stage, element, put};

const FIRST: &str = "The cafe\u{301} 🙂 paid less.";
const SECOND: &str = "الضرائب fell.";

/// An article of two blocks with numbers beside their texts.
fn article() -> (Stage, [Element; 2]) {
    let stage = Stage::new();
    let article = element("article", &[("data-article", "a")]);
    put(stage.root(), &article);
    let texts = [("0", "b1", FIRST), ("1", "b2", SECOND)].map(|(index, id, words)| {
        let block = element("div", &[("data-block", index), ("data-id", id)]);
        let number = element("span", &[]);
        number.set_text_content(Some("7"));
        let text = element("p", &[("data-text", "")]);
        text.set_text_content(Some(words));
        put(&block, &number);
        put(&block, &text);
        put(&article, &block);
        text
    });
    (stage, texts)
}

fn selection() -> Selection {
    document().get_selection().ok().flatten().expect("a selection")
}

fn node(element: &Element) -> Node {
    element.first_child().expect("a text")
}

fn select(from: (&Node, u32), to: (&Node, u32)) {
    selection().set_base_and_extent(from.0, from.1, to.0, to.1).expect("places in the page");
}

fn span(from: (&str, usize), to: (&str, usize)) -> Span {
    let place = |(block, offset)| Position {
        block: BlockId::new(block).expect("an identifier"),
        offset: ByteOffset::new(offset),
    };
    Span { start: place(from), end: place(to) }
}

fn selected_span() -> Option<Span> {
    selected().map(|(span, _)| span)
}

#[wasm_bindgen_test]
fn a_selection_is_told_in_bytes_of_the_blocks_in_text_order() {
    let (_stage, [first, second]) = article();
    let expected = span(("b1", "The cafe\u{301} 🙂 ".len()), ("b2", "الضرائب".len()));
    let (from, to) = ((&node(&first), 13), (&node(&second), 7));
    select(from, to);
    assert_eq!(selected_span(), Some(expected.clone()));
    select(to, from);
    assert_eq!(selected_span(), Some(expected));
}

#[wasm_bindgen_test]
fn a_selection_between_texts_begins_and_ends_inwards() {
    let (stage, [first, second]) = article();
    let whole = span(("b1", 0), ("b2", SECOND.len()));
    select((stage.root(), 0), (stage.root(), 1));
    assert_eq!(selected_span(), Some(whole));
    let number = first.previous_sibling().expect("the number");
    select((&number, 0), (&node(&first), 3));
    assert_eq!(selected_span(), Some(span(("b1", 0), ("b1", 3))));
    // A triple click ends at the start of the next block.
    let next = second.parent_node().expect("the block");
    select((&node(&first), 0), (&next, 0));
    assert_eq!(selected_span(), Some(span(("b1", 0), ("b1", FIRST.len()))));
}

#[wasm_bindgen_test]
fn nothing_is_selected_outside_the_article() {
    let (stage, [first, _]) = article();
    let beside = element("p", &[]);
    beside.set_text_content(Some("Beside it."));
    put(stage.root(), &beside);
    select((&node(&beside), 0), (&node(&beside), 6));
    assert_eq!(selected_span(), None);
    select((&node(&first), 4), (&node(&first), 4));
    assert_eq!(selected_span(), None);
}

#[wasm_bindgen_test]
fn a_selection_is_put_back_after_marks_were_drawn() {
    let (_stage, [first, second]) = article();
    select((&node(&second), 7), (&node(&first), 4));
    let before = selected().expect("a selection");
    // What drawing a mark does: the text becomes several nodes.
    first.set_text_content(Some("The "));
    let mark = element("mark", &[]);
    mark.set_text_content(Some("cafe\u{301} 🙂"));
    put(&first, &mark);
    put(&first, &document().create_text_node(" paid less."));
    assert_ne!(selected(), Some(before.clone()));
    restore(&before.1);
    assert_eq!(selected(), Some(before.clone()));
    let focus = selection().focus_node();
    assert!(focus.is_some_and(|it| first.contains(Some(&it))), "the direction is kept");
}
