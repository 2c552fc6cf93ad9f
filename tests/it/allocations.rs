//! What a change costs in a long article, counted in allocations, which no other program disturbs.

use std::rc::Rc;

use claimlight::{
    app::{Msg, Snap, update},
    article::{Position, Span},
    claim::{Claim, default_scale, shipped_tags},
    document::Document,
    event_context::EventContext,
    id::ClaimId,
    text::ByteOffset,
};

use crate::{export::write, fixtures, span_markup, test_app::TestApp};

/// The text of a paragraph; each has its number, so that no two are alike.
fn paragraph(number: usize) -> String {
    format!("The council said of ward {number:05} that rents in the city rose by 4% in May.")
}

/// An article with one claim in each of so many paragraphs.
fn article(paragraphs: usize) -> Document {
    let blocks =
        span_markup::blocks(&(1..=paragraphs).map(paragraph).collect::<Vec<_>>().join("\n"));
    let mut document = Document::new(fixtures::details("Rents"), blocks, default_scale());
    for tag in shipped_tags() {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    for number in 1..=paragraphs {
        let id = ClaimId::new(&format!("c{number}")).unwrap();
        let span = span(number, "rents in the city");
        let number = u32::try_from(number).unwrap();
        let claim = Claim::new(id.clone(), number, span, fixtures::time(0));
        document.set_claim(&id, Some(Rc::new(claim)));
    }
    document
}

fn span(number: usize, words: &str) -> Span {
    let start = paragraph(number).find(words).unwrap();
    let place = |offset| Position {
        block: fixtures::block(&format!("b{number}")),
        offset: ByteOffset::new(offset),
    };
    Span { start: place(start), end: place(start + words.len()) }
}

/// How many allocations it takes to do `msgs`, in an article with so many claims.
fn allocations(claims: usize, msgs: &[Msg]) -> u64 {
    let mut app = TestApp::new();
    app.open_file("rents.json", &write(&article(claims)));
    assert_eq!(app.document().claim_count(), claims);
    // The first change after opening pays for what opening shares; what comes again and again
    // counts.
    let mut context = EventContext { millis: app.millis, entropy: 1 << 100 };
    let mut run = |msgs: &[Msg]| {
        for msg in msgs {
            context = EventContext { millis: context.millis + 5000, entropy: context.entropy + 1 };
            update(&mut app.model, msg.clone(), context);
        }
    };
    run(msgs);
    allocation_counter::measure(|| run(msgs)).count_total
}

#[track_caller]
fn check(msgs: &[Msg]) {
    let few = allocations(100, msgs);
    let many = allocations(10_000, msgs);
    assert!(many * 10 <= few * 12, "{few} allocations among 100 claims, {many} among 10,000");
}

#[test]
fn marking_a_claim_costs_the_same_among_ten_thousand() {
    let span = span(77, "rose by 4%");
    check(&[
        Msg::TextSelected { span, edges: Snap::Words },
        Msg::CommandInvoked(claimlight::app::Command::Mark),
    ]);
}

#[test]
fn a_tag_a_note_and_undoing_cost_the_same_among_ten_thousand() {
    let claim = ClaimId::new("c50").unwrap();
    let tag = claimlight::id::TagId::new("event").unwrap();
    let from = claimlight::app::SelectionOrigin::List;
    check(&[
        Msg::ClaimSelected { claim: claim.clone(), from },
        Msg::TagChosen(tag),
        Msg::NoteTyped(claim.clone(), "A note".to_owned()),
        Msg::CommandInvoked(claimlight::app::Command::Undo),
        Msg::CommandInvoked(claimlight::app::Command::Redo),
        Msg::ClaimDeleted(claim),
        Msg::CommandInvoked(claimlight::app::Command::Undo),
    ]);
}
