//! What is said of the work on a claim.

use std::rc::Rc;

use crate::{
    claim::{Claim, Contact, Priority, ReplyStatus, Status},
    document::Document,
};

/// The name of the choice of a status.
pub const STATUS: &str = "Status";
/// The name of the choice of a priority.
pub const PRIORITY: &str = "Priority";
/// The name of the fields about who made the claim.
pub const CLAIMANT: &str = "Claimant";
/// The name of the fields about the words of the claim.
pub const WORDING: &str = "Wording and correction";
/// The name of the fields about who was asked.
pub const CONTACT: &str = "Contact";

/// How long a restated claim should be at most, in characters, so that search engines show it whole
/// (Google's guide to `ClaimReview`).
const RESTATED: usize = 75;

/// A status as the person reads it.
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

/// The sign of a status at the end of a mark, like those of a proof; none where the check has not
/// begun.
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

/// A priority as the person reads it.
pub const fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "High priority",
        Priority::Medium => "Middle priority",
        Priority::Low => "Low priority",
    }
}

/// What is said when a claim has no priority any more.
pub const NO_PRIORITY: &str = "No priority";
/// The name of the button that keeps a claim open beside others.
pub const KEEP_OPEN: &str = "Keep open";

/// The name of the part with the claim that is kept open.
pub fn kept_open(number: u32) -> String {
    format!("Claim {number}, kept open")
}

/// What stands below the beginning of a note that is long.
pub const NOTE_GOES_ON: &str = "Only the beginning is shown here; the whole note is kept.";

/// How long a restated claim is, and whether that is too long.
pub fn restated_length(restated: &str) -> (String, bool) {
    let count = restated.chars().count();
    let over = count.saturating_sub(RESTATED);
    let too_long = if over > 0 { format!(", {over} too many") } else { String::new() };
    (format!("{count} of {RESTATED} characters{too_long}"), over > 0)
}

/// What stands below a day that is not known as one.
pub const NO_DAY: &str =
    "It cannot be told when this is overdue. Write the day like 2026-11-24 for that.";

/// What stands after a verdict from another scale than the article's.
pub const OTHER_SCALE: &str = "(another scale)";

/// What is said when claims are linked.
pub fn linked(label: &str, number: u32) -> String {
    format!("Linked: {label} {number}")
}

/// What is said when a link is taken away.
pub const UNLINKED: &str = "Link taken away";

/// The name of the part about other claims.
pub const LINKS: &str = "Other claims";
/// What stands instead of the words of a claim that has none.
pub const WITHOUT_WORDS: &str = "Without words: say what it is";
/// How many characters of a claim stand in a list.
const LISTED: usize = 60;

/// The name of the field for the number of another claim.
pub const OTHER_CLAIM: &str = "Number of the other claim";

/// What is said where no other claim has a number.
pub fn no_other_claim(number: u32) -> String {
    format!("Nothing was linked: there is no other claim {number} in this article.")
}

/// The name of the button that takes a link away.
pub fn unlink(number: u32) -> String {
    format!("Take the link to claim {number} away")
}

/// A claim in a line: its number and its first words.
pub fn claim_in_line(document: &Document, claim: &Claim) -> String {
    let quote = claim.target.quote(document.blocks());
    let said = quote.unwrap_or_else(|| claim.restated.clone());
    let (cut, mark) = match said.char_indices().nth(LISTED) {
        Some((end, _)) => (said.get(..end).unwrap_or(&said), "…"),
        None => (said.as_str(), ""),
    };
    format!("{}: {cut}{mark}", claim.number)
}

/// The name of the window with who was asked.
pub const CONTACTS: &str = "Who was asked";
/// What stands there while nobody was.
pub const NO_CONTACTS: &str = "Nobody was asked yet. Write whom you asked, and when the reply is due, \
     under “Contact” of a claim, and it is listed here.";

/// How far an enquiry is.
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

/// The line that says how many replies are overdue.
pub fn overdue(count: usize) -> String {
    match count {
        1 => "1 reply is overdue".to_owned(),
        _ => format!("{count} replies are overdue"),
    }
}

/// The name of the window with the corrections of an article.
pub const MEMO: &str = "Corrections";
/// What stands there while there are none.
pub const NO_CORRECTIONS: &str = "No claim has a correction yet. Write what should stand instead \
     under “Wording and correction” of a claim, and it is listed here.";
/// The name of the button that copies the corrections.
pub const COPY: &str = "Copy";
/// What is said when they are on the clipboard.
pub const COPIED: &str = "Copied.";
/// What is said when they could not be put there.
pub const NOT_COPIED: &str = "The browser did not let the page copy. Select the text and copy it.";

/// The corrections of an article as a text that can be handed on.
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

/// Who marked a claim, when, and when it was changed last, by a clock that is so many minutes ahead of
/// universal time.
pub fn claim_dates(claim: &Claim, ahead: i64) -> String {
    let by = claim.author.as_ref().map(|author| format!(" by {author}")).unwrap_or_default();

    let changed = if claim.created == claim.modified {
        String::new()
    } else {
        format!(", changed {}", super::moment(claim.modified.to_local(ahead)))
    };
    format!("Marked {}{by}{changed}", super::moment(claim.created.to_local(ahead)))
}
