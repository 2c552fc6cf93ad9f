//! What a browser is started for.

use super::oracle::Line;

/// How long a page may take after a start until it says saved, in milliseconds.
const SAVED_WITHIN: u32 = 15_000;
/// The same where nothing stands in its way.
const SAVED_WITHIN_STRICTLY: u32 = 60_000;
/// The same where the disk is full, so that the page cannot be expected to say it.
const SAVED_WITHIN_ON_FULL_DISK: u32 = 3_000;

/// What a browser is started for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To say what it has, and to go on annotating.
    Annotate,
    /// To say what it has.
    #[default]
    Look,
    /// To annotate where nothing can be stored.
    AnnotateBlocked,
    /// To show its claims, and to annotate whether the page saves or not.
    AnnotateUnsaved(Compared),
    /// To show its claims for the last time, saved or not.
    LookUnsaved,
}

/// When the claims that a start shows are compared with the acknowledged ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    /// If the page calls them saved.
    IfSaved,
    /// Never: while the disk is full the page may show less than it has.
    Never,
}

impl Purpose {
    /// The name under which the script knows this way of annotating.
    pub(super) fn manner(self) -> &'static str {
        match self {
            Self::Annotate | Self::Look => "saved",
            Self::AnnotateBlocked => "blocked",
            Self::AnnotateUnsaved(_) | Self::LookUnsaved => "unsaved",
        }
    }

    /// Whether the page has to be in good order: saved at the start, without any alert.
    pub(super) fn is_strict(self) -> bool {
        self.manner() != "unsaved"
    }

    /// Whether the script annotates after it has shown the claims.
    pub(super) fn goes_on(self) -> bool {
        match self {
            Self::Annotate | Self::AnnotateBlocked | Self::AnnotateUnsaved(_) => true,
            Self::Look | Self::LookUnsaved => false,
        }
    }

    /// Whether the shown claims are compared with the acknowledged ones, given what the line says.
    pub(super) fn compares(self, line: Line) -> bool {
        match self {
            Self::AnnotateUnsaved(Compared::IfSaved) => line == Line::Saved,
            Self::AnnotateUnsaved(Compared::Never) => false,
            Self::Annotate | Self::AnnotateBlocked | Self::Look | Self::LookUnsaved => true,
        }
    }

    /// How long the script waits for "saved" before it shows the claims, in milliseconds.
    pub(super) fn saved_within(self) -> u32 {
        match self {
            Self::AnnotateUnsaved(Compared::Never) => SAVED_WITHIN_ON_FULL_DISK,
            Self::AnnotateUnsaved(Compared::IfSaved) | Self::LookUnsaved => SAVED_WITHIN,
            Self::Annotate | Self::AnnotateBlocked | Self::Look => SAVED_WITHIN_STRICTLY,
        }
    }
}
