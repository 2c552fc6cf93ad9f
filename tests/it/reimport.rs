//! What was done to a text is shown after it was added, too, and taken back there.

use claimlight::{
    app::{
        BlockEditMsg, Command, Effect, FocusTarget, ImportDialog, ImportMsg, Msg, NoticeKind,
        RemarkKind, remarks,
    },
    article::Kind,
    edit::Action,
    import::ReadMode,
    storage::entries_of,
};

use crate::test_app::TestApp;

const PAGE: &str = "<nav>Home</nav><article><h1>Rents rise</h1><p>Rents rose by 4% in May, it said.\
    <p>Read more: Why<p hidden>The figures were revised.<p>Wages fell in June, nobody knows why.\
    </article>";

/// The page added, with the second paragraph of text marked.
fn added() -> TestApp {
    let mut app = TestApp::new();
    let html = Some(PAGE.to_owned());
    app.send(Msg::Import(ImportMsg::Pasted { text: "Rents rise".to_owned(), html }));
    app.send(Msg::Import(ImportMsg::Added));
    assert_eq!(texts(&app).len(), 4);
    app
}

fn texts(app: &TestApp) -> Vec<(Kind, String)> {
    app.document().blocks().iter().map(|it| (it.kind, it.text.to_string())).collect()
}

fn dialog(app: &TestApp) -> &ImportDialog {
    app.workspace().dialog().expect("the dialog is open")
}

/// Opens the dialog again, and takes back everything of a sort.
fn take_back(app: &mut TestApp, wanted: &RemarkKind) {
    app.send(Msg::Import(ImportMsg::Reopened));
    let remarks = remarks(dialog(app).read.as_ref().unwrap());
    let remark = remarks.into_iter().find(|it| it.done == *wanted).expect("it was done");
    app.send(Msg::Import(ImportMsg::Restored(remark.blocks)));
    app.send(Msg::Import(ImportMsg::Added));
}

#[test]
fn a_part_that_was_left_out_is_taken_in_and_the_work_stays() {
    let mut app = added();
    let claim = app.mark("Wages fell in June", "quantity");
    let block = app.document().blocks().at(1).unwrap().id.clone();
    app.send(Msg::ReviewToggled(block.clone()));
    let before = app.document().clone();
    take_back(&mut app, &RemarkKind::Hidden);
    assert!(app.workspace().dialog().is_none());
    let texts = texts(&app);
    assert_eq!(texts.len(), 5);
    assert_eq!(texts[3].1, "The figures were revised.");
    let document = app.document();
    let target_range = document.claim(&claim).unwrap().target.ranges().next().unwrap();
    assert_eq!(target_range.span.text(document.blocks()).as_deref(), Some("Wages fell in June"));
    assert!(document.review(&block).is_some());
    assert_eq!(document.details(), before.details());
    app.confirm();
    app.check_stored();
    app.undo();
    assert_eq!(app.document(), &before, "one step takes it back");
    app.redo();
    assert_eq!(app.document().blocks().len(), 5);
}

#[test]
fn a_promo_that_is_taken_back_is_a_paragraph_and_other_kinds_stay_as_the_person_has_them() {
    let mut app = added();
    let block = app.document().blocks().at(1).unwrap().id.clone();
    app.send(Msg::BlockKindChanged(block, Kind::Quotation));
    take_back(&mut app, &RemarkKind::Dimmed);
    let kinds: Vec<Kind> = texts(&app).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Headline, Kind::Quotation, Kind::Paragraph, Kind::Paragraph]);
}

#[test]
fn words_of_a_claim_are_never_taken_away() {
    let mut app = added();
    app.mark("Wages fell", "quantity");
    let before = app.document().clone();
    app.send(Msg::Import(ImportMsg::Reopened));
    // The plain text of the clipboard has nothing but the headline.
    app.send(Msg::Import(ImportMsg::ReadModeChosen(ReadMode::Plain)));
    app.send(Msg::Import(ImportMsg::Added));
    assert!(dialog(&app).problem.is_some());
    assert_eq!(app.document(), &before);
    app.send(Msg::Import(ImportMsg::Closed));
    assert!(app.workspace().dialog().is_none());
}

#[test]
fn without_an_article_that_was_just_added_there_is_nothing_to_show() {
    let mut app = TestApp::new();
    app.send(Msg::Import(ImportMsg::Reopened));
    assert!(app.workspace().dialog().is_none());
}

#[test]
fn reading_an_article_otherwise_is_an_act_of_its_own() {
    let mut app = added();
    take_back(&mut app, &RemarkKind::Hidden);
    let notice = app.workspace().notice().expect("it is told what was done");
    assert!(notice.text.contains("Undo restores the previous version"), "{}", notice.text);
    let entries: Vec<(String, String)> = app.journal.clone().into_iter().collect();
    let acts: Vec<Action> =
        entries_of(&entries, &app.article()).into_iter().map(|it| it.action).collect();
    assert_eq!(acts, [Action::ArticleAdded, Action::ArticleReimported]);
    app.undo();
    assert_eq!(app.workspace().announcement().0, "Undone: article imported again");
}

/// The journal keeps no texts, so at the next start nobody knows what the article was.
#[test]
fn at_the_next_start_it_is_not_undone_and_nothing_is_taken_away() {
    let mut app = added();
    app.mark("Wages fell in June", "quantity");
    take_back(&mut app, &RemarkKind::Hidden);
    let after = app.export();
    app.confirm();
    let mut again = app.reopened_with_journal();
    again.undo();
    assert!(again.workspace().notice().unwrap().text.contains("can no longer be undone"));
    assert_eq!(again.export(), after);
    again.check_stored();
}

