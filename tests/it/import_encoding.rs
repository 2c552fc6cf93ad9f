//! By what table bytes are read, and which files are no text at all.

use claimlight::{
    app::{ImportRemark, RemarkKind, remarks},
    import::{
        Encoding, ImportNote, ImportRequest, ImportedBlock, ReadMode, UnsupportedKind,
        detect_encoding, import_text,
    },
    strings,
};

use crate::test_app::TestApp;

#[track_caller]
fn check(bytes: &[u8], label: &str, is_guessed: bool, broken: usize) {
    let expected = Encoding { label: label.to_owned(), is_guessed, malformed: broken };
    assert_eq!(detect_encoding(bytes), Ok(expected), "{}", String::from_utf8_lossy(bytes));
}

/// A text as an encoding has it whose letters are those of Unicode moved by this much.
fn shifted(text: &str, by: u32) -> Vec<u8> {
    let byte = |it: char| if it.is_ascii() { it as u32 } else { it as u32 - by };
    text.chars().map(|it| u8::try_from(byte(it)).unwrap()).collect()
}

const GERMAN: &str =
    "Die Mieten stiegen für viele Haushalte spürbar. Ärzte fordern größere Hilfen.";
const QUOTED: &str = "The minister said: “We don’t know.” Nobody else’s café did.";

#[test]
fn the_encoding_of_a_file_is_told_by_its_bytes() {
    check(b"plain", "utf-8", false, 0);
    check(b"", "utf-8", false, 0);
    check("caf\u{e9}".as_bytes(), "utf-8", false, 0);
    check(b"\xef\xbb\xbfa", "utf-8", false, 0);
    check(b"\xff\xfea\0", "utf-16le", false, 0);
    check(b"\xfe\xff\0a", "utf-16be", false, 0);
    check(b"a\0b\0c\0d\0", "utf-16le", true, 0);
    check(b"\0a\0b\0c\0d", "utf-16be", true, 0);
    check(b"caf\xe9", "windows-1252", true, 0);
    check(b"<meta charset=\"koi8-r\"><p>\xc1", "koi8-r", false, 0);
    check(b"<?xml version='1.0' encoding='ISO-8859-2'?>\xe9", "iso-8859-2", false, 0);
}

#[test]
fn one_broken_byte_does_not_make_a_text_another_encoding() {
    for text in [GERMAN, QUOTED, "Цены выросли на четыре процента.", "租金上涨了百分之四。"]
    {
        let broken = [text.as_bytes(), b" and \xff more"].concat();
        check(&broken, "utf-8", true, 1);
        let marked = [b"\xef\xbb\xbf", broken.as_slice()].concat();
        check(&marked, "utf-8", false, 1);
    }
    // What is left of a curly quote that lost its first byte is two bytes at one place.
    check(&[QUOTED.as_bytes(), b"\x80\x9c"].concat(), "utf-8", true, 2);
}

#[test]
fn a_text_that_is_cut_off_within_a_character_is_utf_8() {
    let text = format!("{QUOTED} 😀");
    for length in 1..=text.len() {
        let cut = &text.as_bytes()[..length];
        let broken = cut.utf8_chunks().map(|it| it.invalid().len()).sum();
        // Before any character is whole, it might be anything.
        if cut.utf8_chunks().next().is_some_and(|it| !it.valid().is_ascii()) {
            check(cut, "utf-8", broken > 0, broken);
        }
    }
}

