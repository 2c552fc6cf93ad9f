//! The work on a claim: how far it is, how urgent, who made it, what should stand there.

use claimlight::{
    app::{
        ClaimField, ClaimMsg, Command, Dialog, Effect, Focus, FocusTarget, KeyPress, Msg,
        SHORTCUTS, SettingsMsg, StorageMsg, WORK_FIELDS,
    },
    claim::{
        Claim, Contact, LINK_KINDS, PRIORITIES, Priority, ReplyStatus, STATUSES, Status, Target,
    },
    id::ClaimId,
};

use crate::test_app::{TestApp, press};

fn marked() -> (TestApp, ClaimId) {
    let mut app = TestApp::new();
    let claim = app.mark("approximately 100,000 troops", "quantity");
    (app, claim)
}

fn claim<'a>(app: &'a TestApp, id: &ClaimId) -> &'a Claim {
    app.document().claim(id).expect("the claim")
}

fn work(app: &mut TestApp, msg: ClaimMsg) {
    app.send(Msg::Claim(msg));
}

/// The sign at the end of the claim's mark, and whether it looks settled.
fn mark(app: &TestApp, id: &ClaimId) -> (Option<String>, bool) {
    let page = app.workspace().page().expect("a page");
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let mut marks = blocks.flat_map(|block| &block.runs).filter_map(|run| run.mark.as_ref());
    let mark = marks.find(|mark| mark.claims.contains(id)).expect("a mark");
    (mark.status_icons.clone(), mark.is_settled)
}

#[test]
fn a_status_is_chosen_by_one_press_and_shows_on_the_mark() {
    let (mut app, id) = marked();
    assert_eq!(mark(&app, &id), (None, false));
    for (status, sign, is_settled) in [
        (Status::Asked, Some("?"), false),
        (Status::Verified, Some("✓"), true),
        (Status::NeedsCorrection, Some("✎"), false),
        (Status::Fixed, Some("✎✓"), true),
        (Status::Dropped, Some("✕"), true),
        (Status::ToCheck, None, false),
    ] {
        work(&mut app, ClaimMsg::StatusChosen(id.clone(), status));
        assert_eq!(claim(&app, &id).status, status);
        assert_eq!(mark(&app, &id), (sign.map(str::to_owned), is_settled), "{status:?}");
    }
    app.undo();
    assert_eq!(claim(&app, &id).status, Status::Dropped, "each is a step of its own");
    app.confirm();
    app.check_stored();
}

#[test]
fn the_sign_is_at_the_end_of_a_claim_over_several_blocks_alone() {
    let mut app = TestApp::new();
    app.paste("Headline here\nTaxes fell.\nRents rose.");
    let (start, end) = (app.find("Taxes fell.", 0).start, app.find("Rents", 0).end);
    let edges = claimlight::app::Snap::Words;
    app.send(Msg::TextSelected { span: claimlight::article::Span { start, end }, edges });
    app.send(Msg::TagChosen(claimlight::id::TagId::new("quantity").unwrap()));
    let id = app.selected().expect("a claim");
    work(&mut app, ClaimMsg::StatusChosen(id.clone(), Status::Verified));
    let page = app.workspace().page().unwrap();
    let runs = page.sections.iter().flat_map(|it| &it.blocks).flat_map(|block| &block.runs);
    let signs: Vec<_> =
        runs.filter_map(|run| run.mark.as_ref()).map(|it| &it.status_icons).collect();
    assert_eq!(signs, [&None, &Some("✓".to_owned())]);
}

#[test]
fn a_priority_is_chosen_and_taken_back() {
    let (mut app, id) = marked();
    work(&mut app, ClaimMsg::PriorityChosen(id.clone(), Some(Priority::High)));
    assert_eq!(claim(&app, &id).priority, Some(Priority::High));
    work(&mut app, ClaimMsg::PriorityChosen(id.clone(), None));
    assert_eq!(claim(&app, &id).priority, None);
    app.undo();
    assert_eq!(claim(&app, &id).priority, Some(Priority::High));
}

