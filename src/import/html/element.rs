//! What an element means for the text in it.

use html5ever::ns;

use super::{semantics::split_class_words, tree::Element};

/// How an element stands in the flow of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// Among the words of a line.
    Inline,
    /// Apart from what is before and after it.
    Block,
    /// A line break.
    Break,
    /// It holds no text for readers.
    None,
}

/// Elements that browsers show as blocks.
const BLOCKS: [&str; 61] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "datalist",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
];
/// Styles that make any element a block.
const BLOCK_STYLES: [&str; 6] = ["block", "flex", "grid", "table", "list-item", "flow-root"];
/// Elements that are drawn as boxes within a line.
const BOXES: [&str; 10] = [
    "audio", "button", "canvas", "embed", "iframe", "input", "meter", "object", "progress", "video",
];
/// Elements that only show what is in them where something else fails, or never.
const UNSEEN: [&str; 12] = [
    "audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "rp", "template",
    "title", "video", "head",
];
/// Elements of SVG and `MathML` that are not drawn.
const NOT_RENDERED: [&str; 5] = ["title", "desc", "metadata", "annotation", "annotation-xml"];
/// Elements whose text does not hold any more.
const STRUCK: [&str; 3] = ["del", "s", "strike"];
/// Elements around an article.
const BOILERPLATE: [&str; 3] = ["nav", "footer", "aside"];
/// Elements of forms, whose text is no part of an article.
const CONTROLS: [&str; 5] = ["button", "input", "select", "option", "textarea"];
/// Roles of what is around an article.
const ROLES: [&str; 4] = ["navigation", "banner", "contentinfo", "complementary"];

impl Element {
    /// How the element stands in the flow.
    pub(super) fn display(&self) -> Display {
        let name = self.html_name();
        if ["script", "style"].contains(&&*self.name.local) {
            Display::None
        } else if name == "br" {
            Display::Break
        } else if BLOCKS.contains(&name) || self.has_style("display", &BLOCK_STYLES) {
            Display::Block
        } else {
            Display::Inline
        }
    }

    /// Whether browsers draw the element as a box among the words of a line, so that what stands
    /// before and after it does not touch. Pictures are none: small ones stand for letters.
    pub(super) fn is_box(&self) -> bool {
        BOXES.contains(&self.html_name())
            || (self.name.ns == ns!(svg) && &*self.name.local == "text")
    }

    /// Whether readers of the page cannot see what is in the element.
    pub(super) fn is_hidden(&self) -> bool {
        let name = self.html_name();
        let is_foreign = self.name.ns != ns!(html);
        UNSEEN.contains(&name)
            || (name == "dialog" && self.attribute("open").is_none())
            || (is_foreign && NOT_RENDERED.contains(&&*self.name.local))
            || self.attribute("hidden").is_some()
            || self.attribute("aria-hidden").is_some_and(|it| it.trim() == "true")
            || self.has_style("display", &["none"])
            || self.has_style("visibility", &["hidden", "collapse"])
            || self.has_style("mso-hide", &["all"])
            || self.is_word_comment()
    }

    /// Whether the element is shown struck through.
    pub(super) fn is_struck(&self) -> bool {
        let lines = ["text-decoration", "text-decoration-line"];
        STRUCK.contains(&self.html_name())
            || self.attribute("role").is_some_and(|it| it.trim() == "deletion")
            || lines.iter().filter_map(|it| self.style(it)).any(|it| it.contains("line-through"))
    }

    /// Whether the element stands around an article wherever it is.
    pub(super) fn is_boilerplate(&self) -> bool {
        let name = self.html_name();
        let role = self.attribute("role").unwrap_or_default().trim();
        // Wikipedia sets a link to edit beside each heading.
        let edits = || self.attribute("class").is_some_and(|it| it.contains("mw-editsection"));
        BOILERPLATE.contains(&name) || edits() || self.is_control() || ROLES.contains(&role)
    }

    /// Whether the element stands beside or below a text, and may belong to the article or not.
    pub(super) fn is_complementary(&self) -> bool {
        let role = self.attribute("role").unwrap_or_default().trim();
        ["footer", "aside"].contains(&self.html_name())
            || ["contentinfo", "complementary"].contains(&role)
    }

    /// Whether one of the words that name the element, for sheets or for people, is listed.
    pub(super) fn is_named(&self, words: &[&str]) -> bool {
        let names = ["class", "id", "aria-label", "data-component", "data-testid"];
        let mut all =
            names.into_iter().filter_map(|name| self.attribute(name)).flat_map(split_class_words);
        all.any(|word| words.contains(&word.as_str()))
    }

    /// Whether the element is filled in by readers.
    pub(super) fn is_field(&self) -> bool {
        let is_seen = self.attribute("type").is_none_or(|it| !it.eq_ignore_ascii_case("hidden"));
        ["input", "select", "textarea"].contains(&self.html_name()) && is_seen
    }

    /// Whether the element is one of a form.
    pub(super) fn is_control(&self) -> bool {
        CONTROLS.contains(&self.html_name())
    }

    /// Whether the element holds what the page is about.
    pub(super) fn is_article(&self) -> bool {
        ["article", "main"].contains(&self.html_name())
            || self.attribute("role").is_some_and(|it| it.trim() == "main")
    }

    /// Whether white space in the element stays as it is, where the element says so.
    pub(super) fn keeps_space(&self) -> Option<bool> {
        if self.has_style("white-space", &["pre", "pre-wrap", "pre-line", "break-spaces"]) {
            Some(true)
        } else if self.has_style("white-space", &["normal", "nowrap"]) {
            Some(false)
        } else {
            let is_pre = ["pre", "listing", "plaintext", "xmp", "textarea"];
            is_pre.contains(&self.html_name()).then_some(true)
        }
    }

    /// Whether the element's own style gives one of the values to a property.
    pub(super) fn has_style(&self, property: &str, values: &[&str]) -> bool {
        self.style(property).is_some_and(|it| values.contains(&it.as_str()))
    }

    /// The last value that the element's own style gives to a property, in lower case.
    pub(super) fn style(&self, property: &str) -> Option<String> {
        let pairs = self.attribute("style")?.split(';').filter_map(|it| it.split_once(':'));
        let mut values = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
        let value = values.next_back()?.1.split('!').next().unwrap_or_default();
        Some(value.trim().to_ascii_lowercase())
    }
}
