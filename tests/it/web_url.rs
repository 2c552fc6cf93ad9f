//! What addresses of sources say, and which of them may be linked to.

use claimlight::{app::view::markdown::safe_address, claim::Source, id::SourceId, web_url::WebUrl};

fn read(text: &str) -> WebUrl {
    WebUrl::parse(text).unwrap_or_else(|| panic!("{text} is an address"))
}

#[test]
fn an_address_is_shown_by_where_it_leads() {
    for (text, link, host) in [
        ("https://example.org", "https://example.org/", "example.org"),
        ("  https://www.example.org/a?b#c\n", "https://www.example.org/a?b#c", "example.org"),
        ("HTTPS://EXAMPLE.org/Path", "https://example.org/Path", "example.org"),
        ("http://example.org:80/", "http://example.org/", "example.org"),
        ("https://example.org:443", "https://example.org/", "example.org"),
        ("https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443"),
        ("https://example.org:/x", "https://example.org/x", "example.org"),
        ("https://example.org?q=1", "https://example.org/?q=1", "example.org"),
        ("https://example.org#top", "https://example.org/#top", "example.org"),
        ("https://bank.com@evil.example/", "https://evil.example/", "evil.example"),
        ("https://bank.com:443@evil.example:444/", "https://evil.example:444/", "evil.example:444"),
        ("https://a@b@evil.example/x@y", "https://evil.example/x@y", "evil.example"),
        ("https://example.org/a:b@c", "https://example.org/a:b@c", "example.org"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x", "127.0.0.1:8080"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x", "[::1]:8080"),
        ("http://[0:0::0:1]/", "http://[::1]/", "[::1]"),
        ("http://localhost/x", "http://localhost/x", "localhost"),
        ("https://www.org/", "https://www.org/", "www.org"),
        ("https://example.org/%3Cscript%3E", "https://example.org/%3Cscript%3E", "example.org"),
        ("https://example.org/javascript:x", "https://example.org/javascript:x", "example.org"),
    ] {
        let address = read(text);
        assert_eq!((address.href(), address.host()), (link, host), "{text}");
        assert_eq!(safe_address(address.href()), Some(link), "notes link to it, too");
        assert_eq!(read(link).href(), link, "the form is one");
    }
}

#[test]
fn letters_of_one_script_are_shown_and_mixed_ones_are_not() {
    for (text, link, host) in [
        ("https://münchen.de/", "https://xn--mnchen-3ya.de/", "münchen.de"),
        ("https://MÜNCHEN.de/", "https://xn--mnchen-3ya.de/", "münchen.de"),
        ("https://straße.de/", "https://xn--strae-oqa.de/", "straße.de"),
        ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/", "президент.рф"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp/", "例え.jp"),
        ("https://見るnhk.jp/", "https://xn--nhk-vf4bt076b.jp/", "見るnhk.jp"),
        ("https://مثال.com/", "https://xn--mgbh0fb.com/", "مثال.com"),
        // A Cyrillic а in a Latin word; a whole word that looks Latin; both in two parts.
        ("https://аpple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://аррӏе.example.рф/", "https://xn--80ak6aa92e.example.xn--p1ai/", ""),
        ("https://ελλάδα.com/", "https://xn--hxakic4aa.com/", ""),
        ("https://мн-るbcる字yäñв.org/", "https://xn---bcy-ooa2fr02adcj5354ica6852k.org/", ""),
        ("https://ñажüбдyбезв漢äа.org/", "https://xn--y-0fa1b5bz50adaebjrngt90349a.org/", ""),
        // What is written in Punycode stays so.
        ("https://xn--mnchen-3ya.de/", "https://xn--mnchen-3ya.de/", "xn--mnchen-3ya.de"),
        ("https://XN--80AK6AA92E.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
    ] {
        let address = read(text);
        let shown = if host.is_empty() {
            link.trim_matches('/').replace("https://", "")
        } else {
            host.to_owned()
        };
        assert_eq!((address.href(), address.host()), (link, shown.as_str()), "{text}");
    }
}

