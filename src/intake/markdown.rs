//! Reading Markdown: `CommonMark`, with tables, footnotes and struck words as GitHub has them.
//!
//! Markdown may hold HTML anywhere, and what its readers see is the page that is made of it. So it
//! is written as HTML first ([`page`]) and then read by the reader of HTML, which knows what of a
//! page is seen. Comments and titles of links are hidden there. What else only the writer of the
//! text sees (the language of a block of code, links that nothing refers to) is no text of either.

mod fragment;
mod front;
mod known;
mod links;
mod page;
mod signs;
mod tags;

use crate::article::Kind;

use super::{Fate, Intake, Passage, cleaned::cleaned, read_html};

use page::Footnote;

pub(super) use signs::is_surely_markdown;

/// Reads Markdown as the text that readers of its page see, with the addresses that it links to.
///
/// Cannot fail: any text is Markdown. The address of a link stands in round brackets after its
/// words, of whatever scheme it is, unless the words are the address. A picture is a caption of
/// its description and address. What stands before the text about the text (front matter) becomes
/// the details; what is no detail stays as passages that are around the article.
pub fn read_markdown(text: &str) -> Intake {
    let (text, mut notes) = cleaned(text);
    let (front, body) = front::front(&text);
    let page = page::page(body);
    let body = read_html(&page.html);
    let mut passages = front.rest;
    passages.extend(body.passages);
    notes.extend(body.notes);
    for footnote in &page.footnotes {
        let footnote = read_footnote(footnote);
        passages.extend(footnote.passages);
        notes.extend(footnote.notes);
    }
    Intake {
        title: front.title.or(body.title),
        byline: front.byline.or(body.byline),
        source: front.source.or(body.source),
        publication: body.publication,
        published: front.published.or(body.published),
        language: front.language.or(body.language),
        passages,
        notes,
    }
}

/// A footnote whose first passage begins with its number.
fn read_footnote(footnote: &Footnote) -> Intake {
    let mut read = read_html(&footnote.html);
    let mut kept = read.passages.iter_mut().filter(|it| it.fate == Fate::Kept);
    let mark = format!("[{}]", footnote.number);
    if let Some(line) = kept.next().and_then(|it| it.lines.first_mut()) {
        *line = format!("{mark} {line}");
    } else {
        read.passages.push(Passage::new(Kind::Other, mark));
    }
    for passage in read.passages.iter_mut().filter(|it| it.fate == Fate::Kept) {
        passage.kind = Kind::Other;
    }
    read
}
