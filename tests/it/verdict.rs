//! Verdicts, the scales they are taken from, and the reasons for them.

use std::rc::Rc;

use claimlight::{
    app::{ClaimMsg, Command, Dialog, Effect, Field, FocusTarget, Msg, ScaleMsg},
    claim::{BUILTIN_SCALES, Scale, ScaleMatch, Verdict, default_scale},
    id::ClaimId,
    strings,
};

use crate::{
    claims::{check, marked},
    tabs::Browser,
    test_app::TestApp,
};

fn shipped(id: &str) -> Rc<Scale> {
    Rc::new(BUILTIN_SCALES.iter().find(|it| it.id == id).expect(id).scale())
}

fn scale(msg: ScaleMsg) -> Msg {
    Msg::Claim(ClaimMsg::Scale(msg))
}

fn rated(claim: &ClaimId, rating: &str) -> Msg {
    Msg::Claim(ClaimMsg::RatingChosen(claim.clone(), rating.to_owned()))
}

fn reason(claim: &ClaimId, text: &str) -> Msg {
    Msg::Claim(ClaimMsg::ReasonTyped(claim.clone(), text.to_owned()))
}

fn verdict(app: &TestApp) -> Option<Verdict> {
    app.document().claims().next().expect("a claim").verdict.clone()
}

fn scale_match(app: &TestApp) -> ScaleMatch {
    verdict(app).expect("a verdict").match_scale(app.document().scale())
}

/// The sample with a claim, rated like this.
fn with(rating: &str) -> (TestApp, ClaimId) {
    let mut app = marked();
    let claim = app.selected().expect("a claim");
    app.send(rated(&claim, rating));
    (app, claim)
}

/// Whether the card says that a reason is missing.
fn lacks(app: &TestApp) -> bool {
    let page = app.workspace().page().expect("a page");
    let card = page.sections.iter().flat_map(|section| &section.cards).next().expect("a card");
    app.workspace().asks_for_reasons() && card.lacks_reason
}

#[test]
fn every_shipped_scale_stands_for_itself() {
    assert_eq!(default_scale(), BUILTIN_SCALES[0].scale());
    for (at, it) in BUILTIN_SCALES.iter().enumerate() {
        let scale = it.scale();
        assert!(BUILTIN_SCALES[..at].iter().all(|other| other.id != it.id));
        assert_eq!(scale.is_free_text(), it.id == "sentence");
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
    let mut app = marked();
    let claim = app.selected().expect("a claim");
    check(&mut app, |app| app.send(rated(&claim, "mostly-true")), 1);
    let given = verdict(&app).unwrap();
    let numbers =
        [&given.value, &given.scale_max, &given.scale_min].map(|it| it.as_ref().unwrap().as_u64());
    assert_eq!(numbers, [Some(4), Some(5), Some(1)]);
    assert_eq!((given.scale.as_str(), given.label.as_str()), ("five-point", "Mostly true"));
    assert_eq!(given.at, app.document().claim(&claim).unwrap().modified);
    check(&mut app, |app| app.send(reason(&claim, "Two reports say so.")), 1);
    check(&mut app, |app| app.send(rated(&claim, "unproven")), 1);
    let given = verdict(&app).unwrap();
    assert_eq!((given.value, given.scale_max, given.scale_min), (None, None, None));
    assert_eq!(given.summary, "Two reports say so.", "the reason stays");
    let taken = Msg::Claim(ClaimMsg::VerdictRemoved(claim));
    check(&mut app, |app| app.send(taken.clone()), 1);
    assert_eq!(verdict(&app), None);
    let before = app.batches.len();
    app.send(taken);
    assert_eq!(app.batches.len(), before, "there is none");
}

#[test]
fn the_same_rating_once_more_changes_nothing() {
    let (mut app, claim) = with("true");
    let before = app.export();
    app.send(rated(&claim, "true"));
    app.send(rated(&claim, "no-such-rating"));
    assert_eq!(app.export(), before);
}

#[test]
fn a_verdict_is_there_after_a_reload_and_undone_by_the_journal() {
    let (mut app, claim) = with("half-true");
    app.send(reason(&claim, "In part."));
    let file = app.export();
    let mut app = app.reopened_with_journal();
    assert_eq!(app.export(), file);
    app.undo();
    assert_eq!(verdict(&app).unwrap().summary, "");
    app.undo();
    assert_eq!(verdict(&app), None);
    app.redo();
    app.redo();
    assert_eq!(app.export(), file);
    app.check_stored();
}

#[test]
fn a_reason_is_typed_in_one_step() {
    let (mut app, claim) = with("true");
    app.send(reason(&claim, "Bec"));
    app.send_after(100, reason(&claim, "Because."));
    app.undo();
    assert_eq!(verdict(&app).unwrap().summary, "");
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
        let (mut app, claim) = with(rating);
        assert_eq!(lacks(&app), is_asked, "{rating}");
        assert_eq!(app.workspace().announcement().0.contains("reason"), is_asked, "{rating}");
        assert!(lacks(&app.reopened()) == is_asked, "kept over a reload");
        app.send(reason(&claim, "  "));
        assert_eq!(lacks(&app), is_asked, "spaces are no reason");
        app.send(reason(&claim, "Nobody said so."));
        assert!(!lacks(&app));
    }
}

