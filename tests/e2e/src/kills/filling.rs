//! The ways in which the disk is filled.

/// A step of a run on a small disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The page annotates for a while.
    Annotate,
    /// It annotates for so long that it may say "saved" again.
    AnnotateLong,
    /// The disk is filled to the last byte.
    Fill,
    /// The disk is filled but for a few kilobytes.
    FillAlmost,
    /// The disk gets room for a few megabytes.
    MakeSomeRoom,
    /// The disk gets all its room back.
    Free,
    /// The same, in half of the runs.
    MaybeFree,
    /// The browser is killed and started again.
    Restart,
    /// The page is loaded again in the same browser.
    Reload,
}

/// A way in which the disk is filled.
#[derive(Debug)]
pub(super) struct Filling {
    /// What is printed for it.
    pub name: &'static str,
    /// What happens after the browser has been started for the second time, with some claims from its
    /// first start; it annotates from the first step on that annotates.
    pub steps: &'static [Step],
}

/// The ways in which the disk is filled.
pub(super) const FILLINGS: &[Filling] = {
    use Step::{
        Annotate, AnnotateLong, Fill, FillAlmost, Free, MakeSomeRoom, MaybeFree, Reload, Restart,
    };
    &[
        Filling { name: "filled before the first change", steps: &[Fill, Annotate] },
        Filling { name: "filled while it annotates", steps: &[Annotate, Fill, Annotate] },
        Filling {
            name: "filled, freed and filled again",
            steps: &[Annotate, Fill, Annotate, Free, Annotate, Fill, Annotate],
        },
        Filling {
            name: "filled and freed while it annotates",
            steps: &[Annotate, Fill, Annotate, Free, AnnotateLong],
        },
        Filling { name: "filled but for a few KB", steps: &[Annotate, FillAlmost, Annotate] },
        Filling {
            name: "filled, restarted while full",
            steps: &[Annotate, Fill, Annotate, Restart, Annotate],
        },
        Filling {
            name: "filled, restarted with a few MB of room",
            steps: &[Annotate, Fill, Annotate, MakeSomeRoom, Restart, Annotate],
        },
        Filling {
            name: "filled and reloaded",
            steps: &[Annotate, Fill, Annotate, MaybeFree, Reload, Annotate],
        },
    ]
};
