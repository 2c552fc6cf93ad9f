//! How this browser shows the page, as the person has chosen it.

/// How the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The colours.
    pub theme: Theme,
    /// The size of the article's text.
    pub size: Size,
    /// How wide its lines are.
    pub width: Width,
    /// How much room is between its lines.
    pub spacing: Spacing,
}

/// The colours.
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

/// How wide the article's lines are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Width {
    Narrow,
    #[default]
    Medium,
    Wide,
}

/// How much room is between the article's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Spacing {
    Close,
    #[default]
    Medium,
    Loose,
}

/// Every choice of colours, with its name in settings and its words.
pub const THEMES: [(Theme, &str, &str); 3] = [
    (Theme::System, "system", "As the system"),
    (Theme::Light, "light", "Light"),
    (Theme::Dark, "dark", "Dark"),
];

/// Every size of the text, likewise.
pub const SIZES: [(Size, &str, &str); 5] = [
    (Size::Small, "small", "Small"),
    (Size::Medium, "medium", "Medium"),
    (Size::Large, "large", "Large"),
    (Size::Larger, "larger", "Larger"),
    (Size::Largest, "largest", "Twice as large"),
];

/// Every width of the lines, likewise.
pub const WIDTHS: [(Width, &str, &str); 3] = [
    (Width::Narrow, "narrow", "Narrow"),
    (Width::Medium, "medium", "Medium"),
    (Width::Wide, "wide", "Wide"),
];

/// Every room between the lines, likewise.
pub const SPACINGS: [(Spacing, &str, &str); 3] = [
    (Spacing::Close, "close", "Close"),
    (Spacing::Medium, "medium", "Medium"),
    (Spacing::Loose, "loose", "Loose"),
];

/// The name of a choice in settings.
pub fn name_of<T: PartialEq>(
    choice: &T,
    table: &[(T, &'static str, &'static str)],
) -> &'static str {
    table.iter().find(|(other, ..)| other == choice).map_or("", |(_, name, _)| name)
}

/// The choice of that name; the usual one where there is none.
pub fn choice_of<T: Copy + Default>(name: &str, table: &[(T, &str, &str)]) -> T {
    table.iter().find(|(_, other, _)| *other == name).map(|(it, ..)| *it).unwrap_or_default()
}
