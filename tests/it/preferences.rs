//! What the person sets up: keys, tags, the look of the page, the note on an article.

use claimlight::{
    app::{Command, Dialog, Effect, LibraryMsg, Msg, SettingsMsg, TagsMsg},
    claim::{Color, Digit},
    settings::{Size, Theme, View},
};

use crate::{
    claims::tag,
    fixtures,
    keyboard::{current, keys, rents, reviewed},
    test_app::{TestApp, press},
};

#[test]
fn keys_are_changed_kept_and_refused_where_they_clash() {
    let mut app = rents();
    let change = |app: &mut TestApp, command, key: &str| {
        app.send(Msg::Settings(SettingsMsg::KeyAsked(Some(command))));
        app.send(Msg::Settings(SettingsMsg::KeyPressed(press(key))));
        match app.workspace().window() {
            Some(Dialog::Keys { problem, .. }) => problem.clone(),
            other => panic!("{other:?}"),
        }
    };
    let problem = change(&mut app, Command::NextBlock, "k").unwrap();
    assert!(problem.contains("Previous paragraph"), "{problem}");
    assert!(change(&mut app, Command::NextBlock, "Enter").is_some());
    assert!(change(&mut app, Command::NextBlock, "1").is_some(), "digits are the tags'");
    assert_eq!(change(&mut app, Command::NextBlock, ";"), None);
    let mut app = app.reopened();
    keys(&mut app, &["j"]);
    assert_eq!(current(&app), None);
    keys(&mut app, &[";"]);
    assert_eq!(current(&app), Some(0));
    app.send(Msg::Settings(SettingsMsg::KeysRestored));
    keys(&mut app, &["j"]);
    assert_eq!(current(&app), Some(1));
    app.send(Msg::Settings(SettingsMsg::SingleKeysToggled));
    let mut app = app.reopened();
    keys(&mut app, &["j", "s", "r"]);
    assert_eq!((current(&app), reviewed(&app, 1)), (Some(1), None));
}

#[test]
fn the_look_of_the_page_is_kept() {
    let mut app = TestApp::new();
    let view = View { theme: Theme::Dark, size: Size::Largest, ..View::default() };
    let effects = app.send(Msg::Settings(SettingsMsg::AppearanceChanged(view)));
    assert!(effects.contains(&Effect::ApplyAppearance(view)));
    assert_eq!(app.reopened().workspace().view(), view);
}

#[test]
fn tags_are_edited_in_steps_that_can_be_taken_back() {
    let mut app = TestApp::new();
    app.mark("100,000 troops", "quantity");
    let before = app.export();
    let id = tag("quantity");
    let steps = [
        TagsMsg::Renamed(id.clone(), "Figure".to_owned()),
        TagsMsg::Coloured(id.clone(), Color::Rose),
        TagsMsg::ShortcutChanged(id.clone(), Digit::new(2)),
        TagsMsg::MovedUp(tag("event")),
        TagsMsg::Added("Needs source".to_owned()),
        TagsMsg::Merged(id.clone(), tag("event")),
        TagsMsg::Deleted(tag("prediction")),
        TagsMsg::Restored,
    ];
    let count = steps.len();
    for step in steps {
        let before = app.export();
        app.send(Msg::Tags(step.clone()));
        assert_ne!(app.export(), before, "{step:?}");
        app.check_stored();
    }
    assert_eq!(app.document().claims().next().unwrap().tags, [tag("event")]);
    assert_eq!(app.document().tags().len(), 8, "unused tags of one's own went");
    for _ in 0..count {
        app.send(Msg::CommandInvoked(Command::Undo));
        app.check_stored();
    }
    assert_eq!(app.export(), before);
}

#[test]
fn a_key_that_another_tag_has_changes_places() {
    let mut app = TestApp::new();
    app.send(Msg::Tags(TagsMsg::ShortcutChanged(tag("quantity"), Digit::new(3))));
    let key = |id: &str| app.document().tag(&tag(id)).unwrap().key;
    assert_eq!((key("quantity"), key("event")), (Digit::new(3), Digit::new(1)));
}

#[test]
fn a_set_of_tags_is_saved_as_a_file_and_loaded_for_another_article() {
    let mut app = rents();
    app.send(Msg::Tags(TagsMsg::Added("Needs source".to_owned())));
    let effects = app.send(Msg::Tags(TagsMsg::SaveAsked));
    let [Effect::Download(file)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(file.name, "rents-rise.tags.json");
    let bytes = file.contents.clone().into_bytes();
    app.paste("Taxes fall\nTaxes fell by 5%.");
    app.mark("by 5%", "event");
    let before = app.export();
    let load = |app: &mut TestApp, bytes: &[u8]| {
        let msg = TagsMsg::FileRead { name: "my.json".to_owned(), bytes: bytes.to_vec() };
        app.send(Msg::Tags(msg));
        match app.workspace().window() {
            Some(Dialog::Tags { said, .. }) => said.clone().unwrap(),
            other => panic!("{other:?}"),
        }
    };
    for bad in ["", "{}", "[1]", "{\"tags\": []}", "{\"tags\": [{\"id\": \"a\"}]}", "{\"tags\": 1}"]
    {
        let said = load(&mut app, bad.as_bytes());
        assert!(said.contains("my.json was not loaded, and nothing was changed"), "{said}");
        assert_eq!(app.export(), before);
    }
    load(&mut app, &bytes);
    assert!(app.document().tag(&tag("needs-source")).is_some());
    load(&mut app, crate::export::write(&fixtures::document()).as_bytes());
    let labels: Vec<_> = app.document().tags().iter().map(|tag| tag.label.clone()).collect();
    assert!(labels.contains(&"Größe 😀".to_owned()) && labels.contains(&"Event".to_owned()));
    app.check_stored();
    app.send(Msg::Tags(TagsMsg::ChosenForNew));
    app.paste("Rates rise\nRates rose.");
    assert!(app.document().tags().iter().any(|tag| tag.label == "Größe 😀"));
}

#[test]
fn the_articles_own_note_is_typed_in_one_step_and_exported() {
    let mut app = rents();
    app.send(Msg::Library(LibraryMsg::NoteTyped("Check *a".to_owned())));
    app.send_after(100, Msg::Library(LibraryMsg::NoteTyped("Check *all*".to_owned())));
    assert!(app.export().contains("\"note\": \"Check *all*\""));
    app.check_stored();
    app.send(Msg::CommandInvoked(Command::Undo));
    assert!(!app.export().contains("Check"));
}

#[test]
fn a_tag_keeps_its_name_where_the_new_one_is_none_or_anothers() {
    let mut app = TestApp::new();
    let before = app.export();
    for (label, sentence) in [("  ", "needs a name"), ("EVENT ", "already")] {
        app.send(Msg::CommandInvoked(Command::EditTags));
        app.send(Msg::Tags(TagsMsg::Renamed(tag("quantity"), label.to_owned())));
        let Some(Dialog::Tags { said: Some(said), .. }) = app.workspace().window() else {
            panic!()
        };
        assert!(said.contains(sentence), "{said}");
        assert_eq!(app.export(), before);
    }
    app.send(Msg::Tags(TagsMsg::Renamed(tag("quantity"), " My  figure ".to_owned())));
    assert_eq!(app.document().tag(&tag("quantity")).unwrap().label, "My figure");
    assert!(matches!(app.workspace().window(), Some(Dialog::Tags { said: None, .. })));
}
