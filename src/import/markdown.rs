//! Reading Markdown: `CommonMark`, with tables, footnotes and struck words as GitHub has them.
//!
//! Markdown may hold HTML anywhere, and what its readers see is the page that is made of it. So it
//! is written as HTML first ([`to_html`]) and then read by the reader of HTML, which knows what of a
//! page is seen. Comments and titles of links are hidden there. What else only the writer of the
//! text sees (the language of a block of code, links that nothing refers to) is no text of either.

mod detect;
mod front_matter;
mod known_elements;
mod links;
mod tags;
mod to_html;
mod unclosed_html;

use crate::article::Kind;

use super::{Disposition, ImportedBlock, ImportedText, read_html, sanitize::strip_bom_and_nul};

use to_html::Footnote;

pub(super) use detect::looks_like_markdown;

/// Reads Markdown as the text that readers of its page see, with the addresses that it links to.
///
/// Cannot fail: any text is Markdown. The address of a link stands in round brackets after its
/// words, of whatever scheme it is, unless the words are the address. A picture is a caption of
/// its description and address. What stands before the text about the text (front matter) becomes
/// the details; what is no detail stays as passages that are around the article.
pub fn read_markdown(text: &str) -> ImportedText {
    let (text, mut notes) = strip_bom_and_nul(text);
    let (front, body) = front_matter::front(&text);
    let page = to_html::page(body);
    let body = read_html(&page.html);
    let mut blocks = front.rest;
    blocks.extend(body.blocks);
    notes.extend(body.notes);
    for footnote in &page.footnotes {
        let footnote = read_footnote(footnote);
        blocks.extend(footnote.blocks);
        notes.extend(footnote.notes);
    }
    ImportedText {
        title: front.title.or(body.title),
        byline: front.byline.or(body.byline),
        source: front.source.or(body.source),
        publication: body.publication,
        published: front.published.or(body.published),
        language: front.language.or(body.language),
        blocks,
        notes,
    }
}

/// A footnote whose first passage begins with its number.
fn read_footnote(footnote: &Footnote) -> ImportedText {
    let mut read = read_html(&footnote.html);
    let mut kept = read.blocks.iter_mut().filter(|it| it.disposition == Disposition::Included);
    let mark = format!("[{}]", footnote.number);
    if let Some(line) = kept.next().and_then(|it| it.lines.first_mut()) {
        *line = format!("{mark} {line}");
    } else {
        read.blocks.push(ImportedBlock::new(Kind::Other, mark));
    }
    for block in read.blocks.iter_mut().filter(|it| it.disposition == Disposition::Included) {
        block.kind = Kind::Other;
    }
    read
}
