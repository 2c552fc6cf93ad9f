//! What waits for the code that is loaded later.

use claimlight::{
    app::{Address, Later, Model, Msg, SettingsMsg, Start, update},
    saved::Found,
    settings::{Theme, View},
    stamp::Stamp,
};

#[test]
fn what_needs_the_later_code_waits_for_it() {
    let mut model = Model::Starting;
    let stamp = Stamp { millis: 1_795_305_600_000, seed: 1 };
    let start = Start { found: Found::default(), trouble: None, address: Address::Home };
    update(&mut model, Msg::Started(Box::new(start)), stamp);
    let dark = View { theme: Theme::Dark, ..View::default() };
    let turned = Msg::Settings(SettingsMsg::ViewChosen(dark));
    assert_eq!(update(&mut model, turned, stamp), []);
    assert_ne!(view(&model), Some(dark));
    assert!(!update(&mut model, Msg::LaterLoaded(Later::here()), stamp).is_empty());
    assert_eq!(view(&model), Some(dark));
    assert_eq!(update(&mut model, Msg::LaterLoaded(Later::here()), stamp), []);
}

#[test]
fn a_window_whose_code_is_missing_is_closed_with_a_sentence() {
    let mut model = Model::Starting;
    let stamp = Stamp { millis: 1_795_305_600_000, seed: 1 };
    let start = Start { found: Found::default(), trouble: None, address: Address::Home };
    update(&mut model, Msg::Started(Box::new(start)), stamp);
    update(&mut model, Msg::LaterMissing, stamp);
    let Model::Ready(desk) = &model else { panic!("the page has begun") };
    assert_eq!(desk.notice(), None, "nothing was asked for");
    update(&mut model, Msg::AddAsked, stamp);
    update(&mut model, Msg::LaterMissing, stamp);
    let Model::Ready(desk) = &model else { panic!("the page has begun") };
    assert!(!desk.is_window_open());
    assert!(desk.notice().is_some_and(|notice| notice.text.contains("Check that you are online")));
}

fn view(model: &Model) -> Option<View> {
    match model {
        Model::Starting => None,
        Model::Ready(desk) => Some(desk.view()),
    }
}
