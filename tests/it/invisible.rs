//! Characters that nobody sees.

use claimlight::text::{VisibilitySpan, split_invisible};

/// The text with each unseen character as its code in braces.
fn shown(text: &str) -> String {
    let Some(parts) = split_invisible(text) else { return text.to_owned() };
    let whole: String = parts
        .iter()
        .map(|visibility_span| match visibility_span {
            VisibilitySpan::Visible(text) | VisibilitySpan::Invisible { text, .. } => *text,
        })
        .collect();
    assert_eq!(whole, text, "the text stays as it is");
    let part = |part: VisibilitySpan<'_>| match part {
        VisibilitySpan::Visible(text) => text.to_owned(),
        VisibilitySpan::Invisible { code, .. } => format!("{{{code}}}"),
    };
    parts.into_iter().map(part).collect()
}

#[test]
fn controls_and_characters_without_width_are_unseen() {
    for (text, expected) in [
        ("", ""),
        ("plain words – “quoted”", "plain words – “quoted”"),
        ("pay \u{202e}0001\u{202c} now", "pay {U+202E}0001{U+202C} now"),
        ("\u{2066}a\u{2069}", "{U+2066}a{U+2069}"),
        ("zero\u{200b}width\u{feff}", "zero{U+200B}width{U+FEFF}"),
        ("soft\u{ad}hyphen", "soft{U+00AD}hyphen"),
        ("bell\u{7}\u{1b}[0m", "bell{U+0007}{U+001B}[0m"),
        ("c1\u{85}", "c1{U+0085}"),
        ("tag\u{e0041}", "tag\u{e0041}"),
        ("tab\there", "tab\there"),
    ] {
        let expected = expected.replace('\u{e0041}', "{U+E0041}");
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn joiners_and_tags_at_their_work_are_left_alone() {
    for text in
        ["👩\u{200d}👧", "می\u{200c}خواهم", "क\u{94d}\u{200d}ष", "🏴\u{e0067}\u{e0062}\u{e007f}"]
    {
        assert_eq!(split_invisible(text), None, "{text}");
    }
    assert_eq!(shown("pay\u{200d}pal"), "pay{U+200D}pal");
    assert_eq!(shown("end\u{200c}"), "end{U+200C}");
}
