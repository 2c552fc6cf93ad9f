//! Recognizes the classes and styles that Microsoft Word and Outlook add to HTML.
//!
//! Word writes list items, titles and captions as paragraphs, so only these names distinguish them.

use super::{
    superscript::InlineText,
    tree::{Element, NodeId, Tree},
};

impl Element {
    /// Returns whether the element is a list item of Word.
    pub(super) fn is_word_list_item(&self) -> bool {
        let style = self.attribute("style").unwrap_or_default();
        self.html_name() == "p"
            && style.split(';').filter_map(|it| it.split_once(':')).any(|(name, value)| {
                name.trim().eq_ignore_ascii_case("mso-list") && value.trim().starts_with('l')
            })
    }

    /// Returns whether the element is a title in Word.
    pub(super) fn is_word_title(&self) -> bool {
        self.is_of_style("MsoTitle")
    }

    /// Returns whether the element is the caption of a picture or a table in Word.
    pub(super) fn is_word_caption(&self) -> bool {
        self.is_of_style("MsoCaption")
    }

    /// Returns whether the element holds Word's comments on a text, or is a mark that links to one.
    pub(super) fn is_word_comment(&self) -> bool {
        let leads = self.attribute("href").is_some_and(|it| it.contains("#_msocom_"));
        (leads && self.html_name() == "a")
            || self.has_style("mso-element", &["comment", "comment-list"])
    }

    /// Returns whether the element is a paragraph of the Word style `style`, in any ASCII case.
    fn is_of_style(&self, style: &str) -> bool {
        let class = self.attribute("class").unwrap_or_default();
        self.html_name() == "p" && class.split_whitespace().any(|it| it.eq_ignore_ascii_case(style))
    }
}

/// Returns the text that replaces the mark before a list item of Word; `None` if the element is no
/// such mark.
///
/// A number stays. A bullet disappears, since the kind of the block expresses it. Word draws
/// bullets in symbol fonts, where the character may be any letter.
pub(super) fn list_mark(tree: &Tree, id: NodeId, element: &Element) -> Option<InlineText> {
    if !element.has_style("mso-list", &["ignore"]) {
        return None;
    }
    let text = tree.text_content(id);
    let mark = text.trim();
    let is_bullet = mark.chars().nth(1).is_none() && !mark.contains(char::is_numeric);
    Some(InlineText::Same(if is_bullet { String::new() } else { format!("{mark} ") }))
}
