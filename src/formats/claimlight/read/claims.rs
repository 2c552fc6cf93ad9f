//! Reading the member `claims`.

use std::{collections::HashMap, rc::Rc};

use crate::{
    article::{Blocks, Span},
    claim::{Claim, Evidence, Piece, Target},
    document::Document,
    formats::{Position, Positions},
    id::BlockId,
    json::{Item, Members, Misfit, Object},
    ordered,
    record::{Names, read_claim},
    text::CharOffset,
};

use super::{article::pair, block_of};

/// Reads all claims into a document that has its article, tags and sources.
pub(super) fn read(
    items: Vec<Item>,
    document: &mut Document,
    names: &mut Names,
) -> Result<(), Misfit> {
    let blocks = document.blocks().clone();
    let text = blocks.text();
    let reader = Reader { text: &text, blocks: &blocks, positions: Positions::new(&blocks) };
    let mut numbers = Numbers::default();
    for item in items {
        let object = item.object()?;
        let twice = object.misfit("id", "is the identifier of an earlier claim, too");
        let claim = Rc::new(reader.claim(object, document, names)?);
        if document.claim(&claim.id).is_some() {
            return Err(twice);
        }
        numbers.take(&claim);
        document.set_claim(&claim.id, Some(Rc::clone(&claim)));
    }
    for claim in numbers.told_apart() {
        document.set_claim(&claim.id.clone(), Some(Rc::new(claim)));
    }
    Ok(())
}

/// Which claim has which number.
#[derive(Default)]
struct Numbers {
    kept: HashMap<u32, Rc<Claim>>,
    clashing: Vec<Rc<Claim>>,
    highest: u32,
}

impl Numbers {
    /// Takes note of a claim; of two with the same number, the one that was made earlier keeps it.
    fn take(&mut self, claim: &Rc<Claim>) {
        self.highest = self.highest.max(claim.number);
        let other = self.kept.insert(claim.number, Rc::clone(claim));
        let Some(other) = other else { return };
        let loser = if other.created <= claim.created {
            self.kept.insert(claim.number, other);
            Rc::clone(claim)
        } else {
            other
        };
        ordered::insert(&mut self.clashing, loser, |claim| (claim.number, claim.created));
    }

    /// The claims that lost their number, with numbers that no other has.
    fn told_apart(&self) -> impl Iterator<Item = Claim> {
        let free = (self.highest.saturating_add(1)..).take(self.clashing.len());
        let pairs = self.clashing.iter().zip(free);
        pairs.map(|(claim, number)| Claim { number, ..claim.as_ref().clone() })
    }
}

/// What claims are read against.
struct Reader<'a> {
    text: &'a str,
    blocks: &'a Blocks,
    positions: Positions<'a>,
}

