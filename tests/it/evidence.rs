//! Evidence for and against claims, and the sources that it comes from.

use claimlight::{
    app::{
        ClaimMsg, Command, Dialog, Effect, EvidenceField, EvidenceMsg, EvidenceRef, Field,
        FocusTarget, Msg, SOURCE_FIELDS, SourceField,
    },
    claim::{Evidence, Source, SourceKind, Stance},
    id::{ClaimId, SourceId},
};

use crate::{
    claims::{check, marked, writes},
    tabs::Browser,
    test_app::TestApp,
};

const PAGE: &str = "https://www.example.org/2026/03/10/troops#:~:text=about%20100%2C000,massed";
const CALL: &str = "Telephone call with the ministry";

fn message(msg: EvidenceMsg) -> Msg {
    Msg::Claim(ClaimMsg::Evidence(msg))
}

fn ask(app: &mut TestApp, msg: EvidenceMsg) -> Vec<Effect> {
    app.send(message(msg))
}

fn add(app: &mut TestApp, claim: &ClaimId, text: &str) -> Vec<Effect> {
    ask(app, EvidenceMsg::SourceNamed(claim.clone(), text.to_owned()))
}

fn evidence<'a>(app: &'a TestApp, claim: &ClaimId) -> &'a [Evidence] {
    &app.document().claim(claim).unwrap().evidence
}

fn sources(app: &TestApp) -> Vec<Source> {
    app.document().sources().into_iter().cloned().collect()
}

fn used(app: &TestApp, claim: &ClaimId, at: usize) -> EvidenceRef {
    EvidenceRef::all(claim, evidence(app, claim))[at].clone()
}

/// The sample with a claim and one page as evidence for it.
fn with_page() -> (TestApp, ClaimId) {
    let mut app = marked();
    let claim = app.selected().unwrap();
    add(&mut app, &claim, PAGE);
    (app, claim)
}

#[test]
fn an_address_makes_a_source_and_evidence_in_one_step() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    add(&mut app, &claim, PAGE);
    assert_eq!(
        app.workspace().announcement().0,
        "Evidence added: https://www.example.org/2026/03/10/troops"
    );
    app.undo();
    check(&mut app, |app| add(app, &claim, PAGE), 2);
    let [source] = &sources(&app)[..] else { panic!("one source") };
    assert_eq!(source.url.as_deref(), Some("https://www.example.org/2026/03/10/troops"));
    assert_eq!(source.publisher.as_deref(), Some("example.org"));
    assert_eq!((source.date.as_deref(), source.kind), (Some("2026-03-10"), None));
    let [it] = evidence(&app, &claim) else { panic!("one use") };
    assert_eq!((&it.source, it.stance), (&source.id, Stance::Context));
    assert_eq!((it.quote.as_str(), it.note.as_str()), ("about 100,000 … massed", ""));
}

#[test]
fn a_copy_of_a_page_that_is_a_source_is_added_to_it() {
    let (mut app, first) = with_page();
    let second = app.mark("Ukraine", "event");
    let copy = "https://web.archive.org/web/20260311/https://www.example.org/2026/03/10/troops";
    check(&mut app, |app| add(app, &second, copy), 2);
    let [source] = &sources(&app)[..] else { panic!("one source") };
    assert_eq!(source.archived.as_deref(), Some(copy));
    let later = copy.replace("20260311", "20260312");
    add(&mut app, &second, &format!("{later}#:~:text=troops"));
    assert_eq!(sources(&app)[0].archived.as_deref(), Some(copy), "the first copy stays");
    assert_eq!((evidence(&app, &first).len(), evidence(&app, &second).len()), (1, 2));
}

#[test]
fn words_make_a_source_too_and_no_words_none() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    check(&mut app, |app| add(app, &claim, CALL), 2);
    assert_eq!(sources(&app)[0].title.as_deref(), Some(CALL));
    assert_eq!(sources(&app)[0].url, None);
    check(&mut app, |app| add(app, &claim, "javascript:alert(1)"), 2);
    assert_eq!(sources(&app)[1].url, None, "it is no address");
    let before = app.export();
    add(&mut app, &claim, " \n ");
    add(&mut app, &ClaimId::new("gone").unwrap(), PAGE);
    assert_eq!(app.export(), before);
}

