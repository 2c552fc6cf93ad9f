//! Markdown becomes the passages that the readers of its page see.

use std::time::{Duration, Instant};

use claimlight::{
    article::Kind,
    import::{
        Disposition, ImportNote, ImportRequest, ImportedText, ReadMode, SourceFormat, import_text,
        read_markdown,
    },
};

use crate::import_html::shown;

#[track_caller]
fn check(markdown: &str, blocks: &[&str]) {
    assert_eq!(shown(&read_markdown(markdown)), blocks, "{markdown}");
}

#[test]
fn what_only_looks_like_markup_stays_as_it_was_typed() {
    check(
        "He said <inaudible> and x<y>z, <applause from all>.",
        &["paragraph He said <inaudible> and x<y>z, <applause from all>."],
    );
    check(
        "<crosstalk>\nNo.\n\n<b>a</b><BR/>b",
        &["paragraph <crosstalk> No.", "paragraph a", "paragraph b"],
    );
    check(
        "2*3*4 and 5*6*7, 2**3**4, 5*6, a*; *a* b*c*d **1**",
        &["paragraph 2*3*4 and 5*6*7, 2**3**4, 5*6, a*; a bcd 1"],
    );
}

#[test]
fn what_only_the_writer_of_a_text_sees_is_hidden() {
    check(
        "a <!-- not *yet* checked --> b\n\n<!-- and\nthis -->\n\n[c](https://a.org \"Why\") d <!---->",
        &[
            "paragraph a b",
            "hidden paragraph not *yet* checked",
            "hidden paragraph and this",
            "paragraph c (https://a.org) d",
            "hidden paragraph Why",
        ],
    );
}

#[test]
fn empty_cells_and_numbers_of_items_stay() {
    check(
        "|Year|Oil|Gas|\n|-|-|-|\n|2024||120|",
        &["other Year | Oil | Gas", "other 2024 | | 120"],
    );
    check("5. Fifth question\n6. Sixth", &["list-item 5. Fifth question", "list-item 6. Sixth"]);
}

#[test]
fn blocks_of_markdown_become_passages_of_their_kinds() {
    check(
        "# Taxes fell\n\nBy Jane Doe\n\nThey *fell* in\nMay.\n\n## Why\n\n### How\n\n> She said\n> \
         so.\n>\n> Twice.\n\n- one\n- two\n  1. three\n\n  four\n",
        &[
            "headline Taxes fell",
            "byline By Jane Doe",
            "paragraph They fell in May.",
            "subheading Why",
            "subheading How",
            "quotation She said so.",
            "quotation Twice.",
            "list-item one",
            "list-item two",
            "list-item 1. three",
            "list-item four",
        ],
    );
    check(
        "Taxes\nfell\n===\n\na\n\nb\n---\n",
        &["headline Taxes fell", "paragraph a", "subheading b"],
    );
    check(
        "a\\\nb  \nc\n\n***\n\nRead more: Taxes",
        &["paragraph a", "paragraph b", "paragraph c", "promo Read more: Taxes"],
    );
    check("", &[]);
}

#[test]
fn only_a_heading_before_all_text_is_a_headline_where_there_is_none_of_the_first_level() {
    check("## a\n\nb.\n\n## c", &["headline a", "paragraph b.", "subheading c"]);
    check("#### a\n\nb.\n\n##### c", &["headline a", "paragraph b.", "subheading c"]);
    check("b.\n\n#### a\n\n#### c", &["paragraph b.", "subheading a", "subheading c"]);
    check("### a\n\n# b", &["subheading a", "headline b"]);
    check("# a\n\n# b", &["headline a", "subheading b"]);
}

#[test]
fn code_is_kept_as_it_is_written() {
    check(
        "Set `a  <b>` so:\n\n```rust\nfn a() {\n\n    b &amp; \"c\" <i>\n}\n```\n\n    d *e*\n",
        &[
            "paragraph Set a <b> so:",
            "paragraph fn a() {",
            "paragraph     b &amp; \"c\" <i>",
            "paragraph }",
            "paragraph d *e*",
        ],
    );
}

#[test]
fn the_address_of_a_link_stands_after_its_words() {
    check(
        "A [report](https://example.org/a?b=1&c \"Title\") by [*Jane*][j].\n\n[j]: mailto:jane@example.org",
        &[
            "paragraph A report (https://example.org/a?b=1&c) by Jane (mailto:jane@example.org).",
            "hidden paragraph Title",
        ],
    );
    check(
        "<https://a.org> <jane@a.org> [https://a.org](https://a.org) [a.org](https://a.org/) [b]()",
        &["paragraph https://a.org jane@a.org https://a.org a.org b"],
    );
    check(
        "[a](javascript:alert(1)) [b](/b) [c](#c) [](https://d.org)",
        &["paragraph a (javascript:alert(1)) b (/b) c (#c) (https://d.org)"],
    );
    check(
        "[Read more about taxes](https://a.org)",
        &["promo Read more about taxes (https://a.org)"],
    );
}

