//! What is said of articles that come in.

use crate::{
    app::{Done, Remark},
    article::{KINDS, opening},
    intake::{Fate, Note, Passage, Shape},
};

use super::count;

/// What a text without a file is called in a sentence.
pub const PASTED: &str = "The text";
/// What is said of a text that an article here has already.
pub const TEXT_IS_HERE: &str = "This text is here already, so the article that has it is shown.";
/// The name of what was recognised in a text.
pub const RECOGNISED: &str = "What was recognised";
/// The name of the switch between the two ways to read.
pub const READ_AS: &str = "Read as";
/// The name of the way that keeps the structure.
pub const STRUCTURED: &str = "As structured";
/// The name of the way that takes lines only.
pub const PLAIN: &str = "As plain text";
/// The name of the choice of encodings.
pub const ENCODING: &str = "Encoding";
/// What is said while a text is read.
pub const READING: &str = "Reading…";

/// What is said while a text is read of which that much is done, in percent.
pub fn reading(share: u8) -> String {
    if share == 0 { READING.to_owned() } else { format!("Reading… {share} %") }
}

/// The name of the button that takes the text field instead of a file.
pub const DROP_FILE_HERE: &str = "Use the text field instead";
/// The name of the button that takes back one thing that was done.
pub const TAKE_BACK: &str = "Take back";
/// The name of the button that takes back all of a kind.
pub const TAKE_ALL_BACK: &str = "Take all back";

/// The name of the button that shows what was done to a text that was just added.
pub const WHAT_WAS_DONE: &str = "Show and change";
/// The name of the dialog that shows it.
pub const HOW_IT_WAS_READ: &str = "How the text was read";
/// The name of the button that puts a text in the place of the article that it became.
pub const REPLACE: &str = "Take it so";
/// What is said when it cannot.
pub const CANNOT_TAKE_AGAIN: &str = "The article was left as it is: paragraphs that were split, \
     joined or corrected, or words that a claim marks, would not be in it any more. Undo that first, \
     or add the text as a new article.";
/// The name of the button that brings back the text that another one took the place of.
pub const BRING_IT_BACK: &str = "Bring it back";

/// What is said of the text that another one took the place of.
pub fn replaced(text: &str) -> String {
    format!("The text that was here: “{}”", opening(text))
}

/// What was done to a text.
pub fn done(remark: &Remark) -> String {
    let here = remark.passages.len();
    match &remark.done {
        Done::Joined(breaks) => {
            let breaks = count(*breaks, "hard line break", "hard line breaks");
            format!("{breaks} joined in {}", count(here, "paragraph", "paragraphs"))
        }
        Done::Dimmed => format!("{} dimmed", count(here, "promo", "promos")),
        Done::Struck => format!("{} left out", count(here, "struck part", "struck parts")),
        Done::Hidden => format!("{} left out", count(here, "hidden part", "hidden parts")),
        Done::Around => {
            let parts = count(here, "part", "parts");
            format!("{parts} around the article left out, such as menus")
        }
        Done::Decoded(encoding) => format!("read as {}, which is a guess", encoding.label),
        Done::Guessed(language) => format!("language guessed: {language}"),
        Done::Noted(note) => noted(*note),
    }
}

fn noted(note: Note) -> String {
    match note {
        Note::ByteOrderMark => "byte order mark removed".to_owned(),
        Note::Replaced(number) => {
            format!(
                "{} shown as \u{fffd}",
                count(number, "damaged character", "damaged characters")
            )
        }
        Note::Table(rows) => format!("1 table read as {}", count(rows, "row", "rows")),
        Note::Scripts(number) => {
            format!("{} left out", count(number, "script or style", "scripts or styles"))
        }
        Note::LanguageGuessed => "language guessed".to_owned(),
        Note::InLine(number) => {
            let texts = count(number, "raised or lowered text", "raised or lowered texts");
            format!("{texts} written in the line")
        }
        Note::Repeated(number) => {
            let lines = count(number, "caption line", "caption lines");
            format!("{lines} shown again left out")
        }
    }
}

/// What was done to the text of an article that was added.
pub fn was_read(shape: Shape, remarks: &[Remark]) -> String {
    let done: Vec<String> = remarks.iter().map(done).collect();
    format!("Read as {}: {}. Undo takes the article out again.", shape.label(), done.join(", "))
}

/// What was recognised, in a line.
pub fn recognised(shape: Shape, passages: &[Passage]) -> String {
    let kinds = KINDS.iter().filter_map(|row| {
        let kept = passages.iter().filter(|it| it.fate == Fate::Kept && it.kind == row.kind);
        let number = kept.count();
        let one = row.label.to_ascii_lowercase();
        (number > 0).then(|| count(number, &one, &format!("{one}s")))
    });
    let kinds: Vec<String> = kinds.collect();
    let kinds = if kinds.is_empty() { "nothing to read".to_owned() } else { kinds.join(", ") };
    format!("Read as {}: {kinds}", shape.label())
}

/// What is said of a file in which nothing can be read.
pub fn no_words_in(name: &str) -> String {
    format!("{name} was not added, because there are no words in it.")
}

/// What is said of a file that is too large to be read.
pub fn large_file(name: &str, largest: u64) -> String {
    format!(
        "{name} was not opened, and nothing was changed: it is larger than {} MB, which is more \
         than a page can work with. Cut it into parts, and open these.",
        largest >> 20
    )
}

/// What is said of a file whose bytes are no text.
pub fn no_text_file(name: &str) -> String {
    format!(
        "{name} was not opened, and nothing was changed: its bytes are no text. \
         Open the article where it comes from, copy its text, and paste it."
    )
}

/// What is said when files that came together are articles now, or were here already.
pub fn arrived(opened: usize) -> String {
    format!("{} opened. The last is shown.", count(opened, "file", "files"))
}

/// What is said when some of the files that came together were refused.
pub fn arrived_in_part(opened: usize, problems: &[String]) -> String {
    format!("{} opened. {}", count(opened, "file", "files"), problems.join(" "))
}

/// How many passages are not shown.
pub fn and_more(more: usize) -> String {
    format!("and {more} more")
}
