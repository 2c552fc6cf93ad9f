//! Articles that come in: what is recognised, shown, taken back, and added.

use claimlight::{
    app::{
        Effect, FocusTarget, ImportDialog, ImportMsg, Msg, NoticeKind, ReadTask, RemarkKind, Route,
        remarks,
    },
    article::Kind,
    import::{ImportNote, ReadMode, SourceFormat},
    storage::StoreContents,
};

use crate::{
    articles::titles,
    export::write,
    fixtures,
    test_app::{TestApp, pasted},
};

const PAGE: &str = "<title>Paper</title><meta property=og:site_name content='The Paper'><nav>Home</nav><h1>Rents rise</h1>\
    <p>Rents rose by 4%.<p>Read more: Why<p hidden>Unseen</p><table><tr><td>a<td>b</table>\
    <script>x</script>";

fn pasted_page() -> TestApp {
    let mut app = TestApp::new();
    let html = Some(PAGE.to_owned());
    app.send(Msg::Import(ImportMsg::Pasted { text: "Rents rise".to_owned(), html }));
    app
}

fn dialog(app: &TestApp) -> &ImportDialog {
    app.workspace().dialog().expect("the dialog is open")
}

fn blocks(app: &TestApp) -> Vec<(Kind, String)> {
    app.document().blocks().iter().map(|it| (it.kind, it.text.to_string())).collect()
}

fn add(app: &mut TestApp) -> Vec<Effect> {
    app.send(Msg::Import(ImportMsg::Added))
}

#[test]
fn a_page_on_the_clipboard_is_shown_and_then_added_with_its_structure() {
    let mut app = pasted_page();
    let read = dialog(&app).read.as_ref().expect("it was read");
    assert_eq!(read.source_format, SourceFormat::Html);
    let done: Vec<RemarkKind> = remarks(read).into_iter().map(|it| it.done).collect();
    for wanted in [
        RemarkKind::Dimmed,
        RemarkKind::Hidden,
        RemarkKind::Around,
        RemarkKind::Noted(ImportNote::Table(1)),
    ] {
        assert!(done.contains(&wanted), "{wanted:?} in {done:?}");
    }
    add(&mut app);
    let kinds: Vec<Kind> = blocks(&app).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Headline, Kind::Paragraph, Kind::Promo, Kind::Other]);
    assert_eq!(app.document().details().publication.as_deref(), Some("The Paper"));
    let notice = app.workspace().notice().expect("it is told what was done");
    assert_eq!(notice.weight, NoticeKind::ArticleImported);
    assert!(notice.text.contains("1 promo dimmed"), "{}", notice.text);
    app.undo();
    assert_eq!(titles(&app).len(), 1, "one step takes the article out again");
}

#[test]
fn a_page_can_be_taken_as_plain_text() {
    let mut app = pasted_page();
    app.send(Msg::Import(ImportMsg::ReadModeChosen(ReadMode::Plain)));
    assert_eq!(dialog(&app).read.as_ref().unwrap().source_format, SourceFormat::Plain);
    add(&mut app);
    assert_eq!(blocks(&app).len(), 1);
    assert_eq!(blocks(&app)[0].1, "Rents rise");
}

#[test]
fn what_was_dimmed_or_left_out_is_taken_back() {
    let mut app = pasted_page();
    let all = remarks(dialog(&app).read.as_ref().unwrap());
    let positions = all.iter().flat_map(|it| it.blocks.clone()).collect();
    app.send(Msg::Import(ImportMsg::Restored(positions)));
    let left = remarks(dialog(&app).read.as_ref().unwrap());
    assert!(left.iter().all(|it| it.blocks.is_empty()), "{left:?}");
    add(&mut app);
    let texts: Vec<String> = blocks(&app).into_iter().map(|(_, text)| text).collect();
    for text in ["Home", "Unseen", "Read more: Why"] {
        assert!(texts.iter().any(|it| it == text), "{text} in {texts:?}");
    }
    assert!(blocks(&app).iter().all(|(kind, _)| *kind != Kind::Promo));
}

