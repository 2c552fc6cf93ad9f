//! Selecting beside the work that is going on: claims stay open, the switch acts at once, and
//! nothing typed is lost.

use claimlight::app::{ImportMsg, Mode, Msg, Snap, Toolbar};

use crate::test_app::TestApp;

#[test]
fn the_claim_that_is_worked_on_stays_open_while_text_is_selected() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let claim = app.selected();
    app.select("Moscow");
    assert_eq!(app.selected(), claim);
    app.press("Escape");
    app.press("Escape");
    assert_eq!(app.workspace().session(), &Mode::Claim(claim.unwrap()));
}

#[test]
fn a_mark_made_while_a_claim_is_open_opens_the_new_one() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    app.mark("30,000 troops", "quantity");
    assert_eq!(app.selected_words().as_deref(), Some("30,000 troops"));
    app.check_stored();
}

#[test]
fn the_switch_for_exact_edges_acts_on_what_is_selected() {
    let mut app = TestApp::new();
    let span = app.find("pproximately 100,0", 0);
    app.send(Msg::TextSelected { span, edges: Snap::Words });
    app.send(Msg::CommandInvoked(claimlight::app::Command::Exact));
    app.send(Msg::CommandInvoked(claimlight::app::Command::Mark));
    assert_eq!(app.quotes(), ["pproximately 100,0"]);
}

#[test]
fn selecting_the_same_words_again_brings_the_bar_back() {
    let mut app = TestApp::new();
    app.select("100,000 troops");
    app.press("Escape");
    app.select("100,000 troops");
    assert!(matches!(app.workspace().session(), Mode::Selecting { bar: Toolbar::Shown, .. }));
}

#[test]
fn c_goes_through_the_claims_that_were_clicked_together_and_no_others() {
    let mut app = TestApp::new();
    app.mark("Moscow of massing approximately", "event");
    let first = app.selected().unwrap();
    app.mark("massing approximately 100,000 troops around the borders", "event");
    let second = app.selected().unwrap();
    app.mark("troops around the borders of Ukraine", "event");
    app.send(Msg::MarkClicked(vec![first.clone()]));
    app.press("c");
    assert_eq!(app.selected().as_ref(), Some(&first), "nothing else is under the click");
    app.send(Msg::MarkClicked(vec![first.clone(), second.clone()]));
    app.press("c");
    assert_eq!(app.selected(), Some(second));
    app.press("c");
    assert_eq!(app.selected(), Some(first));
}

#[test]
fn what_was_typed_in_the_dialog_is_there_when_it_is_opened_again() {
    let mut app = TestApp::new();
    app.send(Msg::AddArticleRequested);
    app.send(Msg::Import(ImportMsg::Typed("Half an article".to_owned())));
    app.send(Msg::Import(ImportMsg::Closed));
    app.send(Msg::AddArticleRequested);
    assert_eq!(app.workspace().dialog().unwrap().text, "Half an article");
    app.open_file("more.txt", "and more");
    let text = || app.workspace().dialog().unwrap().text.clone();
    assert_eq!(text(), "Half an article", "the file is read, the text stays");
}

#[test]
fn a_deleted_claim_leaves_the_address() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let claim = app.selected().unwrap();
    let effects = app.send(Msg::ClaimDeleted(claim));
    let address = format!("{effects:?}");
    assert!(address.contains("SetRoute(Article("), "{address}");
}
