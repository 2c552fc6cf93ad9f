//! Writes a Markdown text as the HTML page that its readers would see.
//!
//! The writer receives the events of the parser in order. It keeps footnotes out of the page, turns
//! pictures into captions, and escapes raw HTML that would affect the text after its block.

mod inline;

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{
    known_elements::typed_symbol,
    links::{Link, Picture},
    tags::{block, push_escaped, push_hidden},
    unclosed_html::{RawTags, escape_unclosed},
};

/// The extensions that the parser reads besides `CommonMark`.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// The HTML page of a text.
#[derive(Debug)]
pub(super) struct Page {
    /// The text as HTML, without its footnotes.
    pub(super) html: String,
    /// The footnotes in the order of their numbers.
    pub(super) footnotes: Vec<Footnote>,
}

/// A footnote.
#[derive(Debug)]
pub(super) struct Footnote {
    /// The number of the footnote, counted from 1 in the order of the first mention in the text.
    pub(super) number: usize,
    /// The text of the footnote as HTML.
    pub(super) html: String,
}

/// Returns the HTML page of a Markdown text.
pub(super) fn page(markdown: &str) -> Page {
    let mut writer = Writer::default();
    // The `<hr>` makes the HTML parser open a body, which no later tag can replace.
    writer.html.push_str("<hr>");
    for (event, whole) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        if matches!(event, Event::Start(Tag::Emphasis)) {
            writer.start_words(typed_symbol(markdown, &whole, 1));
        } else if matches!(event, Event::Start(Tag::Strong)) {
            writer.start_words(typed_symbol(markdown, &whole, 2));
        } else if matches!(event, Event::End(TagEnd::Emphasis | TagEnd::Strong)) {
            writer.end_words();
        } else {
            writer.take(event);
        }
    }
    writer.finish()
}

