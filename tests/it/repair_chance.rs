//! Made-up runs of repairs: claims stand on their words, stores hold what is shown, and undoing all
//! gives the start.

use std::collections::BTreeMap;

use claimlight::{
    app::{Edges, Msg, RepairMsg},
    article::{Kind, Place, Span},
    id::ClaimId,
    text::{ByteOffset, graphemes},
};

use crate::{chance::Chance, world::World};

/// A place between two characters of some block.
fn place(world: &World, chance: &mut Chance) -> (usize, Place) {
    let blocks = world.document().blocks();
    let at = chance.below(blocks.len());
    let block = blocks.at(at).unwrap();
    let mut edges: Vec<ByteOffset> = graphemes(&block.text).iter().map(|it| it.0).collect();
    edges.push(ByteOffset::new(block.text.len()));
    (at, Place { block: block.id.clone(), offset: edges[chance.below(edges.len())] })
}

fn span(world: &World, chance: &mut Chance) -> Span {
    let [one, other] = [place(world, chance), place(world, chance)];
    let is_before = (one.0, one.1.offset) <= (other.0, other.1.offset);
    let (start, end) = if is_before { (one.1, other.1) } else { (other.1, one.1) };
    Span { start, end }
}

/// Does something; only some of it is an act.
fn act(world: &mut World, chance: &mut Chance) {
    let (at, place) = place(world, chance);
    let block = place.block.clone();
    match chance.below(9) {
        0 | 1 => {
            let end = Place { offset: ByteOffset::new(usize::MAX), ..place.clone() };
            let length = world.document().blocks().at(at).unwrap().text.len();
            let end = Place { offset: ByteOffset::new(length), ..end };
            let span = Span { start: place, end };
            world.send(Msg::TextSelected { span, edges: Edges::Exact });
            world.send(Msg::Repair(RepairMsg::Split(block)));
        }
        2 => {
            world.send(Msg::Repair(RepairMsg::Joined(block)));
        }
        3 | 4 => {
            let mut text = world.document().blocks().at(at).unwrap().text.to_string();
            let more = chance.text(4);
            let end = (place.offset.get()..=text.len()).filter(|it| text.is_char_boundary(*it));
            let end: Vec<usize> = end.take(6).collect();
            text.replace_range(place.offset.get()..end[chance.below(end.len())], &more);
            world.send(Msg::Repair(RepairMsg::CorrectAsked(block)));
            world.send(Msg::Repair(RepairMsg::Typed(text)));
            world.send(Msg::Repair(RepairMsg::Corrected));
            world.send(Msg::Repair(RepairMsg::Dropped));
        }
        5 | 6 => {
            let span = span(world, chance);
            world.send(Msg::TextSelected { span, edges: Edges::Exact });
            world.press("Enter");
            world.press("Escape");
        }
        7 => {
            world.send(Msg::LookTurned(block));
        }
        _ => {
            let kind = [Kind::Quotation, Kind::Paragraph, Kind::Other][chance.below(3)];
            world.send(Msg::KindChosen(block, kind));
        }
    }
}

fn quotes(world: &World) -> BTreeMap<ClaimId, Option<String>> {
    let document = world.document();
    let quote = |claim: &claimlight::claim::Claim| claim.target.quote(document.blocks());
    document.claims().map(|claim| (claim.id.clone(), quote(claim))).collect()
}

/// The words without white space, which lines that are split or joined may change.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn check_claims(world: &World, before: &BTreeMap<ClaimId, Option<String>>) {
    let document = world.document();
    let now = quotes(world);
    for (id, was) in before {
        let claim = document.claim(id).expect("no claim is lost");
        let is = now[id].as_deref().map(letters).unwrap_or_default();
        let was = was.as_deref().map(letters).unwrap_or_default();
        assert!(is == was || claim.corrected.is_some(), "{was:?} became {is:?} without a word");
        let pieces = claim.target.pieces().count();
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
        let mut chance = Chance::new(seed);
        let mut world = World::new();
        let lines: Vec<String> = (0..4).map(|at| format!("{at} {} end", chance.text(12))).collect();
        world.paste(&lines.join("\n"));
        let start = world.export();
        let mut exports = vec![start.clone()];
        for _ in 0..25 {
            let before = quotes(&world);
            act(&mut world, &mut chance);
            check_claims(&world, &before);
            if exports.last() != Some(&world.export()) {
                exports.push(world.export());
            }
        }
        world.check_stored();
        let mut next = world.reopened_with_journal();
        for world in [&mut world, &mut next] {
            for wanted in exports.iter().rev().skip(1) {
                world.undo();
                check_same(&world.export(), wanted, seed);
            }
            world.check_stored();
            for wanted in exports.iter().skip(1) {
                world.redo();
                check_same(&world.export(), wanted, seed);
            }
            world.check_stored();
        }
    }
}
