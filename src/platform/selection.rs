//! Converts between the browser's selection and spans of the article.
//!
//! The browser counts UTF-16 units in text nodes, the article counts bytes in blocks. An end of the
//! selection that is outside of any text moves inwards to the next text.

use std::cell::RefCell;

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node, Range, Selection};

use crate::{
    article::{Edge, Position, Span},
    id::BlockId,
    text::{self, ByteOffset, Utf16Offset},
};

/// The selector of the elements that contain the text of a block.
const TEXT: &str = "[data-text]";
/// The selector of the elements of blocks.
const BLOCK: &str = "[data-block]";
/// The selector of the element of the article.
const ARTICLE: &str = "[data-article]";

/// The two ends of a selection in the page: `anchor` is where the user began, `focus` where the
/// selection ends now.
#[derive(Clone, Debug, PartialEq)]
pub struct DomSelection {
    anchor: Point,
    focus: Point,
}

/// A position in the text of a drawn block; `offset` counts UTF-16 units.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    text: Element,
    offset: u32,
}

/// A change that the page itself made to the selection, and for which the browser's event has not
/// come yet.
#[derive(Default)]
enum ProgrammaticChange {
    #[default]
    Nothing,
    Selected(DomSelection),
    Dropped,
}

thread_local! {
    static OWN: RefCell<ProgrammaticChange> = const { RefCell::new(ProgrammaticChange::Nothing) };
}

/// Returns whether the page itself made the selection as it is `now`. Each change counts for one
/// call only.
///
/// The browser reports a selection late, when the user may already have pressed a key that ends it.
pub fn is_programmatic(now: Option<&DomSelection>) -> bool {
    match OWN.take() {
        ProgrammaticChange::Nothing => false,
        ProgrammaticChange::Selected(ends) => now == Some(&ends),
        ProgrammaticChange::Dropped => now.is_none(),
    }
}

fn document() -> Document {
    gloo::utils::document()
}

fn selection() -> Option<Selection> {
    document().get_selection().ok().flatten()
}

/// Removes the selection.
pub(super) fn clear() {
    super::highlight::clear();
    OWN.set(ProgrammaticChange::Dropped);
    if let Some(selection) = selection() {
        // Removing ranges that do not exist cannot fail.
        let _ = selection.remove_all_ranges();
    }
}

/// Returns the selected span of the article, and the ends of the selection in the page.
///
/// Returns `None` when nothing is selected or the selection is outside of the article. An end
/// between blocks moves inwards to the next position in a text.
pub fn selected() -> Option<(Span, DomSelection)> {
    let selection = selection().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    if !intersects_article(&range) {
        return None;
    }
    let start = start_point(&range)?;
    let end = end_point(&range)?;
    let span = Span { start: start.place()?, end: end.place()? };
    let is_forward = selection.anchor_node() == range.start_container().ok()
        && selection.anchor_offset() == range.start_offset().ok()?;
    let (anchor, focus) = if is_forward { (start, end) } else { (end, start) };
    Some((span, DomSelection { anchor, focus }))
}

/// Selects a span and brings `edge` into view; further selecting moves that edge. The focused
/// element loses the focus, so that the Enter key acts on the selection.
pub(super) fn select(span: &Span, edge: Edge) {
    let active = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(active) = active {
        // An element that keeps the focus does not prevent the selection.
        let _ = active.blur();
    }
    let (Some(start), Some(end)) = (Point::at(&span.start), Point::at(&span.end)) else { return };
    let (base, extent) = match edge {
        Edge::Start => (end, start),
        Edge::End => (start, end),
    };
    if let Some(((base, from), (extent, to))) = base.node().zip(extent.node())
        && let Some(selection) = selection()
    {
        // Both positions are on the page, so this cannot fail.
        let _ = selection.set_base_and_extent(&base, from, &extent, to);
        OWN.set(
            selected().map_or(ProgrammaticChange::Nothing, |(_, ends)| {
                ProgrammaticChange::Selected(ends)
            }),
        );
        super::scroll::reveal_edge(&extent, to);
    }
}

/// Returns the position in the article at a point of the viewport, in CSS pixels; `None` where
/// there is no text of the article.
pub fn place_at(left: i32, top: i32) -> Option<Position> {
    let (left, top) = (f64::from(left), f64::from(top));
    let names = [
        ("caretPositionFromPoint", "offsetNode", "offset"),
        ("caretRangeFromPoint", "startContainer", "startOffset"),
    ];
    let (found, node, offset) = names.into_iter().find_map(|(method, node, offset)| {
        let document = document();
        let method = Reflect::get(&document, &method.into()).ok()?.dyn_into::<Function>().ok()?;
        let found = method.call2(&document, &left.into(), &top.into()).ok()?;
        found.is_object().then_some((found, node, offset))
    })?;
    let node: Node = Reflect::get(&found, &node.into()).ok()?.dyn_into().ok()?;
    let offset = Reflect::get(&found, &offset.into()).ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is an offset")]
    let offset = offset as u32;
    Point::new(text_around(&node)?, &node, offset)?.place()
}

