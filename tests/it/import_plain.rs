//! Plain text becomes passages: lines that a margin broke are joined, and mail is understood.

use std::time::{Duration, Instant};

use claimlight::{
    article::Kind,
    import::{
        ImportNote, ImportRequest, ImportedBlock, ImportedText, ReadMode, import_text, read_html,
        read_plain,
    },
};

use crate::rng::Rng;

/// Each passage as `kind text`, with `/` where lines were joined.
fn shown(imported: &ImportedText) -> Vec<String> {
    let line = |it: &ImportedBlock| format!("{} {}", it.kind.name(), it.lines.join("/"));
    imported.blocks.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, blocks: &[&str]) {
    assert_eq!(shown(&read_plain(text)), blocks, "{text}");
}

/// The characters of a text in order, without white space and the signs of a quotation.
fn bare(text: &str) -> String {
    let line = |line: &str| {
        let mut rest = line;
        while let Some(inner) = rest.strip_prefix('>') {
            rest = inner.strip_prefix(' ').unwrap_or(inner);
        }
        rest.chars().filter(|it| !it.is_whitespace()).collect::<String>()
    };
    claimlight::text::lines(text).map(line).collect()
}

fn kept(imported: &ImportedText) -> String {
    let lines = imported.blocks.iter().flat_map(|it| &it.lines);
    lines.flat_map(|it| it.chars()).filter(|it| !it.is_whitespace()).collect()
}

const RELEASE: &str = "\
FOR IMMEDIATE RELEASE
3 June 2024

Rents in the old town rise for the third year

BERLIN – The council of the old town said on Monday that rents had risen
by four percent within a year, which is more than in any other part of
the city. The mayor called it a warning and announced that a report on
empty flats would be published in autumn.

\"We will not accept that families have to leave,\" she said. The council
had asked all owners for their figures, and most of them have answered.

What comes next

The council will vote on these measures:

* a register of all empty flats, which every owner has to fill in twice
  a year,
* higher taxes on flats that stand empty for more than six months.

Contact:
Ana Ruiz
Press office
Town Hall, 10117 Berlin
press@example.org
";

#[test]
fn points_of_a_judgment_and_what_was_said_in_court_are_no_subheadings() {
    check(
        "The court held two things.\n\n(a) that he was a suspect; and\n\n(ii) that he knew\n\n\
         So it was.\n\nQ: How old?\n\nA: Forty. [Laughter]\n\nHe sat down.\n\nWhy\n\nNobody knows.",
        &[
            "paragraph The court held two things.",
            "list-item (a) that he was a suspect; and",
            "list-item (ii) that he knew",
            "paragraph So it was.",
            "paragraph Q: How old?",
            "paragraph A: Forty. [Laughter]",
            "paragraph He sat down.",
            "subheading Why",
            "paragraph Nobody knows.",
        ],
    );
}

#[test]
fn bylines_of_other_languages_name_who_wrote_the_text() {
    for (byline, names) in [
        ("By Jane Doe", "Jane Doe"),
        (
            "Von Severin Weiland und Christian Teevs, Berlin",
            "Severin Weiland und Christian Teevs, Berlin",
        ),
        ("Von Anna Müller", "Anna Müller"),
        ("Par Jean-Luc de la Tour et Marie Dupont", "Jean-Luc de la Tour et Marie Dupont"),
        ("Por Ana García y Luis Pérez", "Ana García y Luis Pérez"),
    ] {
        let read = read_plain(&format!("Die Mieten steigen\n{byline}\nSie stiegen um 4 %.\n"));
        assert_eq!(read.byline.as_deref(), Some(names), "{byline}");
        assert_eq!(read.blocks[1].kind, Kind::Byline, "{byline}");
        let html = read_html(&format!("<h1>Mieten</h1><p>{byline}</p><p>Sie stiegen.</p>"));
        assert_eq!(html.byline.as_deref(), Some(names), "{byline}");
    }
    for line in [
        "Von allen Seiten kam Kritik.",
        "Von Berlin nach Paris",
        "Von Mond und Sternen",
        "Von Anna Müller ist nichts zu hören",
        "Por España",
        "Par ici la sortie",
    ] {
        let html = read_html(&format!("<h1>Mieten</h1><p>{line}</p><p>Sie stiegen.</p>"));
        assert_eq!((html.byline, html.blocks[1].kind), (None, Kind::Paragraph), "{line}");
        assert_eq!(read_plain(&format!("Mieten\n{line}\nSie stiegen.\n")).byline, None, "{line}");
    }
}

