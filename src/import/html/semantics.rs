//! Reads the meaning of an element's text from its name, its classes and its attributes.
//!
//! Two answers come from here: the role of the text in the article (byline, standfirst or title),
//! and the kind of a block in the element with its heading level.

use crate::article::Kind;

use super::{builder::ElementContext, tree::Element};

/// The role that an element gives to a block in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SemanticRole {
    /// The block names the authors of the article.
    Byline,
    /// The block sums up the article.
    Standfirst,
    /// The block is the title of the article.
    Title,
}

/// Words in class names that mark a byline.
const BYLINE: [&str; 4] = ["byline", "bylines", "author", "authors"];
/// Words in class names that mark a standfirst.
const STANDFIRST: [&str; 5] = ["dek", "deck", "standfirst", "subtitle", "summary"];
/// Endings of class names that mark a quotation, in lower case, without hyphens and underscores.
const QUOTATION: [&str; 4] = ["pullquote", "blockquote", "msoquote", "msointensequote"];
/// Class names that mark a title, in lower case.
const TITLE: [&str; 1] = ["title"];

impl Element {
    /// Returns the role that the element's classes, properties or link relation give to its
    /// content; `None` if they give none.
    pub(super) fn semantic_role(&self) -> Option<SemanticRole> {
        let class = self.attribute("class").unwrap_or_default();
        let others = ["itemprop", "rel"].into_iter().filter_map(|name| self.attribute(name));
        let has =
            |words: &[&str]| split_class_words(class).any(|word| words.contains(&word.as_str()));
        let mut properties = others.flat_map(str::split_whitespace);
        // Pages also name their parts for scripts and tests.
        let parts = ["data-component", "data-testid"].into_iter();
        let mut parts = parts.filter_map(|name| self.attribute(name)).flat_map(split_class_words);
        if properties.clone().any(|it| ["author", "byline"].contains(&it))
            || has(&BYLINE)
            || parts.any(|it| it == "byline")
        {
            Some(SemanticRole::Byline)
        } else if has(&STANDFIRST) || self.is_site_specific_standfirst() {
            Some(SemanticRole::Standfirst)
        } else if properties.any(|it| it == "headline") || self.is_title_by_class(class) {
            Some(SemanticRole::Title)
        } else {
            None
        }
    }

    /// Returns whether the element carries the name that The Guardian or The New York Times gives
    /// to its standfirst.
    fn is_site_specific_standfirst(&self) -> bool {
        self.attribute("data-gu-name") == Some("standfirst")
            || self.attribute("id") == Some("article-summary")
    }

    /// Returns whether the element is a paragraph with a title class.
    fn is_title_by_class(&self, class: &str) -> bool {
        self.html_name() == "p"
            && class.split_whitespace().any(|it| TITLE.contains(&it.to_ascii_lowercase().as_str()))
    }

    /// Returns whether a class of the element marks its text as a pull quote or another quotation.
    pub(super) fn is_pull_quote(&self) -> bool {
        let class = self.attribute("class").unwrap_or_default();
        // A class such as `has-pullquote` means that a descendant is the pull quote.
        let mut names = class.split_whitespace().filter(|it| !it.starts_with("has"));
        ["aside", "div", "figure", "p", "section"].contains(&self.html_name())
            && names.any(|class| {
                let name = class.to_ascii_lowercase().replace(['-', '_'], "");
                QUOTATION.iter().any(|it| name.ends_with(it))
            })
    }
}

/// Returns the kind of a block in `element`, and its level if it is a heading: 1, 2, or 3 for all
/// lower ones. `is_short` states whether the text is short enough for a quotation that only a class
/// marks. An element without a meaning here returns the kind and level of `outer`.
pub(super) fn kind(
    element: &Element,
    is_short: bool,
    outer: &ElementContext,
) -> (Kind, Option<u8>) {
    let level = match element.html_name() {
        "h1" => 1,
        "h2" => 2,
        "h3" | "h4" | "h5" | "h6" => 3,
        "blockquote" => return (Kind::Quotation, None),
        "figcaption" | "caption" => return (Kind::Caption, None),
        "li" if outer.kind != Kind::Quotation => return (Kind::ListItem, None),
        _ if element.is_word_title() && outer.kind != Kind::Quotation => 1,
        _ if element.is_word_caption() => return (Kind::Caption, None),
        _ if element.is_word_list_item() => return (Kind::ListItem, None),
        _ if is_short && element.is_pull_quote() => return (Kind::Quotation, None),
        _ => return (outer.kind, outer.level),
    };
    if outer.kind == Kind::Quotation {
        (Kind::Quotation, None)
    } else {
        (Kind::Subheading, Some(level))
    }
}

/// Returns the words in class names, in lower case. A word ends at a character that is no ASCII
/// letter and before a capital after a small letter: `article-Author` and `articleAuthor` have two
/// words each.
pub(super) fn split_class_words(class: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for character in class.chars() {
        if !character.is_ascii_alphabetic() || (was_small && character.is_ascii_uppercase()) {
            words.push(String::new());
        }
        was_small = character.is_ascii_lowercase();
        if let (true, Some(word)) = (character.is_ascii_alphabetic(), words.last_mut()) {
            word.push(character.to_ascii_lowercase());
        }
    }
    words.into_iter().filter(|word| !word.is_empty())
}
