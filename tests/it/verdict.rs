//! Verdicts, the scales they are taken from, and the reasons for them.

use std::rc::Rc;

use claimlight::{
    app::{Command, Effect, Field, FocusOn, Msg, ScaleMsg, Window, WorkMsg},
    claim::{SHIPPED_SCALES, Scale, Standing, Verdict, shipped_scale},
    id::ClaimId,
    words,
};

use crate::{
    claims::{check, marked},
    tabs::Browser,
    world::World,
};

fn shipped(id: &str) -> Rc<Scale> {
    Rc::new(SHIPPED_SCALES.iter().find(|it| it.id == id).expect(id).scale())
}

fn scale(msg: ScaleMsg) -> Msg {
    Msg::Work(WorkMsg::Scale(msg))
}

fn rated(claim: &ClaimId, rating: &str) -> Msg {
    Msg::Work(WorkMsg::RatingChosen(claim.clone(), rating.to_owned()))
}

fn reason(claim: &ClaimId, text: &str) -> Msg {
    Msg::Work(WorkMsg::ReasonTyped(claim.clone(), text.to_owned()))
}

fn verdict(world: &World) -> Option<Verdict> {
    world.document().claims().next().expect("a claim").verdict.clone()
}

fn standing(world: &World) -> Standing {
    verdict(world).expect("a verdict").standing(world.document().scale())
}

/// The sample with a claim, rated like this.
fn with(rating: &str) -> (World, ClaimId) {
    let mut world = marked();
    let claim = world.selected().expect("a claim");
    world.send(rated(&claim, rating));
    (world, claim)
}

/// Whether the card says that a reason is missing.
fn lacks(world: &World) -> bool {
    let page = world.desk().page().expect("a page");
    let card = page.sections.iter().flat_map(|section| &section.cards).next().expect("a card");
    world.desk().asks_for_reasons() && card.lacks_reason
}

#[test]
fn every_shipped_scale_stands_for_itself() {
    assert_eq!(shipped_scale(), SHIPPED_SCALES[0].scale());
    for (at, it) in SHIPPED_SCALES.iter().enumerate() {
        let scale = it.scale();
        assert!(SHIPPED_SCALES[..at].iter().all(|other| other.id != it.id));
        assert_eq!(scale.is_sentence(), it.id == "sentence");
        let numbers: Vec<_> = it.ratings.iter().map_while(|(_, _, number)| *number).collect();
        assert!(numbers.is_sorted(), "{}: from the worst to the best", it.id);
        assert!(it.ratings.iter().skip(numbers.len()).all(|(_, _, number)| number.is_none()));
        for rating in &scale.ratings {
            let same = scale.ratings.iter().filter(|other| other.id == rating.id);
            assert_eq!(same.count(), 1, "{}: {}", it.id, rating.id);
        }
    }
}

#[test]
fn a_verdict_is_given_changed_and_taken_back() {
    let mut world = marked();
    let claim = world.selected().expect("a claim");
    check(&mut world, |world| world.send(rated(&claim, "mostly-true")), 1);
    let given = verdict(&world).unwrap();
    let numbers = [&given.value, &given.best, &given.worst].map(|it| it.as_ref().unwrap().as_u64());
    assert_eq!(numbers, [Some(4), Some(5), Some(1)]);
    assert_eq!((given.scale.as_str(), given.label.as_str()), ("five-point", "Mostly true"));
    assert_eq!(given.at, world.document().claim(&claim).unwrap().modified);
    check(&mut world, |world| world.send(reason(&claim, "Two reports say so.")), 1);
    check(&mut world, |world| world.send(rated(&claim, "unproven")), 1);
    let given = verdict(&world).unwrap();
    assert_eq!((given.value, given.best, given.worst), (None, None, None));
    assert_eq!(given.summary, "Two reports say so.", "the reason stays");
    let taken = Msg::Work(WorkMsg::VerdictTaken(claim));
    check(&mut world, |world| world.send(taken.clone()), 1);
    assert_eq!(verdict(&world), None);
    let before = world.batches.len();
    world.send(taken);
    assert_eq!(world.batches.len(), before, "there is none");
}

