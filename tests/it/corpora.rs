//! Texts that were collected because they break programs: each of them as article, quote, note and
//! name of a tag survives being exported, wiped and imported.

use std::fs;

use claimlight::{
    app::{Address, Edges, IntakeMsg, Msg},
    article::{Place, Span},
    id::TagId,
    intake::{Given, How, Shape, receive},
    saved::Found,
    text::{ByteOffset, lines},
};

use crate::{
    intake_html_corpora::{bare, payloads},
    world::{World, pasted},
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
fn worked(texts: &[String]) -> World {
    let mut world = World::new();
    world.send(pasted(format!("Headline\n{}", texts.join("\n"))));
    world.send(Msg::Intake(IntakeMsg::Added));
    let blocks: Vec<_> = world.document().blocks().iter().cloned().collect();
    for (block, text) in blocks.iter().skip(1).zip(texts) {
        let place = |offset| Place { block: block.id.clone(), offset: ByteOffset::new(offset) };
        let span = Span { start: place(0), end: place(block.text.len()) };
        world.send(Msg::TextSelected { span, edges: Edges::Exact });
        world.send(Msg::TagChosen(TagId::new("quantity").unwrap()));
        let Some(claim) = world.selected() else { continue };
        world.send(Msg::NoteTyped(claim.clone(), text.clone()));
        world.send(Msg::TagNamed(claim.clone(), text.clone()));
        let stored = world.document().claim(&claim).expect("the claim").clone();
        assert_eq!(stored.note, *text);
        world.send(Msg::ClaimLeft);
    }
    world
}

fn check(texts: &[String]) {
    for texts in texts.chunks(AT_ONCE) {
        let world = worked(texts);
        assert!(world.document().claim_count() > 0);
        let file = world.export();
        assert!(world.reopened().export() == file, "opened again: {texts:?}");
        let mut wiped = World::open(Found::default(), Address::Home, 5);
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
            .flat_map(|name| [How::Structured, How::Plain].map(|how| (name, false, how)))
            .chain([(None, true, How::Structured)])
        {
            let name = name.map(str::to_owned);
            let given = Given { name, text: payload.clone(), is_html, how };
            let read = receive(&given, None, &mut |_| {});
            inputs += 1;
            let texts: Vec<&String> =
                read.intake.passages.iter().flat_map(|passage| &passage.lines).collect();
            assert!(texts.iter().all(|text| lines(text).count() == 1), "{given:?}");
            if read.shape == Shape::Plain {
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
