//! Guesses the language of a text from its script and its most common words.
//!
//! Four of five letters must belong to one script. Where several languages share the script, the
//! words of the text decide, and a text that two languages fit about equally well gets no language.

mod words;

use std::collections::HashMap;

use words::{CYRILLIC, DEVANAGARI, LATIN};

/// The number of characters of a text that the guess examines.
const LOOKED_AT: usize = 20_000;
/// The fewest letters of a text that allow a guess.
const MIN_LETTERS: usize = 12;
/// The fewest words of a text that allow a choice between the languages of a script.
const FEWEST_WORDS: usize = 8;
/// The score of a word that only one language has; where several languages have it, they share the
/// score equally.
const EXCLUSIVE_WORD_SCORE: usize = 60;
/// The score of a word with a distinctive letter of the language, in addition to the score for the
/// word itself.
const OWN_LETTER: usize = EXCLUSIVE_WORD_SCORE / 3;
/// The lowest score of an accepted language, as a number of words that only that language has.
const FEWEST_WHOLE: usize = 2;

/// The fewest different words from the list of the language that the text must contain.
const FEWEST_DIFFERENT: usize = 4;

/// A language: its tag, its most common words with spaces between them, and its distinctive
/// letters, which hardly any other language of the table has.
type Language = (&'static str, &'static str, &'static str);

/// Guesses the language of a text from the first 20,000 characters of its parts together, and
/// returns it as a BCP 47 tag.
///
/// `None` where the text is short, mixes several languages, or is in a language that this module
/// does not know. Among languages that it cannot tell apart by their writing, the function returns
/// the one that more people write.
pub fn guess_language<'a>(text: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let text: String = text.flat_map(|it| it.chars().chain([' '])).take(LOOKED_AT).collect();
    let mut counts: [(Script, usize); SCRIPTS.len()] = SCRIPTS.map(|(script, _)| (script, 0));
    let mut all = 0;
    for letter in text.chars().filter(|it| it.is_alphabetic()) {
        all += 1;
        let script = script_of(letter);
        if let Some((_, count)) = counts.iter_mut().find(|(other, _)| Some(*other) == script) {
            *count += 1;
        }
    }
    let count = |script: Script| counts.iter().find(|it| it.0 == script).map_or(0, |it| it.1);
    let japanese = count(Script::Kana) + count(Script::Han);
    if is_most(japanese, all) {
        let is_japanese = count(Script::Kana) * 10 > japanese;
        return (all >= MIN_LETTERS).then_some(if is_japanese { "ja" } else { "zh" });
    }
    let (script, _) = counts.into_iter().find(|(_, count)| is_most(*count, all))?;
    if all < MIN_LETTERS {
        return None;
    }
    match script {
        Script::Latin => by_words(&text, LATIN),
        Script::Cyrillic => cyrillic(&text),
        Script::Devanagari => by_words(&text, DEVANAGARI),
        Script::Arabic => Some(arabic(&text)),
        Script::Han => Some("zh"),
        Script::Kana => Some("ja"),
        Script::Alone(language) => Some(language),
    }
}

/// Returns whether a script has most of the letters, which means at least four of five.
fn is_most(count: usize, all: usize) -> bool {
    all > 0 && count * 5 >= all * 4
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Devanagari,
    Arabic,
    Han,
    Kana,
    /// A script that almost only this language uses.
    Alone(&'static str),
}

/// The scripts, each with the first and last character of its ranges.
const SCRIPTS: [(Script, &[(char, char)]); 25] = [
    (Script::Latin, &[('A', 'ɏ'), ('Ḁ', 'ỿ')]),
    (Script::Cyrillic, &[('Ѐ', 'ԯ')]),
    (Script::Devanagari, &[('ऀ', 'ॿ')]),
    (Script::Arabic, &[('\u{600}', '\u{6ff}'), ('\u{750}', '\u{77f}')]),
    (Script::Han, &[('\u{3400}', '\u{4dbf}'), ('\u{4e00}', '\u{9fff}')]),
    (Script::Kana, &[('\u{3041}', '\u{30ff}')]),
    (Script::Alone("el"), &[('Ͱ', 'Ͽ'), ('\u{1f00}', '\u{1fff}')]),
    (Script::Alone("he"), &[('\u{590}', '\u{5ff}')]),
    (Script::Alone("th"), &[('\u{e00}', '\u{e7f}')]),
    (Script::Alone("ko"), &[('\u{ac00}', '\u{d7a3}'), ('\u{1100}', '\u{11ff}')]),
    (Script::Alone("hy"), &[('\u{530}', '\u{58f}')]),
    (Script::Alone("ka"), &[('\u{10a0}', '\u{10ff}'), ('\u{1c90}', '\u{1cbf}')]),
    (Script::Alone("bn"), &[('\u{980}', '\u{9ff}')]),
    (Script::Alone("pa"), &[('\u{a00}', '\u{a7f}')]),
    (Script::Alone("gu"), &[('\u{a80}', '\u{aff}')]),
    (Script::Alone("or"), &[('\u{b00}', '\u{b7f}')]),
    (Script::Alone("ta"), &[('\u{b80}', '\u{bff}')]),
    (Script::Alone("te"), &[('\u{c00}', '\u{c7f}')]),
    (Script::Alone("kn"), &[('\u{c80}', '\u{cff}')]),
    (Script::Alone("ml"), &[('\u{d00}', '\u{d7f}')]),
    (Script::Alone("si"), &[('\u{d80}', '\u{dff}')]),
    (Script::Alone("lo"), &[('\u{e80}', '\u{eff}')]),
    (Script::Alone("my"), &[('\u{1000}', '\u{109f}')]),
    (Script::Alone("km"), &[('\u{1780}', '\u{17ff}')]),
    (Script::Alone("am"), &[('\u{1200}', '\u{137f}')]),
];

fn script_of(letter: char) -> Option<Script> {
    let has = |ranges: &[(char, char)]| ranges.iter().any(|(a, z)| (*a..=*z).contains(&letter));
    SCRIPTS.iter().find(|(_, ranges)| has(ranges)).map(|(script, _)| *script)
}

/// Returns the language of a text in Arabic letters. Urdu and Persian use letters that Arabic does
/// not have.
fn arabic(text: &str) -> &'static str {
    let count = |letters: &str| text.chars().filter(|it| letters.contains(*it)).count();
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    if count("ٹڈڑںےہھ") * 50 > letters {
        "ur"
    } else if count("پچژگکی") * 30 > letters {
        "fa"
    } else {
        "ar"
    }
}

