//! Which tags in a Markdown text are markup.

/// The elements of HTML, with the old ones, and the roots of SVG and `MathML` with what is most
/// often in them.
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
/// The longest of their names, in bytes.
const LONGEST: usize = 14;

/// Whether something in angle brackets is markup: a tag of HTML, or none at all. What has another
/// name is most often no tag: `<inaudible>`.
pub(super) fn is_markup(tag: &str) -> bool {
    let name = tag.strip_prefix("</").or(tag.strip_prefix('<')).unwrap_or_default();
    let end = name.find(|it: char| it.is_ascii_whitespace() || ['/', '>'].contains(&it));
    let name = end.and_then(|it| name.get(..it)).unwrap_or(name);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic());
    !is_name
        || (name.len() <= LONGEST && KNOWN.contains(&format!(" {} ", name.to_ascii_lowercase())))
}

/// What a comment says, if something is one and says anything.
pub(super) fn comment(tag: &str) -> Option<&str> {
    let text = tag.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    (!text.is_empty()).then_some(text)
}

/// The sign of emphasis that was typed between digits, and so rather means to multiply; empty
/// where it is a sign of emphasis. `whole` is where the words and their signs stand.
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