/// Restores a selection that drawing the page has moved.
pub fn restore(ends: &DomSelection) {
    let Some(selection) = selection() else { return };
    let is_there = selected().is_some_and(|(_, now)| now == *ends);
    if is_there {
        return;
    }
    if let (Some(anchor), Some(focus)) = (ends.anchor.node(), ends.focus.node()) {
        // An end that no longer exists leaves the selection as it is.
        let _ = selection.set_base_and_extent(&anchor.0, anchor.1, &focus.0, focus.1);
    }
}

fn intersects_article(range: &Range) -> bool {
    let container = range.common_ancestor_container().ok();
    let element = container.as_ref().and_then(element_of);
    let is_inside = element.as_ref().and_then(|it| it.closest(ARTICLE).ok().flatten()).is_some();
    let is_around = || {
        let article = document().query_selector(ARTICLE).ok().flatten();
        article.zip(container).is_some_and(|(article, around)| around.contains(Some(&article)))
    };
    is_inside || is_around()
}

/// Returns the node if it is an element, or else its parent element.
fn element_of(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

fn start_point(range: &Range) -> Option<Point> {
    let (node, offset) = (range.start_container().ok()?, range.start_offset().ok()?);
    if let Some(text) = text_around(&node) {
        return Point::new(text, &node, offset);
    }
    // The end is between texts: the selection starts at the next text.
    let next = texts(&node, range)?
        .into_iter()
        .find(|text| range.compare_point(text, 0).is_ok_and(|side| side >= 0))?;
    Some(Point { text: next, offset: 0 })
}

fn end_point(range: &Range) -> Option<Point> {
    let (node, offset) = (range.end_container().ok()?, range.end_offset().ok()?);
    if let Some(text) = text_around(&node) {
        return Point::new(text, &node, offset);
    }
    let last = texts(&node, range)?
        .into_iter()
        .rev()
        .find(|text| range.compare_point(text, 0).is_ok_and(|side| side <= 0))?;
    let offset = length(&last);
    Some(Point { text: last, offset })
}

/// Returns the element with the text of a block that contains a node.
fn text_around(node: &Node) -> Option<Element> {
    element_of(node)?.closest(TEXT).ok().flatten()
}

/// Returns the texts that may contain the end of a range: the text of the node's block, or all
/// texts of the article where the node is outside of blocks.
fn texts(node: &Node, range: &Range) -> Option<Vec<Element>> {
    let block = element_of(node).and_then(|it| it.closest(BLOCK).ok().flatten());
    let own = block.and_then(|it| it.query_selector(TEXT).ok().flatten());
    if let Some(own) = own.filter(|own| range.intersects_node(own).unwrap_or(false)) {
        return Some(vec![own]);
    }
    let all = document().query_selector_all(&format!("{ARTICLE} {TEXT}")).ok()?;
    let all = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok());
    Some(all.filter(|text| range.intersects_node(text).unwrap_or(false)).collect())
}

/// Returns the length of an element's text in UTF-16 units.
fn length(element: &Element) -> u32 {
    let text = element.text_content().unwrap_or_default();
    let units = text::utf16_of_byte(&text, ByteOffset::new(text.len()));
    units.and_then(|units| u32::try_from(units.get()).ok()).unwrap_or(u32::MAX)
}

impl Point {
    /// Makes a point of `offset` in `node`, which is inside `text`.
    fn new(text: Element, node: &Node, offset: u32) -> Option<Self> {
        let before = document().create_range().ok()?;
        before.select_node_contents(&text).ok()?;
        before.set_end(node, offset).ok()?;
        let words: JsString = before.to_string();
        Some(Self { text, offset: words.length() })
    }

    /// Finds the point where a position of the article is drawn.
    fn at(position: &Position) -> Option<Self> {
        let selector = format!("[data-id=\"{}\"] {TEXT}", position.block);
        let text = document().query_selector(&selector).ok().flatten()?;
        let words = text.text_content()?;
        let offset = text::utf16_of_byte(&words, position.offset)?;
        Some(Self { text, offset: u32::try_from(offset.get()).ok()? })
    }

    /// Returns the position in the article.
    fn place(&self) -> Option<Position> {
        let block = self.text.closest(BLOCK).ok().flatten()?;
        let id = BlockId::new(&block.get_attribute("data-id")?)?;
        let words = self.text.text_content()?;
        let offset = Utf16Offset::new(usize::try_from(self.offset).ok()?);
        Some(Position { block: id, offset: text::byte_of_utf16(&words, offset)? })
    }

    /// Returns the text node of this point and the offset in it, in UTF-16 units.
    fn node(&self) -> Option<(Node, u32)> {
        let walker = document().create_tree_walker_with_what_to_show(&self.text, 4).ok()?;
        let mut left = self.offset;
        let mut last = None;
        while let Some(node) = walker.next_node().ok().flatten() {
            let length = JsString::from(node.node_value().unwrap_or_default()).length();
            if left <= length {
                return Some((node, left));
            }
            left -= length;
            last = Some((node, length));
        }
        last
    }
}
