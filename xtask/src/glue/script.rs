//! A script of wasm-bindgen, cut into the pieces that decide what may be changed.

use std::collections::BTreeMap;

/// Words after which a slash begins a regular expression.
const BEFORE_VALUES: &[&str] = &[
    "await",
    "case",
    "delete",
    "do",
    "else",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];

/// A piece of a script.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// A string, a regular expression, or a template up to or from an expression inside it.
    Literal,
    /// White space or a comment.
    Gap,
    /// Any other character.
    Sign,
}

/// A script in pieces that together are its text.
pub(super) struct Script<'a>(Vec<(Kind, &'a str)>);

impl<'a> Script<'a> {
    /// Cuts `text` into pieces; `None` when a string, a comment or the like has no end.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let mut reader = Reader { rest: text, pieces: Vec::new(), templates: Vec::new() };
        while let Some(first) = reader.rest.chars().next() {
            reader.step(first)?;
        }
        reader.templates.is_empty().then_some(Self(reader.pieces))
    }

    /// The names, keywords and numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> {
        self.all(Kind::Word)
    }

    /// The strings, regular expressions and parts of templates, with their quotes.
    pub(super) fn literals(&self) -> impl Iterator<Item = &'a str> {
        self.all(Kind::Literal)
    }

    fn all(&self, wanted: Kind) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(kind, _)| *kind == wanted).map(|(_, text)| *text)
    }

    /// The script without comments, indentation and empty lines, each word that `new` has
    /// replaced.
    ///
    /// Lines stay lines, because the end of one can be the end of a statement.
    pub(super) fn written(&self, new: &BTreeMap<&str, String>) -> String {
        let mut out = String::new();
        for pieces in self.0.chunk_by(|(left, _), (right, _)| left == right) {
            let gap = matches!(pieces, [(Kind::Gap, _), ..]);
            if gap && pieces.iter().any(|(_, text)| text.contains('\n')) {
                out.push('\n');
            } else if gap {
                out.push(' ');
            } else {
                out.extend(pieces.iter().map(|(kind, text)| match new.get(text) {
                    Some(new) if *kind == Kind::Word => new,
                    _ => *text,
                }));
            }
        }
        out
    }
}

struct Reader<'a> {
    rest: &'a str,
    pieces: Vec<(Kind, &'a str)>,
    /// For each template whose expression is being read, how many braces are open in it.
    templates: Vec<usize>,
}

impl Reader<'_> {
    /// Takes the next piece, which begins with `first`.
    fn step(&mut self, first: char) -> Option<()> {
        match first {
            _ if first.is_whitespace() => self.take_while(Kind::Gap, char::is_whitespace),
            _ if is_of_word(first) => self.take_while(Kind::Word, is_of_word),
            '"' | '\'' => self.take(Kind::Literal, quoted(self.rest, first)?),
            '`' => self.template(),
            '/' => self.slash(),
            '{' => self.brace(|open| open.checked_add(1)),
            '}' if self.templates.last() == Some(&0) => {
                self.templates.pop();
                self.template()
            }
            '}' => self.brace(|open| open.checked_sub(1)),
            _ => self.take(Kind::Sign, first.len_utf8()),
        }
    }

    /// Takes the next `length` bytes as a piece.
    fn take(&mut self, kind: Kind, length: usize) -> Option<()> {
        let (piece, rest) = self.rest.split_at_checked(length)?;
        self.pieces.push((kind, piece));
        self.rest = rest;
        Some(())
    }

    fn take_while(&mut self, kind: Kind, belongs: impl Fn(char) -> bool) -> Option<()> {
        let end = self.rest.find(|character| !belongs(character));
        self.take(kind, end.unwrap_or(self.rest.len()))
    }

    /// Takes a brace that is no end of an expression in a template.
    fn brace(&mut self, count: impl FnOnce(usize) -> Option<usize>) -> Option<()> {
        if let Some(open) = self.templates.last_mut() {
            *open = count(*open)?;
        }
        self.take(Kind::Sign, 1)
    }

    /// Takes a template from its beginning, or from the end of an expression in it, up to the next
    /// expression or its end.
    fn template(&mut self) -> Option<()> {
        let end = unescaped(self.rest, |rest| rest.starts_with('`') || rest.starts_with("${"))?;
        if self.rest.get(end..)?.starts_with('`') {
            return self.take(Kind::Literal, end.checked_add(1)?);
        }
        self.templates.push(0);
        self.take(Kind::Literal, end.checked_add(2)?)
    }

    /// Takes a comment, a regular expression or a division.
    fn slash(&mut self) -> Option<()> {
        if self.rest.starts_with("//") {
            // The end of the line is a piece of its own.
            self.take_while(Kind::Gap, |character| character != '\n')
        } else if self.rest.starts_with("/*") {
            let inside = self.rest.get(2..)?.find("*/")?;
            self.take(Kind::Gap, inside.checked_add(4)?)
        } else if self.value_ends() {
            self.take(Kind::Sign, 1)
        } else {
            self.take(Kind::Literal, expression(self.rest)?)
        }
    }

    /// Whether a value has ended, so that a slash divides it.
    fn value_ends(&self) -> bool {
        match self.pieces.iter().rfind(|(kind, _)| *kind != Kind::Gap) {
            Some((Kind::Word, word)) => !BEFORE_VALUES.contains(word),
            Some((Kind::Sign, sign)) => [")", "]", "}"].contains(sign),
            Some((Kind::Literal, _)) => true,
            Some((Kind::Gap, _)) | None => false,
        }
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || ['_', '$'].contains(&character)
}

