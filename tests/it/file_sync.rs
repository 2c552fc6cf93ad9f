//! Keeping a file on disk up to date.

use claimlight::{
    app::{Effect, FileSyncMsg, FileSyncTask, Msg, StorageMsg, SyncOutcome, SyncState},
    id::ArticleId,
    storage::from_snapshot,
};

use crate::test_app::{TestApp, pasted};

fn file(msg: FileSyncMsg) -> Msg {
    Msg::Storage(StorageMsg::File(msg))
}

fn tasks(effects: &[Effect]) -> Vec<FileSyncTask> {
    let task = |effect: &Effect| {
        let Effect::File(_, task) = effect else { return None };
        Some(task.clone())
    };
    effects.iter().filter_map(task).collect()
}

/// The number of claims in what would be written, and the number of changes that go along.
fn written(effects: &[Effect]) -> (usize, usize) {
    let [FileSyncTask::Write { snapshot, changes, .. }] = &tasks(effects)[..] else {
        panic!("nothing is written: {effects:?}")
    };
    (from_snapshot(snapshot).expect("the document").claim_count(), *changes)
}

fn kept() -> (TestApp, ArticleId) {
    let mut app = TestApp::new();
    let article = app.article();
    let name = "checked.json".to_owned();
    let effects = app.send(file(FileSyncMsg::Chosen { article: article.clone(), name }));
    assert!(matches!(&tasks(&effects)[..], [FileSyncTask::Write { is_overwriting: true, .. }]));
    app.send(file(FileSyncMsg::Finished(article.clone(), SyncOutcome::Written(0))));
    (app, article)
}

fn state(app: &TestApp) -> Option<SyncState> {
    app.workspace().kept_file().map(|(_, state)| state)
}

#[test]
fn a_file_is_offered_under_the_name_of_an_export() {
    let mut app = TestApp::new();
    assert_eq!(state(&app), None);
    let effects = app.send(file(FileSyncMsg::ChoiceAsked));
    let [FileSyncTask::Choose { name }] = &tasks(&effects)[..] else { panic!("{effects:?}") };
    assert!(name.starts_with("russia-launches") && name.ends_with(".claimlight.json"), "{name}");
    assert_eq!(state(&app), None, "as long as none is chosen");
}

#[test]
fn changes_are_gathered_and_written_and_no_longer_counted() {
    let (mut app, article) = kept();
    let effects = app.send(pasted("Not this article.".to_owned()));
    assert_eq!(tasks(&effects), []);
    app.mark("100,000 troops", "quantity");
    let effects = app.send(Msg::BlockKindChanged(
        app.document().blocks().at(2).unwrap().id.clone(),
        claimlight::article::Kind::Caption,
    ));
    assert_eq!(tasks(&effects), [], "it is due already");
    let effects = app.send(file(FileSyncMsg::WriteDue(article.clone())));
    assert_eq!(written(&effects), (1, 2));
    let effects_meanwhile = {
        let span = app.find("30,000 troops", 0);
        let edges = app.workspace().snap();
        app.send(Msg::TextSelected { span, edges });
        let tag = app.document().tags()[0].id.clone();
        app.send(Msg::TagChosen(tag))
    };
    assert_eq!(
        tasks(&effects_meanwhile),
        [FileSyncTask::Wait],
        "what comes meanwhile is due again"
    );
    app.send(file(FileSyncMsg::Finished(article.clone(), SyncOutcome::Written(2))));
    let export_status = app.workspace().export_status();
    assert_eq!(export_status.changes, 1, "the one that came meanwhile");
    assert!(export_status.exported.is_some(), "a file that was written is an export");
    let effects = app.send(file(FileSyncMsg::WriteDue(article)));
    assert_eq!(written(&effects), (2, 1));
}

#[test]
fn the_file_is_known_after_a_restart_and_looked_at() {
    let (mut app, article) = kept();
    let check = app.reopened();
    assert_eq!(tasks(&check.effects), [FileSyncTask::Check], "nothing is missing in it");
    app.mark("100,000 troops", "quantity");
    let mut app = app.reopened();
    assert_eq!(tasks(&app.effects), [FileSyncTask::Wait], "what was changed last may be missing");
    assert_eq!(state(&app), Some(SyncState::UpToDate));
    let effects = app.send(file(FileSyncMsg::WriteDue(article.clone())));
    assert_eq!(written(&effects).0, 1);
    let lost = SyncOutcome::State(SyncState::PermissionNeeded);
    app.send(file(FileSyncMsg::Finished(article.clone(), lost)));
    assert_eq!(state(&app), Some(SyncState::PermissionNeeded));
    assert_eq!(app.workspace().export_status().changes, 1, "it is in no file");
    let effects = app.send(file(FileSyncMsg::PermissionAsked));
    assert_eq!(tasks(&effects), [FileSyncTask::Ask]);
    app.send(file(FileSyncMsg::Finished(article, SyncOutcome::Written(1))));
    assert_eq!(
        (state(&app), app.workspace().export_status().changes),
        (Some(SyncState::UpToDate), 0)
    );
}

#[test]
fn a_file_that_something_else_has_changed_is_written_over_only_when_asked() {
    let (mut app, article) = kept();
    app.mark("100,000 troops", "quantity");
    let effects = app.send(file(FileSyncMsg::WriteDue(article.clone())));
    assert!(matches!(&tasks(&effects)[..], [FileSyncTask::Write { is_overwriting: false, .. }]));
    app.send(file(FileSyncMsg::Finished(
        article,
        SyncOutcome::State(SyncState::ModifiedExternally),
    )));
    assert_eq!(state(&app), Some(SyncState::ModifiedExternally));
    let effects = app.send(file(FileSyncMsg::OverwriteAsked));
    assert!(matches!(&tasks(&effects)[..], [FileSyncTask::Write { is_overwriting: true, .. }]));
}

#[test]
fn a_file_that_is_dropped_is_left_alone() {
    let (mut app, article) = kept();
    app.mark("100,000 troops", "quantity");
    app.send(file(FileSyncMsg::Dropped));
    assert_eq!(state(&app), None);
    assert_eq!(tasks(&app.send(file(FileSyncMsg::WriteDue(article.clone())))), []);
    app.send(file(FileSyncMsg::Finished(article, SyncOutcome::Written(1))));
    assert_eq!(state(&app), None, "an answer that comes late changes nothing");
    assert_eq!(tasks(&app.reopened().effects), []);
}