#[test]
fn each_field_is_saved_as_typed_and_nothing_is_left_where_it_is_emptied() {
    for row in WORK_FIELDS {
        let (mut app, id) = marked();
        let untouched = claim(&app, &id).clone();
        let typed =
            |text: &str| Msg::Claim(ClaimMsg::Typed(id.clone(), row.field, text.to_owned()));
        app.send(typed("A"));
        app.send_after(100, typed("Ab"));
        assert_eq!(row.field.value(claim(&app, &id)), "Ab", "{}", row.name);
        app.confirm();
        assert_eq!(claim(&app.reopened(), &id), claim(&app, &id), "{}", row.name);
        app.undo();
        assert_eq!(row.field.value(claim(&app, &id)), "", "typing on is one step");
        app.redo();
        app.send(typed(""));
        let emptied = Claim { modified: untouched.modified, ..claim(&app, &id).clone() };
        assert_eq!(emptied, untouched, "{}", row.name);
    }
}

#[test]
fn all_of_the_work_comes_back_from_a_file() {
    let (mut app, id) = marked();
    for row in WORK_FIELDS {
        work(&mut app, ClaimMsg::Typed(id.clone(), row.field, format!("{} ⟨x⟩", row.name)));
    }
    for (status, _) in STATUSES {
        work(&mut app, ClaimMsg::StatusChosen(id.clone(), status));
    }
    for (priority, _) in PRIORITIES {
        work(&mut app, ClaimMsg::PriorityChosen(id.clone(), Some(priority)));
    }
    let file = app.export();
    let mut other = TestApp::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);
    assert_eq!(ClaimField::ContactReply.value(claim(&other, &id)), "contact-reply ⟨x⟩");
}

#[test]
fn after_a_restart_the_work_is_undone_step_by_step() {
    let (mut app, id) = marked();
    work(&mut app, ClaimMsg::StatusChosen(id.clone(), Status::Asked));
    let who = ClaimField::ContactWho;
    work(&mut app, ClaimMsg::Typed(id.clone(), who, "The Office".to_owned()));
    app.confirm();
    let mut again = app.reopened_with_journal();
    again.undo();
    assert_eq!(who.value(claim(&again, &id)), "");
    assert_eq!(claim(&again, &id).status, Status::Asked);
    again.undo();
    assert_eq!(claim(&again, &id).status, Status::ToCheck);
}

#[test]
fn a_claim_without_words_belongs_to_its_block_and_says_what_it_is() {
    let mut app = TestApp::new();
    let block = app.document().blocks().at(4).unwrap().id.clone();
    let effects = app.send(Msg::Claim(ClaimMsg::CreatedOnBlock(block.clone())));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Restated)), "{effects:?}");
    let id = app.selected().expect("it is worked on");
    assert_eq!(claim(&app, &id).target, Target::Block(block.clone()));
    assert!(app.document().review(&block).is_none(), "it is open, so the block is not done");
    let restated = ClaimField::Restated;
    work(&mut app, ClaimMsg::Typed(id.clone(), restated, "The picture is old".to_owned()));
    let page = app.workspace().page().unwrap();
    let cards: Vec<_> = page.sections.iter().flat_map(|section| &section.cards).collect();
    assert_eq!(cards[0].quote, "The picture is old");
    let file = app.export();
    let mut other = TestApp::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);
    app.undo();
    app.undo();
    assert_eq!(app.document().claim_count(), 0);
}

