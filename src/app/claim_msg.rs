//! What is done on the way from a mark to a checked claim.

use std::rc::Rc;

use crate::{
    claim::{Claim, LinkKind, Priority, Scale, Status},
    id::{BlockId, ClaimId},
};

use super::EvidenceMsg;

/// Something about the work on a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimMsg {
    /// It was said how far the check is.
    StatusChosen(ClaimId, Status),
    /// It was said how urgent it is.
    PriorityChosen(ClaimId, Option<Priority>),
    /// A status was chosen for the claim that is worked on, by its key.
    StatusToggled(Status),
    /// A priority was chosen for that claim, or taken from it, by its key.
    PriorityPressed(Priority),
    /// A claim is to stay open beside the one that is worked on, or none is any more.
    Pinned(Option<ClaimId>),
    /// Something was written in a field of one line or more.
    Typed(ClaimId, ClaimField, String),
    /// It was said what a claim is to the one of that number.
    Linked(ClaimId, LinkKind, u32),
    /// A claim is nothing to another one any more; the link may be kept with either.
    Unlinked(ClaimId, ClaimId),
    /// A claim was made about something at a block that is not in its words, or about all of it.
    CreatedOnBlock(BlockId),
    /// The memo of corrections was asked for as a copy.
    MemoCopied,
    /// It is on the clipboard, or could not be put there.
    Copied(bool),
    /// A rating of the article's scale was chosen, by its name.
    RatingChosen(ClaimId, String),
    /// The verdict was written as a sentence.
    VerdictTextChanged(ClaimId, String),
    /// The reason for the verdict was written.
    ReasonTyped(ClaimId, String),
    /// The verdict was taken back.
    VerdictRemoved(ClaimId),
    /// Something about the scale that verdicts are taken from.
    Scale(ScaleMsg),
    /// Something about its evidence, or about sources.
    Evidence(EvidenceMsg),
}

/// Something about the scale of the article on screen. Ratings are called by their names in files.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleMsg {
    /// The window with the scale was asked for.
    Asked,
    /// A scale was chosen.
    Chosen(Rc<Scale>),
    /// An own scale is to be made of the one that the article has.
    Customized,
    /// The scale was named.
    Named(String),
    /// A rating with these words was added.
    RatingAdded(String),
    /// A rating's words were written.
    RatingLabelled(String, String),
    /// A rating's number was written; the empty text is no number.
    RatingNumbered(String, String),
    /// A rating was moved before the one before it.
    RatingMovedUp(String),
    /// A rating was taken out.
    RatingRemoved(String),
    /// The scale was chosen for new articles.
    ChosenForNew,
    /// Asking for reasons was switched on or off.
    ReasonPromptToggled,
}

/// A field of a claim that is a text; an empty one is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `WORK_FIELDS` say it")]
pub enum ClaimField {
    Restated,
    ClaimantName,
    ClaimantRole,
    Correction,
    ContactWho,
    ContactAsked,
    ContactDue,
    ContactReplied,
    ContactReply,
}

/// How a field of a claim is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkFieldRow {
    /// The field.
    pub field: ClaimField,
    /// How the journal names it.
    pub name: &'static str,
    /// How the person reads it.
    pub label: &'static str,
    /// What stands in it while it is empty.
    pub hint: &'static str,
}

/// Every field of a claim that is a text, in the order in which they are shown.
pub const WORK_FIELDS: [WorkFieldRow; 9] = [
    row(ClaimField::ClaimantName, "claimant-name", "Who says it", "Name"),
    row(ClaimField::ClaimantRole, "claimant-role", "Role", "Prime Minister, witness, study"),
    row(ClaimField::Restated, "restated", "The claim in words that stand alone", ""),
    row(ClaimField::Correction, "correction", "What should stand there instead", ""),
    row(ClaimField::ContactWho, "contact-who", "Who was asked", "Name, telephone, mail"),
    row(ClaimField::ContactAsked, "contact-asked", "Asked on", "2026-11-22"),
    row(ClaimField::ContactDue, "contact-due", "Reply due", "2026-11-24"),
    row(ClaimField::ContactReplied, "contact-replied", "Replied on", "2026-11-23"),
    row(ClaimField::ContactReply, "contact-reply", "The reply", ""),
];

const fn row(
    field: ClaimField,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
) -> WorkFieldRow {
    WorkFieldRow { field, name, label, hint }
}

impl ClaimField {
    /// What the field says; empty where nothing is known.
    pub fn value(self, claim: &Claim) -> &str {
        let contact = claim.contact.as_ref();
        let said = match self {
            Self::Restated => Some(&claim.restated),
            Self::ClaimantName => claim.claimant.as_ref().map(|it| &it.name),
            Self::ClaimantRole => claim.claimant.as_ref().and_then(|it| it.role.as_ref()),
            Self::Correction => claim.correction.as_ref(),
            Self::ContactWho => contact.and_then(|it| it.who.as_ref()),
            Self::ContactAsked => contact.and_then(|it| it.asked.as_ref()),
            Self::ContactDue => contact.and_then(|it| it.due.as_ref()),
            Self::ContactReplied => contact.and_then(|it| it.replied.as_ref()),
            Self::ContactReply => contact.and_then(|it| it.reply.as_ref()),
        };
        said.map_or("", String::as_str)
    }

    /// How the field is named.
    pub fn label(self) -> &'static str {
        WORK_FIELDS.iter().find(|row| row.field == self).map_or("", |row| row.label)
    }
}
