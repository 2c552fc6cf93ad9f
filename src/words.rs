//! Every word that the person reads, in one place.
//!
//! What belongs to a table (tags, kinds of block, keys, formats) stands in that table.

use crate::{
    app::{
        NotSaved, SaveState,
        view::{BlockView, Meta, Progress},
    },
    article::{Edge, KINDS, Kind},
    formats::claimlight::Refusal,
    json::Misfit,
    ledger::LedgerState,
};

/// The name of the program.
pub const NAME: &str = "Claimlight";
/// The name of the button that adds an article.
pub const ADD_ARTICLE: &str = "Add article";
/// The name of the button that exports.
pub const EXPORT: &str = "Export";
/// The name of the button that takes back.
pub const UNDO: &str = "Undo";
/// The name of the button that does again.
pub const REDO: &str = "Redo";
/// The name of the list of articles.
pub const ARTICLES: &str = "Articles";
/// The name of the bar at a selection.
pub const TAG_SELECTION: &str = "Tag the selection";
/// The name of the button that marks without a tag.
pub const MARK: &str = "Mark without a tag";
/// What that button shows.
pub const WITHOUT_TAG: &str = "Without a tag";
/// The name of the switch for exact selections.
pub const EXACT: &str = "Exact";
/// What the switch for exact selections does.
pub const EXACT_HINT: &str = "Keep half words and spaces as selected (or hold Alt)";
/// The name of the list of claims.
pub const CLAIMS: &str = "Claims";
/// What stands where no claim is.
pub const NO_CLAIMS: &str = "No claims yet. Select words in the article, then choose a tag.";
/// What an untagged claim says instead of a tag.
pub const NO_TAG: &str = "No tag";
/// The name of a claim's note.
pub const NOTE: &str = "Note";
/// What stands in an empty note.
pub const NOTE_HINT: &str = "What you found, in Markdown";
/// The name of the field for another tag.
pub const ADD_TAG: &str = "Add a tag";
/// The name of the button that deletes a claim.
pub const DELETE_CLAIM: &str = "Delete claim";
/// The name of the text field for a new article.
pub const TEXT: &str = "Text";
/// What stands in the empty text field for a new article.
pub const TEXT_HINT: &str = "Paste the article here. Each line becomes a paragraph.";
/// The name of the file field for a new article.
pub const FILE: &str = "File";
/// What the file field for a new article takes.
pub const FILE_HINT: &str =
    "Or open a file: plain text (.txt), or an export from Claimlight (.json).";
/// The name of the button that confirms a new article.
pub const ADD: &str = "Add";
/// The name of the button that leaves a dialog.
pub const CANCEL: &str = "Cancel";
/// The name of the button that closes a notice.
pub const CLOSE: &str = "Close";
/// The name of the button that exports what cannot be saved.
pub const EXPORT_NOW: &str = "Export now";
/// The name of the button that downloads what could not be read.
pub const DOWNLOAD_UNREADABLE: &str = "Download it as found";
/// What stands while the stores are read.
pub const OPENING: &str = "Opening your work…";
/// What stands where no article is.
pub const NO_ARTICLE: &str = "There is no article yet. Paste one, or open a file.";
/// What is said when a text without words was to be added.
pub const EMPTY_TEXT: &str =
    "There is no text to add. Paste the article into the field, or open a file.";
/// What is said of an article whose file has been opened before.
pub const ALREADY_HERE: &str = "This file is here already, with the same work on it.";
/// What is said of an article whose file has been opened before, when the work differs.
pub const OPENED_AS_COPY: &str = "An article of this name is here already with other work on it. \
     The file was opened as a second copy; nothing was replaced.";

/// What is said when a file cannot be written.
pub const NO_EXPORT: &str = "The file could not be written. Your work is untouched and still on \
     screen. Check that you are online, and export again.";
/// What is said when what reads files cannot be loaded, or reads something else.
pub const NO_IMPORT: &str = "The file was not opened, and nothing was changed: the part of \
     Claimlight that reads files could not be loaded. Check that you are online, and open the \
     file again.";

/// What is said where nothing is left to be looked at.
pub const ALL_LOOKED_AT: &str = "Everything in this article has been looked at.";
/// What is said where no sentence follows in the current block.
pub const NO_FURTHER_SENTENCE: &str = "No further sentence in this paragraph";
/// What is said when tags were chosen for new articles.
pub const TAGS_CHOSEN: &str = "New articles begin with these tags.";
/// How many characters of a selection are said at most.
const LONGEST_SAID: usize = 160;

