//! All articles: how they are listed, searched, archived, deleted and handed over.

use claimlight::{
    app::{
        Address, Command, Effect, FocusOn, Found, IntakeMsg, Library, LibraryMsg, Msg, Order, Said,
        Session, Weight, Which, Window, update,
    },
    article::Detail,
    formats::zip,
    id::ArticleId,
    saved::Found as Stored,
    stamp::Stamp,
};

use crate::{articles::titles, world::World};

fn library(world: &World) -> &Library {
    match world.desk().window() {
        Some(Window::Library(library)) => library,
        other => panic!("{other:?}"),
    }
}

fn ask(world: &mut World, msg: LibraryMsg) -> Vec<Effect> {
    world.send(Msg::Library(msg))
}

fn listed(world: &World) -> Vec<&str> {
    let rows = library(world).rows.iter();
    rows.map(|row| row.entry.document.details().title.as_str()).collect()
}

fn named(world: &World, title: &str) -> ArticleId {
    let row = world.desk().rows().iter().find(|row| row.title.starts_with(title));
    row.unwrap_or_else(|| panic!("no article {title}")).id.clone()
}

fn pick(world: &mut World, title: &str) {
    let id = named(world, title);
    ask(world, LibraryMsg::PickTurned(id));
}

/// The sample, and two articles, the second of which has a claim with a note.
fn three() -> World {
    let mut world = World::new();
    world.paste("Rents rise\nRents rose by 4% in May.\nNobody knows why.");
    world.paste("Wages fall\nThe minister said that wages fell.\nÄrzte strike.");
    world.mark("wages fell", "quantity");
    let claim = world.document().claims().next().unwrap().id.clone();
    world.send(Msg::NoteTyped(claim, "Asked the Office for Rents".to_owned()));
    world.send(Msg::Commanded(Command::ShowLibrary));
    world
}

const SAMPLE: &str = crate::articles::SAMPLE_TITLE;

#[test]
fn every_article_is_listed_with_how_far_it_is() {
    let world = three();
    assert_eq!(listed(&world), ["Wages fall", "Rents rise", SAMPLE]);
    let entry = &library(&world).rows[0].entry;
    assert_eq!((entry.progress.looked, entry.progress.paragraphs), (0, 2));
    assert_eq!((entry.document.claim_count(), entry.open), (1, 1));
    assert!(entry.worked > library(&world).rows[1].entry.worked);
}

#[test]
fn articles_that_are_not_open_are_listed_all_the_same() {
    let mut world = three();
    world.confirm();
    let mut again = world.reopened();
    again.send(Msg::Commanded(Command::ShowLibrary));
    let rows = |world: &World| -> Vec<_> {
        let rows = library(world).rows.iter();
        rows.map(|it| (it.entry.id().clone(), it.entry.worked, it.entry.progress)).collect()
    };
    assert_eq!(rows(&world), rows(&again));
    assert_eq!(library(&again).rows[0].entry.open, 1);
}

#[test]
fn the_order_is_what_was_chosen() {
    let mut world = three();
    ask(&mut world, LibraryMsg::Ordered(Order::Title));
    assert_eq!(listed(&world), ["Rents rise", SAMPLE, "Wages fall"]);
    ask(&mut world, LibraryMsg::Ordered(Order::Open));
    assert_eq!(listed(&world)[0], "Wages fall");
    ask(&mut world, LibraryMsg::Ordered(Order::Progress));
    assert_eq!(listed(&world)[0], SAMPLE);
    ask(&mut world, LibraryMsg::Ordered(Order::Added));
    assert_eq!(listed(&world)[2], SAMPLE);
}

#[test]
fn work_on_an_article_brings_it_to_the_top() {
    let mut world = three();
    let rents = named(&world, "Rents");
    ask(&mut world, LibraryMsg::Opened(rents, Found::Details));
    assert!(world.desk().window().is_none());
    world.mark("Nobody knows", "quantity");
    world.send(Msg::Commanded(Command::ShowLibrary));
    assert_eq!(listed(&world)[0], "Rents rise");
}

