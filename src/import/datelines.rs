//! Recognizes lines that give the time of publication, the time of a change, or the reading time.
//!
//! The module classifies each word of a line, in a few languages, by its relation to time. A line
//! with other words is no dateline, apart from a short place name before the date.

use crate::text;

/// The longest dateline, in bytes.
const LONGEST: usize = 160;
/// The most words of a place name before a date, and the most unknown words of a dateline.
const LONGEST_PLACE: usize = 3;

/// The characters that separate the parts of a dateline.
const PARTS: [char; 3] = ['|', '•', '·'];

const MONTHS: &str = "january february march april may june july august september october \
    november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai \
    juni juli oktober dezember okt dez janvier février mars avril juin juillet août septembre \
    octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre \
    octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre \
    dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari \
    februari maart mei augustus januari maj augusti";

const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed \
    thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi \
    mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado \
    domingo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag today yesterday heute";

/// The words that announce the time of publication.
const PUBLISHED_WORDS: &str = "published posted publication date veröffentlicht erschienen publié publicado \
    pubblicato gepubliceerd";

/// The words that announce the time of a change.
const CHANGED: &str = "updated modified edited aktualisiert stand actualizado aggiornato \
    bijgewerkt";

/// The words that appear between the words of a date, or after a time.
const FILLERS: &str = "at on the of de del den der am um le el a.m. p.m. am pm gmt utc bst cet cest \
    est edt pst pdt uhr h first last à mis jour";

/// The units of a duration.
const UNITS: &str = "min mins minute minutes hour hours hr hrs day days week weeks minuten \
    stunden";

/// The words that follow a duration.
const AFTER_UNITS: &str = "ago read reading lesezeit";

/// The relation of a word to time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Date,
    Time,
    Number,
    Month,
    Weekday,
    Published,
    Changed,
    Filler,
    Unit,
    RelativeSuffix,
    Unknown,
}

/// Returns whether a line gives only the time of publication, the time of a change or the reading
/// time. A place name may come before a date.
pub(super) fn is_dateline(line: &str) -> bool {
    if line.len() > LONGEST || !line.chars().any(is_digit) {
        return false;
    }
    if is_ideographic(line) {
        return true;
    }
    let mut unknown = 0;
    let mut is_known = |word: &Word| {
        unknown += usize::from(*word == Word::Unknown);
        unknown <= LONGEST_PLACE
    };
    let mut words: Vec<Word> = words(line).take_while(|it| is_known(it)).collect();
    if unknown > LONGEST_PLACE {
        return false;
    }
    let place = words.iter().position(|it| *it != Word::Unknown).unwrap_or(words.len());
    let is_placed = place > 0 && is_place(line, place);
    if is_placed {
        words.drain(..place);
    }
    let has = |word: Word| words.contains(&word);
    let is_date = is_date(&words);
    let is_published = (has(Word::Published) || has(Word::Changed))
        && [Word::Time, Word::Month, Word::Unit].into_iter().any(has);
    let is_duration = has(Word::Unit) && has(Word::RelativeSuffix);
    !has(Word::Unknown) && (is_date || (!is_placed && (is_published || is_duration)))
}

/// Returns the date in a line that gives the time of publication, without the words that announce
/// it. `None` for any other line, and for a line that gives only the time of a change.
pub(crate) fn published(line: &str) -> Option<&str> {
    let line = line.trim();
    if !is_dateline(line) {
        return None;
    }
    let mut parts = line.split(PARTS).filter(|part| {
        let words: Vec<Word> = words(part).collect();
        !words.contains(&Word::Changed) && (is_ideographic(part) || is_date(&words))
    });
    let mut date = parts.next()?.trim();
    while let Some((first, rest)) = date.split_once(char::is_whitespace)
        && matches!(kind(first), Word::Published | Word::Filler)
    {
        date = rest.trim_start();
    }
    Some(date)
}

/// Returns whether a line gives the time of a change.
pub(crate) fn is_update_line(line: &str) -> bool {
    is_dateline(line) && words(line).any(|it| it == Word::Changed)
}

fn is_date(words: &[Word]) -> bool {
    words.contains(&Word::Date) || (words.contains(&Word::Month) && words.contains(&Word::Number))
}

/// Returns whether the first `length` words of a line can be a place name: few, capitalised, and
/// followed by a comma, colon, dash or vertical bar.
fn is_place(line: &str, length: usize) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(length).collect();
    let is_apart = |word: &&&str| word.ends_with([',', '–', '—', ':', '|']);
    length <= LONGEST_PLACE
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && words.last().iter().any(is_apart)
}

/// Returns the relation to time of each word of a line; skips words without letters and digits.
fn words(line: &str) -> impl Iterator<Item = Word> {
    let words = line.split_whitespace().filter(|it| it.contains(char::is_alphanumeric));
    words.map(kind)
}

fn kind(word: &str) -> Word {
    let is_sign = |it: char| !it.is_alphanumeric();
    let word = text::to_lowercase(word.trim_matches(is_sign));
    if word.starts_with(is_digit) {
        return kind_of_number(&word);
    }
    let lists = [
        (MONTHS, Word::Month),
        (WEEKDAYS, Word::Weekday),
        (PUBLISHED_WORDS, Word::Published),
        (CHANGED, Word::Changed),
        (FILLERS, Word::Filler),
        (UNITS, Word::Unit),
        (AFTER_UNITS, Word::RelativeSuffix),
    ];
    let listed = lists.iter().find(|(list, _)| list.split(' ').any(|it| it == word));
    listed.map_or(Word::Unknown, |(_, kind)| *kind)
}

fn kind_of_number(word: &str) -> Word {
    let digits = word.trim_end_matches(|it: char| !is_digit(it));
    let after = word.strip_prefix(digits).unwrap_or_default();
    let groups = |sign: char| {
        let groups: Vec<&str> = digits.split(sign).collect();
        let is_number = |it: &&str| (1..=4).contains(&it.len()) && it.chars().all(is_digit);
        if groups.iter().all(is_number) { groups.len() } else { 0 }
    };
    let is_iso = word.get(..10).is_some_and(|it| it.split('-').count() == 3)
        && word.get(10..).is_some_and(|it| it.starts_with('t'));
    let is_short = |it: &&str| it.len() <= 2;
    let is_numeric = |sign: char| {
        groups(sign) == 3 && digits.split(sign).filter(is_short).count() > 1 && after.is_empty()
    };
    if is_iso || ['.', '/', '-'].into_iter().any(is_numeric) {
        Word::Date
    } else if groups('h') == 2
        || matches!(groups(':'), 2 | 3) && matches!(after, "" | "am" | "pm" | "z" | "h")
    {
        Word::Time
    } else if groups('.') == 1 && matches!(after, "" | "st" | "nd" | "rd" | "th" | "º" | "er") {
        Word::Number
    } else if matches!(groups('.'), 1 | 2) && matches!(after, "am" | "pm") || groups('.') == 2 {
        Word::Time
    } else if after.starts_with("-min") {
        Word::Unit
    } else {
        Word::Unknown
    }
}

/// Returns whether a line consists only of a date in Chinese, Japanese or Korean notation.
fn is_ideographic(line: &str) -> bool {
    let is_of_date = |it: char| {
        is_digit(it)
            || it.is_whitespace()
            || matches!(
                it,
                '年' | '月' | '日' | '時' | '时' | '分' | '년' | '월' | '일' | ':' | '：'
            )
    };
    line.chars().any(|it| matches!(it, '年' | '년')) && line.chars().all(is_of_date)
}

fn is_digit(it: char) -> bool {
    it.is_ascii_digit()
}
