//! How marks are drawn: runs, fills, underlines and what is said of them.

use std::rc::Rc;

use claimlight::{
    app::view::{ArticleView, BlockView, Highlight, LANES, RunView},
    article::Span,
    claim::{Claim, default_scale, shipped_tags},
    document::Document,
    id::{ClaimId, TagId},
    text::{self, ByteOffset},
    time::Timestamp,
};

use crate::{fixtures, rng::Rng, span_markup};

/// The document of one text in which each of `marked` is a claim: `c1`, `c2` and so on, with the
/// tags that follow it.
fn document(marked: &[(&str, &[&str])]) -> Document {
    let (blocks, _) = span_markup::article(marked[0].0);
    let mut document = Document::new(fixtures::details("Rents"), blocks, default_scale());
    for tag in shipped_tags() {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    for (at, (text, tags)) in marked.iter().enumerate() {
        let (blocks, spans) = span_markup::article(text);
        assert_eq!(blocks.text(), document.blocks().text(), "one text for all");
        add(&mut document, at + 1, spans[0].clone(), tags);
    }
    document
}

fn add(document: &mut Document, number: usize, span: Span, tags: &[&str]) {
    let id = ClaimId::new(&format!("c{number}")).unwrap();
    let number = u32::try_from(number).unwrap();
    let mut claim = Claim::new(id.clone(), number, span, Timestamp::from_millis(0));
    claim.tags = tags.iter().map(|tag| TagId::new(tag).unwrap()).collect();
    document.set_claim(&id, Some(Rc::new(claim)));
}

fn views(document: &Document, selected: Option<&str>) -> Vec<BlockView> {
    let selected = selected.map(|id| ClaimId::new(id).unwrap());
    let page = ArticleView::new(document, Highlight { selected: selected.as_ref(), current: None });
    let blocks = page.sections.iter().flat_map(|section| section.blocks.iter());
    blocks.map(|block| BlockView::clone(block)).collect()
}

/// The runs of all blocks, each as its words and, in brackets, the claims on it.
#[track_caller]
fn check(marked: &[(&str, &[&str])], expected: &str) {
    let document = document(marked);
    let show = |run: &RunView| match &run.mark {
        None => run.text.clone(),
        Some(mark) => {
            let claims: Vec<&str> = mark.claims.iter().map(ClaimId::as_str).collect();
            format!("[{}|{}]", run.text, claims.join(" "))
        }
    };
    let views = views(&document, None);
    let shown: Vec<String> = views.iter().map(|it| it.runs.iter().map(show).collect()).collect();
    assert_eq!(shown.join("\n"), expected);
}

fn fills(marked: &[(&str, &[&str])]) -> Vec<&'static str> {
    let views = views(&document(marked), None);
    let runs = views.iter().flat_map(|view| view.runs.iter());
    runs.filter_map(|run| Some(run.mark.as_ref()?.background)).collect()
}

fn spoken(marked: &[(&str, &[&str])]) -> Vec<String> {
    let views = views(&document(marked), None);
    let runs = views.iter().flat_map(|view| view.runs.iter());
    runs.filter_map(|run| run.mark.as_ref()?.aria_label.clone()).collect()
}

#[test]
fn a_text_without_claims_is_one_run() {
    let mut document = document(&[("⟦Rents⟧ rose", &[])]);
    document.set_claim(&ClaimId::new("c1").unwrap(), None);
    let views = views(&document, None);
    assert_eq!(views[0].runs, [RunView { text: "Rents rose".to_owned(), mark: None }]);
    assert_eq!(views[0].claims, "");
}

#[test]
fn overlapping_claims_share_the_words_that_both_cover() {
    check(
        &[("⟦Rents rose⟧ in May", &[]), ("Rents ⟦rose in⟧ May", &[])],
        "[Rents |c1][rose|c2 c1][ in|c2] May",
    );
}

#[test]
fn the_smallest_claim_comes_first() {
    check(
        &[("⟦Rents rose in May⟧", &[]), ("Rents ⟦rose⟧ in May", &[]), ("⟦Rents rose⟧ in May", &[])],
        "[Rents |c3 c1][rose|c2 c3 c1][ in May|c1]",
    );
}

#[test]
fn claims_that_touch_do_not_overlap() {
    check(&[("⟦Rents ⟧rose", &[]), ("Rents ⟦rose⟧", &[])], "[Rents |c1][rose|c2]");
}

#[test]
fn two_claims_on_the_same_words_are_both_there() {
    check(&[("⟦Rents⟧ rose", &[]), ("⟦Rents⟧ rose", &[])], "[Rents|c2 c1] rose");
}

