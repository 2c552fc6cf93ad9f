//! HTML becomes the passages that its readers see, and what they do not see stays beside them.

use claimlight::{
    article::Kind,
    import::{Disposition, ImportNote, ImportedBlock, ImportedText, read_html},
};

/// Each passage as `kind text`, with its fate before it where it is left out.
pub(crate) fn shown(imported: &ImportedText) -> Vec<String> {
    let line = |block: &ImportedBlock| {
        let disposition = match block.disposition {
            Disposition::Included => "",
            Disposition::StruckThrough => "struck ",
            Disposition::Hidden => "hidden ",
            Disposition::Boilerplate => "around ",
        };
        format!("{disposition}{} {}", block.kind.name(), block.lines.join("/"))
    };
    imported.blocks.iter().map(line).collect()
}

#[track_caller]
fn check(html: &str, blocks: &[&str]) {
    assert_eq!(shown(&read_html(html)), blocks, "{html}");
}

/// A text that is long enough to be an article.
fn body() -> String {
    "<p>The council met on Tuesday and agreed on a budget for the coming year.</p>".repeat(5)
}

fn kept(imported: &ImportedText) -> Vec<&ImportedBlock> {
    imported.blocks.iter().filter(|it| it.disposition == Disposition::Included).collect()
}

#[test]
fn blocks_of_html_become_passages_of_their_kinds() {
    check(
        "<h1>Taxes fell</h1><h2>Why</h2><h3>How</h3>",
        &["headline Taxes fell", "subheading Why", "subheading How"],
    );
    check("<h1>One</h1><p>a.</p><h1>Two</h1>", &["headline One", "paragraph a.", "subheading Two"]);
    check(
        "<p>a</p>b<div>c<p>d</p>e</div>",
        &["paragraph a", "paragraph b", "paragraph c", "paragraph d", "paragraph e"],
    );
    check(
        "<blockquote>a<p>b</p><ul><li>c</ul><footer>d</footer></blockquote>",
        &["quotation a", "quotation b", "quotation c", "quotation d"],
    );
    check(
        "<ol><li>a<ul><li>b</ul>c<li><p>d</p></ol>",
        &["list-item 1. a", "list-item b", "list-item c", "list-item 2. d"],
    );
    check(
        "<figure><img alt='no text'><figcaption>A <b>bridge</b></figcaption></figure>",
        &["caption A bridge"],
    );
}

#[test]
fn without_a_first_heading_the_title_is_one_before_all_text() {
    check(
        "<p>Politics</p><h2>Taxes fell</h2><p>a.</p><h2>b</h2>",
        &["other Politics", "headline Taxes fell", "paragraph a.", "subheading b"],
    );
    check("<p>In the middle.</p><h2>Why</h2>", &["paragraph In the middle.", "subheading Why"]);
    check("<p class=MsoTitle>Taxes fell</p><p>a.</p>", &["headline Taxes fell", "paragraph a."]);
}

#[test]
fn white_space_collapses_as_browsers_collapse_it() {
    check("<p> a \n b<b> c </b> d\u{a0} e<i>f</i> </p>", &["paragraph a b c d\u{a0} ef"]);
    check("<p>\u{a0}</p><p> <br> \n</p>", &[]);
    check("<p>a<!-- no -->b<wbr>c</p>", &["paragraph abc"]);
}

#[test]
fn line_breaks_of_the_source_end_passages_but_not_headings() {
    check("<p>a<br>b<br><br> c</p>", &["paragraph a", "paragraph b", "paragraph c"]);
    check("<h1>Taxes<br> fell</h1>", &["headline Taxes/fell"]);
    check(
        "<p>a\u{2028}b\u{85}c\u{b}d&#x2029;e</p>",
        &["paragraph a", "paragraph b", "paragraph c", "paragraph d", "paragraph e"],
    );
    check(
        "<pre>\n  a  b  \n\n\tc\u{2028}d</pre>",
        &["paragraph   a  b", "paragraph \tc", "paragraph d"],
    );
    check(
        "<div style='white-space: pre-wrap'>a\n  b<p style='white-space:normal'>c\nd</div>",
        &["paragraph a", "paragraph   b", "paragraph c d"],
    );
}

#[test]
fn tables_become_rows_unless_they_are_layout() {
    let table = "<table><caption>Tax</caption><tr><th>Year<th>Rate<tr><td><p>1990</p><td>7<br>%\
                 <td> <tr><td>Total</table>";
    let rows = ["caption Tax", "other Year | Rate", "other 1990 | 7 %", "paragraph Total"];
    check(table, &rows);
    assert_eq!(read_html(table).notes, [ImportNote::Table(3)]);
    let layout = "<table><tr><td>Menu<td><h1>Taxes fell</h1><p>a</p><p>b</p></table>";
    check(layout, &["other Menu", "headline Taxes fell", "paragraph a", "paragraph b"]);
    assert_eq!(read_html(layout).notes, []);
    check("<table><tr><td>a<tr><td>b</table>", &["paragraph a", "paragraph b"]);
    check("<table><tr><td>a<td hidden>b<td>c</table>", &["other a | c", "hidden paragraph b"]);
}

