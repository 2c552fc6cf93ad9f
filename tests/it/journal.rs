//! What the journal keeps of acts, and what can be undone by it.

use claimlight::{
    app::{Deletion, Effect, IntakeMsg, Msg, StoresMsg, Window},
    edit::Act,
    id::{BlockId, ClaimId, SourceId, TagId},
    saved::{Entry, Fault, Traced, Turn, read_entry, steps_of_gone, write_entry},
};

use crate::{
    rich,
    world::{World, pasted},
};

fn entry(name: &str, act: Act, turn: Turn) -> (String, String) {
    let article = rich::document().details().id.clone();
    let entry = Entry { name: name.to_owned(), at: rich::time(0), article, act, turn };
    (name.to_owned(), write_entry(&entry, &[]))
}

/// An entry as the first version that has a journal writes it.
const ENTRY_OF_VERSION_1: &str = r#"{"v":1,"name":"1795305600000.0000 0123456789abcdef0123456789abcdef","at":"2026-11-22T00:00:00Z","article":"article-1","act":"note-written","about":"claim-1","turn":"undone","of":"1795305500000.0001 fedcba9876543210fedcba9876543210","changes":[{"key":"claimlight/1/claim/a/claim-1","before":"{\"v\":1,\"rev\":1}","after":"{\"v\":1,\"rev\":2}"}],"sum":"ae62eb0566f12647"}"#;

#[test]
fn an_entry_of_version_1_can_always_be_read() {
    let article = rich::document().details().id.clone();
    let name = "1795305600000.0000 0123456789abcdef0123456789abcdef".to_owned();
    let act = Act::NoteWritten(ClaimId::new("claim-1").unwrap());
    let turn = Turn::Undone("1795305500000.0001 fedcba9876543210fedcba9876543210".to_owned());
    let entry = Entry { name, at: rich::time(0), article, act, turn };
    let traced = [Traced {
        key: "claimlight/1/claim/a/claim-1".to_owned(),
        before: Some("{\"v\":1,\"rev\":1}".to_owned()),
        after: "{\"v\":1,\"rev\":2}".to_owned(),
    }];
    assert_eq!(write_entry(&entry, &traced), ENTRY_OF_VERSION_1, "and is written in the same way");
    assert_eq!(read_entry(ENTRY_OF_VERSION_1), Ok((entry, traced.to_vec())));
}

#[test]
fn an_entry_is_read_as_it_was_written() {
    let claim = || ClaimId::new("c").unwrap();
    let block = || BlockId::new("b").unwrap();
    let acts = [
        Act::ArticleAdded,
        Act::ArticleReadAgain,
        Act::ArticleDeleted,
        Act::ArticlesDeleted,
        Act::KindChanged(block()),
        Act::ClaimMarked(claim()),
        Act::ClaimDeleted(claim()),
        Act::TagGiven(claim()),
        Act::TagTaken(claim()),
        Act::NoteWritten(claim()),
        Act::Looked(block()),
        Act::TagChanged(TagId::new("t").unwrap()),
        Act::TagsChanged,
        Act::ArticleNoteWritten,
        Act::VerdictGiven(claim()),
        Act::VerdictTaken(claim()),
        Act::SentenceWritten(claim()),
        Act::ReasonWritten(claim()),
        Act::ScaleChosen,
        Act::ScaleChanged,
        Act::EvidenceAdded(claim()),
        Act::EvidenceTaken(claim()),
        Act::EvidenceWritten(claim()),
        Act::SourceWritten(SourceId::new("s").unwrap()),
        Act::SourceTaken,
        Act::OtherTaken,
        Act::WentBack,
    ];
    let turns = [Turn::Done, Turn::Undone("x".to_owned()), Turn::Redone("y".to_owned())];
    let traced = [
        Traced { key: "one".to_owned(), before: None, after: "{\"a\":\"é😀\"}".to_owned() },
        Traced { key: "two".to_owned(), before: Some("b".to_owned()), after: "c".to_owned() },
    ];
    for act in acts {
        for turn in turns.clone() {
            let article = rich::document().details().id.clone();
            let (name, at) = ("1.0 tab".to_owned(), rich::time(5));
            let entry = Entry { name, at, article, act: act.clone(), turn };
            let written = write_entry(&entry, &traced);
            assert_eq!(read_entry(&written), Ok((entry, traced.to_vec())));
        }
    }
}

