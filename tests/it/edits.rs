//! Edits: each can be made, and taken back.

use std::rc::Rc;

use claimlight::{
    article::Kind,
    claim::{Source, Tag},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    id::{ClaimId, SourceId, TagId},
    json::JsonObject,
    review::{BlockReview, ReviewState},
};

use crate::{export::write, fixtures};

/// The change makes something different of the rich article, and turned round, it makes it the
/// same again, and then again different.
#[track_caller]
fn check(change: Change) {
    let before = fixtures::document();
    let edit = Edit {
        action: Action::ArticleAdded,
        article: before.details().id.clone(),
        at: fixtures::time(0),
        changes: vec![change],
    };
    let mut document = Some(before.clone());
    edit.apply(&mut document);
    let after = document.clone();
    assert_ne!(after.as_ref().map(write), Some(write(&before)));
    edit.clone().inverse().apply(&mut document);
    assert_eq!(document.as_ref().map(write), Some(write(&before)));
    assert_eq!(document.as_ref().map(touching), Some(touching(&before)));
    assert_eq!(edit.clone().inverse().inverse(), edit);
    let mut again = Some(fixtures::document());
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
    let claim = fixtures::document().claim(&id).cloned();
    (id, claim)
}

#[test]
fn deleting_an_article_is_taken_back() {
    let diff = Diff { before: Some(Box::new(fixtures::document())), after: None };
    check(Change::Article(diff));
}

#[test]
fn deleting_any_claim_is_taken_back() {
    for claim in fixtures::document().claims() {
        let diff = Diff { before: Some(Rc::clone(claim)), after: None };
        check(Change::Claim(claim.id.clone(), diff));
    }
}

#[test]
fn moving_a_claim_to_other_words_is_taken_back() {
    let (id, before) = claim("sentence");
    let mut after = before.as_deref().unwrap().clone();
    after.target =
        fixtures::document().claim(&ClaimId::new("nested").unwrap()).unwrap().target.clone();
    check(Change::Claim(id, Diff { before, after: Some(Rc::new(after)) }));
}

#[test]
fn changing_a_kind_is_taken_back() {
    let diff = Diff { before: Kind::Paragraph, after: Kind::Promo };
    check(Change::Kind(fixtures::block("b2"), diff));
}

#[test]
fn a_look_at_a_block_is_taken_back() {
    let block_review =
        BlockReview { state: ReviewState::Done, at: fixtures::time(5), unknown: JsonObject::new() };
    let reviewed = Some(Rc::new(block_review));
    check(Change::Review(fixtures::block("b1"), Diff { before: None, after: reviewed }));
    let before = fixtures::document().review(&fixtures::block("b6")).cloned();
    check(Change::Review(fixtures::block("b6"), Diff { before, after: None }));
}

#[test]
fn tags_and_sources_that_come_or_go_are_taken_back() {
    let tag = Some(Rc::new(Tag::placeholder(TagId::new("new").unwrap())));
    check(Change::Tag(TagId::new("new").unwrap(), Diff { before: None, after: tag }));
    let id = TagId::new("keyless").unwrap();
    let before = fixtures::document().tag(&id).cloned();
    check(Change::Tag(id, Diff { before, after: None }));
    let source = Some(Rc::new(Source::bare(SourceId::new("new").unwrap())));
    check(Change::Source(SourceId::new("new").unwrap(), Diff { before: None, after: source }));
    let id = SourceId::new("a-call").unwrap();
    let before = fixtures::document().source(&id).cloned();
    check(Change::Source(id, Diff { before, after: None }));
}

#[test]
fn a_change_of_what_is_not_there_does_no_harm() {
    let before = write(&fixtures::document());
    let edit = Edit {
        action: Action::ArticleAdded,
        article: fixtures::document().details().id.clone(),
        at: fixtures::time(0),
        changes: vec![Change::Kind(
            fixtures::block("none"),
            Diff { before: Kind::Paragraph, after: Kind::Promo },
        )],
    };
    let mut document = Some(fixtures::document());
    edit.apply(&mut document);
    assert_eq!(write(&document.unwrap()), before);
    let mut nothing = None;
    edit.apply(&mut nothing);
    assert_eq!(nothing, None);
}