#[test]
fn the_same_rating_once_more_changes_nothing() {
    let (mut world, claim) = with("true");
    let before = world.export();
    world.send(rated(&claim, "true"));
    world.send(rated(&claim, "no-such-rating"));
    assert_eq!(world.export(), before);
}

#[test]
fn a_verdict_is_there_after_a_reload_and_undone_by_the_journal() {
    let (mut world, claim) = with("half-true");
    world.send(reason(&claim, "In part."));
    let file = world.export();
    let mut world = world.reopened_with_journal();
    assert_eq!(world.export(), file);
    world.undo();
    assert_eq!(verdict(&world).unwrap().summary, "");
    world.undo();
    assert_eq!(verdict(&world), None);
    world.redo();
    world.redo();
    assert_eq!(world.export(), file);
    world.check_stored();
}

#[test]
fn a_reason_is_typed_in_one_step() {
    let (mut world, claim) = with("true");
    world.send(reason(&claim, "Bec"));
    world.send_after(100, reason(&claim, "Because."));
    world.undo();
    assert_eq!(verdict(&world).unwrap().summary, "");
}

#[test]
fn a_reason_is_asked_for_where_the_rating_is_one_of_the_two_lowest() {
    for (rating, is_asked) in [
        ("false", true),
        ("mostly-false", true),
        ("half-true", false),
        ("true", false),
        ("misleading", false),
    ] {
        let (mut world, claim) = with(rating);
        assert_eq!(lacks(&world), is_asked, "{rating}");
        assert_eq!(world.desk().said().0.contains("reason"), is_asked, "{rating}");
        assert!(lacks(&world.reopened()) == is_asked, "kept over a reload");
        world.send(reason(&claim, "  "));
        assert_eq!(lacks(&world), is_asked, "spaces are no reason");
        world.send(reason(&claim, "Nobody said so."));
        assert!(!lacks(&world));
    }
}

#[test]
fn asking_for_reasons_is_switched_off_and_on() {
    let (mut world, _) = with("false");
    world.send(scale(ScaleMsg::ReasonsTurned));
    assert!(!lacks(&world) && verdict(&world).is_some());
    let mut world = world.reopened();
    assert!(!lacks(&world));
    world.send(scale(ScaleMsg::ReasonsTurned));
    assert!(lacks(&world) && lacks(&world.reopened()));
}

#[test]
fn the_lowest_ratings_are_those_of_the_scale() {
    let low = |id: &str| -> Vec<String> {
        let scale = shipped(id);
        let low = scale.ratings.iter().filter(|rating| scale.is_low(&rating.id));
        low.map(|rating| rating.id.clone()).collect()
    };
    assert_eq!(low("politifact"), ["pants-on-fire", "false"]);
    assert_eq!(low("africacheck"), ["incorrect", "mostly-correct"]);
    assert!(low("meta").is_empty() && low("sentence").is_empty());
    let mut two = shipped("politifact").as_ref().clone();
    two.ratings.drain(1..5);
    assert!(two.is_low("pants-on-fire") && !two.is_low("true"), "the best one is not low");
}

#[test]
fn numbers_of_ratings_are_compared_as_numbers() {
    let numbers = ["-12", "-1.5", "-0.10", "0", "5e-2", "0.1", "1", "1.05", "9.99", "1E1", "10.5"];
    let mut scale = shipped("politifact").as_ref().clone();
    let one = scale.ratings[0].clone();
    let rating = |(at, number): (usize, &&str)| claimlight::claim::Rating {
        id: at.to_string(),
        value: Some(serde_json::from_str(number).unwrap()),
        ..one.clone()
    };
    for first in 0..numbers.len() - 2 {
        scale.ratings = numbers.iter().enumerate().skip(first).map(rating).collect();
        scale.ratings.reverse();
        let low = |at: usize| scale.is_low(&(first + at).to_string());
        assert!(low(0) && low(1), "{}", numbers[first]);
        assert!((2..numbers.len() - first).all(|at| !low(at)), "{}", numbers[first]);
        let given = scale.verdict(&first.to_string(), claimlight::stamp::Time::from_millis(0));
        let given = given.unwrap();
        assert_eq!(given.value, given.worst);
        assert_eq!(given.best.unwrap().to_string(), "10.5");
    }
}

