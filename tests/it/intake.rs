//! Articles that come in: what is recognised, shown, taken back, and added.

use claimlight::{
    app::{AddDialog, Address, Done, Effect, FocusOn, IntakeMsg, Msg, ReadTask, Weight, remarks},
    article::Kind,
    intake::{How, Note, Shape},
    saved::Found,
};

use crate::{
    articles::titles,
    formats::write,
    rich,
    world::{World, pasted},
};

const PAGE: &str = "<title>Paper</title><meta property=og:site_name content='The Paper'><nav>Home</nav><h1>Rents rise</h1>\
    <p>Rents rose by 4%.<p>Read more: Why<p hidden>Unseen</p><table><tr><td>a<td>b</table>\
    <script>x</script>";

fn pasted_page() -> World {
    let mut world = World::new();
    let html = Some(PAGE.to_owned());
    world.send(Msg::Intake(IntakeMsg::Pasted { text: "Rents rise".to_owned(), html }));
    world
}

fn dialog(world: &World) -> &AddDialog {
    world.desk().dialog().expect("the dialog is open")
}

fn blocks(world: &World) -> Vec<(Kind, String)> {
    world.document().blocks().iter().map(|it| (it.kind, it.text.to_string())).collect()
}

fn add(world: &mut World) -> Vec<Effect> {
    world.send(Msg::Intake(IntakeMsg::Added))
}

#[test]
fn a_page_on_the_clipboard_is_shown_and_then_added_with_its_structure() {
    let mut world = pasted_page();
    let read = dialog(&world).read.as_ref().expect("it was read");
    assert_eq!(read.shape, Shape::Html);
    let done: Vec<Done> = remarks(read).into_iter().map(|it| it.done).collect();
    for wanted in [Done::Dimmed, Done::Hidden, Done::Around, Done::Noted(Note::Table(1))] {
        assert!(done.contains(&wanted), "{wanted:?} in {done:?}");
    }
    add(&mut world);
    let kinds: Vec<Kind> = blocks(&world).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Headline, Kind::Paragraph, Kind::Promo, Kind::Other]);
    assert_eq!(world.document().details().publication.as_deref(), Some("The Paper"));
    let notice = world.desk().notice().expect("it is told what was done");
    assert_eq!(notice.weight, Weight::Taken);
    assert!(notice.text.contains("1 promo dimmed"), "{}", notice.text);
    world.undo();
    assert_eq!(titles(&world).len(), 1, "one step takes the article out again");
}

#[test]
fn a_page_can_be_taken_as_plain_text() {
    let mut world = pasted_page();
    world.send(Msg::Intake(IntakeMsg::HowChosen(How::Plain)));
    assert_eq!(dialog(&world).read.as_ref().unwrap().shape, Shape::Plain);
    add(&mut world);
    assert_eq!(blocks(&world).len(), 1);
    assert_eq!(blocks(&world)[0].1, "Rents rise");
}

#[test]
fn what_was_dimmed_or_left_out_is_taken_back() {
    let mut world = pasted_page();
    let all = remarks(dialog(&world).read.as_ref().unwrap());
    let positions = all.iter().flat_map(|it| it.passages.clone()).collect();
    world.send(Msg::Intake(IntakeMsg::TakenBack(positions)));
    let left = remarks(dialog(&world).read.as_ref().unwrap());
    assert!(left.iter().all(|it| it.passages.is_empty()), "{left:?}");
    add(&mut world);
    let texts: Vec<String> = blocks(&world).into_iter().map(|(_, text)| text).collect();
    for text in ["Home", "Unseen", "Read more: Why"] {
        assert!(texts.iter().any(|it| it == text), "{text} in {texts:?}");
    }
    assert!(blocks(&world).iter().all(|(kind, _)| *kind != Kind::Promo));
}