#[test]
fn texts_of_older_encodings_are_guessed_as_such() {
    let russian = "Её цены выросли на четыре процента, сказал министр. Ещё вопросы?";
    for (bytes, label) in [
        (shifted(GERMAN, 0), "windows-1252"),
        (shifted("Ü", 0), "windows-1252"),
        (
            shifted("UN MENÚ» AÑO: él dijo “sí”".replace(['“', '”'], "\"").as_str(), 0),
            "windows-1252",
        ),
        (shifted(&russian.replace(['ё', 'Ё'], "е"), 0x350), "windows-1251"),
        (b"\x89\xc6\x92\xc0\x82\xaa\x8f\xe3\x82\xaa\x82\xc1\x82\xbd".to_vec(), "shift_jis"),
        (
            b"\xd7\xe2\xbd\xf0\xc9\xcf\xd5\xc7\xc1\xcb\xb0\xd9\xb7\xd6\xd6\xae\xcb\xc4".to_vec(),
            "gb18030",
        ),
    ] {
        check(&bytes, label, true, 0);
    }
}

#[test]
fn a_page_that_says_another_encoding_than_it_has_is_read_as_it_is() {
    let page = format!("<meta charset=windows-1252><p>{GERMAN}");
    check(page.as_bytes(), "utf-8", false, 0);
    check(&[page.as_bytes(), b"\xff"].concat(), "utf-8", true, 1);
}

#[test]
fn bytes_that_could_not_be_read_are_counted_and_told_of() {
    let mut app = TestApp::new();
    let bytes = [QUOTED.as_bytes(), b"\nOne \xff and \xfe."].concat();
    app.open_files(&[("a.txt", &bytes)]);
    let read = app.workspace().dialog().and_then(|it| it.read.as_ref()).expect("it was read");
    let message =
        remarks(read).into_iter().find(|it| matches!(it.done, RemarkKind::EncodingGuessed(_)));
    let message = strings::done(&message.expect("it is told of"));
    assert_eq!(
        message,
        "read as utf-8, which is a guess (2 bytes could not be read and are shown as \u{fffd})"
    );
    let text: Vec<String> = read.imported.kept().map(ImportedBlock::text).collect();
    assert_eq!(text, [QUOTED, "One \u{fffd} and \u{fffd}."]);
}

#[test]
fn what_could_not_be_read_is_counted_in_every_encoding() {
    let given = |text: &str, is_html| ImportRequest {
        name: None,
        text: text.to_owned(),
        is_html,
        how: ReadMode::Structured,
    };
    for (label, message) in [
        (
            "shift_jis",
            "read as shift_jis (2 characters could not be read and are shown as \u{fffd})",
        ),
        ("utf-16le", "read as utf-16le (2 characters could not be read and are shown as \u{fffd})"),
        ("utf-8", "read as utf-8"),
    ] {
        let encoding = Encoding { label: label.to_owned(), is_guessed: false, malformed: 0 };
        let read = import_text(&given("a\u{fffd}b\u{fffd}", false), Some(encoding), &mut |_| {});
        let encoding = read.encoding.expect("it has one");
        assert_eq!(
            strings::done(&ImportRemark {
                done: RemarkKind::EncodingGuessed(encoding),
                blocks: vec![]
            }),
            message
        );
        assert_eq!(read.imported.notes, []);
    }
    // A lone surrogate on the clipboard is U+FFFD by the time it comes here.
    for (text, is_html) in [("a\u{fffd}\0b\u{fffd}", false), ("<p>a\u{fffd}\0b\u{fffd}", true)] {
        let read = import_text(&given(text, is_html), None, &mut |_| {});
        assert_eq!(read.imported.notes, [ImportNote::ReplacedChars(3)], "{text}");
    }
}

#[test]
fn an_encoding_other_than_utf_8_is_always_told_of() {
    let mut app = TestApp::new();
    for (bytes, expected) in [
        (b"<meta charset=\"koi8-r\"><p>\xf2\xc9\xd3\xcb".as_slice(), Some("read as koi8-r")),
        (b"\xff\xfea\0b\0".as_slice(), Some("read as utf-16le")),
        ("<p>Ü".as_bytes(), None),
    ] {
        app.open_files(&[("a.html", bytes)]);
        let read = app.workspace().dialog().and_then(|it| it.read.as_ref()).expect("it was read");
        let remarks = remarks(read);
        let told = remarks.iter().find(|it| matches!(it.done, RemarkKind::EncodingGuessed(_)));
        assert_eq!(told.map(strings::done).as_deref(), expected);
    }
}