#[test]
fn asking_for_reasons_is_switched_off_and_on() {
    let (mut app, _) = with("false");
    app.send(scale(ScaleMsg::ReasonPromptToggled));
    assert!(!lacks(&app) && verdict(&app).is_some());
    let mut app = app.reopened();
    assert!(!lacks(&app));
    app.send(scale(ScaleMsg::ReasonPromptToggled));
    assert!(lacks(&app) && lacks(&app.reopened()));
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
        let given = scale.verdict(&first.to_string(), claimlight::time::Timestamp::from_millis(0));
        let given = given.unwrap();
        assert_eq!(given.value, given.scale_min);
        assert_eq!(given.scale_max.unwrap().to_string(), "10.5");
    }
}

#[test]
fn changing_the_scale_keeps_every_verdict() {
    let (mut app, claim) = with("false");
    let before = verdict(&app);
    assert!(lacks(&app));
    check(&mut app, |app| app.send(scale(ScaleMsg::Chosen(shipped("politifact")))), 1);
    assert_eq!(app.document().scale().id, "politifact");
    assert_eq!(verdict(&app), before);
    assert_eq!(
        (scale_match(&app), lacks(&app)),
        (ScaleMatch::Other, true),
        "still without a reason"
    );
    app.send(rated(&claim, "pants-on-fire"));
    assert_eq!(scale_match(&app), ScaleMatch::Current);
    assert_eq!(verdict(&app).unwrap().scale_max.unwrap().as_u64(), Some(6));
    app.undo();
    app.undo();
    assert_eq!((verdict(&app), scale_match(&app)), (before, ScaleMatch::Current));
    assert!(lacks(&app));
}

#[test]
fn the_scale_is_there_after_a_reload_and_undone_by_the_journal() {
    let (mut app, _) = with("true");
    let before = app.export();
    app.send(scale(ScaleMsg::Chosen(shipped("snopes"))));
    app.mark("Belarus", "event");
    let mut app = app.reopened_with_journal();
    assert_eq!(app.document().scale(), &shipped("snopes"));
    app.undo();
    app.undo();
    assert_eq!(app.export(), before, "though a claim was numbered since");
    app.redo();
    assert_eq!(app.document().scale(), &shipped("snopes"));
    app.check_stored();
}

#[test]
fn a_verdict_in_a_sentence_has_no_rating() {
    let (mut app, claim) = with("half-true");
    app.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let written =
        |text: &str| Msg::Claim(ClaimMsg::VerdictTextChanged(claim.clone(), text.to_owned()));
    app.send(rated(&claim, "true"));
    assert_eq!(verdict(&app).unwrap().label, "Half true", "there is no such rating");
    app.send(written("The claim is "));
    app.send_after(100, written("The claim is too simple."));
    let given = verdict(&app).unwrap();
    assert_eq!(
        (given.label.as_str(), given.rating, given.value),
        ("The claim is too simple.", None, None)
    );
    assert_eq!((scale_match(&app), lacks(&app)), (ScaleMatch::Current, false));
    app.check_stored();
    app.undo();
    assert_eq!(verdict(&app).unwrap().label, "Half true", "one step");
    app.redo();
    app.send(written(""));
    assert_eq!(verdict(&app), None);
    app.undo();
    app.send(reason(&claim, "See the report."));
    app.send(written(""));
    assert_eq!(verdict(&app).unwrap().summary, "See the report.", "what is written stays");
}

