//! Archives of web pages, and the addresses of which they keep copies.

use super::WebUrl;

/// Where captures of an address are listed.
const ARCHIVE: &str = "https://web.archive.org/web/2*/";
/// The hosts of archives whose addresses may say which page was copied.
const HOSTS: [&str; 8] = [
    "web.archive.org",
    "archive.today",
    "archive.ph",
    "archive.is",
    "archive.li",
    "archive.vn",
    "archive.fo",
    "archive.md",
];

impl WebUrl {
    /// Where a web archive lists its copies of the page.
    pub fn archive(&self) -> String {
        format!("{ARCHIVE}{}", self.href)
    }

    /// Whether it leads to a copy in a web archive.
    pub fn is_archive(&self) -> bool {
        HOSTS.contains(&self.host())
    }

    /// The address of the page that a web archive copied, where this is the address of a copy that
    /// says it.
    pub fn original(&self) -> Option<Self> {
        let tail = self.path_and_query();
        let at = ["/http://", "/https://"].iter().filter_map(|it| tail.find(it)).min()?;
        let original = tail.get(at..)?.strip_prefix('/')?;
        Self::parse(original).filter(|_| self.is_archive())
    }
}
