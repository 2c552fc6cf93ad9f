//! Decides whether a full stop ends an abbreviation, an initial or an ordinal rather than a
//! sentence.
//!
//! The lists hold what news prose in a few languages uses most. Each is one string, because a list
//! of strings would be twice as large.

/// Abbreviations before a name or another word that they announce, so never at the end of a
/// sentence.
const OPEN: &str = "Dr. Mr. Mrs. Ms. Mx. Messrs. Prof. Rev. Hon. Sen. Sens. Rep. Reps. Gov. Gen. \
    Lt. Col. Maj. Capt. Sgt. Adm. M. MM. Mme. Mlle. Hr. Fr. Sra. Srta. Dra. EE. dr. prof. dott. \
    sig. vs. v. cf. e.g. i.e. z.B. d.h. bzw. ca. vgl. sog. inkl. approx. डॉ.";

/// Abbreviations before a number; before anything else the full stop ends the sentence ("No. He did
/// not.").
const NUMBERED: &str = "No. Nos. no. nos. Nr. nr. Art. art. Fig. fig. Vol. vol. Abs. Kap. Abb. \
    pp. núm. pág. cap. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Okt. Dez.";

/// Abbreviations within a sentence or at its end; the next word decides.
const MID_OR_END: &str = "Inc. Corp. Ltd. Co. Cos. Bros. Jr. Sr. St. Ave. Mt. Ft. al. UU. Yahoo!";

/// Words that often begin a sentence and are hardly ever part of a name.
const STARTERS: &str = "The A An He She It We They You I In On At As If But And For So This That \
    These Those There His Her Its Our Their My When While After Before Since What Why How Some \
    Many Most However Meanwhile Der Die Das Er Sie Es Wir Ein Eine Im Am Und Aber El La Los Las En \
    Il Elle Les Pero Он Она Они Это В Но На По";

/// Words before an ordinal in German, where an ordinal ends in a full stop.
const BEFORE_ORDINALS: &str = "am Am im Im der Der die Die das Das dem den des zum Zum \
    zur vom Vom beim seit Seit ab Ab bis Bis";

/// Months in German, which follow ordinals.
const MONTHS: &str =
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";

/// Returns whether the sentence goes on after the mark at the end of `sentence`; `words` is the
/// text that follows.
pub(super) fn keeps_sentence_open(sentence: &str, words: &str) -> bool {
    let mut before = words_before(sentence);
    let word = before.next().unwrap_or_default();
    let previous = before.next();
    if is_listed(OPEN, word) || matches!((previous, word), (Some("z."), "B.") | (Some("d."), "h."))
    {
        return true;
    }
    if is_listed(NUMBERED, word) {
        return words.starts_with(char::is_numeric);
    }
    let Some(previous) = previous else {
        return is_item(word) || is_either(word) && !starts_sentence(words);
    };
    (is_either(word) || is_ordinal(previous, word, words)) && !starts_sentence(words)
}

/// Returns whether `clause` ends in an abbreviation whose full stop belongs to it.
pub(super) fn end_clause(clause: &str) -> bool {
    let word = words_before(clause).next().unwrap_or_default();
    is_listed(MID_OR_END, word) || word.trim_end_matches('.').contains('.') && is_initials(word)
}

/// Returns whether `words` begin with a word that often begins a sentence, and not with an initial
/// such as "A.".
pub(super) fn starts_sentence(words: &str) -> bool {
    let (word, after) = first_word(words);
    is_listed(STARTERS, word) && !after.starts_with('.')
}

/// Splits `words` after the letters that it begins with.
pub(super) fn first_word(words: &str) -> (&str, &str) {
    let end = words.find(|it: char| !it.is_alphabetic()).unwrap_or(words.len());
    words.split_at_checked(end).unwrap_or_default()
}

/// Returns the words of `text` from the last to the first, with the full stops and exclamation
/// marks within and after them.
fn words_before(text: &str) -> impl Iterator<Item = &str> {
    text.rsplit(|it: char| !it.is_alphanumeric() && it != '.' && it != '!')
        .filter(|it| !it.is_empty())
}

/// Returns whether `word` is one of the words of `list`, which are separated by spaces.
pub(super) fn is_listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|it| it == word)
}

/// Returns whether `word` is an abbreviation or initials that may end a sentence or not.
fn is_either(word: &str) -> bool {
    is_listed(MID_OR_END, word) || is_initials(word)
}

/// Returns whether `word` is a letter with a full stop, or several parts of one or two letters each
/// ("Ph.D.").
fn is_initials(word: &str) -> bool {
    let Some(body) = word.strip_suffix('.') else { return false };
    let has_initials =
        |it: char| it.is_uppercase() || it.is_lowercase() || matches!(it, '\u{5d0}'..='\u{6ff}');
    let is_short =
        |part: &str| matches!(part.chars().count(), 1 | 2) && part.chars().all(char::is_alphabetic);
    let mut letters = body.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => has_initials(only),
        _ => body.contains('.') && body.split('.').all(is_short),
    }
}

/// Returns whether `word`, at the beginning of a sentence, numbers an item of a list.
fn is_item(word: &str) -> bool {
    word.len() <= 4 && (is_number(word) || is_initials(word))
}

/// Returns whether `word` is a German ordinal, by the word before it and the text after it.
fn is_ordinal(previous: &str, word: &str, words: &str) -> bool {
    is_number(word)
        && word.len() <= 5
        && (is_listed(BEFORE_ORDINALS, previous) || is_listed(MONTHS, first_word(words).0))
}

/// Returns whether `word` is a number in Arabic or Roman digits with a full stop.
fn is_number(word: &str) -> bool {
    let is_digit = |it: char| it.is_ascii_digit() || matches!(it, 'I' | 'V' | 'X');
    word.strip_suffix('.').is_some_and(|it| !it.is_empty() && it.chars().all(is_digit))
}
