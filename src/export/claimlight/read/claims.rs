//! Reads the member `claims`.
//!
//! Each claim must name blocks, tags and sources that the file has, and each quote must be the text
//! at its offsets. Where two claims have the same number, the one that was made later gets a new
//! number.

use std::{collections::HashMap, rc::Rc};

use crate::{
    article::{Blocks, Span},
    claim::{Claim, Evidence, Target, TargetRange},
    document::Document,
    export::{PositionRow, Positions},
    id::BlockId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    sorted_vec,
    storage::schema::{IdPolicy, read_claim},
    text::CharOffset,
};

use super::{article::pair, block_of};

/// Reads all claims into a document that already has its article, tags and sources.
pub(super) fn read(
    items: Vec<ValueReader>,
    document: &mut Document,
    id_policy: &mut IdPolicy,
) -> Result<(), FieldError> {
    let blocks = document.blocks().clone();
    let text = blocks.text();
    let reader = Reader { text: &text, blocks: &blocks, positions: Positions::new(&blocks) };
    let mut numbers = Numbers::default();
    for value_reader in items {
        let object_reader = value_reader.object()?;
        let twice = object_reader.error("id", "repeats the identifier of an earlier claim");
        let claim = Rc::new(reader.claim(object_reader, document, id_policy)?);
        if document.claim(&claim.id).is_some() {
            return Err(twice);
        }
        numbers.take(&claim);
        document.set_claim(&claim.id, Some(Rc::clone(&claim)));
    }
    for claim in numbers.renumbered() {
        document.set_claim(&claim.id.clone(), Some(Rc::new(claim)));
    }
    Ok(())
}

/// The numbers of the claims that have been read.
#[derive(Default)]
struct Numbers {
    /// The claims that keep their number, by number.
    kept: HashMap<u32, Rc<Claim>>,
    /// The claims that need another number, by number and time.
    clashing: Vec<Rc<Claim>>,
    /// The highest number of all claims.
    highest: u32,
}

impl Numbers {
    /// Adds a claim; of two with the same number, the one that was made earlier keeps it.
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
        sorted_vec::insert(&mut self.clashing, loser, |claim| (claim.number, claim.created));
    }

    /// Returns the claims that lost their number, with numbers that no other claim has.
    fn renumbered(&self) -> impl Iterator<Item = Claim> {
        let free = (self.highest.saturating_add(1)..).take(self.clashing.len());
        let pairs = self.clashing.iter().zip(free);
        pairs.map(|(claim, number)| Claim { number, ..claim.as_ref().clone() })
    }
}

/// The article that claims must fit.
struct Reader<'a> {
    text: &'a str,
    blocks: &'a Blocks,
    positions: Positions<'a>,
}