#[test]
fn cells_keep_their_place_in_a_row() {
    let rows = |rows: &str, lines: &[&str]| check(&format!("<table>{rows}</table>"), lines);
    rows(
        "<tr><th>Year<th>Oil<th>Gas<tr><td>2024<td>&nbsp;<td>120<tr><td>2025<td>7<td>",
        &["other Year | Oil | Gas", "other 2024 | | 120", "other 2025 | 7"],
    );
    rows(
        "<tr><td><th>2024<th>2025<tr><th>Rent<td>4<td>5<tr><td><td><td>9",
        &["other | 2024 | 2025", "other Rent | 4 | 5", "other | | 9"],
    );
    rows("<tr><td><td>Words alone.<td><tr><td><td>", &["paragraph Words alone."]);
    rows(
        "<tr><th rowspan=2>North<td>2024<td>4<tr><td>2025<td>5<tr><th>South<td>2024<td>6",
        &["other North | 2024 | 4", "other North | 2025 | 5", "other South | 2024 | 6"],
    );
    rows(
        "<tr><td><th colspan=2>2024<th>2025<tr><th>Rent<td>4<td rowspan=2>5<td>6<tr><td>Gas<td>7",
        &["other | 2024 | | 2025", "other Rent | 4 | 5 | 6", "other Gas | 7 | 5"],
    );
    let rows = "<tr><td rowspan=65534 colspan=9999999999>North<td>x".repeat(3_000);
    let read = read_html(&format!("<table>{rows}</table>"));
    assert!(read.blocks.iter().all(|it| it.text().len() < 20_000));
}

#[test]
fn quotations_in_a_line_have_the_marks_that_browsers_show() {
    check(
        "<p>He said <q>it was <q>fine</q> then</q>.",
        &["paragraph He said “it was ‘fine’ then”."],
    );
    check("<p lang=de-AT>Er rief <q>nein</q>.", &["paragraph Er rief „nein“."]);
    check("<html lang=fr><p>Il dit <q>non</q>.", &["paragraph Il dit «\u{a0}non\u{a0}»."]);
    check("<p>He said <q> “no” </q>.<q></q>", &["paragraph He said “no” ."]);
    check("<p>a<q style='quotes: none'>b</q><q><p>c</q>", &["paragraph ab", "paragraph c"]);
    check("<p>a <q hidden>b</q>c", &["paragraph a c", "hidden paragraph “b”"]);
}

#[test]
fn items_of_ordered_lists_have_their_numbers() {
    let items = |html: &str, items: &[&str]| {
        let items: Vec<String> = items.iter().map(|it| format!("list-item {it}")).collect();
        assert_eq!(shown(&read_html(html)), items, "{html}");
    };
    items(
        "<ol start=5><li><p>Fifth<p>more<li value=9>b<li><b>c</b></ol>",
        &["5. Fifth", "more", "9. b", "10. c"],
    );
    items("<ol reversed><li>a<li><li>b<ul><li>c</ul></ol>", &["3. a", "1. b", "c"]);
    items(
        "<ol type=a start=26><li>x<li>y</ol><ol type=I start=4><li>z</ol>",
        &["z. x", "aa. y", "IV. z"],
    );
    items("<ol style='list-style: upper-alpha inside'><li>a<li type=i>b</ol>", &["A. a", "ii. b"]);
    items(
        "<ol style='list-style-type:none'><li>a</ol><ol class=breadcrumb><li>b</ol>",
        &["a", "b"],
    );
    items(
        "<ol><li>1. a<li>2) b<li><ol><li>c<li hidden></ol><li></ol>",
        &["1. a", "2) b", "3. 1. c"],
    );
    items("<ol start=-1><li>a<li>b<li>c</ol><li>d", &["-1. a", "0. b", "1. c", "d"]);
    check("<blockquote><ol><li>a</ol></blockquote>", &["quotation 1. a"]);
}

#[test]
fn pictures_among_words_are_read_as_what_they_stand_for() {
    check(
        "<p>We won <img class=emoji alt='🎉'> today, up <img alt='2.1%'> on the year \
         by <img alt='a third'> of all; <b>rent <img alt='€ 1,200'></b></p>",
        &["paragraph We won 🎉 today, up 2.1% on the year by a third of all; rent € 1,200"],
    );
    for alone in [
        "<p><img alt='A view of the river'> The river rose.</p>",
        "<p>The river <img alt='river'> rose.</p>",
        "<p>The <img alt='Jane Doe' width=300> river <img alt='7' width=1 height=1>rose.</p>",
        "<p>The <img alt='x' hidden> river <img alt=''> rose.</p>",
        "<p>The river rose.</p><p><a href=x><img alt='12'></a></p><div><img alt='🎉'></div>",
        "<p>The river rose.</p><figure><img alt='12'></figure>",
    ] {
        let kept: String = kept(&read_html(alone)).iter().map(|it| it.text()).collect();
        assert_eq!(kept, "The river rose.", "{alone}");
    }
}

#[test]
fn heads_of_newspapers_are_read_as_they_look() {
    check(
        "<h1>T</h1><div data-component=byline-block><time datetime=2026-03-01>1 March 2026</time>\
         <span>Katy <b>P</b>rice</span><span>Transport correspondent</span></div><p>a.",
        &["headline T", "byline 1 March 2026 Katy Price Transport correspondent", "paragraph a."],
    );
    check(
        "<h1>T</h1><p>By <a rel=author>Jane Doe</a><span>, Berlin</span>",
        &["headline T", "byline By Jane Doe, Berlin"],
    );
    for standfirst in
        ["<div data-gu-name=standfirst><p>It rose.</p></div>", "<p id=article-summary>It rose.</p>"]
    {
        check(
            &format!("<h1>T</h1>{standfirst}<p>a."),
            &["headline T", "standfirst It rose.", "paragraph a."],
        );
    }
    let named = "<meta property='og:site_name' content=' The  Paper '><p>a";
    assert_eq!(read_html(named).publication.as_deref(), Some("The Paper"));
}