#[test]
fn a_sentence_that_is_typed_and_erased_leaves_the_rating_that_was_there() {
    let (mut app, claim) = with("half-true");
    app.send(reason(&claim, "In part."));
    app.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let before = verdict(&app);
    let written =
        |text: &str| Msg::Claim(ClaimMsg::VerdictTextChanged(claim.clone(), text.to_owned()));
    app.send(written("T"));
    app.send_after(100, written(""));
    assert_eq!(verdict(&app), before);
    app.send_after(100, written("Too simple."));
    app.send_after(5_000, written("Too s"));
    app.send_after(100, written(""));
    assert_eq!(verdict(&app), before, "after a pause, too");
    app.check_stored();
    app.send_after(100, written("Too simple."));
    app.send(Msg::FieldLeft);
    app.send_after(100, written(""));
    assert_eq!(verdict(&app).unwrap().label, "", "what was there is no more");
}

#[test]
fn a_closed_card_says_the_first_words_of_a_long_sentence() {
    let long = "Ärzte 👩🏽‍⚕️ streiken. ".repeat(60);
    let shown = strings::verdict_in_card(&long);
    assert_eq!(shown.chars().count(), 161);
    assert!(shown.ends_with('…') && long.starts_with(shown.trim_end_matches('…')));
    let whole: String = long.chars().take(160).collect();
    assert_eq!(strings::verdict_in_card(&whole), whole);
}

#[test]
fn a_file_with_verdicts_of_several_scales_is_read_as_it_was_written() {
    let (mut app, _) = with("false");
    app.send(scale(ScaleMsg::Chosen(shipped("check"))));
    let other = app.mark("Belarus", "event");
    app.send(rated(&other, "verified"));
    app.send(scale(ScaleMsg::Chosen(shipped("sentence"))));
    let third = app.mark("military drills", "event");
    app.send(Msg::Claim(ClaimMsg::VerdictTextChanged(third, "They were \"planned\".".to_owned())));
    let file = app.export();
    let mut other = TestApp::new();
    other.open_file("work.claimlight.json", &file);
    assert!(other.export() == file, "the sample, with which nobody had done anything");
    other.check_stored();
}

/// The scale as a person's own, in the window.
fn own() -> TestApp {
    let (mut app, _) = with("false");
    app.send(Msg::CommandInvoked(Command::EditScale));
    app.send(scale(ScaleMsg::Customized));
    app
}

fn labels(app: &TestApp) -> Vec<String> {
    app.document().scale().ratings.iter().map(|rating| rating.label.clone()).collect()
}

fn said(app: &TestApp) -> Option<&'static str> {
    match app.workspace().window() {
        Some(Dialog::Scale { said, .. }) => *said,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_shipped_scale_stays_as_it_is() {
    let mut app = TestApp::new();
    let before = app.export();
    for msg in [
        ScaleMsg::Named("Mine".to_owned()),
        ScaleMsg::RatingAdded("Nonsense".to_owned()),
        ScaleMsg::RatingLabelled("true".to_owned(), "Right".to_owned()),
        ScaleMsg::RatingNumbered("true".to_owned(), "7".to_owned()),
        ScaleMsg::RatingMovedUp("true".to_owned()),
        ScaleMsg::RatingRemoved("true".to_owned()),
    ] {
        app.send(scale(msg));
        assert_eq!(app.export(), before);
    }
}

#[test]
fn an_own_scale_is_edited_in_steps_that_can_be_taken_back() {
    let mut app = own();
    assert!(!app.document().scale().is_shipped());
    assert_eq!(scale_match(&app), ScaleMatch::Other, "the verdict is from the other scale");
    let before = app.export();
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
        let before = app.export();
        app.send(scale(step.clone()));
        assert_ne!(app.export(), before, "{step:?}");
        app.check_stored();
    }
    let numbered = |id: &str| {
        let rating = app.document().scale().rating(id).unwrap();
        rating.value.as_ref().map(ToString::to_string)
    };
    assert_eq!((numbered("made-up"), numbered("false")), (Some("0.5".to_owned()), None));
    assert_eq!(
        labels(&app),
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
        app.undo();
        app.check_stored();
    }
    assert_eq!(app.export(), before);
}