#[test]
fn one_source_serves_many_claims() {
    let (mut app, first) = with_page();
    let second = app.mark("Ukraine", "event");
    let same = "HTTPS://www.EXAMPLE.org:443/2026/03/10/troops";
    check(&mut app, |app| add(app, &second, same), 1);
    assert_eq!(sources(&app).len(), 1);
    assert_eq!(evidence(&app, &first)[0].source, evidence(&app, &second)[0].source);
    let source = sources(&app)[0].id.clone();
    add(&mut app, &first, CALL);
    let third = app.mark("Belarus", "event");
    check(&mut app, |app| ask(app, EvidenceMsg::SourcePicked(third.clone(), source.clone())), 1);
    assert_eq!(app.document().evidence_using(&source).count(), 3);
    add(&mut app, &third, &format!(" {CALL} "));
    assert_eq!(sources(&app).len(), 2);
    let orders: Vec<u32> = sources(&app).iter().map(|it| it.order).collect();
    assert_eq!(orders, [0, 1]);
}

#[test]
fn the_same_words_of_a_source_are_not_added_twice() {
    let (mut app, claim) = with_page();
    let source = sources(&app)[0].id.clone();
    let before = app.export();
    add(&mut app, &claim, PAGE);
    assert_eq!(app.export(), before);
    assert!(app.workspace().announcement().0.starts_with("Already added: "));
    ask(&mut app, EvidenceMsg::SourcePicked(claim.clone(), source.clone()));
    assert_eq!(evidence(&app, &claim).len(), 2, "other words of it are");
    ask(&mut app, EvidenceMsg::SourcePicked(claim.clone(), source));
    assert_eq!(evidence(&app, &claim).len(), 2);
    ask(&mut app, EvidenceMsg::SourcePicked(claim.clone(), SourceId::new("gone").unwrap()));
    assert_eq!(evidence(&app, &claim).len(), 2);
}

#[test]
fn each_use_has_its_stance_its_passage_and_its_note() {
    let (mut app, claim) = with_page();
    add(&mut app, &claim, CALL);
    let source = sources(&app)[0].id.clone();
    ask(&mut app, EvidenceMsg::SourcePicked(claim.clone(), source.clone()));
    let third = used(&app, &claim, 2);
    assert_eq!((&third.source, third.nth), (&source, 1));
    let chosen = EvidenceMsg::StanceChosen(third.clone(), Stance::Contradicts);
    check(&mut app, |app| ask(app, chosen), 1);
    let block = EvidenceMsg::Typed(third.clone(), EvidenceField::Quote, "No troops".to_owned());
    check(&mut app, |app| ask(app, block), 1);
    let note = EvidenceMsg::Typed(third, EvidenceField::Note, "Said twice".to_owned());
    check(&mut app, |app| ask(app, note), 1);
    let all = evidence(&app, &claim);
    assert_eq!((all[0].stance, all[1].stance), (Stance::Context, Stance::Context));
    assert_eq!(all[2].stance, Stance::Contradicts);
    assert_eq!((all[2].quote.as_str(), all[2].note.as_str()), ("No troops", "Said twice"));
}

#[test]
fn typing_is_one_step_and_a_stance_is_another() {
    let (mut app, claim) = with_page();
    let before = app.export();
    let it = used(&app, &claim, 0);
    for text in ["N", "No", "No troops"] {
        let typed = EvidenceMsg::Typed(it.clone(), EvidenceField::Quote, text.to_owned());
        app.send_after(100, message(typed));
    }
    let typed = app.export();
    app.send_after(100, message(EvidenceMsg::StanceChosen(it.clone(), Stance::Supports)));
    app.send_after(100, message(EvidenceMsg::Typed(it, EvidenceField::Note, "Yes".to_owned())));
    app.undo();
    assert_eq!(evidence(&app, &claim)[0].stance, Stance::Supports);
    app.undo();
    assert_eq!(app.export(), typed);
    app.undo();
    assert_eq!(app.export(), before);
}

