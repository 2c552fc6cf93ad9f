//! Reading HTML: saved pages, and what was copied from pages and word processors.

mod amount;
mod cite;
mod details;
mod element;
mod fate;
mod gather;
mod head;
mod languages;
mod letter;
mod lists;
mod parse;
mod pictures;
mod promos;
mod quotes;
mod raised;
mod rows;
mod says;
mod settle;
mod sink;
mod stands;
mod tree;
mod walk;
mod word;

use super::{Fate, Intake, cleaned::cleaned};

pub(super) use details::{is_address, is_language};

/// Reads HTML as the text that readers of the page see.
///
/// Cannot fail. What they do not see, or see around the article, stays with its
/// [`Fate`](super::Fate). Nothing is asked for, run or shown.
pub fn read_html(html: &str) -> Intake {
    read(html, &mut |_| {})
}

/// The same; tells `on_share` how much of the text has been parsed, in percent.
pub(super) fn read(html: &str, on_share: &mut dyn FnMut(u8)) -> Intake {
    let (html, mut notes) = cleaned(html);
    let tree = parse::parse(&html, on_share);
    let mut read = walk::walk(&tree);
    notes.append(&mut read.notes);
    let mut details = details::details(&tree);
    let settle::Settled { mut passages, byline } = settle::settle(read.pieces, &details);
    // Where all is hidden, a script would show it: there is nothing else to read.
    if passages.iter().all(|it| it.fate != Fate::Kept) {
        passages.iter_mut().filter(|it| it.is_hidden()).for_each(|it| it.fate = Fate::Kept);
    }
    letter::settle_heads(&mut passages, &mut details);
    let headline = details::headline(&passages);
    let title = details.article_title(headline.as_deref());
    passages.retain(|it| !details.is_told(it, title.as_deref()));
    Intake {
        title,
        byline: details.byline.or(byline),
        source: details.source,
        publication: details.publication,
        published: details.published.or(read.published),
        language: read.language.or(details.language),
        passages,
        notes,
    }
}
