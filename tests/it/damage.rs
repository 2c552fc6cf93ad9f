//! Every stored value of an article with a hundred claims, cut short at every place and with every
//! bit flipped.

use claimlight::{
    app::{ImportMsg, Msg, Route},
    event_context::EventContext,
    storage::{Clock, StoreContents, TabId, decode_record, recover},
};

use crate::test_app::{TestApp, pasted};

/// The stores of an article of a hundred claims, each with a note.
fn stores() -> StoreContents {
    let mut app = TestApp::new();
    let lines = (0..100).map(|at| format!("Rents rose by {at} per cent."));
    let text = lines.collect::<Vec<_>>().join("\n");
    app.send(pasted(format!("Rents\n{text}")));
    app.send(Msg::Import(ImportMsg::Added));
    for at in 0..100 {
        let claim = app.mark(&format!("rose by {at} per cent"), "quantity");
        app.send(Msg::NoteTyped(claim, format!("Asked — ☎ {at}")));
    }
    app.found
}

#[test]
fn no_flipped_bit_and_no_cut_is_taken_for_a_record() {
    let stores = stores();
    let claims = stores.database.iter().filter(|(key, _)| key.contains("/claim/")).count();
    assert_eq!(claims, 100);
    let (mut flips, mut cuts) = (0, 0);
    for (key, value) in &stores.database {
        assert!(decode_record(value).is_ok(), "{key}");
        for at in 0..value.len() {
            if let Some(cut) = value.get(..at) {
                cuts += 1;
                assert!(decode_record(cut).is_err(), "{key} cut at {at}");
            }
            for bit in 0..8 {
                let mut bytes = value.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                // What is no text any more, no store hands back.
                let Ok(flipped) = String::from_utf8(bytes) else { continue };
                flips += 1;
                assert!(decode_record(&flipped).is_err(), "{key} with bit {bit} of {at} flipped");
            }
        }
    }
    assert!(flips > 400_000 && cuts > 60_000, "{flips} flips, {cuts} cuts");
}

#[test]
fn a_damaged_value_costs_nothing_but_itself() {
    let stores = stores();
    let recovered = |found: &StoreContents| {
        recover(found, &mut Clock::new(TabId::new(EventContext { millis: 0, entropy: 3 })), 1)
    };
    let whole = recovered(&stores).records;
    for (at, (key, value)) in stores.database.iter().enumerate() {
        let damaged = value.chars().take(value.len() * (at % 7) / 7).collect::<String>();
        let mut found = stores.clone();
        found.database.insert(key.clone(), damaged.clone());
        if found.local.contains_key(key) {
            let kept: Vec<_> = recovered(&found).records;
            assert_eq!(kept, whole, "{key} comes from the other store");
        }
        found.local.insert(key.clone(), damaged.clone());
        let left = recovered(&found);
        assert_eq!(left.records.len(), whole.len() - 1, "{key}");
        assert!(
            left.quarantined_values.iter().any(|quarantined| quarantined.found == damaged),
            "{key} is kept as found"
        );
        if at % 20 == 0 {
            let app = TestApp::open(found, Route::Home, 9);
            assert!(app.workspace().document().is_some(), "{key}: something opens");
        }
    }
}
