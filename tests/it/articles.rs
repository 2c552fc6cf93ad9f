//! Articles that come, go and are switched between.

use claimlight::{
    app::{
        Address, Command, Download, Effect, IntakeMsg, Model, Msg, Reveal, SaveState, Weight,
        update,
    },
    article::Kind,
    json::Members,
    saved::{NotSaved, Revision, Stored, seal},
    stamp::Stamp,
};

use crate::world::{World, pasted, run};

pub(crate) const SAMPLE_TITLE: &str =
    "Russia launches military drills with Belarus as Ukraine tensions continue";

pub(crate) fn titles(world: &World) -> Vec<&str> {
    world.desk().rows().iter().map(|row| row.title.as_str()).collect()
}

fn addresses(effects: &[Effect]) -> Vec<String> {
    let address = |effect: &Effect| {
        let Effect::ShowAddress(address) = effect else { return None };
        Some(address.to_string())
    };
    effects.iter().filter_map(address).collect()
}

pub(crate) fn download(effects: &[Effect]) -> Download {
    match effects {
        [Effect::Download(download)] => download.clone(),
        // The second remembers that a file has it all.
        [Effect::Export { errand, name, media_type }, Effect::Save(_)] => {
            let contents = run(errand.clone()).expect("the file is written");
            Download { name: name.clone(), media_type, contents }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_very_first_start_shows_the_sample_article() {
    let mut world = World::new();
    assert_eq!(titles(&world), [SAMPLE_TITLE]);
    let read = claimlight::article::read(include_str!("../../static/sample.txt"));
    assert_eq!(world.document().blocks(), &read.blocks, "as its text is read");
    assert_eq!(world.document().tags().len(), 8);
    assert!(world.asked.contains(&Effect::Reveal(Reveal::Top)));
    assert!(!world.desk().can_undo(), "nobody has done anything yet");
    assert_eq!(world.desk().save_state(), &SaveState::Saving);
    world.confirm();
    world.check_stored();
}

#[test]
fn a_second_start_does_not_bring_the_sample_again() {
    let mut world = World::new();
    world.paste("Rents rise\nRents rose by 4% in May.");
    let mut again = world.reopened();
    assert_eq!(titles(&again), ["Rents rise", SAMPLE_TITLE]);
    assert_eq!(again.document().details().title, "Rents rise", "the last article is shown again");
    assert_eq!(again.batches.len(), 0, "there is nothing to write");
    again.confirm();
}

#[test]
fn the_article_that_was_on_screen_last_is_shown_again() {
    let mut world = World::new();
    let sample = world.article();
    world.paste("Rents rise\nRents rose by 4% in May.");
    world.send(Msg::ArticlePicked(sample.clone()));
    assert_eq!(world.reopened().article(), sample);
}

#[test]
fn a_pasted_text_is_added_once_it_is_confirmed() {
    let mut world = World::new();
    let text = "Rents rise\r\n\r\nRents rose by 4% in May. \r\nWages fell.";
    world.send(pasted(text.to_owned()));
    assert_eq!(world.desk().dialog().unwrap().text, text);
    assert_eq!(world.document().details().title, SAMPLE_TITLE, "not yet");
    let effects = world.send(Msg::Intake(IntakeMsg::Added));
    assert!(world.desk().dialog().is_none());
    assert_eq!(
        world.document().blocks().text(),
        "Rents rise\nRents rose by 4% in May.\nWages fell."
    );
    assert_eq!(addresses(&effects), [format!("#/article/{}", world.article())]);
    world.check_stored();
}

#[test]
fn a_text_without_words_is_not_added() {
    for text in ["", " \n\t\n", "\u{feff}"] {
        let mut world = World::new();
        world.send(Msg::AddAsked);
        world.send(Msg::Intake(IntakeMsg::Typed(text.to_owned())));
        world.send(Msg::Intake(IntakeMsg::Added));
        assert!(world.desk().dialog().unwrap().problem.is_some());
        assert_eq!(titles(&world), [SAMPLE_TITLE]);
        world.send(Msg::Intake(IntakeMsg::Left));
        assert!(world.desk().dialog().is_none());
    }
}

#[test]
fn only_the_last_batch_says_that_all_is_saved() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let numbers: Vec<u64> = world.batches.iter().map(|(number, _)| *number).collect();
    let (last, earlier) = numbers.split_last().unwrap();
    assert!(!earlier.is_empty());
    for number in earlier {
        world.send(Msg::Saved { number: *number, settled: Vec::new() });
        assert_eq!(world.desk().save_state(), &SaveState::Saving);
    }
    world.send(Msg::Saved { number: *last, settled: Vec::new() });
    assert_eq!(world.desk().save_state(), &SaveState::Saved);
}

#[test]
fn a_batch_that_fails_is_told_until_another_arrives() {
    let mut world = World::new();
    world.confirm();
    world.mark("100,000 troops", "quantity");
    world.send(Msg::SaveFailed(NotSaved::Full));
    assert_eq!(world.desk().save_state(), &SaveState::Unsaved(NotSaved::Full));
    world.send(Msg::Saved { number: 1, settled: Vec::new() });
    assert_eq!(world.desk().save_state(), &SaveState::Unsaved(NotSaved::Full), "an older one");
}

#[test]
fn the_beginning_and_the_end_of_trouble_are_said_once_each() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let number = world.batches.last().unwrap().0;
    let marked = world.desk().said().1;
    for _ in 0..3 {
        world.send(Msg::SaveFailed(NotSaved::Full));
    }
    let (text, count) = world.desk().said();
    assert!(text.starts_with("Not saved: the disk is full"), "{text}");
    assert_eq!(count, marked + 1, "not again while it lasts");
    world.send(Msg::Saved { number, settled: Vec::new() });
    assert_eq!(world.desk().said(), ("Saved in this browser", marked + 2));
    world.mark("30,000 troops", "quantity");
    let marked = world.desk().said().1;
    world.confirm();
    assert_eq!(world.desk().said().1, marked, "that all is well is not said");
    let world = World::troubled(NotSaved::Blocked);
    assert!(world.desk().said().0.starts_with("Not saved:"), "{:?}", world.desk().said());
}

#[test]
fn what_a_newer_version_has_written_is_not_changed() {
    let mut world = World::new();
    let claim = world.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", world.article());
    let mut found = world.found.clone();
    found.safe.insert(key, "{\"v\":2}".to_owned());
    let mut world = World::open(found, Address::Home, 3);
    world.confirm();
    world.send(Msg::NoteTyped(claim.clone(), "lost".to_owned()));
    let notice = world.desk().notice().expect("a notice");
    assert!(notice.text.contains("newer version"), "{notice:?}");
    assert_eq!(world.document().claim(&claim).unwrap().note, "", "nothing is shown as written");
    assert!(!world.desk().can_undo());
    world.mark("30,000 troops", "quantity");
    world.confirm();
}

#[test]
fn an_article_that_is_not_here_cannot_be_picked() {
    let mut world = World::new();
    let batches = world.batches.len();
    world.send(Msg::ArticlePicked(claimlight::id::ArticleId::new("nowhere").unwrap()));
    assert_eq!((world.batches.len(), world.desk().document().is_some()), (batches, true));
}

#[test]
fn where_nothing_can_be_stored_the_page_says_so_and_works() {
    let mut world = World::troubled(NotSaved::Blocked);
    assert_eq!(world.desk().save_state(), &SaveState::Unavailable);
    world.mark("100,000 troops", "quantity");
    assert_eq!(world.desk().save_state(), &SaveState::Unavailable);
}

#[test]
fn a_changed_kind_is_stored_and_renumbers_the_page() {
    let mut world = World::new();
    let block = world.document().blocks().at(2).unwrap().id.clone();
    let effects = world.send(Msg::KindChosen(block.clone(), Kind::Caption));
    assert!(
        matches!(&effects[..], [Effect::Save(batch)] if batch.writes.len() == 2),
        "the block, and the count"
    );
    assert_eq!(world.desk().page().unwrap().meta.paragraphs, 14);
    world.check_stored();
    assert_eq!(world.send(Msg::KindChosen(block, Kind::Caption)), [], "again is nothing");
}

#[test]
fn values_that_cannot_be_read_are_told_and_handed_over() {
    let mut world = World::new();
    let claim = world.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", world.article());
    let mut found = world.found.clone();
    found.safe.insert(key.clone(), "broken".to_owned());
    found.local.insert(key, "broken".to_owned());
    let mut world = World::open(found, Address::Home, 3);
    assert_eq!(world.desk().notice().unwrap().weight, Weight::Aside);
    assert_eq!(world.document().claim_count(), 0);
    assert!(world.found.safe.keys().any(|key| key.starts_with("claimlight/1/aside/")));
    let effects = world.send(Msg::AsidesAsked);
    assert!(download(&effects).contents.contains("\"found\": \"broken\""));
    let mut world = world.reopened();
    assert_eq!(world.desk().notice(), None, "it was told");
    let effects = world.send(Msg::AsidesAsked);
    assert!(download(&effects).contents.contains("\"found\": \"broken\""), "and can be had still");
}

#[test]
fn a_record_that_does_not_fit_is_told_of_once() {
    let mut world = World::new();
    let claim = world.mark("100,000 troops", "quantity");
    let key = format!("claimlight/1/claim/{}/{claim}", world.article());
    let stored = Stored {
        revision: Revision::none(),
        deleted: false,
        also: Members::new(),
        record: [("quote".to_owned(), 5.into())].into_iter().collect(),
    };
    let mut found = world.found.clone();
    for store in [&mut found.local, &mut found.safe] {
        store.insert(key.clone(), seal(&stored));
    }
    let world = World::open(found, Address::Home, 3);
    assert_eq!(world.desk().notice().unwrap().weight, Weight::Aside);
    let mut world = world.reopened();
    assert_eq!((world.desk().notice(), world.desk().asides().len()), (None, 1));
    world.send(Msg::ArticlePicked(world.article()));
    assert_eq!(world.desk().notice(), None);
    assert_eq!(world.found.safe[&key], seal(&stored), "it stays as it was found");
}

#[test]
fn damage_to_the_sample_does_not_bring_a_new_sample_over_it() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let mut found = world.found.clone();
    for store in [&mut found.local, &mut found.safe] {
        for (key, value) in store.iter_mut() {
            if key.contains("/article/") {
                "broken".clone_into(value);
            }
        }
    }
    let again = World::open(found.clone(), Address::Home, 3);
    assert!(again.desk().document().is_none());
    for (key, value) in &found.safe {
        assert_eq!(again.found.safe.get(key), Some(value), "{key} is as it was");
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
    let mut world = World::new();
    world.confirm();
    let lines = "Rents rose by 4% in May.\n".repeat(50_000);
    world.send(pasted(format!("Rents rise\n{lines}")));
    let stamp = Stamp { millis: world.millis + 1, seed: 77 };
    // Whatever comes after so many steps, the text is written before it, and once.
    for steps in 0..4 {
        let mut model = world.model.clone();
        let mut effects = update(&mut model, Msg::Intake(IntakeMsg::Added), stamp);
        for _ in 0..steps {
            assert!(effects.contains(&Effect::ComeBack) && !writes_text(&effects), "{steps}");
            effects = update(&mut model, Msg::CameBack, stamp);
        }
        let Model::Ready(desk) = &model else { panic!("it has started") };
        let shown = desk.document().filter(|it| it.blocks().len() == 50_001);
        assert_eq!(shown.is_some(), steps > 0, "it is shown after the first step");
        assert_eq!(*desk.save_state() == SaveState::Saving, steps > 0);
        let next = update(&mut model, Msg::Commanded(Command::NextBlock), stamp);
        assert_eq!(writes_text(&effects), steps == 3);
        assert_eq!(writes_text(&next), steps < 3);
        let after = update(&mut model, Msg::CameBack, stamp);
        assert!(!writes_text(&after) && !after.contains(&Effect::ComeBack));
    }

    world.send(Msg::Intake(IntakeMsg::Added));
    world.confirm();
    assert_eq!(world.desk().save_state(), &SaveState::Saved);
    world.check_stored();
    let file = world.export();
    let mut other = World::new();
    other.open_file("rents.json", &file);
    other.confirm();
    assert_eq!(titles(&other).len(), 2);
    assert!(other.desk().dialog().is_none());
    other.check_stored();
    other.open_files(&[("rents.json", file.as_bytes()), ("more.txt", b"More\nSome words.")]);
    let notice = other.desk().notice().expect("what came of both");
    assert!(notice.text.starts_with("2 files"), "{}", notice.text);
    world.undo();
    assert_eq!(titles(&world), [SAMPLE_TITLE]);
    world.redo();
    world.check_stored();
}