#[test]
fn typing_a_ratings_words_is_one_step() {
    let mut app = own();
    for text in ["F", "Fa", "Fals", "Falsified"] {
        app.send_after(100, scale(ScaleMsg::RatingLabelled("false".to_owned(), text.to_owned())));
    }
    assert_eq!(labels(&app)[0], "Falsified");
    app.undo();
    assert_eq!(labels(&app)[0], "False");
}

#[test]
fn typing_a_ratings_number_is_one_step() {
    let mut app = own();
    let number = |app: &TestApp| {
        let rating = app.document().scale().rating("false").unwrap();
        rating.value.as_ref().map(ToString::to_string)
    };
    for (text, kept) in
        [("", None), ("-", None), ("-1", Some("-1")), ("-1.", Some("-1")), ("-1.5", Some("-1.5"))]
    {
        app.send_after(100, scale(ScaleMsg::RatingNumbered("false".to_owned(), text.to_owned())));
        assert_eq!(number(&app).as_deref(), kept, "{text}");
        assert_eq!(said(&app).is_some(), text == "-", "{text}");
    }
    app.undo();
    assert_eq!(number(&app).as_deref(), Some("1"));
}

#[test]
fn what_cannot_be_in_a_scale_is_refused_with_a_sentence() {
    let mut app = own();
    let before = app.export();
    app.send(scale(ScaleMsg::RatingAdded("  ".to_owned())));
    assert!(said(&app).unwrap().contains("needs a name"));
    for text in ["four", "1e999", "NaN", "1-2"] {
        app.send(scale(ScaleMsg::RatingNumbered("true".to_owned(), text.to_owned())));
        assert!(said(&app).unwrap().contains("not a number"), "{text}");
    }
    assert_eq!(app.export(), before);
    app.send(scale(ScaleMsg::Named("House scale".to_owned())));
    assert_eq!(said(&app), None);
}

#[test]
fn a_verdict_says_when_its_own_scale_was_edited_since() {
    let mut app = own();
    let claim = app.selected().expect("a claim");
    app.send(rated(&claim, "mostly-true"));
    assert_eq!(scale_match(&app), ScaleMatch::Current);
    let given = verdict(&app);
    for msg in [
        ScaleMsg::RatingLabelled("mostly-true".to_owned(), "Nearly true".to_owned()),
        ScaleMsg::RatingNumbered("true".to_owned(), "9".to_owned()),
        ScaleMsg::RatingRemoved("mostly-true".to_owned()),
    ] {
        app.send(scale(msg.clone()));
        assert_eq!(
            (scale_match(&app), verdict(&app)),
            (ScaleMatch::Earlier, given.clone()),
            "{msg:?}"
        );
        app.undo();
        assert_eq!(scale_match(&app), ScaleMatch::Current);
    }
}

#[test]
fn a_second_own_scale_has_another_name_in_files() {
    let mut app = own();
    let claim = app.selected().expect("a claim");
    let first = app.document().scale().id.clone();
    app.send(rated(&claim, "true"));
    app.send(scale(ScaleMsg::Chosen(shipped("check"))));
    app.send(Msg::WindowClosed);
    let mut app = app.reopened();
    app.send(Msg::CommandInvoked(Command::EditScale));
    app.send(scale(ScaleMsg::Customized));
    assert_ne!(app.document().scale().id, first);
    assert_eq!(labels(&app)[0], "False");
    assert_eq!(scale_match(&app), ScaleMatch::Other);
}

#[test]
fn a_scale_of_another_article_is_on_offer_and_that_of_new_ones_is_chosen() {
    let mut app = own();
    app.send(scale(ScaleMsg::Named("House scale".to_owned())));
    let house = Rc::clone(app.document().scale());
    app.paste("Rents rise\nRents rose by 4%.");
    assert_eq!(app.document().scale().id, "five-point");
    let mut app = app.reopened();
    app.send(Msg::CommandInvoked(Command::EditScale));
    let Some(Dialog::Scale { offered, .. }) = app.workspace().window() else { panic!() };
    assert_eq!(offered.len(), BUILTIN_SCALES.len() + 1);
    assert!(offered.contains(&house), "of an article that is not open");
    app.send(scale(ScaleMsg::Chosen(Rc::clone(&house))));
    assert_eq!(app.document().scale(), &house);
    app.send(scale(ScaleMsg::ChosenForNew));
    assert!(said(&app).unwrap().contains("New articles"));
    app.send(Msg::WindowClosed);
    let mut app = app.reopened();
    app.paste("Taxes fall\nTaxes fell by 5%.");
    assert_eq!(app.document().scale(), &house);
    app.check_stored();
}

