//! Decides which tags and emphasis symbols in a Markdown text are markup.
//!
//! Words in angle brackets that name no known element, and asterisks between digits, count as text
//! that the author typed.

/// The elements of HTML, including obsolete ones, and the roots of SVG and `MathML` with their most
/// common elements.
const KNOWN: &str = " a abbr acronym address animate annotation applet area article aside audio b \
    base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center circle \
    cite clippath code col colgroup command data datalist dd defs del desc details dfn dialog dir \
    div dl dt ellipse em embed fieldset figcaption figure font footer foreignobject form frame \
    frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex \
    kbd keygen label legend li line lineargradient link listing main map mark marquee mask math \
    menu menuitem meta meter mfrac mi mn mo mroot mrow msqrt msub msup mtext nav nobr noembed \
    noframes noscript object ol optgroup option output p param path picture plaintext polygon \
    polyline portal pre progress q rb rect rp rt rtc ruby s samp script search section select slot \
    small source span stop strike strong style sub summary sup svg symbol table tbody td template \
    text textarea tfoot th thead time title tr track tspan tt u ul use var video wbr xmp ";
/// The length of the longest of these names, in bytes.
const LONGEST: usize = 14;

/// Returns whether a piece of text in angle brackets is markup: a known tag, or something other
/// than a tag. An unknown name is usually no tag: `<inaudible>`.
pub(super) fn is_markup(tag: &str) -> bool {
    let name = tag.strip_prefix("</").or(tag.strip_prefix('<')).unwrap_or_default();
    let end = name.find(|it: char| it.is_ascii_whitespace() || ['/', '>'].contains(&it));
    let name = end.and_then(|it| name.get(..it)).unwrap_or(name);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic());
    !is_name
        || (name.len() <= LONGEST && KNOWN.contains(&format!(" {} ", name.to_ascii_lowercase())))
}

/// Returns the text of a comment; `None` where `tag` is no comment, or an empty one.
pub(super) fn comment(tag: &str) -> Option<&str> {
    let text = tag.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    (!text.is_empty()).then_some(text)
}

/// Returns the emphasis symbol, of `length` bytes, where it is next to digits on both sides and
/// therefore probably means multiplication; otherwise an empty string. `whole` is the byte range of
/// the emphasised words with their symbols.
pub(super) fn typed_symbol<'a>(
    text: &'a str,
    whole: &std::ops::Range<usize>,
    length: usize,
) -> &'a str {
    let is_between = |start: usize, end: usize| {
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        let after = text.get(end..).and_then(|it| it.chars().next());
        before.zip(after).is_some_and(|(before, after)| before.is_numeric() && after.is_numeric())
    };
    let is_typed = is_between(whole.start, whole.start + length)
        || is_between(whole.end.saturating_sub(length), whole.end);
    let sign = text.get(whole.start..whole.start + length);
    sign.filter(|_| is_typed).unwrap_or_default()
}
