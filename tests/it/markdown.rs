//! Notes in Markdown: what is shown, and what is never let through.

use claimlight::app::view::markdown::{Element, Node, read, safe_address};

/// A note as a line, each element in brackets.
fn show(nodes: &[Node]) -> String {
    let show_one = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Code(text) => format!("`{text}`"),
        Node::Break => "/".to_owned(),
        Node::Rule => "----".to_owned(),
        Node::Element(element, nodes) => {
            let name = match element {
                Element::Link(address) => format!("a={address}"),
                Element::NumberedList(first) => format!("ol={first}"),
                Element::Paragraph => "p".to_owned(),
                Element::Heading => "h".to_owned(),
                Element::Emphasis => "em".to_owned(),
                Element::Strong => "strong".to_owned(),
                Element::Strikethrough => "s".to_owned(),
                Element::Quotation => "q".to_owned(),
                Element::CodeBlock => "pre".to_owned(),
                Element::List => "ul".to_owned(),
                Element::Item => "li".to_owned(),
            };
            format!("({name} {})", show(nodes))
        }
    };
    nodes.iter().map(show_one).collect()
}

#[track_caller]
fn check(note: &str, expected: &str) {
    assert_eq!(show(&read(note)), expected);
}

#[test]
fn an_empty_note_is_nothing() {
    check("", "");
    check(" \n\n", "");
}

#[test]
fn what_notes_are_made_of_is_shown() {
    check("a *b* **c** ~~d~~ `e`", "(p a (em b) (strong c) (s d) `e`)");
    check("# a\n\nb\nc", "(h a)(p b/c)");
    check("> a\n\n---", "(q (p a))----");
    check("- a\n- b", "(ul (li a)(li b))");
    check("3. a\n4. b", "(ol=3 (li a)(li b))");
    check("```\nx < y\n```", "(pre x < y\n)");
}

#[test]
fn html_is_shown_as_it_was_written() {
    check("a <b onclick=x>c</b>", "(p a <b onclick=x>c</b>)");
    check("<script>alert(1)</script>", "(p <script>alert(1)</script>)");
    check("<img src=x onerror=alert(1)>", "(p <img src=x onerror=alert(1)>)");
    check("<!-- a -->\n\n<style>*{}</style>", "(p <!-- a -->\n)(p <style>*{}</style>)");
}

#[test]
fn links_lead_to_the_web_or_a_mailbox() {
    check("[a](https://example.org/?b=1)", "(p (a=https://example.org/?b=1 a))");
    check("<https://example.org>", "(p (a=https://example.org https://example.org))");
    check("[a](mailto:a@example.org)", "(p (a=mailto:a@example.org a))");
    check("[a](HTTP://example.org)", "(p (a=HTTP://example.org a))");
}

#[test]
fn links_that_lead_elsewhere_are_only_their_words() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#x6a;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "//example.org",
        "/x",
        "#x",
        "https:example.org",
    ] {
        check(&format!("[a]({address})"), "(p a)");
        check(&format!("[a]\n\n[a]: {address}"), "(p a)");
    }
    check("![a](https://example.org/a.png)", "(p a)");
    check("<javascript:alert(1)>", "(p javascript:alert(1))");
}

#[test]
fn an_address_with_spaces_or_controls_is_refused() {
    for address in [
        "https://exa mple.org",
        "https://e\u{0}.org",
        " https://e.org",
        "https://e.org\n",
        "https://",
        "mailto:",
        "",
        "https:/e.org",
        "\u{a0}https://e.org",
    ] {
        assert_eq!(safe_address(address), None, "{address:?}");
    }
    assert_eq!(safe_address("https://例え.jp/א"), Some("https://例え.jp/א"));
}

fn depth(nodes: &[Node]) -> usize {
    let depth_of = |node: &Node| match node {
        Node::Element(_, nodes) => 1 + depth(nodes),
        Node::Text(_) | Node::Code(_) | Node::Break | Node::Rule => 0,
    };
    nodes.iter().map(depth_of).max().unwrap_or(0)
}

#[test]
fn a_note_that_nests_without_end_is_shown_flat() {
    for bomb in [
        ">".repeat(10_000),
        format!("{}a", "> ".repeat(10_000)),
        format!("{}a", "- ".repeat(10_000)),
        format!("{}a{}", "*".repeat(10_000), "*".repeat(10_000)),
        format!("{}a{}", "[".repeat(10_000), "](https://e.org)".repeat(10_000)),
    ] {
        assert!(depth(&read(&bomb)) <= 24);
    }
    check(&format!("{}a", "> ".repeat(3)), "(q (q (q (p a))))");
}

#[test]
fn a_note_of_a_hundred_thousand_characters_is_shown_whole() {
    let note = "Rents rose. ".repeat(8400);
    assert!(note.len() > 100_000);
    check(&note, &format!("(p {})", note.trim_end()));
}

#[test]
fn hebrew_emoji_and_accents_are_kept() {
    check("*שלום* 👩‍👩‍👧‍👦 Cafe\u{301}", "(p (em שלום) 👩‍👩‍👧‍👦 Cafe\u{301})");
}

/// The words of a note as they are shown.
fn words_of(nodes: &[Node]) -> String {
    let words = |node: &Node| match node {
        Node::Text(text) | Node::Code(text) => text.clone(),
        Node::Break | Node::Rule => String::new(),
        Node::Element(_, nodes) => words_of(nodes),
    };
    nodes.iter().map(words).collect()
}

/// How deep pieces stand in each other, and the addresses that are linked to.
fn links_of(nodes: &[Node], links: &mut Vec<String>) -> usize {
    let inside = nodes.iter().map(|node| match node {
        Node::Text(_) | Node::Code(_) | Node::Break | Node::Rule => 0,
        Node::Element(element, nodes) => {
            if let Element::Link(address) = element {
                links.push(address.clone());
            }
            links_of(nodes, links)
        }
    });
    1 + inside.max().unwrap_or(0)
}

/// The words of the page that an example becomes.
fn words_of_page(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words += part.split_once('>').map_or(part, |(_, words)| words);
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(words, |words, (entity, sign)| words.replace(entity, sign))
}

#[test]
fn notes_say_what_the_examples_of_commonmark_say() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/corpora/commonmark/spec-tests.json");
    let examples: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let (mut all, mut other) = (0, Vec::new());
    for example in examples.as_array().unwrap() {
        let (note, html) =
            (example["markdown"].as_str().unwrap(), example["html"].as_str().unwrap());
        // HTML is shown as it was written, and pictures are their descriptions.
        if note.contains('<') || html.contains("<img") {
            continue;
        }
        all += 1;
        let bare = |text: &str| -> String { text.split_whitespace().collect() };
        if bare(&words_of(&read(note))) != bare(&words_of_page(html)) {
            other.push((example["example"].clone(), note.to_owned()));
        }
    }
    println!("{} of {all} examples; not: {other:#?}", all - other.len());
    assert!(all > 300, "{all}");
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn no_payload_in_a_note_is_more_than_words_and_safe_links() {
    for payload in crate::import_html_corpora::payloads() {
        for note in
            [payload.clone(), format!("[a]({payload})"), format!("> - {payload}\n\n<{payload}>")]
        {
            let mut links = Vec::new();
            assert!(links_of(&read(&note), &mut links) < 30, "{note:?}");
            for link in links {
                assert_eq!(safe_address(&link), Some(link.as_str()), "{note:?}");
                let scheme = link.split(':').next().unwrap().to_ascii_lowercase();
                assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{note:?}");
            }
        }
    }
}
