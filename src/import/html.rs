//! Reads HTML: saved web pages, and text that the user copied from a page or a word processor.
//!
//! The parser builds a tree, `walk` collects the blocks of the tree in document order, `classify`
//! gives each block its kind and disposition, and `metadata` adds the details that the page names.
//! Reading never fails and never contacts a server or runs a script.

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
/// Reading cannot fail, and it never requests an address, runs a script or displays anything. Text
/// that readers cannot see, and text around the article, stays in the result as blocks with their
/// [`Disposition`](super::Disposition). The result lacks only a hidden block that repeats the
/// title, and the scripts and styles that its notes count.
pub fn read_html(html: &str) -> ImportedText {
    read(html, &mut |_| {})
}

/// Reads HTML as [`read_html`] does and reports to `on_progress` how much of the text it has
/// parsed, in percent.
pub(super) fn read(html: &str, on_progress: &mut dyn FnMut(u8)) -> ImportedText {
    let (html, mut notes) = strip_bom_and_nul(html);
    let tree = parse::parse(&html, on_progress);
    let mut read = walk::walk(&tree);
    notes.append(&mut read.notes);
    let mut details = metadata::details(&tree);
    let classify::Classified { mut blocks, byline } = classify::classify(read.blocks, &details);
    // If no block is visible, a script of the page would display the hidden text, and there is
    // nothing else to read.
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