#[test]
fn a_picture_is_a_caption_after_the_block_that_it_stands_in() {
    check(
        "A ![bridge *at* night](b.jpg \"The bridge\") b.",
        &["paragraph A b.", "caption bridge at night – The bridge (b.jpg)"],
    );
    check("![a](b.jpg \"a\") ![](c.jpg \"d\")", &["caption a (b.jpg)", "caption d (c.jpg)"]);
    check("![](b.jpg)", &["caption (b.jpg)"]);
    check("![a](data:image/png;base64,AAAA)", &["caption a (data:image/png)"]);
    check(
        "[![Build](https://a.org/b.svg)](https://a.org)\n\n- a ![b](c)\n  - d",
        &[
            "caption Build (https://a.org/b.svg) (https://a.org)",
            "list-item a",
            "caption b (c)",
            "list-item d",
        ],
    );
    check("![a ![b](c) [d](e)](f)", &["caption b (c)", "caption a b d (e) (f)"]);
    check("|a|b|\n|-|-|\n|c ![d](e)|f|", &["other a | b", "other c | f", "caption d (e)"]);
}

#[test]
fn rows_of_a_table_are_lines() {
    let table = "| Year | Rate |\n|:-----|-----:|\n| 1990 | **7** % |\n| 2000 | a \\| b |\n";
    check(table, &["other Year | Rate", "other 1990 | 7 %", "other 2000 | a | b"]);
    assert_eq!(read_markdown(table).notes, [ImportNote::Table(3)]);
}

#[test]
fn footnotes_stand_at_the_end_by_their_numbers() {
    check(
        "A.[^b] B.[^a]\n\n[^a]: First *words*.\n\n    - More.\n\n[^b]: Second.\n\n[^c]: Third.\n\nC[^d].",
        &[
            "paragraph A.[1] B.[2]",
            "paragraph C[^d].",
            "other [1] Second.",
            "other [2] First words.",
            "other More.",
            "other [3] Third.",
        ],
    );
}

#[test]
fn html_in_markdown_is_read_as_html() {
    let text = "A<br>b <span hidden>c</span> <b>d</b>&nbsp;e\n\n<div class=x>\n\n*f*\n\n</div>\n\n\
                <table><tr><td>g<td>h</table>\n\n<script>\ni\n\n# j\n</script>\n\nk <script>l</script> m\n\n\
                <!-- n -->\n\n<details><summary>o</summary>\n\np\n\n</details>";
    let imported = read_markdown(text);
    assert_eq!(
        shown(&imported),
        [
            "paragraph A",
            "paragraph b d\u{a0}e",
            "hidden paragraph c",
            "paragraph f",
            "other g | h",
            "paragraph k m",
            "hidden paragraph n",
            "paragraph o",
            "paragraph p",
        ]
    );
    assert_eq!(imported.notes, [ImportNote::Table(1), ImportNote::Scripts(2)]);
}

#[test]
fn html_that_nobody_closed_takes_nothing_of_the_text_after_it() {
    for html in [
        "<!-- a",
        "<script>a",
        "<script><!--<script>a</script>",
        "<style>\na",
        "<title>a",
        "<textarea>a",
        "<iframe>a",
        "<plaintext>a",
        "<plaintext>a</plaintext>",
        "<div a",
        "<div a=\"",
        "<div a='>",
        "<?a",
        "<!A a",
        "</div a",
        "<frameset>a",
        "b <script>a",
        "b <style>a</script>",
        "b <script>a <title>a</title>",
        "b <xmp>a <xmp>a</xmp> <xmp>a",
        "b <plaintext>a</plaintext>",
        "b <noscript>a</noscript>",
        "|<title>|a|\n|-|-|\n|a|a|",
    ] {
        let imported = read_markdown(&format!("> {}\n\nzebra", html.replace('\n', "\n> ")));
        let intakes = [imported, read_markdown(&format!("* {html}\n\n[^1]\n\nzebra\n\n[^1]: a"))];
        for imported in intakes {
            let is_zebra = |it: &&_| {
                *it == "paragraph zebra" || *it == "quotation zebra" || *it == "list-item zebra"
            };
            assert!(
                shown(&imported).iter().map(String::as_str).any(|it| is_zebra(&it)),
                "{html}: {:?}",
                shown(&imported)
            );
        }
    }
    check("a <title>b **c**", &["paragraph a <title>b c"]);
    check("<div a\n\nb", &["paragraph <div a", "paragraph b"]);
}

