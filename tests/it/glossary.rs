//! The words of the glossary: which words must not come back as part of an identifier.

use crate::architecture::{Source, sources};

/// Words that the code used for things that have a name in the field, and that name.
const DEAD: [(&str, &str); 24] = [
    ("aloud", "announcement"),
    ("bundle", "archive"),
    ("chance", "entropy"),
    ("desk", "workspace"),
    ("enquiry", "reply status"),
    ("errand", "worker request"),
    ("fate", "disposition"),
    ("gather", "block builder"),
    ("heard", "remote, received"),
    ("intake", "import"),
    ("ledger", "review"),
    ("misfit", "error"),
    ("naming", "typing a tag"),
    ("parcel", "snapshot"),
    ("passage", "imported block"),
    ("shelf", "record store"),
    ("sought", "search"),
    ("stamp", "event context"),
    ("survey", "storage report"),
    ("told", "message"),
    ("traced", "record changes"),
    ("trouble", "save error"),
    ("unsent", "export status"),
    ("world", "app"),
];

/// The identifiers in a text of Rust, without those in strings and comments.
fn identifiers(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(|it: char| it.is_alphabetic() || it == '_' || it == '"') {
        rest = &rest[start..];
        if let Some(text) = rest.strip_prefix('"') {
            rest = after_string(text);
            continue;
        }
        let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    found
}

/// What follows the string whose opening quote `text` follows.
fn after_string(text: &str) -> &str {
    let mut is_escaped = false;
    let end = text.find(|it: char| {
        let is_end = it == '"' && !is_escaped;
        is_escaped = it == '\\' && !is_escaped;
        is_end
    });
    end.map_or("", |end| &text[end + 1..])
}

/// The words of an identifier, in lower case: `open` and `parcel` for `open_parcel` and `OpenParcel`.
fn words(identifier: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for character in identifier.chars() {
        if character == '_' || (was_lower && character.is_uppercase()) {
            words.push(String::new());
        }
        was_lower = character.is_lowercase();
        if let (Some(word), true) = (words.last_mut(), character != '_') {
            word.extend(character.to_lowercase());
        }
    }
    words
}

/// The dead words in a text of Rust, each with the identifier that has it.
fn dead_words(code: &str) -> Vec<String> {
    let code = code.replace("'\"'", "").replace("'\\\"'", "");
    let is_dead = |word: &String| {
        DEAD.iter().any(|(dead, _)| word == dead || word.strip_suffix('s') == Some(dead))
    };
    let dead = identifiers(&code).into_iter().filter(|it| words(it).iter().any(is_dead));
    dead.map(str::to_owned).collect()
}

#[test]
fn a_dead_word_is_found_in_identifiers_alone() {
    let code = "let open_parcels = Shelf::new(\"desk \\\" desk\", shelfless); fn told() {}";
    assert_eq!(dead_words(code), ["open_parcels", "Shelf", "told"]);
}

#[test]
fn no_dead_word_is_part_of_an_identifier() {
    let found: Vec<String> = sources()
        .iter()
        .flat_map(|Source { path, code, .. }| {
            dead_words(code).into_iter().map(move |it| format!("{}: {it}", path.display()))
        })
        .collect();
    assert!(found.is_empty(), "docs/glossary.md has better words: {found:#?}");
}

#[test]
fn the_glossary_lists_the_dead_words() {
    let glossary = include_str!("../../docs/glossary.md");
    for (dead, better) in DEAD {
        assert!(glossary.contains(&format!("| {dead} | {better} |")), "{dead}: {better}");
    }
}
