//! Evidence for and against claims, and the sources that it comes from.

use claimlight::{
    app::{
        Command, Effect, EvidenceMsg, Field, FocusOn, Msg, SOURCE_FIELDS, SourceField, Use,
        UseField, Window, WorkMsg,
    },
    claim::{Evidence, Source, SourceKind, Stance},
    id::{ClaimId, SourceId},
};

use crate::{
    claims::{check, marked, writes},
    tabs::Browser,
    world::World,
};

const PAGE: &str = "https://www.example.org/2026/03/10/troops#:~:text=about%20100%2C000,massed";
const CALL: &str = "Telephone call with the ministry";

fn told(msg: EvidenceMsg) -> Msg {
    Msg::Work(WorkMsg::Evidence(msg))
}

fn ask(world: &mut World, msg: EvidenceMsg) -> Vec<Effect> {
    world.send(told(msg))
}

fn add(world: &mut World, claim: &ClaimId, text: &str) -> Vec<Effect> {
    ask(world, EvidenceMsg::Named(claim.clone(), text.to_owned()))
}

fn evidence<'a>(world: &'a World, claim: &ClaimId) -> &'a [Evidence] {
    &world.document().claim(claim).unwrap().evidence
}

fn sources(world: &World) -> Vec<Source> {
    world.document().sources().into_iter().cloned().collect()
}

fn used(world: &World, claim: &ClaimId, at: usize) -> Use {
    Use::all(claim, evidence(world, claim))[at].clone()
}

/// The sample with a claim and one page as evidence for it.
fn with_page() -> (World, ClaimId) {
    let mut world = marked();
    let claim = world.selected().unwrap();
    add(&mut world, &claim, PAGE);
    (world, claim)
}

#[test]
fn an_address_makes_a_source_and_evidence_in_one_step() {
    let mut world = marked();
    let claim = world.selected().unwrap();
    add(&mut world, &claim, PAGE);
    assert_eq!(world.desk().said().0, "Evidence added: https://www.example.org/2026/03/10/troops");
    world.undo();
    check(&mut world, |world| add(world, &claim, PAGE), 2);
    let [source] = &sources(&world)[..] else { panic!("one source") };
    assert_eq!(source.url.as_deref(), Some("https://www.example.org/2026/03/10/troops"));
    assert_eq!(source.publisher.as_deref(), Some("example.org"));
    assert_eq!((source.date.as_deref(), source.kind), (Some("2026-03-10"), None));
    let [it] = evidence(&world, &claim) else { panic!("one use") };
    assert_eq!((&it.source, it.stance), (&source.id, Stance::Context));
    assert_eq!((it.passage.as_str(), it.note.as_str()), ("about 100,000 … massed", ""));
}

#[test]
fn a_copy_of_a_page_that_is_a_source_is_added_to_it() {
    let (mut world, first) = with_page();
    let second = world.mark("Ukraine", "event");
    let copy = "https://web.archive.org/web/20260311/https://www.example.org/2026/03/10/troops";
    check(&mut world, |world| add(world, &second, copy), 2);
    let [source] = &sources(&world)[..] else { panic!("one source") };
    assert_eq!(source.archived.as_deref(), Some(copy));
    let later = copy.replace("20260311", "20260312");
    add(&mut world, &second, &format!("{later}#:~:text=troops"));
    assert_eq!(sources(&world)[0].archived.as_deref(), Some(copy), "the first copy stays");
    assert_eq!((evidence(&world, &first).len(), evidence(&world, &second).len()), (1, 2));
}

#[test]
fn words_make_a_source_too_and_no_words_none() {
    let mut world = marked();
    let claim = world.selected().unwrap();
    check(&mut world, |world| add(world, &claim, CALL), 2);
    assert_eq!(sources(&world)[0].title.as_deref(), Some(CALL));
    assert_eq!(sources(&world)[0].url, None);
    check(&mut world, |world| add(world, &claim, "javascript:alert(1)"), 2);
    assert_eq!(sources(&world)[1].url, None, "it is no address");
    let before = world.export();
    add(&mut world, &claim, " \n ");
    add(&mut world, &ClaimId::new("gone").unwrap(), PAGE);
    assert_eq!(world.export(), before);
}