#[test]
fn the_lines_before_a_text_are_its_details() {
    let imported = read_markdown(
        "---\r\ntitle: \"Taxes: they \\\"fell\\\"\"\r\nauthors:\r\n  - Jane Doe\r\n  - 'O''Brien'\r\n\
         date: 2026-01-02\r\nlang: en-GB\r\nurl: /taxes\r\nsource: https://a.org/b\r\n# kept\r\n\
         tags: [tax, money]\r\nsummary: >\r\n  What happened\r\n  to taxes.\r\n---\r\n\r\nThey fell.\r\n",
    );
    assert_eq!(imported.title.as_deref(), Some("Taxes: they \"fell\""));
    assert_eq!(imported.byline.as_deref(), Some("Jane Doe, O'Brien"));
    assert_eq!(imported.published.as_deref(), Some("2026-01-02"));
    assert_eq!(imported.language.as_deref(), Some("en-GB"));
    assert_eq!(imported.source.as_deref(), Some("https://a.org/b"));
    assert_eq!(
        shown(&imported),
        [
            "around other url: /taxes",
            "around other # kept",
            "around other tags: [tax, money]",
            "around other summary: >",
            "around other What happened",
            "around other to taxes.",
            "paragraph They fell.",
        ]
    );
    let imported = read_markdown(
        "+++\ntitle = 'A'\nauthor = [\"B\", \"C\"]\ndate = 2026-01-02T03:04:05Z\n[params]\ntitle = 'D'\n+++\ne",
    );
    assert_eq!(imported.title.as_deref(), Some("A"));
    assert_eq!(imported.byline.as_deref(), Some("B, C"));
    assert_eq!(imported.published.as_deref(), Some("2026-01-02T03:04:05Z"));
    assert_eq!(
        shown(&imported),
        ["around other [params]", "around other title = 'D'", "paragraph e"]
    );
}

#[test]
fn what_does_not_fit_a_detail_is_kept_as_it_stands() {
    check(
        "---\ntitle: a\n  b\ntitle: c\ntitle: d\nlang: English\nauthor:\n  - name: e\nsource: Reuters\n---\n",
        &[
            "around other title: a",
            "around other b",
            "around other title: d",
            "around other lang: English",
            "around other author:",
            "around other - name: e",
            "around other source: Reuters",
        ],
    );
    for text in [
        "---\na: b\n",
        "---\na: b\nOnly words\n---\n",
        "---\n\n---\n",
        "---\nTo: be\n\nor not.\n---\n",
        "+++\na: b\n+++",
    ] {
        let imported = read_markdown(text);
        assert!(imported.blocks.iter().all(|it| it.disposition == Disposition::Included), "{text}");
    }
}

#[test]
fn characters_that_no_text_may_have_are_told_of() {
    let imported = read_markdown("\u{feff}# a\0b\n\nc\u{2028}d");
    assert_eq!(shown(&imported), ["headline a\u{fffd}b", "paragraph c", "paragraph d"]);
    assert_eq!(imported.notes, [ImportNote::ByteOrderMark, ImportNote::ReplacedChars(1)]);
}

fn source_format(name: Option<&str>, text: &str) -> SourceFormat {
    let name = name.map(str::to_owned);
    let given =
        ImportRequest { name, text: text.to_owned(), is_html: false, how: ReadMode::Structured };
    import_text(&given, None, &mut |_| {}).source_format
}

#[test]
fn markdown_is_known_by_the_name_of_its_file_or_by_several_signs() {
    for name in ["a.md", "A.MD", "a.b.markdown", "a.mkd", "a.mdown"] {
        assert_eq!(source_format(Some(name), "words"), SourceFormat::Markdown, "{name}");
    }
    let surely = [
        "# Taxes\n\nThey **fell** in May.",
        "A [report](https://a.org) and **words**",
        "## Table\n\n| a | b |\n|---|---|\n| c | d |",
        "```\na\n```\n\nSee [the page](/page).",
        "![a](b.png)\n\n[c](https://d.org)",
        "---\ntitle: Taxes\n---\n\nThey fell.",
        "# See [it][1]\n\n[1]: https://a.org",
    ];
    for text in surely {
        assert_eq!(source_format(None, text), SourceFormat::Markdown, "{text}");
        assert_eq!(source_format(Some("a.txt"), text), SourceFormat::Markdown, "{text}");
        assert_eq!(source_format(Some("a.log"), text), SourceFormat::Plain, "{text}");
    }
    let plain = [
        "Taxes fell\n\nThey fell in May.\n\n- one\n- two\n\n1. three\n> four\n> five",
        "From: a@b.org\nSubject: Taxes\n\n> They fell.\n\n-- \nJane\n*bold* _words_",
        "#!/bin/sh\n# a comment\n## another\necho \"$a\" | grep b",
        "#taxes #fell **\n** * **",
        "Title\n=====\n\nSub\n---\n\n[1]: https://a.org",
        "2 ** 3 ** 4 and a[0](1)\n# total",
        "a | b\n--+--\nc | d",
        "---\nTaxes fell.\n---\n",
        "See [1] (https://a.org) and `code`.\n***\nMore.",
    ];
    for text in plain {
        assert_eq!(source_format(None, text), SourceFormat::Plain, "{text}");
    }
    assert_eq!(source_format(None, "<!doctype html><p># a **b**"), SourceFormat::Html);
}

