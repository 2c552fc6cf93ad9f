//! Subtitles become what is said in them, with who says it and when beside it.

use std::time::{Duration, Instant};

use claimlight::{
    article::Kind,
    import::{
        Disposition, ImportNote, ImportRequest, ImportedBlock, ImportedText, ReadMode,
        SourceFormat, import_text, read_subtitles,
    },
    text::lines,
};

use crate::import_html_corpora::payloads;

/// Each passage as `label | lines`, with its fate before it where it is left out.
fn shown(imported: &ImportedText) -> Vec<String> {
    let line = |block: &ImportedBlock| {
        let disposition = match block.disposition {
            Disposition::Included => "",
            Disposition::StruckThrough => "struck ",
            Disposition::Hidden => "hidden ",
            Disposition::Boilerplate => "around ",
        };
        let label = block.label.as_deref().map(|it| format!("{it} | ")).unwrap_or_default();
        format!("{disposition}{label}{}", block.lines.join("/"))
    };
    imported.blocks.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, blocks: &[&str]) {
    assert_eq!(shown(&read_subtitles(text)), blocks, "{text}");
}

/// Cues that follow each other every two seconds.
#[track_caller]
fn check_cues(cues: &[&str], blocks: &[&str]) {
    let cue = |(at, cue): (usize, &&str)| {
        format!("{}\n00:00:{:02},000 --> 00:00:{:02},900\n{cue}\n\n", at + 1, at * 2, at * 2 + 1)
    };
    let text: String = cues.iter().enumerate().map(cue).collect();
    check(&text, blocks);
}

#[test]
fn cues_are_passages_with_their_time() {
    check(
        "1\r\n00:01:12,000 --> 00:01:14,500\r\nTaxes fell.\r\n\r\n2\r\n01:01:15,000 --> \
         01:01:17,000\r\nNot all\r\nof them.\r\n",
        &["00:01:12 | Taxes fell.", "01:01:15 | Not all/of them."],
    );
    check(
        "WEBVTT - The budget\nKind: captions\nLanguage: en\n\nNOTE Made by\nhand\n\nSTYLE\n\
         ::cue { color: red }\n\nintro\n00:12.000 --> 00:14.000 align:start position:0%\nOne.\n\n\
         100:00:15.000 --> 100:00:16.000\nTwo.\n\nREGION\nid:a\n",
        &[
            "around The budget",
            "around Kind: captions",
            "around NOTE Made by",
            "around hand",
            "hidden STYLE",
            "hidden ::cue { color: red }",
            "00:00:12 | One.",
            "100:00:15 | Two.",
            "hidden REGION",
            "hidden id:a",
        ],
    );
    assert_eq!(read_subtitles("WEBVTT\nLanguage: pt-BR\n").language.as_deref(), Some("pt-BR"));
    assert!(
        read_subtitles("1\n00:01 --> 00:02\na").blocks.iter().all(|it| it.kind == Kind::Paragraph)
    );
}

#[test]
fn cues_in_which_a_sentence_goes_on_are_joined() {
    check_cues(
        &["Taxes", "fell in\nMay.", "Rents did", "not."],
        &["00:00:00 | Taxes/fell in/May.", "00:00:04 | Rents did/not."],
    );
    check_cues(&["a", "[music]", "b"], &["00:00:00 | a", "00:00:02 | [music]", "00:00:04 | b"]);
    check_cues(&["a", "- b", "c"], &["00:00:00 | a", "00:00:02 | - b/c"]);
    check(
        "1\n00:00:01 --> 00:00:02\na\n\n2\n00:00:05 --> 00:00:06\nb\n\n3\n00:00:03 --> 00:00:04\nc\n",
        &["00:00:01 | a", "00:00:05 | b", "00:00:03 | c"],
    );
}

#[test]
fn what_two_people_say_is_never_joined() {
    check_cues(
        &["ANNA: Taxes", "BEN: fell", "or rose", "ANNA: in May."],
        &["ANNA, 00:00:00 | Taxes", "BEN, 00:00:02 | fell/or rose", "ANNA, 00:00:06 | in May."],
    );
    check_cues(&["Taxes", "BEN: fell."], &["00:00:00 | Taxes", "BEN, 00:00:02 | fell."]);
}

#[test]
fn joined_cues_are_no_longer_than_a_minute_or_six_hundred_characters() {
    let lengths = |times: fn(usize) -> String, words: &str| -> Vec<usize> {
        let cue = |all: String, at| all + &times(at) + "\n" + words.trim_end() + "\n\n";
        let text = (0..14).fold("WEBVTT\n\n".to_owned(), cue);
        read_subtitles(&text).blocks.iter().map(|it| it.lines.len()).collect()
    };
    let second = |at: usize| format!("00:{at:02} --> 00:{at:02}");
    assert_eq!(lengths(second, &"word ".repeat(20)), [5, 5, 4]);
    let ten = |at: usize| format!("{0:02}:{1}0 --> {0:02}:{1}9", at / 6, at % 6);
    assert_eq!(lengths(ten, "a"), [6, 6, 2]);
}

