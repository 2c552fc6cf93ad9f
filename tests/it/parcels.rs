//! What travels between the page and its worker.

use claimlight::{
    app::Errand,
    article::Kind,
    intake::{
        Encoding, Fate, Given, How, Intake, Note, Passage, ReadText, Received, Shape,
        wire::{self, Told},
    },
    saved::{is_same_work, pack, unpack},
    stamp::Stamp,
    text::is_same_but_for_case,
};

use crate::rich;

fn given(name: Option<&str>, is_html: bool, how: How) -> Given {
    Given { name: name.map(str::to_owned), text: "<a>".to_owned(), is_html, how }
}

#[test]
fn what_was_read_is_the_same_after_it_was_sent() {
    let passage = |kind, fate| Passage {
        kind,
        lines: vec!["a \"b\"".to_owned(), "\u{1f600}".to_owned()],
        label: Some("Anna".to_owned()),
        fate,
    };
    let intake = Intake {
        title: Some("T".to_owned()),
        source: Some("https://a".to_owned()),
        publication: Some("The Paper".to_owned()),
        language: Some("en".to_owned()),
        passages: vec![
            passage(Kind::Headline, Fate::Kept),
            Passage { label: None, ..passage(Kind::Promo, Fate::Hidden) },
            passage(Kind::Other, Fate::Around),
            passage(Kind::ListItem, Fate::Struck),
        ],
        notes: vec![
            Note::ByteOrderMark,
            Note::Replaced(2),
            Note::Table(3),
            Note::Scripts(4),
            Note::LanguageGuessed,
            Note::Repeated(5),
            Note::InLine(6),
        ],
        ..Intake::default()
    };
    let encoding = Some(Encoding { label: "koi8-r".to_owned(), is_guessed: true, broken: 2 });
    let text =
        |shape, encoding, intake| Received::Text(Box::new(ReadText { shape, encoding, intake }));
    for received in [
        Received::Ours("{}".to_owned()),
        text(Shape::Html, encoding, intake),
        Received::Bundle { parcels: vec!["{}".to_owned(); 2], refused: vec!["No.".to_owned()] },
        text(Shape::Plain, None, Intake::default()),
        text(Shape::Markdown, None, Intake::default()),
        text(Shape::Subtitles, None, Intake::default()),
    ] {
        let told = wire::pieces(&received).filter_map(|piece| wire::read_told(&piece));
        let passages = told.flat_map(|told| match told {
            Told::Passages(passages) => passages,
            Told::Share(share) => panic!("{share}"),
        });
        let passages = passages.collect();
        assert_eq!(wire::read(&wire::write(&received), passages), Some(received));
    }
    for wrong in ["", "{}", "[]", "{\"shape\":\"plain\"}", "{\"shape\":\"x\",\"notes\":[]}"] {
        assert_eq!(wire::read(wrong, Vec::new()), None, "{wrong}");
    }
}

#[test]
fn a_long_text_is_sent_in_pieces_that_are_quick_to_read() {
    let line = "a".repeat(30_000);
    let passages: Vec<Passage> =
        (0..100).map(|_| Passage::new(Kind::Paragraph, line.clone())).collect();
    let intake = Intake { passages: passages.clone(), ..Intake::default() };
    let shape = Shape::Plain;
    let received = Received::Text(Box::new(ReadText { shape, encoding: None, intake }));
    let pieces: Vec<String> = wire::pieces(&received).collect();
    assert_eq!(pieces.len(), 25);
    assert!(pieces.iter().all(|piece| piece.len() < 150_000));
    let told = pieces.iter().map(|piece| match wire::read_told(piece) {
        Some(Told::Passages(passages)) => passages,
        other => panic!("{other:?}"),
    });
    assert_eq!(told.collect::<Vec<_>>().concat(), passages);
    assert_eq!(wire::read_told(&wire::write_share(37)), Some(Told::Share(37)));
    for wrong in ["", "{}", "[1]", "-1", "300", "null"] {
        assert_eq!(wire::read_told(wrong), None, "{wrong}");
    }
}

#[test]
fn a_document_comes_out_of_its_parcel_as_it_was() {
    let document = rich::document();
    let unpacked = unpack(&pack(&document)).expect("a document");
    assert!(is_same_work(&unpacked, &document));
    assert_eq!(unpacked.numbered(), document.numbered());
    assert_eq!(crate::formats::write(&unpacked), crate::formats::write(&document));
}

#[test]
fn what_is_no_parcel_is_no_document() {
    let parcel = pack(&rich::document());
    for wrong in ["", "{}", "[]", "{\"a\": {}}", &parcel[1..], &parcel[..parcel.len() - 1]] {
        assert!(unpack(wrong).is_none(), "{wrong}");
    }
    assert!(unpack(&parcel.replacen("prices fell", "prices rose", 1)).is_none());
}

#[test]
fn an_errand_is_the_same_after_it_was_sent() {
    let stamp = Stamp { millis: 7, seed: u128::MAX };
    let errands = [
        Errand::Note("*a*\nb".to_owned()),
        Errand::Export { parcel: "{}".to_owned(), millis: u64::MAX },
        Errand::Read { given: given(None, false, How::Plain), stamp },
        Errand::Read { given: given(Some("a.json"), true, How::Structured), stamp },
    ];
    for errand in errands {
        assert_eq!(Errand::from_texts(errand.clone().into_texts()), Some(errand));
    }
    assert_eq!(Errand::from_texts(vec!["unknown".to_owned(), String::new()]), None);
}

#[test]
fn labels_are_the_same_in_capitals() {
    let check = |one: &str, other: &str| assert!(is_same_but_for_case(one, other), "{one} {other}");
    check("Quantity", "qUANTITY");
    check("Überfällig", "ÜBERFÄLLIG");
    check("ΑΡΙΘΜΌΣ", "αριθμΌς".replace('ς', "σ").as_str());
    check("Цитата Ћ", "цИТАТА ћ");
    check("ŁÓDŹ ŻĆĘ", "łódź żćę");
    check("數字", "數字");
    for (one, other) in [("a", "b"), ("é", "e"), ("a", "aa"), ("Ж", "З"), ("ĸ", "Ĺ")] {
        assert!(!is_same_but_for_case(one, other), "{one} {other}");
    }
}