#[test]
fn one_source_serves_many_claims() {
    let (mut world, first) = with_page();
    let second = world.mark("Ukraine", "event");
    let same = "HTTPS://www.EXAMPLE.org:443/2026/03/10/troops";
    check(&mut world, |world| add(world, &second, same), 1);
    assert_eq!(sources(&world).len(), 1);
    assert_eq!(evidence(&world, &first)[0].source, evidence(&world, &second)[0].source);
    let source = sources(&world)[0].id.clone();
    add(&mut world, &first, CALL);
    let third = world.mark("Belarus", "event");
    check(&mut world, |world| ask(world, EvidenceMsg::Reused(third.clone(), source.clone())), 1);
    assert_eq!(world.document().uses_of(&source).count(), 3);
    add(&mut world, &third, &format!(" {CALL} "));
    assert_eq!(sources(&world).len(), 2);
    let orders: Vec<u32> = sources(&world).iter().map(|it| it.order).collect();
    assert_eq!(orders, [0, 1]);
}

#[test]
fn the_same_words_of_a_source_are_not_added_twice() {
    let (mut world, claim) = with_page();
    let source = sources(&world)[0].id.clone();
    let before = world.export();
    add(&mut world, &claim, PAGE);
    assert_eq!(world.export(), before);
    assert!(world.desk().said().0.starts_with("This claim has it already"));
    ask(&mut world, EvidenceMsg::Reused(claim.clone(), source.clone()));
    assert_eq!(evidence(&world, &claim).len(), 2, "other words of it are");
    ask(&mut world, EvidenceMsg::Reused(claim.clone(), source));
    assert_eq!(evidence(&world, &claim).len(), 2);
    ask(&mut world, EvidenceMsg::Reused(claim.clone(), SourceId::new("gone").unwrap()));
    assert_eq!(evidence(&world, &claim).len(), 2);
}

#[test]
fn each_use_has_its_stance_its_passage_and_its_note() {
    let (mut world, claim) = with_page();
    add(&mut world, &claim, CALL);
    let source = sources(&world)[0].id.clone();
    ask(&mut world, EvidenceMsg::Reused(claim.clone(), source.clone()));
    let third = used(&world, &claim, 2);
    assert_eq!((&third.source, third.nth), (&source, 1));
    let chosen = EvidenceMsg::StanceChosen(third.clone(), Stance::Contradicts);
    check(&mut world, |world| ask(world, chosen), 1);
    let passage = EvidenceMsg::Typed(third.clone(), UseField::Passage, "No troops".to_owned());
    check(&mut world, |world| ask(world, passage), 1);
    let note = EvidenceMsg::Typed(third, UseField::Note, "Said twice".to_owned());
    check(&mut world, |world| ask(world, note), 1);
    let all = evidence(&world, &claim);
    assert_eq!((all[0].stance, all[1].stance), (Stance::Context, Stance::Context));
    assert_eq!(all[2].stance, Stance::Contradicts);
    assert_eq!((all[2].passage.as_str(), all[2].note.as_str()), ("No troops", "Said twice"));
}

#[test]
fn typing_is_one_step_and_a_stance_is_another() {
    let (mut world, claim) = with_page();
    let before = world.export();
    let it = used(&world, &claim, 0);
    for text in ["N", "No", "No troops"] {
        let typed = EvidenceMsg::Typed(it.clone(), UseField::Passage, text.to_owned());
        world.send_after(100, told(typed));
    }
    let typed = world.export();
    world.send_after(100, told(EvidenceMsg::StanceChosen(it.clone(), Stance::Supports)));
    world.send_after(100, told(EvidenceMsg::Typed(it, UseField::Note, "Yes".to_owned())));
    world.undo();
    assert_eq!(evidence(&world, &claim)[0].stance, Stance::Supports);
    world.undo();
    assert_eq!(world.export(), typed);
    world.undo();
    assert_eq!(world.export(), before);
}

#[test]
fn every_field_of_a_source_is_written_and_emptied() {
    let (mut world, claim) = with_page();
    let id = sources(&world)[0].id.clone();
    for row in SOURCE_FIELDS {
        for text in ["Known", ""] {
            let typed = EvidenceMsg::SourceTyped(id.clone(), row.field, text.to_owned());
            check(&mut world, |world| ask(world, typed), 1);
            assert_eq!(row.field.said(&sources(&world)[0]), text, "{}", row.label);
        }
    }
    assert_eq!(sources(&world)[0], Source { order: 0, ..Source::bare(id.clone()) });
    let chosen = EvidenceMsg::KindChosen(id.clone(), Some(SourceKind::Data));
    check(&mut world, |world| ask(world, chosen), 1);
    assert_eq!(sources(&world)[0].kind, Some(SourceKind::Data));
    check(&mut world, |world| ask(world, EvidenceMsg::KindChosen(id.clone(), None)), 1);
    let before = world.export();
    for text in ["T", "Ti", "Title"] {
        let typed = EvidenceMsg::SourceTyped(id.clone(), SourceField::Title, text.to_owned());
        world.send_after(100, told(typed));
    }
    world.undo();
    assert_eq!(world.export(), before, "typing is one step");
    assert_eq!(world.selected(), Some(claim), "the claim stays open");
}

