//! What Microsoft Word writes beside HTML, and Outlook with it.

use super::{
    superscript::InlineText,
    tree::{Element, NodeId, Tree},
};

impl Element {
    /// Whether a word processor means an item of a list.
    pub(super) fn is_word_list_item(&self) -> bool {
        let style = self.attribute("style").unwrap_or_default();
        self.html_name() == "p"
            && style.split(';').filter_map(|it| it.split_once(':')).any(|(name, value)| {
                name.trim().eq_ignore_ascii_case("mso-list") && value.trim().starts_with('l')
            })
    }

    /// Whether Word means the title of the text.
    pub(super) fn is_word_title(&self) -> bool {
        self.is_of_style("MsoTitle")
    }

    /// Whether Word means what a picture or a table shows.
    pub(super) fn is_word_caption(&self) -> bool {
        self.is_of_style("MsoCaption")
    }

    /// Whether Word means the comments on a text, or a mark that leads to one.
    pub(super) fn is_word_comment(&self) -> bool {
        let leads = self.attribute("href").is_some_and(|it| it.contains("#_msocom_"));
        (leads && self.html_name() == "a")
            || self.has_style("mso-element", &["comment", "comment-list"])
    }

    fn is_of_style(&self, style: &str) -> bool {
        let class = self.attribute("class").unwrap_or_default();
        self.html_name() == "p" && class.split_whitespace().any(|it| it.eq_ignore_ascii_case(style))
    }
}

/// What is written for the mark before an item of a list, if an element is one: numbers stay, and
/// bullets are what the kind of the passage says. Word takes bullets from fonts of signs, where
/// they are any letter.
pub(super) fn list_mark(tree: &Tree, id: NodeId, element: &Element) -> Option<InlineText> {
    if !element.has_style("mso-list", &["ignore"]) {
        return None;
    }
    let text = tree.text_content(id);
    let mark = text.trim();
    let is_bullet = mark.chars().nth(1).is_none() && !mark.contains(char::is_numeric);
    Some(InlineText::Same(if is_bullet { String::new() } else { format!("{mark} ") }))
}