#[test]
fn a_joined_passage_is_taken_back_as_its_lines() {
    let mut imported = read_subtitles("1\n00:01 --> 00:02\nANNA: a\n\n2\n00:02 --> 00:03\nb\n");
    assert_eq!(shown(&imported), ["ANNA, 00:00:01 | a/b"]);
    imported.restore(&[0]);
    assert_eq!(shown(&imported), ["ANNA, 00:00:01 | a", "ANNA, 00:00:01 | b"]);
}

#[test]
fn who_speaks_stands_beside_what_is_said() {
    check(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Anna &amp; Co>Taxes <i>fell</i>.</v>\n<v Ben>Did \
         they?\nNote: no.\n\n00:03.000 --> 00:04.000\n<v Ben>They\n\n00:04.000 --> 00:05.000\n<v \
         Ben>did.</v> Yes.\n",
        &[
            "Anna & Co, 00:00:01 | Taxes fell.",
            "Ben, 00:00:01 | Did they?/Note: no.",
            "Ben, 00:00:03 | They/did.",
            "00:00:04 | Yes.",
        ],
    );
    check_cues(
        &[
            "ANNA: Taxes",
            "ANNA: fell.",
            "MR. O'NEIL: Did they?\n- DR 2: No.",
            "&gt;&gt; Ben Roe: Yes.",
            ">> No.",
            "ANNA:",
        ],
        &[
            "ANNA, 00:00:00 | Taxes/fell.",
            "MR. O'NEIL, 00:00:04 | Did they?",
            "DR 2, 00:00:04 | No.",
            "Ben Roe, 00:00:06 | Yes.",
            "00:00:08 | >> No.",
            "00:00:10 | ANNA:",
        ],
    );
    check_cues(
        &["- One.\n- Two.", "-Three.", "-5 degrees", "--and more."],
        &[
            "00:00:00 | - One.",
            "00:00:00 | - Two.",
            "00:00:02 | -Three.",
            "00:00:04 | -5 degrees/--and more.",
        ],
    );
}

#[test]
fn a_word_before_a_colon_is_a_name_only_where_it_comes_again() {
    check_cues(&["Note: taxes fell."], &["00:00:00 | Note: taxes fell."]);
    check_cues(
        &["Anna: One.", "He said: two.", "Anna: Three.", "At 10:30 sharp.", "http://a.org: b."],
        &[
            "Anna, 00:00:00 | One.",
            "00:00:02 | He said: two.",
            "Anna, 00:00:04 | Three.",
            "00:00:06 | At 10:30 sharp.",
            "00:00:08 | http://a.org: b.",
        ],
    );
    check_cues(&["他说：一。", "他说：二。"], &["00:00:00 | 他说：一。", "00:00:02 | 他说：二。"]);
}

#[test]
fn marks_of_style_are_left_out_and_what_only_looks_like_one_stays() {
    check_cues(
        &[
            "{\\an8}<b>One</b> <c.red.bg_blue>two</c><00:00:00.500> <font color=\"red\">3</font>.\n{i}four{/i}.",
        ],
        &["00:00:00 | One two 3./four."],
    );
    check_cues(
        &["a < b > c <d> {e} <i 5 &lt;i&gt; &amp;lt; R&D&nbsp;&rlm;f&lrm;."],
        &["00:00:00 | a < b > c <d> {e} <i 5 <i> &lt; R&D\u{a0}\u{200f}f\u{200e}."],
    );
    check_cues(&["<i></i>", "&nbsp;", "a."], &["00:00:04 | a."]);
}

#[test]
fn captions_that_roll_are_read_once() {
    let text = "WEBVTT\nKind: captions\nLanguage: en\n\n\
        00:00:00.000 --> 00:00:02.000 align:start position:0%\n \ntaxes<00:00:00.500><c> fell</c>\n\n\
        00:00:02.000 --> 00:00:02.010 align:start position:0%\ntaxes fell\n \n\n\
        00:00:02.010 --> 00:00:04.000 align:start position:0%\ntaxes fell\nin<00:00:03.000><c> May</c>\n\n\
        00:00:04.000 --> 00:00:04.010 align:start position:0%\nin May\n \n\n\
        00:00:04.010 --> 00:00:06.000 align:start position:0%\nin May\nand June\n";
    let imported = read_subtitles(text);
    assert_eq!(
        shown(&imported),
        ["around Kind: captions", "00:00:00 | taxes fell/in May/and June"]
    );
    assert_eq!(imported.notes, [ImportNote::DuplicateCaptions(4)]);
    check_cues(
        &["No", "No.", "No.", "No."],
        &["00:00:00 | No/No.", "00:00:04 | No.", "00:00:06 | No."],
    );
    check_cues(&["No.", "No.", "Yes."], &["00:00:00 | No.", "00:00:02 | No.", "00:00:04 | Yes."]);
}

