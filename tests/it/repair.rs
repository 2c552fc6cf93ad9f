//! Splitting, joining and correcting blocks: claims keep their words, and each is one step.

use claimlight::{
    app::{Command, Edges, Effect, FocusOn, Msg, RepairMsg, Window},
    article::Kind,
    id::{BlockId, ClaimId},
    ledger::LedgerState,
};

use crate::world::World;

pub(crate) const TEXT: &str =
    "Rents and taxes\nRents rose by 5 per cent. Taxes fell, they said.\nWages stood still.";

pub(crate) fn world() -> World {
    let mut world = World::new();
    world.paste(TEXT);
    world
}

pub(crate) fn block(id: &str) -> BlockId {
    BlockId::new(id).unwrap()
}

/// The texts of the blocks.
pub(crate) fn texts(world: &World) -> Vec<String> {
    world.document().blocks().iter().map(|block| block.text.to_string()).collect()
}

pub(crate) fn split(world: &mut World, words: &str) {
    let span = world.find(words, 0);
    let at = span.start.block.clone();
    world.send(Msg::TextSelected { span, edges: Edges::Exact });
    world.send(Msg::Repair(RepairMsg::Split(at)));
}

pub(crate) fn join(world: &mut World, at: usize) {
    let id = world.document().blocks().at(at).unwrap().id.clone();
    world.send(Msg::Repair(RepairMsg::Joined(id)));
}

pub(crate) fn correct(world: &mut World, at: usize, text: &str) {
    let id = world.document().blocks().at(at).unwrap().id.clone();
    world.send(Msg::Repair(RepairMsg::CorrectAsked(id)));
    world.send(Msg::Repair(RepairMsg::Typed(text.to_owned())));
    world.send(Msg::Repair(RepairMsg::Corrected));
}

/// What the words of a claim were, if it says so.
fn corrected(world: &World, claim: &ClaimId) -> Option<String> {
    world.document().claim(claim).unwrap().corrected.clone()
}

/// Whether what was done is one step, which can be taken back and done again, also at the next
/// start.
#[track_caller]
fn check_step(mut world: World, before: &str) {
    let after = world.export();
    assert_ne!(after, before);
    world.check_stored();
    world.undo();
    assert_eq!(world.export(), before, "taken back");
    world.check_stored();
    world.redo();
    assert_eq!(world.export(), after, "done again");
    world.check_stored();
    let mut next = world.reopened_with_journal();
    next.undo();
    assert_eq!(next.export(), before, "taken back at the next start");
    next.check_stored();
    next.redo();
    assert_eq!(next.export(), after, "done again at the next start");
    assert_eq!(next.desk().notice(), None, "and nobody is asked twice");
    next.check_stored();
}

#[test]
fn a_split_moves_the_claims_with_their_words() {
    let mut world = world();
    world.mark("5 per cent", "quantity");
    world.mark("they said", "event");
    world.mark("cent. Taxes fell", "event");
    world.mark("Wages", "event");
    let before = world.export();
    split(&mut world, "Taxes fell");
    assert_eq!(texts(&world)[1..3], ["Rents rose by 5 per cent.", "Taxes fell, they said."]);
    assert_eq!(world.quotes(), ["5 per cent", "cent.\nTaxes fell", "they said", "Wages"]);
    assert!(world.document().claims().all(|claim| claim.corrected.is_none()));
    assert_eq!(world.desk().current(), Some(&block("b2")));
    assert_eq!(world.asked.last(), Some(&Effect::Focus(FocusOn::Block(1))));
    assert!(world.desk().said().0.contains("split"), "{:?}", world.desk().said());
    check_step(world, &before);
}

#[test]
fn a_join_moves_the_claims_with_their_words() {
    let mut world = world();
    world.mark("Taxes fell, they said.\nWages stood", "event");
    let claim = world.mark("still", "event");
    let before = world.export();
    join(&mut world, 1);
    assert_eq!(texts(&world).len(), 2);
    assert_eq!(world.quotes(), ["Taxes fell, they said. Wages stood", "still"]);
    assert_eq!(world.selected(), Some(claim), "the claim that was worked on");
    check_step(world, &before);
}

#[test]
fn a_split_and_a_join_make_the_text_as_imported() {
    let mut world = world();
    world.mark("fell", "event");
    let before = world.export();
    split(&mut world, "Taxes fell");
    join(&mut world, 1);
    assert_eq!(world.export(), before);
    assert!(!world.document().blocks().is_repaired());
    world.check_stored();
}

#[test]
fn a_correction_changes_no_words_of_claims_around_it() {
    let mut world = world();
    let claims = ["Rents rose", "5 per cent", "they said"].map(|it| world.mark(it, "event"));
    let before = world.export();
    correct(&mut world, 1, "Rents rose by just 5 per cent. Taxes fell a bit, they said.");
    assert_eq!(world.quotes(), ["Rents rose", "5 per cent", "they said"]);
    assert!(claims.iter().all(|claim| corrected(&world, claim).is_none()));
    check_step(world, &before);
}

