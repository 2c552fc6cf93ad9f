//! Selecting beside the work that is going on: claims stay open, the switch acts at once, and
//! nothing typed is lost.

use claimlight::app::{Bar, Edges, IntakeMsg, Msg, Session};

use crate::world::World;

#[test]
fn the_claim_that_is_worked_on_stays_open_while_text_is_selected() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let claim = world.selected();
    world.select("Moscow");
    assert_eq!(world.selected(), claim);
    world.press("Escape");
    world.press("Escape");
    assert_eq!(world.desk().session(), &Session::Claim(claim.unwrap()));
}

#[test]
fn a_mark_made_while_a_claim_is_open_opens_the_new_one() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    world.mark("30,000 troops", "quantity");
    assert_eq!(world.selected_words().as_deref(), Some("30,000 troops"));
    world.check_stored();
}

#[test]
fn the_switch_for_exact_edges_acts_on_what_is_selected() {
    let mut world = World::new();
    let span = world.find("pproximately 100,0", 0);
    world.send(Msg::TextSelected { span, edges: Edges::Words });
    world.send(Msg::Commanded(claimlight::app::Command::Exact));
    world.send(Msg::Commanded(claimlight::app::Command::Mark));
    assert_eq!(world.quotes(), ["pproximately 100,0"]);
}

#[test]
fn selecting_the_same_words_again_brings_the_bar_back() {
    let mut world = World::new();
    world.select("100,000 troops");
    world.press("Escape");
    world.select("100,000 troops");
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Shown, .. }));
}

#[test]
fn c_goes_through_the_claims_that_were_clicked_together_and_no_others() {
    let mut world = World::new();
    world.mark("Moscow of massing approximately", "event");
    let first = world.selected().unwrap();
    world.mark("massing approximately 100,000 troops around the borders", "event");
    let second = world.selected().unwrap();
    world.mark("troops around the borders of Ukraine", "event");
    world.send(Msg::MarkClicked(vec![first.clone()]));
    world.press("c");
    assert_eq!(world.selected().as_ref(), Some(&first), "nothing else is under the click");
    world.send(Msg::MarkClicked(vec![first.clone(), second.clone()]));
    world.press("c");
    assert_eq!(world.selected(), Some(second));
    world.press("c");
    assert_eq!(world.selected(), Some(first));
}

#[test]
fn what_was_typed_in_the_dialog_is_there_when_it_is_opened_again() {
    let mut world = World::new();
    world.send(Msg::AddAsked);
    world.send(Msg::Intake(IntakeMsg::Typed("Half an article".to_owned())));
    world.send(Msg::Intake(IntakeMsg::Left));
    world.send(Msg::AddAsked);
    assert_eq!(world.desk().dialog().unwrap().text, "Half an article");
    world.open_file("more.txt", "and more");
    let text = || world.desk().dialog().unwrap().text.clone();
    assert_eq!(text(), "Half an article", "the file is read, the text stays");
}

#[test]
fn a_deleted_claim_leaves_the_address() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let claim = world.selected().unwrap();
    let effects = world.send(Msg::ClaimDeleted(claim));
    let address = format!("{effects:?}");
    assert!(address.contains("ShowAddress(Article("), "{address}");
}