#[test]
fn who_wrote_the_article_is_a_byline() {
    check(
        "<h1>T</h1><div class='ArticleByline-x1'>Jane Doe</div>",
        &["headline T", "byline Jane Doe"],
    );
    check("<h1>T</h1><p>By <a rel=author>Jane Doe</a></p>", &["headline T", "byline By Jane Doe"]);
    check("<h1>T</h1><p itemprop=author>Jane Doe</p>", &["headline T", "byline Jane Doe"]);
    check("<h1>T</h1><p>By Jane Doe</p>", &["headline T", "byline By Jane Doe"]);
    check(
        "<p class=author-bio>Jane Doe writes on taxes.</p>",
        &["paragraph Jane Doe writes on taxes."],
    );
    let page = format!("<body class='author-jane'>{}<p>Short</p></body>", body());
    assert!(read_html(&page).blocks.iter().all(|it| it.kind == Kind::Paragraph));
}

#[test]
fn a_standfirst_stands_after_the_headline() {
    check(
        "<h1>T</h1><p class=byline>Jane</p><h2 class='c-dek'>a</h2><p>b</p>",
        &["headline T", "byline Jane", "standfirst a", "paragraph b"],
    );
    check(
        "<h1>T</h1><p>b</p><p class=summary>a</p>",
        &["headline T", "paragraph b", "paragraph a"],
    );
}

#[test]
fn what_sends_readers_elsewhere_is_a_promo() {
    check(
        "<p>Read more: Taxes</p><p><a href=x>Read more about taxes</a></p>",
        &["promo Read more: Taxes", "promo Read more about taxes"],
    );
    check(
        "<p>Read more about <a href=x>taxes</a></p><h3>Related stories</h3>",
        &["paragraph Read more about taxes", "promo Related stories"],
    );
}

#[test]
fn what_asks_for_readers_is_a_promo_and_what_edits_is_around() {
    for promo in [
        "skip past newsletter promotion",
        "After newsletter promotion",
        "Subscribe to our newsletter",
        "Thanks for reading! Subscribe for free to receive new posts and support my work.",
        "Share this post",
        "<a href='#comments'>1,204</a>",
        "<a href=c>12 comments</a>",
    ] {
        let read = read_html(&format!("<p>Rents rose.</p><p>{promo}</p><p>They fell.</p>"));
        assert_eq!(read.blocks[1].kind, Kind::Promo, "{promo}");
    }
    for text in
        ["1,204", "Thanks for reading all reports, the minister said.", "<a href=x>2,5 %</a>"]
    {
        let read = read_html(&format!("<p>Rents rose.</p><p>{text}</p><p>They fell.</p>"));
        assert_eq!(read.blocks[1].kind, Kind::Paragraph, "{text}");
    }
    check(
        "<h2>Why<span class='mw-editsection'>[<a href=e>edit</a>]</span></h2><p>a.",
        &["headline Why", "around subheading [edit]", "paragraph a."],
    );
    check(
        "<p>Rents<span class=MsoCommentReference><a href='#_msocom_1'>[JB1]</a></span> rose.</p>\
         <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Really?</div></div>",
        &["paragraph Rents rose.", "hidden paragraph [JB1]", "hidden paragraph Really?"],
    );
}

#[test]
fn the_head_of_a_mail_is_one_in_html_as_well() {
    let html = "<p class=MsoNormal><b>From:</b> Jane Doe &lt;jane@a.example&gt;<br><b>Sent:</b> Monday, \
         3 May 2026 10:00<br><b>To:</b> Ann<br><b>Subject:</b> Rents</p><p>Rents rose.</p>\
         <p>Note: they fell.</p><p><b>From:</b> Ann<br><b>Subject:</b> Re</p><p>No.";
    let kinds: Vec<Kind> = read_html(html).blocks.iter().map(|it| it.kind).collect();
    let (other, text) = (Kind::Other, Kind::Paragraph);
    assert_eq!(kinds, [other, other, other, other, text, text, other, other, text]);
    let read = read_html(html);
    assert_eq!(read.title.as_deref(), Some("Rents"));
    assert_eq!(read.byline.as_deref(), Some("Jane Doe"));
    assert_eq!(read.published.as_deref(), Some("Monday, 3 May 2026 10:00"));
}

#[test]
fn what_readers_cannot_see_is_hidden() {
    for attribute in [
        "hidden",
        "aria-hidden=true",
        "style='color:red; DISPLAY : None !important'",
        "style='visibility:hidden'",
    ] {
        let html = format!("<p>a <span {attribute}>b<p {attribute}>c<i>d</i></p>e</span>");
        assert!(shown(&read_html(&html)).contains(&"hidden paragraph b".to_owned()), "{html}");
        assert!(shown(&read_html(&html)).contains(&"hidden paragraph cd".to_owned()), "{html}");
    }
    check("<p>a <span hidden>b</span> c</p>", &["paragraph a c", "hidden paragraph b"]);
    check(
        "<template><p>a</p></template>b<noscript>c</noscript>",
        &["hidden paragraph a", "paragraph b", "hidden paragraph c"],
    );
    check("<iframe>a</iframe><p>b", &["hidden paragraph a", "paragraph b"]);
}

