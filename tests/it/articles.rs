//! Articles that come, go and are switched between.

use claimlight::{
    app::{
        Command, Download, Effect, ImportMsg, Model, Msg, NoticeKind, Route, SaveState, ScrollTo,
        update,
    },
    article::Kind,
    event_context::EventContext,
    json::JsonObject,
    storage::{Revision, SaveError, StoredRecord, encode_record},
};

use crate::test_app::{TestApp, pasted, run};

pub(crate) const SAMPLE_TITLE: &str =
    "Russia launches military drills with Belarus as Ukraine tensions continue";

pub(crate) fn titles(app: &TestApp) -> Vec<&str> {
    app.workspace().articles().iter().map(|row| row.title.as_str()).collect()
}

fn addresses(effects: &[Effect]) -> Vec<String> {
    let address = |effect: &Effect| {
        let Effect::SetRoute(address) = effect else { return None };
        Some(address.to_string())
    };
    effects.iter().filter_map(address).collect()
}

pub(crate) fn download(effects: &[Effect]) -> Download {
    match effects {
        [Effect::Download(download)] => download.clone(),
        // The second remembers that a file has it all.
        [Effect::Export { request, name, media_type }, Effect::Save(_)] => {
            let contents = run(request.clone()).expect("the file is written");
            Download { name: name.clone(), media_type, contents }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_very_first_start_shows_the_sample_article() {
    let mut app = TestApp::new();
    assert_eq!(titles(&app), [SAMPLE_TITLE]);
    let read = claimlight::import::read_article_lines(include_str!("../../static/sample.txt"));
    assert_eq!(app.document().blocks(), &read.blocks, "as its text is read");
    assert_eq!(app.document().tags().len(), 8);
    assert!(app.effects.contains(&Effect::ScrollTo(ScrollTo::Top)));
    assert!(!app.workspace().can_undo(), "nobody has done anything yet");
    assert_eq!(app.workspace().save_state(), &SaveState::Saving);
    app.confirm();
    app.check_stored();
}

#[test]
fn a_second_start_does_not_bring_the_sample_again() {
    let mut app = TestApp::new();
    app.paste("Rents rise\nRents rose by 4% in May.");
    let mut again = app.reopened();
    assert_eq!(titles(&again), ["Rents rise", SAMPLE_TITLE]);
    assert_eq!(again.document().details().title, "Rents rise", "the last article is shown again");
    assert_eq!(again.batches.len(), 0, "there is nothing to write");
    again.confirm();
}

#[test]
fn the_article_that_was_on_screen_last_is_shown_again() {
    let mut app = TestApp::new();
    let sample = app.article();
    app.paste("Rents rise\nRents rose by 4% in May.");
    app.send(Msg::ArticlePicked(sample.clone()));
    assert_eq!(app.reopened().article(), sample);
}

#[test]
fn a_pasted_text_is_added_once_it_is_confirmed() {
    let mut app = TestApp::new();
    let text = "Rents rise\r\n\r\nRents rose by 4% in May. \r\nWages fell.";
    app.send(pasted(text.to_owned()));
    assert_eq!(app.workspace().dialog().unwrap().text, text);
    assert_eq!(app.document().details().title, SAMPLE_TITLE, "not yet");
    let effects = app.send(Msg::Import(ImportMsg::Added));
    assert!(app.workspace().dialog().is_none());
    assert_eq!(app.document().blocks().text(), "Rents rise\nRents rose by 4% in May.\nWages fell.");
    assert_eq!(addresses(&effects), [format!("#/article/{}", app.article())]);
    app.check_stored();
}

#[test]
fn a_text_without_words_is_not_added() {
    for text in ["", " \n\t\n", "\u{feff}"] {
        let mut app = TestApp::new();
        app.send(Msg::AddArticleRequested);
        app.send(Msg::Import(ImportMsg::Typed(text.to_owned())));
        app.send(Msg::Import(ImportMsg::Added));
        assert!(app.workspace().dialog().unwrap().problem.is_some());
        assert_eq!(titles(&app), [SAMPLE_TITLE]);
        app.send(Msg::Import(ImportMsg::Closed));
        assert!(app.workspace().dialog().is_none());
    }
}

#[test]
fn only_the_last_batch_says_that_all_is_saved() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let numbers: Vec<u64> = app.batches.iter().map(|(number, _)| *number).collect();
    let (last, earlier) = numbers.split_last().unwrap();
    assert!(!earlier.is_empty());
    for number in earlier {
        app.send(Msg::Saved { number: *number, settled: Vec::new() });
        assert_eq!(app.workspace().save_state(), &SaveState::Saving);
    }
    app.send(Msg::Saved { number: *last, settled: Vec::new() });
    assert_eq!(app.workspace().save_state(), &SaveState::Saved);
}

#[test]
fn a_batch_that_fails_is_told_until_another_arrives() {
    let mut app = TestApp::new();
    app.confirm();
    app.mark("100,000 troops", "quantity");
    app.send(Msg::SaveFailed(SaveError::Full));
    assert_eq!(app.workspace().save_state(), &SaveState::Unsaved(SaveError::Full));
    app.send(Msg::Saved { number: 1, settled: Vec::new() });
    assert_eq!(app.workspace().save_state(), &SaveState::Unsaved(SaveError::Full), "an older one");
}

#[test]
fn the_beginning_and_the_end_of_trouble_are_said_once_each() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let number = app.batches.last().unwrap().0;
    let marked = app.workspace().announcement().1;
    for _ in 0..3 {
        app.send(Msg::SaveFailed(SaveError::Full));
    }
    let (text, count) = app.workspace().announcement();
    assert!(text.starts_with("Not saved: the disk is full"), "{text}");
    assert_eq!(count, marked + 1, "not again while it lasts");
    app.send(Msg::Saved { number, settled: Vec::new() });
    assert_eq!(app.workspace().announcement(), ("Saved in this browser", marked + 2));
    app.mark("30,000 troops", "quantity");
    let marked = app.workspace().announcement().1;
    app.confirm();
    assert_eq!(app.workspace().announcement().1, marked, "that all is well is not said");
    let app = TestApp::troubled(SaveError::Blocked);
    assert!(
        app.workspace().announcement().0.starts_with("Not saved:"),
        "{:?}",
        app.workspace().announcement()
    );
}

#[test]
fn what_a_newer_version_has_written_is_not_changed() {
    let mut app = TestApp::new();
    let claim = app.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", app.article());
    let mut found = app.found.clone();
    found.database.insert(key, "{\"v\":2}".to_owned());
    let mut app = TestApp::open(found, Route::Home, 3);
    app.confirm();
    app.send(Msg::NoteTyped(claim.clone(), "lost".to_owned()));
    let notice = app.workspace().notice().expect("a notice");
    assert!(notice.text.contains("newer version"), "{notice:?}");
    assert_eq!(app.document().claim(&claim).unwrap().note, "", "nothing is shown as written");
    assert!(!app.workspace().can_undo());
    app.mark("30,000 troops", "quantity");
    app.confirm();
}

#[test]
fn an_article_that_is_not_here_cannot_be_picked() {
    let mut app = TestApp::new();
    let batches = app.batches.len();
    app.send(Msg::ArticlePicked(claimlight::id::ArticleId::new("nowhere").unwrap()));
    assert_eq!((app.batches.len(), app.workspace().document().is_some()), (batches, true));
}

#[test]
fn where_nothing_can_be_stored_the_page_says_so_and_works() {
    let mut app = TestApp::troubled(SaveError::Blocked);
    assert_eq!(app.workspace().save_state(), &SaveState::Unavailable);
    app.mark("100,000 troops", "quantity");
    assert_eq!(app.workspace().save_state(), &SaveState::Unavailable);
}

#[test]
fn a_changed_kind_is_stored_and_renumbers_the_page() {
    let mut app = TestApp::new();
    let block = app.document().blocks().at(2).unwrap().id.clone();
    let effects = app.send(Msg::BlockKindChanged(block.clone(), Kind::Caption));
    assert!(
        matches!(&effects[..], [Effect::Save(batch)] if batch.writes.len() == 2),
        "the block, and the count"
    );
    assert_eq!(app.workspace().page().unwrap().meta.paragraphs, 14);
    app.check_stored();
    assert_eq!(app.send(Msg::BlockKindChanged(block, Kind::Caption)), [], "again is nothing");
}

#[test]
fn values_that_cannot_be_read_are_told_and_handed_over() {
    let mut app = TestApp::new();
    let claim = app.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", app.article());
    let mut found = app.found.clone();
    found.database.insert(key.clone(), "broken".to_owned());
    found.local.insert(key, "broken".to_owned());
    let mut app = TestApp::open(found, Route::Home, 3);
    assert_eq!(app.workspace().notice().unwrap().weight, NoticeKind::Quarantine);
    assert_eq!(app.document().claim_count(), 0);
    assert!(app.found.database.keys().any(|key| key.starts_with("claimlight/1/aside/")));
    let effects = app.send(Msg::QuarantineExportRequested);
    assert!(download(&effects).contents.contains("\"found\": \"broken\""));
    let mut app = app.reopened();
    assert_eq!(app.workspace().notice(), None, "it was told");
    let effects = app.send(Msg::QuarantineExportRequested);
    assert!(download(&effects).contents.contains("\"found\": \"broken\""), "and can be had still");
}

#[test]
fn a_record_that_does_not_fit_is_told_of_once() {
    let mut app = TestApp::new();
    let claim = app.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", app.article());
    let stored = StoredRecord {
        revision: Revision::initial(),
        deleted: false,
        conflicts: JsonObject::new(),
        record: [("quote".to_owned(), 5.into())].into_iter().collect(),
    };
    let mut found = app.found.clone();
    for store in [&mut found.local, &mut found.database] {
        store.insert(key.clone(), encode_record(&stored));
    }
    let app = TestApp::open(found, Route::Home, 3);
    assert_eq!(app.workspace().notice().unwrap().weight, NoticeKind::Quarantine);
    let mut app = app.reopened();
    assert_eq!((app.workspace().notice(), app.workspace().quarantined().len()), (None, 1));
    app.send(Msg::ArticlePicked(app.article()));
    assert_eq!(app.workspace().notice(), None);
    assert_eq!(app.found.database[&key], encode_record(&stored), "it stays as it was found");
}

#[test]
fn damage_to_the_sample_does_not_bring_a_new_sample_over_it() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let mut found = app.found.clone();
    for store in [&mut found.local, &mut found.database] {
        for (key, value) in store.iter_mut() {
            if key.contains("/article/") {
                "broken".clone_into(value);
            }
        }
    }
    let again = TestApp::open(found.clone(), Route::Home, 3);
    assert!(again.workspace().document().is_none());
    for (key, value) in &found.database {
        assert_eq!(again.found.database.get(key), Some(value), "{key} is as it was");
    }
}

