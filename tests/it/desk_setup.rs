//! What the person sets up: keys, tags, the look of the page, the note on an article.

use claimlight::{
    app::{Command, Effect, LibraryMsg, Msg, SettingsMsg, TagsMsg, Window},
    claim::{Color, Digit},
    settings::{Size, Theme, View},
};

use crate::{
    claims::tag,
    desk_keys::{current, keys, looked, rents},
    rich,
    world::{World, press},
};

#[test]
fn keys_are_changed_kept_and_refused_where_they_clash() {
    let mut world = rents();
    let change = |world: &mut World, command, key: &str| {
        world.send(Msg::Settings(SettingsMsg::KeyAsked(Some(command))));
        world.send(Msg::Settings(SettingsMsg::KeyPressed(press(key))));
        match world.desk().window() {
            Some(Window::Keys { problem, .. }) => problem.clone(),
            other => panic!("{other:?}"),
        }
    };
    let problem = change(&mut world, Command::NextBlock, "k").unwrap();
    assert!(problem.contains("Previous paragraph"), "{problem}");
    assert!(change(&mut world, Command::NextBlock, "Enter").is_some());
    assert!(change(&mut world, Command::NextBlock, "1").is_some(), "digits are the tags'");
    assert_eq!(change(&mut world, Command::NextBlock, ";"), None);
    let mut world = world.reopened();
    keys(&mut world, &["j"]);
    assert_eq!(current(&world), None);
    keys(&mut world, &[";"]);
    assert_eq!(current(&world), Some(0));
    world.send(Msg::Settings(SettingsMsg::KeysRestored));
    keys(&mut world, &["j"]);
    assert_eq!(current(&world), Some(1));
    world.send(Msg::Settings(SettingsMsg::SingleKeysTurned));
    let mut world = world.reopened();
    keys(&mut world, &["j", "s", "r"]);
    assert_eq!((current(&world), looked(&world, 1)), (Some(1), None));
}

#[test]
fn the_look_of_the_page_is_kept() {
    let mut world = World::new();
    let view = View { theme: Theme::Dark, size: Size::Largest, ..View::default() };
    let effects = world.send(Msg::Settings(SettingsMsg::ViewChosen(view)));
    assert!(effects.contains(&Effect::ShowView(view)));
    assert_eq!(world.reopened().desk().view(), view);
}

#[test]
fn tags_are_edited_in_steps_that_can_be_taken_back() {
    let mut world = World::new();
    world.mark("100,000 troops", "quantity");
    let before = world.export();
    let id = tag("quantity");
    let steps = [
        TagsMsg::Labelled(id.clone(), "Figure".to_owned()),
        TagsMsg::Coloured(id.clone(), Color::Rose),
        TagsMsg::Keyed(id.clone(), Digit::new(2)),
        TagsMsg::MovedUp(tag("event")),
        TagsMsg::Added("Needs source".to_owned()),
        TagsMsg::Merged(id.clone(), tag("event")),
        TagsMsg::Deleted(tag("prediction")),
        TagsMsg::Restored,
    ];
    let count = steps.len();
    for step in steps {
        let before = world.export();
        world.send(Msg::Tags(step.clone()));
        assert_ne!(world.export(), before, "{step:?}");
        world.check_stored();
    }
    assert_eq!(world.document().claims().next().unwrap().tags, [tag("event")]);
    assert_eq!(world.document().tags().len(), 8, "unused tags of one's own went");
    for _ in 0..count {
        world.send(Msg::Commanded(Command::Undo));
        world.check_stored();
    }
    assert_eq!(world.export(), before);
}

#[test]
fn a_key_that_another_tag_has_changes_places() {
    let mut world = World::new();
    world.send(Msg::Tags(TagsMsg::Keyed(tag("quantity"), Digit::new(3))));
    let key = |id: &str| world.document().tag(&tag(id)).unwrap().key;
    assert_eq!((key("quantity"), key("event")), (Digit::new(3), Digit::new(1)));
}

#[test]
fn a_set_of_tags_is_saved_as_a_file_and_loaded_for_another_article() {
    let mut world = rents();
    world.send(Msg::Tags(TagsMsg::Added("Needs source".to_owned())));
    let effects = world.send(Msg::Tags(TagsMsg::SaveAsked));
    let [Effect::Download(file)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(file.name, "rents-rise.tags.json");
    let bytes = file.contents.clone().into_bytes();
    world.paste("Taxes fall\nTaxes fell by 5%.");
    world.mark("by 5%", "event");
    let before = world.export();
    let load = |world: &mut World, bytes: &[u8]| {
        let msg = TagsMsg::FileRead { name: "my.json".to_owned(), bytes: bytes.to_vec() };
        world.send(Msg::Tags(msg));
        match world.desk().window() {
            Some(Window::Tags { said, .. }) => said.clone().unwrap(),
            other => panic!("{other:?}"),
        }
    };
    for bad in ["", "{}", "[1]", "{\"tags\": []}", "{\"tags\": [{\"id\": \"a\"}]}", "{\"tags\": 1}"]
    {
        let said = load(&mut world, bad.as_bytes());
        assert!(said.contains("my.json was not taken, and nothing was changed"), "{said}");
        assert_eq!(world.export(), before);
    }
    load(&mut world, &bytes);
    assert!(world.document().tag(&tag("needs-source")).is_some());
    load(&mut world, crate::formats::write(&rich::document()).as_bytes());
    let labels: Vec<_> = world.document().tags().iter().map(|tag| tag.label.clone()).collect();
    assert!(labels.contains(&"Größe 😀".to_owned()) && labels.contains(&"Event".to_owned()));
    world.check_stored();
    world.send(Msg::Tags(TagsMsg::ChosenForNew));
    world.paste("Rates rise\nRates rose.");
    assert!(world.document().tags().iter().any(|tag| tag.label == "Größe 😀"));
}

#[test]
fn the_articles_own_note_is_typed_in_one_step_and_exported() {
    let mut world = rents();
    world.send(Msg::Library(LibraryMsg::NoteTyped("Check *a".to_owned())));
    world.send_after(100, Msg::Library(LibraryMsg::NoteTyped("Check *all*".to_owned())));
    assert!(world.export().contains("\"note\": \"Check *all*\""));
    world.check_stored();
    world.send(Msg::Commanded(Command::Undo));
    assert!(!world.export().contains("Check"));
}

#[test]
fn a_tag_keeps_its_name_where_the_new_one_is_none_or_anothers() {
    let mut world = World::new();
    let before = world.export();
    for (label, sentence) in [("  ", "needs a name"), ("EVENT ", "already")] {
        world.send(Msg::Commanded(Command::EditTags));
        world.send(Msg::Tags(TagsMsg::Labelled(tag("quantity"), label.to_owned())));
        let Some(Window::Tags { said: Some(said), .. }) = world.desk().window() else { panic!() };
        assert!(said.contains(sentence), "{said}");
        assert_eq!(world.export(), before);
    }
    world.send(Msg::Tags(TagsMsg::Labelled(tag("quantity"), " My  figure ".to_owned())));
    assert_eq!(world.document().tag(&tag("quantity")).unwrap().label, "My figure");
    assert!(matches!(world.desk().window(), Some(Window::Tags { said: None, .. })));
}
