//! Reads Markdown: `CommonMark`, with tables, footnotes and strikethrough as GitHub has them.
//!
//! Markdown may contain HTML anywhere, and its readers see the page that a program makes of it.
//! Therefore this reader first writes the text as HTML ([`to_html`]) and then passes it to the HTML
//! reader, which knows which parts of a page are visible. Comments and the titles of links become
//! hidden text. Details that only the author sees, such as the language of a code block or a link
//! definition that nothing refers to, do not become text at all.

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

/// Reads Markdown as the text that readers of its page see, with the addresses of its links.
///
/// Cannot fail: any text is Markdown. After the words of a link, its address follows in round
/// brackets, whatever its scheme, unless the words are the address. A picture becomes a caption
/// with its description, title and address. Front matter becomes the details of the article; a line
/// that is no detail stays as a block that belongs to the page around the article.
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

/// Returns a footnote as blocks; the first block that is kept begins with the number of the
/// footnote.
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
