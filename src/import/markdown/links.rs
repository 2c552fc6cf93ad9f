//! Links and pictures, and what of them is told.

/// A link under way.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) words: String,
    /// How many pictures it stands in the description of.
    pub(super) depth: usize,
    /// How many captions there were before it.
    pub(super) captions: usize,
}

/// A picture under way.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) description: String,
}

impl Link {
    /// Its title, which readers see only under their pointer; `None` where its words say the same.
    pub(super) fn title_to_tell(&self) -> Option<&str> {
        let title = self.title.trim();
        (!title.is_empty() && title != self.words.trim()).then_some(title)
    }

    /// What is written after its words; `None` where they say it all.
    pub(super) fn address_to_tell(&self) -> Option<String> {
        let is_told = self.address.is_empty() || is_shown(&self.address, &self.words);
        (!is_told).then(|| format!(" ({})", self.address))
    }
}

impl Picture {
    /// The line that is shown of it: its description, its title if that is another, its address.
    pub(super) fn caption(&self) -> String {
        let (title, description) = (self.title.trim(), self.description.trim());
        let both = format!("{description} – {title}");
        let description = match (description, title) {
            (description, title) if title.is_empty() || title == description => description,
            ("", title) => title,
            (_, _) => &both,
        };
        match (description, without_content(&self.address)) {
            (description, "") => description.to_owned(),
            ("", address) => format!("({address})"),
            (description, address) => format!("{description} ({address})"),
        }
    }
}

/// Whether the words of a link say its address.
fn is_shown(address: &str, words: &str) -> bool {
    let bare = |text: &str| {
        let schemes = ["https://", "http://", "mailto:"];
        let rest = schemes.into_iter().find_map(|scheme| text.strip_prefix(scheme));
        rest.unwrap_or(text).trim_end_matches('/').to_owned()
    };
    bare(address) == bare(words.trim())
}

/// An address without the content of a picture, where it holds that itself.
fn without_content(address: &str) -> &str {
    let is_content =
        address.get(.."data:".len()).is_some_and(|it| it.eq_ignore_ascii_case("data:"));
    if is_content { address.split([',', ';']).next().unwrap_or_default() } else { address }
}