/// The name of the window with all keys.
pub const ALL_KEYS: &str = "All keys";
/// The switch for single keys.
pub const SINGLE_KEYS: &str = "Single keys work";
/// The name of the button that brings back the keys of the table.
pub const RESTORE_KEYS: &str = "Restore all keys";
/// The name of the button that changes a key.
pub const CHANGE: &str = "Change";
/// What that button says while it waits for the key.
pub const PRESS_KEY: &str = "Press a key…";
/// The name of the window where colours and text are chosen.
pub const TEXT_AND_COLOURS: &str = "Text and colours";
/// The name of the choice of colours.
pub const COLOURS: &str = "Colours";
/// The name of the choice of the text's size.
pub const TEXT_SIZE: &str = "Size of the article's text";
/// The name of the choice of the width of lines.
pub const LINE_WIDTH: &str = "Width of the lines";
/// The name of the choice of the room between lines.
pub const SPACING: &str = "Room between the lines";
/// The name of the window where tags are edited.
pub const TAGS_OF_ARTICLE: &str = "Tags of this article";
/// The name of the button that brings back the shipped tags.
pub const RESTORE_TAGS: &str = "Restore the shipped tags";
/// The name of the button that chooses the tags for new articles.
pub const TAGS_FOR_NEW: &str = "Use for new articles";
/// The name of the button that hands over the tags as a file.
pub const SAVE_TAGS: &str = "Save as a file";
/// The name of the field that takes tags from a file.
pub const LOAD_TAGS: &str = "Load from a file";
/// The name of the field for a tag's name.
pub const TAG_NAME: &str = "Name";
/// The name of the field for a tag's meaning.
pub const MEANING: &str = "Meaning";
/// The name of the choice of a tag's colour.
pub const COLOUR: &str = "Colour";
/// The name of the choice of a tag's key.
pub const KEY: &str = "Key";
/// The name of the button that moves a tag up.
pub const MOVE_UP: &str = "Move up";
/// The name of the button that moves a tag down.
pub const MOVE_DOWN: &str = "Move down";
/// The name of the button that deletes a tag.
pub const DELETE: &str = "Delete";
/// The name of the button that leaves a tag as it is.
pub const KEEP: &str = "Keep";
/// The name of the choice that gives the claims of a tag to another.
pub const MERGE_INTO: &str = "Merge into…";
/// The name of the guidelines.
pub const GUIDELINES: &str = "Guidelines";
/// The name of the article's own note.
pub const ARTICLE_NOTE: &str = "Note on this article";
/// What stands in the empty note on the article.
pub const ARTICLE_NOTE_HINT: &str = "How this article is to be checked, in Markdown";
/// The name of the button with what else can be done.
pub const MORE: &str = "More";
/// What stands in the header when everything has been looked at.
pub const ALL_DONE: &str = "All looked at";

/// The sample article's standing beside its title.
pub const SAMPLE: &str = "Sample article";

/// The line about saving.
pub fn save_line(state: &SaveState) -> String {
    match state {
        SaveState::Saved => "Saved in this browser".to_owned(),
        SaveState::Saving => "Saving…".to_owned(),
        SaveState::Unsaved(why) => format!("Not saved: {}.", not_saved(why)),
        SaveState::Unavailable => "Not saved: this browser lets the page store nothing.".to_owned(),
    }
}

fn not_saved(why: &NotSaved) -> String {
    match why {
        NotSaved::Full => "the browser's storage is full".to_owned(),
        NotSaved::Blocked => "this browser lets the page store nothing".to_owned(),
        NotSaved::Newer => "a newer version of Claimlight wrote this record".to_owned(),
        NotSaved::Other(said) => format!("the browser's storage failed ({said})"),
    }
}

/// What is said when a file is refused.
pub fn refused(name: &str, why: &Refusal) -> String {
    let opening = format!("{name} was not opened, and nothing was changed.");
    let reason = match why {
        Refusal::BrokenOff { line, column } => format!(
            "The file breaks off at line {line}, character {column}, so part of it is missing. \
             Get the whole file again and open that."
        ),
        Refusal::NoJson { line, column, problem } => format!(
            "It is not JSON: {problem}, at line {line}, character {column}. \
             Open a file that was exported from Claimlight, or paste the text."
        ),
        Refusal::NotOurs => "It is JSON, but was not exported from Claimlight. Open such a file, \
             or paste the article's text."
            .to_owned(),
        Refusal::Newer { found } => format!(
            "It was written by a newer version of Claimlight (format {found}). \
             Reload this page to get the newest version, then open the file again."
        ),
        Refusal::Misfit(misfit) => format!(
            "Something in it does not fit: {} {}. Export the file again where it came from.",
            misfit.place, misfit.problem
        ),
    };
    format!("{opening} {reason}")
}

/// What is said when a file cannot be read at all.
pub fn unreadable_file(name: &str) -> String {
    format!(
        "{name} could not be read: the browser gave nothing back. Nothing was changed. \
         Check that the file is still there, and open it again."
    )
}

