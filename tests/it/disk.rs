//! Keeping a file on disk up to date.

use claimlight::{
    app::{Effect, FileMsg, FileOutcome, FileState, FileTask, Msg, StoresMsg},
    id::ArticleId,
    saved::unpack,
};

use crate::world::{World, pasted};

fn file(msg: FileMsg) -> Msg {
    Msg::Stores(StoresMsg::File(msg))
}

fn tasks(effects: &[Effect]) -> Vec<FileTask> {
    let task = |effect: &Effect| {
        let Effect::File(_, task) = effect else { return None };
        Some(task.clone())
    };
    effects.iter().filter_map(task).collect()
}

/// The number of claims in what would be written, and the number of changes that go along.
fn written(effects: &[Effect]) -> (usize, usize) {
    let [FileTask::Write { parcel, changes, .. }] = &tasks(effects)[..] else {
        panic!("nothing is written: {effects:?}")
    };
    (unpack(parcel).expect("the document").claim_count(), *changes)
}

fn kept() -> (World, ArticleId) {
    let mut world = World::new();
    let article = world.article();
    let name = "checked.json".to_owned();
    let effects = world.send(file(FileMsg::Chosen { article: article.clone(), name }));
    assert!(matches!(&tasks(&effects)[..], [FileTask::Write { is_overwriting: true, .. }]));
    world.send(file(FileMsg::Told(article.clone(), FileOutcome::Written(0))));
    (world, article)
}

fn state(world: &World) -> Option<FileState> {
    world.desk().kept_file().map(|(_, state)| state)
}

#[test]
fn a_file_is_offered_under_the_name_of_an_export() {
    let mut world = World::new();
    assert_eq!(state(&world), None);
    let effects = world.send(file(FileMsg::ChoiceAsked));
    let [FileTask::Choose { name }] = &tasks(&effects)[..] else { panic!("{effects:?}") };
    assert!(name.starts_with("russia-launches") && name.ends_with(".claimlight.json"), "{name}");
    assert_eq!(state(&world), None, "as long as none is chosen");
}

#[test]
fn changes_are_gathered_and_written_and_no_longer_counted() {
    let (mut world, article) = kept();
    let effects = world.send(pasted("Not this article.".to_owned()));
    assert_eq!(tasks(&effects), []);
    world.mark("100,000 troops", "quantity");
    let effects = world.send(Msg::KindChosen(
        world.document().blocks().at(2).unwrap().id.clone(),
        claimlight::article::Kind::Caption,
    ));
    assert_eq!(tasks(&effects), [], "it is due already");
    let effects = world.send(file(FileMsg::Due(article.clone())));
    assert_eq!(written(&effects), (1, 2));
    let effects_meanwhile = {
        let span = world.find("30,000 troops", 0);
        let edges = world.desk().edges();
        world.send(Msg::TextSelected { span, edges });
        let tag = world.document().tags()[0].id.clone();
        world.send(Msg::TagChosen(tag))
    };
    assert_eq!(tasks(&effects_meanwhile), [FileTask::Wait], "what comes meanwhile is due again");
    world.send(file(FileMsg::Told(article.clone(), FileOutcome::Written(2))));
    let unsent = world.desk().unsent();
    assert_eq!(unsent.changes, 1, "the one that came meanwhile");
    assert!(unsent.exported.is_some(), "a file that was written is an export");
    let effects = world.send(file(FileMsg::Due(article)));
    assert_eq!(written(&effects), (2, 1));
}

#[test]
fn the_file_is_known_after_a_restart_and_looked_at() {
    let (mut world, article) = kept();
    let check = world.reopened();
    assert_eq!(tasks(&check.asked), [FileTask::Check], "nothing is missing in it");
    world.mark("100,000 troops", "quantity");
    let mut world = world.reopened();
    assert_eq!(tasks(&world.asked), [FileTask::Wait], "what was changed last may be missing");
    assert_eq!(state(&world), Some(FileState::Fine));
    let effects = world.send(file(FileMsg::Due(article.clone())));
    assert_eq!(written(&effects).0, 1);
    let lost = FileOutcome::Is(FileState::NotAllowed);
    world.send(file(FileMsg::Told(article.clone(), lost)));
    assert_eq!(state(&world), Some(FileState::NotAllowed));
    assert_eq!(world.desk().unsent().changes, 1, "it is in no file");
    let effects = world.send(file(FileMsg::PermissionAsked));
    assert_eq!(tasks(&effects), [FileTask::Ask]);
    world.send(file(FileMsg::Told(article, FileOutcome::Written(1))));
    assert_eq!((state(&world), world.desk().unsent().changes), (Some(FileState::Fine), 0));
}

#[test]
fn a_file_that_something_else_has_changed_is_written_over_only_when_asked() {
    let (mut world, article) = kept();
    world.mark("100,000 troops", "quantity");
    let effects = world.send(file(FileMsg::Due(article.clone())));
    assert!(matches!(&tasks(&effects)[..], [FileTask::Write { is_overwriting: false, .. }]));
    world.send(file(FileMsg::Told(article, FileOutcome::Is(FileState::Changed))));
    assert_eq!(state(&world), Some(FileState::Changed));
    let effects = world.send(file(FileMsg::OverwriteAsked));
    assert!(matches!(&tasks(&effects)[..], [FileTask::Write { is_overwriting: true, .. }]));
}

#[test]
fn a_file_that_is_dropped_is_left_alone() {
    let (mut world, article) = kept();
    world.mark("100,000 troops", "quantity");
    world.send(file(FileMsg::Dropped));
    assert_eq!(state(&world), None);
    assert_eq!(tasks(&world.send(file(FileMsg::Due(article.clone())))), []);
    world.send(file(FileMsg::Told(article, FileOutcome::Written(1))));
    assert_eq!(state(&world), None, "an answer that comes late changes nothing");
    assert_eq!(tasks(&world.reopened().asked), []);
}