#[test]
fn what_stands_around_an_article_is_left_out() {
    check(
        "<header>a</header><nav>b</nav><p>c</p><aside>d</aside><footer>e</footer>",
        &[
            "around paragraph a",
            "around paragraph b",
            "paragraph c",
            "around paragraph d",
            "around paragraph e",
        ],
    );
    check(
        "<div role=navigation>a</div><article><header>b</header>c</article>",
        &["around paragraph a", "paragraph b", "paragraph c"],
    );
    check(
        "<p>a <button>Share</button> b</p><select><option>c</select><textarea>d</textarea>",
        &["paragraph a b", "around paragraph Share", "around paragraph c", "around paragraph d"],
    );
    check(
        "<p>The text of the page.</p><form>Search</form>",
        &["paragraph The text of the page.", "around paragraph Search"],
    );
    check(
        "<form>The text of the page.<input value=x></form>",
        &["paragraph The text of the page."],
    );
}

#[test]
fn what_lies_outside_of_the_article_is_around_it() {
    let page = format!("<p>Menu</p><h1>Taxes</h1><article>{}</article><p>More</p>", body());
    let imported = read_html(&page);
    assert_eq!(shown(&imported)[0], "around paragraph Menu");
    assert_eq!(shown(&imported)[1], "headline Taxes");
    assert_eq!(shown(&imported).last().unwrap(), "around paragraph More");
    assert_eq!(kept(&imported).len(), 6);
    let page = format!("<header><h1>Site</h1></header><article><h2>T</h2>{}</article>", body());
    assert_eq!(shown(&read_html(&page))[..2], ["around subheading Site", "headline T"]);
    let page = format!("<main><h1>T</h1><article>{}</article><p>More</p></main>", body());
    assert_eq!(kept(&read_html(&page)).len(), 7);
}

#[test]
fn a_short_article_or_a_page_of_nothing_else_leaves_nothing_out() {
    check("<article>a</article><p>b</p>", &["paragraph a", "paragraph b"]);
    check("<nav>a</nav><span hidden>b</span>", &["paragraph a", "hidden paragraph b"]);
    check("<header><p>a</p></header>", &["paragraph a"]);
}

#[test]
fn scripts_and_styles_are_counted() {
    let imported = read_html("<style>a</style><script>b</script><p>c<svg><style>d</style></svg>");
    assert_eq!(shown(&imported), ["paragraph c"]);
    assert_eq!(imported.notes, [ImportNote::Scripts(3)]);
}

#[test]
fn a_page_names_its_details() {
    let head = "<!doctype html><html lang=en-GB><head><title>Taxes fell | The Paper</title>\
                <link rel=canonical href=https://example.org/a>\
                <meta property=og:url content=https://example.org/b>\
                <meta name=author content=' Jane  Doe '>\
                <meta property=article:published_time content=2026-01-02T03:04:05Z></head>";
    let imported = read_html(&format!("{head}<h1>Taxes  fell</h1>"));
    assert_eq!(imported.title.as_deref(), Some("Taxes fell"));
    assert_eq!(imported.language.as_deref(), Some("en-GB"));
    assert_eq!(imported.source.as_deref(), Some("https://example.org/a"));
    assert_eq!(imported.byline.as_deref(), Some("Jane Doe"));
    assert_eq!(imported.published.as_deref(), Some("2026-01-02T03:04:05Z"));
    assert_eq!(shown(&imported), ["headline Taxes fell"]);

    let imported = read_html(&format!("{head}<h1>Something else</h1>"));
    assert_eq!(imported.title, None);
    let title = "hidden paragraph Taxes fell | The Paper";
    assert_eq!(shown(&imported), [title, "headline Something else"]);

    let imported = read_html(&format!("{head}<p>a"));
    assert_eq!(imported.title.as_deref(), Some("Taxes fell | The Paper"));
    assert_eq!(shown(&imported), ["paragraph a"]);
}

#[test]
fn only_addresses_of_the_web_are_sources() {
    for href in ["javascript:alert(1)", "/a", "https://", "data:text/html,a", "ftp://example.org"] {
        let html = format!("<link rel=canonical href='{href}'><p>a");
        assert_eq!(read_html(&html).source, None, "{href}");
    }
    let html = "<link rel=canonical href=/a><meta property=og:url content=http://example.org>";
    assert_eq!(read_html(html).source.as_deref(), Some("http://example.org"));
    assert_eq!(read_html("<html lang='not a tag'>").language, None);
}

#[test]
fn the_head_of_an_article_names_author_and_moment() {
    let imported = read_html(
        "<h1>T</h1><div itemprop=author>By <span itemprop=name>Jane</span></div>\
         <time datetime=2026-01-02>today</time>",
    );
    assert_eq!(imported.byline.as_deref(), Some("Jane"));
    assert_eq!(imported.published.as_deref(), Some("2026-01-02"));
    let late = format!("{}{}<time datetime=2026-01-02>today</time>", body(), body());
    assert_eq!(read_html(&late).published, None);
}

#[test]
fn what_was_copied_reads_as_it_looked() {
    check(
        "<html>\n<body>\n<!--StartFragment--><b style=\"font-weight:normal;\" \
         id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"white-space:pre-wrap\">One  \
         two</span></p><br><p><span>three</span></p></b><!--EndFragment-->\n</body>\n</html>",
        &["paragraph One  two", "paragraph three"],
    );
    check(
        "<html xmlns:o=x><head><style><!-- p.MsoNormal {} --></style><!--[if gte mso 9]><xml>\
         <o:p>no</o:p></xml><![endif]--></head><p class=MsoNormal>One\n\
         two<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>\
         <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>three</p>\
         <p><span style='mso-hide:all'>four</span></p>",
        &["paragraph One two", "list-item three", "hidden paragraph four"],
    );
}

