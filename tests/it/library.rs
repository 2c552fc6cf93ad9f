//! All articles: how they are listed, searched, archived, deleted and handed over.

use claimlight::{
    app::{
        ArticleFilter, Command, Dialog, Effect, FocusTarget, HitLocation, ImportMsg, Library,
        LibraryMsg, LibraryStatus, Mode, Msg, NoticeKind, Route, SortOrder, update,
    },
    article::MetadataField,
    event_context::EventContext,
    export::zip_archive,
    id::ArticleId,
    storage::StoreContents as Stored,
};

use crate::{articles::titles, test_app::TestApp};

fn library(app: &TestApp) -> &Library {
    match app.workspace().window() {
        Some(Dialog::Library(library)) => library,
        other => panic!("{other:?}"),
    }
}

fn ask(app: &mut TestApp, msg: LibraryMsg) -> Vec<Effect> {
    app.send(Msg::Library(msg))
}

fn listed(app: &TestApp) -> Vec<&str> {
    let rows = library(app).rows.iter();
    rows.map(|row| row.entry.document.details().title.as_str()).collect()
}

fn named(app: &TestApp, title: &str) -> ArticleId {
    let row = app.workspace().articles().iter().find(|row| row.title.starts_with(title));
    row.unwrap_or_else(|| panic!("no article {title}")).id.clone()
}

fn pick(app: &mut TestApp, title: &str) {
    let id = named(app, title);
    ask(app, LibraryMsg::SelectionToggled(id));
}

/// The sample, and two articles, the second of which has a claim with a note.
fn three() -> TestApp {
    let mut app = TestApp::new();
    app.paste("Rents rise\nRents rose by 4% in May.\nNobody knows why.");
    app.paste("Wages fall\nThe minister said that wages fell.\nÄrzte strike.");
    app.mark("wages fell", "quantity");
    let claim = app.document().claims().next().unwrap().id.clone();
    app.send(Msg::NoteTyped(claim, "Asked the Office for Rents".to_owned()));
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    app
}

const SAMPLE: &str = crate::articles::SAMPLE_TITLE;

#[test]
fn every_article_is_listed_with_how_far_it_is() {
    let app = three();
    assert_eq!(listed(&app), ["Wages fall", "Rents rise", SAMPLE]);
    let entry = &library(&app).rows[0].entry;
    assert_eq!((entry.progress.reviewed, entry.progress.paragraphs), (0, 2));
    assert_eq!((entry.document.claim_count(), entry.open), (1, 1));
    assert!(entry.last_modified > library(&app).rows[1].entry.last_modified);
}

#[test]
fn articles_that_are_not_open_are_listed_all_the_same() {
    let mut app = three();
    app.confirm();
    let mut again = app.reopened();
    again.send(Msg::CommandInvoked(Command::ShowLibrary));
    let rows = |app: &TestApp| -> Vec<_> {
        let rows = library(app).rows.iter();
        rows.map(|it| (it.entry.id().clone(), it.entry.last_modified, it.entry.progress)).collect()
    };
    assert_eq!(rows(&app), rows(&again));
    assert_eq!(library(&again).rows[0].entry.open, 1);
}

#[test]
fn the_order_is_what_was_chosen() {
    let mut app = three();
    ask(&mut app, LibraryMsg::Ordered(SortOrder::Title));
    assert_eq!(listed(&app), ["Rents rise", SAMPLE, "Wages fall"]);
    ask(&mut app, LibraryMsg::Ordered(SortOrder::Open));
    assert_eq!(listed(&app)[0], "Wages fall");
    ask(&mut app, LibraryMsg::Ordered(SortOrder::Progress));
    assert_eq!(listed(&app)[0], SAMPLE);
    ask(&mut app, LibraryMsg::Ordered(SortOrder::Added));
    assert_eq!(listed(&app)[2], SAMPLE);
}

#[test]
fn work_on_an_article_brings_it_to_the_top() {
    let mut app = three();
    let rents = named(&app, "Rents");
    ask(&mut app, LibraryMsg::Opened(rents, HitLocation::Details));
    assert!(app.workspace().window().is_none());
    app.mark("Nobody knows", "quantity");
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    assert_eq!(listed(&app)[0], "Rents rise");
}