#[test]
fn what_was_taken_back_is_so_again_after_a_look_at_the_plain_text() {
    let mut world = pasted_page();
    let wanted = [Done::Around, Done::Hidden];
    for done in wanted {
        let all = remarks(dialog(&world).read.as_ref().unwrap());
        let remark = all.into_iter().find(|it| it.done == done).unwrap();
        let effects = world.send(Msg::Intake(IntakeMsg::TakenBack(remark.passages)));
        assert_eq!(effects, [Effect::Focus(FocusOn::Recognised)]);
    }
    let before = dialog(&world).read.clone();
    world.send(Msg::Intake(IntakeMsg::HowChosen(How::Plain)));
    assert_ne!(dialog(&world).read, before);
    world.send(Msg::Intake(IntakeMsg::HowChosen(How::Structured)));
    assert_eq!(dialog(&world).read, before);
    world.send(Msg::Intake(IntakeMsg::Typed("Other\n\nText".to_owned())));
    assert!(dialog(&world).taken_back.is_empty(), "another text has other passages");
}

#[test]
fn files_that_come_together_become_an_article_each() {
    let mut world = World::new();
    world.open_files(&[
        ("a.txt", b"Rents rise\nRents rose by 4%."),
        ("b.html", b"<h1>Wages fall</h1><p>Wages fell."),
        ("c.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ("d.txt", b" \n "),
    ]);
    let titles = titles(&world);
    assert_eq!(titles.len(), 3);
    assert!(["Wages fall", "Rents rise"].iter().all(|it| titles.iter().any(|other| other == it)));
    assert_eq!(world.document().details().title, "Wages fall", "the last is shown");
    let notice = world.desk().notice().expect("it is told what came of them");
    assert_eq!(notice.weight, Weight::ArrivedInPart, "how the others were read can be shown");
    for said in ["2 files opened", "c.png", "d.txt", "How the text of each was read"] {
        assert!(notice.text.contains(said), "{}", notice.text);
    }
    assert!(world.desk().dialog().is_none());
    let sample = world.desk().rows().last().unwrap().id.clone();
    world.send(Msg::ArticlePicked(sample));
    assert_eq!(world.desk().notice(), None, "it goes once the person goes elsewhere");
    world.check_stored();
}

#[test]
fn a_text_that_is_here_is_shown_and_not_added_again() {
    for is_closed in [false, true] {
        let mut world = World::new();
        let first = world.paste("Rents rise\nRents rose by 4%.");
        world.paste("Other\nWords.");
        if is_closed {
            world = world.reopened();
        }
        assert_eq!(world.paste("Rents rise\n\nRents rose by 4%."), first);
        assert_eq!(titles(&world).len(), 3);
        assert!(world.desk().notice().unwrap().text.contains("here already"));
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
    let mut world = World::new();
    world.is_answering = false;
    let first = task(&world.send(pasted("One\nWords."))).expect("a task");
    let typed = Msg::Intake(IntakeMsg::Typed("Two\nWords.".to_owned()));
    assert_eq!(task(&world.send(typed)), None, "one task at a time");
    add(&mut world);
    let second = task(&world.answer(first)).expect("the new text is read");
    assert_eq!(titles(&world).len(), 1, "not yet");
    world.answer(second);
    assert_eq!(titles(&world)[0], "Two", "added as soon as it is read");
}

#[test]
fn a_text_is_added_as_lines_where_no_reader_can_be_had() {
    let mut world = World::new();
    world.is_answering = false;
    let task = task(&world.send(pasted("One\nWords."))).expect("a task");
    world.send(Msg::Intake(IntakeMsg::Read { number: task.number, answer: None }));
    add(&mut world);
    assert_eq!(titles(&world)[0], "One");
}

#[test]
fn closing_the_dialog_stops_the_task_and_its_answer_is_nothing() {
    let mut world = World::new();
    world.is_answering = false;
    let task = task(&world.send(pasted("One\nWords."))).expect("a task");
    let effects = world.send(Msg::Intake(IntakeMsg::Left));
    assert_eq!(effects, [Effect::StopReading(task.number)]);
    world.answer(task);
    assert!(world.desk().dialog().is_none());
    assert_eq!(titles(&world).len(), 1);
}

#[test]
fn what_is_typed_stays_when_a_file_is_opened_beside_it() {
    let ours = write(&rich::document());
    for (name, text) in [("rich.json", ours.as_str()), ("a.txt", "Rents rise\nWords.")] {
        let mut world = World::new();
        world.send(Msg::AddAsked);
        world.send(Msg::Intake(IntakeMsg::Typed("Half an article".to_owned())));
        world.open_file(name, text);
        add(&mut world);
        assert_eq!(titles(&world).len(), 2, "{name}");
        world.send(Msg::AddAsked);
        assert_eq!(dialog(&world).text, "Half an article", "{name}");
    }
}

#[test]
fn a_byte_order_mark_is_told_of() {
    let mut world = World::new();
    world.open_file("a.txt", "\u{feff}Rents rise\nWords.");
    let notes = &dialog(&world).read.as_ref().unwrap().intake.notes;
    assert_eq!(notes, &[Note::ByteOrderMark]);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut world = World::new();
    let file =
        claimlight::app::TakenFile { number: 1, name: "huge.txt".to_owned(), bytes: 200 << 20 };
    let effects = world.send(Msg::Intake(IntakeMsg::FilesTaken(vec![file])));
    assert_eq!(task(&effects), None);
    assert!(world.desk().notice().unwrap().text.contains("larger than 64 MB"));
}

#[test]
fn a_text_that_is_too_large_is_refused_as_such_a_file_is() {
    let (huge, small) = ("a".repeat((64 << 20) + 1), "One".to_owned());
    let pasted = |text, html| Msg::Intake(IntakeMsg::Pasted { text, html });
    for msg in [pasted(huge.clone(), None), pasted(small, Some(huge.clone()))] {
        let mut world = World::new();
        assert_eq!(task(&world.send(msg)), None);
        assert!(world.desk().dialog().is_none());
        let said = &world.desk().notice().unwrap().text;
        assert!(said.starts_with("The text was not opened") && said.contains("64 MB"), "{said}");
    }
    let mut world = World::new();
    world.send(Msg::AddAsked);
    world.send(Msg::Intake(IntakeMsg::Typed("Two\nWords.".to_owned())));
    world.send(Msg::Intake(IntakeMsg::Typed(huge)));
    assert!(dialog(&world).problem.as_ref().unwrap().contains("64 MB"));
    assert_eq!(dialog(&world).text, "Two\nWords.", "what was there stays");
}

#[test]
fn an_address_opens_the_dialog_filled_in() {
    let query = "text=Rents%20rise%0ARents+rose%20by%204%25.&title=A+%26+B&url=https%3A%2F%2Fa.example%2F%3Fb";
    let mut world = World::new();
    let shown = world.article();
    let address = Address::parse(&format!("#/add?{query}"));
    let effects = world.send(Msg::AddressChanged(address.clone()));
    assert!(effects.contains(&Effect::ShowAddress(Address::Article(shown))), "{effects:?}");
    assert_eq!(dialog(&world).text, "Rents rise\nRents rose by 4%.");
    add(&mut world);
    let details = world.document().details();
    assert_eq!(details.title, "A & B");
    assert_eq!(details.source.as_deref(), Some("https://a.example/?b"));

    let first = World::open(Found::default(), address, 7);
    assert_eq!(dialog(&first).text, "Rents rise\nRents rose by 4%.", "also as the first thing");
}

#[test]
fn an_address_without_a_text_opens_an_empty_dialog() {
    for query in ["", "text=", "title=%FF%00&text=+", "%%%&&==", "text"] {
        let mut world = World::new();
        world.send(Msg::AddressChanged(Address::parse(&format!("#/add?{query}"))));
        assert_eq!(dialog(&world).text.trim(), "", "{query}");
        add(&mut world);
        assert!(dialog(&world).problem.is_some(), "{query}");
    }
}

#[test]
fn a_typed_text_that_another_one_replaces_can_be_brought_back() {
    let mut world = World::new();
    world.send(Msg::AddAsked);
    world.send(Msg::Intake(IntakeMsg::Typed("Half an article".to_owned())));
    world.send(Msg::Intake(IntakeMsg::Left));
    world.send(pasted("Another one"));
    assert_eq!(dialog(&world).replaced.as_deref(), Some("Half an article"));
    world.send(Msg::Intake(IntakeMsg::BroughtBack));
    assert_eq!(dialog(&world).text, "Half an article");
    assert_eq!(dialog(&world).replaced.as_deref(), Some("Another one"));
}
