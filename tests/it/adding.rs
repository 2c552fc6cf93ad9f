//! Articles that are added in steps, and what happens between these.

use claimlight::{
    app::{Address, Command, Effect, IntakeMsg, LibraryMsg, Msg, ReadTask, update},
    stamp::Stamp,
};

use crate::{
    articles::titles,
    world::{World, pasted},
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
fn answer(world: &mut World, task: ReadTask) -> Vec<Effect> {
    let number = task.number;
    let mut told = Vec::new();
    let answer = Some(world.read(task, &mut |said| told.push(said)));
    for said in told {
        happen(world, Msg::Intake(IntakeMsg::Told { number, said }));
    }
    happen(world, Msg::Intake(IntakeMsg::Read { number, answer }))
}

/// Something happens, and the page does not come back by itself.
fn happen(world: &mut World, msg: Msg) -> Vec<Effect> {
    world.millis += 10;
    world.seed += 1000;
    let stamp = Stamp { millis: world.millis, seed: world.seed };
    update(&mut world.model, msg, stamp)
}

/// A text that is added in steps.
fn long(title: &str) -> String {
    format!("{title}\n{}", "Rents rose by 4% in May.\n".repeat(42_000))
}

/// A world in which a long text was read in the dialog, and others are being read.
fn at_dialog(files: &[(&str, &[u8])]) -> (World, Vec<ReadTask>) {
    let mut world = World::new();
    world.is_answering = false;
    let awaited = tasks(&world.open_files(files));
    world.send(Msg::AddAsked);
    let effects = world.send(pasted(long("Rents rise")));
    for task in tasks(&effects) {
        answer(&mut world, task);
    }
    (world, awaited)
}

#[test]
fn copies_of_many_articles_are_all_there_however_they_are_hurried() {
    let mut world = World::new();
    for number in 0..45 {
        world.paste(&format!("Article {number}\nSome words of article {number}."));
        world.mark("Some words", "quantity");
    }
    world.send(Msg::Commanded(Command::ShowLibrary));
    world.send(Msg::Library(LibraryMsg::PicksTurned));
    world.send(Msg::Library(LibraryMsg::Exported));
    let (name, bytes) = world.bundles[0].clone();
    // They are worked on since, so that those in the file become copies.
    for row in world.desk().rows().to_vec() {
        world.send(Msg::ArticlePicked(row.id));
        let claim = world.document().claims().next().map(|it| it.id.clone());
        if let Some(claim) = claim {
            world.send(Msg::NoteTyped(claim, "more".to_owned()));
        }
    }
    world.is_answering = false;
    let task = tasks(&world.open_files(&[(&name, &bytes)])).pop().expect("a task");
    answer(&mut world, task);
    let patient = world.model.clone();
    happen(&mut world, Msg::Commanded(Command::NextBlock));
    assert_eq!(titles(&world).len(), 46 + 45, "the sample is the same");
    let notice = world.desk().notice().expect("what came of it, though the person went on");
    assert!(notice.text.starts_with("46 files opened"), "{}", notice.text);
    world.model = patient;
    for _ in 0..4 {
        happen(&mut world, Msg::CameBack);
    }
    assert_eq!(titles(&world).len(), 46 + 45);
}

#[test]
fn going_back_does_not_lead_through_all_that_came() {
    let mut world = World::new();
    world.is_answering = false;
    let files: [(&str, &[u8]); 3] =
        [("a.txt", b"One\nSome words."), ("b.txt", b"Two\nWords."), ("c.txt", b"   ")];
    let awaited = tasks(&world.open_files(&files));
    let effects = awaited.into_iter().flat_map(|task| answer(&mut world, task));
    let effects: Vec<Effect> = effects.collect();
    let shown = world.article();
    let addresses: Vec<&Effect> =
        effects.iter().filter(|it| matches!(it, Effect::ShowAddress(_))).collect();
    assert_eq!(addresses, [&Effect::ShowAddress(Address::Article(shown))]);
}

#[test]
fn what_arrives_while_a_long_text_is_added_takes_nothing_from_it() {
    let (mut world, awaited) =
        at_dialog(&[("a.txt", b"One\nSome words."), ("b.txt", b"Two\nOther words.")]);
    happen(&mut world, Msg::Intake(IntakeMsg::Added));
    for task in awaited {
        answer(&mut world, task);
    }
    assert_eq!(titles(&world).len(), 3, "the long text is still to come");
    for _ in 0..3 {
        happen(&mut world, Msg::CameBack);
    }
    assert!(titles(&world).contains(&"Rents rise"));
    assert!(world.desk().dialog().is_none());
}

#[test]
fn what_arrives_leaves_the_dialog_in_which_somebody_types() {
    let (mut world, awaited) = at_dialog(&[("a.txt", b"One\nSome words."), ("b.txt", b" ")]);
    for task in awaited {
        answer(&mut world, task);
    }
    assert!(world.desk().dialog().is_some_and(|dialog| dialog.read.is_some()));
    let notice = world.desk().notice().expect("what came of both");
    assert!(notice.text.starts_with("1 file"), "{}", notice.text);
    happen(&mut world, Msg::Intake(IntakeMsg::Added));
    happen(&mut world, Msg::CameBack);
    assert!(titles(&world).contains(&"Rents rise"));
}

#[test]
fn files_that_are_refused_while_a_long_text_is_added_are_told_of() {
    let (mut world, awaited) = at_dialog(&[("a.txt", b"  \n "), ("b.txt", b" ")]);
    happen(&mut world, Msg::Intake(IntakeMsg::Added));
    for task in awaited {
        answer(&mut world, task);
    }
    let notice = world.desk().notice().expect("what came of both");
    assert!(notice.text.contains("a.txt") && notice.text.contains("b.txt"), "{}", notice.text);
}

#[test]
fn a_dialog_that_is_left_while_a_long_text_is_made_adds_nothing_and_keeps_the_text() {
    let (mut world, _) = at_dialog(&[]);
    happen(&mut world, Msg::Intake(IntakeMsg::Added));
    happen(&mut world, Msg::Intake(IntakeMsg::Left));
    happen(&mut world, Msg::CameBack);
    assert_eq!(titles(&world).len(), 1);
    happen(&mut world, Msg::AddAsked);
    assert!(world.desk().dialog().is_some_and(|dialog| dialog.text.starts_with("Rents rise")));
}

#[test]
fn two_long_files_of_ours_become_two_copies_however_they_are_hurried() {
    let mut world = World::new();
    let mut files = Vec::new();
    for number in 0..2 {
        world.paste(&long(&format!("Rents rise {number}")));
        let claim = world.mark("Rents rise", "quantity");
        files.push(world.export());
        world.send(Msg::NoteTyped(claim, "later".to_owned()));
    }
    world.is_answering = false;
    let files = [("1.json", files[0].as_bytes()), ("2.json", files[1].as_bytes())];
    let awaited = tasks(&world.open_files(&files));
    for task in awaited {
        answer(&mut world, task);
    }
    happen(&mut world, Msg::Commanded(Command::NextBlock));
    assert_eq!(titles(&world).len(), 5);
}