/// What makes parsers slow or overflow the stack when a line repeats it.
const SIGNS: [&str; 28] = [
    ">",
    "> ",
    "- ",
    "1. ",
    "[",
    "![",
    "[a](",
    "![a](",
    "*",
    "*a **",
    "_a__",
    "~~a ",
    "`a ``",
    "<a ",
    "<!--",
    "<?",
    "<![CDATA[",
    "b <script>",
    "b </script><script>",
    "&",
    "\\",
    "[^1]",
    "[^1]: ",
    "|",
    "#",
    "<div>",
    "<b>",
    "[a](b)",
];
/// What does when it is the lines of a text.
const LINES: [&str; 13] = [
    "\n",
    ">\n",
    "- a\n",
    "a\n",
    "|a|b|\n|-|-|\n",
    "# a\n",
    "![a](b)\n\n",
    "[^a]: b\n\n",
    "[a]: b\n",
    "<script>\n",
    "<p a='\n\n",
    "```\n",
    "---\n",
];

/// Texts made of these, and others; each ends with a word that has an x.
fn hard_texts() -> Vec<String> {
    let growing = |sign: &str| {
        let line = |all: String, at| all + &sign.repeat(at) + "a\n";
        (1..500).fold(String::new(), line) + "\n\nx"
    };
    let notes = |note: fn(usize) -> String| (0..50_000).map(note).collect::<String>() + "x";
    let signs = SIGNS.iter().map(|sign| sign.repeat(100_000) + "x");
    let lines = LINES.iter().map(|line| line.repeat(100_000) + "\n\nx");
    let others = [
        growing(" "),
        growing("> "),
        growing("- "),
        growing("`"),
        "---\n".to_owned() + &"a: b\n".repeat(100_000) + "---\n\nx",
        "---\na:\n".to_owned() + &"- b\n".repeat(100_000) + "---\n\nx",
        notes(|at| format!("[^{at}] [^{at}]: a\n\n")),
        notes(|at| format!("[^{at}]\n\n[^{at}]: a\n\n")),
    ];
    signs.chain(lines).chain(others).collect()
}

/// Reading them only has to end, and to keep the text.
#[test]
fn hard_markdown_is_read_to_the_end() {
    for text in hard_texts() {
        let start: String = text.chars().take(12).collect();
        let began = Instant::now();
        let imported = read_markdown(&text);
        let took = began.elapsed();
        assert!(took < Duration::from_mins(5), "{took:?}: {start}");
        assert!(imported.blocks.iter().any(|it| it.text().contains('x')), "{start}");
    }
    let long = "word ".repeat(2_000_000);
    assert_eq!(read_markdown(&long).blocks[0].text(), long.trim_end());
    assert_eq!(read_markdown(&"\n".repeat(1_000_000)), ImportedText::default());
}

#[test]
fn a_text_is_read_in_a_time_that_grows_with_it() {
    let part = "## A heading\n\nSome *words* and a [link](https://example.org/a) here.\n\n> And \
                more\n> of them.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n";
    let imported = read_markdown(&part.repeat(1_000));
    assert_eq!(imported.kept().count(), 7_000);
    assert_eq!(imported.kept().filter(|it| it.kind == Kind::Quotation).count(), 1_000);
    let took = |times: usize| {
        let text = part.repeat(times);
        let began = Instant::now();
        assert_eq!(read_markdown(&text).blocks.len(), times * 7);
        began.elapsed()
    };
    let (once, eightfold) = (took(1_000), took(8_000));
    println!("{once:?} and {eightfold:?}");
    assert!(eightfold < once * 24, "{once:?} and {eightfold:?}");
}

#[test]
fn what_is_struck_in_markdown_is_left_out_and_listed() {
    check(
        "He ~~was convicted~~ is charged.",
        &["paragraph He is charged.", "struck paragraph was convicted"],
    );
    check("![a ~~b~~](c)", &["caption a b (c)"]);
}