/// What is no address of the web, or one that browsers would have to repair.
const TEXTS: &[&str] = &[
    "",
    " ",
    "Telephone call with the mayor",
    "example.org/report",
    "www.example.org",
    "//example.org/",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "javascript://example.org/%0Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data://example.org/",
    "blob:https://example.org/1",
    "view-source:https://example.org/",
    "file:///etc/passwd",
    "ftp://example.org/",
    "mailto:a@example.org",
    "https:example.org",
    "https:/example.org",
    "https:///example.org",
    "https:\\\\example.org",
    "https://",
    "https://?x",
    "https://#x",
    "https://user@/",
    "https://:80/",
    "https://example.org:x/",
    "https://example.org:+80/",
    "https://example.org:65536/",
    "https://example.org:80:80/",
    "https://example..org/",
    "https://.example.org/",
    "https://example.org./",
    "https://exam ple.org/",
    "https://example.org/a b",
    "https://example.org/\u{0}",
    "https://example.org/a\tb",
    "https://example.org/a\nhttps://example.org/b",
    "https://example.org\\@evil.example/",
    "https://evil.example\\.example.org/",
    "https://ex%61mple.org/",
    "https://example.org%2f/",
    "https://example\u{3002}org/",
    "https://ｅxample.org/",
    "https://exa\u{ad}mple.org/",
    "https://exa\u{200b}mple.org/",
    "https://example.org/\u{202e}gnp.exe",
    "https://ex\u{301}ample.org/",
    "https://ℌ.example/",
    "https://💩.example/",
    "https://ı.example/",
    "https://1.2.3/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0x7f000001/",
    "https://127.0.0.01/",
    "https://256.0.0.1/",
    "https://example.0x/",
    "https://[::1/",
    "https://[::1]x/",
    "https://[v1.a]/",
    "https://<b>.org/",
    "https://example.org/<b>",
    "https://example.org/\"onclick=\"x",
    "<https://example.org/>",
    "see https://example.org/",
    "https://example.org/ and more",
];

#[test]
fn anything_else_stays_text() {
    let long = format!("https://example.org/{}", "a".repeat(9000));
    let label = format!("https://{}.org/", "a".repeat(64));
    for text in TEXTS.iter().copied().chain([long.as_str(), label.as_str()]) {
        assert_eq!(WebUrl::parse(text), None, "{text:?}");
    }
}

#[test]
fn the_day_is_in_the_path() {
    for (path, date) in [
        ("/2026/03/10/rents-rise", Some("2026-03-10")),
        ("/news/2026/3/1/", Some("2026-03-01")),
        ("/world/2026/mar/10/rents", Some("2026-03-10")),
        ("/news/2026-03-10-rents-rise", Some("2026-03-10")),
        ("/rents-2026-03-10.html", Some("2026-03-10")),
        ("/news/20260310/rents", Some("2026-03-10")),
        ("/rents_20260310.pdf", Some("2026-03-10")),
        ("/20260310", Some("2026-03-10")),
        ("/2024/02/29/", Some("2024-02-29")),
        ("/2026/02/29/", None),
        ("/2026/13/10/", None),
        ("/2026/03/10-reasons", None),
        ("/2026/03/", None),
        ("/1026/03/10/", None),
        ("/202603101", None),
        ("/id20260310", None),
        ("/31122026", None),
        ("/archive?day=2026-03-10", None),
        ("/archive#2026-03-10", None),
        ("/+026/03/10/", None),
    ] {
        let address = read(&format!("https://example.org{path}"));
        assert_eq!(address.date(), date, "{path}");
    }
    assert_eq!(read("https://2026-03-10.example.org/").date(), None, "a host is no date");
}

#[test]
fn a_text_fragment_says_the_words() {
    for (fragment, block, written) in [
        ("#:~:text=rents%20rose", Some("rents rose"), ""),
        ("#:~:text=Rents%20rose,in%20May", Some("Rents rose … in May"), ""),
        ("#:~:text=that-,rents%20rose,-by", Some("rents rose"), ""),
        ("#:~:text=that-,rents,May,-by", Some("rents … May"), ""),
        ("#part:~:text=rents", Some("rents"), "#part"),
        ("#:~:text=one&text=two", Some("one … two"), ""),
        ("#:~:text=one&other=two", Some("one"), ""),
        ("#:~:text=a%2Cb%2D", Some("a,b-"), ""),
        ("#:~:text=%C3%84rzte+strike", Some("Ärzte+strike"), ""),
        ("#:~:text=one%0A%20two%00", Some("one two"), ""),
        ("#:~:text=%3Cb%3E", Some("<b>"), ""),
        ("#:~:text=%FF", None, ""),
        ("#:~:text=%2", None, ""),
        ("#:~:text=%zz&text=two", Some("two"), ""),
        ("#:~:text=", None, ""),
        ("#:~:text=before-,-after", None, ""),
        ("#part", None, "#part"),
        ("", None, ""),
    ] {
        let address = read(&format!("https://example.org/a{fragment}"));
        assert_eq!(address.text_fragment(), block, "{fragment}");
        assert_eq!(address.as_written(), format!("https://example.org/a{written}"), "{fragment}");
        assert_eq!(address.href(), address.as_written());
    }
}

