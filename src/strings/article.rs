//! What is said of the article, its blocks and its claims.

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

/// What is said where nothing is left to be looked at.
pub const ALL_LOOKED_AT: &str = "Everything in this article has been looked at.";
/// What is said where no sentence follows in the current block.
pub const NO_FURTHER_SENTENCE: &str = "No further sentence in this paragraph";
/// How many characters of a selection are said at most.
const LONGEST_SAID: usize = 160;
/// What stands in the header when everything has been looked at.
pub const ALL_DONE: &str = "All looked at";

/// What is said where a claim begins.
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

/// The line above an article.
pub fn meta(meta: &Meta) -> String {
    format!(
        "{} · {} · {} min",
        count(meta.words, "word", "words"),
        count(meta.paragraphs, "paragraph", "paragraphs"),
        meta.minutes
    )
}

/// What is said of a selection.
pub fn announce_selection(words: &str) -> String {
    match words.char_indices().nth(LONGEST_SAID) {
        None => format!("Selected: {words}"),
        Some((end, _)) => format!("Selected: {}…", words.get(..end).unwrap_or_default()),
    }
}

/// What is said when the other edge of a selection moves from now on.
pub fn moving_edge(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "Moving the start",
        Edge::End => "Moving the end",
    }
}

/// What is said of a block that has become the current one.
pub fn said_block(block: &BlockView) -> String {
    let name = block_name(block.kind, block.number);
    format!("{name}, {}. {}", looked_state(block.reviewed, block.open), block.text)
}

/// What came of looking at a block.
pub fn looked_state(reviewed: Option<ReviewState>, open: usize) -> String {
    let state = match reviewed {
        None => "not looked at",
        Some(ReviewState::NothingToCheck) => "nothing to check",
        Some(ReviewState::Done) => "done",
    };
    match open {
        0 => state.to_owned(),
        _ => format!("{state}, {}", count(open, "open claim", "open claims")),
    }
}

/// What is said when a block was looked at, or is not any more.
pub fn said_looked(reviewed: Option<ReviewState>, progress: &Progress) -> String {
    let state = looked_state(reviewed, 0);
    if progress.is_complete() {
        return format!("{state}. {ALL_LOOKED_AT}");
    }
    format!("{state}. {}", self::progress(progress))
}

/// How much of an article has been looked at.
pub fn progress(progress: &Progress) -> String {
    format!("{} of {}", progress.reviewed, count(progress.paragraphs, "paragraph", "paragraphs"))
}

/// How much of what is not numbered has been looked at; nothing where there is no such block.
pub fn progress_of_others(progress: &Progress) -> Option<String> {
    let Progress { others_looked, others, .. } = progress;
    (*others > 0).then(|| format!("{others_looked} of {others} others"))
}

/// What is said when a claim was marked.
pub fn claim_marked(number: u32, tag: Option<&str>) -> String {
    match tag {
        Some(tag) => format!("Claim {number} marked, {tag}"),
        None => format!("Claim {number} marked"),
    }
}

/// What is said when a claim was deleted.
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

/// The name of the button that opens the menu of kinds.
pub fn kind_of_block(kind: Kind, number: Option<usize>) -> String {
    format!("{}: change its kind", block_name(kind, number))
}

/// Where a claim is, and its number.
pub fn whereabouts(paragraph: Option<usize>, number: u32) -> String {
    match paragraph {
        Some(paragraph) => format!("¶{paragraph} · claim {number}"),
        None => format!("claim {number}"),
    }
}

/// The name of the button that says that a block has been looked at.
pub fn look_at(kind: Kind, number: Option<usize>) -> String {
    format!("{}: looked at", block_name(kind, number))
}

/// What is said of a claim that has become the one that is worked on.
pub fn said_claim(number: u32, tags: &[&str], status: Status, quote: Option<&str>) -> String {
    let quote = quote.map(announce_selection).unwrap_or_default();
    format!("{}{quote}", spoken_claim(number, tags, status)).replace("Selected: ", "")
}

/// What is said when focus mode is turned.
pub fn said_focus(focus: FocusMode) -> &'static str {
    match focus {
        FocusMode::On => "Focus on the paragraph",
        FocusMode::Off => "Focus off",
    }
}

/// What is said when the panel beside the article shows something else.
pub fn said_panel(panel: Panel) -> &'static str {
    match panel {
        Panel::Claims => "Claims",
        Panel::Guidelines => "Guidelines",
    }
}

