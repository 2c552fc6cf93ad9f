//! What travels between the page and its worker.

use claimlight::{
    app::WorkerRequest,
    article::Kind,
    event_context::EventContext,
    import::{
        Disposition, Encoding, ImportNote, ImportOutcome, ImportRequest, ImportedBlock,
        ImportedText, ReadMode, ReadResult, SourceFormat,
        worker_protocol::{self, ImportProgress},
    },
    storage::{from_snapshot, is_equivalent, to_snapshot},
    text::eq_ignore_case,
};

use crate::fixtures;

fn given(name: Option<&str>, is_html: bool, how: ReadMode) -> ImportRequest {
    ImportRequest { name: name.map(str::to_owned), text: "<a>".to_owned(), is_html, how }
}

/// A text with a block of each disposition, and a note of each kind.
fn imported_text() -> ImportedText {
    let block = |kind, disposition| ImportedBlock {
        kind,
        lines: vec!["a \"b\"".to_owned(), "\u{1f600}".to_owned()],
        label: Some("Anna".to_owned()),
        disposition,
    };
    ImportedText {
        title: Some("T".to_owned()),
        source: Some("https://a".to_owned()),
        publication: Some("The Paper".to_owned()),
        language: Some("en".to_owned()),
        blocks: vec![
            block(Kind::Headline, Disposition::Included),
            ImportedBlock { label: None, ..block(Kind::Promo, Disposition::Hidden) },
            block(Kind::Other, Disposition::Boilerplate),
            block(Kind::ListItem, Disposition::StruckThrough),
        ],
        notes: vec![
            ImportNote::ByteOrderMark,
            ImportNote::ReplacedChars(2),
            ImportNote::Table(3),
            ImportNote::Scripts(4),
            ImportNote::LanguageGuessed,
            ImportNote::DuplicateCaptions(5),
            ImportNote::Superscripts(6),
        ],
        ..ImportedText::default()
    }
}

#[test]
fn what_was_read_is_the_same_after_it_was_sent() {
    let encoding = Some(Encoding { label: "koi8-r".to_owned(), is_guessed: true, malformed: 2 });
    let text = |source_format, encoding, imported| {
        ImportOutcome::Text(Box::new(ReadResult { source_format, encoding, imported }))
    };
    for received in [
        ImportOutcome::ClaimlightFile("{}".to_owned()),
        text(SourceFormat::Html, encoding, imported_text()),
        ImportOutcome::Archive {
            snapshots: vec!["{}".to_owned(); 2],
            refused: vec!["No.".to_owned()],
        },
        text(SourceFormat::Plain, None, ImportedText::default()),
        text(SourceFormat::Markdown, None, ImportedText::default()),
        text(SourceFormat::Subtitles, None, ImportedText::default()),
    ] {
        let message = worker_protocol::chunks(&received)
            .filter_map(|piece| worker_protocol::decode_progress(&piece));
        let blocks = message.flat_map(|message| match message {
            ImportProgress::Blocks(blocks) => blocks,
            ImportProgress::Percent(percent) => panic!("{percent}"),
        });
        let blocks = blocks.collect();
        assert_eq!(
            worker_protocol::read(&worker_protocol::write(&received), blocks),
            Some(received)
        );
    }
    for wrong in ["", "{}", "[]", "{\"shape\":\"plain\"}", "{\"shape\":\"x\",\"notes\":[]}"] {
        assert_eq!(worker_protocol::read(wrong, Vec::new()), None, "{wrong}");
    }
}

#[test]
fn a_long_text_is_sent_in_pieces_that_are_quick_to_read() {
    let line = "a".repeat(30_000);
    let blocks: Vec<ImportedBlock> =
        (0..100).map(|_| ImportedBlock::new(Kind::Paragraph, line.clone())).collect();
    let imported = ImportedText { blocks: blocks.clone(), ..ImportedText::default() };
    let source_format = SourceFormat::Plain;
    let received =
        ImportOutcome::Text(Box::new(ReadResult { source_format, encoding: None, imported }));
    let pieces: Vec<String> = worker_protocol::chunks(&received).collect();
    assert_eq!(pieces.len(), 25);
    assert!(pieces.iter().all(|piece| piece.len() < 150_000));
    let message = pieces.iter().map(|piece| match worker_protocol::decode_progress(piece) {
        Some(ImportProgress::Blocks(blocks)) => blocks,
        other => panic!("{other:?}"),
    });
    assert_eq!(message.collect::<Vec<_>>().concat(), blocks);
    assert_eq!(
        worker_protocol::decode_progress(&worker_protocol::encode_progress(37)),
        Some(ImportProgress::Percent(37))
    );
    for wrong in ["", "{}", "[1]", "-1", "300", "null"] {
        assert_eq!(worker_protocol::decode_progress(wrong), None, "{wrong}");
    }
}

#[test]
fn a_document_comes_out_of_its_parcel_as_it_was() {
    let document = fixtures::document();
    let unpacked = from_snapshot(&to_snapshot(&document)).expect("a document");
    assert!(is_equivalent(&unpacked, &document));
    assert_eq!(unpacked.last_claim_number(), document.last_claim_number());
    assert_eq!(crate::export::write(&unpacked), crate::export::write(&document));
}

#[test]
fn what_is_no_parcel_is_no_document() {
    let snapshot = to_snapshot(&fixtures::document());
    for wrong in ["", "{}", "[]", "{\"a\": {}}", &snapshot[1..], &snapshot[..snapshot.len() - 1]] {
        assert!(from_snapshot(wrong).is_none(), "{wrong}");
    }
    assert!(from_snapshot(&snapshot.replacen("prices fell", "prices rose", 1)).is_none());
}

#[test]
fn an_errand_is_the_same_after_it_was_sent() {
    let context = EventContext { millis: 7, entropy: u128::MAX };
    let errands = [
        WorkerRequest::Note("*a*\nb".to_owned()),
        WorkerRequest::Export { snapshot: "{}".to_owned(), millis: u64::MAX },
        WorkerRequest::Read { given: given(None, false, ReadMode::Plain), context },
        WorkerRequest::Read { given: given(Some("a.json"), true, ReadMode::Structured), context },
    ];
    for request in errands {
        assert_eq!(WorkerRequest::decode(request.clone().encode()), Some(request));
    }
    assert_eq!(WorkerRequest::decode(vec!["unknown".to_owned(), String::new()]), None);
}

#[test]
fn labels_are_the_same_in_capitals() {
    let check = |one: &str, other: &str| assert!(eq_ignore_case(one, other), "{one} {other}");
    check("Quantity", "qUANTITY");
    check("Überfällig", "ÜBERFÄLLIG");
    check("ΑΡΙΘΜΌΣ", "αριθμΌς".replace('ς', "σ").as_str());
    check("Цитата Ћ", "цИТАТА ћ");
    check("ŁÓDŹ ŻĆĘ", "łódź żćę");
    check("數字", "數字");
    for (one, other) in [("a", "b"), ("é", "e"), ("a", "aa"), ("Ж", "З"), ("ĸ", "Ĺ")] {
        assert!(!eq_ignore_case(one, other), "{one} {other}");
    }
}