#[test]
fn a_press_release_that_was_broken_at_a_margin_is_joined() {
    let read = read_plain(RELEASE);
    assert_eq!(
        shown(&read),
        [
            "other FOR IMMEDIATE RELEASE",
            "other 3 June 2024",
            "headline Rents in the old town rise for the third year",
            "paragraph BERLIN – The council of the old town said on Monday that rents had risen/by \
             four percent within a year, which is more than in any other part of/the city. The \
             mayor called it a warning and announced that a report on/empty flats would be \
             published in autumn.",
            "paragraph \"We will not accept that families have to leave,\" she said. The council/had \
             asked all owners for their figures, and most of them have answered.",
            "subheading What comes next",
            "paragraph The council will vote on these measures:",
            "list-item * a register of all empty flats, which every owner has to fill in twice/a \
             year,",
            "list-item * higher taxes on flats that stand empty for more than six months.",
            "paragraph Contact:",
            "paragraph Ana Ruiz",
            "paragraph Press office",
            "paragraph Town Hall, 10117 Berlin",
            "paragraph press@example.org",
        ]
    );
    assert_eq!(read.published.as_deref(), Some("3 June 2024"));
    assert_eq!(read.blocks.iter().filter(|it| it.is_joined()).count(), 3);
}

#[test]
fn what_was_joined_can_be_taken_back() {
    let mut read = read_plain(RELEASE);
    let joined: Vec<usize> =
        (0..read.blocks.len()).filter(|at| read.blocks[*at].is_joined()).collect();
    read.restore(&joined);
    assert!(!read.blocks.iter().any(ImportedBlock::is_joined));
    assert_eq!(kept(&read), bare(RELEASE));
}

const MAIL: &str = "\
From: \"Ana Ruiz\" <ana@example.org>
To: Li Wei <li@example.net>
Subject: Rents in the old town: what
 the council says
Date: Mon, 3 Jun 2024 10:05:00 +0200
X-Mailer: Post 1.0

Hi Li,

the council has sent its answer, and it is longer than I had expected it
to be. I have not checked the numbers yet, but the share of empty flats
looks too high to me.

On Sun, 2 Jun 2024 at 18:00, Li Wei <li@example.net> wrote:
> Dear Ana,
>
> has the council answered yet? We would like to print the story about the
> rents on Tuesday, and I still need somebody who confirms the number of
> flats.
>
>> The council does not keep a list.
>
> Li

See you tomorrow
Ana

-- 
Ana Ruiz
Reporter, The Old Town Times
https://example.org
";

