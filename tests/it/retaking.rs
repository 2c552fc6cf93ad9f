//! What was done to a text is shown after it was added, too, and taken back there.

use claimlight::{
    app::{AddDialog, Command, Done, Effect, FocusOn, IntakeMsg, Msg, RepairMsg, Weight, remarks},
    article::Kind,
    edit::Act,
    intake::How,
    saved::entries_of,
};

use crate::world::World;

const PAGE: &str = "<nav>Home</nav><article><h1>Rents rise</h1><p>Rents rose by 4% in May, it said.\
    <p>Read more: Why<p hidden>The figures were revised.<p>Wages fell in June, nobody knows why.\
    </article>";

/// The page added, with the second paragraph of text marked.
fn added() -> World {
    let mut world = World::new();
    let html = Some(PAGE.to_owned());
    world.send(Msg::Intake(IntakeMsg::Pasted { text: "Rents rise".to_owned(), html }));
    world.send(Msg::Intake(IntakeMsg::Added));
    assert_eq!(texts(&world).len(), 4);
    world
}

fn texts(world: &World) -> Vec<(Kind, String)> {
    world.document().blocks().iter().map(|it| (it.kind, it.text.to_string())).collect()
}

fn dialog(world: &World) -> &AddDialog {
    world.desk().dialog().expect("the dialog is open")
}

/// Opens the dialog again, and takes back everything of a sort.
fn take_back(world: &mut World, wanted: &Done) {
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    let remarks = remarks(dialog(world).read.as_ref().unwrap());
    let remark = remarks.into_iter().find(|it| it.done == *wanted).expect("it was done");
    world.send(Msg::Intake(IntakeMsg::TakenBack(remark.passages)));
    world.send(Msg::Intake(IntakeMsg::Added));
}

#[test]
fn a_part_that_was_left_out_is_taken_in_and_the_work_stays() {
    let mut world = added();
    let claim = world.mark("Wages fell in June", "quantity");
    let block = world.document().blocks().at(1).unwrap().id.clone();
    world.send(Msg::LookTurned(block.clone()));
    let before = world.document().clone();
    take_back(&mut world, &Done::Hidden);
    assert!(world.desk().dialog().is_none());
    let texts = texts(&world);
    assert_eq!(texts.len(), 5);
    assert_eq!(texts[3].1, "The figures were revised.");
    let document = world.document();
    let piece = document.claim(&claim).unwrap().target.pieces().next().unwrap();
    assert_eq!(piece.span.words(document.blocks()).as_deref(), Some("Wages fell in June"));
    assert!(document.looked(&block).is_some());
    assert_eq!(document.details(), before.details());
    world.confirm();
    world.check_stored();
    world.undo();
    assert_eq!(world.document(), &before, "one step takes it back");
    world.redo();
    assert_eq!(world.document().blocks().len(), 5);
}

#[test]
fn a_promo_that_is_taken_back_is_a_paragraph_and_other_kinds_stay_as_the_person_has_them() {
    let mut world = added();
    let block = world.document().blocks().at(1).unwrap().id.clone();
    world.send(Msg::KindChosen(block, Kind::Quotation));
    take_back(&mut world, &Done::Dimmed);
    let kinds: Vec<Kind> = texts(&world).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Headline, Kind::Quotation, Kind::Paragraph, Kind::Paragraph]);
}

#[test]
fn words_of_a_claim_are_never_taken_away() {
    let mut world = added();
    world.mark("Wages fell", "quantity");
    let before = world.document().clone();
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    // The plain text of the clipboard has nothing but the headline.
    world.send(Msg::Intake(IntakeMsg::HowChosen(How::Plain)));
    world.send(Msg::Intake(IntakeMsg::Added));
    assert!(dialog(&world).problem.is_some());
    assert_eq!(world.document(), &before);
    world.send(Msg::Intake(IntakeMsg::Left));
    assert!(world.desk().dialog().is_none());
}

#[test]
fn without_an_article_that_was_just_added_there_is_nothing_to_show() {
    let mut world = World::new();
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    assert!(world.desk().dialog().is_none());
}

#[test]
fn reading_an_article_otherwise_is_an_act_of_its_own() {
    let mut world = added();
    take_back(&mut world, &Done::Hidden);
    let notice = world.desk().notice().expect("it is told what was done");
    assert!(notice.text.contains("Undo brings back the article as it was"), "{}", notice.text);
    let entries: Vec<(String, String)> = world.journal.clone().into_iter().collect();
    let acts: Vec<Act> =
        entries_of(&entries, &world.article()).into_iter().map(|it| it.act).collect();
    assert_eq!(acts, [Act::ArticleAdded, Act::ArticleReadAgain]);
    world.undo();
    assert_eq!(world.desk().said().0, "Undone: article read again");
}

/// The journal keeps no texts, so at the next start nobody knows what the article was.
#[test]
fn at_the_next_start_it_is_not_undone_and_nothing_is_taken_away() {
    let mut world = added();
    world.mark("Wages fell in June", "quantity");
    take_back(&mut world, &Done::Hidden);
    let after = world.export();
    world.confirm();
    let mut again = world.reopened_with_journal();
    again.undo();
    assert!(again.desk().notice().unwrap().text.contains("cannot be undone"));
    assert_eq!(again.export(), after);
    again.check_stored();
}