#[test]
fn changing_the_scale_keeps_every_verdict() {
    let (mut world, claim) = with("false");
    let before = verdict(&world);
    assert!(lacks(&world));
    check(&mut world, |world| world.send(scale(ScaleMsg::Chosen(shipped("politifact")))), 1);
    assert_eq!(world.document().scale().id, "politifact");
    assert_eq!(verdict(&world), before);
    assert_eq!(
        (standing(&world), lacks(&world)),
        (Standing::Other, true),
        "still without a reason"
    );
    world.send(rated(&claim, "pants-on-fire"));
    assert_eq!(standing(&world), Standing::Current);
    assert_eq!(verdict(&world).unwrap().best.unwrap().as_u64(), Some(6));
    world.undo();
    world.undo();
    assert_eq!((verdict(&world), standing(&world)), (before, Standing::Current));
    assert!(lacks(&world));
}

#[test]
fn the_scale_is_there_after_a_reload_and_undone_by_the_journal() {
    let (mut world, _) = with("true");
    let before = world.export();
    world.send(scale(ScaleMsg::Chosen(shipped("snopes"))));
    world.mark("Belarus", "event");
    let mut world = world.reopened_with_journal();
    assert_eq!(world.document().scale(), &shipped("snopes"));
    world.undo();
    world.undo();
    assert_eq!(world.export(), before, "though a claim was numbered since");
    world.redo();
    assert_eq!(world.document().scale(), &shipped("snopes"));
    world.check_stored();
}

#[test]
fn a_verdict_in_a_sentence_has_no_rating() {
    let (mut world, claim) = with("half-true");
    world.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let written = |text: &str| Msg::Work(WorkMsg::SentenceWritten(claim.clone(), text.to_owned()));
    world.send(rated(&claim, "true"));
    assert_eq!(verdict(&world).unwrap().label, "Half true", "there is no such rating");
    world.send(written("The claim is "));
    world.send_after(100, written("The claim is too simple."));
    let given = verdict(&world).unwrap();
    assert_eq!(
        (given.label.as_str(), given.rating, given.value),
        ("The claim is too simple.", None, None)
    );
    assert_eq!((standing(&world), lacks(&world)), (Standing::Current, false));
    world.check_stored();
    world.undo();
    assert_eq!(verdict(&world).unwrap().label, "Half true", "one step");
    world.redo();
    world.send(written(""));
    assert_eq!(verdict(&world), None);
    world.undo();
    world.send(reason(&claim, "See the report."));
    world.send(written(""));
    assert_eq!(verdict(&world).unwrap().summary, "See the report.", "what is written stays");
}

#[test]
fn a_sentence_that_is_typed_and_erased_leaves_the_rating_that_was_there() {
    let (mut world, claim) = with("half-true");
    world.send(reason(&claim, "In part."));
    world.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let before = verdict(&world);
    let written = |text: &str| Msg::Work(WorkMsg::SentenceWritten(claim.clone(), text.to_owned()));
    world.send(written("T"));
    world.send_after(100, written(""));
    assert_eq!(verdict(&world), before);
    world.send_after(100, written("Too simple."));
    world.send_after(5_000, written("Too s"));
    world.send_after(100, written(""));
    assert_eq!(verdict(&world), before, "after a pause, too");
    world.check_stored();
    world.send_after(100, written("Too simple."));
    world.send(Msg::FieldLeft);
    world.send_after(100, written(""));
    assert_eq!(verdict(&world).unwrap().label, "", "what was there is no more");
}

