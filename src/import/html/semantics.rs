//! What an element says of the text in it, by its name, its class or its properties.

use crate::article::Kind;

use super::{builder::ElementContext, tree::Element};

/// What an element says about a passage in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SemanticRole {
    /// It names who wrote the article.
    Byline,
    /// It sums the article up.
    Standfirst,
    /// It is the title of the article.
    Title,
}

/// Words of classes for a byline.
const BYLINE: [&str; 4] = ["byline", "bylines", "author", "authors"];
/// Words of classes for a standfirst.
const STANDFIRST: [&str; 5] = ["dek", "deck", "standfirst", "subtitle", "summary"];
/// What classes of quotations end with, without hyphens.
const QUOTATION: [&str; 4] = ["pullquote", "blockquote", "msoquote", "msointensequote"];
/// Words of classes for a title.
const TITLE: [&str; 1] = ["title"];

impl Element {
    /// What the element's class, property or relation says about what is in it.
    pub(super) fn says(&self) -> Option<SemanticRole> {
        let class = self.attribute("class").unwrap_or_default();
        let others = ["itemprop", "rel"].into_iter().filter_map(|name| self.attribute(name));
        let has =
            |words: &[&str]| split_class_words(class).any(|word| words.contains(&word.as_str()));
        let mut properties = others.flat_map(str::split_whitespace);
        // The parts of a page are named for scripts and tests, too.
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

    /// Whether the element sums the article up by a name that one newspaper gives to it: The
    /// Guardian and The New York Times.
    fn is_site_specific_standfirst(&self) -> bool {
        self.attribute("data-gu-name") == Some("standfirst")
            || self.attribute("id") == Some("article-summary")
    }

    fn is_title_by_class(&self, class: &str) -> bool {
        self.html_name() == "p"
            && class.split_whitespace().any(|it| TITLE.contains(&it.to_ascii_lowercase().as_str()))
    }

    /// Whether the element repeats words of the article, or quotes, by its class.
    pub(super) fn is_pull_quote(&self) -> bool {
        let class = self.attribute("class").unwrap_or_default();
        // A class such as `has-pullquote` says that there is one somewhere inside.
        let mut names = class.split_whitespace().filter(|it| !it.starts_with("has"));
        ["aside", "div", "figure", "p", "section"].contains(&self.html_name())
            && names.any(|class| {
                let name = class.to_ascii_lowercase().replace(['-', '_'], "");
                QUOTATION.iter().any(|it| name.ends_with(it))
            })
    }
}

/// The kind of a passage in an element, and the level of the heading that it is.
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

/// The words in the names of classes, in lower case: `article-Author` and `articleAuthor` have two.
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