#[test]
fn each_word_of_a_query_is_found_somewhere_in_an_article() {
    let mut world = three();
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
        ask(&mut world, LibraryMsg::Searched(query.to_owned()));
        assert_eq!(listed(&world), found, "{query}");
    }
}

#[test]
fn what_was_found_is_shown_with_the_words_around_it_and_opened_there() {
    let mut world = three();
    ask(&mut world, LibraryMsg::Searched("office".to_owned()));
    let hit = library(&world).rows[0].hits[0].clone();
    assert_eq!((hit.before.as_str(), hit.words.as_str()), ("Asked the ", "Office"));
    assert_eq!(hit.after, " for Rents");
    let id = named(&world, "Wages");
    ask(&mut world, LibraryMsg::Opened(id.clone(), hit.found));
    let claim = world.document().claims().next().unwrap().id.clone();
    assert_eq!(world.desk().session(), &Session::Claim(claim));

    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::Searched("knows".to_owned()));
    let hit = library(&world).rows[0].hits[0].clone();
    let rents = named(&world, "Rents");
    ask(&mut world, LibraryMsg::Opened(rents, hit.found.clone()));
    assert_eq!(world.document().details().title, "Rents rise");
    assert_eq!(Some(hit.found), world.desk().current().cloned().map(Found::Block));
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let mut world = World::new();
    let long = "ä".repeat(300);
    world.paste(&format!("Title\n{long} needle {long}"));
    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::Searched("NEEDLE".to_owned()));
    let hit = &library(&world).rows[0].hits[0];
    assert_eq!(hit.before.chars().count(), 41);
    assert!(hit.before.starts_with('…') && hit.after.ends_with('…'));
}

#[test]
fn what_is_searched_is_kept_over_a_reload() {
    let mut world = three();
    ask(&mut world, LibraryMsg::Searched("office rents".to_owned()));
    world.confirm();
    let mut again = world.reopened_with_journal();
    again.send(Msg::Commanded(Command::ShowLibrary));
    assert_eq!(listed(&again), ["Wages fall"]);
}

#[test]
fn archived_articles_are_out_of_the_way_until_they_are_brought_back() {
    let mut world = three();
    pick(&mut world, "Rents");
    pick(&mut world, SAMPLE);
    ask(&mut world, LibraryMsg::Archived);
    assert_eq!(listed(&world), ["Wages fall"]);
    assert!(library(&world).picked.is_empty());
    ask(&mut world, LibraryMsg::Chosen(Which::Archived));
    assert_eq!(listed(&world).len(), 2);
    ask(&mut world, LibraryMsg::Chosen(Which::All));
    assert_eq!(listed(&world).len(), 3);
    world.confirm();
    let mut again = world.reopened();
    assert_eq!(again.document().details().title, "Wages fall");
    again.send(Msg::Commanded(Command::ShowLibrary));
    assert_eq!(listed(&again), ["Wages fall"], "they stay there over a reload");

    ask(&mut world, LibraryMsg::Chosen(Which::Archived));
    ask(&mut world, LibraryMsg::PicksTurned);
    assert!(library(&world).is_picked_archived());
    ask(&mut world, LibraryMsg::Archived);
    assert_eq!(listed(&world), Vec::<&str>::new());
    ask(&mut world, LibraryMsg::Chosen(Which::Current));
    assert_eq!(listed(&world).len(), 3);
}

#[test]
fn archiving_is_undone_without_leaving_the_article() {
    let mut world = three();
    pick(&mut world, "Rents");
    ask(&mut world, LibraryMsg::Archived);
    world.undo();
    assert_eq!(world.document().details().title, "Wages fall");
    assert!(world.desk().rows().iter().all(|row| !row.is_archived));
    world.redo();
    assert_eq!(world.desk().rows().iter().filter(|row| row.is_archived).count(), 1);
    world.confirm();
    world.check_stored();
}

