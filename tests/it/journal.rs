//! What the journal keeps of acts, and what can be undone by it.

use claimlight::{
    app::{Deletion, Dialog, Effect, ImportMsg, Msg, StorageMsg},
    edit::Action,
    id::{BlockId, ClaimId, SourceId, TagId},
    storage::{
        Entry, EntryKind, ReadError, RecordChange, read_entry, steps_of_closed_tabs, write_entry,
    },
};

use crate::{
    fixtures,
    test_app::{TestApp, pasted},
};

fn entry(name: &str, action: Action, turn: EntryKind) -> (String, String) {
    let article = fixtures::document().details().id.clone();
    let entry = Entry { name: name.to_owned(), at: fixtures::time(0), article, action, turn };
    (name.to_owned(), write_entry(&entry, &[]))
}

/// An entry as the first version that has a journal writes it.
const ENTRY_OF_VERSION_1: &str = r#"{"v":1,"name":"1795305600000.0000 0123456789abcdef0123456789abcdef","at":"2026-11-22T00:00:00Z","article":"article-1","act":"note-written","about":"claim-1","turn":"undone","of":"1795305500000.0001 fedcba9876543210fedcba9876543210","changes":[{"key":"claimlight/1/claim/a/claim-1","before":"{\"v\":1,\"rev\":1}","after":"{\"v\":1,\"rev\":2}"}],"sum":"ae62eb0566f12647"}"#;

#[test]
fn an_entry_of_version_1_can_always_be_read() {
    let article = fixtures::document().details().id.clone();
    let name = "1795305600000.0000 0123456789abcdef0123456789abcdef".to_owned();
    let action = Action::NoteWritten(ClaimId::new("claim-1").unwrap());
    let turn = EntryKind::Undone("1795305500000.0001 fedcba9876543210fedcba9876543210".to_owned());
    let entry = Entry { name, at: fixtures::time(0), article, action, turn };
    let record_changes = [RecordChange {
        key: "claimlight/1/claim/a/claim-1".to_owned(),
        before: Some("{\"v\":1,\"rev\":1}".to_owned()),
        after: "{\"v\":1,\"rev\":2}".to_owned(),
    }];
    assert_eq!(
        write_entry(&entry, &record_changes),
        ENTRY_OF_VERSION_1,
        "and is written in the same way"
    );
    assert_eq!(read_entry(ENTRY_OF_VERSION_1), Ok((entry, record_changes.to_vec())));
}

#[test]
fn an_entry_is_read_as_it_was_written() {
    let claim = || ClaimId::new("c").unwrap();
    let block = || BlockId::new("b").unwrap();
    let acts = [
        Action::ArticleAdded,
        Action::ArticleReimported,
        Action::ArticleDeleted,
        Action::ArticlesDeleted,
        Action::KindChanged(block()),
        Action::ClaimMarked(claim()),
        Action::ClaimDeleted(claim()),
        Action::TagAdded(claim()),
        Action::TagRemoved(claim()),
        Action::NoteWritten(claim()),
        Action::BlockReviewed(block()),
        Action::TagChanged(TagId::new("t").unwrap()),
        Action::TagsChanged,
        Action::ArticleNoteWritten,
        Action::VerdictGiven(claim()),
        Action::VerdictRemoved(claim()),
        Action::VerdictTextEdited(claim()),
        Action::ReasonWritten(claim()),
        Action::ScaleChosen,
        Action::ScaleChanged,
        Action::EvidenceAdded(claim()),
        Action::EvidenceRemoved(claim()),
        Action::EvidenceWritten(claim()),
        Action::SourceWritten(SourceId::new("s").unwrap()),
        Action::SourceDeleted,
        Action::ConflictResolved,
        Action::Restored,
    ];
    let turns =
        [EntryKind::Done, EntryKind::Undone("x".to_owned()), EntryKind::Redone("y".to_owned())];
    let record_changes = [
        RecordChange {
            key: "one".to_owned(), before: None, after: "{\"a\":\"é😀\"}".to_owned()
        },
        RecordChange { key: "two".to_owned(), before: Some("b".to_owned()), after: "c".to_owned() },
    ];
    for action in acts {
        for turn in turns.clone() {
            let article = fixtures::document().details().id.clone();
            let (name, at) = ("1.0 tab".to_owned(), fixtures::time(5));
            let entry = Entry { name, at, article, action: action.clone(), turn };
            let written = write_entry(&entry, &record_changes);
            assert_eq!(read_entry(&written), Ok((entry, record_changes.to_vec())));
        }
    }
}