/// Whether a text of megabytes is written.
fn writes_text(effects: &[Effect]) -> bool {
    let batches = effects.iter().filter_map(|effect| {
        let Effect::Save(batch) = effect else { return None };
        Some(batch)
    });
    batches.flat_map(|batch| &batch.writes).any(|write| write.value.len() > 1_000_000)
}

#[test]
fn a_long_text_is_on_screen_before_it_is_written_and_not_called_saved_until_it_is() {
    let mut app = TestApp::new();
    app.confirm();
    let lines = "Rents rose by 4% in May.\n".repeat(50_000);
    app.send(pasted(format!("Rents rise\n{lines}")));
    let context = EventContext { millis: app.millis + 1, entropy: 77 };
    // Whatever comes after so many steps, the text is written before it, and once.
    for steps in 0..4 {
        let mut model = app.model.clone();
        let mut effects = update(&mut model, Msg::Import(ImportMsg::Added), context);
        for _ in 0..steps {
            assert!(effects.contains(&Effect::ScheduleTick) && !writes_text(&effects), "{steps}");
            effects = update(&mut model, Msg::Tick, context);
        }
        let Model::Ready(workspace) = &model else { panic!("it has started") };
        let shown = workspace.document().filter(|it| it.blocks().len() == 50_001);
        assert_eq!(shown.is_some(), steps > 0, "it is shown after the first step");
        assert_eq!(*workspace.save_state() == SaveState::Saving, steps > 0);
        let next = update(&mut model, Msg::CommandInvoked(Command::NextBlock), context);
        assert_eq!(writes_text(&effects), steps == 3);
        assert_eq!(writes_text(&next), steps < 3);
        let after = update(&mut model, Msg::Tick, context);
        assert!(!writes_text(&after) && !after.contains(&Effect::ScheduleTick));
    }

    app.send(Msg::Import(ImportMsg::Added));
    app.confirm();
    assert_eq!(app.workspace().save_state(), &SaveState::Saved);
    app.check_stored();
    let file = app.export();
    let mut other = TestApp::new();
    other.open_file("rents.json", &file);
    other.confirm();
    assert_eq!(titles(&other).len(), 2);
    assert!(other.workspace().dialog().is_none());
    other.check_stored();
    other.open_files(&[("rents.json", file.as_bytes()), ("more.txt", b"More\nSome words.")]);
    let notice = other.workspace().notice().expect("what came of both");
    assert!(notice.text.starts_with("2 files"), "{}", notice.text);
    app.undo();
    assert_eq!(titles(&app), [SAMPLE_TITLE]);
    app.redo();
    app.check_stored();
}