/// Returns the language of a text in Cyrillic letters, judging by its words and by letters that the
/// language does not use; `None` where they do not point to one language.
fn cyrillic(text: &str) -> Option<&'static str> {
    let has = |letters: &str| text.chars().any(|it| letters.contains(it));
    // These letters belong to languages that the word lists do not contain.
    if has("әғқңөұүһҳҷӣӯҡҫҙ") {
        return None;
    }
    let language = by_words(text, CYRILLIC)?;
    let excluded = match language {
        "ru" | "bg" => "іїєґўђћџљњјѓќѕ",
        "uk" => "ыэёъўђћџљњјѓќѕ",
        _ => "",
    };
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    let foreign = text.chars().filter(|it| excluded.contains(*it)).count();
    (foreign * 100 <= letters).then_some(language)
}

/// The evidence for one language.
#[derive(Clone, Copy, Default)]
struct Score {
    sum: usize,
    /// The number of different words of the text that are on the list of the language.
    different: usize,
}

/// Returns the language with the highest score; `None` where that score is low, or less than one
/// and a half times the second-highest.
fn by_words(text: &str, languages: &[Language]) -> Option<&'static str> {
    let mut lists = lists(languages);
    let mut scores = vec![Score::default(); languages.len()];
    let mut all = 0;
    let words = text.split(|it: char| !it.is_alphabetic() && !is_mark(it));
    for word in words.filter(|it| !it.is_empty()).map(str::to_lowercase) {
        all += 1;
        if let Some((spoken, is_new)) = lists.get_mut(word.as_str()) {
            let new = usize::from(std::mem::take(is_new));
            let percent = EXCLUSIVE_WORD_SCORE / spoken.len();
            for at in spoken {
                let Some(score) = scores.get_mut(*at) else { continue };
                (score.sum, score.different) = (score.sum + percent, score.different + new);
            }
        }
        for (score, (_, _, letters)) in scores.iter_mut().zip(languages) {
            let has_letter = word.contains(|it| letters.contains(it));
            score.sum += if has_letter { OWN_LETTER } else { 0 };
        }
    }
    let best = scores.iter().zip(languages).max_by_key(|(score, _)| score.sum)?;
    let (score, (language, ..)) = best;
    let others = scores.iter().zip(languages).filter(|(_, (other, ..))| other != language);
    let second = others.map(|(score, _)| score.sum).max().unwrap_or_default();
    let is_known = all >= FEWEST_WORDS
        && score.sum >= FEWEST_WHOLE * EXCLUSIVE_WORD_SCORE
        && score.different >= FEWEST_DIFFERENT
        // The score must reach one exclusive word in sixteen words; most languages reach one in
        // three.
        && score.sum * 16 >= all * EXCLUSIVE_WORD_SCORE
        && score.sum * 2 >= second * 3;
    is_known.then_some(*language)
}

/// Returns whether a character is a mark on a letter: a vowel sign or other mark of Devanagari, or
/// a combining diacritical mark.
fn is_mark(it: char) -> bool {
    matches!(it, '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{300}'..='\u{36f}')
}

/// Returns the words of all languages. Each comes with the indexes of the languages that have it,
/// and with `true` as long as the text has not used it.
fn lists(languages: &[Language]) -> HashMap<&'static str, (Vec<usize>, bool)> {
    let mut lists: HashMap<&'static str, (Vec<usize>, bool)> = HashMap::new();
    for (at, (_, words, _)) in languages.iter().enumerate() {
        for word in words.split_whitespace() {
            let (spoken, is_new) = lists.entry(word).or_default();
            *is_new = true;
            if spoken.last() != Some(&at) {
                spoken.push(at);
            }
        }
    }
    lists
}