#[test]
fn every_field_of_a_source_is_written_and_emptied() {
    let (mut app, claim) = with_page();
    let id = sources(&app)[0].id.clone();
    for row in SOURCE_FIELDS {
        for text in ["Known", ""] {
            let typed = EvidenceMsg::SourceTyped(id.clone(), row.field, text.to_owned());
            check(&mut app, |app| ask(app, typed), 1);
            assert_eq!(row.field.value(&sources(&app)[0]), text, "{}", row.label);
        }
    }
    assert_eq!(sources(&app)[0], Source { order: 0, ..Source::bare(id.clone()) });
    let chosen = EvidenceMsg::KindChosen(id.clone(), Some(SourceKind::Data));
    check(&mut app, |app| ask(app, chosen), 1);
    assert_eq!(sources(&app)[0].kind, Some(SourceKind::Data));
    check(&mut app, |app| ask(app, EvidenceMsg::KindChosen(id.clone(), None)), 1);
    let before = app.export();
    for text in ["T", "Ti", "Title"] {
        let typed = EvidenceMsg::SourceTyped(id.clone(), SourceField::Title, text.to_owned());
        app.send_after(100, message(typed));
    }
    app.undo();
    assert_eq!(app.export(), before, "typing is one step");
    assert_eq!(app.selected(), Some(claim), "the claim stays open");
}

#[test]
fn a_source_that_is_only_named_goes_with_its_last_use() {
    let (mut app, first) = with_page();
    let second = app.mark("Ukraine", "event");
    add(&mut app, &second, PAGE);
    let it = used(&app, &second, 0);
    check(&mut app, |app| ask(app, EvidenceMsg::Removed(it)), 1);
    assert_eq!(sources(&app).len(), 1, "another claim uses it");
    let it = used(&app, &first, 0);
    check(&mut app, |app| ask(app, EvidenceMsg::Removed(it.clone())), 2);
    assert_eq!(sources(&app), []);
    app.undo();
    app.mark("Belarus", "event");
    let effects = ask(&mut app, EvidenceMsg::Removed(it.clone()));
    assert!(effects.iter().all(|it| !matches!(it, Effect::Focus(_))), "another claim is open");
    let before = app.export();
    ask(&mut app, EvidenceMsg::Removed(it));
    assert_eq!(app.export(), before, "what is gone cannot be taken");
}

#[test]
fn a_source_of_which_more_is_known_stays() {
    let (mut app, claim) = with_page();
    let id = sources(&app)[0].id.clone();
    let located = EvidenceMsg::SourceTyped(id.clone(), SourceField::Locator, "p. 4".to_owned());
    ask(&mut app, located);
    let it = used(&app, &claim, 0);
    check(&mut app, |app| ask(app, EvidenceMsg::Removed(it.clone())), 1);
    assert_eq!(sources(&app).len(), 1);
    app.undo();
    let effects = ask(&mut app, EvidenceMsg::Removed(it));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Evidence)));
    check(&mut app, |app| ask(app, EvidenceMsg::SourceTaken(id)), 1);
    assert_eq!(sources(&app), []);
}

#[test]
fn a_source_in_use_is_deleted_once_its_uses_were_told() {
    let (mut app, first) = with_page();
    let second = app.mark("Ukraine", "event");
    add(&mut app, &second, PAGE);
    let before = app.export();
    let id = sources(&app)[0].id.clone();
    app.send(Msg::CommandInvoked(Command::ShowSources));
    assert_eq!(app.workspace().window(), Some(&Dialog::Sources { deleting: None }));
    assert_eq!(ask(&mut app, EvidenceMsg::SourceTaken(id.clone())), []);
    assert_eq!(app.workspace().window(), Some(&Dialog::Sources { deleting: Some(id.clone()) }));
    assert_eq!(app.export(), before);
    let again = ask(&mut app, EvidenceMsg::SourceTaken(id.clone()));
    assert_eq!(again, [Effect::Focus(FocusTarget::Source(0))]);
    assert_eq!(app.workspace().window(), Some(&Dialog::Sources { deleting: None }));
    assert_eq!(app.export(), before, "asked twice is not told to");
    ask(&mut app, EvidenceMsg::SourceTaken(id.clone()));
    let effects = ask(&mut app, EvidenceMsg::SourceDeleted(id));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Source(0))));
    assert_eq!(writes(&effects).len(), 3);
    assert_eq!(app.workspace().window(), Some(&Dialog::Sources { deleting: None }));
    assert!(evidence(&app, &first).is_empty() && evidence(&app, &second).is_empty());
    app.check_stored();
    app.undo();
    assert_eq!(app.export(), before);
    app.check_stored();
}

#[test]
fn a_use_leads_from_the_sources_to_its_claim() {
    let (mut app, claim) = with_page();
    app.mark("Ukraine", "event");
    app.send(Msg::CommandInvoked(Command::ShowSources));
    ask(&mut app, EvidenceMsg::ClaimShown(claim.clone()));
    assert_eq!((app.workspace().window(), app.selected()), (None, Some(claim)));
}