#[test]
fn what_was_taken_back_is_so_again_after_a_look_at_the_plain_text() {
    let mut app = pasted_page();
    let wanted = [RemarkKind::Around, RemarkKind::Hidden];
    for done in wanted {
        let all = remarks(dialog(&app).read.as_ref().unwrap());
        let remark = all.into_iter().find(|it| it.done == done).unwrap();
        let effects = app.send(Msg::Import(ImportMsg::Restored(remark.blocks)));
        assert_eq!(effects, [Effect::Focus(FocusTarget::ImportPreview)]);
    }
    let before = dialog(&app).read.clone();
    app.send(Msg::Import(ImportMsg::ReadModeChosen(ReadMode::Plain)));
    assert_ne!(dialog(&app).read, before);
    app.send(Msg::Import(ImportMsg::ReadModeChosen(ReadMode::Structured)));
    assert_eq!(dialog(&app).read, before);
    app.send(Msg::Import(ImportMsg::Typed("Other\n\nText".to_owned())));
    assert!(dialog(&app).restored.is_empty(), "another text has other passages");
}

#[test]
fn files_that_come_together_become_an_article_each() {
    let mut app = TestApp::new();
    app.open_files(&[
        ("a.txt", b"Rents rise\nRents rose by 4%."),
        ("b.html", b"<h1>Wages fall</h1><p>Wages fell."),
        ("c.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ("d.txt", b" \n "),
    ]);
    let titles = titles(&app);
    assert_eq!(titles.len(), 3);
    assert!(["Wages fall", "Rents rise"].iter().all(|it| titles.iter().any(|other| other == it)));
    assert_eq!(app.document().details().title, "Wages fall", "the last is shown");
    let notice = app.workspace().notice().expect("it is told what came of them");
    assert_eq!(
        notice.weight,
        NoticeKind::BatchPartlyImported,
        "how the others were read can be shown"
    );
    for said in ["2 files opened", "c.png", "d.txt", "how a text was read"] {
        assert!(notice.text.contains(said), "{}", notice.text);
    }
    assert!(app.workspace().dialog().is_none());
    let sample = app.workspace().articles().last().unwrap().id.clone();
    app.send(Msg::ArticlePicked(sample));
    assert_eq!(app.workspace().notice(), None, "it goes once the person goes elsewhere");
    app.check_stored();
}

#[test]
fn a_text_that_is_here_is_shown_and_not_added_again() {
    for is_closed in [false, true] {
        let mut app = TestApp::new();
        let first = app.paste("Rents rise\nRents rose by 4%.");
        app.paste("Other\nWords.");
        if is_closed {
            app = app.reopened();
        }
        assert_eq!(app.paste("Rents rise\n\nRents rose by 4%."), first);
        assert_eq!(titles(&app).len(), 3);
        assert!(app.workspace().notice().unwrap().text.contains("already have this text"));
    }
}

/// The task that something asks for, in a world that answers none.
fn task(effects: &[Effect]) -> Option<ReadTask> {
    effects
        .iter()
        .find_map(|effect| if let Effect::Read(task) = effect { Some(task.clone()) } else { None })
}

#[test]
fn an_answer_to_a_text_that_has_changed_is_read_anew() {
    let mut app = TestApp::new();
    app.is_answering = false;
    let first = task(&app.send(pasted("One\nWords."))).expect("a task");
    let typed = Msg::Import(ImportMsg::Typed("Two\nWords.".to_owned()));
    assert_eq!(task(&app.send(typed)), None, "one task at a time");
    add(&mut app);
    let second = task(&app.answer(first)).expect("the new text is read");
    assert_eq!(titles(&app).len(), 1, "not yet");
    app.answer(second);
    assert_eq!(titles(&app)[0], "Two", "added as soon as it is read");
}

#[test]
fn a_text_is_added_as_lines_where_no_reader_can_be_had() {
    let mut app = TestApp::new();
    app.is_answering = false;
    let task = task(&app.send(pasted("One\nWords."))).expect("a task");
    app.send(Msg::Import(ImportMsg::Read { number: task.number, answer: None }));
    add(&mut app);
    assert_eq!(titles(&app)[0], "One");
}

#[test]
fn closing_the_dialog_stops_the_task_and_its_answer_is_nothing() {
    let mut app = TestApp::new();
    app.is_answering = false;
    let task = task(&app.send(pasted("One\nWords."))).expect("a task");
    let effects = app.send(Msg::Import(ImportMsg::Closed));
    assert_eq!(effects, [Effect::StopReading(task.number)]);
    app.answer(task);
    assert!(app.workspace().dialog().is_none());
    assert_eq!(titles(&app).len(), 1);
}

#[test]
fn what_is_typed_stays_when_a_file_is_opened_beside_it() {
    let ours = write(&fixtures::document());
    for (name, text) in [("rich.json", ours.as_str()), ("a.txt", "Rents rise\nWords.")] {
        let mut app = TestApp::new();
        app.send(Msg::AddArticleRequested);
        app.send(Msg::Import(ImportMsg::Typed("Half an article".to_owned())));
        app.open_file(name, text);
        add(&mut app);
        assert_eq!(titles(&app).len(), 2, "{name}");
        app.send(Msg::AddArticleRequested);
        assert_eq!(dialog(&app).text, "Half an article", "{name}");
    }
}

#[test]
fn a_byte_order_mark_is_told_of() {
    let mut app = TestApp::new();
    app.open_file("a.txt", "\u{feff}Rents rise\nWords.");
    let notes = &dialog(&app).read.as_ref().unwrap().imported.notes;
    assert_eq!(notes, &[ImportNote::ByteOrderMark]);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut app = TestApp::new();
    let file =
        claimlight::app::FileHandle { number: 1, name: "huge.txt".to_owned(), bytes: 200 << 20 };
    let effects = app.send(Msg::Import(ImportMsg::FilesTaken(vec![file])));
    assert_eq!(task(&effects), None);
    assert!(app.workspace().notice().unwrap().text.contains("larger than 64 MB"));
}

#[test]
fn a_text_that_is_too_large_is_refused_as_such_a_file_is() {
    let (huge, small) = ("a".repeat((64 << 20) + 1), "One".to_owned());
    let pasted = |text, html| Msg::Import(ImportMsg::Pasted { text, html });
    for msg in [pasted(huge.clone(), None), pasted(small, Some(huge.clone()))] {
        let mut app = TestApp::new();
        assert_eq!(task(&app.send(msg)), None);
        assert!(app.workspace().dialog().is_none());
        let said = &app.workspace().notice().unwrap().text;
        assert!(said.starts_with("The text was not opened") && said.contains("64 MB"), "{said}");
    }
    let mut app = TestApp::new();
    app.send(Msg::AddArticleRequested);
    app.send(Msg::Import(ImportMsg::Typed("Two\nWords.".to_owned())));
    app.send(Msg::Import(ImportMsg::Typed(huge)));
    assert!(dialog(&app).problem.as_ref().unwrap().contains("64 MB"));
    assert_eq!(dialog(&app).text, "Two\nWords.", "what was there stays");
}

#[test]
fn an_address_opens_the_dialog_filled_in() {
    let query = "text=Rents%20rise%0ARents+rose%20by%204%25.&title=A+%26+B&url=https%3A%2F%2Fa.example%2F%3Fb";
    let mut app = TestApp::new();
    let shown = app.article();
    let address = Route::parse(&format!("#/add?{query}"));
    let effects = app.send(Msg::AddressChanged(address.clone()));
    assert!(effects.contains(&Effect::SetRoute(Route::Article(shown))), "{effects:?}");
    assert_eq!(dialog(&app).text, "Rents rise\nRents rose by 4%.");
    add(&mut app);
    let details = app.document().details();
    assert_eq!(details.title, "A & B");
    assert_eq!(details.source.as_deref(), Some("https://a.example/?b"));

    let first = TestApp::open(StoreContents::default(), address, 7);
    assert_eq!(dialog(&first).text, "Rents rise\nRents rose by 4%.", "also as the first thing");
}

#[test]
fn an_address_without_a_text_opens_an_empty_dialog() {
    for query in ["", "text=", "title=%FF%00&text=+", "%%%&&==", "text"] {
        let mut app = TestApp::new();
        app.send(Msg::AddressChanged(Route::parse(&format!("#/add?{query}"))));
        assert_eq!(dialog(&app).text.trim(), "", "{query}");
        add(&mut app);
        assert!(dialog(&app).problem.is_some(), "{query}");
    }
}

#[test]
fn a_typed_text_that_another_one_replaces_can_be_brought_back() {
    let mut app = TestApp::new();
    app.send(Msg::AddArticleRequested);
    app.send(Msg::Import(ImportMsg::Typed("Half an article".to_owned())));
    app.send(Msg::Import(ImportMsg::Closed));
    app.send(pasted("Another one"));
    assert_eq!(dialog(&app).previous_text.as_deref(), Some("Half an article"));
    app.send(Msg::Import(ImportMsg::PreviousTextRestored));
    assert_eq!(dialog(&app).text, "Half an article");
    assert_eq!(dialog(&app).previous_text.as_deref(), Some("Another one"));
}
