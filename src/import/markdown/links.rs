//! Collects links and pictures while the writer processes their content, and decides which of their
//! details to show.
//!
//! The address of a link or picture is shown, unless the words of the link already are the address.

/// A link whose end the writer has not reached.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) words: String,
    /// The number of open pictures whose description contains the link.
    pub(super) depth: usize,
    /// The number of waiting captions at the start of the link.
    pub(super) captions: usize,
}

/// A picture whose end the writer has not reached.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) description: String,
}

impl Link {
    /// Returns the title, which readers see only when they point at the link; `None` where the
    /// title is empty or repeats the words of the link.
    pub(super) fn hidden_title(&self) -> Option<&str> {
        let title = self.title.trim();
        (!title.is_empty() && title != self.words.trim()).then_some(title)
    }

    /// Returns the address in brackets, to write after the words of the link; `None` where it is
    /// empty or the words already show it.
    pub(super) fn shown_address(&self) -> Option<String> {
        let is_known = self.address.is_empty() || is_shown(&self.address, &self.words);
        (!is_known).then(|| format!(" ({})", self.address))
    }
}

impl Picture {
    /// Returns the text that represents the picture: its description, its title if that differs,
    /// and its address.
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

/// Returns whether the words of a link are its address, apart from the scheme and a slash at the
/// end.
fn is_shown(address: &str, words: &str) -> bool {
    let bare = |text: &str| {
        let schemes = ["https://", "http://", "mailto:"];
        let rest = schemes.into_iter().find_map(|scheme| text.strip_prefix(scheme));
        rest.unwrap_or(text).trim_end_matches('/').to_owned()
    };
    bare(address) == bare(words.trim())
}

/// Returns an address; a `data:` address, which contains the picture itself, only up to its media
/// type.
fn without_content(address: &str) -> &str {
    let is_content =
        address.get(.."data:".len()).is_some_and(|it| it.eq_ignore_ascii_case("data:"));
    if is_content { address.split([',', ';']).next().unwrap_or_default() } else { address }
}
