//! The user's choices of how the page looks in this browser.
//!
//! Each choice is an enum with a table, which holds the name of each value in the stored settings
//! and its label on screen. A name that no table knows reads as the default.

/// The user's choices of how the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The colours of the page.
    pub theme: Theme,
    /// The size of the article's text.
    pub size: Size,
    /// The width of the article's lines.
    pub width: Width,
    /// The space between the article's lines.
    pub spacing: Spacing,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The size of the article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
    Larger,
    Largest,
}

/// The width of the article's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Width {
    Narrow,
    #[default]
    Medium,
    Wide,
}

/// The space between the article's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Spacing {
    Close,
    #[default]
    Medium,
    Loose,
}

/// Every choice of colours, with its name in the stored settings and its label.
pub const THEMES: [(Theme, &str, &str); 3] = [
    (Theme::System, "system", "System"),
    (Theme::Light, "light", "Light"),
    (Theme::Dark, "dark", "Dark"),
];

/// Every size of the text, with its name in the stored settings and its label.
pub const SIZES: [(Size, &str, &str); 5] = [
    (Size::Small, "small", "Small"),
    (Size::Medium, "medium", "Medium"),
    (Size::Large, "large", "Large"),
    (Size::Larger, "larger", "Larger"),
    (Size::Largest, "largest", "Double"),
];

/// Every width of the lines, with its name in the stored settings and its label.
pub const WIDTHS: [(Width, &str, &str); 3] = [
    (Width::Narrow, "narrow", "Narrow"),
    (Width::Medium, "medium", "Medium"),
    (Width::Wide, "wide", "Wide"),
];

/// Every spacing of the lines, with its name in the stored settings and its label.
pub const SPACINGS: [(Spacing, &str, &str); 3] = [
    (Spacing::Close, "close", "Tight"),
    (Spacing::Medium, "medium", "Medium"),
    (Spacing::Loose, "loose", "Loose"),
];

/// Returns the name of a choice in the stored settings; empty if `table` does not have the choice.
pub fn name_of<T: PartialEq>(
    choice: &T,
    table: &[(T, &'static str, &'static str)],
) -> &'static str {
    table.iter().find(|(other, ..)| other == choice).map_or("", |(_, name, _)| name)
}

/// Returns the choice with that name in the stored settings; the default if `table` does not have
/// it.
pub fn choice_of<T: Copy + Default>(name: &str, table: &[(T, &str, &str)]) -> T {
    table.iter().find(|(_, other, _)| *other == name).map(|(it, ..)| *it).unwrap_or_default()
}