#[test]
fn an_own_scale_that_is_left_can_be_chosen_again() {
    let mut app = own();
    app.send(scale(ScaleMsg::Named("House scale".to_owned())));
    let house = Rc::clone(app.document().scale());
    app.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    let Some(Dialog::Scale { offered, .. }) = app.workspace().window() else { panic!() };
    let own: Vec<_> = offered.iter().filter(|it| !it.is_shipped()).collect();
    assert_eq!(own, [&house], "as it was when it was left");
}

/// The person's own scales that the window offers once it is opened.
fn own_on_offer(app: &mut TestApp) -> Vec<Rc<Scale>> {
    app.send(Msg::WindowClosed);
    app.send(Msg::CommandInvoked(Command::EditScale));
    let Some(Dialog::Scale { offered, .. }) = app.workspace().window() else { panic!() };
    offered.iter().filter(|it| !it.is_shipped()).cloned().collect()
}

#[test]
fn an_own_scale_that_no_article_has_stays_on_offer() {
    let mut app = own();
    for name in ["H", "Hou", "House scale"] {
        app.send_after(100, scale(ScaleMsg::Named(name.to_owned())));
    }
    app.send(scale(ScaleMsg::RatingAdded("Made up".to_owned())));
    let house = Rc::clone(app.document().scale());
    app.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    assert_eq!(own_on_offer(&mut app), [Rc::clone(&house)], "once, as it was last");
    app.send(Msg::WindowClosed);
    let mut app = app.reopened();
    assert_eq!(own_on_offer(&mut app), [Rc::clone(&house)]);
    app.send(Msg::WindowClosed);
    app.paste("Rents rise\nRents rose by 4%.");
    assert_eq!(own_on_offer(&mut app), [Rc::clone(&house)], "for other articles, too");
    app.send(scale(ScaleMsg::Chosen(Rc::clone(&house))));
    app.send(scale(ScaleMsg::Customized));
    app.send(scale(ScaleMsg::RatingRemoved("made-up".to_owned())));
    let second = Rc::clone(app.document().scale());
    assert_ne!(second.id, house.id);
    app.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    assert_eq!(own_on_offer(&mut app).len(), 2);
    assert!(own_on_offer(&mut app).contains(&house) && own_on_offer(&mut app).contains(&second));
}

#[test]
fn going_through_the_list_of_scales_is_one_step() {
    let (mut app, _) = with("false");
    app.send(Msg::CommandInvoked(Command::EditScale));
    let before = app.export();
    for id in ["politifact", "snopes", "meta"] {
        app.send_after(4_000, scale(ScaleMsg::Chosen(shipped(id))));
        app.check_stored();
    }
    app.undo();
    assert_eq!(app.export(), before);
    app.redo();
    assert_eq!(app.document().scale(), &shipped("meta"));
    app.send(scale(ScaleMsg::Chosen(shipped("check"))));
    app.send(Msg::FieldLeft);
    app.send(scale(ScaleMsg::Chosen(shipped("snopes"))));
    app.send(scale(ScaleMsg::Customized));
    for id in ["snopes", "check", "meta"] {
        app.undo();
        assert_eq!(app.document().scale().id, id);
        app.check_stored();
    }
}

