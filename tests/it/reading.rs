//! Reading plain text as an article.

use claimlight::{article::Kind, import::read_article_lines as read};

const SAMPLE: &str = include_str!("../../static/sample.txt");

/// The kinds of the blocks in a letter each: Headline, Standfirst, Byline, sUbheading, Paragraph,
/// Quotation, List item, Caption, promO, otheR.
fn kinds(text: &str) -> String {
    let letter = |kind| match kind {
        Kind::Headline => 'H',
        Kind::Standfirst => 'S',
        Kind::Byline => 'B',
        Kind::Subheading => 'U',
        Kind::Paragraph => 'P',
        Kind::Quotation => 'Q',
        Kind::ListItem => 'L',
        Kind::Caption => 'C',
        Kind::Promo => 'O',
        Kind::Other => 'R',
    };
    read(text).blocks.iter().map(|block| letter(block.kind)).collect()
}

/// The text has blocks of these kinds; none is dropped, and reading them again changes nothing.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(kinds(text), expected, "{text}");
    let draft = read(text);
    let squeeze = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        squeeze(&draft.blocks.text()),
        squeeze(text.trim_start_matches('\u{feff}')),
        "every word is there"
    );
    assert_eq!(read(&draft.blocks.text()), draft, "the canonical text reads the same");
}

#[test]
fn the_sample_article_is_read_as_people_read_it() {
    check(SAMPLE, "HSPPPPPPPPPOUPPPPPPO");
    let draft = read(SAMPLE);
    assert_eq!(draft.title, SAMPLE.lines().next().unwrap());
    assert_eq!(draft.blocks.at(12).unwrap().text.as_ref(), "UK readies 1,000 troops");
    let numbered = draft.blocks.iter().filter(|block| block.kind.is_numbered()).count();
    assert_eq!(numbered, 15);
    let numbers: Vec<_> = draft.blocks.numbers().collect();
    assert_eq!(numbers[6], Some(5), "the paragraph about 100,000 troops");
    assert_eq!((numbers[0], numbers[12], numbers[13]), (None, None, Some(10)));
}

#[test]
fn the_canonical_text_is_the_lines_joined_by_line_feeds() {
    let draft = read(SAMPLE);
    assert_eq!(draft.blocks.text(), SAMPLE.trim_end());
    let windows = SAMPLE.replace('\n', " \r\n\r\n");
    assert_eq!(read(&format!("\u{feff}{windows}")), draft);
}

#[test]
fn blocks_are_named_in_order() {
    let ids: Vec<String> =
        read("One.\n\nTwo.\nThree.").blocks.iter().map(|block| block.id.to_string()).collect();
    assert_eq!(ids, ["b1", "b2", "b3"]);
}

#[test]
fn empty_lines_make_no_block() {
    check("", "");
    check(" \n\t\n\u{2028}\u{a0}\r\n", "");
    check("Rents rose.\n\n\n  \nWages fell.\n", "PP");
}

#[test]
fn blank_lines_between_paragraphs_change_nothing() {
    let text = "Rents rise again\n\nRents rose by 4% in May, the council said.\n\nWages fell.\n\n";
    check(text, "HPP");
}

#[test]
fn a_byline_is_told_from_a_sentence() {
    check("Rents rise again\nBy Ana Ruiz\nRents rose in May.\nWages fell.", "HBPP");
    check("Rents rise again\nWritten by Ana Ruiz and Li Wei\nRents rose.\nWages fell.", "HBPP");
    check("Rents rise again\nBy May, rents had risen by 4%.\nWages fell.", "HPP");
    check("Rents rise again\nBy May the rents had risen\nWages fell by 3% in May.", "HUP");
}

#[test]
fn a_standfirst_comes_between_headline_and_body_only() {
    let body = "Rents rose by 4% in May.\nWages fell.\nPrices did not change.\n";
    check(&format!("Rents rise again\nThe council blames the war for it.\n{body}"), "HSPPP");
    check(&format!("Rents rise\nBy Ana Ruiz\nThe council blames the war.\n{body}"), "HBSPPP");
    check("Rents rise again\nThe council blames the war for it.\nWages fell.", "HPP");
}

#[test]
fn a_first_paragraph_that_tells_the_headline_again_is_no_standfirst() {
    let body = "The council blames the war.\nWages fell.\nPrices did not change.\n";
    check(&format!("Rents rise again\nRents rose by 4% in May.\n{body}"), "HPPPP");
    check(
        &format!("Rents rise again\nBERLIN – The war is to blame.\nRents rose.\n{body}"),
        "HPPPPP",
    );
    let long = "The war is to blame. So it says. Nobody else does.";
    check(&format!("Rents rise again\n{long}\nRents rose.\n{body}"), "HPPPPP");
}

#[test]
fn a_line_that_says_when_is_no_subheading() {
    for line in [
        "Published 12 March 2024, 10:05",
        "Updated: 3 Jun 2024 at 10.05am GMT",
        "Monday, 3 June 2024",
        "June 3rd, 2024",
        "3. Juni 2024, 10.05 Uhr",
        "Publié le 3 juin 2024 à 10h05",
        "12.03.2024",
        "2024-03-12T10:05:00Z",
        "12/03/2024 | 10:05",
        "4 min read",
        "3 hours ago",
        "12 March 2024 · 4 min read",
        "LONDON, 3 June 2024",
        "2024年3月12日 10:05",
        "* * *",
        "FOR IMMEDIATE RELEASE",
    ] {
        check(&format!("Rents rise\n{line}\nRents rose in May.\n{line}\nWages fell."), "HRPRP");
        check(&format!("{line}\nRents rise\nRents rose in May."), "RHP");
    }
    for line in ["1984", "May 2024 was cold", "12.50", "In 3 days", "Room 101", "555-123-4567"] {
        let kinds = kinds(&format!("Rents rise\nRents rose in May.\n{line}\nWages fell."));
        assert!(kinds == "HPUP" || kinds == "HPPP", "{line} {kinds}");
    }
}

