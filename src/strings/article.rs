//! Text about the article, its blocks and claims, and the list of edits.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::{
    app::{
        FocusMode, Panel, Snap,
        view::{BlockView, Meta, Progress},
    },
    article::{Edge, KINDS, Kind},
    claim::Status,
    edit::Action,
    review::ReviewState,
    storage::EntryKind,
    text::first_words,
    time::Timestamp,
};

use super::{NO_TAG, count, title_of};

pub const ALL_LOOKED_AT: &str = "Everything in this article has been reviewed.";
pub const NO_FURTHER_SENTENCE: &str = "No more sentences in this paragraph";
/// The longest selection that is announced in full, in characters.
const LONGEST_SAID: usize = 160;
/// Replaces [`progress`] in the header once the article is reviewed.
pub const ALL_DONE: &str = "All reviewed";

/// Precedes the words of a claim for those who hear the page.
pub fn spoken_claim(number: u32, tags: &[&str], status: Status) -> String {
    let tags = if tags.is_empty() { NO_TAG.to_ascii_lowercase() } else { tags.join(", ") };
    match status {
        Status::ToCheck => format!("[claim {number}, {tags}] "),
        Status::Asked
        | Status::Verified
        | Status::NeedsCorrection
        | Status::Fixed
        | Status::Dropped => {
            let status = super::status(status).to_ascii_lowercase();
            format!("[claim {number}, {tags}, {status}] ")
        }
    }
}

pub fn meta(meta: &Meta) -> String {
    format!(
        "{} · {} · {} min",
        count(meta.words, "word", "words"),
        count(meta.paragraphs, "paragraph", "paragraphs"),
        meta.minutes
    )
}

pub fn announce_selection(words: &str) -> String {
    match words.char_indices().nth(LONGEST_SAID) {
        None => format!("Selected: {words}"),
        Some((end, _)) => format!("Selected: {}…", words.get(..end).unwrap_or_default()),
    }
}

/// Announced when the arrow keys begin to move the other edge of the selection.
pub fn moving_edge(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "Moving the start",
        Edge::End => "Moving the end",
    }
}

/// Announced when a block becomes the current one.
pub fn said_block(block: &BlockView) -> String {
    let name = block_name(block.kind, block.number);
    format!("{name}, {}. {}", review_state(block.reviewed, block.open), block.text)
}

/// The outcome of a review, and the number of claims in the block that are not settled.
pub fn review_state(reviewed: Option<ReviewState>, open: usize) -> String {
    let state = match reviewed {
        None => "not reviewed",
        Some(ReviewState::NothingToCheck) => "nothing to check",
        Some(ReviewState::Done) => "done",
    };
    match open {
        0 => state.to_owned(),
        _ => format!("{state}, {}", count(open, "open claim", "open claims")),
    }
}

/// Announced when the user marks a block as reviewed, or removes that mark.
pub fn said_looked(reviewed: Option<ReviewState>, progress: &Progress) -> String {
    let state = review_state(reviewed, 0);
    if progress.is_complete() {
        return format!("{state}. {ALL_LOOKED_AT}");
    }
    format!("{state}. {}", self::progress(progress))
}

pub fn progress(progress: &Progress) -> String {
    format!("{} of {}", progress.reviewed, count(progress.paragraphs, "paragraph", "paragraphs"))
}

/// Counts the reviewed blocks without a number: headlines, standfirsts, captions and so on. `None`
/// where the article has no such block.
pub fn progress_of_others(progress: &Progress) -> Option<String> {
    let Progress { others_reviewed, others, .. } = *progress;
    let all = count(others, "heading or caption", "headings and captions");
    (others > 0).then(|| format!("{others_reviewed} of {all}"))
}

pub fn claim_marked(number: u32, tag: Option<&str>) -> String {
    match tag {
        Some(tag) => format!("Claim {number} marked, {tag}"),
        None => format!("Claim {number} marked"),
    }
}

pub fn claim_deleted(number: u32) -> String {
    format!("Claim {number} deleted")
}

/// The name of a block, such as `Paragraph 3`.
pub fn block_name(kind: Kind, number: Option<usize>) -> String {
    let label = KINDS.iter().find(|row| row.kind == kind).map_or("Block", |row| row.label);
    match number {
        Some(number) => format!("{label} {number}"),
        None => label.to_owned(),
    }
}

/// The accessible name of a block's number, which opens the menu of kinds.
pub fn kind_of_block(kind: Kind, number: Option<usize>) -> String {
    format!("{}: change kind", block_name(kind, number))
}

/// The place of a claim and its number; `paragraph` is `None` where the block has no number.
pub fn whereabouts(paragraph: Option<usize>, number: u32) -> String {
    match paragraph {
        Some(paragraph) => format!("¶{paragraph} · claim {number}"),
        None => format!("claim {number}"),
    }
}

/// The accessible name of the circle beside a block.
pub fn look_at(kind: Kind, number: Option<usize>) -> String {
    format!("{}: reviewed", block_name(kind, number))
}