/// What is said when exact selections are switched on or off.
pub fn said_edges(edges: Snap) -> &'static str {
    match edges {
        Snap::Words => "Whole words",
        Snap::None => "Exact, by characters",
    }
}

/// What is said when an act was taken back.
pub fn undone(action: &Action) -> String {
    format!("Undone: {}", done(action))
}

/// The name of the list of what was done.
pub const HISTORY: &str = "History";
/// What stands in the empty list of what was done.
pub const NO_HISTORY: &str = "Nothing has been done to this article yet.";
/// The name of the button that goes back to a point of it.
pub const BACK_TO_HERE: &str = "Back to here";
/// The name of the button that goes back to before all of it.
pub const BACK_TO_START: &str = "Back to before all this";
/// What is said when the article has gone back.
pub const WENT_BACK: &str = "Gone back. Undo brings back what was there.";

/// An act in the list of what was done.
pub fn listed(action: &Action, turn: &EntryKind, number: Option<u32>) -> String {
    let of = number.map(|number| format!(", claim {number}")).unwrap_or_default();
    let told = match turn {
        EntryKind::Done => done(action).to_owned(),
        EntryKind::Undone(_) => undone(action),
        EntryKind::Redone(_) => redone(action),
    };
    format!("{told}{of}")
}

/// A moment as it is listed: day and minute.
pub fn moment(timestamp: Timestamp) -> String {
    let text = timestamp.to_string();
    let (day, clock) = text.split_once('T').unwrap_or_default();
    format!("{day} {}", clock.get(..5).unwrap_or_default())
}

/// The minute of a moment.
pub(super) fn clock(timestamp: Timestamp) -> String {
    let moment = moment(timestamp);
    moment.split_once(' ').map(|(_, clock)| clock.to_owned()).unwrap_or_default()
}

/// What is said when an act was done again.
pub fn redone(action: &Action) -> String {
    format!("Done again: {}", done(action))
}

/// What is said when something was taken back or done again in articles with these titles.
pub fn undone_elsewhere(said: &str, titles: &[String]) -> String {
    match titles {
        [title] => format!("{said} ({})", first_words(title_of(title))),
        _ => format!("{said} ({})", count(titles.len(), "article", "articles")),
    }
}

fn done(action: &Action) -> &'static str {
    match action {
        Action::ArticleAdded => "article added",
        Action::ArticleReimported => "article read again",
        Action::ArticleDeleted => "article deleted",
        Action::ArticlesDeleted => "articles deleted",
        Action::ConflictResolved => "the other words taken",
        Action::Restored => "gone back",
        Action::KindChanged(_) => "kind changed",
        Action::BlockSplit(_) => "paragraph split",
        Action::BlocksJoined(_) => "paragraphs joined",
        Action::BlockCorrected(_) => "text corrected",
        Action::QuoteChangeDismissed(_) => "changed words accepted",
        Action::StatusChosen(_) => "status chosen",
        Action::PriorityChosen(_) => "priority chosen",
        Action::ClaimFieldEdited(_) => "claim worked on",
        Action::ClaimsLinked(_) => "claims linked",
        Action::ClaimsUnlinked(_) => "link taken away",
        Action::VerdictGiven(_) => "verdict given",
        Action::VerdictRemoved(_) => "verdict taken back",
        Action::VerdictTextEdited(_) => "verdict written",
        Action::ReasonWritten(_) => "reason written",
        Action::ScaleChosen => "scale chosen",
        Action::ScaleChanged => "scale edited",
        Action::EvidenceAdded(_) => "evidence added",
        Action::EvidenceRemoved(_) => "evidence removed",
        Action::EvidenceWritten(_) => "evidence written",
        Action::SourceWritten(_) => "source written",
        Action::SourceDeleted => "source deleted",
        Action::ClaimMarked(_) => "claim marked",
        Action::ClaimDeleted(_) => "claim deleted",
        Action::TagAdded(_) => "tag given",
        Action::TagRemoved(_) => "tag taken",
        Action::NoteWritten(_) => "note written",
        Action::BlockReviewed(_) => "looked at",
        Action::TagChanged(_) | Action::TagsChanged => "tags changed",
        Action::ArticleNoteWritten => "note on the article written",
        Action::DetailWritten(_) => "details written",
        Action::ArticleArchived => "article archived",
        Action::ArticleUnarchived => "article brought back",
    }
}

/// How many of all claims a filter lets through.
pub fn filtered(matches: usize, count: usize) -> String {
    format!("{matches} of {count}")
}