#[test]
fn many_that_were_archived_together_come_back_as_one_step() {
    let mut world = three();
    let archived = |world: &World| -> Vec<String> {
        let rows = world.desk().rows().iter().filter(|row| row.is_archived);
        rows.map(|row| row.title.clone()).collect()
    };
    pick(&mut world, SAMPLE);
    ask(&mut world, LibraryMsg::Archived);
    for msg in [LibraryMsg::PicksTurned, LibraryMsg::Archived] {
        world.send_after(1, Msg::Library(msg));
    }
    assert_eq!(archived(&world).len(), 3);
    world.undo();
    assert_eq!(archived(&world), [SAMPLE], "what was archived a moment before is another step");
    world.redo();
    assert_eq!(archived(&world).len(), 3);
    world.confirm();
    world.check_stored();
    let mut again = world.reopened_with_journal();
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
    let mut world = three();
    ask(&mut world, LibraryMsg::Searched("rents".to_owned()));
    pick(&mut world, "Rents");
    let effects = ask(&mut world, LibraryMsg::Deleted);
    let focus = Effect::Focus(FocusOn::Library);
    assert_eq!(effects.last(), Some(&focus), "the field would undo what was typed in it");
    assert_eq!(library(&world).said, Some(Said::Done("1 article deleted.".to_owned())));
    let effects = world.send(Msg::Commanded(Command::Undo));
    assert_eq!(effects.iter().filter(|it| **it == focus).count(), 1);
    assert_eq!(listed(&world), ["Rents rise", "Wages fall"]);
    let told = "Undone: article deleted (Rents rise)".to_owned();
    assert_eq!(library(&world).said, Some(Said::Told(told)));
    world.redo();
    assert_eq!(listed(&world), ["Wages fall"]);
    world.undo();
    for _ in 0..9 {
        world.undo();
    }
    assert!(!world.desk().can_undo());
    assert_eq!(listed(&world), Vec::<&str>::new(), "the article that was found is gone");
    world.check_stored();
}

#[test]
fn undoing_names_the_articles_that_it_is_about_where_they_are_not_on_screen() {
    let mut world = three();
    world.send(Msg::WindowClosed);
    world.undo();
    world.undo();
    assert_eq!(world.desk().notice(), None, "the article is on screen");
    world.undo();
    let said = |world: &World| {
        let notice = world.desk().notice().expect("it is shown, too");
        assert_eq!(notice.text, world.desk().said().0);
        assert_eq!(notice.weight, Weight::Remark);
        notice.text.clone()
    };
    assert_eq!(said(&world), "Undone: article added (Wages fall)");
    world.redo();
    assert_eq!(said(&world), "Done again: article added (Wages fall)");
    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::PicksTurned);
    ask(&mut world, LibraryMsg::Archived);
    world.send(Msg::WindowClosed);
    world.undo();
    assert_eq!(said(&world), "Undone: article archived (2 articles)");
    world.send(Msg::Commanded(Command::NextBlock));
    assert_eq!(world.desk().notice(), None);
}

#[test]
fn unfinished_are_those_with_something_left_to_do() {
    let mut world = three();
    ask(&mut world, LibraryMsg::Chosen(Which::Unfinished));
    assert_eq!(listed(&world).len(), 3);
    let rents = named(&world, "Rents");
    ask(&mut world, LibraryMsg::Opened(rents, Found::Details));
    for position in 0..3 {
        let block = world.document().blocks().at(position).unwrap().id.clone();
        world.send(Msg::LookTurned(block));
    }
    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::Chosen(Which::Unfinished));
    assert_eq!(listed(&world), ["Wages fall", SAMPLE]);
}

#[test]
fn many_are_deleted_as_one_act_and_come_back_together() {
    let mut world = three();
    pick(&mut world, "Wages");
    pick(&mut world, "Rents");
    let effects = ask(&mut world, LibraryMsg::Deleted);
    assert_eq!(listed(&world), [SAMPLE], "the library stays open");
    assert_eq!(world.document().details().title, SAMPLE, "the one on screen is gone");
    let shown = named(&world, SAMPLE);
    assert!(effects.contains(&Effect::ShowAddress(Address::Article(shown))));
    world.undo();
    assert_eq!(titles(&world).len(), 3);
    assert_eq!(world.document().claim_count() + library_claims(&mut world), 1 + 1);
    world.confirm();
    world.check_stored();
}