/// Announced when a claim is selected.
pub fn said_claim(number: u32, tags: &[&str], status: Status, quote: Option<&str>) -> String {
    let quote = quote.map(announce_selection).unwrap_or_default();
    format!("{}{quote}", spoken_claim(number, tags, status)).replace("Selected: ", "")
}

pub fn said_focus(focus: FocusMode) -> &'static str {
    match focus {
        FocusMode::On => "Focus mode on",
        FocusMode::Off => "Focus mode off",
    }
}

/// Announced when the panel beside the article changes.
pub fn said_panel(panel: Panel) -> &'static str {
    match panel {
        Panel::Claims => "Claims",
        Panel::Guidelines => "Guidelines",
    }
}

/// Announced when exact selections are switched on or off.
pub fn said_edges(edges: Snap) -> &'static str {
    match edges {
        Snap::Words => "Whole words",
        Snap::None => "Exact, by character",
    }
}

pub fn undone(action: &Action) -> String {
    format!("Undone: {}", done(action))
}

pub const HISTORY: &str = "History";
pub const NO_HISTORY: &str = "There are no changes yet.";
/// The button beside each change in the history.
pub const BACK_TO_HERE: &str = "Restore";
pub const BACK_TO_START: &str = "Restore the original";
pub const WENT_BACK: &str = "Restored. Undo to return to the later version.";

/// A line of the history; `number` is that of the claim that the action was about.
pub fn listed(action: &Action, turn: &EntryKind, number: Option<u32>) -> String {
    let of = number.map(|number| format!(", claim {number}")).unwrap_or_default();
    let message = match turn {
        EntryKind::Done => done(action).to_owned(),
        EntryKind::Undone(_) => undone(action),
        EntryKind::Redone(_) => redone(action),
    };
    format!("{message}{of}")
}

/// A time to the minute, such as `2026-11-22 10:00`.
pub fn moment(timestamp: Timestamp) -> String {
    let text = timestamp.to_string();
    let (day, clock) = text.split_once('T').unwrap_or_default();
    format!("{day} {}", clock.get(..5).unwrap_or_default())
}

pub(super) fn clock(timestamp: Timestamp) -> String {
    let moment = moment(timestamp);
    moment.split_once(' ').map(|(_, clock)| clock.to_owned()).unwrap_or_default()
}

pub fn redone(action: &Action) -> String {
    format!("Redone: {}", done(action))
}

/// Adds to `said` in which articles the undo or redo took place, if they are not on screen.
pub fn undone_elsewhere(said: &str, titles: &[String]) -> String {
    match titles {
        [title] => format!("{said} ({})", first_words(title_of(title))),
        _ => format!("{said} ({})", count(titles.len(), "article", "articles")),
    }
}

fn done(action: &Action) -> &'static str {
    match action {
        Action::ArticleAdded => "article added",
        Action::ArticleReimported => "article imported again",
        Action::ArticleDeleted => "article deleted",
        Action::ArticlesDeleted => "articles deleted",
        Action::ConflictResolved => "other version used",
        Action::Restored => "earlier version restored",
        Action::KindChanged(_) => "kind changed",
        Action::BlockSplit(_) => "paragraph split",
        Action::BlocksJoined(_) => "paragraphs joined",
        Action::BlockCorrected(_) => "text corrected",
        Action::QuoteChangeDismissed(_) => "changed words accepted",
        Action::StatusChosen(_) => "status changed",
        Action::PriorityChosen(_) => "priority changed",
        Action::ClaimFieldEdited(_) => "claim edited",
        Action::ClaimsLinked(_) => "claims linked",
        Action::ClaimsUnlinked(_) => "link removed",
        Action::VerdictGiven(_) => "verdict given",
        Action::VerdictRemoved(_) => "verdict cleared",
        Action::VerdictTextEdited(_) => "verdict edited",
        Action::ReasonWritten(_) => "reason edited",
        Action::ScaleChosen => "scale chosen",
        Action::ScaleChanged => "scale edited",
        Action::EvidenceAdded(_) => "evidence added",
        Action::EvidenceRemoved(_) => "evidence removed",
        Action::EvidenceWritten(_) => "evidence edited",
        Action::SourceWritten(_) => "source edited",
        Action::SourceDeleted => "source deleted",
        Action::ClaimMarked(_) => "claim marked",
        Action::ClaimDeleted(_) => "claim deleted",
        Action::TagAdded(_) => "tag added",
        Action::TagRemoved(_) => "tag removed",
        Action::NoteWritten(_) => "note edited",
        Action::BlockReviewed(_) => "review status changed",
        Action::TagChanged(_) | Action::TagsChanged => "tags changed",
        Action::ArticleNoteWritten => "note on the article edited",
        Action::DetailWritten(_) => "details edited",
        Action::ArticleArchived => "article archived",
        Action::ArticleUnarchived => "article unarchived",
    }
}

/// The number of claims that match the filter, and of all claims.
pub fn filtered(matches: usize, count: usize) -> String {
    format!("{matches} of {count}")
}
