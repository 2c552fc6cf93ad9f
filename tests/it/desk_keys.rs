//! Reading by keys: the current block, the ledger, selecting.

use claimlight::{
    app::{Bar, Command, Edges, Effect, FocusMode, HintState, Msg, Press, Reveal, Session},
    ledger::LedgerState,
};

use crate::{
    claims::tag,
    world::{World, press},
};

/// Presses keys one after the other; `^` stands for Shift.
pub(crate) fn keys(world: &mut World, keys: &[&str]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys {
        let shift = key.starts_with('^');
        let press = Press { shift, ..press(key.trim_start_matches('^')) };
        effects = world.send(Msg::Pressed(press));
    }
    effects
}

pub(crate) fn current(world: &World) -> Option<usize> {
    world.document().blocks().position(world.desk().current()?)
}

fn selected(world: &World) -> String {
    let Session::Selecting { span, .. } = world.desk().session() else {
        panic!("nothing is selected")
    };
    span.words(world.document().blocks()).unwrap()
}

pub(crate) fn looked(world: &World, position: usize) -> Option<LedgerState> {
    let block = world.document().blocks().at(position).unwrap();
    world.document().looked(&block.id).map(|looked| looked.state)
}

const TEXT: &str = "Rents rise\nRents rose by 4% in May, the U.S. office said. Wages fell: by 2%.\n\
                    Nobody asked why.";

pub(crate) fn rents() -> World {
    let mut world = World::new();
    world.paste(TEXT);
    world
}

#[test]
fn the_current_block_goes_on_and_back_and_stays_at_the_ends() {
    let mut world = rents();
    assert_eq!(current(&world), None);
    for (key, position) in [("j", 0), ("j", 1), ("j", 2), ("j", 2), ("k", 1), ("k", 0), ("k", 0)] {
        let effects = keys(&mut world, &[key]);
        assert_eq!(current(&world), Some(position), "{key}");
        assert!(effects.contains(&Effect::Reveal(Reveal::Block(position))));
    }
}

#[test]
fn the_current_block_of_each_article_is_remembered() {
    let mut world = rents();
    let rents = world.article();
    keys(&mut world, &["j", "j"]);
    let other = world.paste("Taxes fall\nTaxes fell by 5%.");
    keys(&mut world, &["j"]);
    let mut world = world.reopened();
    assert_eq!((world.article(), current(&world)), (other, Some(0)));
    world.send(Msg::ArticlePicked(rents));
    assert_eq!(current(&world), Some(1));
}

#[test]
fn going_on_says_nothing_about_saving() {
    let mut world = rents();
    world.confirm();
    let before = world.desk().save_state().clone();
    keys(&mut world, &["j"]);
    assert_eq!(*world.desk().save_state(), before);
    assert!(world.found.local.keys().any(|key| key.contains("/setting/place-")));
}

#[test]
fn a_block_without_claims_has_nothing_to_check_and_one_with_claims_is_done() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "r"]);
    assert_eq!(looked(&world, 1), Some(LedgerState::NothingToCheck));
    keys(&mut world, &["r"]);
    assert_eq!(looked(&world, 1), None);
    keys(&mut world, &["s", "1", "r"]);
    assert_eq!(looked(&world, 1), Some(LedgerState::Done));
    assert_eq!(world.desk().page().unwrap().block(1).unwrap().open, 1);
    world.check_stored();
}

#[test]
fn what_was_looked_at_follows_the_claims_and_undo_takes_both_back() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "r", "s", "1"]);
    assert_eq!(looked(&world, 1), Some(LedgerState::Done), "there was something to check");
    keys(&mut world, &["Delete"]);
    assert_eq!(looked(&world, 1), Some(LedgerState::NothingToCheck));
    for state in [LedgerState::Done, LedgerState::NothingToCheck] {
        world.send(Msg::Commanded(Command::Undo));
        assert_eq!(looked(&world, 1), Some(state));
    }
    world.send(Msg::Commanded(Command::Undo));
    assert_eq!(looked(&world, 1), None);
    world.check_stored();
}