/// The claims of all articles.
fn library_claims(world: &mut World) -> usize {
    world.send(Msg::Commanded(Command::ShowLibrary));
    library(world).rows.iter().map(|row| row.entry.document.claim_count()).sum()
}

#[test]
fn one_article_that_is_picked_is_handed_over_as_it_is() {
    let mut world = three();
    pick(&mut world, "Rents");
    let effects = ask(&mut world, LibraryMsg::Exported);
    let [Effect::Export { name, .. }, Effect::Save(_)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(name, "rents-rise.claimlight.json");
}

#[test]
fn many_articles_are_handed_over_as_one_file_and_come_in_again() {
    let mut world = three();
    world.send(Msg::WindowClosed);
    world.paste("Rents rise\nAnother text of the same name.");
    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::PicksTurned);
    assert!(library(&world).has_all_picked());
    assert_eq!(world.desk().unsent().changes, 1);
    ask(&mut world, LibraryMsg::Exported);
    assert_eq!(world.desk().unsent().changes, 0, "they are in a file now");
    let (name, bytes) = world.bundles[0].clone();
    assert_eq!(name, "claimlight-2026-11-22.zip");
    let told = format!("4 articles are in one file, {name}.");
    assert_eq!(library(&world).said, Some(Said::Told(told)));
    let files: Vec<String> = zip::read(&bytes).unwrap().into_iter().map(|it| it.0).collect();
    assert_eq!(files.len(), 4);
    for name in ["rents-rise", "rents-rise-2", "wages-fall"] {
        assert!(files.contains(&format!("{name}.claimlight.json")), "{files:?}");
    }

    let stored = world.stored();
    let mut other = World::open(Stored::default(), Address::Home, 50);
    other.open_files(&[(&name, &bytes)]);
    assert!(other.desk().dialog().is_none());
    assert_eq!(other.stored(), stored);
    other.open_files(&[(&name, &bytes), ("more.txt", b"More\nSome words.")]);
    assert_eq!(titles(&other).len(), 5, "what is here already stays as it is");
    let notice = other.desk().notice().unwrap();
    assert!(notice.text.starts_with("5 "), "{}", notice.text);
}

#[test]
fn a_file_of_many_articles_comes_in_bit_by_bit_whatever_the_stores_tell_meanwhile() {
    let mut world = World::new();
    for number in 0..50 {
        world.paste(&format!("Article {number}\nSome words of article {number}."));
    }
    world.send(Msg::Commanded(Command::ShowLibrary));
    ask(&mut world, LibraryMsg::PicksTurned);
    ask(&mut world, LibraryMsg::Exported);
    let (name, bytes) = world.bundles[0].clone();
    let mut other = World::open(Stored::default(), Address::Home, 50);
    other.is_answering = false;
    let effects = other.open_files(&[(&name, &bytes)]);
    let task = effects.into_iter().find_map(|effect| {
        let Effect::Read(task) = effect else { return None };
        Some(task)
    });
    let task = task.expect("a task for the reader");
    let (number, mut seed) = (task.number, 1000);
    let answer = Some(other.read(task, &mut |_| ()));
    let mut after = |other: &mut World, msg: Msg| {
        seed += 100;
        update(&mut other.model, msg, Stamp { millis: other.millis, seed });
        titles(other).len()
    };
    let read = Msg::Intake(IntakeMsg::Read { number, answer });
    let saved = Msg::Saved { number: 1, settled: Vec::new() };
    assert_eq!([read, Msg::CameBack, saved].map(|msg| after(&mut other, msg)), [1, 21, 21]);
    let hurried = other.model.clone();
    for count in [41, 51, 51] {
        assert_eq!(after(&mut other, Msg::CameBack), count);
    }
    assert!(other.desk().notice().is_some_and(|it| it.text.starts_with("51 ")));
    // Whatever the person does comes after all of it.
    other.model = hurried;
    other.send(Msg::Commanded(Command::NextBlock));
    assert_eq!(titles(&other).len(), 51);
}