#[test]
fn a_link_is_one_thing_at_a_time_and_taken_away_from_either_end() {
    let (mut app, first) = marked();
    let second = app.mark("Russia's defence ministry", "quantity");
    for row in LINK_KINDS {
        work(&mut app, ClaimMsg::Linked(first.clone(), row.kind, 2));
        let links = &claim(&app, &first).links;
        assert_eq!(links.len(), 1);
        assert_eq!((&links[0].claim, links[0].kind), (&second, row.kind));
    }
    app.confirm();
    app.check_stored();
    let file = app.export();
    assert!(file.contains("\"kind\": \"depends-on\""), "{file}");
    let mut other = TestApp::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);

    assert_eq!(app.document().claims_with_links().count(), 1);
    work(&mut app, ClaimMsg::Unlinked(second.clone(), first.clone()));
    assert_eq!(app.document().claims_with_links().count(), 0);
    assert_eq!(claim(&app, &first).links, []);
    app.undo();
    assert_eq!(claim(&app, &first).links.len(), 1);
    app.send(Msg::ClaimDeleted(second.clone()));
    assert_eq!(claim(&app, &first).links.len(), 1, "undo brings the other one back");
}

#[test]
fn a_link_that_is_none_is_refused_with_its_place() {
    let (mut app, first) = marked();
    app.mark("Russia's defence ministry", "quantity");
    for number in [0, 1, 3] {
        work(&mut app, ClaimMsg::Linked(first.clone(), LINK_KINDS[0].kind, number));
        assert!(app.workspace().notice().is_some(), "there is no other claim {number}");
    }
    work(&mut app, ClaimMsg::Linked(first, LINK_KINDS[0].kind, 2));
    let file = app.export().replace("\"same-as\"", "\"cousin\"");
    let mut other = TestApp::new();
    other.open_file("a.json", &file);
    let notice = other.workspace().notice().expect("it is refused");
    assert!(notice.text.contains("links") && notice.text.contains("kind"), "{}", notice.text);
}