#[derive(Debug, Default)]
struct Writer<'a> {
    html: String,
    /// The symbols of the open emphasis, innermost last; empty where the symbol is markup.
    signs: Vec<&'a str>,
    /// For each open footnote, the HTML that was written before it, and its number.
    around: Vec<(String, usize)>,
    footnotes: Vec<Footnote>,
    numbers: HashMap<String, usize>,
    /// The byte offset in `html` at which the open block of raw HTML begins.
    html_block: usize,
    raw_tags: RawTags,
    links: Vec<Link>,
    pictures: Vec<Picture>,
    /// The captions that wait for the end of the block that contains their pictures.
    captions: Vec<String>,
    is_in_table: bool,
    /// The byte offset in `html` of the level of the first heading, and the highest level of all
    /// headings; `None` before the first heading. Headings in footnotes do not count.
    headings: Option<(usize, HeadingLevel)>,
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) if self.pictures.is_empty() => self.inline(&html),
            Event::InlineHtml(html) => self.text(&html),
            Event::FootnoteReference(label) => {
                let mark = format!("[{}]", self.number(&label));
                self.text(&mark);
            }
            Event::HardBreak if self.pictures.is_empty() => self.html.push_str("<br>"),
            Event::SoftBreak | Event::HardBreak => self.text("\n"),
            Event::Rule => {
                self.edge();
                self.html.push_str("<hr>");
            }
            Event::TaskListMarker(is_done) => self.text(if is_done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        self.start_block(&tag);
        match tag {
            Tag::Table(_) => self.is_in_table = true,
            Tag::HtmlBlock => {
                self.edge();
                self.html_block = self.html.len();
            }
            Tag::FootnoteDefinition(label) => {
                self.edge();
                let number = self.number(&label);
                self.around.push((std::mem::take(&mut self.html), number));
            }
            Tag::Strikethrough => self.mark("<del>"),
            Tag::Link { dest_url, title, .. } => {
                self.start_link(dest_url.into_string(), title.into_string());
            }
            Tag::Image { dest_url, title, .. } => self.pictures.push(Picture {
                address: dest_url.into_string(),
                title: title.into_string(),
                description: String::new(),
            }),
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    /// Writes the start tag of a block that has an HTML element.
    fn start_block(&mut self, tag: &Tag<'_>) {
        let end = tag.to_end();
        let Some(name) = block(end) else { return };
        self.edge();
        if let TagEnd::Heading(level) = end
            && self.around.is_empty()
        {
            let first = self.headings.unwrap_or((self.html.len() + "<h".len(), level));
            self.headings = Some((first.0, first.1.min(level)));
        }
        self.html.extend(["<", name]);
        if let Tag::List(Some(start)) = tag {
            self.html.extend([" start=", &start.to_string()]);
        }
        self.html.push('>');
    }

    fn start_link(&mut self, address: String, title: String) {
        let (depth, captions) = (self.pictures.len(), self.captions.len());
        if depth == 0 {
            self.html.push_str("<a>");
        }
        self.links.push(Link { address, title, words: String::new(), depth, captions });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::HtmlBlock => {
                let html = self.html.split_off(self.html_block.min(self.html.len()));
                self.html.push_str(&escape_unclosed(&html));
            }
            TagEnd::FootnoteDefinition => {
                self.edge();
                if let Some((around, number)) = self.around.pop() {
                    let html = std::mem::replace(&mut self.html, around);
                    self.footnotes.push(Footnote { number, html });
                }
            }
            TagEnd::Strikethrough => self.mark("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_picture(),
            TagEnd::Table => self.is_in_table = false,
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
        if let Some(name) = block(tag) {
            self.raw_tags.mend(&mut self.html);
            self.html.extend(["</", name, ">"]);
            self.edge();
        }
    }

    /// Writes words to the description of the open picture, or to the page where no picture is
    /// open. Also adds them to the words of the open link around them.
    fn text(&mut self, text: &str) {
        if let Some(link) = self.links.last_mut().filter(|it| it.depth == self.pictures.len()) {
            link.words.push_str(text);
        }
        match self.pictures.last_mut() {
            Some(picture) => picture.description.push_str(text),
            None => push_escaped(&mut self.html, text),
        }
    }

    /// Writes a tag, except in the description of a picture, which contains only text.
    fn mark(&mut self, tag: &str) {
        if self.pictures.is_empty() {
            self.html.push_str(tag);
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.links.pop() else { return };
        if let Some(address) = link.shown_address() {
            let is_picture = link.words.trim().is_empty() && self.captions.len() > link.captions;
            match self.captions.last_mut().filter(|_| is_picture) {
                Some(caption) => caption.push_str(&address),
                None => self.text(&address),
            }
        }
        if link.depth == 0 {
            self.html.push_str("</a>");
            if let Some(title) = link.hidden_title() {
                push_hidden(&mut self.html, title);
            }
        }
    }

    /// Ends a picture and adds its caption. Inside the description of another picture, it also adds
    /// the description to that one.
    fn end_picture(&mut self) {
        let Some(picture) = self.pictures.pop() else { return };
        if !self.pictures.is_empty() {
            self.text(picture.description.trim());
        }
        self.captions.push(picture.caption());
    }

    /// Ends the inline content of a block: escapes raw tags that remain open, and writes the
    /// waiting captions, which inside a table wait for its end.
    fn edge(&mut self) {
        self.raw_tags.mend(&mut self.html);
        if self.is_in_table {
            return;
        }
        for caption in std::mem::take(&mut self.captions) {
            self.html.push_str("<figcaption>");
            push_escaped(&mut self.html, &caption);
            self.html.push_str("</figcaption>");
        }
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_lowercase()).or_insert(next)
    }

    fn finish(mut self) -> Page {
        self.edge();
        // Where no heading is above the third level, the first one counts as a heading of the
        // second level, which the HTML reader can accept as the headline.
        if let Some((at, highest)) = self.headings
            && highest > HeadingLevel::H2
        {
            self.html.replace_range(at..=at, "2");
        }
        self.footnotes.sort_by_key(|it| it.number);
        Page { html: self.html, footnotes: self.footnotes }
    }
}