/// What is said when a file is no text.
pub fn no_text_file(name: &str) -> String {
    format!(
        "{name} was not opened, and nothing was changed: it is not text in UTF-8. \
         Open the article where it comes from, copy its text, and paste it."
    )
}

/// What is said of stored values that cannot be read.
pub fn set_aside(count: usize) -> String {
    let what = match count {
        1 => "1 stored record".to_owned(),
        _ => format!("{count} stored records"),
    };
    format!("{what} could not be read. It is kept as it was found, and everything else is open.")
}

/// What is said where a claim begins.
pub fn spoken_claim(number: u32, tags: &[&str]) -> String {
    let tags = if tags.is_empty() { NO_TAG.to_ascii_lowercase() } else { tags.join(", ") };
    format!("[claim {number}, {tags}] ")
}

/// The name of the button that lists the articles.
pub fn articles(title: &str) -> String {
    format!("{ARTICLES}: {title}")
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
pub fn said_selection(words: &str) -> String {
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
    format!("{name}, {}. {}", looked_state(block.looked, block.open), block.text)
}

/// What came of looking at a block.
pub fn looked_state(looked: Option<LedgerState>, open: usize) -> String {
    let state = match looked {
        None => "not looked at",
        Some(LedgerState::NothingToCheck) => "nothing to check",
        Some(LedgerState::Done) => "done",
    };
    match open {
        0 => state.to_owned(),
        _ => format!("{state}, {}", count(open, "open claim", "open claims")),
    }
}

/// What is said when a block was looked at, or is not any more.
pub fn said_looked(looked: Option<LedgerState>, progress: &Progress) -> String {
    let state = looked_state(looked, 0);
    if progress.is_complete() {
        return format!("{state}. {ALL_LOOKED_AT}");
    }
    format!("{state}. {}", self::progress(progress))
}

/// How much of an article has been looked at.
pub fn progress(progress: &Progress) -> String {
    format!("{} of {}", progress.looked, count(progress.paragraphs, "paragraph", "paragraphs"))
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

/// What is said when a key cannot be given to a command.
pub fn no_such_key(key: &str) -> String {
    format!("{key} cannot be given: choose a letter, with Shift or without, or a sign.")
}

/// What is said when a key has a meaning already.
pub fn key_taken(key: &str, label: &str) -> String {
    format!(
        "{key} is the key of \u{201c}{label}\u{201d}. Give that another key first, or choose a free one."
    )
}

/// What is said when a tag of that name is there.
pub fn tag_is_there(label: &str) -> String {
    format!("There is a tag \u{201c}{label}\u{201d} already.")
}

/// What deleting a tag touches.
pub fn deleting_tag(label: &str, uses: usize) -> String {
    match uses {
        0 => format!("Delete \u{201c}{label}\u{201d}? No claim carries it."),
        _ => format!(
            "Delete \u{201c}{label}\u{201d}? {} it and will stay without it. Undo brings it back.",
            if uses == 1 { "1 claim carries".to_owned() } else { format!("{uses} claims carry") }
        ),
    }
}

/// What is said when a tag was deleted or merged.
pub fn tag_taken_away(label: &str, claims: usize) -> String {
    format!("\u{201c}{label}\u{201d} is gone; {} changed.", count(claims, "claim", "claims"))
}

/// What is said when a set of tags was taken.
pub fn tags_replaced(tags: usize) -> String {
    format!(
        "{} in place. Other tags that claims carry were kept, after them.",
        count(tags, "tag is", "tags are")
    )
}

/// What is said when a file holds no tags.
pub fn no_tags_file(name: &str) -> String {
    format!(
        "{name} was not taken, and nothing was changed: there are no tags in it. \
         Choose a file that was saved here, or an export from Claimlight."
    )
}

/// What is said when the tags in a file do not fit.
pub fn tags_misfit(name: &str, misfit: &Misfit) -> String {
    format!(
        "{name} was not taken, and nothing was changed: {} {}. Save the file again where it \
         came from.",
        misfit.place, misfit.problem
    )
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

/// The name of the button that takes a tag from a claim.
pub fn remove_tag(label: &str) -> String {
    format!("Remove tag {label}")
}

/// The name of the button that changes the key of something.
pub fn change_key(label: &str) -> String {
    format!("Change the key of {label}")
}

/// The name of something about a tag.
pub fn of_tag(what: &str, label: &str) -> String {
    format!("{what}: {label}")
}

/// The name of the button that says that a block has been looked at.
pub fn look_at(kind: Kind, number: Option<usize>) -> String {
    format!("{}: looked at", block_name(kind, number))
}

/// A count with its noun.
pub fn count(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