#[test]
fn the_next_block_that_was_not_looked_at_is_found_around_the_end() {
    let mut world = rents();
    keys(&mut world, &["j", "r", "u"]);
    assert_eq!(current(&world), Some(1));
    keys(&mut world, &["u"]);
    assert_eq!(current(&world), Some(2));
    keys(&mut world, &["r", "u"]);
    assert_eq!(current(&world), Some(1), "from the start again");
    assert!(!world.desk().page().unwrap().progress.is_complete());
    keys(&mut world, &["r", "u"]);
    assert!(world.desk().page().unwrap().progress.is_complete());
    assert!(world.desk().notice().unwrap().text.contains("has been looked at"));
    let said = world.desk().said().0.to_owned();
    assert!(said.contains("has been looked at"), "{said}");
}

#[test]
fn headlines_and_others_are_counted_apart() {
    let mut world = World::new();
    keys(&mut world, &["j", "r", "j", "r", "j", "r"]);
    let progress = world.desk().page().unwrap().progress;
    assert_eq!((progress.looked, progress.paragraphs), (1, 15));
    assert_eq!((progress.others_looked, progress.others), (2, 5));
}

#[test]
fn sentences_clauses_and_words_are_selected_one_after_the_other() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s"]);
    let first = "Rents rose by 4% in May, the U.S. office said.";
    assert_eq!(selected(&world), first);
    keys(&mut world, &["s"]);
    assert_eq!(selected(&world), "Wages fell: by 2%.");
    keys(&mut world, &["s"]);
    assert_eq!(selected(&world), "Wages fell: by 2%.", "there is no further one");
    keys(&mut world, &["^S"]);
    assert_eq!(selected(&world), first);
    for words in ["Rents rose by 4% in May", "the U.S. office said", "Wages fell", "by 2%"] {
        keys(&mut world, &["l"]);
        assert_eq!(selected(&world), words);
    }
    keys(&mut world, &["w"]);
    assert_eq!(selected(&world), "by");
    keys(&mut world, &["w"]);
    assert_eq!(selected(&world), "2");
    keys(&mut world, &["p"]);
    assert_eq!(selected(&world), TEXT.lines().nth(1).unwrap());
}

#[test]
fn the_next_sentence_is_the_one_after_the_claim_that_was_just_marked() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s", "1", "s", "2"]);
    assert_eq!(world.quotes().len(), 2);
    assert_eq!(world.quotes()[1], "Wages fell: by 2%.");
}

#[test]
fn edges_move_by_words_and_by_characters_and_into_other_blocks() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s", "s", "ArrowLeft"]);
    assert_eq!(selected(&world), "Wages fell: by", "the full stop alone is no word");
    keys(&mut world, &["ArrowLeft", "ArrowLeft", "ArrowLeft"]);
    assert_eq!(selected(&world), "Wages", "something stays");
    keys(&mut world, &["o", "ArrowLeft", "ArrowLeft"]);
    assert_eq!(selected(&world), "office said. Wages");
    keys(&mut world, &["ArrowRight", "o", "ArrowRight"]);
    assert_eq!(selected(&world), "said. Wages fell");
    keys(&mut world, &["x", "ArrowRight", "o", "ArrowRight"]);
    assert_eq!(selected(&world), "aid. Wages fell:");
    assert_eq!(world.desk().edges(), Edges::Exact);
    keys(&mut world, &["x", "p", "ArrowRight"]);
    assert!(selected(&world).ends_with("by 2%.\nNobody"));
}

#[test]
fn what_the_page_says_of_a_selection_by_keys_changes_nothing() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s", "ArrowLeft", "o"]);
    let before = world.desk().session().clone();
    let Session::Selecting { span, .. } = before.clone() else { panic!() };
    world.send(Msg::TextSelected { span, edges: Edges::Words });
    assert_eq!(*world.desk().session(), before);
}

