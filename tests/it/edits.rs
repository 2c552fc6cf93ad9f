//! Edits: each can be made, and taken back.

use std::rc::Rc;

use claimlight::{
    article::Kind,
    claim::{Source, Tag},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{ClaimId, SourceId, TagId},
    json::Members,
    ledger::{LedgerState, Looked},
};

use crate::{formats::write, rich};

/// The change makes something different of the rich article, and turned round, it makes it the
/// same again, and then again different.
#[track_caller]
fn check(change: Change) {
    let before = rich::document();
    let edit = Edit {
        act: Act::ArticleAdded,
        article: before.details().id.clone(),
        at: rich::time(0),
        changes: vec![change],
    };
    let mut document = Some(before.clone());
    edit.apply(&mut document);
    let after = document.clone();
    assert_ne!(after.as_ref().map(write), Some(write(&before)));
    edit.clone().turned().apply(&mut document);
    assert_eq!(document.as_ref().map(write), Some(write(&before)));
    assert_eq!(document.as_ref().map(touching), Some(touching(&before)));
    assert_eq!(edit.clone().turned().turned(), edit);
    let mut again = Some(rich::document());
    edit.apply(&mut again);
    assert_eq!(again.as_ref().map(write), after.as_ref().map(write));
}

/// Which claims touch which block.
fn touching(document: &Document) -> Vec<Vec<ClaimId>> {
    let positions = 0..document.blocks().len();
    let claims = |at| document.claims_touching(at).map(|it| it.id.clone()).collect();
    positions.map(claims).collect()
}

fn claim(id: &str) -> (ClaimId, Option<Rc<claimlight::claim::Claim>>) {
    let id = ClaimId::new(id).unwrap();
    let claim = rich::document().claim(&id).cloned();
    (id, claim)
}

#[test]
fn deleting_an_article_is_taken_back() {
    let swap = Swap { before: Some(Box::new(rich::document())), after: None };
    check(Change::Article(swap));
}

#[test]
fn deleting_any_claim_is_taken_back() {
    for claim in rich::document().claims() {
        let swap = Swap { before: Some(Rc::clone(claim)), after: None };
        check(Change::Claim(claim.id.clone(), swap));
    }
}

#[test]
fn moving_a_claim_to_other_words_is_taken_back() {
    let (id, before) = claim("sentence");
    let mut after = before.as_deref().unwrap().clone();
    after.target = rich::document().claim(&ClaimId::new("nested").unwrap()).unwrap().target.clone();
    check(Change::Claim(id, Swap { before, after: Some(Rc::new(after)) }));
}

#[test]
fn changing_a_kind_is_taken_back() {
    let swap = Swap { before: Kind::Paragraph, after: Kind::Promo };
    check(Change::Kind(rich::block("b2"), swap));
}

#[test]
fn a_look_at_a_block_is_taken_back() {
    let looked = Looked { state: LedgerState::Done, at: rich::time(5), unknown: Members::new() };
    let looked = Some(Rc::new(looked));
    check(Change::Looked(rich::block("b1"), Swap { before: None, after: looked }));
    let before = rich::document().looked(&rich::block("b6")).cloned();
    check(Change::Looked(rich::block("b6"), Swap { before, after: None }));
}

#[test]
fn tags_and_sources_that_come_or_go_are_taken_back() {
    let tag = Some(Rc::new(Tag::bare(TagId::new("new").unwrap())));
    check(Change::Tag(TagId::new("new").unwrap(), Swap { before: None, after: tag }));
    let id = TagId::new("keyless").unwrap();
    let before = rich::document().tag(&id).cloned();
    check(Change::Tag(id, Swap { before, after: None }));
    let source = Some(Rc::new(Source::bare(SourceId::new("new").unwrap())));
    check(Change::Source(SourceId::new("new").unwrap(), Swap { before: None, after: source }));
    let id = SourceId::new("a-call").unwrap();
    let before = rich::document().source(&id).cloned();
    check(Change::Source(id, Swap { before, after: None }));
}

#[test]
fn a_change_of_what_is_not_there_does_no_harm() {
    let before = write(&rich::document());
    let edit = Edit {
        act: Act::ArticleAdded,
        article: rich::document().details().id.clone(),
        at: rich::time(0),
        changes: vec![Change::Kind(
            rich::block("none"),
            Swap { before: Kind::Paragraph, after: Kind::Promo },
        )],
    };
    let mut document = Some(rich::document());
    edit.apply(&mut document);
    assert_eq!(write(&document.unwrap()), before);
    let mut nothing = None;
    edit.apply(&mut nothing);
    assert_eq!(nothing, None);
}
