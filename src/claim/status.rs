//! The status and the priority of a claim, with their names in files.
//!
//! The status says how far the check is, the priority how urgent the claim is. Files write a status
//! as a name and a priority as a number.

/// How far the check of a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the trade's")]
pub enum Status {
    ToCheck,
    Asked,
    Verified,
    NeedsCorrection,
    Fixed,
    Dropped,
}

/// Every status with its name in files, in the order of the work.
pub const STATUSES: [(Status, &str); 6] = [
    (Status::ToCheck, "to-check"),
    (Status::Asked, "asked"),
    (Status::Verified, "verified"),
    (Status::NeedsCorrection, "needs-correction"),
    (Status::Fixed, "fixed"),
    (Status::Dropped, "dropped"),
];

/// How urgent a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Priority {
    High,
    Medium,
    Low,
}

/// Every priority with its number in files.
pub const PRIORITIES: [(Priority, u8); 3] =
    [(Priority::High, 1), (Priority::Medium, 2), (Priority::Low, 3)];