#[test]
fn a_damaged_entry_is_known() {
    let (_, written) = entry("1.0 a", Action::TagsChanged, EntryKind::Done);
    for cut in 0..written.len() {
        assert!(read_entry(&written[..cut]).is_err(), "{cut}");
    }
    assert_eq!(
        read_entry(&written.replace("tags-changed", "tags-xhanged")),
        Err(ReadError::Damaged)
    );
}

/// The names of what can be undone and redone, where only tab `here` is open.
#[track_caller]
fn check(turns: &[(&str, EntryKind)], past: &[&str], future: &[&str]) {
    let entries = turns.iter().map(|(name, turn)| entry(name, Action::TagsChanged, turn.clone()));
    let steps = steps_of_closed_tabs(entries.collect(), |tab| tab != "here");
    let names = steps.map(|steps| steps.into_iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(
        names,
        [past, future].map(|it| it.iter().map(ToString::to_string).collect::<Vec<_>>())
    );
}

#[test]
fn steps_of_tabs_that_are_gone_can_be_undone_and_redone() {
    let undone = |name: &str| EntryKind::Undone(name.to_owned());
    let redone = |name: &str| EntryKind::Redone(name.to_owned());
    check(&[], &[], &[]);
    check(&[("1 a", EntryKind::Done), ("2 b", EntryKind::Done)], &["1 a", "2 b"], &[]);
    check(
        &[("1 a", EntryKind::Done), ("2 a", EntryKind::Done), ("3 a", undone("2 a"))],
        &["1 a"],
        &["2 a"],
    );
    check(
        &[("1 a", EntryKind::Done), ("2 a", undone("1 a")), ("3 a", redone("1 a"))],
        &["1 a"],
        &[],
    );
    check(
        &[("1 a", EntryKind::Done), ("2 a", undone("1 a")), ("3 a", EntryKind::Done)],
        &["3 a"],
        &[],
    );
}

#[test]
fn steps_of_open_tabs_are_theirs() {
    let undone = EntryKind::Undone("1 a".to_owned());
    check(&[("1 here", EntryKind::Done), ("2 a", EntryKind::Done)], &["2 a"], &[]);
    check(&[("1 a", EntryKind::Done), ("2 here", undone)], &[], &[]);
}

/// The work on screen, without the times at which it was changed.
fn work(app: &TestApp) -> String {
    let export = app.export();
    let lines = export.lines().filter(|line| !line.contains("\"modified\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn two_hundred_steps_are_taken_back_after_the_page_was_opened_again() {
    let mut app = TestApp::new();
    let mut works = vec![work(&app)];
    let claim = app.mark("100,000 troops", "quantity");
    works.push(work(&app));
    for step in 0..100 {
        for msg in [
            Msg::TagNamed(claim.clone(), format!("Tag {}", step % 7)),
            Msg::NoteTyped(claim.clone(), format!("note {step}")),
        ] {
            let before = app.journal.len();
            app.send(msg);
            if app.journal.len() > before {
                works.push(work(&app));
            }
        }
    }
    assert!(works.len() > 100, "{}", works.len());
    let mut app = app.reopened_with_journal();
    for expected in works.iter().rev().skip(1) {
        assert!(app.workspace().can_undo());
        app.undo();
        assert_eq!(&work(&app), expected);
    }
    assert!(!app.workspace().can_undo());
    for expected in works.iter().skip(1) {
        app.redo();
        assert_eq!(&work(&app), expected);
    }
    assert!(!app.workspace().can_redo());
}

#[test]
fn the_list_goes_back_to_any_point_and_that_is_undone() {
    let mut app = TestApp::new();
    let claim = app.mark("100,000 troops", "quantity");
    let marked = work(&app);
    app.send(Msg::TagNamed(claim.clone(), "Quote".to_owned()));
    app.send(Msg::NoteTyped(claim.clone(), "Ask.".to_owned()));
    app.send(Msg::ClaimDeleted(claim));
    let deleted = work(&app);
    let open = |app: &mut TestApp| {
        let entries = app.journal.clone().into_iter().collect();
        app.send(Msg::Storage(StorageMsg::HistoryRead(entries)));
        let Some(Dialog::History { listed, .. }) = app.workspace().window() else {
            panic!("not open")
        };
        listed.clone()
    };
    let entries = open(&mut app);
    assert_eq!(entries.len(), 4, "the newest first: {entries:?}");
    assert!(matches!(entries[3].action, Action::ClaimMarked(_)));
    app.send(Msg::Storage(StorageMsg::RestoredTo(Some(entries[3].name.clone()))));
    assert_eq!(work(&app), marked);
    app.undo();
    assert_eq!(work(&app), deleted);
    app.redo();
    assert_eq!(work(&app), marked);
    open(&mut app);
    app.send(Msg::Storage(StorageMsg::RestoredTo(None)));
    assert_eq!(app.document().claim_count(), 0);
    app.check_stored();
}

#[test]
fn an_article_that_was_deleted_comes_back() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    app.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    app.send(Msg::Import(ImportMsg::Added));
    app.mark("5 per cent", "quantity");
    let file = app.export();
    app.send(Msg::Storage(StorageMsg::Deleted(Deletion::Article)));
    assert_eq!(app.workspace().articles().len(), 1, "the other one is shown");
    app.undo();
    assert_eq!(app.export(), file);
    app.redo();
    assert_eq!(app.workspace().articles().len(), 1);
    let mut app = app.reopened_with_journal();
    assert_eq!(app.workspace().articles().len(), 1, "it stays deleted");
    app.undo();
    assert_eq!(app.export(), file, "also after the page was opened again");
    app.redo();
    assert_eq!(app.workspace().articles().len(), 1);
}

#[test]
fn all_articles_that_were_deleted_come_back_together() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    app.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    app.send(Msg::Import(ImportMsg::Added));
    app.mark("5 per cent", "quantity");
    let file = app.export();
    assert_eq!(app.workspace().claim_count(), 2);
    app.send(Msg::Storage(StorageMsg::Deleted(Deletion::All)));
    assert!(app.workspace().document().is_none() && app.workspace().articles().is_empty());
    assert_eq!(app.workspace().claim_count(), 0);
    app.undo();
    assert_eq!(app.workspace().articles().len(), 2, "one press brings all back");
    assert_eq!(app.export(), file, "what was on screen is again");
    app.redo();
    assert!(app.workspace().articles().is_empty());
    let mut app = app.reopened_with_journal();
    assert!(app.workspace().articles().is_empty(), "they stay deleted");
    app.undo();
    assert_eq!((app.workspace().articles().len(), app.workspace().claim_count()), (2, 2));
    assert_eq!(app.export(), file, "also after the page was opened again");
    app.undo();
    assert_eq!(app.workspace().claim_count(), 1, "the act before it is a step of its own");
}

#[test]
fn all_articles_can_be_had_as_files_before_they_go() {
    let mut app = TestApp::new();
    app.send(pasted("Rents\nRents rose by 5 per cent.".to_owned()));
    app.send(Msg::Import(ImportMsg::Added));
    let effects = app.send(Msg::Storage(StorageMsg::ExportedFirst(Deletion::All)));
    let [Effect::ExportArchive { articles, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(articles.len(), 2, "in one file");
    let effects = app.send(Msg::Storage(StorageMsg::ExportedFirst(Deletion::Article)));
    let exports = effects.iter().filter(|effect| matches!(effect, Effect::Export { .. }));
    assert_eq!(exports.count(), 1);
}

#[test]
fn a_deleted_sample_does_not_come_back_by_itself() {
    let mut app = TestApp::new();
    app.send(Msg::Storage(StorageMsg::Deleted(Deletion::Article)));
    assert!(app.workspace().document().is_none());
    let app = app.reopened();
    assert!(app.workspace().document().is_none(), "nothing is there, as the person wanted");
}
