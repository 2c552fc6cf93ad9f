//! Keys: going from claim to claim, tagging and backing out.

use claimlight::{
    app::{Effect, Focus, KeyPress, Mode, Msg, ScrollTo, SelectionOrigin, Toolbar},
    id::TagId,
};

use crate::test_app::{TestApp, press};

/// The sample with three claims, one in the other, and one elsewhere.
fn nested() -> TestApp {
    let mut app = TestApp::new();
    app.mark("massing approximately 100,000 troops around the borders of Ukraine", "event");
    app.mark("approximately 100,000 troops", "quantity");
    app.mark("100,000", "quantity");
    app.mark("30,000 troops", "quantity");
    app.send(Msg::ClaimDeselected);
    app
}

#[track_caller]
fn check(app: &mut TestApp, key: &str, words: Option<&str>) {
    app.press(key);
    assert_eq!(app.selected_words().as_deref(), words, "after {key}");
}

#[test]
fn a_digit_marks_the_selection_with_its_tag() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    app.press("3");
    let claim = app.selected().unwrap();
    assert_eq!(app.document().claim(&claim).unwrap().tags, [TagId::new("event").unwrap()]);
    app.press("3");
    assert!(app.document().claim(&claim).unwrap().tags.is_empty(), "again takes it off");
    app.press("1");
    app.press("9");
    assert_eq!(app.document().claim(&claim).unwrap().tags.len(), 1, "9 is no tag's key");
    app.check_stored();
}

#[test]
fn enter_marks_the_selection_without_a_tag() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    app.press("Enter");
    assert_eq!(app.quotes(), ["100,000 troops"]);
    assert!(app.document().claims().all(|claim| claim.tags.is_empty()));
}

#[test]
fn a_digit_while_reading_is_nothing() {
    assert_eq!(TestApp::new().press("1"), []);
}

#[test]
fn escape_closes_the_bar_then_the_selection() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    app.press("Escape");
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::Closed, .. }));
    let effects = app.press("Escape");
    assert_eq!(effects, [Effect::ClearSelection]);
    assert_eq!(app.workspace().session(), &Mode::Reading);
    assert_eq!(app.press("Escape"), []);
}

#[test]
fn escape_leaves_the_claim() {
    let mut app = nested();
    check(
        &mut app,
        "n",
        Some("massing approximately 100,000 troops around the borders of Ukraine"),
    );
    let effects = app.press("Escape");
    assert_eq!(app.selected(), None);
    assert!(
        matches!(&effects[..], [Effect::SetRoute(address)] if address.to_string().ends_with(app.article().as_str()))
    );
}

#[test]
fn a_selection_with_a_closed_bar_can_still_be_marked() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    app.press("Escape");
    app.press("1");
    assert_eq!(app.quotes(), ["100,000 troops"]);
}

#[test]
fn n_and_m_go_through_the_claims_in_text_order() {
    let mut app = nested();
    let outer = "massing approximately 100,000 troops around the borders of Ukraine";
    check(&mut app, "n", Some(outer));
    check(&mut app, "n", Some("approximately 100,000 troops"));
    check(&mut app, "n", Some("100,000"));
    check(&mut app, "N", Some("30,000 troops"));
    check(&mut app, "n", Some("30,000 troops"));
    check(&mut app, "m", Some("100,000"));
    app.send(Msg::ClaimDeselected);
    check(&mut app, "m", Some("30,000 troops"));
}

#[test]
fn c_goes_outwards_and_from_the_largest_back_to_the_smallest() {
    let mut app = nested();
    app.press("m");
    app.press("m");
    assert_eq!(app.selected_words().as_deref(), Some("100,000"));
    check(&mut app, "c", Some("approximately 100,000 troops"));
    let outer = "massing approximately 100,000 troops around the borders of Ukraine";
    check(&mut app, "c", Some(outer));
    check(&mut app, "c", Some("100,000"));
    app.press("n");
    assert_eq!(app.press("c"), [], "alone, it stays");
}

#[test]
fn delete_deletes_the_selected_claim() {
    let mut app = nested();
    app.press("n");
    app.press("Delete");
    assert_eq!((app.document().claim_count(), app.selected()), (3, None));
    app.send(Msg::KeyPressed(KeyPress { command: true, ..press("z") }));
    assert_eq!(app.document().claim_count(), 4);
    app.send(Msg::KeyPressed(KeyPress { command: true, shift: true, ..press("Z") }));
    assert_eq!(app.document().claim_count(), 3);
    app.send(Msg::KeyPressed(KeyPress { command: true, ..press("z") }));
    app.send(Msg::KeyPressed(KeyPress { command: true, ..press("y") }));
    assert_eq!(app.document().claim_count(), 3);
}

#[test]
fn keys_in_a_field_are_the_fields() {
    let mut app = nested();
    app.press("n");
    for key in ["1", "n", "c", "Delete", "Enter", "z"] {
        for command in [false, true] {
            let press = KeyPress { focus: Focus::Field, command, ..press(key) };
            assert_eq!(app.send(Msg::KeyPressed(press)), [], "{key}");
        }
    }
    assert_eq!(app.document().claim_count(), 4);
}

#[test]
fn a_claim_that_is_picked_is_shown_at_the_other_place() {
    let mut app = nested();
    let claim = app.document().claims().next().unwrap().id.clone();
    let mark = Effect::ScrollTo(ScrollTo::Mark { claim: claim.clone(), block: 6 });
    let card = Effect::ScrollTo(ScrollTo::Card(claim.clone()));
    let mut pick = |from| app.send(Msg::ClaimSelected { claim: claim.clone(), from });
    let (article, list, key) = (
        pick(SelectionOrigin::Article),
        pick(SelectionOrigin::List),
        pick(SelectionOrigin::Elsewhere),
    );
    assert!(article.contains(&card) && !article.contains(&mark));
    assert!(list.contains(&mark) && !list.contains(&card));
    assert!(key.contains(&mark) && key.contains(&card));
}
