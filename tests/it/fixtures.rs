//! An article with every kind of work on it, for whatever must lose nothing.

use std::rc::Rc;

use claimlight::{
    article::{ArticleMetadata, Block, Blocks, Kind, Position, Span},
    claim::{
        Claim, Claimant, Color, Contact, Digit, Evidence, Priority, Rating, Scale, Source,
        SourceKind, Stance, Status, Tag, Target, TargetRange, Verdict,
    },
    document::Document,
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    json::JsonObject,
    review::{BlockReview, ReviewState},
    text::ByteOffset,
    time::Timestamp,
};
use serde_json::Number;

use crate::rng::Rng;

/// The blocks: kind and text, with emoji, accents, flags and scripts from right to left.
const BLOCKS: [(Kind, &str); 7] = [
    (Kind::Headline, "Taxes fell 5% – 👩‍👩‍👧‍👦 gain"),
    (Kind::Paragraph, "Cafe\u{301} owners in 🇺🇦 and שלום say prices fell."),
    (Kind::Paragraph, "التضخم 12% in May, “Russia’s” plan \\ \"quoted\"\t\u{1}."),
    (Kind::ListItem, "  Taxes fell 5%."),
    (Kind::Quotation, "台灣ではカタカナが増えた。"),
    (Kind::Caption, "Picture: 𝒳 at the café"),
    (Kind::Promo, "READ MORE: Taxes fell 5%"),
];

/// Members that no version knows, with numbers that must stay digit for digit.
pub(crate) fn unknown(place: &str) -> JsonObject {
    serde_json::from_str(&format!(
        "{{\"x-{place}\":{{\"b\":1.0,\"a\":[1e3,-0,10000000000000000000001,null,true]}},\
         \"é😀\":\"\\u2028\",\"a-last\":{{}}}}"
    ))
    .unwrap()
}

/// The moment that many seconds after the start of 2026-11-22.
pub(crate) fn time(seconds: u64) -> Timestamp {
    Timestamp::from_millis((1_795_305_600 + seconds) * 1000)
}

/// The details of an article without anything special.
pub(crate) fn details(title: &str) -> ArticleMetadata {
    ArticleMetadata {
        id: ArticleId::new("article-1").unwrap(),
        title: title.to_owned(),
        byline: None,
        source: None,
        publication: None,
        published: None,
        language: None,
        note: String::new(),
        added: time(0),
        text_version: 1,
        is_archived: false,
        unknown: JsonObject::new(),
    }
}

/// The whole document.
pub(crate) fn document() -> Document {
    let article_metadata = ArticleMetadata {
        byline: Some("By Ana Ruiz".to_owned()),
        source: Some("https://example.org/a?b=1&c=2#d".to_owned()),
        published: Some("2026-11-21".to_owned()),
        language: Some("en-GB".to_owned()),
        note: "A *note*\n\nin lines </script>".to_owned(),
        text_version: 3,
        unknown: unknown("article"),
        ..details("Taxes fell 5% – 👩‍👩‍👧‍👦 gain")
    };
    let mut document = Document::new(article_metadata, blocks(), scale());
    document.set_unknown_members(unknown("file"));
    for (tag, order) in tags().into_iter().zip(0..) {
        document.set_tag(&tag.id.clone(), Some(Rc::new(Tag { order, ..tag })));
    }
    for (source, order) in sources().into_iter().zip(0..) {
        document.set_source(&source.id.clone(), Some(Rc::new(Source { order, ..source })));
    }
    for claim in claims(document.blocks()) {
        document.set_claim(&claim.id.clone(), Some(Rc::new(claim)));
    }
    let reviewed = |state, unknown| Some(Rc::new(BlockReview { state, at: time(70), unknown }));
    document.set_review(&block("b6"), reviewed(ReviewState::NothingToCheck, unknown("looked")));
    document.set_review(&block("b2"), reviewed(ReviewState::Done, JsonObject::new()));
    document
}

fn blocks() -> Blocks {
    let blocks = BLOCKS.iter().enumerate().map(|(at, (kind, text))| Block {
        id: block(&format!("b{}", at + 1)),
        kind: *kind,
        text: (*text).into(),
        unknown: if at == 1 { unknown("block") } else { JsonObject::new() },
    });
    Blocks::new(blocks).unwrap()
}

fn scale() -> Scale {
    let rating = |id: &str, label: &str, value: Option<&str>| Rating {
        id: id.to_owned(),
        label: label.to_owned(),
        value: value.map(number),
        unknown: unknown("rating"),
    };
    Scale {
        id: "house".to_owned(),
        label: "House scale".to_owned(),
        ratings: vec![
            rating("false", "False", Some("1.0")),
            rating("true", "True", Some("1e3")),
            rating("open", "Öffen", None),
        ],
        unknown: unknown("scale"),
    }
}

fn tags() -> Vec<Tag> {
    let tag = |id: &str, label: &str, color, key: Option<u8>| Tag {
        id: TagId::new(id).unwrap(),
        label: label.to_owned(),
        color,
        key: key.and_then(Digit::new),
        meaning: String::new(),
        order: 0,
        unknown: JsonObject::new(),
    };
    vec![
        tag("zahl", "Zahl", Color::Slate, Some(9)),
        Tag {
            meaning: "Says a number.".to_owned(),
            unknown: unknown("tag"),
            ..tag("a.tag_1-x", "Größe 😀", Color::Rose, Some(1))
        },
        tag("keyless", "שלום", Color::Lime, None),
    ]
}