#[test]
fn control_characters_are_kept_and_told_of() {
    for (name, text, expected) in [
        ("a.txt", "One\u{8d} and\u{1} two\tthree.", "One\u{8d} and\u{1} two\tthree."),
        ("a.html", "<p>One&#1; and\u{8d}&#x7f;.", "One\u{1} and\u{8d}\u{7f}."),
        ("a.md", "One\u{1b} and *two*\u{8d}.", "One\u{1b} and two\u{8d}."),
    ] {
        let given = ImportRequest {
            name: Some(name.to_owned()),
            text: text.to_owned(),
            is_html: false,
            how: ReadMode::Structured,
        };
        let read = import_text(&given, None, &mut |_| {});
        let lines: Vec<String> = read.imported.kept().map(ImportedBlock::text).collect();
        assert_eq!(lines, [expected], "{name}");
        let count = expected.matches(|it: char| it.is_control() && it != '\t').count();
        let told = remarks(&read);
        let told = told.iter().any(|it| it.done == RemarkKind::ControlCharacters(count));
        assert!(told, "{name}");
    }
}

#[test]
fn a_chosen_encoding_is_told_of_where_it_does_not_fit() {
    let chosen = |label: &str| Encoding::with_label(label.to_owned(), b"caf\xe9").malformed;
    assert_eq!((chosen("utf-8"), chosen("windows-1250")), (1, 0));
}

#[test]
fn files_of_other_programs_are_known_by_how_they_begin() {
    let cases: [(&[u8], UnsupportedKind); 17] = [
        (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n", UnsupportedKind::Pdf),
        (b"\xef\xbb\xbf\n%PDF-1.7\n\xe2\xe3", UnsupportedKind::Pdf),
        (b"{\\rtf1\\ansi\\deff0 Rents rose by 4\\'25.}", UnsupportedKind::Rtf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", UnsupportedKind::OldOffice),
        (
            b"PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\0_rels/word/document.xml",
            UnsupportedKind::Word,
        ),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\0xl/workbook.xml", UnsupportedKind::Office),
        (
            b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
            UnsupportedKind::OpenDocument,
        ),
        (b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", UnsupportedKind::Ebook),
        (b"PK\x03\x04\x14\0notes.txt", UnsupportedKind::Archive),
        (b"\x1f\x8b\x08\0", UnsupportedKind::Archive),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UnsupportedKind::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", UnsupportedKind::Picture),
        (b"RIFF\x10\0\0\0WEBPVP8 ", UnsupportedKind::Picture),
        (b"\0\0\0\x18ftypheic", UnsupportedKind::Picture),
        (b"\0\0\0\x18ftypmp42", UnsupportedKind::Recording),
        (b"ID3\x04\0\0", UnsupportedKind::Recording),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\xff", UnsupportedKind::Unknown),
    ];
    for (bytes, expected) in cases {
        assert_eq!(detect_encoding(bytes), Err(expected), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn texts_that_only_speak_of_such_files_are_read() {
    for text in
        ["A PDF begins with %PDF-1.4.", "RTF: {\\rtf1", "PK means Phil Katz", "II*", "ID3 tags"]
    {
        check(text.as_bytes(), "utf-8", false, 0);
    }
}

#[test]
fn a_refused_file_is_told_of_with_what_it_is_and_what_to_do() {
    let mut app = TestApp::new();
    app.open_files(&[("report.pdf", b"%PDF-1.4\n1 0 obj\n")]);
    assert!(app.workspace().dialog().is_none());
    assert_eq!(
        app.workspace().notice().unwrap().text,
        "report.pdf was not opened, and nothing was changed: it is a PDF. Claimlight opens text, \
         Markdown, HTML, e-mails and subtitles. Open it in its own program, copy its text, and paste it \
         here."
    );
}