#[test]
fn a_closed_card_says_the_first_words_of_a_long_sentence() {
    let long = "Ärzte 👩🏽‍⚕️ streiken. ".repeat(60);
    let shown = words::verdict_in_card(&long);
    assert_eq!(shown.chars().count(), 161);
    assert!(shown.ends_with('…') && long.starts_with(shown.trim_end_matches('…')));
    let whole: String = long.chars().take(160).collect();
    assert_eq!(words::verdict_in_card(&whole), whole);
}

#[test]
fn a_file_with_verdicts_of_several_scales_is_read_as_it_was_written() {
    let (mut world, _) = with("false");
    world.send(scale(ScaleMsg::Chosen(shipped("check"))));
    let other = world.mark("Belarus", "event");
    world.send(rated(&other, "verified"));
    world.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let third = world.mark("military drills", "event");
    world.send(Msg::Work(WorkMsg::SentenceWritten(third, "They were \"planned\".".to_owned())));
    let file = world.export();
    let mut other = World::new();
    other.open_file("work.claimlight.json", &file);
    assert!(other.export() == file, "the sample, with which nobody had done anything");
    other.check_stored();
}

/// The scale as a person's own, in the window.
fn own() -> World {
    let (mut world, _) = with("false");
    world.send(Msg::Commanded(Command::EditScale));
    world.send(scale(ScaleMsg::MadeOwn));
    world
}

fn labels(world: &World) -> Vec<String> {
    world.document().scale().ratings.iter().map(|rating| rating.label.clone()).collect()
}

