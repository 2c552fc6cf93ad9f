//! The page that a Markdown text is, as HTML.

mod inline;

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{
    known_elements::typed_symbol,
    links::{Link, Picture},
    tags::{block, push_escaped, push_hidden},
    unclosed_html::{RawTags, escape_unclosed},
};

/// What is read besides `CommonMark`.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// The page of a text.
#[derive(Debug)]
pub(super) struct Page {
    /// The text, without its footnotes.
    pub(super) html: String,
    /// The footnotes in the order of their numbers.
    pub(super) footnotes: Vec<Footnote>,
}

/// A footnote.
#[derive(Debug)]
pub(super) struct Footnote {
    /// Its number, counted from 1 in the order in which the text comes to them.
    pub(super) number: usize,
    /// Its text.
    pub(super) html: String,
}

/// The page of a Markdown text.
pub(super) fn page(markdown: &str) -> Page {
    let mut writer = Writer::default();
    // A page that begins with a line across has a body, so that no later tag can replace it.
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
    /// The signs of the emphasis under way, where they were typed for themselves.
    signs: Vec<&'a str>,
    /// What the footnotes stand in that are under way, and their numbers.
    around: Vec<(String, usize)>,
    footnotes: Vec<Footnote>,
    numbers: HashMap<String, usize>,
    /// Where the block of HTML begins that is under way.
    html_block: usize,
    raw_tags: RawTags,
    links: Vec<Link>,
    pictures: Vec<Picture>,
    /// Captions that wait for the end of the block that their pictures stand in.
    captions: Vec<String>,
    is_in_table: bool,
    /// Where the level of the first heading stands, and the highest level that there is.
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

    /// Writes the tag of a block, if it is one.
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

    /// Takes words in: those of a picture's description, or those of the page.
    fn text(&mut self, text: &str) {
        if let Some(link) = self.links.last_mut().filter(|it| it.depth == self.pictures.len()) {
            link.words.push_str(text);
        }
        match self.pictures.last_mut() {
            Some(picture) => picture.description.push_str(text),
            None => push_escaped(&mut self.html, text),
        }
    }

    /// Writes a tag, which in the description of a picture would be no tag.
    fn mark(&mut self, tag: &str) {
        if self.pictures.is_empty() {
            self.html.push_str(tag);
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.links.pop() else { return };
        if let Some(address) = link.address_to_tell() {
            let is_picture = link.words.trim().is_empty() && self.captions.len() > link.captions;
            match self.captions.last_mut().filter(|_| is_picture) {
                Some(caption) => caption.push_str(&address),
                None => self.text(&address),
            }
        }
        if link.depth == 0 {
            self.html.push_str("</a>");
            if let Some(title) = link.title_to_tell() {
                push_hidden(&mut self.html, title);
            }
        }
    }

    /// Makes a caption of a picture; in the description of another its own is text as well.
    fn end_picture(&mut self) {
        let Some(picture) = self.pictures.pop() else { return };
        if !self.pictures.is_empty() {
            self.text(picture.description.trim());
        }
        self.captions.push(picture.caption());
    }

    /// Ends a block: what began in it ends, and what waited for its end follows.
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
        // A text whose headings begin at the third level means the first.
        if let Some((at, highest)) = self.headings
            && highest > HeadingLevel::H2
        {
            self.html.replace_range(at..=at, "2");
        }
        self.footnotes.sort_by_key(|it| it.number);
        Page { html: self.html, footnotes: self.footnotes }
    }
}
