//! Maps the blocks of Markdown to HTML elements and writes escaped text.

use pulldown_cmark::{HeadingLevel, TagEnd};

/// Returns the HTML element for a block of Markdown; `None` for inline markup, and for blocks
/// without an element.
pub(super) fn block(tag: TagEnd) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Paragraph => "p",
        TagEnd::Heading(level) => heading(level),
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::List(is_ordered) => {
            if is_ordered {
                "ol"
            } else {
                "ul"
            }
        }
        TagEnd::Item => "li",
        TagEnd::Table => "table",
        TagEnd::TableHead | TagEnd::TableRow => "tr",
        TagEnd::TableCell => "td",
        TagEnd::HtmlBlock
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link
        | TagEnd::Image
        | TagEnd::MetadataBlock(_) => return None,
    })
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

/// Appends text to a page and escapes it.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for part in text.split_inclusive(['&', '<', '>']) {
        let sign = part.chars().next_back().and_then(|it| match it {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            _ => None,
        });
        html.push_str(part.strip_suffix(['&', '<', '>']).unwrap_or(part));
        html.push_str(sign.unwrap_or_default());
    }
}

/// Appends escaped text to a page in an element that readers of the page do not see.
pub(super) fn push_hidden(html: &mut String, text: &str) {
    html.push_str("<span hidden>");
    push_escaped(html, text);
    html.push_str("</span>");
}
