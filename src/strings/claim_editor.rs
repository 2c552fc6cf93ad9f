//! Text for working on a claim: status, claimant, correction, contact and related claims.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use std::rc::Rc;

use crate::{
    claim::{Claim, Contact, Priority, ReplyStatus, Status},
    document::Document,
};

pub const STATUS: &str = "Status";
pub const PRIORITY: &str = "Priority";
pub const CLAIMANT: &str = "Claimant";
pub const WORDING: &str = "Wording and correction";
pub const CONTACT: &str = "Contact";

/// The longest restated claim that search engines show in full, in characters (Google's guide to
/// `ClaimReview`).
const RESTATED: usize = 75;

pub const fn status(status: Status) -> &'static str {
    match status {
        Status::ToCheck => "To check",
        Status::Asked => "Asked",
        Status::Verified => "Verified",
        Status::NeedsCorrection => "Needs correction",
        Status::Fixed => "Fixed",
        Status::Dropped => "Dropped",
    }
}

/// The sign at the end of a mark, as proofreaders set it; empty before the check has begun.
pub fn status_sign(status: Status) -> &'static str {
    match status {
        Status::ToCheck => "",
        Status::Asked => "?",
        Status::Verified => "✓",
        Status::NeedsCorrection => "✎",
        Status::Fixed => "✎✓",
        Status::Dropped => "✕",
    }
}

pub const fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "High priority",
        Priority::Medium => "Medium priority",
        Priority::Low => "Low priority",
    }
}

/// Announced when the priority of a claim is removed.
pub const NO_PRIORITY: &str = "No priority";
pub const KEEP_OPEN: &str = "Keep open";

/// The heading of the claim that stays open beside the list.
pub fn kept_open(number: u32) -> String {
    format!("Claim {number}, kept open")
}

/// Shown below a note of which only the beginning is formatted.
pub const NOTE_GOES_ON: &str = "Only the beginning is shown here. The whole note is saved.";

/// The length of a restated claim, and whether it is too long.
pub fn restated_length(restated: &str) -> (String, bool) {
    let count = restated.chars().count();
    let over = count.saturating_sub(RESTATED);
    let too_long = if over > 0 { format!(", {over} too many") } else { String::new() };
    (format!("{count} of {RESTATED} characters{too_long}"), over > 0)
}

/// Shown below a date that cannot be read.
pub const NO_DAY: &str = "To see when this is overdue, write the date as 2026-11-24.";

/// Shown after a verdict from another scale than the article's.
pub const OTHER_SCALE: &str = "(another scale)";

/// `label` is the kind of link, `number` the number of the other claim.
pub fn linked(label: &str, number: u32) -> String {
    format!("Linked: {label} {number}")
}

pub const UNLINKED: &str = "Link removed";

pub const LINKS: &str = "Related claims";
/// Shown in place of the quote on a claim about something that is not in the text.
pub const WITHOUT_WORDS: &str = "Not in the text: describe it";
/// The number of characters that a list shows of a claim.
const LISTED: usize = 60;

pub const OTHER_CLAIM: &str = "Number of the other claim";

pub fn no_other_claim(number: u32) -> String {
    format!("Nothing was linked: there is no other claim {number} in this article.")
}

pub fn unlink(number: u32) -> String {
    format!("Remove link to claim {number}")
}

/// The number of a claim and its first words.
pub fn claim_in_line(document: &Document, claim: &Claim) -> String {
    let quote = claim.target.quote(document.blocks());
    let said = quote.unwrap_or_else(|| claim.restated.clone());
    let (cut, mark) = match said.char_indices().nth(LISTED) {
        Some((end, _)) => (said.get(..end).unwrap_or(&said), "…"),
        None => (said.as_str(), ""),
    };
    format!("{}: {cut}{mark}", claim.number)
}

/// The name of the window that lists who was asked about which claim.
pub const CONTACTS: &str = "Contacts";
/// Shown in that window while it is empty.
pub const NO_CONTACTS: &str = "No contacts yet. Open a claim, and write under “Contact” whom you \
     asked and when the reply is due.";

pub fn reply_status(reply_status: ReplyStatus) -> &'static str {
    match reply_status {
        ReplyStatus::Overdue => "Overdue",
        ReplyStatus::Pending => "No reply yet",
        ReplyStatus::Replied => "Replied",
    }
}

/// Who was asked, and when.
pub fn asked(contact: &Contact) -> String {
    let parts =
        [(&contact.asked, "asked "), (&contact.due, "reply due "), (&contact.replied, "replied ")];
    let who = contact.who.iter().cloned();
    let parts =
        parts.into_iter().filter_map(|(when, what)| Some(format!("{what}{}", when.as_ref()?)));
    who.chain(parts).collect::<Vec<_>>().join(", ")
}

pub fn overdue(count: usize) -> String {
    match count {
        1 => "1 reply is overdue".to_owned(),
        _ => format!("{count} replies are overdue"),
    }
}

/// The name of the window that collects the corrections of an article.
pub const MEMO: &str = "Corrections";
/// Shown in that window while it is empty.
pub const NO_CORRECTIONS: &str = "No corrections yet. Open a claim, and write the correction under \
     “Wording and correction”.";
pub const COPY: &str = "Copy";
pub const COPIED: &str = "Copied.";
pub const NOT_COPIED: &str = "The browser did not let the page copy. Select the text and copy it.";

/// The corrections of an article as plain text, to be sent to others.
pub fn corrections_text(document: &Document) -> String {
    let details = document.details();
    let numbers: Vec<Option<usize>> = document.blocks().numbers().collect();
    let correction = |claim: &Rc<Claim>| {
        let correction = claim.correction.as_ref().filter(|it| !it.trim().is_empty())?;
        let position = document.blocks().position(claim.target.block());
        let number = position.and_then(|position| *numbers.get(position)?);
        let place = number.map_or_else(String::new, |number| format!("Paragraph {number}, "));
        let quote = claim.target.quote(document.blocks());
        let quote = quote.unwrap_or_else(|| claim.restated.clone());
        let number = claim.number;
        Some(format!("\n{place}claim {number}:\n  “{quote}”\nshould be:\n  “{correction}”\n"))
    };
    let head = format!("Corrections: {}\n", super::title_of(&details.title));
    let source = details.source.iter().map(|source| format!("{source}\n"));
    std::iter::once(head).chain(source).chain(document.claims().filter_map(correction)).collect()
}

/// Who marked a claim and when, and when it was last changed. Local time is `ahead` minutes ahead
/// of universal time.
pub fn claim_dates(claim: &Claim, ahead: i64) -> String {
    let by = claim.author.as_ref().map(|author| format!(" by {author}")).unwrap_or_default();

    let changed = if claim.created == claim.modified {
        String::new()
    } else {
        format!(", changed {}", super::moment(claim.modified.to_local(ahead)))
    };
    format!("Marked {}{by}{changed}", super::moment(claim.created.to_local(ahead)))
}