#[test]
fn a_tag_is_named_in_the_bar_and_the_page_selecting_its_field_takes_nothing() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s", "t"]);
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Naming, .. }));
    world.send(Msg::SelectionGone);
    world.send(Msg::NamingLeft);
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Shown, .. }));
    keys(&mut world, &["t"]);
    world.send(Msg::SelectionNamed("needs  Source".to_owned()));
    let claim = world.document().claims().next().unwrap();
    assert_eq!(claim.tags, [tag("needs-source")]);
    world.send(Msg::Commanded(Command::Undo));
    assert_eq!((world.quotes().len(), world.document().tags().len()), (0, 8), "one step");
}

#[test]
fn hints_go_as_they_are_done_and_never_come_back() {
    let mut world = World::new();
    assert_eq!(world.desk().hints(), [HintState::Open; 3]);
    keys(&mut world, &["j", "s"]);
    assert_eq!(world.desk().hints(), [HintState::JustDone, HintState::Open, HintState::Open]);
    keys(&mut world, &["1", "r"]);
    assert_eq!(world.desk().hints(), [HintState::JustDone; 3]);
    assert_eq!(world.reopened().desk().hints(), [HintState::Done; 3]);
}

#[test]
fn escape_backs_out_of_one_thing_after_the_other() {
    let mut world = rents();
    keys(&mut world, &["f", "j", "s", "1", "s", "Escape"]);
    assert!(matches!(world.desk().session(), Session::Selecting { bar: Bar::Closed, .. }));
    keys(&mut world, &["Escape"]);
    assert!(matches!(world.desk().session(), Session::Claim(_)));
    keys(&mut world, &["Escape"]);
    assert_eq!(*world.desk().session(), Session::Reading);
    assert_eq!(world.desk().focus_mode(), FocusMode::On);
    keys(&mut world, &["Escape"]);
    assert_eq!(world.desk().focus_mode(), FocusMode::Off);
}

#[test]
fn who_leaves_the_field_for_a_tag_leaves_the_selection() {
    let mut world = rents();
    keys(&mut world, &["j", "j", "s", "t"]);
    let effects = world.send(Msg::NamingDropped);
    assert_eq!(effects, [Effect::DropSelection]);
    assert_eq!(*world.desk().session(), Session::Reading);
    keys(&mut world, &["1"]);
    assert!(world.quotes().is_empty());
    assert!(world.send(Msg::NamingDropped).is_empty());
}

#[test]
fn every_act_is_said() {
    let mut world = rents();
    for (pressed, said) in [
        ("j", "Headline, not looked at. Rents rise"),
        ("r", "nothing to check. 0 of 2 paragraphs"),
        ("j", "Paragraph 1, not looked at. Rents rose"),
        ("s", "Selected: Rents rose by 4% in May"),
        ("x", "Exact, by characters"),
        ("x", "Whole words"),
        ("o", "Moving the start"),
        ("1", "Claim 1 marked, Quantity"),
        ("2", "Quote on"),
        ("2", "Quote off"),
        ("f", "Focus on the paragraph"),
        ("Delete", "Claim 1 deleted"),
        ("n", "Claim 1 deleted"),
        ("h", "Guidelines"),
    ] {
        keys(&mut world, &[pressed]);
        assert!(world.desk().said().0.starts_with(said), "{pressed}: {}", world.desk().said().0);
    }
    world.send(Msg::Commanded(Command::Undo));
    assert_eq!(world.desk().said().0, "Undone: claim deleted");
    world.send(Msg::Commanded(Command::Redo));
    assert_eq!(world.desk().said().0, "Done again: claim deleted");
    world.send(Msg::Commanded(Command::Undo));
    keys(&mut world, &["Escape", "n"]);
    assert!(world.desk().said().0.starts_with("[claim 1, Quantity] Rents rose"));
}