impl Reader<'_> {
    /// Reads a claim and checks the tags and sources that it names.
    fn claim(
        &self,
        mut object_reader: ObjectReader,
        document: &Document,
        id_policy: &mut IdPolicy,
    ) -> Result<Claim, FieldError> {
        let place = object_reader.place().to_owned();
        let target = self.target(&mut object_reader, id_policy)?;
        let claim = read_claim(object_reader, target, id_policy)?;
        if let Some(at) = claim.tags.iter().position(|tag| document.tag(tag).is_none()) {
            let place = format!("{place}.tags[{at}]");
            return Err(FieldError::new(place, "names a tag that the file does not have"));
        }
        let unknown = |it: &Evidence| document.source(&it.source).is_none();
        if let Some(at) = claim.evidence.iter().position(unknown) {
            let place = format!("{place}.evidence[{at}].source");
            return Err(FieldError::new(place, "names a source that the file does not have"));
        }
        Ok(claim)
    }

    /// Reads the members that say what the claim is about: its block, or one or more pieces of
    /// text.
    fn target(
        &self,
        object_reader: &mut ObjectReader,
        id_policy: &mut IdPolicy,
    ) -> Result<Target, FieldError> {
        let wrong_block = object_reader.error("block", "is not the block where the claim starts");
        let no_words = object_reader.error("pieces", "are present, but the claim has no quote");
        let place = object_reader.place_of("pieces");
        let first = self.piece(object_reader)?;
        let block = block_of(object_reader, self.blocks, id_policy)?;
        self.check_paragraph(object_reader, &block)?;
        let further: Vec<TargetRange> = object_reader
            .list("pieces")?
            .into_iter()
            .map(|value_reader| self.further(value_reader))
            .collect::<Result<_, _>>()?;
        let Some(first) = first else {
            return if further.is_empty() { Ok(Target::Block(block)) } else { Err(no_words) };
        };
        if first.span.start.block != block {
            return Err(wrong_block);
        }
        if let Some(at) = self.first_out_of_order(&first, &further) {
            let place = format!("{place}[{at}]");
            return Err(FieldError::new(place, "starts before the end of the piece before it"));
        }
        Ok(Target::Words { first, rest: further })
    }

    /// Returns the index of the first further piece that starts before the end of the piece before
    /// it.
    fn first_out_of_order(&self, first: &TargetRange, further: &[TargetRange]) -> Option<usize> {
        let mut end = self.positions.of(&first.span.end);
        further.iter().position(|target_range| {
            let is_before = self.positions.of(&target_range.span.start) < end;
            end = self.positions.of(&target_range.span.end);
            is_before
        })
    }

    /// Checks that the member `paragraph`, if there is one, is the number of the claim's block on
    /// screen.
    fn check_paragraph(
        &self,
        object_reader: &mut ObjectReader,
        block: &BlockId,
    ) -> Result<(), FieldError> {
        let field_error =
            object_reader.error("paragraph", "is not the number of the claim's block");
        let Some(paragraph) = object_reader.optional("paragraph") else { return Ok(()) };
        if self.positions.number(block) == Some(paragraph.count()?) {
            Ok(())
        } else {
            Err(field_error)
        }
    }

    /// Reads an item of the member `pieces`, which must have a quote.
    fn further(&self, value_reader: ValueReader) -> Result<TargetRange, FieldError> {
        let mut object_reader = value_reader.object()?;
        let missing = object_reader.error("quote", "is missing");
        let target_range = self.piece(&mut object_reader)?.ok_or(missing)?;
        Ok(TargetRange { unknown: object_reader.into_unknown(), ..target_range })
    }

    /// Reads the quote, its context and its position; `None` if the quote is `null` or missing.
    fn piece(&self, object_reader: &mut ObjectReader) -> Result<Option<TargetRange>, FieldError> {
        let Some(quote) = object_reader.optional_text("quote")? else {
            let left = ["prefix", "suffix", "position"]
                .into_iter()
                .find(|name| object_reader.optional(name).is_some_and(|it| !it.is_empty_text()));
            let error = |name| object_reader.error(name, "should be null, as the quote is");
            return left.map_or(Ok(None), |name| Err(error(name)));
        };
        let mut position = object_reader.required("position")?.object()?;
        let (span, from, to) = self.span(&mut position)?;
        if span.text(self.blocks).as_ref() != Some(&quote) {
            return Err(object_reader.error("quote", "is not the text between the positions"));
        }
        self.check_context(object_reader, from, to)?;
        let unknown_position = position.into_unknown();
        Ok(Some(TargetRange {
            span,
            unknown: JsonObject::new(),
            unknown_position_members: unknown_position,
        }))
    }

    /// Reads a range in code points, and checks the same range in the other units where the file
    /// has them.
    fn span(
        &self,
        position: &mut ObjectReader,
    ) -> Result<(Span, PositionRow, PositionRow), FieldError> {
        let field_error = position.error("codePoint", "is not a range of the text");
        let (start, end) = pair(position.required("codePoint")?)?;
        let place = |offset| {
            let place = self.positions.place(CharOffset::new(offset))?;
            Some((self.positions.of(&place)?, place))
        };
        let (Some((from, start)), Some((to, end))) = (place(start), place(end)) else {
            return Err(field_error);
        };
        check_unit(position, "utf16", (from.utf16.get(), to.utf16.get()))?;
        check_unit(position, "utf8", (from.utf8.get(), to.utf8.get()))?;
        Ok((Span { start, end }, from, to))
    }

    /// Checks that prefix and suffix, if there are any, are the text around the quote.
    fn check_context(
        &self,
        object_reader: &mut ObjectReader,
        from: PositionRow,
        to: PositionRow,
    ) -> Result<(), FieldError> {
        let before = self.text.get(..from.utf8.get()).unwrap_or_default();
        let prefix = object_reader.optional_text("prefix")?.unwrap_or_default();
        if !before.ends_with(&prefix) {
            return Err(object_reader.error("prefix", "is not the text before the quote"));
        }
        let after = self.text.get(to.utf8.get()..).unwrap_or_default();
        let suffix = object_reader.optional_text("suffix")?.unwrap_or_default();
        if !after.starts_with(&suffix) {
            return Err(object_reader.error("suffix", "is not the text after the quote"));
        }
        Ok(())
    }
}

/// Checks that the range in another unit, if there is one, is the range `is`.
fn check_unit(
    position: &mut ObjectReader,
    unit: &str,
    is: (usize, usize),
) -> Result<(), FieldError> {
    let Some(range) = position.optional(unit) else { return Ok(()) };
    let field_error =
        range.error(format!("should be [{}, {}], the same range as codePoint", is.0, is.1));
    if pair(range)? == is { Ok(()) } else { Err(field_error) }
}