#[test]
fn what_no_text_may_have_is_replaced_in_a_correction_as_where_texts_come_in() {
    let mut world = world();
    let before = world.export();
    correct(&mut world, 1, "Rents\0rose by 5 per cent.\n\0");
    let text = world.document().blocks().at(1).unwrap().text.to_string();
    assert_eq!(text, "Rents\u{fffd}rose by 5 per cent. \u{fffd}");
    check_step(world, &before);
}

#[test]
fn a_claim_whose_words_are_corrected_says_what_they_were() {
    let mut world = world();
    let claim = world.mark("5 per cent", "quantity");
    let inside = world.mark("they said", "event");
    let before = world.export();
    correct(&mut world, 1, "Rents rose by 6 percent. Taxes fell, they said.");
    assert_eq!(world.quotes(), ["6 percent", "they said"]);
    assert_eq!(corrected(&world, &claim).as_deref(), Some("5 per cent"));
    assert_eq!(corrected(&world, &inside), None);
    assert_eq!(world.desk().said().0, "Text corrected. Words changed in 1 claim");
    let file = world.export();
    assert!(file.contains("\"corrected\": \"5 per cent\""), "{file}");
    let mut elsewhere = World::new();
    elsewhere.open_file("work.json", &file);
    assert_eq!(elsewhere.export(), file, "as it was written");
    world.send(Msg::Repair(RepairMsg::WordsSeen(claim.clone())));
    assert_eq!(corrected(&world, &claim), None);
    world.undo();
    assert_eq!(corrected(&world, &claim).as_deref(), Some("5 per cent"));
    check_step(world, &before);
}

#[test]
fn words_that_are_put_back_are_no_other_words() {
    let mut world = world();
    let claim = world.mark("5 per cent", "quantity");
    correct(&mut world, 1, "Rents rose by 6 per cent. Taxes fell, they said.");
    correct(&mut world, 1, "Rents rose by 7 per cent. Taxes fell, they said.");
    assert_eq!(corrected(&world, &claim).as_deref(), Some("5 per cent"), "the first ones");
    correct(&mut world, 1, "Rents rose by 5 per cent. Taxes fell, they said.");
    assert_eq!(corrected(&world, &claim), None);
    assert!(!world.document().blocks().is_repaired());
}

#[test]
fn a_claim_whose_words_are_deleted_is_about_the_block() {
    let mut world = world();
    let claim = world.mark("Taxes fell", "event");
    let before = world.export();
    correct(&mut world, 1, "Rents rose by 5 per cent.");
    assert_eq!(world.quotes(), Vec::<String>::new());
    assert_eq!(corrected(&world, &claim).as_deref(), Some("Taxes fell"));
    let page = world.desk().page().unwrap();
    let card = page.sections.iter().flat_map(|it| &it.cards).next().unwrap();
    assert_eq!((card.quote.as_str(), card.now()), ("Taxes fell", None));
    check_step(world, &before);
}

#[test]
fn two_corrections_at_once_leave_what_is_between_them() {
    let mut world = world();
    let between = world.mark("by 5 per", "event");
    let over = world.mark("Rents rose by", "event");
    correct(&mut world, 1, "Rent rose by 5 per cant. Taxes fell, they said.");
    assert_eq!(corrected(&world, &between), None);
    assert_eq!(corrected(&world, &over).as_deref(), Some("Rents rose by"));
    assert_eq!(world.quotes(), ["Rent rose by", "by 5 per"]);
}

#[test]
fn the_kind_and_the_look_go_with_both_parts() {
    let mut world = world();
    world.mark("Taxes fell", "event");
    world.send(Msg::LookTurned(block("b2")));
    world.send(Msg::KindChosen(block("b2"), Kind::Quotation));
    let before = world.export();
    split(&mut world, "Taxes fell");
    let blocks = world.document().blocks();
    let states = [1, 2].map(|at| {
        let block = blocks.at(at).unwrap();
        (block.kind, world.document().looked(&block.id).map(|it| it.state))
    });
    // The ledger never contradicts the claims.
    let [first, second] = states;
    assert_eq!(first, (Kind::Quotation, Some(LedgerState::NothingToCheck)));
    assert_eq!(second, (Kind::Quotation, Some(LedgerState::Done)));
    join(&mut world, 1);
    assert_eq!(world.export(), before, "both had been looked at");
    join(&mut world, 1);
    assert_eq!(world.document().looked(&block("b2")), None, "one of them had not");
    for _ in 0..3 {
        world.undo();
    }
    check_undone(&world, &before);
}

#[track_caller]
fn check_undone(world: &World, before: &str) {
    assert_eq!(world.export(), before);
    world.check_stored();
}

