//! Stores that were cleared while the page was open, and a start on a full disk.

use std::collections::BTreeMap;

use claimlight::{
    app::{Doubt, Effect, Msg, NoticeKind, Route, SaveState},
    export::FORMATS,
    storage::{SaveError, StoreContents, identity_key},
    time::Timestamp,
};

use crate::{fixtures, test_app::TestApp};

/// A world with two articles, work of every kind on one of them, a deleted claim, and a text that
/// is typed and not taken.
fn worked_on() -> TestApp {
    let mut app = TestApp::new();
    let file = (FORMATS[0].encode)(&fixtures::document(), Timestamp::from_millis(0));
    app.open_file("rich.claimlight.json", &file);
    let gone = app.document().claims().next().unwrap().id.clone();
    app.send(Msg::ClaimDeleted(gone));
    app.paste("Rents\nRents rose by 5 per cent.\nTaxes fell.");
    app.mark("Rents rose", "quantity");
    app.confirm();
    app
}

/// Clears stores of a world, and lets the page notice it.
fn cleared(mut app: TestApp, local: bool, safe: bool) -> TestApp {
    if local {
        app.found.local.clear();
    }
    if safe {
        app.found.database.clear();
    }
    let effects = app.send(Msg::StoresInDoubt(Doubt::Emptied));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Refill(_))));
    app
}

#[test]
fn everything_that_the_page_holds_is_written_again() {
    for (local, safe) in [(true, true), (false, true), (true, false)] {
        let before = worked_on();
        let files = before.stored();
        let after = cleared(before, local, safe);
        after.check_stored();
        assert_eq!(after.stored(), files, "{local} {safe}");
        assert_eq!(after.reopened().workspace().quarantined(), after.workspace().quarantined());
    }
}

#[test]
fn the_database_alone_brings_everything_back() {
    let before = worked_on();
    let files = before.stored();
    let mut after = cleared(before, true, true);
    after.found.local.clear();
    assert_eq!(after.stored(), files);
}

#[test]
fn numbers_of_deleted_claims_are_not_given_again_after_a_clearing() {
    let mut app = TestApp::new();
    let gone = app.mark("100,000 troops", "quantity");
    let number = app.document().claim(&gone).unwrap().number;
    app.send(Msg::ClaimDeleted(gone));
    let mut app = cleared(app, true, true).reopened();
    let next = app.mark("30,000 troops", "quantity");
    assert!(app.document().claim(&next).unwrap().number > number);
}

#[test]
fn it_is_told_once_and_called_saved_only_when_it_is() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    app.confirm();
    assert_eq!(app.workspace().save_state(), &SaveState::Saved);
    app.send(Msg::StoresInDoubt(Doubt::Emptied));
    let notice = app.workspace().notice().expect("a notice").clone();
    assert_eq!(notice.weight, NoticeKind::Alert);
    assert!(
        notice.text.starts_with("The browser or another tab cleared the data of this site"),
        "{}",
        notice.text
    );
    assert_eq!(app.workspace().save_state(), &SaveState::Saving);
    app.confirm();
    assert_eq!(app.workspace().save_state(), &SaveState::Saved);
}

#[test]
fn a_refill_has_another_identity() {
    let app = worked_on();
    let key = identity_key().to_string();
    let before = app.found.database.get(&key).expect("an identity").clone();
    let after = cleared(app, true, true);
    let identity = after.found.database.get(&key).expect("an identity");
    assert_ne!(*identity, before);
    assert_eq!(after.found.local.get(&key), Some(identity));
}

#[test]
fn doubt_is_no_trouble_and_ends_with_the_answer() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    app.confirm();
    app.send(Msg::StoresInDoubt(Doubt::Closed));
    assert_eq!(app.workspace().save_state(), &SaveState::Saving);
    app.confirm();
    assert_eq!(app.workspace().save_state(), &SaveState::Saved);
}

#[test]
fn a_start_on_a_full_disk_shows_what_local_storage_has_and_makes_nothing_up() {
    let app = TestApp::troubled(SaveError::Full);
    assert!(app.workspace().document().is_none(), "no sample is made beside what is not known");
    let notice = app.workspace().notice().expect("a notice");
    assert!(notice.text.contains("did not open its database"), "{}", notice.text);
    let mut app = app;
    app.confirm();
    assert_eq!(app.workspace().notice(), None, "it goes when the database is open");
}

#[test]
fn what_the_database_held_appears_once_it_can_be_opened() {
    let before = worked_on();
    let local = StoreContents { local: before.found.local.clone(), database: BTreeMap::new() };
    let lagging = StoreContents::default();
    for found in [local, lagging] {
        let mut app = TestApp::open(found, Route::Home, 900);
        app.found.database.clone_from(&before.found.database);
        app.send(Msg::RemoteChanged(before.found.database.clone().into_iter().collect()));
        let ids = |app: &TestApp| -> Vec<String> {
            let mut ids: Vec<_> =
                app.workspace().articles().iter().map(|it| it.id.to_string()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&app), ids(&before));
        assert!(app.workspace().document().is_some());
    }
}
