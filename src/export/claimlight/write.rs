//! Writes Claimlight JSON.
//!
//! The order of members is fixed, and members that this version does not know follow those that it
//! knows, so equal documents give equal files apart from `exported` and `generator`.

use serde_json::{Value, json};

use crate::{
    anchor::SelectorBuilder,
    article::sha256_hex,
    claim::{Claim, TargetRange},
    document::Document,
    export::{PositionRow, Positions},
    json::{JsonObject, to_string_pretty},
    storage::schema::{
        object, with_unknown, write_claim_work, write_details, write_review, write_scale,
        write_source, write_tag,
    },
    time::Timestamp,
};

use super::{FORMAT, VERSION};

/// Writes a document as Claimlight JSON.
///
/// The same document always gives the same bytes, apart from `exported` and `generator`. The file
/// has every claim, because a document cannot hold a claim whose words are no longer in the text.
pub fn write(document: &Document, exported: Timestamp) -> String {
    let text = document.blocks().text();
    let tags: Vec<Value> = document
        .tags()
        .into_iter()
        .map(|it| with_unknown(write_tag(it), &it.unknown).into())
        .collect();
    let sources: Vec<Value> = document
        .sources()
        .into_iter()
        .map(|it| with_unknown(write_source(it), &it.unknown).into())
        .collect();
    let file = object([
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("exported", exported.to_string().into()),
        ("generator", concat!("Claimlight ", env!("CARGO_PKG_VERSION")).into()),
        ("article", write_article(document, &text).into()),
        ("tags", tags.into()),
        ("scale", write_scale(document.scale()).into()),
        ("sources", sources.into()),
        ("claims", write_claims(document, &text).into()),
        ("ledger", write_reviews(document).into()),
    ]);
    let file = Value::Object(with_unknown(file, document.unknown_members()));
    let mut written = to_string_pretty(&file);
    written.push('\n');
    written
}

fn write_article(document: &Document, text: &str) -> JsonObject {
    let positions = Positions::new(document.blocks());
    let blocks = document.blocks().iter().enumerate().map(|(index, block)| {
        let start = positions.start(index).map_or(0, |it| it.code_point.get());
        let members = object([
            ("id", block.id.as_str().into()),
            ("kind", block.kind.name().into()),
            ("codePoint", json!([start, start + block.text.chars().count()])),
        ]);
        Value::Object(with_unknown(members, &block.unknown))
    });
    let mut article = write_details(document.details());
    article.extend(object([
        ("sha256", sha256_hex(text).into()),
        ("text", text.into()),
        ("blocks", blocks.collect()),
    ]));
    with_unknown(article, &document.details().unknown)
}

fn write_claims(document: &Document, text: &str) -> Vec<Value> {
    let positions = Positions::new(document.blocks());
    let selector_builder = SelectorBuilder::new(text);
    document
        .claims()
        .map(|claim| write_claim(claim, &positions, &selector_builder).into())
        .collect()
}

fn write_claim(
    claim: &Claim,
    positions: &Positions<'_>,
    selector_builder: &SelectorBuilder<'_>,
) -> JsonObject {
    let place = |target_range: &TargetRange| write_place(target_range, positions, selector_builder);
    let mut members = object([("id", claim.id.as_str().into()), ("number", claim.number.into())]);
    let mut pieces = claim.target.ranges();
    members.extend(pieces.next().map_or_else(no_place, &place));
    let further: Vec<Value> = pieces
        .map(|target_range| Value::Object(with_unknown(place(target_range), &target_range.unknown)))
        .collect();
    if !further.is_empty() {
        members.insert("pieces".to_owned(), further.into());
    }
    let block = claim.target.block();
    let paragraph = positions.number(block);
    members.extend(object([("block", block.as_str().into()), ("paragraph", paragraph.into())]));
    members.extend(write_claim_work(claim));
    with_unknown(members, &claim.unknown)
}

/// Writes the quote, its context and its position; all `null` if the span does not fit the text.
fn write_place(
    target_range: &TargetRange,
    positions: &Positions<'_>,
    selector_builder: &SelectorBuilder<'_>,
) -> JsonObject {
    let start = positions.of(&target_range.span.start);
    let end = positions.of(&target_range.span.end);
    let (Some(start), Some(end)) = (start, end) else { return no_place() };
    let Some(selector) = selector_builder.describe(start.utf8, end.utf8) else { return no_place() };
    let mut position = write_position(start, end);
    position.extend(target_range.unknown_position_members.clone());
    object([
        ("quote", selector.quote.into()),
        ("prefix", selector.prefix.into()),
        ("suffix", selector.suffix.into()),
        ("position", position.into()),
    ])
}

fn write_position(start: PositionRow, end: PositionRow) -> JsonObject {
    object([
        ("codePoint", json!([start.code_point.get(), end.code_point.get()])),
        ("utf16", json!([start.utf16.get(), end.utf16.get()])),
        ("utf8", json!([start.utf8.get(), end.utf8.get()])),
    ])
}

/// Returns the members of a place with the value `null`.
fn no_place() -> JsonObject {
    object(["quote", "prefix", "suffix", "position"].map(|name| (name, Value::Null)))
}

fn write_reviews(document: &Document) -> Vec<Value> {
    let reviewed = document.blocks().iter().filter_map(|block| {
        let mut members = object([("block", block.id.as_str().into())]);
        members.extend(write_review(document.review(&block.id)?));
        Some(Value::Object(members))
    });
    reviewed.collect()
}