#[test]
fn evidence_is_there_after_a_reload_and_can_be_undone() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    let before = app.export();
    add(&mut app, &claim, PAGE);
    let added = app.export();
    let it = used(&app, &claim, 0);
    ask(&mut app, EvidenceMsg::StanceChosen(it, Stance::Supports));
    let id = sources(&app)[0].id.clone();
    ask(&mut app, EvidenceMsg::SourceTyped(id.clone(), SourceField::Title, "T".to_owned()));
    ask(&mut app, EvidenceMsg::SourceDeleted(id));
    assert_eq!(sources(&app), []);
    app.confirm();
    let mut next = app.reopened_with_journal();
    for _ in 0..3 {
        next.undo();
    }
    assert_eq!(next.export(), added);
    next.undo();
    assert_eq!(next.export(), before);
    for _ in 0..4 {
        next.redo();
    }
    assert_eq!(next.export(), app.export());
    next.check_stored();
}

#[test]
fn what_is_typed_for_a_source_survives_a_crash() {
    let mut app = marked();
    let claim = app.selected().unwrap();
    let field = Field::Source(claim.clone());
    app.send(Msg::Typed(field.clone(), "https://exa".to_owned()));
    let mut next = app.reopened_with_journal();
    assert_eq!(next.workspace().typed(&field), "https://exa");
    let other = next.mark("Ukraine", "event");
    assert_eq!(next.workspace().typed(&Field::Source(other)), "", "each claim has its own");
}

#[test]
fn sources_and_evidence_are_handed_on() {
    let mut app = TestApp::new();
    app.paste("Rents rise\nRents rose by 4% in May.\nNobody knows why.");
    let claim = app.mark("rose by 4%", "quantity");
    add(&mut app, &claim, PAGE);
    add(&mut app, &claim, CALL);
    let it = used(&app, &claim, 1);
    ask(&mut app, EvidenceMsg::StanceChosen(it, Stance::Supports));
    let id = sources(&app)[1].id.clone();
    ask(&mut app, EvidenceMsg::KindChosen(id, Some(SourceKind::Interview)));
    let mut other = TestApp::new();
    other.open_file("rents-rise.claimlight.json", &app.export());
    assert_eq!(other.export(), app.export());
    assert_eq!((sources(&other), evidence(&other, &claim).len()), (sources(&app), 2));
    other.check_stored();
}

/// What all tabs have as evidence of the first claim.
fn in_tab(browser: &Browser, at: usize) -> (ClaimId, Vec<Evidence>, Vec<Source>) {
    let claim = browser.claim(at, 0).expect("a claim");
    let document = browser.workspace(at).document().unwrap();
    let evidence = document.claim(&claim).unwrap().evidence.clone();
    (claim, evidence, document.sources().into_iter().cloned().collect())
}

#[test]
fn what_two_tabs_add_to_one_claim_is_all_there() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.action(0, message(EvidenceMsg::SourceNamed(claim.clone(), PAGE.to_owned())));
    browser.action(1, message(EvidenceMsg::SourceNamed(claim, CALL.to_owned())));
    browser.check_agreement();
    let (_, evidence, sources) = in_tab(&browser, 0);
    assert_eq!((evidence.len(), sources.len()), (2, 2));
    assert!(evidence.iter().all(|it| sources.iter().any(|source| source.id == it.source)));
}

#[test]
fn a_source_that_one_tab_uses_and_another_deletes_stays() {
    let mut browser = Browser::new(2);
    let (first, second) = (browser.claim(0, 0).unwrap(), browser.claim(0, 1).unwrap());
    browser.action(0, message(EvidenceMsg::SourceNamed(first.clone(), CALL.to_owned())));
    browser.check_agreement();
    let (_, evidence, sources) = in_tab(&browser, 1);
    let it = EvidenceRef::all(&first, &evidence)[0].clone();
    browser.action(0, message(EvidenceMsg::Removed(it)));
    browser.action(1, message(EvidenceMsg::SourcePicked(second.clone(), sources[0].id.clone())));
    browser.check_agreement();
    for at in 0..2 {
        let (_, evidence, left) = in_tab(&browser, at);
        assert_eq!((evidence, left), (Vec::new(), sources.clone()), "tab {at}");
        let document = browser.workspace(at).document().unwrap();
        assert_eq!(document.claim(&second).unwrap().evidence.len(), 1);
    }
}
