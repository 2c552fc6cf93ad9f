//! What travels between the page and its worker.

use claimlight::{
    app::Errand,
    saved::{is_same_work, pack, unpack},
    stamp::Stamp,
    text::is_same_but_for_case,
};

use crate::rich;

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
        Errand::Import { name: "a.json".to_owned(), text: String::new(), stamp },
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