#[test]
fn a_claim_across_blocks_marks_its_part_of_each() {
    let marked = [
        ("Rents ⟦rose.\nWages fell.\nPrices⟧ stood.", ["quantity"].as_slice()),
        ("Rents rose.\nWages ⟦fell⟧.\nPrices stood.", &[]),
    ];
    check(&marked, "Rents [rose.|c1]\n[Wages |c1][fell|c2 c1][.|c1]\n[Prices|c1] stood.");
    let views = views(&document(&marked), None);
    let claims: Vec<&str> = views.iter().map(|view| view.claims.as_str()).collect();
    assert_eq!(claims, ["c1", "c1 c2", "c1"]);
}

#[test]
fn emoji_accents_and_hebrew_are_cut_where_the_claims_end() {
    check(
        &[("⟦😀 Cafe\u{301}⟧ שלום", &[]), ("😀 Cafe\u{301} ⟦שלום⟧", &[])],
        "[😀 Cafe\u{301}|c1] [שלום|c2]",
    );
}

#[test]
fn the_fill_is_the_colour_of_the_first_tag_of_the_smallest_claim() {
    let marked = [
        ("⟦Rents rose⟧ in May", ["quantity", "event"].as_slice()),
        ("Rents ⟦rose⟧ in May", &["event"]),
    ];
    assert_eq!(fills(&marked), ["amber", "teal"]);
}

#[test]
fn a_claim_without_a_tag_is_grey() {
    assert_eq!(fills(&[("⟦Rents⟧ rose", &[])]), ["grey"]);
    assert_eq!(fills(&[("⟦Rents⟧ rose", &["no-such-tag"])]), ["grey"]);
}

#[test]
fn what_is_said_is_said_once_where_the_claim_starts() {
    let marked = [
        ("⟦Rents rose.\nWages⟧ fell.", ["quantity", "event"].as_slice()),
        ("Rents ⟦rose⟧.\nWages fell.", &[]),
    ];
    assert_eq!(spoken(&marked), ["[claim 1, Quantity, Event] ", "[claim 2, no tag] "]);
}

#[test]
fn the_selected_claim_is_told_wherever_it_covers_words() {
    let document =
        document(&[("⟦Rents rose.\nWages⟧ fell.", &[]), ("Rents rose.\n⟦Wages fell.⟧", &[])]);
    let selected: Vec<(String, bool)> = views(&document, Some("c1"))
        .iter()
        .flat_map(|view| view.runs.clone())
        .map(|run| (run.text, run.mark.is_some_and(|mark| mark.is_selected)))
        .collect();
    let expected = [("Rents rose.", true), ("Wages", true), (" fell.", false)];
    assert_eq!(selected, expected.map(|(text, is)| (text.to_owned(), is)));
}

#[test]
fn up_to_four_overlapping_claims_have_an_underline_of_their_own() {
    let text = ["⟦a b c d e⟧", "a ⟦b c d e⟧", "a b ⟦c d e⟧", "a b c ⟦d e⟧", "a b c d ⟦e⟧"];
    let marked: Vec<(&str, &[&str])> = text.iter().map(|it| (*it, [].as_slice())).collect();
    let views = views(&document(&marked), None);
    let taken: Vec<usize> = views[0]
        .runs
        .iter()
        .map(|run| run.mark.as_ref().unwrap().lanes.iter().flatten().count())
        .collect();
    assert_eq!(taken, [1, 2, 3, 4, LANES]);
    assert_eq!(views[0].runs[4].mark.as_ref().unwrap().claims.len(), 5, "none is lost");
}

#[test]
fn a_lane_is_free_again_after_its_claim() {
    let views = views(&document(&[("⟦a⟧ b", &["event"]), ("a ⟦b⟧", &["quantity"])]), None);
    let lanes: Vec<_> =
        views[0].runs.iter().filter_map(|run| Some(run.mark.as_ref()?.lanes)).collect();
    assert_eq!(lanes, [[Some("teal"), None, None, None], [Some("amber"), None, None, None]]);
}

#[test]
fn runs_cover_any_text_exactly_once_whatever_the_ranges_are() {
    for seed in 0..300 {
        let mut rng = Rng::new(seed);
        let text = rng.text(12);
        let mut offset = || ByteOffset::new(rng.below(text.len() + 3));
        let ranges: Vec<_> = (0..6).map(|_| (offset(), offset())).collect();
        let runs = text::runs(&text, &ranges);
        assert_eq!(runs.iter().map(|run| run.text).collect::<String>(), text);
        let mut at = 0;
        for run in &runs {
            assert!(!run.text.is_empty());
            for (index, (start, end)) in ranges.iter().enumerate() {
                let fits = start < end && text::slice(&text, *start, *end).is_some();
                let covers = fits && start.get() <= at && at < end.get();
                assert_eq!(run.covered_by.contains(&index), covers);
                assert_eq!(run.first_of.contains(&index), covers && start.get() == at);
            }
            at += run.text.len();
        }
    }
}