#[test]
fn each_word_of_a_query_is_found_somewhere_in_an_article() {
    let mut app = three();
    for (query, found) in [
        ("RENTS", &["Wages fall", "Rents rise"][..]),
        ("rents office", &["Wages fall"]),
        ("rents may", &["Rents rise"]),
        ("ärzte", &["Wages fall"]),
        ("ÄRZTE", &["Wages fall"]),
        ("arzte", &["Wages fall"]),
        ("A\u{308}rz\u{ad}te", &["Wages fall"]),
        ("nowhere", &[]),
        ("\u{ad}", &["Wages fall", "Rents rise", SAMPLE]),
        ("  ", &["Wages fall", "Rents rise", SAMPLE]),
    ] {
        ask(&mut app, LibraryMsg::Searched(query.to_owned()));
        assert_eq!(listed(&app), found, "{query}");
    }
}

#[test]
fn what_was_found_is_shown_with_the_words_around_it_and_opened_there() {
    let mut app = three();
    ask(&mut app, LibraryMsg::Searched("office".to_owned()));
    let hit = library(&app).rows[0].hits[0].clone();
    assert_eq!((hit.before.as_str(), hit.words.as_str()), ("Asked the ", "Office"));
    assert_eq!(hit.after, " for Rents");
    let id = named(&app, "Wages");
    ask(&mut app, LibraryMsg::Opened(id.clone(), hit.found));
    let claim = app.document().claims().next().unwrap().id.clone();
    assert_eq!(app.workspace().session(), &Mode::Claim(claim));

    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::Searched("knows".to_owned()));
    let hit = library(&app).rows[0].hits[0].clone();
    let rents = named(&app, "Rents");
    ask(&mut app, LibraryMsg::Opened(rents, hit.found.clone()));
    assert_eq!(app.document().details().title, "Rents rise");
    assert_eq!(Some(hit.found), app.workspace().current().cloned().map(HitLocation::Block));
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let mut app = TestApp::new();
    let long = "ä".repeat(300);
    app.paste(&format!("Title\n{long} needle {long}"));
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::Searched("NEEDLE".to_owned()));
    let hit = &library(&app).rows[0].hits[0];
    assert_eq!(hit.before.chars().count(), 41);
    assert!(hit.before.starts_with('…') && hit.after.ends_with('…'));
}

#[test]
fn what_is_searched_is_kept_over_a_reload() {
    let mut app = three();
    ask(&mut app, LibraryMsg::Searched("office rents".to_owned()));
    app.confirm();
    let mut again = app.reopened_with_journal();
    again.send(Msg::CommandInvoked(Command::ShowLibrary));
    assert_eq!(listed(&again), ["Wages fall"]);
}

#[test]
fn archived_articles_are_out_of_the_way_until_they_are_brought_back() {
    let mut app = three();
    pick(&mut app, "Rents");
    pick(&mut app, SAMPLE);
    ask(&mut app, LibraryMsg::Archived);
    assert_eq!(listed(&app), ["Wages fall"]);
    assert!(library(&app).selected.is_empty());
    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::Archived));
    assert_eq!(listed(&app).len(), 2);
    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::All));
    assert_eq!(listed(&app).len(), 3);
    app.confirm();
    let mut again = app.reopened();
    assert_eq!(again.document().details().title, "Wages fall");
    again.send(Msg::CommandInvoked(Command::ShowLibrary));
    assert_eq!(listed(&again), ["Wages fall"], "they stay there over a reload");

    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::Archived));
    ask(&mut app, LibraryMsg::PicksTurned);
    assert!(library(&app).is_picked_archived());
    ask(&mut app, LibraryMsg::Archived);
    assert_eq!(listed(&app), Vec::<&str>::new());
    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::Current));
    assert_eq!(listed(&app).len(), 3);
}

#[test]
fn archiving_is_undone_without_leaving_the_article() {
    let mut app = three();
    pick(&mut app, "Rents");
    ask(&mut app, LibraryMsg::Archived);
    app.undo();
    assert_eq!(app.document().details().title, "Wages fall");
    assert!(app.workspace().articles().iter().all(|row| !row.is_archived));
    app.redo();
    assert_eq!(app.workspace().articles().iter().filter(|row| row.is_archived).count(), 1);
    app.confirm();
    app.check_stored();
}

