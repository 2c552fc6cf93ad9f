//! Text about articles that are imported: what was recognised, what was changed, what was refused.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::{
    app::{ImportRemark, RemarkKind},
    article::KINDS,
    import::{Disposition, Encoding, ImportNote, ImportedBlock, SourceFormat, UnsupportedKind},
    text::first_words,
};

use super::count;

/// Takes the place of a file name in a sentence.
pub const PASTED: &str = "The text";
/// Shown when an article with the imported text exists.
pub const TEXT_IS_HERE: &str = "You already have this text. Its article is open now.";
/// The accessible name of the preview.
pub const RECOGNISED: &str = "Recognised text";
pub const READ_AS: &str = "Read as";
/// With [`PLAIN`], the two choices of [`READ_AS`].
pub const STRUCTURED: &str = "Structured text";
pub const PLAIN: &str = "Plain text";
pub const ENCODING: &str = "Encoding";
pub const READING: &str = "Reading…";

/// Shown while the worker reads a text; `percent` of it is read.
pub fn reading(percent: u8) -> String {
    if percent == 0 { READING.to_owned() } else { format!("Reading… {percent} %") }
}

/// Removes the chosen file and shows the text field again.
pub const DROP_FILE_HERE: &str = "Paste text instead";
/// Undoes one change of the import.
pub const TAKE_BACK: &str = "Restore";
/// Undoes all changes of one kind.
pub const TAKE_ALL_BACK: &str = "Restore all";

/// Opens [`HOW_IT_WAS_READ`] from the notice of an article that was just added.
pub const WHAT_WAS_DONE: &str = "Show details";
/// The dialog in which an import can be changed afterwards, and the button for it.
pub const HOW_IT_WAS_READ: &str = "Import details";
/// Replaces the article by the text as it was read now.
pub const REPLACE: &str = "Apply changes";
pub const CANNOT_TAKE_AGAIN: &str = "The article was not changed: it would lose paragraphs that \
     you split, joined or corrected, or words that a claim marks. Undo those changes first, or add \
     the text as a new article.";
/// Brings [`replaced`] text back into the field.
pub const BRING_IT_BACK: &str = "Restore text";

/// Shown when a paste has replaced the text in the field.
pub fn replaced(text: &str) -> String {
    format!("Previous text: “{}”", first_words(text))
}

/// One kind of change that the import made, with the number of places.
pub fn done(remark: &ImportRemark) -> String {
    let here = remark.blocks.len();
    match &remark.done {
        RemarkKind::Joined(breaks) => {
            let breaks = count(*breaks, "hard line break", "hard line breaks");
            format!("{breaks} removed in {}", count(here, "paragraph", "paragraphs"))
        }
        RemarkKind::Dimmed => format!("{} dimmed", count(here, "promo", "promos")),
        RemarkKind::Struck => {
            format!("{} left out", count(here, "struck-out part", "struck-out parts"))
        }
        RemarkKind::Hidden => format!("{} left out", count(here, "hidden part", "hidden parts")),
        RemarkKind::Around => {
            let parts = count(here, "part", "parts");
            format!("{parts} around the article left out, such as menus")
        }
        RemarkKind::EncodingGuessed(encoding) => decoded(encoding),
        RemarkKind::Guessed(language) => format!("language guessed: {language}"),
        RemarkKind::ControlCharacters(number) => {
            let characters = count(*number, "control character", "control characters");
            format!("{characters} kept and marked in the text")
        }
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
            let texts = count(number, "superscript or subscript", "superscripts or subscripts");
            format!("{texts} written inline")
        }
        ImportNote::DuplicateCaptions(number) => {
            let lines = count(number, "repeated caption line", "repeated caption lines");
            format!("{lines} left out")
        }
        ImportNote::Attachments(number) => {
            format!("{} left out", count(number, "attachment", "attachments"))
        }
    }
}

/// The notice after an import; `undone` is one of the two sentences below.
pub fn was_read(source_format: SourceFormat, remarks: &[ImportRemark], undone: &str) -> String {
    let done: Vec<String> = remarks.iter().map(done).collect();
    format!("Read as {}: {}. {undone}", source_format.label(), done.join(", "))
}

/// Follows [`was_read`] while undo would remove the new article.
pub const UNDO_TAKES_OUT: &str = "Undo removes the article.";
/// Follows [`was_read`] while undo would bring back the earlier reading.
pub const UNDO_READS_AS_BEFORE: &str = "Undo restores the previous version.";

/// The format of a text, and how many blocks of each kind it has.
pub fn recognised(source_format: SourceFormat, blocks: &[ImportedBlock]) -> String {
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
    format!("Read as {}: {kinds}", source_format.label())
}

/// Shown for an `#/add` address whose `url` is not a web address.
pub fn no_source(address: &str) -> String {
    let shown: String = address.chars().take(80).collect();
    format!(
        "“{shown}” was not used as the source, because it is not the address of a web page (http \
         or https). Add the text without it, and enter its source in “About the article”."
    )
}

pub fn no_words_in(name: &str) -> String {
    format!("{name} was not added, because it contains no words.")
}

/// `largest` is in bytes.
pub fn large_file(name: &str, largest: u64) -> String {
    format!(
        "{name} was not opened, and nothing was changed: it is larger than {} MB, the most that \
         Claimlight can open. Split it into smaller files, and open those.",
        largest >> 20
    )
}

pub fn no_text_file(name: &str, foreign: UnsupportedKind) -> String {
    let (what, instead) = match foreign {
        UnsupportedKind::Pdf => ("a PDF", COPY_ITS_TEXT),
        UnsupportedKind::Rtf => ("a formatted text (RTF)", COPY_ITS_TEXT),
        UnsupportedKind::Word => ("a Word document", COPY_ITS_TEXT),
        UnsupportedKind::OldOffice => ("an older Office document, such as .doc", COPY_ITS_TEXT),
        UnsupportedKind::Office => ("an Office document", COPY_ITS_TEXT),
        UnsupportedKind::OpenDocument => ("an OpenDocument file", COPY_ITS_TEXT),
        UnsupportedKind::Ebook => ("an e-book (EPUB)", COPY_ITS_TEXT),
        UnsupportedKind::Archive => ("an archive", "Extract it, and open the files in it."),
        UnsupportedKind::Picture => {
            ("a picture", "Use a program that recognises text (OCR), and paste the text here.")
        }
        UnsupportedKind::Recording => ("a recording", "Open its subtitles, or paste a transcript."),
        UnsupportedKind::Unknown => ("not a text file", COPY_ITS_TEXT),
    };
    format!(
        "{name} was not opened, and nothing was changed: it is {what}. Claimlight opens text, \
         Markdown, HTML, e-mails and subtitles. {instead}"
    )
}

/// Advice for a file that another program can show.
const COPY_ITS_TEXT: &str = "Open it in its own program, copy its text, and paste it here.";

/// The notice after several files were opened: `opened` of them, `read` of which are not Claimlight
/// exports; `problems` says why the others were refused.
pub fn batch_report(opened: usize, read: usize, problems: &[String]) -> String {
    let mut said = vec![format!("{} opened.", count(opened, "file", "files"))];
    said.extend_from_slice(problems);
    if opened > 0 {
        said.push("The last one is open.".to_owned());
    }
    if read > 0 {
        said.push(HOW_EACH_WAS_READ.to_owned());
    }
    said.join(" ")
}

const HOW_EACH_WAS_READ: &str = "To see and change how a text was read, open its article, and \
     choose “Import details” in “About the article”.";

/// Ends a list of passages that is cut.
pub fn and_more(more: usize) -> String {
    format!("and {more} more")
}
