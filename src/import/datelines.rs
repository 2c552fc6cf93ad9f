//! Lines that say when a text was published, or how long it takes to read.

use crate::text;

/// The longest line that says when, in bytes.
const LONGEST: usize = 160;
/// The most words of the place that stands before a date.
const LONGEST_PLACE: usize = 3;

/// What parts what a line says of several things.
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

/// What says that a text was published.
const TOLD: &str = "published posted publication date veröffentlicht erschienen publié publicado \
    pubblicato gepubliceerd";

/// What says that a text was changed.
const CHANGED: &str = "updated modified edited aktualisiert stand actualizado aggiornato \
    bijgewerkt";

/// What stands between the words of a date, or after a time.
const AMONG: &str = "at on the of de del den der am um le el a.m. p.m. am pm gmt utc bst cet cest \
    est edt pst pdt uhr h first last à mis jour";

/// What a stretch of time is counted in.
const UNITS: &str = "min mins minute minutes hour hours hr hrs day days week weeks minuten \
    stunden";

/// What follows a stretch of time.
const AFTER_UNITS: &str = "ago read reading lesezeit";

/// What a word has to do with time.
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

/// Whether a line says when something was published or changed, or how long it takes to read, and
/// nothing else but perhaps, before a date, where.
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
    let is_told = (has(Word::Published) || has(Word::Changed))
        && [Word::Time, Word::Month, Word::Unit].into_iter().any(has);
    let is_stretch = has(Word::Unit) && has(Word::RelativeSuffix);
    !has(Word::Unknown) && (is_date || (!is_placed && (is_told || is_stretch)))
}

/// When a line says that a text was published, without the words that say so; `None` for a line
/// that says something else or when the text was changed.
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

/// Whether a line says when a text was changed.
pub(crate) fn is_update_line(line: &str) -> bool {
    is_dateline(line) && words(line).any(|it| it == Word::Changed)
}

fn is_date(words: &[Word]) -> bool {
    words.contains(&Word::Date) || (words.contains(&Word::Month) && words.contains(&Word::Number))
}

/// Whether the first words of a line may be a place: capitalised, few, and before a comma or dash.
fn is_place(line: &str, length: usize) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(length).collect();
    let is_apart = |word: &&&str| word.ends_with([',', '–', '—', ':', '|']);
    length <= LONGEST_PLACE
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && words.last().iter().any(is_apart)
}

/// What the words of a line have to do with time; signs alone are left out.
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
        (TOLD, Word::Published),
        (CHANGED, Word::Changed),
        (AMONG, Word::Filler),
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

/// Whether a line is a date as Chinese, Japanese and Korean write it, and nothing else.
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
