//! Files that are opened, refused and handed over.

use claimlight::{
    app::{Command, ImportMsg, Msg, NoticeKind, Route},
    import::ImportedBlock,
    storage::StoreContents,
};

use crate::{
    articles::{SAMPLE_TITLE, download, titles},
    export::write,
    fixtures,
    test_app::TestApp,
};

/// Whether what happens leaves everything as it was, but for the alert and the dialog.
#[track_caller]
fn check_refused(name: &str, contents: &[u8], sentence: &str) {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let (before, found, batches) = (app.export(), app.found.clone(), app.batches.len());
    app.open_files(&[(name, contents)]);
    let notice = app.workspace().notice().expect("a notice");
    assert!(notice.text.contains(sentence) && notice.text.contains(name), "{}", notice.text);
    assert_eq!(notice.weight, NoticeKind::Alert);
    assert!(app.workspace().dialog().is_none());
    app.send(Msg::AddArticleRequested);
    app.open_files(&[(name, contents)]);
    let dialog = app.workspace().dialog().expect("the dialog stays open");
    assert!(dialog.problem.as_ref().is_some_and(|problem| problem.contains(sentence)));
    assert_eq!((app.export(), app.batches.len()), (before, batches));
    assert_eq!(app.found, found);
    assert_eq!(titles(&app), [SAMPLE_TITLE]);
}

#[test]
fn a_text_file_goes_to_the_dialog_to_be_confirmed() {
    let mut app = TestApp::new();
    app.open_file("rents.txt", "Rents rise\nRents rose by 4% in May.");
    let read = app.workspace().dialog().unwrap().read.as_ref().unwrap();
    let lines: Vec<String> = read.imported.kept().map(ImportedBlock::text).collect();
    assert_eq!(lines, ["Rents rise", "Rents rose by 4% in May."]);
    app.send(Msg::Import(ImportMsg::Added));
    assert_eq!(titles(&app)[0], "Rents rise");
}

#[test]
fn our_own_file_is_on_screen_at_once() {
    let mut app = TestApp::new();
    let file = write(&fixtures::document());
    app.send(Msg::AddArticleRequested);
    app.open_file("rich.claimlight.json", &file);
    assert!(app.workspace().dialog().is_none() && app.workspace().notice().is_none());
    assert_eq!(write(app.document()), file);
    app.check_stored();
    assert!(app.workspace().can_undo());
}

#[test]
fn our_own_file_is_known_under_any_name() {
    let mut app = TestApp::new();
    app.open_file("export.txt", &format!("\u{feff}\n {}", write(&fixtures::document())));
    assert_eq!(app.article(), fixtures::document().details().id);
}

#[test]
fn a_file_that_is_refused_leaves_everything_as_it_was() {
    let file = write(&fixtures::document());
    check_refused("a.json", b"{\"format\": ", "ends too early, at line 1, character 11");
    check_refused("a.json", b"Rents rose.", "not valid JSON");
    check_refused("a.json", b"[1, 2]", "not an export from Claimlight");
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
    check_refused("a.json", b"PK\x03\x04\x14\0\xfe\x08", "it is an archive");
}

#[test]
fn a_file_that_cannot_be_read_at_all_is_told() {
    let mut app = TestApp::new();
    app.send(Msg::FileUnreadable { name: "a.json".to_owned() });
    assert_eq!(app.workspace().notice().unwrap().weight, NoticeKind::Alert);
    app.send(Msg::NoticeClosed);
    assert!(app.workspace().notice().is_none());
    app.send(Msg::AddArticleRequested);
    app.send(Msg::FileUnreadable { name: "a.json".to_owned() });
    let dialog = app.workspace().dialog().unwrap();
    assert!(dialog.problem.is_some(), "the dialog is where the person looks");
}

#[test]
fn a_file_that_is_here_with_the_same_work_is_shown_and_told() {
    let mut app = TestApp::new();
    let file = write(&fixtures::document());
    app.open_file("rich.json", &file);
    let sample = app.workspace().articles().last().unwrap().id.clone();
    app.send(Msg::ArticlePicked(sample));
    app.open_file("rich.json", &file);
    assert_eq!(app.article(), fixtures::document().details().id);
    assert_eq!(app.workspace().notice().unwrap().weight, NoticeKind::Remark);
    assert_eq!(titles(&app).len(), 2);
    app.check_stored();
}

#[test]
fn a_file_that_is_here_with_other_work_is_opened_as_a_copy() {
    let mut app = TestApp::new();
    let file = write(&fixtures::document());
    app.open_file("rich.json", &file);
    app.mark("Picture", "zahl");
    let here = app.export();
    let first = app.article();
    app.open_file("rich.json", &file);
    assert_ne!(app.article(), first);
    assert_eq!(app.workspace().notice().unwrap().weight, NoticeKind::Remark);
    assert_eq!(app.document().claim_count(), fixtures::document().claim_count());
    let stored = app.stored();
    assert_eq!(stored.len(), 3);
    assert_eq!(stored[first.as_str()], here, "the work that was here is untouched");
    app.check_stored();
}

#[test]
fn a_file_never_replaces_records_of_an_article_that_cannot_be_shown() {
    let file = write(&fixtures::document());
    for damage in ["broken", ""] {
        let mut app = TestApp::new();
        app.open_file("rich.json", &file);
        app.mark("Picture", "zahl");
        let mut found = app.found.clone();
        for store in [&mut found.local, &mut found.database] {
            store.insert("claimlight/1/text/article-1".to_owned(), damage.to_owned());
        }
        let records = |found: &StoreContents| -> Vec<String> {
            let ours = found.database.iter().filter(|(key, _)| key.contains("/article-1"));
            ours.map(|(_, value)| value.clone()).collect()
        };
        let mut app = TestApp::open(found, Route::Home, 7);
        let before = records(&app.found);
        app.open_file("rich.json", &file);
        assert_ne!(app.article().as_str(), "article-1");
        assert_eq!(records(&app.found), before);
        app.open_file("rich.json", &file);
        assert_eq!(records(&app.found), before, "nor when it is opened once more");
    }
}

#[test]
fn an_export_is_a_file_named_after_the_title() {
    let mut app = TestApp::new();
    let effects = app.send(Msg::CommandInvoked(Command::Export));
    let download = download(&effects);
    let name = "russia-launches-military-drills-with-belarus-as-ukraine.claimlight.json";
    assert_eq!((download.name.as_str(), download.media_type), (name, "application/json"));
    assert!(download.contents.contains("\"exported\": \"2026-"));
    let id = app.article().to_string();
    let mut other = TestApp::open(StoreContents::default(), Route::Home, 50);
    other.open_file("x.json", &download.contents.replace(&id, "another"));
    assert_eq!(other.article().as_str(), "another");
}