#[test]
fn characters_that_no_text_may_have_are_replaced() {
    let imported = read_html("\u{feff}<p>a\0b\0</p>");
    assert_eq!(shown(&imported), ["paragraph a\u{fffd}b\u{fffd}"]);
    assert_eq!(imported.notes, [ImportNote::ByteOrderMark, ImportNote::ReplacedChars(2)]);
}

/// Texts that make parsers slow or overflow the stack; reading them only has to end, and to keep
/// the text.
#[test]
fn hard_texts_are_read_to_the_end() {
    let deep = |tag: &str| format!("{}x", tag.repeat(100_000));
    let attributes: String =
        (0..30_000).fold(String::new(), |all, at| all + &format!("<b a={at}>"));
    let reopened: String =
        (0..20_000).fold(String::new(), |all, at| all + &format!("<p><b a={at}></p><p>"));
    let texts = [
        deep("<div>"),
        deep("<b>"),
        deep("<table>"),
        deep("<table><tr><td>"),
        deep("<svg>"),
        deep("<svg><title>"),
        deep("<select><option>"),
        deep("<blockquote><ul><li>"),
        deep("<a href=1><p>"),
        deep("<template>"),
        format!("{}{}x", "<div>".repeat(100_000), "</div>".repeat(100_000)),
        format!("{}{}x", "<div>".repeat(1_000), "<div></b>".repeat(50_000)),
        attributes + "x",
        reopened + "x",
        "<".repeat(1_000_000) + " x",
        "&".repeat(1_000_000) + "x",
        "<table><tr>".to_owned() + &"x ".repeat(100_000),
    ];
    for text in texts {
        let imported = read_html(&text);
        let start: String = text.chars().take(30).collect();
        assert!(imported.blocks.iter().any(|it| it.text().contains('x')), "{start}");
    }
    let long = "word ".repeat(2_000_000);
    assert_eq!(read_html(&long).blocks[0].text(), long.trim_end());
}

#[test]
fn what_nobody_closed_is_read() {
    check("<p>a <b>b <i>c", &["paragraph a b c"]);
    check("<p>a <a href=\"x", &["paragraph a"]);
    check("<p>a<!-- b", &["paragraph a"]);
    check("a</p>b</div></table>c", &["paragraph a", "paragraph bc"]);
    assert_eq!(read_html("").blocks, []);
}

#[test]
fn where_all_is_hidden_it_is_read_all_the_same() {
    check("<div hidden><p>a</p><p>b</p></div>", &["paragraph a", "paragraph b"]);
    check("<div aria-hidden=true><h2>a</h2><p>b.</p></div>", &["subheading a", "paragraph b."]);
    check("<p>a</p><p hidden>b</p>", &["paragraph a", "hidden paragraph b"]);
}

#[test]
fn a_line_that_says_when_is_no_paragraph() {
    let body = body();
    let html = format!("<h1>Rents rise</h1><p>By Ana Ruiz</p><time>10 March 2026</time>{body}");
    let kinds: Vec<Kind> = read_html(&html).blocks.iter().map(|it| it.kind).take(4).collect();
    assert_eq!(kinds, [Kind::Headline, Kind::Byline, Kind::Other, Kind::Paragraph]);
}

#[test]
fn promos_of_other_languages_are_known() {
    check("<p><b>Lesen Sie auch:</b> Warum</p>", &["promo Lesen Sie auch: Warum"]);
    check(
        "<p>Anzeige</p><p>Anzeige erstattet</p>",
        &["promo Anzeige", "paragraph Anzeige erstattet"],
    );
    check("<p>اقرأ أيضا: كذا</p>", &["promo اقرأ أيضا: كذا"]);
    check("<p>À lire aussi : Pourquoi</p>", &["promo À lire aussi : Pourquoi"]);
}

#[test]
fn what_is_struck_is_left_out_and_listed() {
    for tag in
        ["del", "s", "strike", "span style='color:red;text-decoration:underline line-through'"]
    {
        let name = tag.split(' ').next().unwrap();
        let html = format!("<p>He <{tag}>was convicted</{name}> is charged.</p>");
        check(&html, &["paragraph He is charged.", "struck paragraph was convicted"]);
    }
    check("<p>7<del>8</del><ins>9</ins>0", &["paragraph 790", "struck paragraph 8"]);
    check(
        "<p>a</p><del><p>b</p><ul><li>c</ul></del>",
        &["paragraph a", "struck paragraph b", "struck list-item c"],
    );
    check(
        "<p>a <s>b <i hidden>c</i></s><nav><s>d</s></nav>",
        &["paragraph a", "struck paragraph b", "hidden paragraph c", "around paragraph d"],
    );
    check("<nav>a</nav><s><p>Withdrawn</p></s>", &["around paragraph a", "paragraph Withdrawn"]);
}

#[test]
fn what_is_struck_comes_back_with_one_press() {
    let mut imported = read_html("<ul><li>He <s>was convicted</s> is charged.</ul>");
    imported.restore(&[1]);
    assert_eq!(shown(&imported), ["list-item He is charged.", "list-item was convicted"]);
}