#[test]
fn a_look_or_a_kind_is_taken_back_at_the_next_start_and_done_again() {
    let mut world = world();
    let before = world.export();
    world.send(Msg::KindChosen(block("b2"), Kind::Quotation));
    check_step(world, &before);
}

#[test]
fn without_a_selection_or_a_next_block_it_is_said_how() {
    let mut world = world();
    let before = world.export();
    world.send(Msg::Repair(RepairMsg::Split(block("b2"))));
    assert!(world.desk().notice().unwrap().text.contains("select"));
    world.send(Msg::Repair(RepairMsg::Joined(block("b3"))));
    assert!(world.desk().notice().unwrap().text.contains("last"));
    correct(&mut world, 1, " \n ");
    let Some(Window::Correction { problem: Some(_), .. }) = world.desk().window() else {
        panic!("{:?}", world.desk().window())
    };
    assert_eq!(world.export(), before);
}

#[test]
fn keys_alone_split_and_correct() {
    let mut world = world();
    world.press("j");
    world.press("j");
    world.press("s");
    world.press("s");
    assert!(world.selected_span().is_some());
    world.press("b");
    world.send(Msg::BlockPicked(block("b2")));
    assert!(world.selected_span().is_some(), "the menu leaves the selection");
    world.send(Msg::Commanded(Command::Split));
    assert_eq!(texts(&world)[2], "Taxes fell, they said.");
    world.send(Msg::Commanded(Command::Correct));
    let Some(Window::Correction { text, .. }) = world.desk().window() else { panic!("no window") };
    assert_eq!(text, "Rents rose by 5 per cent.");
}

#[test]
fn what_is_typed_is_there_at_the_next_start_until_it_is_taken() {
    let mut world = world();
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block("b3"))));
    world.send(Msg::Repair(RepairMsg::Typed("Wages rose".to_owned())));
    let mut next = world.reopened_with_journal();
    next.send(Msg::Repair(RepairMsg::CorrectAsked(block("b3"))));
    let Some(Window::Correction { text, .. }) = next.desk().window() else { panic!("no window") };
    assert_eq!(text, "Wages rose");
    next.send(Msg::Repair(RepairMsg::Corrected));
    assert_eq!(texts(&next)[2], "Wages rose");
    let mut last = next.reopened_with_journal();
    last.send(Msg::Repair(RepairMsg::CorrectAsked(block("b3"))));
    last.send(Msg::Repair(RepairMsg::Dropped));
    assert_eq!(texts(&last)[2], "Wages rose");
}

#[test]
fn line_breaks_that_are_pasted_become_spaces() {
    let mut world = world();
    correct(&mut world, 2, "Wages\r\nstood \u{2028} still.  ");
    assert_eq!(texts(&world)[2], "Wages stood still.");
}

#[test]
fn a_draft_says_that_it_is_one_and_is_dropped_when_its_paragraph_is_repaired() {
    let mut world = World::new();
    world.paste("Headline here\nTaxes fel. Rents rose.\nMore.");
    let block = world.document().blocks().at(1).unwrap().id.clone();
    let problem = |world: &World| match world.desk().window() {
        Some(Window::Correction { problem, text, .. }) => (*problem, text.clone()),
        other => panic!("{other:?}"),
    };
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block.clone())));
    world.send(Msg::Repair(RepairMsg::Typed("Taxes fell. Rents rose.".to_owned())));
    world.send(Msg::WindowClosed);
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block.clone())));
    assert!(problem(&world).0.is_some(), "it is told that it was not saved");
    assert_eq!(problem(&world).1, "Taxes fell. Rents rose.");
    world.send(Msg::WindowClosed);
    world.send(Msg::Repair(RepairMsg::Joined(block.clone())));
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block)));
    assert_eq!(problem(&world), (None, "Taxes fel. Rents rose. More.".to_owned()));
}

#[test]
fn a_paragraph_that_changed_meanwhile_is_replaced_at_the_second_press_alone() {
    let mut world = World::new();
    world.paste("Headline here\nTaxes fel.\nMore.");
    let block = world.document().blocks().at(1).unwrap().id.clone();
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block.clone())));
    world.send(Msg::Repair(RepairMsg::Joined(block)));
    world.send(Msg::Repair(RepairMsg::Typed("Taxes fell.".to_owned())));
    world.send(Msg::Repair(RepairMsg::Corrected));
    assert_eq!(texts(&world)[1], "Taxes fel. More.", "nothing is replaced unseen");
    assert!(matches!(
        world.desk().window(),
        Some(Window::Correction { problem: Some(_), text, .. }) if text == "Taxes fell."
    ));
    world.send(Msg::Repair(RepairMsg::Corrected));
    assert_eq!(texts(&world)[1], "Taxes fell.");
}
