//! The examples of `CommonMark` are read as the pages that they become.

use std::fs;

use claimlight::{
    article::Kind,
    import::{ImportedText, read_html, read_markdown},
    text::lines,
};

use crate::import_html_corpora::{bare, payloads};

const EXAMPLES: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/corpora/commonmark/spec-tests.json");

/// How many examples there are.
const ALL: usize = 397;
/// In how many of them the text is that of the page.
///
/// In the others a tag that nobody closes is text here (158), and the words of the text look like
/// the address that stands after a link (521). In seven a tag has the name of no element of HTML, and
/// is kept as text because in articles and transcripts it is one, such as `<inaudible>` (150, 164,
/// 203, 526, 616, 617, 625); in one a star between digits is kept, which means to multiply (358).
const SAME_TEXT: usize = 387;
/// In how many of them the kinds are those of the page as well.
///
/// In three more a heading of the third level is the headline, because the text begins with it.
const SAME_KINDS: usize = 384;

/// The values of an attribute in a page that a program wrote.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let sign = format!(" {attribute}=\"");
    let values = html.split(&sign).skip(1).filter_map(|it| it.split('"').next());
    values.map(|it| bare(&decoded(it))).collect()
}

/// A text with the characters that references in it mean.
fn decoded(text: &str) -> String {
    let pairs = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// An address with its escaped bytes as characters.
fn unescaped(address: &str) -> String {
    let (mut bytes, mut at) = (Vec::new(), 0);
    while let Some(byte) = address.as_bytes().get(at) {
        let escaped = address.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let escaped = escaped.and_then(|it| u8::from_str_radix(it, 16).ok());
        bytes.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The kept text without captions and addresses, which a page does not show.
fn text_of(imported: &ImportedText, html: &str) -> String {
    let kept = imported.kept().filter(|it| it.kind != Kind::Caption);
    let mut text = bare(&kept.map(|it| it.lines.concat()).collect::<String>());
    for address in values(html, "href") {
        for address in [unescaped(&address), address] {
            text = text.replacen(&format!("({})", bare(&address)), "", 1);
        }
    }
    text
}

fn kinds(imported: &ImportedText) -> Vec<Kind> {
    imported.kept().map(|it| it.kind).filter(|it| *it != Kind::Caption).collect()
}

#[test]
fn examples_of_commonmark_are_read_as_their_pages() {
    let examples: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(EXAMPLES).unwrap()).unwrap();
    let (mut all, mut same_text, mut same_kinds) = (0, 0, 0);
    for example in examples.as_array().unwrap() {
        all += 1;
        let (markdown, html) =
            (example["markdown"].as_str().unwrap(), example["html"].as_str().unwrap());
        let (ours, page) = (read_markdown(markdown), read_html(html));
        let page_text = bare(&page.kept().map(|it| it.lines.concat()).collect::<String>());
        let (is_same, are_kinds) =
            (text_of(&ours, html) == page_text, kinds(&ours) == kinds(&page));
        same_text += usize::from(is_same);
        same_kinds += usize::from(is_same && are_kinds);
        if !is_same || !are_kinds {
            println!("{} {markdown:?}\n  {html:?}", example["example"]);
            println!("  {:?}\n  {:?}", ours.blocks, page.blocks);
        }
        let captions: String = ours.kept().flat_map(|it| &it.lines).map(|it| bare(it)).collect();
        // A link in a description is followed by its address there, too.
        for description in values(html, "alt").iter().filter(|it| !it.contains('[')) {
            assert!(captions.contains(description), "{markdown:?}: {description}");
        }
    }
    println!("{same_text} of {all} texts and {same_kinds} of the kinds are the same");
    assert_eq!(all, ALL);
    assert!(same_text >= SAME_TEXT, "{same_text} texts");
    assert!(same_kinds >= SAME_KINDS, "{same_kinds} kinds");
}

#[test]
fn hostile_markdown_is_read_as_lines() {
    let payloads = payloads();
    for text in &payloads {
        for text in
            [text.clone(), format!("# a\n\n> {text}\n\n| {text} |\n|-|\n\n![{text}]({text})")]
        {
            let imported = read_markdown(&text);
            for line in imported.blocks.iter().flat_map(|block| &block.lines) {
                assert_eq!(lines(line).count(), 1, "{text:?}");
                assert!(!line.trim().is_empty() && line.trim_end() == line, "{text:?}");
            }
            assert!(imported.blocks.iter().all(|block| !block.lines.is_empty()), "{text:?}");
        }
    }
}
