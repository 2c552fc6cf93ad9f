//! The screen that a browser pretends to have.

/// What a page can learn about the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// CSS pixels of the page, without the browser's own bars.
    pub width: u32,
    /// CSS pixels of the page, without the browser's own bars.
    pub height: u32,
    /// The colours that the person prefers.
    pub scheme: Scheme,
    /// What the person points with.
    pub pointer: Pointer,
}

/// The colours that a person prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What a person points with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse, as at a desk.
    Mouse,
    /// Fingers, as on a telephone.
    Touch,
}

impl Window {
    /// A desk's screen, in light colours.
    pub const DESKTOP: Self =
        Self { width: 1360, height: 880, scheme: Scheme::Light, pointer: Pointer::Mouse };
    /// A telephone's screen, in light colours.
    pub const PHONE: Self =
        Self { width: 390, height: 844, scheme: Scheme::Light, pointer: Pointer::Touch };

    /// The same screen in `scheme`.
    #[must_use]
    pub const fn with(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }
}

impl Scheme {
    /// The word of CSS for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