#[test]
fn many_that_were_archived_together_come_back_as_one_step() {
    let mut app = three();
    let archived = |app: &TestApp| -> Vec<String> {
        let rows = app.workspace().articles().iter().filter(|row| row.is_archived);
        rows.map(|row| row.title.clone()).collect()
    };
    pick(&mut app, SAMPLE);
    ask(&mut app, LibraryMsg::Archived);
    for msg in [LibraryMsg::PicksTurned, LibraryMsg::Archived] {
        app.send_after(1, Msg::Library(msg));
    }
    assert_eq!(archived(&app).len(), 3);
    app.undo();
    assert_eq!(archived(&app), [SAMPLE], "what was archived a moment before is another step");
    app.redo();
    assert_eq!(archived(&app).len(), 3);
    app.confirm();
    app.check_stored();
    let mut again = app.reopened_with_journal();
    again.undo();
    assert_eq!(archived(&again), [SAMPLE], "also after the page was opened again");
    again.redo();
    assert_eq!(archived(&again).len(), 3);
    again.undo();
    again.undo();
    assert_eq!(archived(&again), Vec::<String>::new());
}

#[test]
fn what_was_done_in_the_library_is_undone_in_it() {
    let mut app = three();
    ask(&mut app, LibraryMsg::Searched("rents".to_owned()));
    pick(&mut app, "Rents");
    let effects = ask(&mut app, LibraryMsg::Deleted);
    let focus = Effect::Focus(FocusTarget::Library);
    assert_eq!(effects.last(), Some(&focus), "the field would undo what was typed in it");
    assert_eq!(library(&app).said, Some(LibraryStatus::Done("1 article deleted.".to_owned())));
    let effects = app.send(Msg::CommandInvoked(Command::Undo));
    assert_eq!(effects.iter().filter(|it| **it == focus).count(), 1);
    assert_eq!(listed(&app), ["Rents rise", "Wages fall"]);
    let message = "Undone: article deleted (Rents rise)".to_owned();
    assert_eq!(library(&app).said, Some(LibraryStatus::Info(message)));
    app.redo();
    assert_eq!(listed(&app), ["Wages fall"]);
    app.undo();
    for _ in 0..9 {
        app.undo();
    }
    assert!(!app.workspace().can_undo());
    assert_eq!(listed(&app), Vec::<&str>::new(), "the article that was found is gone");
    app.check_stored();
}

#[test]
fn undoing_names_the_articles_that_it_is_about_where_they_are_not_on_screen() {
    let mut app = three();
    app.send(Msg::WindowClosed);
    app.undo();
    app.undo();
    assert_eq!(app.workspace().notice(), None, "the article is on screen");
    app.undo();
    let said = |app: &TestApp| {
        let notice = app.workspace().notice().expect("it is shown, too");
        assert_eq!(notice.text, app.workspace().announcement().0);
        assert_eq!(notice.weight, NoticeKind::Remark);
        notice.text.clone()
    };
    assert_eq!(said(&app), "Undone: article added (Wages fall)");
    app.redo();
    assert_eq!(said(&app), "Redone: article added (Wages fall)");
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::PicksTurned);
    ask(&mut app, LibraryMsg::Archived);
    app.send(Msg::WindowClosed);
    app.undo();
    assert_eq!(said(&app), "Undone: article archived (2 articles)");
    app.send(Msg::CommandInvoked(Command::NextBlock));
    assert_eq!(app.workspace().notice(), None);
}

#[test]
fn unfinished_are_those_with_something_left_to_do() {
    let mut app = three();
    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::Unfinished));
    assert_eq!(listed(&app).len(), 3);
    let rents = named(&app, "Rents");
    ask(&mut app, LibraryMsg::Opened(rents, HitLocation::Details));
    for position in 0..3 {
        let block = app.document().blocks().at(position).unwrap().id.clone();
        app.send(Msg::ReviewToggled(block));
    }
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::FilterChosen(ArticleFilter::Unfinished));
    assert_eq!(listed(&app), ["Wages fall", SAMPLE]);
}

