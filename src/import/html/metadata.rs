//! Reads the details of an article from the head of its page and from properties of its elements.
//!
//! The first value that a page gives for a detail counts. The reader puts each value of the page on
//! one line, with single spaces.

use crate::{
    article::Kind,
    import::{Disposition, ImportedBlock},
};

use super::tree::{Element, NodeId, Step, Tree};

/// The longest text that counts as a language tag, in bytes.
const LONGEST_LANGUAGE: usize = 35;

/// Separators before the name of the site in the title of a page.
const SITE_SEPARATORS: [&str; 5] = [" | ", " - ", " – ", " — ", " · "];

/// The details that a page gives about its article.
#[derive(Debug, Default)]
pub(super) struct Details {
    pub(super) byline: Option<String>,
    pub(super) source: Option<String>,
    pub(super) publication: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    /// The text of the element `title`.
    title: Option<String>,
    /// The title that other sites display in links to the page (`og:title`).
    shared_title: Option<String>,
    /// The address in the canonical link of the page.
    canonical: Option<String>,
}

/// Reads the details that a page gives about its article. The canonical link takes precedence over
/// `og:url` as the source.
pub(super) fn details(tree: &Tree) -> Details {
    let mut details = Details::default();
    for step in tree.steps(Tree::DOCUMENT) {
        let Step::Enter(id) = step else { continue };
        let Some(element) = tree.element(id) else { continue };
        match element.html_name() {
            "html" => fill(&mut details.language, element.attribute("lang"), is_language),
            "title" => fill(&mut details.title, Some(&tree.text_content(id)), |_| true),
            "link" if has_word(element, "rel", "canonical") => {
                fill(&mut details.canonical, element.attribute("href"), is_address);
            }
            "meta" => details.take_meta(element),
            _ => details.take_property(tree, id, element),
        }
    }
    details.source = details.canonical.take().or(details.source);
    details
}

impl Details {
    /// Returns the title that the page gives to the article.
    ///
    /// With a headline, returns the headline if the page uses it as its title, else `None`. Without
    /// one, returns the page's title without the name of the site if `og:title` confirms where it
    /// ends, else the whole title, else `og:title`.
    pub(super) fn article_title(&self, headline: Option<&str>) -> Option<String> {
        let (title, shared) = (self.title.as_deref(), self.shared_title.as_deref());
        match headline {
            Some(headline) => {
                let headline = collapse(headline);
                let is_shared = shared.is_some_and(|it| it == headline);
                let is_named = title.is_some_and(|it| is_with_site(it, &headline));
                (is_shared || is_named).then_some(headline)
            }
            None => match (title, shared) {
                (Some(title), Some(shared)) if is_with_site(title, shared) => {
                    Some(shared.to_owned())
                }
                (title, shared) => title.or(shared).map(str::to_owned),
            },
        }
    }

    /// Returns whether `text` is the title of the page, or the part of it before the name of the
    /// site.
    pub(super) fn matches_page_title(&self, text: &str) -> bool {
        let text = collapse(text);
        let is_part = |title: &str| {
            title.strip_prefix(&*text).is_some_and(|rest| {
                rest.is_empty() || SITE_SEPARATORS.iter().any(|sign| rest.starts_with(sign))
            })
        };
        !text.is_empty()
            && [&self.title, &self.shared_title].into_iter().flatten().any(|it| is_part(it))
    }

    /// Returns whether `block` is the hidden title of the page and only repeats `chosen`, the title
    /// of the article.
    pub(super) fn is_redundant(&self, block: &ImportedBlock, chosen: Option<&str>) -> bool {
        let text = collapse(&block.text());
        block.disposition == Disposition::Hidden
            && self.title.as_deref() == Some(&*text)
            && chosen.is_some_and(|chosen| is_with_site(&text, chosen))
    }

    /// Adds the details from the header of an e-mail. The title of the e-mail replaces that of the
    /// page; the byline and the date only fill gaps.
    pub(super) fn fill_from_mail(
        &mut self,
        title: Option<String>,
        byline: Option<String>,
        published: Option<String>,
    ) {
        self.title = title.or(self.title.take());
        self.byline = self.byline.take().or(byline);
        self.published = self.published.take().or(published);
    }

    /// Adds the details in a `meta` element.
    fn take_meta(&mut self, meta: &Element) {
        let content = meta.attribute("content");
        let names = ["name", "property", "itemprop"];
        for name in names.into_iter().filter_map(|it| meta.attribute(it)) {
            match name.trim().to_ascii_lowercase().as_str() {
                "og:title" => fill(&mut self.shared_title, content, |_| true),
                "og:site_name" => fill(&mut self.publication, content, |_| true),
                "og:url" => fill(&mut self.source, content, is_address),
                "author" | "article:author" => {
                    fill(&mut self.byline, content, |it| !is_address(it));
                }
                "article:published_time"
                | "datepublished"
                | "date"
                | "pubdate"
                | "dc.date"
                | "dc.date.issued"
                | "dcterms.date" => {
                    fill(&mut self.published, content, |_| true);
                }
                _ => {}
            }
        }
    }

    /// Adds the byline in an element with the property `author`, in its `name` if it has one.
    fn take_property(&mut self, tree: &Tree, id: NodeId, element: &Element) {
        if has_word(element, "itemprop", "author") && self.byline.is_none() {
            let named = tree.steps(id).find_map(|step| match step {
                Step::Enter(it) => {
                    tree.element(it).filter(|it| has_word(it, "itemprop", "name")).map(|_| it)
                }
                Step::Leave(_) => None,
            });
            let text = tree.text_content(named.unwrap_or(id));
            let is_short =
                |it: &str| it.chars().count() <= crate::import::line_kinds::LONGEST_BYLINE;
            fill(&mut self.byline, Some(&text), is_short);
        }
    }
}

/// Returns the text of the first included headline.
pub(super) fn headline(blocks: &[ImportedBlock]) -> Option<String> {
    let is_it =
        |it: &&ImportedBlock| it.kind == Kind::Headline && it.disposition == Disposition::Included;
    blocks.iter().find(is_it).map(ImportedBlock::text)
}

/// Returns whether `title` is `name`, alone or with a separator and the name of the site after it.
fn is_with_site(title: &str, name: &str) -> bool {
    title.strip_prefix(name).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty()
            || (!name.is_empty() && rest.starts_with(['|', '-', '–', '—', '·', ':', '«', '»']))
    })
}

/// Puts `value` on one line into an empty `place`, unless it is empty or does not fit.
fn fill(place: &mut Option<String>, value: Option<&str>, fits: impl Fn(&str) -> bool) {
    if place.is_none() {
        *place = value.map(collapse).filter(|it| !it.is_empty() && fits(it));
    }
}

/// Returns `text` on one line, with one space for each run of white space.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether the attribute, as a list of words, contains `word` in any ASCII case.
fn has_word(element: &Element, attribute: &str, word: &str) -> bool {
    let value = element.attribute(attribute).unwrap_or_default();
    value.split_whitespace().any(|it| it.eq_ignore_ascii_case(word))
}

/// Returns whether `text` is a web address: `http` or `https`, without white space or control
/// characters.
pub(in crate::import) fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or(lower.strip_prefix("http://"));
    rest.is_some_and(|it| {
        !it.is_empty() && !it.contains(|it: char| it.is_whitespace() || it.is_control())
    })
}

/// Returns whether `text` has the shape of a BCP 47 language tag.
pub(in crate::import) fn is_language(text: &str) -> bool {
    text.len() <= LONGEST_LANGUAGE
        && text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.chars().all(|it| it.is_ascii_alphanumeric())
        })
}
