//! Reading the member `article`.

use std::collections::HashSet;

use crate::{
    article::{Block, Blocks, Details, Kind, fingerprint},
    id::BlockId,
    json::{Item, Misfit, Object},
    record::{Names, read_details},
    text::{lines, tidy},
};

/// Reads an article, and checks that its blocks are its text and its fingerprint is of its text.
pub(super) fn read(mut object: Object, names: &mut Names) -> Result<(Details, Blocks), Misfit> {
    let text = object.text("text")?;
    let sha256 = object.required("sha256")?;
    let no_match =
        sha256.misfit("does not belong to the text; one of them was changed after the export");
    if sha256.text()? != fingerprint(&text) {
        return Err(no_match);
    }
    let misfit = object.misfit("blocks", "do not make up the text");
    let blocks = read_blocks(object.list("blocks")?, &text, names)?.ok_or(misfit)?;
    Ok((read_details(object, names)?, blocks))
}

/// Reads the blocks, one for each line of the text; `None` where they are too few.
fn read_blocks(items: Vec<Item>, text: &str, names: &mut Names) -> Result<Option<Blocks>, Misfit> {
    let mut lines = text.split('\n').filter(|_| !text.is_empty());
    let mut at = 0;
    let mut blocks = Vec::with_capacity(items.len());
    let mut ids = HashSet::new();
    for item in items {
        let beyond = item.misfit("is about no line of the text");
        let line = lines.next().ok_or(beyond)?;
        let object = item.object()?;
        let twice = object.misfit("id", "is the identifier of an earlier block, too");
        let block = read_block(object, line, at, names)?;
        if !ids.insert(block.id.clone()) {
            return Err(twice);
        }
        blocks.push(block);
        at += line.chars().count() + 1;
    }
    Ok(if lines.next().is_none() { Blocks::new(blocks) } else { None })
}

/// Reads the block that stands for a line of the text, which starts `at` code points into it.
fn read_block(
    mut object: Object,
    line: &str,
    at: usize,
    names: &mut Names,
) -> Result<Block, Misfit> {
    let untidy = Misfit::new(
        object.place(),
        "is about a line that is empty, has spaces at its end, or a break inside",
    );
    let id = names.own(&mut object, BlockId::new)?;
    let unknown_kind = object.misfit("kind", "is no kind of block");
    let kind = Kind::named(&object.text("kind")?).ok_or(unknown_kind)?;
    let range = object.required("codePoint")?;
    let end = at + line.chars().count();
    let misfit = range.misfit(format!("should be [{at}, {end}], where that line of the text is"));
    if pair(range)? != (at, end) {
        return Err(misfit);
    }
    if lines(line).nth(1).is_some() || tidy(line) != line || line.is_empty() {
        return Err(untidy);
    }
    Ok(Block { id, kind, text: line.into(), unknown: object.rest() })
}

/// Reads a list of two counts.
pub(super) fn pair(item: Item) -> Result<(usize, usize), Misfit> {
    let misfit = item.misfit("should be a list of a start and an end");
    let mut list = item.list()?.into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(start), Some(end), None) => Ok((start.count()?, end.count()?)),
        _ => Err(misfit),
    }
}
