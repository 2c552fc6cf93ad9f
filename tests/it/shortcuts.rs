//! The table of keys.

use claimlight::{
    app::{Command, Context, Focus, Key, KeyPress, Keymap, Mode, SHORTCUTS, Toolbar},
    article::{Edge, Position, Span},
    id::ClaimId,
    text::ByteOffset,
};

use crate::{fixtures, test_app::press};

fn meaning(press: &KeyPress, session: &Mode) -> Option<Command> {
    Keymap::default().lookup(press, session)
}

fn sessions() -> [Mode; 4] {
    let position = Position { block: fixtures::block("b1"), offset: ByteOffset::new(0) };
    let span = Span { start: position.clone(), end: position };
    [
        Mode::Reading,
        Mode::Selecting {
            dragged: span.clone(),
            span: span.clone(),
            bar: Toolbar::Shown,
            edge: Edge::End,
            claim: None,
        },
        Mode::Selecting {
            dragged: span.clone(),
            span,
            bar: Toolbar::Closed,
            edge: Edge::End,
            claim: None,
        },
        Mode::Claim(ClaimId::new("c").unwrap()),
    ]
}

fn on_claim() -> Mode {
    Mode::Claim(ClaimId::new("c").unwrap())
}

/// A press of a row's key.
fn press_of(key: Key) -> KeyPress {
    match key {
        Key::Digit => press("4"),
        Key::Letter(letter) => press(&letter.to_ascii_lowercase().to_string()),
        Key::ShiftLetter(letter) => KeyPress { shift: true, ..press(&letter.to_string()) },
        Key::Sign(sign) => press(&sign.to_string()),
        Key::Named(name) => press(name),
        Key::None => press("Unidentified"),
        Key::Command(letter) => {
            KeyPress { command: true, ..press(&letter.to_ascii_lowercase().to_string()) }
        }
        Key::ShiftCommand(letter) => {
            KeyPress { command: true, shift: true, ..press(&letter.to_string()) }
        }
    }
}

#[test]
fn no_key_means_two_things_at_once() {
    for session in sessions() {
        let rows = SHORTCUTS.iter().filter(|row| row.when.is_active(&session));
        for row in rows.filter(|row| row.key != Key::None) {
            assert_eq!(meaning(&press_of(row.key), &session), Some(row.command), "{row:?}");
        }
    }
}

#[test]
fn a_key_does_nothing_when_its_row_does_not_apply() {
    for session in sessions() {
        for row in SHORTCUTS.iter().filter(|row| !row.when.is_active(&session)) {
            let means = meaning(&press_of(row.key), &session);
            let same =
                |it: &&claimlight::app::Shortcut| it.key == row.key && it.when.is_active(&session);
            assert_eq!(means, SHORTCUTS.iter().find(same).map(|it| it.command), "{row:?}");
        }
    }
}

#[test]
fn every_row_has_its_words_and_caps() {
    for row in SHORTCUTS {
        assert!(!row.label.is_empty() && !row.name.is_empty());
        assert_eq!(row.key.keycaps().is_empty(), row.key == Key::None);
    }
}

#[test]
fn letters_go_by_what_the_key_says() {
    let dvorak = KeyPress { key: "n".to_owned(), code: "KeyL".to_owned(), ..KeyPress::default() };
    assert_eq!(meaning(&dvorak, &Mode::Reading), Some(Command::Next));
    let other = KeyPress { key: "v".to_owned(), code: "KeyN".to_owned(), ..KeyPress::default() };
    assert_eq!(meaning(&other, &Mode::Reading), None);
    let locked = KeyPress { key: "N".to_owned(), code: "KeyN".to_owned(), ..KeyPress::default() };
    assert_eq!(meaning(&locked, &Mode::Reading), Some(Command::Next), "with caps lock");
}

#[test]
fn letters_go_by_their_place_where_the_layout_has_no_latin_ones() {
    for (key, code, command) in [
        ("т", "KeyN", Command::Next),
        ("ь", "KeyM", Command::Previous),
        ("с", "KeyC", Command::SelectParentClaim),
        ("ב", "KeyC", Command::SelectParentClaim),
        ("ㅜ", "KeyN", Command::Next),
    ] {
        let press = KeyPress { key: key.to_owned(), code: code.to_owned(), ..KeyPress::default() };
        assert_eq!(meaning(&press, &on_claim()), Some(command), "{key}");
    }
    let undo =
        KeyPress { key: "я".into(), code: "KeyZ".into(), command: true, ..KeyPress::default() };
    assert_eq!(meaning(&undo, &Mode::Reading), Some(Command::Undo));
}

#[test]
fn digits_go_by_their_place() {
    let azerty = KeyPress { key: "&".into(), code: "Digit1".into(), ..KeyPress::default() };
    assert_eq!(meaning(&azerty, &on_claim()), Some(Command::Tag));
    let pad = KeyPress { key: "1".into(), code: "Numpad1".into(), ..KeyPress::default() };
    assert_eq!(meaning(&pad, &on_claim()), Some(Command::Tag));
    let zero = KeyPress { key: "0".into(), code: "Digit0".into(), ..KeyPress::default() };
    assert_eq!(meaning(&zero, &on_claim()), None);
}

#[test]
fn keys_with_ctrl_or_alt_are_the_browsers_but_for_undo_and_redo() {
    for row in SHORTCUTS {
        for session in sessions() {
            let alt = KeyPress { alt: true, ..press_of(row.key) };
            assert_eq!(meaning(&alt, &session), None, "{row:?}");
            if matches!(row.key, Key::Digit | Key::Letter(_) | Key::Named(_) | Key::Sign(_)) {
                let command = KeyPress { command: true, ..press_of(row.key) };
                assert_eq!(meaning(&command, &session), None, "{row:?}");
            }
        }
    }
}

#[test]
fn in_a_field_every_key_is_the_fields() {
    for row in SHORTCUTS {
        for session in sessions() {
            let press = KeyPress { focus: Focus::Field, ..press_of(row.key) };
            assert_eq!(meaning(&press, &session), None, "{row:?}");
        }
    }
}

#[test]
fn enter_on_a_button_presses_the_button() {
    let selecting = &sessions()[1];
    let enter = KeyPress { focus: Focus::Button, ..press("Enter") };
    assert_eq!(meaning(&enter, selecting), None);
    assert_eq!(meaning(&press("Enter"), selecting), Some(Command::Mark));
    let digit = KeyPress { focus: Focus::Button, ..press("1") };
    assert_eq!(meaning(&digit, selecting), Some(Command::Tag), "other keys go on");
}

#[test]
fn rows_of_always_apply_always() {
    assert!(sessions().iter().all(|session| Context::Always.is_active(session)));
}
