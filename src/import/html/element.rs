//! The properties of an element that decide how its text is read: its flow, its visibility, and
//! whether it belongs to the article.
//!
//! Each answer comes from the element alone: its name, its attributes and its inline style. Style
//! sheets have no influence.

use html5ever::ns;

use super::{semantics::split_class_words, tree::Element};

/// How an element affects the flow of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// The element's text continues the line around it.
    Inline,
    /// The element's text is separate from the text before and after it.
    Block,
    /// The element is a line break.
    Break,
    /// The element is a script or a style: it holds no text for readers.
    None,
}

/// Elements that browsers display as blocks.
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
/// Values of the CSS property `display` that make any element a block.
const BLOCK_STYLES: [&str; 6] = ["block", "flex", "grid", "table", "list-item", "flow-root"];
/// Elements that browsers draw as boxes within a line.
const BOXES: [&str; 10] = [
    "audio", "button", "canvas", "embed", "iframe", "input", "meter", "object", "progress", "video",
];
/// Elements whose content browsers never show, or show only where they cannot do something else.
const UNSEEN: [&str; 12] = [
    "audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "rp", "template",
    "title", "video", "head",
];
/// Elements of SVG and `MathML` that browsers do not draw.
const NOT_RENDERED: [&str; 5] = ["title", "desc", "metadata", "annotation", "annotation-xml"];
/// Elements that mark text as no longer valid.
const STRUCK: [&str; 3] = ["del", "s", "strike"];
/// Elements that mostly hold the parts of a page around an article.
const BOILERPLATE: [&str; 3] = ["nav", "footer", "aside"];
/// Form controls, whose text is no part of an article.
const CONTROLS: [&str; 5] = ["button", "input", "select", "option", "textarea"];
/// ARIA roles of the parts of a page around an article.
const ROLES: [&str; 4] = ["navigation", "banner", "contentinfo", "complementary"];

impl Element {
    /// Returns how the element affects the flow of the text.
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

    /// Returns whether browsers draw the element as a box in the line, so that the texts before and
    /// after it do not touch. Pictures are no boxes here: small ones replace letters.
    pub(super) fn is_box(&self) -> bool {
        BOXES.contains(&self.html_name())
            || (self.name.ns == ns!(svg) && &*self.name.local == "text")
    }

    /// Returns whether the element hides its content from readers of the page.
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

    /// Returns whether browsers show the element struck through.
    pub(super) fn is_struck(&self) -> bool {
        let lines = ["text-decoration", "text-decoration-line"];
        STRUCK.contains(&self.html_name())
            || self.attribute("role").is_some_and(|it| it.trim() == "deletion")
            || lines.iter().filter_map(|it| self.style(it)).any(|it| it.contains("line-through"))
    }

    /// Returns whether the element looks like a part of the page around an article, such as a menu,
    /// a footer or a form control.
    pub(super) fn is_boilerplate(&self) -> bool {
        let name = self.html_name();
        let role = self.attribute("role").unwrap_or_default().trim();
        // Wikipedia puts an edit link beside each heading.
        let edits = || self.attribute("class").is_some_and(|it| it.contains("mw-editsection"));
        BOILERPLATE.contains(&name) || edits() || self.is_control() || ROLES.contains(&role)
    }

    /// Returns whether the element accompanies a text from beside or below it, so that it may or
    /// may not belong to the article.
    pub(super) fn is_complementary(&self) -> bool {
        let role = self.attribute("role").unwrap_or_default().trim();
        ["footer", "aside"].contains(&self.html_name())
            || ["contentinfo", "complementary"].contains(&role)
    }

    /// Returns whether `words` contains a word of the names that the page gives to the element for
    /// style sheets, scripts, tests or assistive software.
    pub(super) fn is_named(&self, words: &[&str]) -> bool {
        let names = ["class", "id", "aria-label", "data-component", "data-testid"];
        let mut all =
            names.into_iter().filter_map(|name| self.attribute(name)).flat_map(split_class_words);
        all.any(|word| words.contains(&word.as_str()))
    }

    /// Returns whether the element is a form field that readers can see and fill in.
    pub(super) fn is_field(&self) -> bool {
        let is_seen = self.attribute("type").is_none_or(|it| !it.eq_ignore_ascii_case("hidden"));
        ["input", "select", "textarea"].contains(&self.html_name()) && is_seen
    }

    /// Returns whether the element is a form control.
    pub(super) fn is_control(&self) -> bool {
        CONTROLS.contains(&self.html_name())
    }

    /// Returns whether the element marks the main content of the page.
    pub(super) fn is_article(&self) -> bool {
        ["article", "main"].contains(&self.html_name())
            || self.attribute("role").is_some_and(|it| it.trim() == "main")
    }

    /// Returns whether the element keeps the white space of its text as written; `None` if the
    /// element does not define it.
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

    /// Returns whether the element's inline style gives `property` one of `values`.
    pub(super) fn has_style(&self, property: &str, values: &[&str]) -> bool {
        self.style(property).is_some_and(|it| values.contains(&it.as_str()))
    }

    /// Returns the last value that the element's inline style gives to `property`, in lower case
    /// and without `!important`.
    pub(super) fn style(&self, property: &str) -> Option<String> {
        let pairs = self.attribute("style")?.split(';').filter_map(|it| it.split_once(':'));
        let mut values = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
        let value = values.next_back()?.1.split('!').next().unwrap_or_default();
        Some(value.trim().to_ascii_lowercase())
    }
}
