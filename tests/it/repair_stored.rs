//! Repaired articles that go, come back, are handed on, and are worked on in two tabs.

use claimlight::{
    app::{Command, Deletion, Edges, Msg, RepairMsg, StoresMsg},
    article::Span,
    id::{BlockId, TagId},
};

use crate::{
    repair::{block, correct, join, split, texts, world},
    tabs::Browser,
    world::{World, find},
};

#[test]
fn a_repaired_article_that_is_deleted_comes_back_repaired() {
    let mut world = world();
    world.mark("they said", "event");
    let before = world.export();
    split(&mut world, "Taxes fell");
    world.send(Msg::LookTurned(block("b2")));
    join(&mut world, 2);
    correct(&mut world, 1, "Rents rose by 6 per cent.");
    let after = world.export();
    let article = world.article();
    world.send(Msg::Commanded(Command::ShowStores));
    world.send(Msg::Stores(StoresMsg::Deleted(Deletion::Article)));
    world.undo();
    assert_eq!((world.article(), world.export()), (article.clone(), after.clone()));
    world.check_stored();
    world.redo();
    let mut next = world.reopened_with_journal();
    next.undo();
    assert_eq!((next.article(), next.export()), (article, after));
    for _ in 0..4 {
        next.undo();
    }
    assert_eq!(next.export(), before);
    next.check_stored();
}

#[test]
fn a_repaired_article_is_handed_on_as_it_is() {
    let mut world = world();
    world.mark("cent. Taxes", "event");
    split(&mut world, "Taxes fell");
    join(&mut world, 2);
    let file = world.export();
    let mut elsewhere = World::new();
    elsewhere.open_file("work.json", &file);
    assert_eq!(elsewhere.export(), file);
    assert!(!elsewhere.document().blocks().is_repaired());
    split(&mut elsewhere, "Wages");
    elsewhere.check_stored();
    world.open_file("work.json", &file);
    assert_eq!(world.desk().rows().len(), 2, "it is here already, beside the sample");
}

#[test]
fn the_text_as_imported_shows_the_article_that_was_repaired() {
    let mut world = world();
    let article = world.article();
    correct(&mut world, 2, "Wages rose.");
    world.paste(crate::repair::TEXT);
    assert_eq!(world.article(), article);
}

/// A repair, and words that are marked in another tab meanwhile.
type Race = (fn(&mut Browser, usize), &'static str, &'static str, Option<&'static str>);

fn second(browser: &Browser, at: usize) -> (BlockId, Span) {
    let document = browser.desk(at).document().unwrap();
    let start = find(document, "by 5", 0);
    (start.start.block.clone(), start)
}

fn split_in(browser: &mut Browser, at: usize) {
    let (id, span) = second(browser, at);
    browser.act(at, Msg::TextSelected { span, edges: Edges::Exact });
    browser.act(at, Msg::Repair(RepairMsg::Split(id)));
}

fn join_in(browser: &mut Browser, at: usize) {
    let (id, _) = second(browser, at);
    browser.act(at, Msg::Repair(RepairMsg::Joined(id)));
}

fn correct_in(browser: &mut Browser, at: usize) {
    let (id, _) = second(browser, at);
    browser.act(at, Msg::Repair(RepairMsg::CorrectAsked(id)));
    let text = "The rents rose by 6 per cent.".to_owned();
    browser.act(at, Msg::Repair(RepairMsg::Typed(text)));
    browser.act(at, Msg::Repair(RepairMsg::Corrected));
}

fn mark_in(browser: &mut Browser, at: usize, words: &str) {
    let span = find(browser.desk(at).document().unwrap(), words, 0);
    browser.act(at, Msg::TextSelected { span, edges: Edges::Exact });
    browser.act(at, Msg::TagChosen(TagId::new("event").unwrap()));
}

const RACES: [Race; 6] = [
    (split_in, "per cent", "per cent", None),
    (split_in, "rose by", "rose\nby", None),
    (join_in, "fell", "fell", None),
    (join_in, "cent.\nTaxes", "cent. Taxes", None),
    (correct_in, "rose by", "rose by", None),
    (correct_in, "by 5 per cent", "by 6 per cent", Some("by 5 per cent")),
];

#[test]
fn a_claim_that_is_marked_while_another_tab_repairs_is_not_lost() {
    for (repair, words, is, was) in RACES {
        for order in 0..4 {
            let mut browser = Browser::new(2);
            repair(&mut browser, 0);
            mark_in(&mut browser, 1, words);
            // Which of them the database takes first, and whether one has heard by then.
            browser.commit(order % 2);
            if order > 1 {
                browser.hear(1 - order % 2);
            }
            browser.check_agreement();
            let document = browser.desk(0).document().unwrap();
            let claim = document.claims().find(|claim| claim.number == 3).unwrap();
            let quote = claim.target.quote(document.blocks());
            assert_eq!(quote.as_deref(), Some(is), "{words} in order {order}");
            assert_eq!(claim.corrected.as_deref(), was, "{words} in order {order}");
        }
    }
}

#[test]
fn a_claim_in_a_part_that_another_tab_joins_again_moves_back() {
    let mut browser = Browser::new(2);
    split_in(&mut browser, 0);
    browser.check_agreement();
    mark_in(&mut browser, 1, "5 per cent");
    browser.act(0, Msg::Commanded(Command::Undo));
    browser.check_agreement();
    let document = browser.desk(1).document().unwrap();
    let claim = document.claims().find(|claim| claim.number == 3).unwrap();
    assert_eq!(claim.target.quote(document.blocks()).as_deref(), Some("5 per cent"));
    assert_eq!(claim.target.block(), &block("b2"));
}

#[test]
fn two_tabs_that_repair_one_block_at_once_lose_no_text() {
    for order in 0..2 {
        let mut browser = Browser::new(2);
        correct_in(&mut browser, 0);
        split_in(&mut browser, 1);
        browser.commit(order);
        browser.check_agreement();
        let [other] = &browser.desk(1).contested()[..] else { panic!("one is kept beside") };
        let shown = browser.desk(1).document().unwrap().blocks().text();
        let words = other.words();
        let has = |text: &str| shown.contains(text) || words.contains(text);
        assert!(has("The rents rose by 6") && has("by 5 per cent."), "{shown} beside {words}");
        let other = other.clone();
        browser.act(0, Msg::Stores(StoresMsg::OtherTaken(other)));
        browser.check_agreement();
        let after = browser.desk(1).document().unwrap().blocks().text();
        assert_ne!(after, shown);
        browser.act(0, Msg::Commanded(Command::Undo));
        browser.check_agreement();
    }
}

#[test]
fn a_block_that_is_joined_away_while_another_tab_corrects_it_is_there() {
    for order in 0..2 {
        let mut browser = Browser::new(2);
        browser.act(0, Msg::Repair(RepairMsg::Joined(block("b1"))));
        correct_in(&mut browser, 1);
        browser.commit(order);
        browser.check_agreement();
        let shown = browser.desk(0).document().unwrap().blocks().text();
        assert!(shown.contains("by 6 per cent"), "{shown}");
        let quotes: Vec<_> = {
            let document = browser.desk(0).document().unwrap();
            document.claims().map(|it| it.target.quote(document.blocks())).collect()
        };
        assert!(quotes.iter().all(Option::is_some), "{quotes:?}");
    }
}

#[test]
fn texts_are_as_they_were_typed() {
    let mut world = world();
    correct(&mut world, 0, "Rents & <taxes> \"quoted\"");
    let next = world.reopened();
    assert_eq!(texts(&next)[0], "Rents & <taxes> \"quoted\"");
}