#[test]
fn raised_and_lowered_text_keeps_its_meaning() {
    let is_read_as = |html: &str, text: &str| check(html, &[&format!("paragraph {text}")]);
    is_read_as("10<sup>6</sup> t CO<sub>2</sub> a m<sup>-2</sup>", "10⁶ t CO₂ a m⁻²");
    is_read_as("x<sup>n</sup> PM<sub>2.5</sub> <i>E<sub>max</sub></i>", "xⁿ PM₂.₅ Eₘₐₓ");
    is_read_as("3<sup>1</sup>/<sub>2</sub> 10<sup> 1.5</sup>", "3¹/₂ 10 ^(1.5)");
    is_read_as("x<sub>α</sub> and<sup>not so</sup> y", "x_(α) and^(not so) y");
    is_read_as(
        "the 1<sup>st</sup>, XX<sup>e</sup>, M<sup>me</sup> A<sup>®</sup>*",
        "the 1st, XXe, Mme A®*",
    );
    is_read_as("Brand<sup>TM</sup>", "Brand™");
    is_read_as("10<span style='font-size:0.6em;vertical-align:super;'>6</span>", "10⁶");
    is_read_as("a <a>10<sup>6</sup> people</a>", "a 10⁶ people");
    let notes = |html: &str| read_html(html).notes;
    assert_eq!(
        notes("10<sup>6</sup> CO<sub>2</sub> 1<sup>st</sup>"),
        [ImportNote::Superscripts(2)]
    );
}

#[test]
fn marks_of_notes_are_no_part_of_numbers() {
    check(
        "<p>In 2020<sup><a href=#1>1</a></sup> and 2021<a href=#2><sup>[2]</sup></a>.",
        &["paragraph In 2020[1] and 2021[2]."],
    );
    check("<p>a<sup>[3]</sup> b<sup>4</sup></p>", &["paragraph a[3] b⁴"]);
}

#[test]
fn any_element_may_raise_or_lower_its_text() {
    for (html, text) in [
        ("92<a href=/n style='vertical-align: super'>1</a>", "92[1]"),
        ("10<b style='vertical-align:super'>6</b>", "10⁶"),
        (
            "10<i style='vertical-align: 0.4em'>6</i> H<small style='vertical-align:-3pt'>2</small>",
            "10⁶ H₂",
        ),
        (
            "CO<small style='vertical-align:sub'>2</small> a<b style='vertical-align:30%'>2</b>",
            "CO₂ a²",
        ),
        ("10<span class='x superscript'>6</span> m<span class=sup>2</span>", "10⁶ m²"),
        ("CO<span class=subscript>2</span> H<span class=Sub>2</span>", "CO₂ H₂"),
        ("92<a class='footnote-anchor' href='https://a.example/p#footnote-1'>1</a>", "92[1]"),
        (
            "92<a href='#fn2'>2</a> 93<a href='#cite_note-3'>[3]</a> 4<a href=#_ftn1>1</a>",
            "92[2] 93[3] 4[1]",
        ),
    ] {
        check(&format!("<p>{html}</p>"), &[&format!("paragraph {text}")]);
        assert!(
            read_html(html).notes.iter().any(|it| matches!(it, ImportNote::Superscripts(_))),
            "{html}"
        );
    }
    for html in [
        "<span class=sub>Under the headline</span> 5",
        "<a href='#fnref1'>1</a> See there",
        "<a href='#footnotes'>the notes below</a>",
        "4<span style='vertical-align:middle'>5</span><b style='vertical-align:-1px'>6</b>",
    ] {
        assert_eq!(read_html(html).notes, [], "{html}");
    }
}

#[test]
fn readings_stand_in_brackets_after_their_words() {
    check(
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>。",
        &["paragraph 漢(kan)字(ji)。"],
    );
    check("<ruby>a<rp>b<rt>c</ruby>", &["paragraph a(c)", "hidden paragraph b"]);
    check(
        "<p>a<sup hidden>b</sup><sup>c<s>d</s></sup>",
        &["paragraph ac", "hidden paragraph b", "struck paragraph d"],
    );
}

#[test]
fn what_stands_beside_the_text_of_an_article_belongs_to_it() {
    let head = "<article><p>The text.</p>";
    let is_kept = |html: &str, rest: &[&str]| {
        check(&format!("{head}{html}</article>"), &[&["paragraph The text."], rest].concat());
    };
    is_kept(
        "<footer><p>This article was amended to give the <a href=x>right</a> number.</p></footer>",
        &["paragraph This article was amended to give the right number."],
    );
    is_kept(
        "<aside><h3>Key facts</h3><ul><li>Tax fell.</ul></aside>",
        &["subheading Key facts", "list-item Tax fell."],
    );
    is_kept("<aside class=c-pull-quote>It was good.</aside>", &["quotation It was good."]);
    check("<div class=has-pullquote>a</div>", &["paragraph a"]);
    is_kept("<aside><blockquote>It was good.</blockquote></aside>", &["quotation It was good."]);
    is_kept("<footer>Last updated: 3 May 2024</footer>", &["other Last updated: 3 May 2024"]);
}

#[test]
fn furniture_in_an_article_is_left_out_of_it() {
    for furniture in [
        "<nav>x</nav>",
        "<aside class='article-related'>x</aside>",
        "<aside aria-label='Newsletter sign-up'>x</aside>",
        "<aside>x <a href=a>b</a> <a href=c>d</a></aside>",
        "<aside><p>x Get it daily.</p><input type=email></aside>",
        "<aside><b>Read more:</b> x</aside>",
        "<footer><script>a</script><h4>Related</h4><p>x</p></footer>",
    ] {
        let imported = read_html(&format!("<article><p>The text.</p>{furniture}</article>"));
        assert_eq!(shown(&imported)[0], "paragraph The text.");
        assert!(imported.blocks.len() > 1, "{furniture}");
        assert!(imported.blocks[1..].iter().all(ImportedBlock::is_boilerplate), "{furniture}");
    }
}