#[test]
fn the_way_into_an_archive_is_made_of_where_the_address_leads() {
    let address = read("http://user@Example.org/a?b=c#:~:text=d");
    assert_eq!(address.archive(), "https://web.archive.org/web/2*/http://example.org/a?b=c");
}

#[test]
fn a_place_tells_addresses_of_one_host_apart() {
    for (text, place) in [
        ("https://www.example.org/", "example.org"),
        ("https://example.org:8443/a/", "example.org:8443/a"),
        ("https://example.org/a?b=1#c", "example.org/a?b=1#c"),
        (
            "https://example.org/news/2026/03/10/rents-rise-in-all-of-the-country-but-the-north",
            "example.org/…/rents-rise-in-all-of-the-country-but-the-north",
        ),
        (
            "https://example.org/rents-rise-in-all-of-the-country-but-the-north.html",
            "example.org/…ts-rise-in-all-of-the-country-but-the-north.html",
        ),
    ] {
        assert_eq!(read(text).short_display(), place, "{text}");
    }
}

#[test]
fn a_copy_in_an_archive_is_known_with_what_it_is_a_copy_of() {
    let named = |text: &str| Source::named(SourceId::new("s").unwrap(), text);
    for (text, url, date) in [
        (
            "https://web.archive.org/web/20220310120000/https://example.org/a",
            "https://example.org/a",
            None,
        ),
        (
            "https://web.archive.org/web/20220310id_/http://example.org:80/2021/05/04/a?b=https://c.org/",
            "http://example.org/2021/05/04/a?b=https://c.org/",
            Some("2021-05-04"),
        ),
        (
            "https://archive.ph/2022.03.10-120000/https://example.org/a",
            "https://example.org/a",
            None,
        ),
    ] {
        let source = named(text);
        assert_eq!((source.url.as_deref(), source.archived.as_deref()), (Some(url), Some(text)));
        assert_eq!(
            (source.date.as_deref(), source.publisher.as_deref()),
            (date, Some("example.org"))
        );
        assert!(source.has_only_name() && source.is_same_as(&named(url)));
        assert!(read(text).is_archive());
    }
    for text in ["https://archive.ph/AbCd1", "https://web.archive.org/web/2022.03.10/x"] {
        let source = named(text);
        assert_eq!((source.url.as_deref(), &source.archived), (Some(text), &None));
        assert_eq!((source.date.as_deref(), source.publisher.as_deref()), (None, None));
        assert!(source.has_only_name() && read(text).is_archive());
    }
    let other = "https://example.org/?to=/https://other.example/";
    assert_eq!((named(other).url.as_deref(), read(other).original()), (Some(other), None));
}

#[test]
fn an_address_without_its_scheme_is_meant_by_its_www() {
    let named = |text: &str| Source::named(SourceId::new("s").unwrap(), text);
    let page = named(" www.example.org/a ");
    assert_eq!(page.url.as_deref(), Some("https://www.example.org/a"));
    assert!(page.is_same_as(&named("WWW.Example.org/a")));
    for text in ["www.example", "www", "www. and more", "www.example.org and more", "example.org/a"]
    {
        assert_eq!((named(text).url, named(text).title.as_deref()), (None, Some(text)));
    }
}

#[test]
fn a_source_knows_what_its_name_says() {
    let named = |text: &str| Source::named(SourceId::new("s").unwrap(), text);
    let page = named(" https://www.example.org/2026/03/10/rents#:~:text=x ");
    assert_eq!(page.url.as_deref(), Some("https://www.example.org/2026/03/10/rents"));
    assert_eq!(page.publisher.as_deref(), Some("example.org"));
    assert_eq!((page.date.as_deref(), &page.title), (Some("2026-03-10"), &None));
    let call = named("  Telephone  call\nwith the mayor ");
    assert_eq!(call.title.as_deref(), Some("Telephone call with the mayor"));
    assert_eq!((&call.url, &call.publisher), (&None, &None));
    assert!(page.has_only_name() && call.has_only_name() && named("").has_only_name());
    assert!(!Source { locator: Some("p. 4".to_owned()), ..page.clone() }.has_only_name());
    assert!(!Source { date: None, ..page.clone() }.has_only_name());
    assert!(page.is_same_as(&named("HTTPS://www.EXAMPLE.org:443/2026/03/10/rents")));
    assert!(!page.is_same_as(&named("https://www.example.org/2026/03/10/wages")));
    assert!(call.is_same_as(&named("Telephone call with the mayor")));
    assert!(!call.is_same_as(&page) && !named("").is_same_as(&named("")));
}