impl Reader<'_> {
    fn claim(
        &self,
        mut object: Object,
        document: &Document,
        names: &mut Names,
    ) -> Result<Claim, Misfit> {
        let place = object.place().to_owned();
        let target = self.target(&mut object, names)?;
        let claim = read_claim(object, target, names)?;
        if let Some(at) = claim.tags.iter().position(|tag| document.tag(tag).is_none()) {
            let place = format!("{place}.tags[{at}]");
            return Err(Misfit::new(place, "names a tag that the file does not have"));
        }
        let unknown = |it: &Evidence| document.source(&it.source).is_none();
        if let Some(at) = claim.evidence.iter().position(unknown) {
            let place = format!("{place}.evidence[{at}].source");
            return Err(Misfit::new(place, "names a source that the file does not have"));
        }
        Ok(claim)
    }

    /// Takes all that says what a claim is about.
    fn target(&self, object: &mut Object, names: &mut Names) -> Result<Target, Misfit> {
        let wrong_block = object.misfit("block", "is not the block where the claim starts");
        let no_words = object.misfit("pieces", "are there, but the claim has no quote");
        let place = object.place_of("pieces");
        let first = self.piece(object)?;
        let block = block_of(object, self.blocks, names)?;
        self.check_paragraph(object, &block)?;
        let further: Vec<Piece> = object
            .list("pieces")?
            .into_iter()
            .map(|item| self.further(item))
            .collect::<Result<_, _>>()?;
        let Some(first) = first else {
            return if further.is_empty() { Ok(Target::Block(block)) } else { Err(no_words) };
        };
        if first.span.start.block != block {
            return Err(wrong_block);
        }
        if let Some(at) = self.first_out_of_order(&first, &further) {
            let place = format!("{place}[{at}]");
            return Err(Misfit::new(place, "starts before the end of the piece before it"));
        }
        Ok(Target::Words { first, further })
    }

    /// Which of the further pieces does not come after all before it.
    fn first_out_of_order(&self, first: &Piece, further: &[Piece]) -> Option<usize> {
        let mut end = self.positions.of(&first.span.end);
        further.iter().position(|piece| {
            let is_before = self.positions.of(&piece.span.start) < end;
            end = self.positions.of(&piece.span.end);
            is_before
        })
    }

    fn check_paragraph(&self, object: &mut Object, block: &BlockId) -> Result<(), Misfit> {
        let misfit = object.misfit("paragraph", "is not the number of the claim's block");
        let Some(paragraph) = object.optional("paragraph") else { return Ok(()) };
        if self.positions.number(block) == Some(paragraph.count()?) { Ok(()) } else { Err(misfit) }
    }

    fn further(&self, item: Item) -> Result<Piece, Misfit> {
        let mut object = item.object()?;
        let missing = object.misfit("quote", "is missing");
        let piece = self.piece(&mut object)?.ok_or(missing)?;
        Ok(Piece { unknown: object.rest(), ..piece })
    }

    /// Takes quote, context and position; `None` when the quote is `null`.
    fn piece(&self, object: &mut Object) -> Result<Option<Piece>, Misfit> {
        let Some(quote) = object.optional_text("quote")? else {
            let left = ["prefix", "suffix", "position"]
                .into_iter()
                .find(|name| object.optional(name).is_some_and(|it| !it.is_empty_text()));
            let misfit = |name| object.misfit(name, "should be null, because the quote is");
            return left.map_or(Ok(None), |name| Err(misfit(name)));
        };
        let mut position = object.required("position")?.object()?;
        let (span, from, to) = self.span(&mut position)?;
        if span.words(self.blocks).as_ref() != Some(&quote) {
            return Err(object.misfit("quote", "is not the text between the positions"));
        }
        self.check_context(object, from, to)?;
        let unknown_position = position.rest();
        Ok(Some(Piece { span, unknown: Members::new(), unknown_position }))
    }

    /// Takes a range in code points, and the same range in the other units where they are there.
    fn span(&self, position: &mut Object) -> Result<(Span, Position, Position), Misfit> {
        let misfit = position.misfit("codePoint", "is not a range of the text");
        let (start, end) = pair(position.required("codePoint")?)?;
        let place = |offset| {
            let place = self.positions.place(CharOffset::new(offset))?;
            Some((self.positions.of(&place)?, place))
        };
        let (Some((from, start)), Some((to, end))) = (place(start), place(end)) else {
            return Err(misfit);
        };
        check_unit(position, "utf16", (from.utf16.get(), to.utf16.get()))?;
        check_unit(position, "utf8", (from.utf8.get(), to.utf8.get()))?;
        Ok((Span { start, end }, from, to))
    }

    fn check_context(
        &self,
        object: &mut Object,
        from: Position,
        to: Position,
    ) -> Result<(), Misfit> {
        let before = self.text.get(..from.utf8.get()).unwrap_or_default();
        let prefix = object.optional_text("prefix")?.unwrap_or_default();
        if !before.ends_with(&prefix) {
            return Err(object.misfit("prefix", "is not the text before the quote"));
        }
        let after = self.text.get(to.utf8.get()..).unwrap_or_default();
        let suffix = object.optional_text("suffix")?.unwrap_or_default();
        if !after.starts_with(&suffix) {
            return Err(object.misfit("suffix", "is not the text after the quote"));
        }
        Ok(())
    }
}

/// Takes a range in another unit, which must be the same range.
fn check_unit(position: &mut Object, unit: &str, is: (usize, usize)) -> Result<(), Misfit> {
    let Some(range) = position.optional(unit) else { return Ok(()) };
    let misfit = range.misfit(format!("should be [{}, {}], where codePoint is", is.0, is.1));
    if pair(range)? == is { Ok(()) } else { Err(misfit) }
}
