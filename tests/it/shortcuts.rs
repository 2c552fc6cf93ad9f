//! The table of keys.

use claimlight::{
    app::{Bar, Command, Focus, Key, Keymap, Press, SHORTCUTS, Session, When},
    article::{Edge, Place, Span},
    id::ClaimId,
    text::ByteOffset,
};

use crate::{rich, world::press};

fn meaning(press: &Press, session: &Session) -> Option<Command> {
    Keymap::default().meaning(press, session)
}

fn sessions() -> [Session; 4] {
    let place = Place { block: rich::block("b1"), offset: ByteOffset::new(0) };
    let span = Span { start: place.clone(), end: place };
    [
        Session::Reading,
        Session::Selecting {
            dragged: span.clone(),
            span: span.clone(),
            bar: Bar::Shown,
            edge: Edge::End,
            claim: None,
        },
        Session::Selecting {
            dragged: span.clone(),
            span,
            bar: Bar::Closed,
            edge: Edge::End,
            claim: None,
        },
        Session::Claim(ClaimId::new("c").unwrap()),
    ]
}

fn on_claim() -> Session {
    Session::Claim(ClaimId::new("c").unwrap())
}

/// A press of a row's key.
fn press_of(key: Key) -> Press {
    match key {
        Key::Digit => press("4"),
        Key::Letter(letter) => press(&letter.to_ascii_lowercase().to_string()),
        Key::ShiftLetter(letter) => Press { shift: true, ..press(&letter.to_string()) },
        Key::Sign(sign) => press(&sign.to_string()),
        Key::Named(name) => press(name),
        Key::None => press("Unidentified"),
        Key::Command(letter) => {
            Press { command: true, ..press(&letter.to_ascii_lowercase().to_string()) }
        }
        Key::ShiftCommand(letter) => {
            Press { command: true, shift: true, ..press(&letter.to_string()) }
        }
    }
}

#[test]
fn no_key_means_two_things_at_once() {
    for session in sessions() {
        let rows = SHORTCUTS.iter().filter(|row| row.when.is_now(&session));
        for row in rows.filter(|row| row.key != Key::None) {
            assert_eq!(meaning(&press_of(row.key), &session), Some(row.command), "{row:?}");
        }
    }
}

#[test]
fn a_key_does_nothing_when_its_row_does_not_apply() {
    for session in sessions() {
        for row in SHORTCUTS.iter().filter(|row| !row.when.is_now(&session)) {
            let means = meaning(&press_of(row.key), &session);
            let same =
                |it: &&claimlight::app::Shortcut| it.key == row.key && it.when.is_now(&session);
            assert_eq!(means, SHORTCUTS.iter().find(same).map(|it| it.command), "{row:?}");
        }
    }
}

#[test]
fn every_row_has_its_words_and_caps() {
    for row in SHORTCUTS {
        assert!(!row.label.is_empty() && !row.name.is_empty());
        assert_eq!(row.key.caps().is_empty(), row.key == Key::None);
    }
}

#[test]
fn letters_go_by_what_the_key_says() {
    let dvorak = Press { key: "n".to_owned(), code: "KeyL".to_owned(), ..Press::default() };
    assert_eq!(meaning(&dvorak, &Session::Reading), Some(Command::Next));
    let other = Press { key: "v".to_owned(), code: "KeyN".to_owned(), ..Press::default() };
    assert_eq!(meaning(&other, &Session::Reading), None);
    let locked = Press { key: "N".to_owned(), code: "KeyN".to_owned(), ..Press::default() };
    assert_eq!(meaning(&locked, &Session::Reading), Some(Command::Next), "with caps lock");
}

#[test]
fn letters_go_by_their_place_where_the_layout_has_no_latin_ones() {
    for (key, code, command) in [
        ("т", "KeyN", Command::Next),
        ("ь", "KeyM", Command::Previous),
        ("с", "KeyC", Command::Outer),
        ("ב", "KeyC", Command::Outer),
        ("ㅜ", "KeyN", Command::Next),
    ] {
        let press = Press { key: key.to_owned(), code: code.to_owned(), ..Press::default() };
        assert_eq!(meaning(&press, &on_claim()), Some(command), "{key}");
    }
    let undo = Press { key: "я".into(), code: "KeyZ".into(), command: true, ..Press::default() };
    assert_eq!(meaning(&undo, &Session::Reading), Some(Command::Undo));
}

#[test]
fn digits_go_by_their_place() {
    let azerty = Press { key: "&".into(), code: "Digit1".into(), ..Press::default() };
    assert_eq!(meaning(&azerty, &on_claim()), Some(Command::Tag));
    let pad = Press { key: "1".into(), code: "Numpad1".into(), ..Press::default() };
    assert_eq!(meaning(&pad, &on_claim()), Some(Command::Tag));
    let zero = Press { key: "0".into(), code: "Digit0".into(), ..Press::default() };
    assert_eq!(meaning(&zero, &on_claim()), None);
}

#[test]
fn keys_with_ctrl_or_alt_are_the_browsers_but_for_undo_and_redo() {
    for row in SHORTCUTS {
        for session in sessions() {
            let alt = Press { alt: true, ..press_of(row.key) };
            assert_eq!(meaning(&alt, &session), None, "{row:?}");
            if matches!(row.key, Key::Digit | Key::Letter(_) | Key::Named(_) | Key::Sign(_)) {
                let command = Press { command: true, ..press_of(row.key) };
                assert_eq!(meaning(&command, &session), None, "{row:?}");
            }
        }
    }
}

#[test]
fn in_a_field_every_key_is_the_fields() {
    for row in SHORTCUTS {
        for session in sessions() {
            let press = Press { focus: Focus::Field, ..press_of(row.key) };
            assert_eq!(meaning(&press, &session), None, "{row:?}");
        }
    }
}

#[test]
fn enter_on_a_button_presses_the_button() {
    let selecting = &sessions()[1];
    let enter = Press { focus: Focus::Button, ..press("Enter") };
    assert_eq!(meaning(&enter, selecting), None);
    assert_eq!(meaning(&press("Enter"), selecting), Some(Command::Mark));
    let digit = Press { focus: Focus::Button, ..press("1") };
    assert_eq!(meaning(&digit, selecting), Some(Command::Tag), "other keys go on");
}

#[test]
fn rows_of_always_apply_always() {
    assert!(sessions().iter().all(|session| When::Always.is_now(session)));
}