#[test]
fn what_undo_would_do_is_said_only_while_it_would() {
    let shown = |world: &World| world.desk().notice().map(|it| it.weight);
    let mut world = added();
    assert_eq!(shown(&world), Some(Weight::Taken));
    let block = world.document().blocks().at(1).unwrap().id.clone();
    world.send(Msg::BlockPicked(block.clone()));
    assert_eq!(shown(&world), Some(Weight::Taken), "reading on is no act");
    world.send(Msg::LookTurned(block));
    assert_eq!(shown(&world), None, "undo would take back this");

    let mut world = added();
    world.undo();
    assert_eq!(shown(&world), Some(Weight::Remark), "the article is gone");

    let mut world = added();
    pick(&mut world, crate::articles::SAMPLE_TITLE);
    assert_eq!(shown(&world), None, "it is about another article");
}

/// Opens three files together, of which the last but one is here already.
fn three_files() -> World {
    let mut world = World::new();
    world.paste("Other\nWords.");
    world.open_files(&[
        ("a.html", PAGE.as_bytes()),
        ("b.txt", b"Other\nWords."),
        ("c.html", b"<h1>Wages fall</h1><p>Wages fell.<p hidden>Nobody saw it."),
    ]);
    world
}

fn pick(world: &mut World, title: &str) {
    let row = world.desk().rows().iter().find(|row| row.title == title).unwrap();
    let id = row.id.clone();
    world.send(Msg::ArticlePicked(id));
}

#[test]
fn each_of_several_files_can_be_read_otherwise_while_its_article_is_open() {
    let mut world = three_files();
    let notice = world.desk().notice().expect("it is told what came of them");
    assert_eq!(notice.weight, Weight::Arrived);
    assert!(notice.text.contains("3 files opened"), "{}", notice.text);
    pick(&mut world, "Rents rise");
    assert!(world.desk().notice().is_some(), "it holds for the other articles, too");
    take_back(&mut world, &Done::Hidden);
    assert!(texts(&world).iter().any(|(_, text)| text == "The figures were revised."));
    pick(&mut world, "Wages fall");
    take_back(&mut world, &Done::Hidden);
    assert!(texts(&world).iter().any(|(_, text)| text == "Nobody saw it."));
    world.check_stored();
}

#[test]
fn how_a_text_was_read_is_known_as_long_as_the_page_is_open() {
    let mut world = three_files();
    world.send(Msg::NoticeClosed);
    assert!(world.desk().is_reading_known());
    pick(&mut world, "Rents rise");
    world.mark("Wages fell", "quantity");
    assert!(world.desk().is_reading_known());
    world.send(Msg::Commanded(Command::EditDetails));
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    assert!(world.desk().window().is_none());
    assert!(dialog(&world).replaces.is_some());
    world.send(Msg::Intake(IntakeMsg::Left));
    pick(&mut world, crate::articles::SAMPLE_TITLE);
    assert!(!world.desk().is_reading_known());
    assert!(!world.reopened().desk().is_reading_known());
}

#[test]
fn the_text_that_another_one_replaced_is_not_offered_where_it_is_read_again() {
    let mut world = World::new();
    world.send(Msg::Intake(IntakeMsg::Typed("Half a sentence".to_owned())));
    let html = Some(PAGE.to_owned());
    world.send(Msg::Intake(IntakeMsg::Pasted { text: "Rents rise".to_owned(), html }));
    assert_eq!(dialog(&world).replaced.as_deref(), Some("Half a sentence"));
    world.send(Msg::Intake(IntakeMsg::Added));
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    assert_eq!(dialog(&world).replaced, None);
    let effects = world.send(Msg::Intake(IntakeMsg::Added));
    assert!(effects.contains(&Effect::Focus(FocusOn::Article)), "{effects:?}");
}

#[test]
fn where_nothing_is_known_of_the_article_on_screen_the_last_one_is_shown() {
    let mut world = three_files();
    pick(&mut world, crate::articles::SAMPLE_TITLE);
    world.send(Msg::Intake(IntakeMsg::OpenedAgain));
    assert_eq!(world.document().details().title, "Wages fall");
    assert_eq!(dialog(&world).replaces, Some(world.article()));
}

#[test]
fn of_very_large_texts_only_the_last_is_kept() {
    let mut world = World::new();
    let large = |letter: &str| format!("Title {letter}\n{}", letter.repeat(3 << 20));
    let [one, two] = ["a", "b"].map(large);
    world.open_files(&[("a.txt", one.as_bytes()), ("b.txt", two.as_bytes())]);
    assert!(world.desk().is_reading_known());
    pick(&mut world, "Title a");
    assert!(!world.desk().is_reading_known());
}

#[test]
fn what_was_corrected_by_hand_is_not_read_anew() {
    let mut world = added();
    let block = world.document().blocks().at(1).unwrap().id.clone();
    world.send(Msg::Repair(RepairMsg::CorrectAsked(block)));
    world.send(Msg::Repair(RepairMsg::Typed("Rents rose by 5% in May, it said.".to_owned())));
    world.send(Msg::Repair(RepairMsg::Corrected));
    let before = world.document().clone();
    take_back(&mut world, &Done::Hidden);
    assert!(dialog(&world).problem.is_some());
    assert_eq!(world.document(), &before);
}