#[test]
fn the_corrections_are_collected_in_a_memo_that_can_be_copied() {
    let (mut app, id) = marked();
    app.send(Msg::CommandInvoked(Command::ShowCorrections));
    assert_eq!(app.workspace().window(), Some(&Dialog::Corrections { said: None }));
    work(&mut app, ClaimMsg::Typed(id, ClaimField::Correction, "about 90,000 troops".to_owned()));
    let effects = app.send(Msg::Claim(ClaimMsg::CorrectionsCopied));
    let [Effect::Copy(corrections)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(
        corrections,
        "Corrections: Russia launches military drills with Belarus as Ukraine tensions continue\n\
         \nParagraph 5, claim 1:\n  “approximately 100,000 troops”\nshould be:\n  \
         “about 90,000 troops”\n"
    );
    work(&mut app, ClaimMsg::Copied(true));
    assert!(matches!(app.workspace().window(), Some(Dialog::Corrections { said: Some(_) })));
}

#[test]
fn the_history_of_a_claim_is_told_in_words() {
    let (mut app, id) = marked();
    work(&mut app, ClaimMsg::StatusChosen(id.clone(), Status::Asked));
    let (who, note) = (ClaimField::ClaimantName, "It *says* so");
    work(&mut app, ClaimMsg::Typed(id.clone(), who, "Kyiv".to_owned()));
    app.send(Msg::NoteTyped(id.clone(), note.to_owned()));
    app.send(Msg::TagNamed(id.clone(), "Doubtful".to_owned()));
    work(&mut app, ClaimMsg::StatusChosen(id.clone(), Status::Verified));
    app.mark("Russia's defence ministry", "quantity");
    let effects = app.send(Msg::Storage(StorageMsg::ClaimHistoryAsked(id)));
    assert_eq!(effects, [Effect::ReadHistory]);
    let journal = app.journal.clone().into_iter().collect();
    app.send(Msg::Storage(StorageMsg::HistoryRead(journal)));
    let Some(Dialog::ClaimHistory { number: 1, done }) = app.workspace().window() else {
        panic!("{:?}", app.workspace().window())
    };
    let message: Vec<&str> = done.iter().map(|(_, changes)| changes[0].as_str()).collect();
    assert_eq!(
        message,
        [
            "status changed from Asked to Verified",
            "tags changed from Quantity to Quantity, Doubtful",
            "note: “It *says* so”",
            "claimant: Kyiv",
            "status changed from To check to Asked",
            "marked",
        ]
    );
}

#[test]
fn each_status_and_each_priority_is_one_key_away() {
    let (mut app, id) = marked();
    let shift = |key: &str| Msg::KeyPressed(KeyPress { shift: true, ..press(key) });
    for (key, status) in [
        ("A", Status::Asked),
        ("V", Status::Verified),
        ("N", Status::NeedsCorrection),
        ("F", Status::Fixed),
        ("D", Status::Dropped),
        ("C", Status::ToCheck),
    ] {
        app.send(shift(key));
        assert_eq!(claim(&app, &id).status, status, "{key}");
        assert_eq!(app.workspace().announcement().0, claimlight::strings::status(status));
    }
    for (key, priority) in [("H", Priority::High), ("M", Priority::Medium), ("L", Priority::Low)] {
        app.send(shift(key));
        assert_eq!(claim(&app, &id).priority, Some(priority), "{key}");
    }
    app.send(shift("L"));
    assert_eq!(claim(&app, &id).priority, None, "the key takes it back");
    assert!(app.press("v").contains(&Effect::Focus(FocusTarget::Verdict)));
    assert!(app.press("e").contains(&Effect::Focus(FocusTarget::Evidence)));
    app.send(Msg::ClaimDeselected);
    app.send(shift("D"));
    assert_eq!(claim(&app, &id).status, Status::ToCheck, "no claim is selected");
    app.confirm();
    app.check_stored();
}

#[test]
fn the_keys_of_statuses_are_named_as_their_buttons() {
    for row in SHORTCUTS {
        if let Command::Status(status) = row.command {
            let name = STATUSES.iter().find(|(it, _)| *it == status).unwrap().1;
            assert_eq!((row.name, row.label), (name, claimlight::strings::status(status)));
        }
        if let Command::Priority(it) = row.command {
            assert_eq!(row.label, claimlight::strings::priority(it));
        }
    }
}

#[test]
fn a_claim_stays_open_beside_the_next_until_it_is_closed_or_deleted() {
    let (mut app, first) = marked();
    work(&mut app, ClaimMsg::Pinned(Some(first.clone())));
    assert_eq!(app.workspace().kept(), None, "it is the one that is worked on");
    let second = app.mark("United States", "quantity");
    assert_eq!(app.workspace().kept(), Some(&first));
    work(&mut app, ClaimMsg::Typed(first.clone(), ClaimField::Restated, "Troops".to_owned()));
    assert_eq!(claim(&app, &first).restated, "Troops");
    assert_eq!(claim(&app, &second).restated, "");
    work(&mut app, ClaimMsg::Pinned(None));
    assert_eq!(app.workspace().kept(), None);
    work(&mut app, ClaimMsg::Pinned(Some(first.clone())));
    app.paste("Another article");
    assert_eq!(app.workspace().kept(), None, "it belongs to its article");
}

#[test]
fn a_reply_is_overdue_once_its_day_is_over_and_nothing_came() {
    let contact = |due: &str, reply: &str| Contact {
        due: Some(due.to_owned()),
        reply: Some(reply.to_owned()).filter(|it| !it.is_empty()),
        ..Contact::default()
    };
    let today = "2026-11-24";
    for (due, reply_status) in [
        ("2026-11-23", ReplyStatus::Overdue),
        (" 2026-11-23 ", ReplyStatus::Overdue),
        ("2025-12-31T14:00", ReplyStatus::Overdue),
        ("2026/11/3", ReplyStatus::Overdue),
        ("23.11.2026", ReplyStatus::Overdue),
        ("2026-11-24", ReplyStatus::Pending),
        ("25.11.2026 14:00", ReplyStatus::Pending),
        ("23/11/2026", ReplyStatus::Pending),
        ("23.11.26", ReplyStatus::Pending),
        ("31.11.2025", ReplyStatus::Pending),
        ("2026-11-25", ReplyStatus::Pending),
        ("Tuesday", ReplyStatus::Pending),
        ("2026-13-01", ReplyStatus::Pending),
        ("1 November", ReplyStatus::Pending),
        ("zwölfter Mai", ReplyStatus::Pending),
    ] {
        assert_eq!(contact(due, "").reply_status(today), reply_status, "{due}");
        assert_eq!(contact(due, " ").reply_status(today), reply_status, "{due}");
        assert_eq!(contact(due, "No comment.").reply_status(today), ReplyStatus::Replied, "{due}");
    }
}

#[test]
fn a_claim_knows_who_marked_it_if_a_name_was_given() {
    let (mut app, first) = marked();
    assert_eq!(claim(&app, &first).author, None);
    app.send(Msg::Settings(SettingsMsg::AuthorWritten("Ada 😀".to_owned())));
    let second = app.mark("United States", "quantity");
    assert_eq!(claim(&app, &second).author.as_deref(), Some("Ada 😀"));
    assert_eq!(claim(&app, &first).author, None, "what is there stays as it was");
    app.confirm();
    let mut app = app.reopened();
    assert_eq!(app.workspace().author().as_deref(), Some("Ada 😀"));
    app.send(Msg::Settings(SettingsMsg::AuthorWritten(" ".to_owned())));
    let third = app.mark("Britain", "quantity");
    assert_eq!(claim(&app, &third).author, None);
}

#[test]
fn keys_in_the_claim_beside_do_nothing_to_the_one_that_is_worked_on() {
    let (mut app, first) = marked();
    work(&mut app, ClaimMsg::Pinned(Some(first)));
    let second = app.mark("United States", "quantity");
    let beside = |key: &str, shift| {
        Msg::KeyPressed(KeyPress { shift, focus: Focus::PinnedClaim, ..press(key) })
    };
    let before = claim(&app, &second).clone();
    for (key, shift) in [("V", true), ("H", true), ("3", false), ("Delete", false)] {
        app.send(beside(key, shift));
        assert_eq!(*claim(&app, &second), before, "{key}");
    }
    assert_eq!(app.send(beside("v", false)), []);
    app.send(Msg::KeyPressed(KeyPress { command: true, focus: Focus::PinnedClaim, ..press("z") }));
    assert!(app.document().claim(&second).is_none(), "undo is for both");
}

#[test]
fn the_history_tells_which_part_of_a_contact_was_changed_and_priorities_in_words() {
    let (mut app, id) = marked();
    for priority in [Priority::High, Priority::Low] {
        work(&mut app, ClaimMsg::PriorityChosen(id.clone(), Some(priority)));
    }
    for (field, text) in [
        (ClaimField::ContactDue, "2026-11-22"),
        (ClaimField::ContactReply, "No comment."),
        (ClaimField::ContactDue, "2026-11-24"),
    ] {
        work(&mut app, ClaimMsg::Typed(id.clone(), field, text.to_owned()));
        app.send(Msg::FieldLeft);
    }
    app.send(Msg::Storage(StorageMsg::ClaimHistoryAsked(id)));
    let journal = app.journal.clone().into_iter().collect();
    app.send(Msg::Storage(StorageMsg::HistoryRead(journal)));
    let Some(Dialog::ClaimHistory { done, .. }) = app.workspace().window() else {
        panic!("{:?}", app.workspace().window())
    };
    let message: Vec<&str> = done.iter().map(|(_, changes)| changes[0].as_str()).collect();
    assert_eq!(
        message,
        [
            "contact, reply due changed from “2026-11-22” to “2026-11-24”",
            "contact, reply: “No comment.”",
            "contact: 2026-11-22",
            "priority changed from High priority to Low priority",
            "priority: High priority",
            "marked",
        ]
    );
}
