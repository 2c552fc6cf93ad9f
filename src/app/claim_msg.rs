//! Messages about the work on a claim, from the marked words to the verdict, and about the scale.
//!
//! [`WORK_FIELDS`] lists the text fields of a claim; the user interface reads their labels and
//! placeholders from there.

use std::rc::Rc;

use crate::{
    claim::{Claim, LinkKind, Priority, Scale, Status},
    id::{BlockId, ClaimId},
};

use super::EvidenceMsg;

/// A message about the work on a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimMsg {
    /// The user chose the status of a claim.
    StatusChosen(ClaimId, Status),
    /// The user chose the priority of a claim, or `None`.
    PriorityChosen(ClaimId, Option<Priority>),
    /// The user pressed the key of a status, for the selected claim.
    StatusToggled(Status),
    /// The user pressed the key of a priority, for the selected claim; pressing the key of its
    /// current priority removes that.
    PriorityPressed(Priority),
    /// The user pinned a claim, so that it stays open beside the selected one; `None` unpins it.
    Pinned(Option<ClaimId>),
    /// The user typed in a text field of a claim: the new text.
    Typed(ClaimId, ClaimField, String),
    /// The user linked a claim to another one: the kind of the link and the number of the other
    /// claim.
    Linked(ClaimId, LinkKind, u32),
    /// The user removed the link between two claims. Either of the two may store it.
    Unlinked(ClaimId, ClaimId),
    /// The user created a claim without words on a block, about something that its words do not say
    /// or about the block as a whole.
    CreatedOnBlock(BlockId),
    /// The user asked to copy the list of corrections.
    CorrectionsCopied,
    /// The platform copied the list to the clipboard, or (`false`) failed to.
    Copied(bool),
    /// The user chose a rating of the article's scale: its identifier.
    RatingChosen(ClaimId, String),
    /// The user typed a verdict in words instead of choosing a rating.
    VerdictTextChanged(ClaimId, String),
    /// The user typed the reason for the verdict.
    ReasonTyped(ClaimId, String),
    /// The user removed the verdict.
    VerdictRemoved(ClaimId),
    /// A message about the scale from which verdicts are chosen.
    Scale(ScaleMsg),
    /// A message about evidence or sources.
    Evidence(EvidenceMsg),
}

/// A message about the scale of the article on screen. A `String` that names a rating is the
/// identifier of the rating in files.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleMsg {
    /// The user asked for the dialog with the scale.
    Asked,
    /// The user chose a scale for the article.
    Chosen(Rc<Scale>),
    /// The user asked for a custom scale that starts as a copy of the article's scale.
    Customized,
    /// The user typed the name of the scale.
    Named(String),
    /// The user added a rating with this label.
    RatingAdded(String),
    /// The user typed the label of a rating: the rating, then the label.
    RatingLabelled(String, String),
    /// The user typed the number of a rating: the rating, then the text. An empty text means no
    /// number.
    RatingNumbered(String, String),
    /// The user moved a rating one place up.
    RatingMovedUp(String),
    /// The user removed a rating.
    RatingRemoved(String),
    /// The user chose the article's scale for new articles.
    ChosenForNew,
    /// The user switched on or off whether the program asks for the reasons of low verdicts.
    ReasonPromptToggled,
}

/// A text field of a claim. An empty text means that nothing is known.
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

/// The names of a text field of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkFieldRow {
    /// The field.
    pub field: ClaimField,
    /// The name of the field in the page, in the attribute `data-field`.
    pub name: &'static str,
    /// The label that the user reads.
    pub label: &'static str,
    /// The placeholder that the empty field shows.
    pub hint: &'static str,
}

/// All text fields of a claim, in the order in which the page shows them.
pub const WORK_FIELDS: [WorkFieldRow; 9] = [
    row(ClaimField::ClaimantName, "claimant-name", "Said by", "Name"),
    row(ClaimField::ClaimantRole, "claimant-role", "Role", "Prime Minister, witness, study"),
    row(ClaimField::Restated, "restated", "Restated claim, clear on its own", ""),
    row(ClaimField::Correction, "correction", "Suggested correction", ""),
    row(ClaimField::ContactWho, "contact-who", "Person asked", "Name, phone, e-mail"),
    row(ClaimField::ContactAsked, "contact-asked", "Asked on", "2026-11-22"),
    row(ClaimField::ContactDue, "contact-due", "Reply due", "2026-11-24"),
    row(ClaimField::ContactReplied, "contact-replied", "Replied on", "2026-11-23"),
    row(ClaimField::ContactReply, "contact-reply", "Reply", ""),
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
    /// Returns the text of the field; an empty string if nothing is known.
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

    /// Returns the label that the user reads.
    pub fn label(self) -> &'static str {
        WORK_FIELDS.iter().find(|row| row.field == self).map_or("", |row| row.label)
    }
}