#[test]
fn what_is_part_of_no_cue_is_kept_as_text() {
    check(
        "Words\n\n1\n00:00:01,000 --> 00:00:02,000 Hello there.\n\n2\n00:00:xx,000 --> 00:00:04,000\nLost.\n\n\
         3\n00:00:05,000 --> 00:00:06,000\nLine one.\n\nLine two.\n\n4\n00:00:07,0",
        &[
            "Words",
            "00:00:01 | Hello there.",
            "2",
            "00:00:xx,000 --> 00:00:04,000",
            "Lost.",
            "00:00:05 | Line one.",
            "Line two.",
            "4",
            "00:00:07,0",
        ],
    );
    check(
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nOne.\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\n1989.\n",
        &["00:00:01 | One.", "00:00:03 | 1989."],
    );
    check(
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\n1989\n",
        &["00:00:01 | One.", "00:00:03 | 1989"],
    );
    check("", &[]);
    check("99:99 --> 99:99\n", &["99:99 --> 99:99"]);
}

#[test]
fn characters_that_no_text_may_have_are_told_of() {
    let imported = read_subtitles("\u{feff}1\n00:01 --> 00:02\na\0b\u{2028}c");
    assert_eq!(shown(&imported), ["00:00:01 | a\u{fffd}b/c"]);
    assert_eq!(imported.notes, [ImportNote::ByteOrderMark, ImportNote::ReplacedChars(1)]);
}

fn source_format(name: Option<&str>, text: &str) -> SourceFormat {
    let name = name.map(str::to_owned);
    let given =
        ImportRequest { name, text: text.to_owned(), is_html: false, how: ReadMode::Structured };
    import_text(&given, None, &mut |_| {}).source_format
}

#[test]
fn subtitles_are_known_by_the_name_of_their_file_or_by_their_first_lines() {
    for name in ["a.srt", "A.VTT"] {
        assert_eq!(source_format(Some(name), "words"), SourceFormat::Subtitles, "{name}");
    }
    for text in ["WEBVTT", "\u{feff}WEBVTT\n", "WEBVTT - a\n", "\n1\n00:00:01,0 --> 00:00:02,0\na"]
    {
        assert_eq!(source_format(None, text), SourceFormat::Subtitles, "{text}");
        assert_eq!(source_format(Some("a.txt"), text), SourceFormat::Subtitles, "{text}");
    }
    for text in ["WEBVTTs are files", "1\nwords", "Words --> more", "1\na --> b", ""] {
        assert_eq!(source_format(None, text), SourceFormat::Plain, "{text}");
    }
}

#[test]
fn hostile_subtitles_are_read_as_lines() {
    for text in payloads() {
        let cues = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n\n<v {text}>a\n");
        for text in [text, cues] {
            for block in read_subtitles(&text).blocks {
                assert!(!block.lines.is_empty(), "{text:?}");
                for line in &block.lines {
                    assert_eq!(lines(line).count(), 1, "{text:?}");
                    assert!(!line.trim().is_empty() && line.trim() == line, "{text:?}");
                }
            }
        }
    }
}

#[test]
fn hard_subtitles_are_read_to_the_end() {
    let cue = "1\n00:00:01,000 --> 00:00:02,000\n";
    let texts = [
        cue.repeat(100_000),
        format!("{cue}a\n\n").repeat(100_000),
        cue.to_owned() + &"<".repeat(2_000_000),
        cue.to_owned() + &"{<&".repeat(700_000),
        cue.to_owned() + &"<v a>".repeat(400_000),
        cue.to_owned() + &"- a\n".repeat(400_000),
        cue.to_owned() + &"A: a\n".repeat(400_000),
        cue.to_owned() + &"a\n".repeat(400_000) + "\n" + cue + &"a\n".repeat(400_000),
        "WEBVTT\n\n".to_owned() + &"NOTE a\n".repeat(400_000),
        "1\n\n".repeat(400_000),
        "\n".repeat(1_000_000),
        "-->".repeat(1_000_000),
    ];
    for text in texts {
        let start: String = text.chars().take(60).collect();
        let began = Instant::now();
        let imported = read_subtitles(&(text + "\nx"));
        let took = began.elapsed();
        assert!(took < Duration::from_mins(5), "{took:?}: {start}");
        assert!(imported.blocks.iter().any(|it| it.text().contains('x')), "{start}");
    }
}