#[test]
fn many_are_deleted_as_one_act_and_come_back_together() {
    let mut app = three();
    pick(&mut app, "Wages");
    pick(&mut app, "Rents");
    let effects = ask(&mut app, LibraryMsg::Deleted);
    assert_eq!(listed(&app), [SAMPLE], "the library stays open");
    assert_eq!(app.document().details().title, SAMPLE, "the one on screen is gone");
    let shown = named(&app, SAMPLE);
    assert!(effects.contains(&Effect::SetRoute(Route::Article(shown))));
    app.undo();
    assert_eq!(titles(&app).len(), 3);
    assert_eq!(app.document().claim_count() + library_claims(&mut app), 1 + 1);
    app.confirm();
    app.check_stored();
}

/// The claims of all articles.
fn library_claims(app: &mut TestApp) -> usize {
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    library(app).rows.iter().map(|row| row.entry.document.claim_count()).sum()
}

#[test]
fn one_article_that_is_picked_is_handed_over_as_it_is() {
    let mut app = three();
    pick(&mut app, "Rents");
    let effects = ask(&mut app, LibraryMsg::Exported);
    let [Effect::Export { name, .. }, Effect::Save(_)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(name, "rents-rise.claimlight.json");
}

#[test]
fn many_articles_are_handed_over_as_one_file_and_come_in_again() {
    let mut app = three();
    app.send(Msg::WindowClosed);
    app.paste("Rents rise\nAnother text of the same name.");
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::PicksTurned);
    assert!(library(&app).has_all_picked());
    assert_eq!(app.workspace().export_status().changes, 1);
    ask(&mut app, LibraryMsg::Exported);
    assert_eq!(app.workspace().export_status().changes, 0, "they are in a file now");
    let (name, bytes) = app.bundles[0].clone();
    assert_eq!(name, "claimlight-2026-11-22.zip");
    let message = format!("Exported 4 articles to the file {name}.");
    assert_eq!(library(&app).said, Some(LibraryStatus::Info(message)));
    let files: Vec<String> =
        zip_archive::read(&bytes).unwrap().into_iter().map(|it| it.0).collect();
    assert_eq!(files.len(), 4);
    for name in ["rents-rise", "rents-rise-2", "wages-fall"] {
        assert!(files.contains(&format!("{name}.claimlight.json")), "{files:?}");
    }

    let stored = app.stored();
    let mut other = TestApp::open(Stored::default(), Route::Home, 50);
    other.open_files(&[(&name, &bytes)]);
    assert!(other.workspace().dialog().is_none());
    assert_eq!(other.stored(), stored);
    other.open_files(&[(&name, &bytes), ("more.txt", b"More\nSome words.")]);
    assert_eq!(titles(&other).len(), 5, "what is here already stays as it is");
    let notice = other.workspace().notice().unwrap();
    assert!(notice.text.starts_with("5 "), "{}", notice.text);
}

#[test]
fn a_file_of_many_articles_comes_in_bit_by_bit_whatever_the_stores_tell_meanwhile() {
    let mut app = TestApp::new();
    for number in 0..50 {
        app.paste(&format!("Article {number}\nSome words of article {number}."));
    }
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    ask(&mut app, LibraryMsg::PicksTurned);
    ask(&mut app, LibraryMsg::Exported);
    let (name, bytes) = app.bundles[0].clone();
    let mut other = TestApp::open(Stored::default(), Route::Home, 50);
    other.is_answering = false;
    let effects = other.open_files(&[(&name, &bytes)]);
    let task = effects.into_iter().find_map(|effect| {
        let Effect::Read(task) = effect else { return None };
        Some(task)
    });
    let task = task.expect("a task for the reader");
    let (number, mut seed) = (task.number, 1000);
    let answer = Some(other.read(task, &mut |_| ()));
    let mut after = |other: &mut TestApp, msg: Msg| {
        seed += 100;
        update(&mut other.model, msg, EventContext { millis: other.millis, entropy: seed });
        titles(other).len()
    };
    let read = Msg::Import(ImportMsg::Read { number, answer });
    let saved = Msg::Saved { number: 1, settled: Vec::new() };
    assert_eq!([read, Msg::Tick, saved].map(|msg| after(&mut other, msg)), [1, 21, 21]);
    let hurried = other.model.clone();
    for count in [41, 51, 51] {
        assert_eq!(after(&mut other, Msg::Tick), count);
    }
    assert!(other.workspace().notice().is_some_and(|it| it.text.starts_with("51 ")));
    // Whatever the person does comes after all of it.
    other.model = hurried;
    other.send(Msg::CommandInvoked(Command::NextBlock));
    assert_eq!(titles(&other).len(), 51);
}