fn said(world: &World) -> Option<&'static str> {
    match world.desk().window() {
        Some(Window::Scale { said, .. }) => *said,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_shipped_scale_stays_as_it_is() {
    let mut world = World::new();
    let before = world.export();
    for msg in [
        ScaleMsg::Named("Mine".to_owned()),
        ScaleMsg::RatingAdded("Nonsense".to_owned()),
        ScaleMsg::RatingLabelled("true".to_owned(), "Right".to_owned()),
        ScaleMsg::RatingNumbered("true".to_owned(), "7".to_owned()),
        ScaleMsg::RatingMovedUp("true".to_owned()),
        ScaleMsg::RatingRemoved("true".to_owned()),
    ] {
        world.send(scale(msg));
        assert_eq!(world.export(), before);
    }
}

#[test]
fn an_own_scale_is_edited_in_steps_that_can_be_taken_back() {
    let mut world = own();
    assert!(!world.document().scale().is_shipped());
    assert_eq!(standing(&world), Standing::Other, "the verdict is from the other scale");
    let before = world.export();
    let id = || "false".to_owned();
    let steps = [
        ScaleMsg::Named("House scale".to_owned()),
        ScaleMsg::RatingAdded(" Made  up ".to_owned()),
        ScaleMsg::RatingNumbered("made-up".to_owned(), " 0,5 ".to_owned()),
        ScaleMsg::RatingLabelled(id(), "Wrong".to_owned()),
        ScaleMsg::RatingMovedUp("made-up".to_owned()),
        ScaleMsg::RatingNumbered(id(), String::new()),
        ScaleMsg::RatingRemoved("satire".to_owned()),
    ];
    let count = steps.len();
    for step in steps {
        let before = world.export();
        world.send(scale(step.clone()));
        assert_ne!(world.export(), before, "{step:?}");
        world.check_stored();
    }
    let numbered = |id: &str| {
        let rating = world.document().scale().rating(id).unwrap();
        rating.value.as_ref().map(ToString::to_string)
    };
    assert_eq!((numbered("made-up"), numbered("false")), (Some("0.5".to_owned()), None));
    assert_eq!(
        labels(&world),
        [
            "Wrong",
            "Mostly false",
            "Half true",
            "Mostly true",
            "True",
            "Unproven",
            "Misleading",
            "Made up"
        ]
    );
    for _ in 0..count {
        world.undo();
        world.check_stored();
    }
    assert_eq!(world.export(), before);
}

#[test]
fn typing_a_ratings_words_is_one_step() {
    let mut world = own();
    for text in ["F", "Fa", "Fals", "Falsified"] {
        world.send_after(100, scale(ScaleMsg::RatingLabelled("false".to_owned(), text.to_owned())));
    }
    assert_eq!(labels(&world)[0], "Falsified");
    world.undo();
    assert_eq!(labels(&world)[0], "False");
}

#[test]
fn typing_a_ratings_number_is_one_step() {
    let mut world = own();
    let number = |world: &World| {
        let rating = world.document().scale().rating("false").unwrap();
        rating.value.as_ref().map(ToString::to_string)
    };
    for (text, kept) in
        [("", None), ("-", None), ("-1", Some("-1")), ("-1.", Some("-1")), ("-1.5", Some("-1.5"))]
    {
        world.send_after(100, scale(ScaleMsg::RatingNumbered("false".to_owned(), text.to_owned())));
        assert_eq!(number(&world).as_deref(), kept, "{text}");
        assert_eq!(said(&world).is_some(), text == "-", "{text}");
    }
    world.undo();
    assert_eq!(number(&world).as_deref(), Some("1"));
}

#[test]
fn what_cannot_be_in_a_scale_is_refused_with_a_sentence() {
    let mut world = own();
    let before = world.export();
    world.send(scale(ScaleMsg::RatingAdded("  ".to_owned())));
    assert!(said(&world).unwrap().contains("needs words"));
    for text in ["four", "1e999", "NaN", "1-2"] {
        world.send(scale(ScaleMsg::RatingNumbered("true".to_owned(), text.to_owned())));
        assert!(said(&world).unwrap().contains("no number"), "{text}");
    }
    assert_eq!(world.export(), before);
    world.send(scale(ScaleMsg::Named("House scale".to_owned())));
    assert_eq!(said(&world), None);
}

#[test]
fn a_verdict_says_when_its_own_scale_was_edited_since() {
    let mut world = own();
    let claim = world.selected().expect("a claim");
    world.send(rated(&claim, "mostly-true"));
    assert_eq!(standing(&world), Standing::Current);
    let given = verdict(&world);
    for msg in [
        ScaleMsg::RatingLabelled("mostly-true".to_owned(), "Nearly true".to_owned()),
        ScaleMsg::RatingNumbered("true".to_owned(), "9".to_owned()),
        ScaleMsg::RatingRemoved("mostly-true".to_owned()),
    ] {
        world.send(scale(msg.clone()));
        assert_eq!(
            (standing(&world), verdict(&world)),
            (Standing::Earlier, given.clone()),
            "{msg:?}"
        );
        world.undo();
        assert_eq!(standing(&world), Standing::Current);
    }
}

#[test]
fn a_second_own_scale_has_another_name_in_files() {
    let mut world = own();
    let claim = world.selected().expect("a claim");
    let first = world.document().scale().id.clone();
    world.send(rated(&claim, "true"));
    world.send(scale(ScaleMsg::Chosen(shipped("check"))));
    world.send(Msg::WindowClosed);
    let mut world = world.reopened();
    world.send(Msg::Commanded(Command::EditScale));
    world.send(scale(ScaleMsg::MadeOwn));
    assert_ne!(world.document().scale().id, first);
    assert_eq!(labels(&world)[0], "False");
    assert_eq!(standing(&world), Standing::Other);
}

#[test]
fn a_scale_of_another_article_is_on_offer_and_that_of_new_ones_is_chosen() {
    let mut world = own();
    world.send(scale(ScaleMsg::Named("House scale".to_owned())));
    let house = Rc::clone(world.document().scale());
    world.paste("Rents rise\nRents rose by 4%.");
    assert_eq!(world.document().scale().id, "five-point");
    let mut world = world.reopened();
    world.send(Msg::Commanded(Command::EditScale));
    let Some(Window::Scale { offered, .. }) = world.desk().window() else { panic!() };
    assert_eq!(offered.len(), SHIPPED_SCALES.len() + 1);
    assert!(offered.contains(&house), "of an article that is not open");
    world.send(scale(ScaleMsg::Chosen(Rc::clone(&house))));
    assert_eq!(world.document().scale(), &house);
    world.send(scale(ScaleMsg::ChosenForNew));
    assert!(said(&world).unwrap().contains("New articles"));
    world.send(Msg::WindowClosed);
    let mut world = world.reopened();
    world.paste("Taxes fall\nTaxes fell by 5%.");
    assert_eq!(world.document().scale(), &house);
    world.check_stored();
}

#[test]
fn an_own_scale_that_is_left_can_be_chosen_again() {
    let mut world = own();
    world.send(scale(ScaleMsg::Named("House scale".to_owned())));
    let house = Rc::clone(world.document().scale());
    world.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    let Some(Window::Scale { offered, .. }) = world.desk().window() else { panic!() };
    let own: Vec<_> = offered.iter().filter(|it| !it.is_shipped()).collect();
    assert_eq!(own, [&house], "as it was when it was left");
}

/// The person's own scales that the window offers once it is opened.
fn own_on_offer(world: &mut World) -> Vec<Rc<Scale>> {
    world.send(Msg::WindowClosed);
    world.send(Msg::Commanded(Command::EditScale));
    let Some(Window::Scale { offered, .. }) = world.desk().window() else { panic!() };
    offered.iter().filter(|it| !it.is_shipped()).cloned().collect()
}

#[test]
fn an_own_scale_that_no_article_has_stays_on_offer() {
    let mut world = own();
    for name in ["H", "Hou", "House scale"] {
        world.send_after(100, scale(ScaleMsg::Named(name.to_owned())));
    }
    world.send(scale(ScaleMsg::RatingAdded("Made up".to_owned())));
    let house = Rc::clone(world.document().scale());
    world.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    assert_eq!(own_on_offer(&mut world), [Rc::clone(&house)], "once, as it was last");
    world.send(Msg::WindowClosed);
    let mut world = world.reopened();
    assert_eq!(own_on_offer(&mut world), [Rc::clone(&house)]);
    world.send(Msg::WindowClosed);
    world.paste("Rents rise\nRents rose by 4%.");
    assert_eq!(own_on_offer(&mut world), [Rc::clone(&house)], "for other articles, too");
    world.send(scale(ScaleMsg::Chosen(Rc::clone(&house))));
    world.send(scale(ScaleMsg::MadeOwn));
    world.send(scale(ScaleMsg::RatingRemoved("made-up".to_owned())));
    let second = Rc::clone(world.document().scale());
    assert_ne!(second.id, house.id);
    world.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    assert_eq!(own_on_offer(&mut world).len(), 2);
    assert!(
        own_on_offer(&mut world).contains(&house) && own_on_offer(&mut world).contains(&second)
    );
}

#[test]
fn going_through_the_list_of_scales_is_one_step() {
    let (mut world, _) = with("false");
    world.send(Msg::Commanded(Command::EditScale));
    let before = world.export();
    for id in ["politifact", "snopes", "meta"] {
        world.send_after(4_000, scale(ScaleMsg::Chosen(shipped(id))));
        world.check_stored();
    }
    world.undo();
    assert_eq!(world.export(), before);
    world.redo();
    assert_eq!(world.document().scale(), &shipped("meta"));
    world.send(scale(ScaleMsg::Chosen(shipped("check"))));
    world.send(Msg::FieldLeft);
    world.send(scale(ScaleMsg::Chosen(shipped("snopes"))));
    world.send(scale(ScaleMsg::MadeOwn));
    for id in ["snopes", "check", "meta"] {
        world.undo();
        assert_eq!(world.document().scale().id, id);
        world.check_stored();
    }
}

#[test]
fn a_verdict_names_the_scale_that_it_was_taken_from() {
    let mut world = own();
    let claim = world.selected().expect("a claim");
    world.send(scale(ScaleMsg::Named("House scale".to_owned())));
    world.send(rated(&claim, "true"));
    world.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    let said = |world: &World| {
        let given = verdict(world).unwrap();
        let name = world.desk().scale_name(&given.scale);
        words::verdict_from(&given.label, name.as_deref(), standing(world)).unwrap()
    };
    assert!(said(&world).contains("from the scale “House scale”."), "{}", said(&world));
    let mut other = World::new();
    other.open_file("work.claimlight.json", &world.export());
    assert!(said(&other).contains("from another scale."), "nobody knows it here");
    other.send(rated(&claim, "false"));
    other.send(scale(ScaleMsg::Chosen(shipped("check"))));
    assert!(said(&other).contains("“In the style of Meta”"));
}

#[test]
fn the_focus_stays_where_the_verdict_and_its_scale_are_changed() {
    let mut world = own();
    let claim = world.selected().expect("a claim");
    let mut focus = |msg: Msg| {
        world.send(msg).into_iter().find_map(|effect| {
            let Effect::Focus(on) = effect else { return None };
            Some(on)
        })
    };
    let moved = |id: &str| scale(ScaleMsg::RatingMovedUp(id.to_owned()));
    let removed = |id: &str| scale(ScaleMsg::RatingRemoved(id.to_owned()));
    assert_eq!(focus(moved("half-true")), Some(FocusOn::RatingUp(1)));
    assert_eq!(focus(moved("half-true")), Some(FocusOn::RatingUp(0)));
    assert_eq!(focus(moved("half-true")), None);
    assert_eq!(focus(removed("half-true")), Some(FocusOn::RatingOut(0)));
    assert_eq!(focus(removed("satire")), Some(FocusOn::RatingOut(5)), "the last one");
    assert_eq!(focus(removed("satire")), None);
    assert_eq!(focus(Msg::Work(WorkMsg::VerdictTaken(claim))), Some(FocusOn::Verdict));
}

#[test]
fn a_rating_that_is_typed_is_kept_until_it_is_taken() {
    let mut world = own();
    world.send(Msg::Typed(Field::NewRating, "Made u".to_owned()));
    let world = world.reopened_with_journal();
    assert_eq!(world.desk().typed(&Field::NewRating), "Made u");
}

#[test]
fn two_tabs_change_the_scale_and_a_verdict_and_nothing_is_lost() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, scale(ScaleMsg::Chosen(shipped("politifact"))));
    browser.act(1, rated(&claim, "false"));
    let file = browser.check_agreement();
    assert!(file.contains("\"scale\": \"five-point\"") && file.contains("\"id\": \"politifact\""));
    browser.act(0, rated(&claim, "true"));
    browser.check_agreement();
    browser.act(1, scale(ScaleMsg::Chosen(shipped("meta"))));
    let details = claimlight::app::LibraryMsg::NoteTyped("Ask the Office".to_owned());
    browser.act(0, Msg::Library(details));
    let file = browser.check_agreement();
    assert!(file.contains("\"id\": \"meta\"") && file.contains("Ask the Office"));
    browser.act(1, Msg::Commanded(Command::Undo));
    let file = browser.check_agreement();
    assert!(file.contains("\"id\": \"politifact\"") && file.contains("Ask the Office"));
}

#[test]
fn of_two_scales_chosen_at_once_the_other_can_be_taken() {
    let mut browser = Browser::new(2);
    browser.act(0, scale(ScaleMsg::Chosen(shipped("politifact"))));
    browser.act(1, scale(ScaleMsg::Chosen(shipped("check"))));
    let file = browser.check_agreement();
    let others = browser.desk(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(other.member, "scale");
    assert!(other.words().starts_with("In the style of "), "{}", other.words());
    assert!(!other.words().contains('{'), "{}", other.words());
    browser.act(0, Msg::Stores(claimlight::app::StoresMsg::OtherTaken(other.clone())));
    assert_ne!(browser.check_agreement(), file);
}

#[test]
fn of_two_verdicts_given_at_once_the_other_is_told_in_words() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, rated(&claim, "false"));
    browser.act(0, reason(&claim, "Nobody said so."));
    browser.act(1, rated(&claim, "true"));
    browser.check_agreement();
    let others = browser.desk(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(
        (other.member.as_str(), other.words().as_str()),
        ("verdict", "False: Nobody said so.")
    );
}
