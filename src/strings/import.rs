//! What is said of articles that come in.

use crate::{
    app::{ImportRemark, RemarkKind},
    article::KINDS,
    import::{Disposition, Encoding, ImportNote, ImportedBlock, SourceFormat, UnsupportedKind},
    text::first_words,
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
pub fn reading(percent: u8) -> String {
    if percent == 0 { READING.to_owned() } else { format!("Reading… {percent} %") }
}

/// The name of the button that takes the text field instead of a file.
pub const DROP_FILE_HERE: &str = "Use the text field instead";
/// The name of the button that takes back one thing that was done.
pub const TAKE_BACK: &str = "Take back";
/// The name of the button that takes back all of a kind.
pub const TAKE_ALL_BACK: &str = "Take all back";

/// The name of the button that shows what was done to a text that was just added.
pub const WHAT_WAS_DONE: &str = "Show and change";
/// The name of the dialog that shows it, and of the button for it in the details of an article.
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
    format!("The text that was here: “{}”", first_words(text))
}

/// What was done to a text.
pub fn done(remark: &ImportRemark) -> String {
    let here = remark.blocks.len();
    match &remark.done {
        RemarkKind::Joined(breaks) => {
            let breaks = count(*breaks, "hard line break", "hard line breaks");
            format!("{breaks} joined in {}", count(here, "paragraph", "paragraphs"))
        }
        RemarkKind::Dimmed => format!("{} dimmed", count(here, "promo", "promos")),
        RemarkKind::Struck => format!("{} left out", count(here, "struck part", "struck parts")),
        RemarkKind::Hidden => format!("{} left out", count(here, "hidden part", "hidden parts")),
        RemarkKind::Around => {
            let parts = count(here, "part", "parts");
            format!("{parts} around the article left out, such as menus")
        }
        RemarkKind::EncodingGuessed(encoding) => decoded(encoding),
        RemarkKind::Guessed(language) => format!("language guessed: {language}"),
        RemarkKind::Noted(note) => noted(*note),
    }
}

fn decoded(encoding: &Encoding) -> String {
    let Encoding { label, is_guessed, malformed: broken } = encoding;
    let guess = if *is_guessed { ", which is a guess" } else { "" };
    let (one, many) =
        if encoding.counts_bytes() { ("byte", "bytes") } else { ("character", "characters") };
    let broken = match broken {
        0 => String::new(),
        1 => format!(" (1 {one} could not be read and is shown as \u{fffd})"),
        broken => format!(" ({broken} {many} could not be read and are shown as \u{fffd})"),
    };
    format!("read as {label}{guess}{broken}")
}

fn noted(note: ImportNote) -> String {
    match note {
        ImportNote::ByteOrderMark => "byte order mark removed".to_owned(),
        ImportNote::ReplacedChars(number) => {
            format!(
                "{} shown as \u{fffd}",
                count(number, "damaged character", "damaged characters")
            )
        }
        ImportNote::Table(rows) => format!("1 table read as {}", count(rows, "row", "rows")),
        ImportNote::Scripts(number) => {
            format!("{} left out", count(number, "script or style", "scripts or styles"))
        }
        ImportNote::LanguageGuessed => "language guessed".to_owned(),
        ImportNote::Superscripts(number) => {
            let texts = count(number, "raised or lowered text", "raised or lowered texts");
            format!("{texts} written in the line")
        }
        ImportNote::DuplicateCaptions(number) => {
            let lines = count(number, "caption line", "caption lines");
            format!("{lines} shown again left out")
        }
        ImportNote::Attachments(number) => {
            format!("{} left out", count(number, "attachment", "attachments"))
        }
    }
}

/// What was done to the text of an article that was added, and what undoing would do.
pub fn was_read(shape: SourceFormat, remarks: &[ImportRemark], undone: &str) -> String {
    let done: Vec<String> = remarks.iter().map(done).collect();
    format!("Read as {}: {}. {undone}", shape.label(), done.join(", "))
}

/// What is said of undoing while it would take back that an article was added.
pub const UNDO_TAKES_OUT: &str = "Undo takes the article out again.";
/// What is said of undoing while it would take back that an article was read otherwise.
pub const UNDO_READS_AS_BEFORE: &str = "Undo brings back the article as it was.";

/// What was recognised, in a line.
pub fn recognised(shape: SourceFormat, blocks: &[ImportedBlock]) -> String {
    let kinds = KINDS.iter().filter_map(|row| {
        let kept = blocks
            .iter()
            .filter(|it| it.disposition == Disposition::Included && it.kind == row.kind);
        let number = kept.count();
        let one = row.label.to_ascii_lowercase();
        (number > 0).then(|| count(number, &one, &format!("{one}s")))
    });
    let kinds: Vec<String> = kinds.collect();
    let kinds = if kinds.is_empty() { "nothing to read".to_owned() } else { kinds.join(", ") };
    format!("Read as {}: {kinds}", shape.label())
}

/// What is said of an address that came with a text, and leads to no page.
pub fn no_source(address: &str) -> String {
    let shown: String = address.chars().take(80).collect();
    format!(
        "“{shown}” was not taken as the source of the text, because it is no address of a web page \
         (http or https). Add the text without it, and write its source in “About the article”."
    )
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

/// What is said of a file that is no text.
pub fn no_text_file(name: &str, foreign: UnsupportedKind) -> String {
    let (what, instead) = match foreign {
        UnsupportedKind::Pdf => ("a PDF", COPY_ITS_TEXT),
        UnsupportedKind::Rtf => ("a text with formatting (RTF)", COPY_ITS_TEXT),
        UnsupportedKind::Word => ("a Word document", COPY_ITS_TEXT),
        UnsupportedKind::OldOffice => {
            ("an older office document, such as Word writes", COPY_ITS_TEXT)
        }
        UnsupportedKind::Office => ("an office document", COPY_ITS_TEXT),
        UnsupportedKind::OpenDocument => ("an office document (OpenDocument)", COPY_ITS_TEXT),
        UnsupportedKind::Ebook => ("an e-book (EPUB)", COPY_ITS_TEXT),
        UnsupportedKind::Archive => {
            ("a packed archive", "Unpack it, and open the files that are in it.")
        }
        UnsupportedKind::Picture => (
            "a picture",
            "Have its words read by a program that recognises text, and paste them here.",
        ),
        UnsupportedKind::Recording => {
            ("a recording", "Open its subtitles, or paste what is said in it.")
        }
        UnsupportedKind::Unknown => ("a file whose bytes are no text", COPY_ITS_TEXT),
    };
    format!(
        "{name} was not opened, and nothing was changed: it is {what}. \
         Claimlight reads text, Markdown, HTML and subtitles. {instead}"
    )
}

/// What to do with a file that another program can show.
const COPY_ITS_TEXT: &str = "Open it in its own program, copy its text, and paste it here.";

/// What is said when files that came together are articles now, or were here already, of which so
/// many are texts of others, and why the rest of them were refused.
pub fn batch_report(opened: usize, read: usize, problems: &[String]) -> String {
    let mut said = vec![format!("{} opened.", count(opened, "file", "files"))];
    said.extend_from_slice(problems);
    if opened > 0 {
        said.push("The last is shown.".to_owned());
    }
    if read > 0 {
        said.push(HOW_EACH_WAS_READ.to_owned());
    }
    said.join(" ")
}

/// What is said of texts that came together.
const HOW_EACH_WAS_READ: &str = "How the text of each was read can be shown and changed while its \
     article is open, also in “About the article”.";

/// How many passages are not shown.
pub fn and_more(more: usize) -> String {
    format!("and {more} more")
}