#[test]
fn lines_about_the_article_are_read_where_they_stand_outside_of_it() {
    let page = format!(
        "<p>Menu</p><p>By Jo Menu</p><h1>Taxes</h1><p>By Jane Doe</p><p>3 May 2024</p><p>Share</p>\
         <article>{}</article><p>More</p><footer><p>Last modified on 4 May 2024</p>About</footer>",
        body()
    );
    let imported = read_html(&page);
    let around = ["around paragraph Menu", "around paragraph By Jo Menu"];
    assert_eq!(shown(&imported)[..2], around);
    let head =
        ["headline Taxes", "byline By Jane Doe", "other 3 May 2024", "around paragraph Share"];
    assert_eq!(shown(&imported)[2..6], head);
    let end =
        ["around paragraph More", "other Last modified on 4 May 2024", "around paragraph About"];
    assert_eq!(shown(&imported)[11..], end);
}

#[test]
fn words_that_browsers_show_apart_are_apart() {
    check(
        "<p>a<input>b<video></video>c<iframe></iframe>d<object>e</object>f",
        &["paragraph a b c d e f"],
    );
    check("<p>a<button>Share</button>b", &["paragraph a b", "around paragraph Share"]);
    check("<svg><text>2010</text><text>2<tspan>015</tspan></text></svg>", &["paragraph 2010 2015"]);
    check(
        "<span style='display:block'>a</span><b style='display: flex'>b</b>c",
        &["paragraph a", "paragraph b", "paragraph c"],
    );
    check(
        "a<span>b</span><i style='display:inline-block'>c</i><img><em hidden></em>d<wbr>e<a>f</a>",
        &["paragraph abcdef"],
    );
}

#[test]
fn styles_of_word_are_kinds() {
    check(
        "<p class=MsoTitle>Taxes</p><h1>May</h1><p class=MsoQuote>a</p><p class=MsoIntenseQuote>b</p>\
         <p class=MsoCaption>Table 1</p>",
        &["headline Taxes", "subheading May", "quotation a", "quotation b", "caption Table 1"],
    );
    let item = |mark: &str| {
        format!(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>\
             <span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span \
             style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>item</p>"
        )
    };
    for bullet in ["·", "o", "§", "-", "\u{f0b7}"] {
        check(&item(bullet), &["list-item item"]);
    }
    check(&item("1."), &["list-item 1. item"]);
    check(&item("iv)"), &["list-item iv) item"]);
}

#[test]
fn links_below_a_promo_are_promos() {
    check(
        "<p>a.</p><h3>Related</h3><ul><li><a href=x>One by one</a> 3 min<li><a href=y>Two</a></ul><p>b.</p>\
         <p><a href=z>c</a></p>",
        &[
            "paragraph a.",
            "promo Related",
            "promo One by one 3 min",
            "promo Two",
            "paragraph b.",
            "paragraph c",
        ],
    );
    check(
        "<h2>a</h2><p>b.</p><h2>Topics</h2><a href=x>Tax</a><p>Share</p><h2>Topics</h2><p>c.</p>",
        &[
            "headline a",
            "paragraph b.",
            "promo Topics",
            "promo Tax",
            "promo Share",
            "subheading Topics",
            "paragraph c.",
        ],
    );
    check(
        "<p>Read more: Taxes</p><p><a href=x>Tax</a></p><p>Share of taxes</p>",
        &["promo Read more: Taxes", "paragraph Tax", "paragraph Share of taxes"],
    );
}

#[test]
fn a_byline_that_is_seen_names_who_wrote_the_article() {
    let byline = |html: &str| read_html(&format!("<h1>T</h1>{html}<p>Text.</p>")).byline;
    for html in [
        "<p>By Jane Doe</p>",
        "<div class=entry-author>Jane Doe</div>",
        "<div class=entry-meta>Posted on March 3, 2024 by <span class=author>Jane <a>Doe</a></span></div>",
        "<div data-component=byline-block><span>Jane Doe</span><div>BBC News</div></div>",
        "<p class=byline>by <b>Jane Doe</b></p>",
    ] {
        assert_eq!(byline(html).as_deref(), Some("Jane Doe"), "{html}");
        assert_eq!(read_html(&format!("<h1>T</h1>{html}")).blocks[1].kind, Kind::Byline, "{html}");
    }
    assert_eq!(
        byline("<meta name=author content='Jo Roe'><p>By Jane Doe</p>").as_deref(),
        Some("Jo Roe")
    );
    let comment = format!("{}<p class=comment-author>Jane Doe</p>", body().repeat(2));
    assert_eq!(byline(&comment), None);
}

#[test]
fn heads_of_pages_name_the_date_in_several_ways() {
    for name in ["name=date", "name=DC.date", "name=pubdate", "property=article:published_time"] {
        let html = format!("<meta {name} content=2024-05-03><p>a");
        assert_eq!(read_html(&html).published.as_deref(), Some("2024-05-03"), "{name}");
    }
}

#[test]
fn what_the_page_is_titled_by_is_the_headline() {
    for title in ["Taxes fell", "Taxes fell | The Paper", "Taxes fell - News - The Paper"] {
        check(
            &format!(
                "<title>{title}</title><div>Taxes</div><div>Taxes fell</div><div>By Ann Ruiz</div>\
                 <div>In May.</div><div>Taxes fell</div>"
            ),
            &[
                "other Taxes",
                "headline Taxes fell",
                "byline By Ann Ruiz",
                "paragraph In May.",
                "paragraph Taxes fell",
            ],
        );
    }
    let titled = "<title>Taxes: why</title><p>Taxes</p><p>In May.";
    check(titled, &["paragraph Taxes", "paragraph In May."]);
    check(
        "<title>T</title><h1>U</h1><p>T</p>",
        &["hidden paragraph T", "headline U", "paragraph T"],
    );
}

