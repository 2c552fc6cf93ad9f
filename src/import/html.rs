//! Reading HTML: saved pages, and what was copied from pages and word processors.

mod article_head;
mod attribution;
mod builder;
mod classify;
mod element;
mod images;
mod languages;
mod lists;
mod mail_header;
mod metadata;
mod ms_word;
mod parse;
mod promos;
mod quotes;
mod semantics;
mod superscript;
mod superscript_baseline;
mod table_rows;
mod text_density;
mod tree;
mod tree_sink;
mod visibility;
mod walk;

use super::{Disposition, ImportedText, sanitize::strip_bom_and_nul};

pub(super) use metadata::{is_address, is_language};

/// Reads HTML as the text that readers of the page see.
///
/// Cannot fail. What they do not see, or see around the article, stays with its
/// [`Disposition`](super::Disposition). Nothing is asked for, run or shown.
pub fn read_html(html: &str) -> ImportedText {
    read(html, &mut |_| {})
}

/// The same; tells `on_share` how much of the text has been parsed, in percent.
pub(super) fn read(html: &str, on_progress: &mut dyn FnMut(u8)) -> ImportedText {
    let (html, mut notes) = strip_bom_and_nul(html);
    let tree = parse::parse(&html, on_progress);
    let mut read = walk::walk(&tree);
    notes.append(&mut read.notes);
    let mut details = metadata::details(&tree);
    let classify::Classified { mut blocks, byline } = classify::classify(read.pieces, &details);
    // Where all is hidden, a script would show it: there is nothing else to read.
    if blocks.iter().all(|it| it.disposition != Disposition::Included) {
        blocks
            .iter_mut()
            .filter(|it| it.is_hidden())
            .for_each(|it| it.disposition = Disposition::Included);
    }
    mail_header::classify_mail_headers(&mut blocks, &mut details);
    let headline = metadata::headline(&blocks);
    let title = details.article_title(headline.as_deref());
    blocks.retain(|it| !details.is_redundant(it, title.as_deref()));
    ImportedText {
        title,
        byline: details.byline.or(byline),
        source: details.source,
        publication: details.publication,
        published: details.published.or(read.published),
        language: read.language.or(details.language),
        blocks,
        notes,
    }
}