/// The length of the string in quotes at the beginning of `text`, which ends in its line.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let end = unescaped(text, |rest| rest.starts_with([quote, '\n']))?;
    text.get(end..)?.starts_with(quote).then_some(end.checked_add(1)?)
}

/// The length of the regular expression at the beginning of `text`, which ends in its line; its
/// letters after the last slash are a word of their own.
fn expression(text: &str) -> Option<usize> {
    let mut in_class = false;
    let end = unescaped(text, |rest| {
        in_class = (in_class || rest.starts_with('[')) && !rest.starts_with(']');
        rest.starts_with('\n') || (rest.starts_with('/') && !in_class)
    })?;
    text.get(end..)?.starts_with('/').then_some(end.checked_add(1)?)
}

/// Where `text`, after its first character, `ends` for the first time; what follows a backslash is
/// passed over.
fn unescaped(text: &str, mut ends: impl FnMut(&str) -> bool) -> Option<usize> {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next()?;
        } else if ends(text.get(at..)?) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Script;
    use std::collections::BTreeMap;

    /// Renames `long` to `_0`.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let new = BTreeMap::from([("long", "_0".to_owned())]);
        let written = Script::read(text).map(|script| script.written(&new));
        assert_eq!(written.as_deref(), expected, "{text}");
    }

    #[test]
    fn only_whole_names_are_replaced() {
        check("long(longer, a.long, $long)", Some("_0(longer, a._0, $long)"));
        check("{ long: 1, 'long': long }", Some("{ _0: 1, 'long': _0 }"));
    }

    #[test]
    fn lines_lose_comments_and_indentation() {
        check("a; // why\n\n    /** long\n     * b */\n\tb;", Some("a;\nb;"));
        check("return/* long */a", Some("return a"));
        check("/*/ a */b", Some(" b"));
    }

    #[test]
    fn strings_stay_as_they_are() {
        check("'  // it\\'s long', \"/* '\"", Some("'  // it\\'s long', \"/* '\""));
    }

    #[test]
    fn templates_stay_and_their_expressions_are_read() {
        check(
            "`a\n  // long ${ { b: `${long}` } } \\` é🙂`",
            Some("`a\n  // long ${ { b: `${_0}` } } \\` é🙂`"),
        );
    }

    #[test]
    fn a_regular_expression_is_told_from_a_division() {
        check("x = /['/]\\/ long/.exec(long)", Some("x = /['/]\\/ long/.exec(_0)"));
        check("f(a / 1, (b) / long, '/')", Some("f(a / 1, (b) / _0, '/')"));
        check("return /`/g", Some("return /`/g"));
    }

    #[test]
    fn what_has_no_end_is_not_read() {
        for text in ["'a\nb'", "`a", "`${a", "/* a", "= /a\n/", "'\\"] {
            check(text, None);
        }
    }
}
