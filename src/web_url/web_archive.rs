//! Addresses in web archives: where an archive lists the copies of a page, and which page a copy
//! shows.
//!
//! The module only rewrites addresses; it asks no archive.

use super::WebUrl;

/// The address prefix under which the Wayback Machine lists its copies of a page.
const ARCHIVE: &str = "https://web.archive.org/web/2*/";
/// The hosts of archives whose addresses may contain the address of the copied page.
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
    /// Returns the address at which a web archive lists its copies of the page.
    pub fn archive(&self) -> String {
        format!("{ARCHIVE}{}", self.href)
    }

    /// Returns whether the address leads to a web archive.
    pub fn is_archive(&self) -> bool {
        HOSTS.contains(&self.host())
    }

    /// Returns the address of the page that a web archive copied; `None` unless this is the address
    /// of a copy that contains it.
    pub fn original(&self) -> Option<Self> {
        let tail = self.path_and_query();
        let at = ["/http://", "/https://"].iter().filter_map(|it| tail.find(it)).min()?;
        let original = tail.get(at..)?.strip_prefix('/')?;
        Self::parse(original).filter(|_| self.is_archive())
    }
}