#[test]
fn a_mail_has_its_head_its_quotations_and_its_signature() {
    let read = read_plain(MAIL);
    assert_eq!(
        shown(&read),
        [
            "other From: \"Ana Ruiz\" <ana@example.org>",
            "other To: Li Wei <li@example.net>",
            "other Subject: Rents in the old town: what/the council says",
            "other Date: Mon, 3 Jun 2024 10:05:00 +0200",
            "other X-Mailer: Post 1.0",
            "paragraph Hi Li,",
            "paragraph the council has sent its answer, and it is longer than I had expected it/to \
             be. I have not checked the numbers yet, but the share of empty flats/looks too high \
             to me.",
            "other On Sun, 2 Jun 2024 at 18:00, Li Wei <li@example.net> wrote:",
            "quotation Dear Ana,",
            "quotation has the council answered yet? We would like to print the story about the/rents \
             on Tuesday, and I still need somebody who confirms the number of/flats.",
            "quotation The council does not keep a list.",
            "quotation Li",
            "paragraph See you tomorrow",
            "paragraph Ana",
            "other --",
            "other Ana Ruiz",
            "other Reporter, The Old Town Times",
            "other https://example.org",
        ]
    );
    assert_eq!(read.title.as_deref(), Some("Rents in the old town: what the council says"));
    assert_eq!(read.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(read.published.as_deref(), Some("Mon, 3 Jun 2024 10:05:00 +0200"));
    assert_eq!(kept(&read), bare(MAIL));
}

#[test]
fn heads_of_mail_are_told_in_other_languages_and_below_the_first() {
    let read = read_plain("Von: Ana Ruiz\r\nGesendet: Montag\r\nBetreff: Mieten\r\n\r\nHallo.\r\n");
    assert_eq!((read.title.as_deref(), read.byline.as_deref()), (Some("Mieten"), Some("Ana Ruiz")));
    let text = "See below.\n\n-----Original Message-----\nFrom: Li\n\nFrom: Li\nSent: Monday\nHi.";
    let read = read_plain(text);
    assert_eq!(read.title, None);
    assert_eq!(shown(&read)[3..], ["other From: Li", "other Sent: Monday", "paragraph Hi."]);
    let read = read_plain("From: here to there\nRents rose.");
    assert_eq!((read.byline, read.blocks.len()), (None, 2), "one line is no head");
}

#[test]
fn an_article_of_one_line_a_paragraph_is_read_line_by_line() {
    let text = "Rents rise in the old town
By Ana Ruiz
Published 3 June 2024, 10:05 | Updated 4 June 2024
4 min read
Rents in the old town have risen by four percent within a year, the council said on Monday.
The mayor called it a warning, and announced a report on the flats that stand empty in the old town, which is expected in autumn.
Photo: The town hall on Monday
What comes next
The council will vote on Thursday.
READ MORE: Rents in Spain
“Nobody should have to leave.” — Ana Ruiz, mayor
";
    let read = read_plain(text);
    let kinds: Vec<&str> = read.blocks.iter().map(|it| it.kind.name()).collect();
    assert_eq!(
        kinds,
        [
            "headline",
            "byline",
            "other",
            "other",
            "paragraph",
            "paragraph",
            "caption",
            "subheading",
            "paragraph",
            "promo",
            "quotation"
        ]
    );
    assert_eq!(read.published.as_deref(), Some("3 June 2024, 10:05"));
    assert!(!read.blocks.iter().any(ImportedBlock::is_joined));
}

#[test]
fn the_sample_is_read_as_it_always_was() {
    let sample = include_str!("../../static/sample.txt");
    let given = ImportRequest {
        name: None,
        text: sample.to_owned(),
        is_html: false,
        how: ReadMode::Structured,
    };
    let read = import_text(&given, None, &mut |_| {}).imported;
    assert_eq!(read.blocks, ImportedText::from_lines(sample).blocks);
    assert_eq!((read.language.as_deref(), read.published), (Some("en"), None));
}

#[test]
fn blank_lines_between_paragraphs_part_them_and_nothing_else() {
    check(
        "Rents rise again\n\nRents rose by 4% in May.\n \n\n\tThe council blames the war.\nSo it says.\n",
        &[
            "headline Rents rise again",
            "paragraph Rents rose by 4% in May.",
            "paragraph \tThe council blames the war.",
            "paragraph So it says.",
        ],
    );
}

const POEM: &str = "\
The Rent

The rent is due, the wage is spent, the winter on the stair,
The landlord rings, the kettle sings, there is no coal to spare,
And every night the window light goes dark a little more,
While in the street the marching feet go past another door.

O town of mine, the stars that shine on palace and on shed
Have never known whose house is stone, whose pillow is his bread,
And yet they go above the snow as though it were the same
To pay the rent with what was lent or in another's name.
";

#[test]
fn verse_is_not_joined() {
    let lines: Vec<&str> = POEM.lines().filter(|it| !it.is_empty()).collect();
    let read = read_plain(POEM);
    let texts: Vec<String> = read.blocks.iter().map(ImportedBlock::text).collect();
    assert_eq!(texts, lines);
    assert_eq!(read.blocks[0].kind, Kind::Headline);
    assert!(read.blocks[1..].iter().all(|it| it.kind == Kind::Paragraph));
    let short = "the rent is due\nthe wage is not\nthe house is cold\nthe soup is hot.\n";
    check(
        short,
        &[
            "paragraph the rent is due",
            "paragraph the wage is not",
            "paragraph the house is cold",
            "paragraph the soup is hot.",
        ],
    );
}

#[test]
fn verse_of_even_lines_is_told_by_its_capitals() {
    let text = "The rent is due, the wage is spent, the winter on the stair,\n\
        The landlord rings, the kettle sings, and no one is aware,\n\
        The window light goes dark at night a little more and more,\n\
        While in the street the marching feet go past another door,\n\
        O town of mine, the stars that shine on palace and on shed\n";
    assert_eq!(read_plain(text).blocks.len(), 5);
}

#[test]
fn an_address_stays_as_its_lines() {
    check(
        "Ministry of Housing, Communities and Local Government\n2 Marsham Street\nLondon SW1P 4DF\n\n\
         Dear Sir,\n\nrents rose.\n",
        &[
            "paragraph Ministry of Housing, Communities and Local Government",
            "paragraph 2 Marsham Street",
            "paragraph London SW1P 4DF",
            "paragraph Dear Sir,",
            "paragraph rents rose.",
        ],
    );
}

#[test]
fn items_of_a_list_keep_their_wrapped_lines_and_nothing_else() {
    check(
        "The council says:\n\
         1. Rents have risen by four percent within a year, which is more than\n   anywhere else.\n\
         2. Wages fell.\n\
         3. The report on the flats that stand empty in the old town is due in\n   autumn.\n\
         That is all.\n",
        &[
            "paragraph The council says:",
            "list-item 1. Rents have risen by four percent within a year, which is more than/anywhere \
             else.",
            "list-item 2. Wages fell.",
            "list-item 3. The report on the flats that stand empty in the old town is due in/autumn.",
            "paragraph That is all.",
        ],
    );
    check(
        "•\tRents\n•\tWages\n1.\tPrices",
        &["list-item •\tRents", "list-item •\tWages", "list-item 1.\tPrices"],
    );
}

#[test]
fn rows_of_a_table_and_addresses_of_the_web_stay_alone() {
    let text = format!(
        "{RELEASE}\nYear        Rents in percent        Wages in percent           Prices\n\
         2023        four                    two                         three\n\
         2024        five                    one                         three\n\n\
         The figures come from the council, which has published them under this\n\
         https://example.org/a/very/long/address/that/no/margin/can/break/anywhere\n\
         and will publish them again.\n"
    );
    let read = read_plain(&text);
    let last: Vec<usize> = read.blocks.iter().rev().take(6).map(|it| it.lines.len()).collect();
    assert_eq!(last, [1; 6]);
}

#[test]
fn a_paragraph_may_begin_with_an_indent() {
    let text = "   The council of the old town said on Monday that rents had risen by\n\
        four percent within a year, which is more than in any other part of the\n\
        city, and that it would act.\n   \
        The mayor called it a warning and announced that a report on the flats\n\
        that stand empty would be published in autumn, which is rather late.\n";
    let lengths: Vec<usize> = read_plain(text).blocks.iter().map(|it| it.lines.len()).collect();
    assert_eq!(lengths, [3, 2]);
}

#[test]
fn a_short_line_ends_a_paragraph_within_a_block() {
    let text = "The council of the old town said on Monday that rents had risen by four\n\
        percent within a year, which is more than in any other part of the city\n\
        and more than planned.\n\
        The mayor called it a warning and announced that a report on the flats\n\
        that stand empty would be published in autumn, which is rather late for\n\
        those who have to leave.\n";
    let lengths: Vec<usize> = read_plain(text).blocks.iter().map(|it| it.lines.len()).collect();
    assert_eq!(lengths, [3, 3]);
}

#[test]
fn spaces_at_the_ends_of_lines_say_what_goes_on() {
    let text = "The council said on Monday that rents rose \nby four percent in a year.\n\
        Wages did not change in that year, and still \nnobody knows why.\n\nLi\n";
    let lengths: Vec<usize> = read_plain(text).blocks.iter().map(|it| it.lines.len()).collect();
    assert_eq!(lengths, [2, 2, 1]);
    // These spaces say nothing: they stand at the ends of paragraphs as well.
    let lengths =
        read_plain(&text.replace(".\n", ". \n")).blocks.into_iter().map(|it| it.lines.len());
    assert!(lengths.max() == Some(1));
}

#[test]
fn scripts_without_spaces_are_not_joined() {
    let line = "市議会は木曜日に家賃が上昇したと発表した市議会は木曜日に家賃が上昇したと発表した市議会は木曜日に家賃が上昇した";
    let text = [line; 5].join("\n");
    assert_eq!(read_plain(&text).blocks.len(), 5);
}

#[test]
fn a_quoted_line_that_sends_readers_elsewhere_is_a_promo() {
    check(
        "Rents rose.\n> See also: Rents in Spain\nWages fell.\n> Nobody knows.\n",
        &[
            "paragraph Rents rose.",
            "promo > See also: Rents in Spain",
            "paragraph Wages fell.",
            "quotation Nobody knows.",
        ],
    );
}

#[test]
fn every_line_break_gives_the_same_passages() {
    for text in [RELEASE, MAIL, POEM] {
        for sign in ["\r\n", "\r", "\u{2028}"] {
            assert_eq!(read_plain(&text.replace('\n', sign)), read_plain(text), "{sign:?}");
        }
    }
}

#[test]
fn what_no_text_may_have_is_told_of() {
    let read = read_plain("\u{feff}Rents\0rise\0\n\u{fffd}");
    assert_eq!(read.notes, [ImportNote::ByteOrderMark, ImportNote::ReplacedChars(2)]);
    assert_eq!(shown(&read), ["headline Rents\u{fffd}rise\u{fffd}", "paragraph \u{fffd}"]);
    assert_eq!(read_plain("\u{feff}").blocks, []);
    for text in ["", " \n\t\n\u{2028}\u{a0}\r\n", ">\n> \n>>\n"] {
        assert_eq!(read_plain(text), ImportedText::default(), "{text:?}");
    }
}

/// Lines as texts have them, long and short.
fn line(rng: &mut Rng) -> String {
    const STARTS: [&str; 14] = [
        "",
        "",
        "",
        "",
        "> ",
        ">> ",
        "- ",
        "12. ",
        "  ",
        "From: ",
        "Subject: ",
        "-- ",
        "By ",
        "Photo: ",
    ];
    let start = STARTS[rng.below(STARTS.len())];
    let body = match rng.below(4) {
        0 => rng.text(4),
        1 => rng.text(200),
        _ => {
            let words = ["rents", "rose", "The", "council", "by", "four", "said."];
            let number = rng.below(16);
            let words: Vec<&str> = (0..number).map(|_| words[rng.below(words.len())]).collect();
            words.join(" ")
        }
    };
    let end = ["", "", "", " "][rng.below(4)];
    format!("{start}{body}{end}")
}

#[test]
fn every_character_is_kept_in_its_order() {
    for seed in 0..3_000 {
        let mut rng = Rng::new(seed);
        let lines: Vec<String> = (0..rng.below(25)).map(|_| line(&mut rng)).collect();
        let text = lines.join("\n");
        let read = read_plain(&text);
        assert_eq!(kept(&read), bare(&text), "{seed}: {text}");
        for block in &read.blocks {
            assert!(!block.lines.is_empty());
            assert!(block.lines.iter().all(|it| !it.trim().is_empty()), "{block:?}");
        }
    }
}

#[test]
fn long_texts_are_read_in_time_that_grows_with_them() {
    let texts = [
        RELEASE.repeat(2_000),
        MAIL.repeat(2_000),
        "\n".repeat(1_000_000),
        "word ".repeat(400_000),
        "w".repeat(2_000_000),
        ">".repeat(2_000_000),
        "> \n".repeat(300_000),
        "a\n".repeat(100_000),
        "X-A: b\n".repeat(100_000),
        "From: a\n\n".repeat(50_000),
        "- ".repeat(500_000),
        "\u{301}".repeat(500_000),
    ];
    for text in texts {
        let begun = Instant::now();
        let read = read_plain(&text);
        let start: String = text.chars().take(20).collect();
        assert!(begun.elapsed() < Duration::from_mins(5), "{start}");
        assert!(read.blocks.len() <= text.len());
    }
}

/// A paragraph that was broken at a margin of sixty characters, with a word broken in it.
fn broken(end: &str, start: &str) -> String {
    let long = |width: usize, rest: &str| "o".repeat(width - rest.chars().count());
    let second = long(60, &format!("and  {end}"));
    let third = long(59, &format!("{start} and about "));
    format!(
        "The council of the city met on Tuesday to speak about its\nand {second} {end}\n{start} and \
         about {third}\nstreets, which the long-term plan for education names."
    )
}

#[track_caller]
fn check_broken(end: &str, start: &str, joined: &str) {
    let mut imported = read_plain(&broken(end, start));
    assert_eq!(imported.blocks.len(), 1, "{:?}", imported.blocks);
    let text = imported.blocks[0].text();
    assert!(text.contains(&format!(" {joined} and about")), "{text}");
    imported.restore(&[0]);
    let lines: Vec<String> = imported.blocks.iter().map(ImportedBlock::text).collect();
    assert_eq!(lines.join("\n"), broken(end, start));
}

#[test]
fn a_word_broken_at_a_margin_is_joined_where_that_is_sure() {
    check_broken("inter-", "national", "international");
    check_broken("edu-", "cation", "education");
    check_broken("nota-", "tion", "notation");
    check_broken("long-", "term", "long-term");
}

#[test]
fn a_hyphen_that_may_be_meant_stays() {
    check_broken("well-", "known", "well- known");
    check_broken("pre-", "and post-war", "pre- and post-war");
    check_broken("Anglo-", "Saxon", "Anglo- Saxon");
}