#[test]
fn captions_are_told_by_how_they_begin_and_by_credits() {
    for line in [
        "Photo: The mayor in May.",
        "Photograph by Ana Ruiz",
        "Image source: Getty Images",
        "A file photo of the town hall.",
        "Caption: The town hall",
        "The mayor on Monday. (AP Photo/Ana Ruiz)",
        "The mayor on Monday [Ana Ruiz/Reuters",
        "The mayor at the town hall | Ana Ruiz/Getty Images",
    ] {
        check(&format!("Rents rose in May.\n{line}\nWages fell in May."), "PCP");
    }
    check("Rents rose in May.\nPhoto agencies such as Reuters gained.\nWages fell.", "PPP");
}

#[test]
fn words_in_quotation_marks_are_a_quotation_where_a_dash_says_whose() {
    check("Rents rose.\n“Nobody will leave.” — Ana Ruiz, mayor\nWages fell.", "PQP");
    check("Rents rose.\n\"Nobody will leave\" - Ana Ruiz\nWages fell.", "PQP");
    check(
        "Rents rose.\n“Nobody will leave.”\n“Nobody,” she said – not in May.\nWages fell.",
        "PPPP",
    );
}

#[test]
fn a_greeting_is_neither_headline_nor_subheading() {
    check("Dear Ana,\nRents rose in May.\nKind regards,\nRents rose again.", "PPPP");
}

#[test]
fn a_question_can_be_a_headline() {
    check("Did rents rise in May?\nRents rose by 4%, the council said.\nWages fell.", "HPP");
}

#[test]
fn a_first_line_that_ends_as_sentences_do_is_no_headline() {
    check("Rents rose by 4% in May.\nWages fell.", "PP");
    assert_eq!(read("Rents rose by 4% in May.\nWages fell.").title, "Rents rose by 4% in May.");
}

#[test]
fn list_items_are_told_by_their_marks() {
    check("The council says\n• rents rose,\n- wages fell\n* prices stood\nThat is all.", "HLLLP");
    check("The council says:\n1. Rents rose.\n2. Wages fell.\n3) Prices stood.", "PLLL");
}

#[test]
fn a_negative_number_or_a_dash_in_speech_is_no_list_mark() {
    check("It was cold.\n-5 degrees were measured in May.\n-- end", "PPP");
}

#[test]
fn a_year_at_the_start_of_a_line_is_no_list_mark() {
    check("It began early.\n1989. That was the year.\n3.5 million people came.", "PPP");
}

#[test]
fn a_poem_is_not_all_subheadings() {
    let poem = "The Rent\n\nThe rent is due\nthe wage is not\nthe house is cold\nthe soup is hot\n";
    check(poem, "HPPPP");
}

#[test]
fn a_short_last_line_is_no_subheading() {
    check("Rents rise again\nRents rose by 4% in May.\nAdditional reporting: Li Wei", "HPP");
}

#[test]
fn a_chinese_article_is_read_by_the_same_rules() {
    let text = "台北房租再上漲\n市府表示五月房租上漲百分之四。\n各界反應\n議員要求說明。";
    check(text, "HPUP");
}

#[test]
fn an_arabic_article_is_read_by_the_same_rules() {
    check("ارتفاع الإيجارات مجددا\nهل ارتفعت الإيجارات؟\nنعم، قالت البلدية.", "HPP");
}

#[test]
fn a_text_of_one_line_is_a_paragraph() {
    check("Rents rose again", "P");
    let long = "Rents rose. ".repeat(20_000);
    check(&long, "P");
    assert_eq!(
        read(&long).title,
        "Rents rose. Rents rose. Rents rose. Rents rose. Rents rose. Rents rose.…"
    );
}

#[test]
fn promos_are_told_by_how_they_begin() {
    let promos = [
        "READ MORE: Rents in Spain",
        "Read more",
        "Related – Rents in Spain",
        "> See also: Rents in Spain",
        "Don’t miss: our newsletter",
        "Advertisement",
        "Sign up for our newsletter",
    ];
    for promo in promos {
        check(&format!("Rents rose in May.\n{promo}\nWages fell in May."), "POP");
    }
}

#[test]
fn a_sentence_that_begins_like_a_promo_is_a_paragraph() {
    let sentences = [
        "Related costs rose by 4% in May.",
        "Watch prices rose by 4% in May.",
        "Read more than one source, the council said.",
        "Sign up rates fell by 4% in May, the council said in a statement on Thursday evening.",
    ];
    for sentence in sentences {
        check(&format!("Rents rose in May.\n{sentence}\nWages fell in May."), "PPP");
    }
}

#[test]
fn a_subheading_before_a_list_or_a_promo_is_one() {
    check("Rents rise\nRents rose in May.\nWhat we know\n- Rents rose.\n- Wages fell.", "HPULL");
}

#[test]
fn every_line_break_gives_the_same_article() {
    let text = "Rents rise\nRents rose in May.\nWages fell.";
    for sign in ["\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        assert_eq!(read(&text.replace('\n', sign)), read(text), "{sign:?}");
    }
}
