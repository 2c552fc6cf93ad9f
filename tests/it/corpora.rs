//! Texts that were collected because they break programs: each of them as article, quote, note and
//! name of a tag survives being exported, wiped and imported.

use std::fs;

use claimlight::{
    app::{ImportMsg, Msg, Route, Snap},
    article::{Position, Span},
    id::TagId,
    import::{ImportRequest, ReadMode, SourceFormat, import_text},
    storage::StoreContents,
    text::{ByteOffset, lines},
};

use crate::{
    import_html_corpora::{bare, payloads},
    test_app::{TestApp, pasted},
};

/// How many texts go into one article.
const AT_ONCE: usize = 60;

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/corpora/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).expect(&path)
}

fn naughty() -> Vec<String> {
    serde_json::from_str(&fixture("blns.json")).expect("a list of texts")
}

/// The texts of a table of break tests: code points between signs for a break and for none.
fn broken(name: &str) -> Vec<String> {
    let table = fixture(name);
    let lines = table.lines().filter_map(|line| line.split('#').next()).map(str::trim);
    let text = |line: &str| -> String {
        let points = line.split(['÷', '×', ' ']).filter(|part| !part.trim().is_empty());
        let points = points.filter_map(|point| u32::from_str_radix(point.trim(), 16).ok());
        points.filter_map(char::from_u32).collect()
    };
    lines.filter(|line| !line.is_empty()).map(text).collect()
}

/// An article of some texts, each block marked, with a text as note and as name of a tag.
fn last_modified(texts: &[String]) -> TestApp {
    let mut app = TestApp::new();
    app.send(pasted(format!("Headline\n{}", texts.join("\n"))));
    app.send(Msg::Import(ImportMsg::Added));
    let blocks: Vec<_> = app.document().blocks().iter().cloned().collect();
    for (block, text) in blocks.iter().skip(1).zip(texts) {
        let place = |offset| Position { block: block.id.clone(), offset: ByteOffset::new(offset) };
        let span = Span { start: place(0), end: place(block.text.len()) };
        app.send(Msg::TextSelected { span, edges: Snap::None });
        app.send(Msg::TagChosen(TagId::new("quantity").unwrap()));
        let Some(claim) = app.selected() else { continue };
        app.send(Msg::NoteTyped(claim.clone(), text.clone()));
        app.send(Msg::TagNamed(claim.clone(), text.clone()));
        let stored = app.document().claim(&claim).expect("the claim").clone();
        assert_eq!(stored.note, *text);
        app.send(Msg::ClaimDeselected);
    }
    app
}

fn check(texts: &[String]) {
    for texts in texts.chunks(AT_ONCE) {
        let app = last_modified(texts);
        assert!(app.document().claim_count() > 0);
        let file = app.export();
        assert!(app.reopened().export() == file, "opened again: {texts:?}");
        let mut wiped = TestApp::open(StoreContents::default(), Route::Home, 5);
        wiped.open_file("a.json", &file);
        assert!(wiped.export() == file, "imported: {texts:?}");
    }
}

#[test]
fn naughty_strings_come_back_from_a_file() {
    check(&naughty());
}

#[test]
fn payloads_come_back_from_a_file() {
    let payloads = payloads().into_iter().filter(|it| !it.contains(['\r', '\n']));
    let payloads: Vec<String> = payloads.collect();
    assert!(payloads.len() > 1_500, "{}", payloads.len());
    check(&payloads);
}

/// Each payload through each way in: no panic, nothing left out of a plain text, and no line breaks
/// in what becomes a block.
#[test]
fn payloads_are_read_by_every_reader() {
    let payloads = payloads();
    let names = [None, Some("a.txt"), Some("a.html"), Some("a.md"), Some("a.srt"), Some("a.vtt")];
    let mut inputs = 0;
    for payload in &payloads {
        for (name, is_html, how) in names
            .into_iter()
            .flat_map(|name| [ReadMode::Structured, ReadMode::Plain].map(|how| (name, false, how)))
            .chain([(None, true, ReadMode::Structured)])
        {
            let name = name.map(str::to_owned);
            let given = ImportRequest { name, text: payload.clone(), is_html, how };
            let read = import_text(&given, None, &mut |_| {});
            inputs += 1;
            let texts: Vec<&String> =
                read.imported.blocks.iter().flat_map(|block| &block.lines).collect();
            assert!(texts.iter().all(|text| lines(text).count() == 1), "{given:?}");
            if read.source_format == SourceFormat::Plain {
                let kept: String = texts.into_iter().map(|text| bare(text)).collect();
                // Markers of quotations are none of the words.
                let without = |text: &str| text.replace('>', "");
                assert_eq!(without(&kept), without(&bare(payload)), "{given:?}");
            }
        }
    }
    println!("{} payloads, {inputs} inputs, 0 panics", payloads.len());
}

#[test]
fn texts_that_test_breaks_come_back_from_a_file() {
    let names = ["GraphemeBreakTest_17.txt", "WordBreakTest_17.txt", "SentenceBreakTest_17.txt"];
    for name in names {
        let texts = broken(name);
        assert!(texts.len() > 300, "{name}: {}", texts.len());
        check(&texts);
    }
}