#[test]
fn a_source_that_is_only_named_goes_with_its_last_use() {
    let (mut world, first) = with_page();
    let second = world.mark("Ukraine", "event");
    add(&mut world, &second, PAGE);
    let it = used(&world, &second, 0);
    check(&mut world, |world| ask(world, EvidenceMsg::Taken(it)), 1);
    assert_eq!(sources(&world).len(), 1, "another claim uses it");
    let it = used(&world, &first, 0);
    check(&mut world, |world| ask(world, EvidenceMsg::Taken(it.clone())), 2);
    assert_eq!(sources(&world), []);
    world.undo();
    world.mark("Belarus", "event");
    let effects = ask(&mut world, EvidenceMsg::Taken(it.clone()));
    assert!(effects.iter().all(|it| !matches!(it, Effect::Focus(_))), "another claim is open");
    let before = world.export();
    ask(&mut world, EvidenceMsg::Taken(it));
    assert_eq!(world.export(), before, "what is gone cannot be taken");
}

#[test]
fn a_source_of_which_more_is_known_stays() {
    let (mut world, claim) = with_page();
    let id = sources(&world)[0].id.clone();
    let located = EvidenceMsg::SourceTyped(id.clone(), SourceField::Locator, "p. 4".to_owned());
    ask(&mut world, located);
    let it = used(&world, &claim, 0);
    check(&mut world, |world| ask(world, EvidenceMsg::Taken(it.clone())), 1);
    assert_eq!(sources(&world).len(), 1);
    world.undo();
    let effects = ask(&mut world, EvidenceMsg::Taken(it));
    assert!(effects.contains(&Effect::Focus(FocusOn::Evidence)));
    check(&mut world, |world| ask(world, EvidenceMsg::SourceTaken(id)), 1);
    assert_eq!(sources(&world), []);
}

#[test]
fn a_source_in_use_is_deleted_once_its_uses_were_told() {
    let (mut world, first) = with_page();
    let second = world.mark("Ukraine", "event");
    add(&mut world, &second, PAGE);
    let before = world.export();
    let id = sources(&world)[0].id.clone();
    world.send(Msg::Commanded(Command::ShowSources));
    assert_eq!(world.desk().window(), Some(&Window::Sources { deleting: None }));
    assert_eq!(ask(&mut world, EvidenceMsg::SourceTaken(id.clone())), []);
    assert_eq!(world.desk().window(), Some(&Window::Sources { deleting: Some(id.clone()) }));
    assert_eq!(world.export(), before);
    let again = ask(&mut world, EvidenceMsg::SourceTaken(id.clone()));
    assert_eq!(again, [Effect::Focus(FocusOn::Source(0))]);
    assert_eq!(world.desk().window(), Some(&Window::Sources { deleting: None }));
    assert_eq!(world.export(), before, "asked twice is not told to");
    ask(&mut world, EvidenceMsg::SourceTaken(id.clone()));
    let effects = ask(&mut world, EvidenceMsg::SourceDeleted(id));
    assert!(effects.contains(&Effect::Focus(FocusOn::Source(0))));
    assert_eq!(writes(&effects).len(), 3);
    assert_eq!(world.desk().window(), Some(&Window::Sources { deleting: None }));
    assert!(evidence(&world, &first).is_empty() && evidence(&world, &second).is_empty());
    world.check_stored();
    world.undo();
    assert_eq!(world.export(), before);
    world.check_stored();
}

#[test]
fn a_use_leads_from_the_sources_to_its_claim() {
    let (mut world, claim) = with_page();
    world.mark("Ukraine", "event");
    world.send(Msg::Commanded(Command::ShowSources));
    ask(&mut world, EvidenceMsg::ClaimShown(claim.clone()));
    assert_eq!((world.desk().window(), world.selected()), (None, Some(claim)));
}