#[test]
fn an_export_that_failed_leaves_the_changes_counted() {
    let mut world = three();
    let articles = world.desk().rows().iter().map(|row| row.id.clone()).collect();
    let why = "It did not work.".to_owned();
    let msg = LibraryMsg::HandedOver { articles, outcome: Err(why.clone()) };
    ask(&mut world, msg);
    assert_eq!(library(&world).said, Some(Said::Told(why)));
    assert_eq!(world.desk().unsent().changes, 3);
}

#[test]
fn a_long_list_is_cut_until_all_of_it_is_wanted() {
    let mut world = World::new();
    for number in 0..120 {
        world.paste(&format!("Article {number}\nSome words."));
    }
    world.send(Msg::Commanded(Command::ShowLibrary));
    assert_eq!((library(&world).rows.len(), library(&world).left_out), (100, 21));
    let cut = world.model.clone();
    ask(&mut world, LibraryMsg::Unfolded);
    assert_eq!((library(&world).rows.len(), library(&world).left_out), (121, 0));
    // All are all, not those that are listed at first.
    world.model = cut;
    for _ in 0..2 {
        assert!(!library(&world).has_all_picked());
        ask(&mut world, LibraryMsg::PicksTurned);
        assert_eq!(library(&world).picked.len(), 121);
        ask(&mut world, LibraryMsg::PicksTurned);
        assert_eq!(library(&world).picked.len(), 0);
    }
}

#[test]
fn details_are_saved_as_they_are_typed_and_undone_field_by_field() {
    let mut world = three();
    world.send(Msg::Commanded(Command::EditDetails));
    assert_eq!(world.desk().window(), Some(&Window::Details));
    for text in ["R", "Re", "Renters pay more"] {
        let typed = LibraryMsg::DetailTyped(Detail::Title, text.to_owned());
        let effects = world.send_after(100, Msg::Library(typed));
        assert!(effects.contains(&Effect::ShowTitle(text.to_owned())), "{effects:?}");
    }
    world.send(Msg::FieldLeft);
    ask(&mut world, LibraryMsg::DetailTyped(Detail::Publication, "The Post".to_owned()));
    assert_eq!(titles(&world)[0], "Renters pay more");
    assert_eq!(world.document().details().publication.as_deref(), Some("The Post"));
    world.confirm();
    assert_eq!(world.reopened().document().details(), world.document().details());
    world.undo();
    assert_eq!(world.document().details().publication, None);
    assert_eq!(world.document().details().title, "Renters pay more");
    world.undo();
    assert_eq!(titles(&world)[0], "Wages fall");
}

#[test]
fn a_detail_is_cut_where_it_would_hold_up_the_page() {
    let mut world = three();
    for detail in [Detail::Title, Detail::Source] {
        ask(&mut world, LibraryMsg::DetailTyped(detail, "é".repeat(5_000_000)));
        assert_eq!(world.document().details().detail(detail), "é".repeat(10_000));
    }
    let huge = "é".repeat(20_000);
    world.open_file("a.html", &format!("<title>{huge}</title><h1>{huge}</h1><p>Words."));
    world.send(Msg::Intake(IntakeMsg::Added));
    assert_eq!(world.document().details().title, "é".repeat(10_000));
    assert_eq!(world.document().blocks().at(0).unwrap().text.as_ref(), huge, "the text stays");
}

#[test]
fn a_detail_that_is_emptied_is_not_known_any_more() {
    let mut world = three();
    for (detail, said) in [(Detail::Byline, "By A"), (Detail::Byline, ""), (Detail::Title, "")] {
        ask(&mut world, LibraryMsg::DetailTyped(detail, said.to_owned()));
        assert_eq!(world.document().details().detail(detail), said);
    }
    assert_eq!(world.document().details().byline, None);
}

#[test]
fn nothing_is_done_to_articles_that_the_search_hides() {
    let mut world = three();
    pick(&mut world, "Rents");
    ask(&mut world, LibraryMsg::Searched("wages".to_owned()));
    assert!(library(&world).picked.is_empty());
    ask(&mut world, LibraryMsg::Deleted);
    assert_eq!(titles(&world).len(), 3);
}
