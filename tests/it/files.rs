//! Files that are opened, refused and handed over.

use claimlight::{
    app::{Address, Command, IntakeMsg, Msg, Weight},
    intake::Passage,
    saved::Found,
};

use crate::{
    articles::{SAMPLE_TITLE, download, titles},
    formats::write,
    rich,
    world::World,
};

/// Whether what happens leaves everything as it was, but for the alert and the dialog.
#[track_caller]
fn check_refused(name: &str, contents: &[u8], sentence: &str) {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let (before, found, batches) = (world.export(), world.found.clone(), world.batches.len());
    world.open_files(&[(name, contents)]);
    let notice = world.desk().notice().expect("a notice");
    assert!(notice.text.contains(sentence) && notice.text.contains(name), "{}", notice.text);
    assert_eq!(notice.weight, Weight::Alert);
    assert!(world.desk().dialog().is_none());
    world.send(Msg::AddAsked);
    world.open_files(&[(name, contents)]);
    let dialog = world.desk().dialog().expect("the dialog stays open");
    assert!(dialog.problem.as_ref().is_some_and(|problem| problem.contains(sentence)));
    assert_eq!((world.export(), world.batches.len()), (before, batches));
    assert_eq!(world.found, found);
    assert_eq!(titles(&world), [SAMPLE_TITLE]);
}

#[test]
fn a_text_file_goes_to_the_dialog_to_be_confirmed() {
    let mut world = World::new();
    world.open_file("rents.txt", "Rents rise\nRents rose by 4% in May.");
    let read = world.desk().dialog().unwrap().read.as_ref().unwrap();
    let lines: Vec<String> = read.intake.kept().map(Passage::text).collect();
    assert_eq!(lines, ["Rents rise", "Rents rose by 4% in May."]);
    world.send(Msg::Intake(IntakeMsg::Added));
    assert_eq!(titles(&world)[0], "Rents rise");
}

#[test]
fn our_own_file_is_on_screen_at_once() {
    let mut world = World::new();
    let file = write(&rich::document());
    world.send(Msg::AddAsked);
    world.open_file("rich.claimlight.json", &file);
    assert!(world.desk().dialog().is_none() && world.desk().notice().is_none());
    assert_eq!(write(world.document()), file);
    world.check_stored();
    assert!(world.desk().can_undo());
}

#[test]
fn our_own_file_is_known_under_any_name() {
    let mut world = World::new();
    world.open_file("export.txt", &format!("\u{feff}\n {}", write(&rich::document())));
    assert_eq!(world.article(), rich::document().details().id);
}

#[test]
fn a_file_that_is_refused_leaves_everything_as_it_was() {
    let file = write(&rich::document());
    check_refused("a.json", b"{\"format\": ", "breaks off at line 1, character 11");
    check_refused("a.json", b"Rents rose.", "not JSON");
    check_refused("a.json", b"[1, 2]", "not exported from Claimlight");
    check_refused(
        "a.json",
        file.replacen("\"version\": 1", "\"version\": 2", 1).as_bytes(),
        "newer",
    );
    check_refused(
        "a.json",
        file.replacen("prices fell", "prices rose", 1).as_bytes(),
        "article.sha256",
    );
    check_refused("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture");
    check_refused("a.json", b"PK\x03\x04\x14\0\xfe\x08", "a packed archive");
}

#[test]
fn a_file_that_cannot_be_read_at_all_is_told() {
    let mut world = World::new();
    world.send(Msg::FileUnreadable { name: "a.json".to_owned() });
    assert_eq!(world.desk().notice().unwrap().weight, Weight::Alert);
    world.send(Msg::NoticeClosed);
    assert!(world.desk().notice().is_none());
    world.send(Msg::AddAsked);
    world.send(Msg::FileUnreadable { name: "a.json".to_owned() });
    let dialog = world.desk().dialog().unwrap();
    assert!(dialog.problem.is_some(), "the dialog is where the person looks");
}

#[test]
fn a_file_that_is_here_with_the_same_work_is_shown_and_told() {
    let mut world = World::new();
    let file = write(&rich::document());
    world.open_file("rich.json", &file);
    let sample = world.desk().rows().last().unwrap().id.clone();
    world.send(Msg::ArticlePicked(sample));
    world.open_file("rich.json", &file);
    assert_eq!(world.article(), rich::document().details().id);
    assert_eq!(world.desk().notice().unwrap().weight, Weight::Remark);
    assert_eq!(titles(&world).len(), 2);
    world.check_stored();
}

#[test]
fn a_file_that_is_here_with_other_work_is_opened_as_a_copy() {
    let mut world = World::new();
    let file = write(&rich::document());
    world.open_file("rich.json", &file);
    world.mark("Picture", "zahl");
    let here = world.export();
    let first = world.article();
    world.open_file("rich.json", &file);
    assert_ne!(world.article(), first);
    assert_eq!(world.desk().notice().unwrap().weight, Weight::Remark);
    assert_eq!(world.document().claim_count(), rich::document().claim_count());
    let stored = world.stored();
    assert_eq!(stored.len(), 3);
    assert_eq!(stored[first.as_str()], here, "the work that was here is untouched");
    world.check_stored();
}

#[test]
fn a_file_never_replaces_records_of_an_article_that_cannot_be_shown() {
    let file = write(&rich::document());
    for damage in ["broken", ""] {
        let mut world = World::new();
        world.open_file("rich.json", &file);
        world.mark("Picture", "zahl");
        let mut found = world.found.clone();
        for store in [&mut found.local, &mut found.safe] {
            store.insert("claimlight/1/text/article-1".to_owned(), damage.to_owned());
        }
        let records = |found: &Found| -> Vec<String> {
            let ours = found.safe.iter().filter(|(key, _)| key.contains("/article-1"));
            ours.map(|(_, value)| value.clone()).collect()
        };
        let mut world = World::open(found, Address::Home, 7);
        let before = records(&world.found);
        world.open_file("rich.json", &file);
        assert_ne!(world.article().as_str(), "article-1");
        assert_eq!(records(&world.found), before);
        world.open_file("rich.json", &file);
        assert_eq!(records(&world.found), before, "nor when it is opened once more");
    }
}

#[test]
fn an_export_is_a_file_named_after_the_title() {
    let mut world = World::new();
    let effects = world.send(Msg::Commanded(Command::Export));
    let download = download(&effects);
    let name = "russia-launches-military-drills-with-belarus-as-ukraine.claimlight.json";
    assert_eq!((download.name.as_str(), download.media_type), (name, "application/json"));
    assert!(download.contents.contains("\"exported\": \"2026-"));
    let id = world.article().to_string();
    let mut other = World::open(Found::default(), Address::Home, 50);
    other.open_file("x.json", &download.contents.replace(&id, "another"));
    assert_eq!(other.article().as_str(), "another");
}