#[test]
fn evidence_is_there_after_a_reload_and_can_be_undone() {
    let mut world = marked();
    let claim = world.selected().unwrap();
    let before = world.export();
    add(&mut world, &claim, PAGE);
    let added = world.export();
    let it = used(&world, &claim, 0);
    ask(&mut world, EvidenceMsg::StanceChosen(it, Stance::Supports));
    let id = sources(&world)[0].id.clone();
    ask(&mut world, EvidenceMsg::SourceTyped(id.clone(), SourceField::Title, "T".to_owned()));
    ask(&mut world, EvidenceMsg::SourceDeleted(id));
    assert_eq!(sources(&world), []);
    world.confirm();
    let mut next = world.reopened_with_journal();
    for _ in 0..3 {
        next.undo();
    }
    assert_eq!(next.export(), added);
    next.undo();
    assert_eq!(next.export(), before);
    for _ in 0..4 {
        next.redo();
    }
    assert_eq!(next.export(), world.export());
    next.check_stored();
}

#[test]
fn what_is_typed_for_a_source_survives_a_crash() {
    let mut world = marked();
    let claim = world.selected().unwrap();
    let field = Field::Source(claim.clone());
    world.send(Msg::Typed(field.clone(), "https://exa".to_owned()));
    let mut next = world.reopened_with_journal();
    assert_eq!(next.desk().typed(&field), "https://exa");
    let other = next.mark("Ukraine", "event");
    assert_eq!(next.desk().typed(&Field::Source(other)), "", "each claim has its own");
}

#[test]
fn sources_and_evidence_are_handed_on() {
    let mut world = World::new();
    world.paste("Rents rise\nRents rose by 4% in May.\nNobody knows why.");
    let claim = world.mark("rose by 4%", "quantity");
    add(&mut world, &claim, PAGE);
    add(&mut world, &claim, CALL);
    let it = used(&world, &claim, 1);
    ask(&mut world, EvidenceMsg::StanceChosen(it, Stance::Supports));
    let id = sources(&world)[1].id.clone();
    ask(&mut world, EvidenceMsg::KindChosen(id, Some(SourceKind::Interview)));
    let mut other = World::new();
    other.open_file("rents-rise.claimlight.json", &world.export());
    assert_eq!(other.export(), world.export());
    assert_eq!((sources(&other), evidence(&other, &claim).len()), (sources(&world), 2));
    other.check_stored();
}

/// What all tabs have as evidence of the first claim.
fn in_tab(browser: &Browser, at: usize) -> (ClaimId, Vec<Evidence>, Vec<Source>) {
    let claim = browser.claim(at, 0).expect("a claim");
    let document = browser.desk(at).document().unwrap();
    let evidence = document.claim(&claim).unwrap().evidence.clone();
    (claim, evidence, document.sources().into_iter().cloned().collect())
}

#[test]
fn what_two_tabs_add_to_one_claim_is_all_there() {
    let mut browser = Browser::new(2);
    let claim = browser.claim(0, 0).expect("a claim");
    browser.act(0, told(EvidenceMsg::Named(claim.clone(), PAGE.to_owned())));
    browser.act(1, told(EvidenceMsg::Named(claim, CALL.to_owned())));
    browser.check_agreement();
    let (_, evidence, sources) = in_tab(&browser, 0);
    assert_eq!((evidence.len(), sources.len()), (2, 2));
    assert!(evidence.iter().all(|it| sources.iter().any(|source| source.id == it.source)));
}

#[test]
fn a_source_that_one_tab_uses_and_another_deletes_stays() {
    let mut browser = Browser::new(2);
    let (first, second) = (browser.claim(0, 0).unwrap(), browser.claim(0, 1).unwrap());
    browser.act(0, told(EvidenceMsg::Named(first.clone(), CALL.to_owned())));
    browser.check_agreement();
    let (_, evidence, sources) = in_tab(&browser, 1);
    let it = Use::all(&first, &evidence)[0].clone();
    browser.act(0, told(EvidenceMsg::Taken(it)));
    browser.act(1, told(EvidenceMsg::Reused(second.clone(), sources[0].id.clone())));
    browser.check_agreement();
    for at in 0..2 {
        let (_, evidence, left) = in_tab(&browser, at);
        assert_eq!((evidence, left), (Vec::new(), sources.clone()), "tab {at}");
        let document = browser.desk(at).document().unwrap();
        assert_eq!(document.claim(&second).unwrap().evidence.len(), 1);
    }
}
