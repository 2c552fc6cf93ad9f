//! What the check of a claim found: a rating, a sentence, a reason.

use claimlight::{
    app::{Msg, WorkMsg},
    claim::{Verdict, shipped_scale},
    id::ClaimId,
};

use crate::world::World;

fn marked() -> (World, ClaimId) {
    let mut world = World::new();
    let claim = world.mark("approximately 100,000 troops", "quantity");
    (world, claim)
}

fn verdict<'a>(world: &'a World, id: &ClaimId) -> Option<&'a Verdict> {
    world.document().claim(id).expect("the claim").verdict.as_ref()
}

fn work(world: &mut World, msg: WorkMsg) {
    world.send(Msg::Work(msg));
}

fn rate(world: &mut World, id: &ClaimId, rating: &str) {
    work(world, WorkMsg::RatingChosen(id.clone(), rating.to_owned()));
}

#[test]
fn a_rating_has_its_words_and_its_place_among_the_numbers_of_the_scale() {
    let (mut world, id) = marked();
    rate(&mut world, &id, "mostly-true");
    let given = verdict(&world, &id).expect("a verdict");
    assert_eq!((given.scale.as_str(), given.label.as_str()), ("five-point", "Mostly true"));
    let numbers = [&given.value, &given.best, &given.worst];
    let numbers = numbers.map(|number| number.as_ref().and_then(serde_json::Number::as_u64));
    assert_eq!(numbers, [Some(4), Some(5), Some(1)]);
    rate(&mut world, &id, "unproven");
    let given = verdict(&world, &id).expect("a verdict");
    assert_eq!([&given.value, &given.best, &given.worst], [&None, &None, &None]);
    rate(&mut world, &id, "no-such-rating");
    assert_eq!(verdict(&world, &id).unwrap().label, "Unproven");
}

#[test]
fn the_reason_stays_when_the_rating_changes() {
    let (mut world, id) = marked();
    rate(&mut world, &id, "true");
    work(&mut world, WorkMsg::ReasonTyped(id.clone(), "The list says so".to_owned()));
    rate(&mut world, &id, "false");
    assert_eq!(verdict(&world, &id).unwrap().summary, "The list says so");
    let sentence = "Nobody can know.".to_owned();
    work(&mut world, WorkMsg::SentenceTyped(id.clone(), sentence));
    let given = verdict(&world, &id).unwrap();
    assert_eq!((given.rating.as_ref(), given.label.as_str()), (None, "Nobody can know."));
    assert_eq!(given.summary, "The list says so");
    work(&mut world, WorkMsg::SentenceTyped(id.clone(), String::new()));
    assert!(verdict(&world, &id).is_some(), "the reason is not lost with the sentence");
}

#[test]
fn a_reason_is_asked_for_the_two_lowest_ratings() {
    let scale = shipped_scale();
    for (rating, asks) in
        [("false", true), ("mostly-false", true), ("half-true", false), ("unproven", false)]
    {
        let (mut world, id) = marked();
        rate(&mut world, &id, rating);
        assert_eq!(verdict(&world, &id).unwrap().lacks_reason(&scale), asks, "{rating}");
        work(&mut world, WorkMsg::ReasonTyped(id.clone(), "Because".to_owned()));
        assert!(!verdict(&world, &id).unwrap().lacks_reason(&scale), "{rating}");
    }
}

#[test]
fn a_verdict_is_taken_back_undone_and_kept() {
    let (mut world, id) = marked();
    rate(&mut world, &id, "half-true");
    work(&mut world, WorkMsg::VerdictTaken(id.clone()));
    assert_eq!(verdict(&world, &id), None);
    world.undo();
    assert_eq!(verdict(&world, &id).unwrap().label, "Half true");
    world.confirm();
    let mut again = world.reopened_with_journal();
    assert_eq!(verdict(&again, &id), verdict(&world, &id));
    let file = again.export();
    let mut other = World::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);
    again.undo();
    assert_eq!(verdict(&again, &id), None, "undone after a restart");
}

#[test]
fn a_closed_card_says_what_was_found_and_what_is_missing() {
    let (mut world, id) = marked();
    rate(&mut world, &id, "false");
    let page = world.desk().page().unwrap();
    let card = page.sections.iter().flat_map(|section| &section.cards).next().unwrap();
    assert_eq!(card.verdict.as_deref(), Some("False (no reason yet)"));
}