#[test]
fn a_kicker_above_the_headline_is_no_paragraph() {
    check(
        "<p class=kicker>Politics</p><h1>T</h1><p>a.",
        &["other Politics", "headline T", "paragraph a."],
    );
    check("<p>It rained.</p><h1>T</h1>", &["paragraph It rained.", "headline T"]);
}

#[test]
fn credits_of_pictures_are_captions() {
    check(
        "<h1>T</h1><p>Image source, Getty Images</p><p>Image caption, A bridge in Bonn</p>\
         <p>A man votes. Jane Doe/Getty Images</p><p>Image sources are rare.</p>",
        &[
            "headline T",
            "caption Image source, Getty Images",
            "caption Image caption, A bridge in Bonn",
            "caption A man votes. Jane Doe/Getty Images",
            "paragraph Image sources are rare.",
        ],
    );
}

#[test]
fn the_language_of_the_article_is_that_of_most_of_its_text() {
    let language = |html: &str| read_html(html).language;
    let page = "<html lang=en><nav>Menu of many, many, many words</nav><article lang=de>Die Steuern sanken \
                im <i lang=fr>mai</i>.</article>";
    assert_eq!(language(page).as_deref(), Some("de"));
    assert_eq!(language("<div lang=fr><p>Les impôts</p></div>").as_deref(), Some("fr"));
    assert_eq!(language("<html lang=en><p>Taxes and <i lang=fr>impôts</i>").as_deref(), Some("en"));
    assert_eq!(language("<p>Taxes and <i lang=fr>impôts</i>"), None);
    let word =
        "<p><span lang=EN-GB>Taxes </span><span lang=DE>Mai</span><span lang=EN-GB>fell</span>";
    assert_eq!(language(&format!("<html lang=de>{word}")).as_deref(), Some("EN-GB"));
}

#[test]
fn who_is_quoted_is_a_passage_of_its_own() {
    let apart = &["quotation Tax fell.", "quotation Jane Doe"];
    check("<blockquote><p>Tax fell. <cite>Jane Doe</cite></p>\n</blockquote>", apart);
    check("<blockquote>Tax fell.<cite>Jane <b>Doe</b></cite> <span></span></blockquote>", apart);
    check("<blockquote><p>Tax fell.</p><cite>Jane Doe</cite></blockquote>", apart);
    check(
        "<blockquote class=twitter-tweet><p>Tax fell.</p>&mdash; Jane (@j) <a href=x>May 3</a></blockquote>",
        &["quotation Tax fell.", "quotation — Jane (@j) May 3"],
    );
    let sentences =
        "<blockquote><p>He plays in <cite>Hamlet</cite></p><p>Good. <cite>Lear</cite> is better.";
    check(sentences, &["quotation He plays in Hamlet", "quotation Good. Lear is better."]);
    check("<p>Tax fell. <cite>Jane Doe</cite></p>", &["paragraph Tax fell. Jane Doe"]);
}

#[test]
fn a_page_of_a_newspaper_is_read_as_its_readers_see_it() {
    let page = "<html lang=en-US><head><title>City budget passes - The Daily</title></head>\
        <body class='single has-pullquote'><header><div>The Daily</div><nav>Home</nav></header>\
        <main><article><header><span class=cat-links><a href=p>Politics</a></span>\
        <h1>City budget passes</h1><div class=entry-meta><time datetime=2024-05-03>May 3, 2024</time>\
        <span class=byline> by <span class='author vcard'><a href=j>Jane Doe</a></span></span></div></header>\
        <figure><img><figcaption>The hall. Photo: Jo Roe</figcaption></figure>\
        <p>The council passed a budget of $10<sup>6</sup> on Tuesday after a long debate on schools.</p>\
        <figure class=wp-block-pullquote><blockquote><p>It was long.</p><cite>Ann Ruiz</cite></blockquote>\
        </figure><aside class=key-facts><h3>Key facts</h3><ul><li>5% more for schools</ul></aside>\
        <p>The budget <s>was rejected</s> was passed by 5 to 4, which is more than what was said before.</p>\
        <div><h3>Share this:</h3><ul><li><a href=x>Facebook</a></ul></div><div><h3>Related</h3>\
        <p><a href=z>Old story about schools</a></p></div><footer>Tagged <a href=t>Budget</a></footer>\
        <footer><p>Correction: an earlier version gave the wrong date.</p></footer></article>\
        <aside><h2>Recent posts</h2></aside></main><footer><p>© 2024 The Daily</p></footer>";
    check(
        page,
        &[
            "around paragraph The Daily",
            "around paragraph Home",
            "other Politics",
            "headline City budget passes",
            "byline May 3, 2024 by Jane Doe",
            "caption The hall. Photo: Jo Roe",
            "paragraph The council passed a budget of $10⁶ on Tuesday after a long debate on schools.",
            "quotation It was long.",
            "quotation Ann Ruiz",
            "subheading Key facts",
            "list-item 5% more for schools",
            "paragraph The budget was passed by 5 to 4, which is more than what was said before.",
            "struck paragraph was rejected",
            "promo Share this:",
            "promo Facebook",
            "promo Related",
            "promo Old story about schools",
            "around paragraph Tagged Budget",
            "paragraph Correction: an earlier version gave the wrong date.",
            "around subheading Recent posts",
            "around paragraph © 2024 The Daily",
        ],
    );
    assert_eq!(read_html(page).byline.as_deref(), Some("Jane Doe"));
}
