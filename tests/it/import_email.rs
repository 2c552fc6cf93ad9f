//! E-mails, and pages that were saved as one file.

use claimlight::{
    app::{ImportMsg, Msg},
    article::Kind,
    import::{ImportNote, ReadResult, SourceFormat, read_message},
};

use crate::{articles::titles, test_app::TestApp};

/// A mail with its text twice, and a file.
const MAIL: &str = "Return-Path: <press@example.org>\r
From: =?utf-8?Q?J=C3=BCrgen?= Weber <press@example.org>\r
To: desk@example.com\r
Subject: =?utf-8?B?TWlldGVuIHN0ZWlnZW4g4oCTIGFiZXJtYWxz?=\r
Date: Tue, 3 Nov 2026 09:15:00 +0100\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=\"outer\"\r
\r
--outer\r
Content-Type: multipart/alternative; boundary=\"inner\"\r
\r
--inner\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
Die Mieten stiegen im Mai um 4=C2=A0%.\r
--inner\r
Content-Type: text/html; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
\r
<h1>Mieten</h1><p>Die Mieten stiegen im Mai um 4=A0% in M=FCnchen, sagte d=\r
as Amt.</p><blockquote>Zu viel.</blockquote>\r
--inner--\r
--outer\r
Content-Type: application/pdf; name=\"report.pdf\"\r
Content-Disposition: attachment; filename=\"report.pdf\"\r
Content-Transfer-Encoding: base64\r
\r
JVBERi0xLjcK\r
--outer--\r
";

fn read(name: &str, bytes: &[u8]) -> Option<ReadResult> {
    read_message(name, bytes, &mut |_| ())
}

fn blocks(read: &ReadResult) -> Vec<(Kind, String)> {
    read.imported.kept().map(|it| (it.kind, it.text())).collect()
}

#[test]
fn a_mail_is_read_as_what_it_says_and_not_as_it_was_sent() {
    for name in ["release.eml", "RELEASE.EML", "release", "release.txt"] {
        let read = read(name, MAIL.as_bytes()).expect("a mail");
        assert_eq!((read.source_format, &read.encoding), (SourceFormat::Message, &None));
        let text = |it: &str| it.to_owned();
        assert_eq!(
            blocks(&read),
            [
                (Kind::Headline, text("Mieten")),
                (
                    Kind::Paragraph,
                    text("Die Mieten stiegen im Mai um 4\u{a0}% in München, sagte das Amt.")
                ),
                (Kind::Quotation, text("Zu viel.")),
            ]
        );
        let imported = &read.imported;
        assert_eq!(imported.title.as_deref(), Some("Mieten steigen – abermals"));
        assert_eq!(imported.byline.as_deref(), Some("Jürgen Weber"));
        assert_eq!(imported.published.as_deref(), Some("2026-11-03"));
        assert!(imported.notes.contains(&ImportNote::Attachments(1)), "{:?}", imported.notes);
    }
}

#[test]
fn a_mail_of_plain_lines_is_read_as_plain_text_is() {
    let mail = "From: a@example.org\nSubject: Rents\nMIME-Version: 1.0\n\n\
        Rents rose by 4% in May, which is more than in any month before, said\n\
        the office that counts them, and more than in all of the other towns of\n\
        the same size that were looked at.\n\nThe mayor disagreed.\n";
    let read = read("mail.eml", mail.as_bytes()).expect("a mail");
    let texts: Vec<String> = blocks(&read).into_iter().map(|it| it.1).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert_eq!(texts[1], "The mayor disagreed.");
    assert_eq!(read.imported.byline.as_deref(), Some("a@example.org"));
    let unknown = "Subject: Rents\n\nRents rose.\n";
    assert!(self::read("rents.eml", unknown.as_bytes()).is_some());
    assert!(self::read("rents.txt", unknown.as_bytes()).is_none());
}

#[test]
fn a_page_that_was_saved_as_one_file_is_read_as_the_page() {
    let page = "From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/rents\r
Subject: Rents rise - Example\r
Date: Tue, 3 Nov 2026 09:15:00 +0100\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r
\r
--b\r
Content-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://example.org/rents\r
\r
<html><head><title>Rents rise</title></head><body><article><h1>Rents rise</h1><p>Rents rose by 4% =\r
in May.</p></article></body></html>\r
--b\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
Content-Location: https://example.org/a.png\r
\r
iVBORw0KGgo=\r
--b--\r
";
    let read = read("rents.mhtml", page.as_bytes()).expect("a page");
    assert_eq!(read.imported.source.as_deref(), Some("https://example.org/rents"));
    assert_eq!(read.imported.title.as_deref(), Some("Rents rise"));
    assert_eq!(read.imported.byline, None, "the browser did not write it");
    assert_eq!(read.imported.published, None, "it was saved then, not published");
    assert!(blocks(&read).contains(&(Kind::Paragraph, "Rents rose by 4% in May.".to_owned())));
}

#[test]
fn what_is_no_message_is_read_as_a_text() {
    for (name, text) in [
        ("talk.txt", "From: the desk\nTo: all\n\nMIME-Version: is a line of the text."),
        ("notes.txt", "A sentence: with MIME-Version: 1.0\nMIME-Version: 1.0\n"),
        ("empty.eml", ""),
        ("empty.eml", "\n\n"),
        ("words.eml", "Rents rose by 4% in May."),
        ("no-text.eml", "Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc"),
    ] {
        assert_eq!(read(name, text.as_bytes()), None, "{name} {text:?}");
    }
}

#[test]
fn a_mail_that_is_cut_off_anywhere_is_read_without_a_panic() {
    for end in 0..MAIL.len() {
        read("release.eml", &MAIL.as_bytes()[..end]);
    }
}

#[test]
fn a_mail_becomes_an_article_and_its_lines_can_be_had_as_they_are() {
    let mut app = TestApp::new();
    app.open_file("release.eml", MAIL);
    app.send(Msg::Import(ImportMsg::Added));
    assert!(titles(&app).contains(&"Mieten steigen – abermals"));
    let details = app.document().details();
    assert_eq!(details.byline.as_deref(), Some("Jürgen Weber"));
    assert_eq!(app.document().blocks().len(), 3);
}