#[test]
fn a_verdict_names_the_scale_that_it_was_taken_from() {
    let mut app = own();
    let claim = app.selected().expect("a claim");
    app.send(scale(ScaleMsg::Named("House scale".to_owned())));
    app.send(rated(&claim, "true"));
    app.send(scale(ScaleMsg::Chosen(shipped("meta"))));
    let said = |app: &TestApp| {
        let given = verdict(app).unwrap();
        let name = app.workspace().scale_name(&given.scale);
        strings::verdict_from(&given.label, name.as_deref(), scale_match(app)).unwrap()
    };
    assert!(said(&app).contains("from the scale “House scale” and"), "{}", said(&app));
    let mut other = TestApp::new();
    other.open_file("work.claimlight.json", &app.export());
    assert!(said(&other).contains("from another scale and"), "nobody knows it here");
    other.send(rated(&claim, "false"));
    other.send(scale(ScaleMsg::Chosen(shipped("check"))));
    assert!(said(&other).contains("“In the style of Meta”"));
}

#[test]
fn the_focus_stays_where_the_verdict_and_its_scale_are_changed() {
    let mut app = own();
    let claim = app.selected().expect("a claim");
    let mut focus = |msg: Msg| {
        app.send(msg).into_iter().find_map(|effect| {
            let Effect::Focus(on) = effect else { return None };
            Some(on)
        })
    };
    let moved = |id: &str| scale(ScaleMsg::RatingMovedUp(id.to_owned()));
    let removed = |id: &str| scale(ScaleMsg::RatingRemoved(id.to_owned()));
    assert_eq!(focus(moved("half-true")), Some(FocusTarget::RatingUp(1)));
    assert_eq!(focus(moved("half-true")), Some(FocusTarget::RatingUp(0)));
    assert_eq!(focus(moved("half-true")), None);
    assert_eq!(focus(removed("half-true")), Some(FocusTarget::RemoveRating(0)));
    assert_eq!(focus(removed("satire")), Some(FocusTarget::RemoveRating(5)), "the last one");
    assert_eq!(focus(removed("satire")), None);
    assert_eq!(focus(Msg::Claim(ClaimMsg::VerdictRemoved(claim))), Some(FocusTarget::Verdict));
}

#[test]
fn a_rating_that_is_typed_is_kept_until_it_is_taken() {
    let mut app = own();
    app.send(Msg::Typed(Field::NewRating, "Made u".to_owned()));
    let app = app.reopened_with_journal();
    assert_eq!(app.workspace().typed(&Field::NewRating), "Made u");
}

#[test]
fn two_tabs_change_the_scale_and_a_verdict_and_nothing_is_lost() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, scale(ScaleMsg::Chosen(shipped("politifact"))));
    browser.action(1, rated(&claim, "false"));
    let file = browser.check_agreement();
    assert!(file.contains("\"scale\": \"five-point\"") && file.contains("\"id\": \"politifact\""));
    browser.action(0, rated(&claim, "true"));
    browser.check_agreement();
    browser.action(1, scale(ScaleMsg::Chosen(shipped("meta"))));
    let details = claimlight::app::LibraryMsg::NoteTyped("Ask the Office".to_owned());
    browser.action(0, Msg::Library(details));
    let file = browser.check_agreement();
    assert!(file.contains("\"id\": \"meta\"") && file.contains("Ask the Office"));
    browser.action(1, Msg::CommandInvoked(Command::Undo));
    let file = browser.check_agreement();
    assert!(file.contains("\"id\": \"politifact\"") && file.contains("Ask the Office"));
}

#[test]
fn of_two_scales_chosen_at_once_the_other_can_be_taken() {
    let mut browser = Browser::new(2);
    browser.action(0, scale(ScaleMsg::Chosen(shipped("politifact"))));
    browser.action(1, scale(ScaleMsg::Chosen(shipped("check"))));
    let file = browser.check_agreement();
    let others = browser.workspace(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(other.member, "scale");
    assert!(other.words().starts_with("In the style of "), "{}", other.words());
    assert!(!other.words().contains('{'), "{}", other.words());
    browser.action(0, Msg::Storage(claimlight::app::StorageMsg::ConflictAccepted(other.clone())));
    assert_ne!(browser.check_agreement(), file);
}

#[test]
fn of_two_verdicts_given_at_once_the_other_is_told_in_words() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, rated(&claim, "false"));
    browser.action(0, reason(&claim, "Nobody said so."));
    browser.action(1, rated(&claim, "true"));
    browser.check_agreement();
    let others = browser.workspace(0).contested();
    let [other] = &others[..] else { panic!("{others:?}") };
    assert_eq!(
        (other.member.as_str(), other.words().as_str()),
        ("verdict", "False: Nobody said so.")
    );
}