#[test]
fn a_damaged_entry_is_known() {
    let (_, written) = entry("1.0 a", Act::TagsChanged, Turn::Done);
    for cut in 0..written.len() {
        assert!(read_entry(&written[..cut]).is_err(), "{cut}");
    }
    assert_eq!(read_entry(&written.replace("tags-changed", "tags-xhanged")), Err(Fault::Damaged));
}

/// The names of what can be undone and redone, where only tab `here` is open.
#[track_caller]
fn check(turns: &[(&str, Turn)], past: &[&str], future: &[&str]) {
    let entries = turns.iter().map(|(name, turn)| entry(name, Act::TagsChanged, turn.clone()));
    let steps = steps_of_gone(entries.collect(), |tab| tab != "here");
    let names = steps.map(|steps| steps.into_iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(
        names,
        [past, future].map(|it| it.iter().map(ToString::to_string).collect::<Vec<_>>())
    );
}

#[test]
fn steps_of_tabs_that_are_gone_can_be_undone_and_redone() {
    let undone = |name: &str| Turn::Undone(name.to_owned());
    let redone = |name: &str| Turn::Redone(name.to_owned());
    check(&[], &[], &[]);
    check(&[("1 a", Turn::Done), ("2 b", Turn::Done)], &["1 a", "2 b"], &[]);
    check(&[("1 a", Turn::Done), ("2 a", Turn::Done), ("3 a", undone("2 a"))], &["1 a"], &["2 a"]);
    check(&[("1 a", Turn::Done), ("2 a", undone("1 a")), ("3 a", redone("1 a"))], &["1 a"], &[]);
    check(&[("1 a", Turn::Done), ("2 a", undone("1 a")), ("3 a", Turn::Done)], &["3 a"], &[]);
}

#[test]
fn steps_of_open_tabs_are_theirs() {
    let undone = Turn::Undone("1 a".to_owned());
    check(&[("1 here", Turn::Done), ("2 a", Turn::Done)], &["2 a"], &[]);
    check(&[("1 a", Turn::Done), ("2 here", undone)], &[], &[]);
}

/// The work on screen, without the times at which it was changed.
fn work(world: &World) -> String {
    let export = world.export();
    let lines = export.lines().filter(|line| !line.contains("\"modified\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn two_hundred_steps_are_taken_back_after_the_page_was_opened_again() {
    let mut world = World::new();
    let mut works = vec![work(&world)];
    let claim = world.mark("100,000 troops", "quantity");
    works.push(work(&world));
    for step in 0..100 {
        for msg in [
            Msg::TagNamed(claim.clone(), format!("Tag {}", step % 7)),
            Msg::NoteTyped(claim.clone(), format!("note {step}")),
        ] {
            let before = world.journal.len();
            world.send(msg);
            if world.journal.len() > before {
                works.push(work(&world));
            }
        }
    }
    assert!(works.len() > 100, "{}", works.len());
    let mut world = world.reopened_with_journal();
    for expected in works.iter().rev().skip(1) {
        assert!(world.desk().can_undo());
        world.undo();
        assert_eq!(&work(&world), expected);
    }
    assert!(!world.desk().can_undo());
    for expected in works.iter().skip(1) {
        world.redo();
        assert_eq!(&work(&world), expected);
    }
    assert!(!world.desk().can_redo());
}

#[test]
fn the_list_goes_back_to_any_point_and_that_is_undone() {
    let mut world = World::new();
    let claim = world.mark("100,000 troops", "quantity");
    let marked = work(&world);
    world.send(Msg::TagNamed(claim.clone(), "Quote".to_owned()));
    world.send(Msg::NoteTyped(claim.clone(), "Ask.".to_owned()));
    world.send(Msg::ClaimDeleted(claim));
    let deleted = work(&world);
    let open = |world: &mut World| {
        let entries = world.journal.clone().into_iter().collect();
        world.send(Msg::Stores(StoresMsg::HistoryRead(entries)));
        let Some(Window::History { listed, .. }) = world.desk().window() else {
            panic!("not open")
        };
        listed.clone()
    };
    let entries = open(&mut world);
    assert_eq!(entries.len(), 4, "the newest first: {entries:?}");
    assert!(matches!(entries[3].act, Act::ClaimMarked(_)));
    world.send(Msg::Stores(StoresMsg::WentBack(Some(entries[3].name.clone()))));
    assert_eq!(work(&world), marked);
    world.undo();
    assert_eq!(work(&world), deleted);
    world.redo();
    assert_eq!(work(&world), marked);
    open(&mut world);
    world.send(Msg::Stores(StoresMsg::WentBack(None)));
    assert_eq!(world.document().claim_count(), 0);
    world.check_stored();
}

#[test]
fn an_article_that_was_deleted_comes_back() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    world.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    world.send(Msg::Intake(IntakeMsg::Added));
    world.mark("5 per cent", "quantity");
    let file = world.export();
    world.send(Msg::Stores(StoresMsg::Deleted(Deletion::Article)));
    assert_eq!(world.desk().rows().len(), 1, "the other one is shown");
    world.undo();
    assert_eq!(world.export(), file);
    world.redo();
    assert_eq!(world.desk().rows().len(), 1);
    let mut world = world.reopened_with_journal();
    assert_eq!(world.desk().rows().len(), 1, "it stays deleted");
    world.undo();
    assert_eq!(world.export(), file, "also after the page was opened again");
    world.redo();
    assert_eq!(world.desk().rows().len(), 1);
}

#[test]
fn all_articles_that_were_deleted_come_back_together() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    world.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    world.send(Msg::Intake(IntakeMsg::Added));
    world.mark("5 per cent", "quantity");
    let file = world.export();
    assert_eq!(world.desk().claim_count(), 2);
    world.send(Msg::Stores(StoresMsg::Deleted(Deletion::All)));
    assert!(world.desk().document().is_none() && world.desk().rows().is_empty());
    assert_eq!(world.desk().claim_count(), 0);
    world.undo();
    assert_eq!(world.desk().rows().len(), 2, "one press brings all back");
    assert_eq!(world.export(), file, "what was on screen is again");
    world.redo();
    assert!(world.desk().rows().is_empty());
    let mut world = world.reopened_with_journal();
    assert!(world.desk().rows().is_empty(), "they stay deleted");
    world.undo();
    assert_eq!((world.desk().rows().len(), world.desk().claim_count()), (2, 2));
    assert_eq!(world.export(), file, "also after the page was opened again");
    world.undo();
    assert_eq!(world.desk().claim_count(), 1, "the act before it is a step of its own");
}

#[test]
fn all_articles_can_be_had_as_files_before_they_go() {
    let mut world = World::new();
    world.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    world.send(Msg::Intake(IntakeMsg::Added));
    let effects = world.send(Msg::Stores(StoresMsg::ExportedFirst(Deletion::All)));
    let [Effect::Bundle { articles, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(articles.len(), 2, "in one file");
    let effects = world.send(Msg::Stores(StoresMsg::ExportedFirst(Deletion::Article)));
    let exports = effects.iter().filter(|effect| matches!(effect, Effect::Export { .. }));
    assert_eq!(exports.count(), 1);
}

#[test]
fn a_deleted_sample_does_not_come_back_by_itself() {
    let mut world = World::new();
    world.send(Msg::Stores(StoresMsg::Deleted(Deletion::Article)));
    assert!(world.desk().document().is_none());
    let world = world.reopened();
    assert!(world.desk().document().is_none(), "nothing is there, as the person wanted");
}
