//! Repaired articles that go, come back, are handed on, and are worked on in two tabs.

use claimlight::{
    app::{BlockEditMsg, Command, Deletion, Msg, Snap, StorageMsg},
    article::Span,
    id::{BlockId, TagId},
};

use crate::{
    block_editing::{app, block, correct, join, split, texts},
    tabs::Browser,
    test_app::{TestApp, find},
};

#[test]
fn a_repaired_article_that_is_deleted_comes_back_repaired() {
    let mut app = app();
    app.mark("they said", "event");
    let before = app.export();
    split(&mut app, "Taxes fell");
    app.send(Msg::ReviewToggled(block("b2")));
    join(&mut app, 2);
    correct(&mut app, 1, "Rents rose by 6 per cent.");
    let after = app.export();
    let article = app.article();
    app.send(Msg::CommandInvoked(Command::ShowStores));
    app.send(Msg::Storage(StorageMsg::Deleted(Deletion::Article)));
    app.undo();
    assert_eq!((app.article(), app.export()), (article.clone(), after.clone()));
    app.check_stored();
    app.redo();
    let mut next = app.reopened_with_journal();
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
    let mut app = app();
    app.mark("cent. Taxes", "event");
    split(&mut app, "Taxes fell");
    join(&mut app, 2);
    let file = app.export();
    let mut elsewhere = TestApp::new();
    elsewhere.open_file("work.json", &file);
    assert_eq!(elsewhere.export(), file);
    assert!(!elsewhere.document().blocks().is_edited());
    split(&mut elsewhere, "Wages");
    elsewhere.check_stored();
    app.open_file("work.json", &file);
    assert_eq!(app.workspace().articles().len(), 2, "it is here already, beside the sample");
}

#[test]
fn the_text_as_imported_shows_the_article_that_was_repaired() {
    let mut app = app();
    let article = app.article();
    correct(&mut app, 2, "Wages rose.");
    app.paste(crate::block_editing::TEXT);
    assert_eq!(app.article(), article);
}

/// A repair, and words that are marked in another tab meanwhile.
type Race = (fn(&mut Browser, usize), &'static str, &'static str, Option<&'static str>);

fn second(browser: &Browser, at: usize) -> (BlockId, Span) {
    let document = browser.workspace(at).document().unwrap();
    let start = find(document, "by 5", 0);
    (start.start.block.clone(), start)
}

fn split_in(browser: &mut Browser, at: usize) {
    let (id, span) = second(browser, at);
    browser.action(at, Msg::TextSelected { span, edges: Snap::None });
    browser.action(at, Msg::Repair(BlockEditMsg::Split(id)));
}

fn join_in(browser: &mut Browser, at: usize) {
    let (id, _) = second(browser, at);
    browser.action(at, Msg::Repair(BlockEditMsg::Joined(id)));
}

fn correct_in(browser: &mut Browser, at: usize) {
    let (id, _) = second(browser, at);
    browser.action(at, Msg::Repair(BlockEditMsg::CorrectAsked(id)));
    let text = "The rents rose by 6 per cent.".to_owned();
    browser.action(at, Msg::Repair(BlockEditMsg::Typed(text)));
    browser.action(at, Msg::Repair(BlockEditMsg::Corrected));
}

fn mark_in(browser: &mut Browser, at: usize, words: &str) {
    let span = find(browser.workspace(at).document().unwrap(), words, 0);
    browser.action(at, Msg::TextSelected { span, edges: Snap::None });
    browser.action(at, Msg::TagChosen(TagId::new("event").unwrap()));
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
            let document = browser.workspace(0).document().unwrap();
            let claim = document.claims().find(|claim| claim.number == 3).unwrap();
            let quote = claim.target.quote(document.blocks());
            assert_eq!(quote.as_deref(), Some(is), "{words} in order {order}");
            assert_eq!(claim.previous_quote.as_deref(), was, "{words} in order {order}");
        }
    }
}

#[test]
fn a_claim_in_a_part_that_another_tab_joins_again_moves_back() {
    let mut browser = Browser::new(2);
    split_in(&mut browser, 0);
    browser.check_agreement();
    mark_in(&mut browser, 1, "5 per cent");
    browser.action(0, Msg::CommandInvoked(Command::Undo));
    browser.check_agreement();
    let document = browser.workspace(1).document().unwrap();
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
        let [other] = &browser.workspace(1).contested()[..] else { panic!("one is kept beside") };
        let shown = browser.workspace(1).document().unwrap().blocks().text();
        let words = other.words();
        let has = |text: &str| shown.contains(text) || words.contains(text);
        assert!(has("The rents rose by 6") && has("by 5 per cent."), "{shown} beside {words}");
        let other = other.clone();
        browser.action(0, Msg::Storage(StorageMsg::ConflictAccepted(other)));
        browser.check_agreement();
        let after = browser.workspace(1).document().unwrap().blocks().text();
        assert_ne!(after, shown);
        browser.action(0, Msg::CommandInvoked(Command::Undo));
        browser.check_agreement();
    }
}

#[test]
fn a_block_that_is_joined_away_while_another_tab_corrects_it_is_there() {
    for order in 0..2 {
        let mut browser = Browser::new(2);
        browser.action(0, Msg::Repair(BlockEditMsg::Joined(block("b1"))));
        correct_in(&mut browser, 1);
        browser.commit(order);
        browser.check_agreement();
        let shown = browser.workspace(0).document().unwrap().blocks().text();
        assert!(shown.contains("by 6 per cent"), "{shown}");
        let quotes: Vec<_> = {
            let document = browser.workspace(0).document().unwrap();
            document.claims().map(|it| it.target.quote(document.blocks())).collect()
        };
        assert!(quotes.iter().all(Option::is_some), "{quotes:?}");
    }
}

#[test]
fn texts_are_as_they_were_typed() {
    let mut app = app();
    correct(&mut app, 0, "Rents & <taxes> \"quoted\"");
    let next = app.reopened();
    assert_eq!(texts(&next)[0], "Rents & <taxes> \"quoted\"");
}