#[test]
fn an_export_that_failed_leaves_the_changes_counted() {
    let mut app = three();
    let articles = app.workspace().articles().iter().map(|row| row.id.clone()).collect();
    let why = "It did not work.".to_owned();
    let msg = LibraryMsg::ArchiveDownloaded { articles, outcome: Err(why.clone()) };
    ask(&mut app, msg);
    assert_eq!(library(&app).said, Some(LibraryStatus::Info(why)));
    assert_eq!(app.workspace().export_status().changes, 3);
}

#[test]
fn a_long_list_is_cut_until_all_of_it_is_wanted() {
    let mut app = TestApp::new();
    for number in 0..120 {
        app.paste(&format!("Article {number}\nSome words."));
    }
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    assert_eq!((library(&app).rows.len(), library(&app).left_out), (100, 21));
    let cut = app.model.clone();
    ask(&mut app, LibraryMsg::Unfolded);
    assert_eq!((library(&app).rows.len(), library(&app).left_out), (121, 0));
    // All are all, not those that are listed at first.
    app.model = cut;
    for _ in 0..2 {
        assert!(!library(&app).has_all_picked());
        ask(&mut app, LibraryMsg::PicksTurned);
        assert_eq!(library(&app).selected.len(), 121);
        ask(&mut app, LibraryMsg::PicksTurned);
        assert_eq!(library(&app).selected.len(), 0);
    }
}

#[test]
fn details_are_saved_as_they_are_typed_and_undone_field_by_field() {
    let mut app = three();
    app.send(Msg::CommandInvoked(Command::EditDetails));
    assert_eq!(app.workspace().window(), Some(&Dialog::Details));
    for text in ["R", "Re", "Renters pay more"] {
        let typed = LibraryMsg::DetailTyped(MetadataField::Title, text.to_owned());
        let effects = app.send_after(100, Msg::Library(typed));
        assert!(effects.contains(&Effect::SetDocumentTitle(text.to_owned())), "{effects:?}");
    }
    app.send(Msg::FieldLeft);
    ask(&mut app, LibraryMsg::DetailTyped(MetadataField::Publication, "The Post".to_owned()));
    assert_eq!(titles(&app)[0], "Renters pay more");
    assert_eq!(app.document().details().publication.as_deref(), Some("The Post"));
    app.confirm();
    assert_eq!(app.reopened().document().details(), app.document().details());
    app.undo();
    assert_eq!(app.document().details().publication, None);
    assert_eq!(app.document().details().title, "Renters pay more");
    app.undo();
    assert_eq!(titles(&app)[0], "Wages fall");
}

#[test]
fn a_detail_is_cut_where_it_would_hold_up_the_page() {
    let mut app = three();
    for metadata_field in [MetadataField::Title, MetadataField::Source] {
        ask(&mut app, LibraryMsg::DetailTyped(metadata_field, "é".repeat(5_000_000)));
        assert_eq!(app.document().details().detail(metadata_field), "é".repeat(10_000));
    }
    let huge = "é".repeat(20_000);
    app.open_file("a.html", &format!("<title>{huge}</title><h1>{huge}</h1><p>Words."));
    app.send(Msg::Import(ImportMsg::Added));
    assert_eq!(app.document().details().title, "é".repeat(10_000));
    assert_eq!(app.document().blocks().at(0).unwrap().text.as_ref(), huge, "the text stays");
}

#[test]
fn a_detail_that_is_emptied_is_not_known_any_more() {
    let mut app = three();
    for (metadata_field, said) in
        [(MetadataField::Byline, "By A"), (MetadataField::Byline, ""), (MetadataField::Title, "")]
    {
        ask(&mut app, LibraryMsg::DetailTyped(metadata_field, said.to_owned()));
        assert_eq!(app.document().details().detail(metadata_field), said);
    }
    assert_eq!(app.document().details().byline, None);
}

#[test]
fn nothing_is_done_to_articles_that_the_search_hides() {
    let mut app = three();
    pick(&mut app, "Rents");
    ask(&mut app, LibraryMsg::Searched("wages".to_owned()));
    assert!(library(&app).selected.is_empty());
    ask(&mut app, LibraryMsg::Deleted);
    assert_eq!(titles(&app).len(), 3);
}