fn sources() -> Vec<Source> {
    let bare = |id: &str| Source::bare(SourceId::new(id).unwrap());
    let text = |it: &str| Some(it.to_owned());
    vec![
        Source {
            url: text("https://example.org/tax"),
            archived: text("https://archive.example/1"),
            title: text("Tax tables"),
            publisher: text("Statistics office"),
            date: text("2026"),
            accessed: text("2026-11-22"),
            kind: Some(SourceKind::Data),
            locator: text("p. 4"),
            contact: text("+44 20 7946 0000"),
            note: text("Line\nline"),
            unknown: unknown("source"),
            ..bare("z-first")
        },
        bare("a-call"),
    ]
}

fn claims(blocks: &Blocks) -> Vec<Claim> {
    let claim = |id: &str, number, span| {
        let mut claim =
            Claim::new(ClaimId::new(id).unwrap(), number, span, time(u64::from(number)));
        claim.modified = time(60);
        claim
    };
    let piece = |span, place: &str| TargetRange {
        span,
        unknown: unknown(place),
        unknown_position_members: unknown("position"),
    };
    let mut rich = claim("rich", 7, span(blocks, "b2", "Cafe\u{301} owners", "b2", "owners"));
    rich.target = Target::Words {
        first: TargetRange { unknown: JsonObject::new(), ..piece(rich_span(&rich), "") },
        rest: vec![
            piece(span(blocks, "b2", "שלום", "b2", "שלום"), "piece"),
            TargetRange::new(span(blocks, "b3", "التضخم", "b3", "12%")),
        ],
    };
    fill(&mut rich);
    let mut sentence = claim("sentence", 2, span(blocks, "b2", "prices", "b5", "台灣"));
    sentence.status = Status::NeedsCorrection;
    sentence.verdict = Some(Verdict {
        rating: None,
        value: None,
        scale_max: None,
        scale_min: None,
        summary: String::new(),
        unknown: JsonObject::new(),
        label: "It is – mostly – so.".to_owned(),
        ..verdict()
    });
    let mut wordless = claim("wordless", 3, span(blocks, "b6", "Picture", "b6", "Picture"));
    wordless.target = Target::Block(block("b6"));
    wordless.restated = String::from("The picture is of another café.");
    let mut headline =
        claim("0192f0c2-0000-7000-8000-000000000001", 1, span(blocks, "b1", "Taxes", "b1", "gain"));
    headline.tags = vec![TagId::new("keyless").unwrap()];
    let nested = claim("nested", 9, span(blocks, "b1", "👩‍👩‍👧‍👦", "b1", "👩‍👩‍👧‍👦"));
    vec![rich, sentence, wordless, headline, nested]
}

fn rich_span(claim: &Claim) -> Span {
    claim.target.ranges().next().unwrap().span.clone()
}

fn fill(claim: &mut Claim) {
    claim.tags = ["a.tag_1-x", "zahl"].map(|tag| TagId::new(tag).unwrap()).into();
    claim.status = Status::Asked;
    claim.priority = Some(Priority::High);
    claim.verdict = Some(verdict());
    claim.claimant = Some(Claimant {
        name: "Ana Ruiz".to_owned(),
        role: Some("Owner".to_owned()),
        unknown: unknown("claimant"),
    });
    claim.restated = String::from("Owners of cafés say that prices fell.");
    claim.note = String::from("See <b>this</b>:\n- שלום\n- 😀");
    claim.correction = Some("rose".to_owned());
    let evidence = |source: &str, stance, unknown| Evidence {
        source: SourceId::new(source).unwrap(),
        stance,
        quote: "“They rose.”".to_owned(),
        note: "p. 4".to_owned(),
        unknown,
    };
    claim.evidence = vec![
        evidence("z-first", Stance::Contradicts, unknown("evidence")),
        evidence("a-call", Stance::Context, JsonObject::new()),
    ];
    let text = |it: &str| Some(it.to_owned());
    claim.contact = Some(Contact {
        who: text("Press office"),
        asked: text("2026-11-20"),
        due: text("2026-11-23"),
        replied: text("2026-11-22"),
        reply: text("No comment"),
        unknown: unknown("contact"),
    });
    claim.author = text("me");
    claim.unknown = unknown("claim");
}

fn verdict() -> Verdict {
    Verdict {
        scale: "house".to_owned(),
        rating: Some("true".to_owned()),
        label: "True".to_owned(),
        value: Some(number("1e3")),
        scale_max: Some(number("10000000000000000000001")),
        scale_min: Some(number("1.0")),
        summary: "They did.".to_owned(),
        at: time(50),
        unknown: unknown("verdict"),
    }
}

fn number(digits: &str) -> Number {
    serde_json::from_str(digits).unwrap()
}

pub(crate) fn block(id: &str) -> BlockId {
    BlockId::new(id).unwrap()
}

/// The span from the first words, in one block, to the end of the last words, in another.
pub(crate) fn span(blocks: &Blocks, first: &str, from: &str, last: &str, to: &str) -> Span {
    let at = |id: &str, words: &str, after: usize| {
        let offset = blocks.get(&block(id)).unwrap().text.find(words).unwrap() + after;
        Position { block: block(id), offset: ByteOffset::new(offset) }
    };
    Span { start: at(first, from, 0), end: at(last, to, to.len()) }
}

/// Adds claims over random words.
pub(crate) fn scatter(document: &mut Document, rng: &mut Rng, count: u32) {
    let blocks = document.blocks().clone();
    for number in 1..=count {
        let mut place = || {
            let block = blocks.at(rng.below(blocks.len())).unwrap();
            let offset = ByteOffset::new(rng.below(block.text.len() + 1));
            Position { block: block.id.clone(), offset }
        };
        let span = Span { start: place(), end: place() };
        let Some(span) = span.to_graphemes(&blocks) else { continue };
        let id = ClaimId::new(&format!("c{number}")).unwrap();
        let claim = Claim::new(id.clone(), number, span, time(u64::from(number)));
        document.set_claim(&id, Some(Rc::new(claim)));
    }
}
