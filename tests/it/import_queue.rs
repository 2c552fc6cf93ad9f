//! Articles that are added in steps, and what happens between these.

use claimlight::{
    app::{Command, Effect, ImportMsg, LibraryMsg, Msg, ReadTask, Route, update},
    event_context::EventContext,
};

use crate::{
    articles::titles,
    test_app::{TestApp, pasted},
};

/// What readers are asked for.
fn tasks(effects: &[Effect]) -> Vec<ReadTask> {
    let tasks = effects.iter().filter_map(|effect| {
        let Effect::Read(task) = effect else { return None };
        Some(task.clone())
    });
    tasks.collect()
}

/// A reader answers, and the page does not come back by itself.
fn answer(app: &mut TestApp, task: ReadTask) -> Vec<Effect> {
    let number = task.number;
    let mut message = Vec::new();
    let answer = Some(app.read(task, &mut |said| message.push(said)));
    for said in message {
        happen(app, Msg::Import(ImportMsg::Progressed { number, said }));
    }
    happen(app, Msg::Import(ImportMsg::Read { number, answer }))
}

/// Something happens, and the page does not come back by itself.
fn happen(app: &mut TestApp, msg: Msg) -> Vec<Effect> {
    app.millis += 10;
    app.seed += 1000;
    let context = EventContext { millis: app.millis, entropy: app.seed };
    update(&mut app.model, msg, context)
}

/// A text that is added in steps.
fn long(title: &str) -> String {
    format!("{title}\n{}", "Rents rose by 4% in May.\n".repeat(42_000))
}

/// A world in which a long text was read in the dialog, and others are being read.
fn at_dialog(files: &[(&str, &[u8])]) -> (TestApp, Vec<ReadTask>) {
    let mut app = TestApp::new();
    app.is_answering = false;
    let pending_file = tasks(&app.open_files(files));
    app.send(Msg::AddArticleRequested);
    let effects = app.send(pasted(long("Rents rise")));
    for task in tasks(&effects) {
        answer(&mut app, task);
    }
    (app, pending_file)
}

#[test]
fn copies_of_many_articles_are_all_there_however_they_are_hurried() {
    let mut app = TestApp::new();
    for number in 0..45 {
        app.paste(&format!("Article {number}\nSome words of article {number}."));
        app.mark("Some words", "quantity");
    }
    app.send(Msg::CommandInvoked(Command::ShowLibrary));
    app.send(Msg::Library(LibraryMsg::PicksTurned));
    app.send(Msg::Library(LibraryMsg::Exported));
    let (name, bytes) = app.bundles[0].clone();
    // They are worked on since, so that those in the file become copies.
    for row in app.workspace().articles().to_vec() {
        app.send(Msg::ArticlePicked(row.id));
        let claim = app.document().claims().next().map(|it| it.id.clone());
        if let Some(claim) = claim {
            app.send(Msg::NoteTyped(claim, "more".to_owned()));
        }
    }
    app.is_answering = false;
    let task = tasks(&app.open_files(&[(&name, &bytes)])).pop().expect("a task");
    answer(&mut app, task);
    let patient = app.model.clone();
    happen(&mut app, Msg::CommandInvoked(Command::NextBlock));
    assert_eq!(titles(&app).len(), 46 + 45, "the sample is the same");
    let notice = app.workspace().notice().expect("what came of it, though the person went on");
    assert!(notice.text.starts_with("46 files opened"), "{}", notice.text);
    app.model = patient;
    for _ in 0..4 {
        happen(&mut app, Msg::Tick);
    }
    assert_eq!(titles(&app).len(), 46 + 45);
}

#[test]
fn going_back_does_not_lead_through_all_that_came() {
    let mut app = TestApp::new();
    app.is_answering = false;
    let files: [(&str, &[u8]); 3] =
        [("a.txt", b"One\nSome words."), ("b.txt", b"Two\nWords."), ("c.txt", b"   ")];
    let pending_file = tasks(&app.open_files(&files));
    let effects = pending_file.into_iter().flat_map(|task| answer(&mut app, task));
    let effects: Vec<Effect> = effects.collect();
    let shown = app.article();
    let addresses: Vec<&Effect> =
        effects.iter().filter(|it| matches!(it, Effect::SetRoute(_))).collect();
    assert_eq!(addresses, [&Effect::SetRoute(Route::Article(shown))]);
}

#[test]
fn what_arrives_while_a_long_text_is_added_takes_nothing_from_it() {
    let (mut app, pending_file) =
        at_dialog(&[("a.txt", b"One\nSome words."), ("b.txt", b"Two\nOther words.")]);
    happen(&mut app, Msg::Import(ImportMsg::Added));
    for task in pending_file {
        answer(&mut app, task);
    }
    assert_eq!(titles(&app).len(), 3, "the long text is still to come");
    for _ in 0..3 {
        happen(&mut app, Msg::Tick);
    }
    assert!(titles(&app).contains(&"Rents rise"));
    assert!(app.workspace().dialog().is_none());
}

#[test]
fn what_arrives_leaves_the_dialog_in_which_somebody_types() {
    let (mut app, pending_file) = at_dialog(&[("a.txt", b"One\nSome words."), ("b.txt", b" ")]);
    for task in pending_file {
        answer(&mut app, task);
    }
    assert!(app.workspace().dialog().is_some_and(|dialog| dialog.read.is_some()));
    let notice = app.workspace().notice().expect("what came of both");
    assert!(notice.text.starts_with("1 file"), "{}", notice.text);
    happen(&mut app, Msg::Import(ImportMsg::Added));
    happen(&mut app, Msg::Tick);
    assert!(titles(&app).contains(&"Rents rise"));
}

#[test]
fn files_that_are_refused_while_a_long_text_is_added_are_told_of() {
    let (mut app, pending_file) = at_dialog(&[("a.txt", b"  \n "), ("b.txt", b" ")]);
    happen(&mut app, Msg::Import(ImportMsg::Added));
    for task in pending_file {
        answer(&mut app, task);
    }
    let notice = app.workspace().notice().expect("what came of both");
    assert!(notice.text.contains("a.txt") && notice.text.contains("b.txt"), "{}", notice.text);
}

#[test]
fn a_dialog_that_is_left_while_a_long_text_is_made_adds_nothing_and_keeps_the_text() {
    let (mut app, _) = at_dialog(&[]);
    happen(&mut app, Msg::Import(ImportMsg::Added));
    happen(&mut app, Msg::Import(ImportMsg::Closed));
    happen(&mut app, Msg::Tick);
    assert_eq!(titles(&app).len(), 1);
    happen(&mut app, Msg::AddArticleRequested);
    assert!(app.workspace().dialog().is_some_and(|dialog| dialog.text.starts_with("Rents rise")));
}

#[test]
fn two_long_files_of_ours_become_two_copies_however_they_are_hurried() {
    let mut app = TestApp::new();
    let mut files = Vec::new();
    for number in 0..2 {
        app.paste(&long(&format!("Rents rise {number}")));
        let claim = app.mark("Rents rise", "quantity");
        files.push(app.export());
        app.send(Msg::NoteTyped(claim, "later".to_owned()));
    }
    app.is_answering = false;
    let files = [("1.json", files[0].as_bytes()), ("2.json", files[1].as_bytes())];
    let pending_file = tasks(&app.open_files(&files));
    for task in pending_file {
        answer(&mut app, task);
    }
    happen(&mut app, Msg::CommandInvoked(Command::NextBlock));
    assert_eq!(titles(&app).len(), 5);
}