#[test]
fn what_undo_would_do_is_said_only_while_it_would() {
    let shown = |app: &TestApp| app.workspace().notice().map(|it| it.weight);
    let mut app = added();
    assert_eq!(shown(&app), Some(NoticeKind::ArticleImported));
    let block = app.document().blocks().at(1).unwrap().id.clone();
    app.send(Msg::BlockSelected(block.clone()));
    assert_eq!(shown(&app), Some(NoticeKind::ArticleImported), "reading on is no act");
    app.send(Msg::ReviewToggled(block));
    assert_eq!(shown(&app), None, "undo would take back this");

    let mut app = added();
    app.undo();
    assert_eq!(shown(&app), Some(NoticeKind::Remark), "the article is gone");

    let mut app = added();
    pick(&mut app, crate::articles::SAMPLE_TITLE);
    assert_eq!(shown(&app), None, "it is about another article");
}

/// Opens three files together, of which the last but one is here already.
fn three_files() -> TestApp {
    let mut app = TestApp::new();
    app.paste("Other\nWords.");
    app.open_files(&[
        ("a.html", PAGE.as_bytes()),
        ("b.txt", b"Other\nWords."),
        ("c.html", b"<h1>Wages fall</h1><p>Wages fell.<p hidden>Nobody saw it."),
    ]);
    app
}

fn pick(app: &mut TestApp, title: &str) {
    let row = app.workspace().articles().iter().find(|row| row.title == title).unwrap();
    let id = row.id.clone();
    app.send(Msg::ArticlePicked(id));
}

#[test]
fn each_of_several_files_can_be_read_otherwise_while_its_article_is_open() {
    let mut app = three_files();
    let notice = app.workspace().notice().expect("it is told what came of them");
    assert_eq!(notice.weight, NoticeKind::BatchImported);
    assert!(notice.text.contains("3 files opened"), "{}", notice.text);
    pick(&mut app, "Rents rise");
    assert!(app.workspace().notice().is_some(), "it holds for the other articles, too");
    take_back(&mut app, &RemarkKind::Hidden);
    assert!(texts(&app).iter().any(|(_, text)| text == "The figures were revised."));
    pick(&mut app, "Wages fall");
    take_back(&mut app, &RemarkKind::Hidden);
    assert!(texts(&app).iter().any(|(_, text)| text == "Nobody saw it."));
    app.check_stored();
}

#[test]
fn how_a_text_was_read_is_known_as_long_as_the_page_is_open() {
    let mut app = three_files();
    app.send(Msg::NoticeClosed);
    assert!(app.workspace().can_reimport());
    pick(&mut app, "Rents rise");
    app.mark("Wages fell", "quantity");
    assert!(app.workspace().can_reimport());
    app.send(Msg::CommandInvoked(Command::EditDetails));
    app.send(Msg::Import(ImportMsg::Reopened));
    assert!(app.workspace().window().is_none());
    assert!(dialog(&app).reimport_of.is_some());
    app.send(Msg::Import(ImportMsg::Closed));
    pick(&mut app, crate::articles::SAMPLE_TITLE);
    assert!(!app.workspace().can_reimport());
    assert!(!app.reopened().workspace().can_reimport());
}

#[test]
fn the_text_that_another_one_replaced_is_not_offered_where_it_is_read_again() {
    let mut app = TestApp::new();
    app.send(Msg::Import(ImportMsg::Typed("Half a sentence".to_owned())));
    let html = Some(PAGE.to_owned());
    app.send(Msg::Import(ImportMsg::Pasted { text: "Rents rise".to_owned(), html }));
    assert_eq!(dialog(&app).previous_text.as_deref(), Some("Half a sentence"));
    app.send(Msg::Import(ImportMsg::Added));
    app.send(Msg::Import(ImportMsg::Reopened));
    assert_eq!(dialog(&app).previous_text, None);
    let effects = app.send(Msg::Import(ImportMsg::Added));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Article)), "{effects:?}");
}

#[test]
fn where_nothing_is_known_of_the_article_on_screen_the_last_one_is_shown() {
    let mut app = three_files();
    pick(&mut app, crate::articles::SAMPLE_TITLE);
    app.send(Msg::Import(ImportMsg::Reopened));
    assert_eq!(app.document().details().title, "Wages fall");
    assert_eq!(dialog(&app).reimport_of, Some(app.article()));
}

#[test]
fn of_very_large_texts_only_the_last_is_kept() {
    let mut app = TestApp::new();
    let large = |letter: &str| format!("Title {letter}\n{}", letter.repeat(3 << 20));
    let [one, two] = ["a", "b"].map(large);
    app.open_files(&[("a.txt", one.as_bytes()), ("b.txt", two.as_bytes())]);
    assert!(app.workspace().can_reimport());
    pick(&mut app, "Title a");
    assert!(!app.workspace().can_reimport());
}

#[test]
fn what_was_corrected_by_hand_is_not_read_anew() {
    let mut app = added();
    let block = app.document().blocks().at(1).unwrap().id.clone();
    app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block)));
    app.send(Msg::Repair(BlockEditMsg::Typed("Rents rose by 5% in May, it said.".to_owned())));
    app.send(Msg::Repair(BlockEditMsg::Corrected));
    let before = app.document().clone();
    take_back(&mut app, &RemarkKind::Hidden);
    assert!(dialog(&app).problem.is_some());
    assert_eq!(app.document(), &before);
}
