//! Made-up runs of repairs: claims stand on their words, stores hold what is shown, and undoing all
//! gives the start.

use std::collections::BTreeMap;

use claimlight::{
    app::{BlockEditMsg, Msg, Snap},
    article::{Kind, Position, Span},
    id::ClaimId,
    text::{ByteOffset, graphemes},
};

use crate::{rng::Rng, test_app::TestApp};

/// A place between two characters of some block.
fn place(app: &TestApp, rng: &mut Rng) -> (usize, Position) {
    let blocks = app.document().blocks();
    let at = rng.below(blocks.len());
    let block = blocks.at(at).unwrap();
    let mut edges: Vec<ByteOffset> = graphemes(&block.text).iter().map(|it| it.0).collect();
    edges.push(ByteOffset::new(block.text.len()));
    (at, Position { block: block.id.clone(), offset: edges[rng.below(edges.len())] })
}

fn span(app: &TestApp, rng: &mut Rng) -> Span {
    let [one, other] = [place(app, rng), place(app, rng)];
    let is_before = (one.0, one.1.offset) <= (other.0, other.1.offset);
    let (start, end) = if is_before { (one.1, other.1) } else { (other.1, one.1) };
    Span { start, end }
}

/// Does something; only some of it is an act.
fn action(app: &mut TestApp, rng: &mut Rng) {
    let (at, position) = place(app, rng);
    let block = position.block.clone();
    match rng.below(9) {
        0 | 1 => {
            let end = Position { offset: ByteOffset::new(usize::MAX), ..position.clone() };
            let length = app.document().blocks().at(at).unwrap().text.len();
            let end = Position { offset: ByteOffset::new(length), ..end };
            let span = Span { start: position, end };
            app.send(Msg::TextSelected { span, edges: Snap::None });
            app.send(Msg::Repair(BlockEditMsg::Split(block)));
        }
        2 => {
            app.send(Msg::Repair(BlockEditMsg::Joined(block)));
        }
        3 | 4 => {
            let mut text = app.document().blocks().at(at).unwrap().text.to_string();
            let more = rng.text(4);
            let end = (position.offset.get()..=text.len()).filter(|it| text.is_char_boundary(*it));
            let end: Vec<usize> = end.take(6).collect();
            text.replace_range(position.offset.get()..end[rng.below(end.len())], &more);
            app.send(Msg::Repair(BlockEditMsg::CorrectAsked(block)));
            app.send(Msg::Repair(BlockEditMsg::Typed(text)));
            app.send(Msg::Repair(BlockEditMsg::Corrected));
            app.send(Msg::Repair(BlockEditMsg::Dropped));
        }
        5 | 6 => {
            let span = span(app, rng);
            app.send(Msg::TextSelected { span, edges: Snap::None });
            app.press("Enter");
            app.press("Escape");
        }
        7 => {
            app.send(Msg::ReviewToggled(block));
        }
        _ => {
            let kind = [Kind::Quotation, Kind::Paragraph, Kind::Other][rng.below(3)];
            app.send(Msg::BlockKindChanged(block, kind));
        }
    }
}

fn quotes(app: &TestApp) -> BTreeMap<ClaimId, Option<String>> {
    let document = app.document();
    let quote = |claim: &claimlight::claim::Claim| claim.target.quote(document.blocks());
    document.claims().map(|claim| (claim.id.clone(), quote(claim))).collect()
}

/// The words without white space, which lines that are split or joined may change.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn check_claims(app: &TestApp, before: &BTreeMap<ClaimId, Option<String>>) {
    let document = app.document();
    let now = quotes(app);
    for (id, was) in before {
        let claim = document.claim(id).expect("no claim is lost");
        let is = now[id].as_deref().map(letters).unwrap_or_default();
        let was = was.as_deref().map(letters).unwrap_or_default();
        assert!(
            is == was || claim.previous_quote.is_some(),
            "{was:?} became {is:?} without a word"
        );
        let pieces = claim.target.ranges().count();
        assert_eq!(now[id].is_some(), pieces > 0, "the words are at their place");
    }
    assert_eq!(document.claims().count(), document.claim_count(), "all are listed");
}

/// Files are long, so only the lines that differ are told.
#[track_caller]
fn check_same(file: &str, wanted: &str, seed: u64) {
    let apart = file.lines().zip(wanted.lines()).find(|(one, other)| one != other);
    assert_eq!(apart, None, "seed {seed}");
    assert_eq!(file.len(), wanted.len(), "seed {seed}");
}

#[test]
fn made_up_runs_lose_nothing() {
    for seed in 0..60 {
        let mut rng = Rng::new(seed);
        let mut app = TestApp::new();
        let lines: Vec<String> = (0..4).map(|at| format!("{at} {} end", rng.text(12))).collect();
        app.paste(&lines.join("\n"));
        let start = app.export();
        let mut exports = vec![start.clone()];
        for _ in 0..25 {
            let before = quotes(&app);
            action(&mut app, &mut rng);
            check_claims(&app, &before);
            if exports.last() != Some(&app.export()) {
                exports.push(app.export());
            }
        }
        app.check_stored();
        let mut next = app.reopened_with_journal();
        for app in [&mut app, &mut next] {
            for wanted in exports.iter().rev().skip(1) {
                app.undo();
                check_same(&app.export(), wanted, seed);
            }
            app.check_stored();
            for wanted in exports.iter().skip(1) {
                app.redo();
                check_same(&app.export(), wanted, seed);
            }
            app.check_stored();
        }
    }
}
