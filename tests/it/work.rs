//! The work on a claim: how far it is, how urgent, who made it, what should stand there.

use claimlight::{
    app::{
        Command, Effect, Focus, FocusOn, Msg, Press, SHORTCUTS, SettingsMsg, StoresMsg,
        WORK_FIELDS, Window, WorkField, WorkMsg,
    },
    claim::{Claim, Contact, Enquiry, LINK_KINDS, PRIORITIES, Priority, STATUSES, Status, Target},
    id::ClaimId,
};

use crate::world::{World, press};

fn marked() -> (World, ClaimId) {
    let mut world = World::new();
    let claim = world.mark("approximately 100,000 troops", "quantity");
    (world, claim)
}

fn claim<'a>(world: &'a World, id: &ClaimId) -> &'a Claim {
    world.document().claim(id).expect("the claim")
}

fn work(world: &mut World, msg: WorkMsg) {
    world.send(Msg::Work(msg));
}

/// The sign at the end of the claim's mark, and whether it looks settled.
fn mark(world: &World, id: &ClaimId) -> (Option<String>, bool) {
    let page = world.desk().page().expect("a page");
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let mut marks = blocks.flat_map(|block| &block.runs).filter_map(|run| run.mark.as_ref());
    let mark = marks.find(|mark| mark.claims.contains(id)).expect("a mark");
    (mark.signs.clone(), mark.is_settled)
}

#[test]
fn a_status_is_chosen_by_one_press_and_shows_on_the_mark() {
    let (mut world, id) = marked();
    assert_eq!(mark(&world, &id), (None, false));
    for (status, sign, is_settled) in [
        (Status::Asked, Some("?"), false),
        (Status::Verified, Some("✓"), true),
        (Status::NeedsCorrection, Some("✎"), false),
        (Status::Fixed, Some("✎✓"), true),
        (Status::Dropped, Some("✕"), true),
        (Status::ToCheck, None, false),
    ] {
        work(&mut world, WorkMsg::StatusChosen(id.clone(), status));
        assert_eq!(claim(&world, &id).status, status);
        assert_eq!(mark(&world, &id), (sign.map(str::to_owned), is_settled), "{status:?}");
    }
    world.undo();
    assert_eq!(claim(&world, &id).status, Status::Dropped, "each is a step of its own");
    world.confirm();
    world.check_stored();
}

#[test]
fn the_sign_is_at_the_end_of_a_claim_over_several_blocks_alone() {
    let mut world = World::new();
    world.paste("Headline here\nTaxes fell.\nRents rose.");
    let (start, end) = (world.find("Taxes fell.", 0).start, world.find("Rents", 0).end);
    let edges = claimlight::app::Edges::Words;
    world.send(Msg::TextSelected { span: claimlight::article::Span { start, end }, edges });
    world.send(Msg::TagChosen(claimlight::id::TagId::new("quantity").unwrap()));
    let id = world.selected().expect("a claim");
    work(&mut world, WorkMsg::StatusChosen(id.clone(), Status::Verified));
    let page = world.desk().page().unwrap();
    let runs = page.sections.iter().flat_map(|it| &it.blocks).flat_map(|block| &block.runs);
    let signs: Vec<_> = runs.filter_map(|run| run.mark.as_ref()).map(|it| &it.signs).collect();
    assert_eq!(signs, [&None, &Some("✓".to_owned())]);
}

#[test]
fn a_priority_is_chosen_and_taken_back() {
    let (mut world, id) = marked();
    work(&mut world, WorkMsg::PriorityChosen(id.clone(), Some(Priority::High)));
    assert_eq!(claim(&world, &id).priority, Some(Priority::High));
    work(&mut world, WorkMsg::PriorityChosen(id.clone(), None));
    assert_eq!(claim(&world, &id).priority, None);
    world.undo();
    assert_eq!(claim(&world, &id).priority, Some(Priority::High));
}

#[test]
fn each_field_is_saved_as_typed_and_nothing_is_left_where_it_is_emptied() {
    for row in WORK_FIELDS {
        let (mut world, id) = marked();
        let untouched = claim(&world, &id).clone();
        let typed = |text: &str| Msg::Work(WorkMsg::Typed(id.clone(), row.field, text.to_owned()));
        world.send(typed("A"));
        world.send_after(100, typed("Ab"));
        assert_eq!(row.field.said(claim(&world, &id)), "Ab", "{}", row.name);
        world.confirm();
        assert_eq!(claim(&world.reopened(), &id), claim(&world, &id), "{}", row.name);
        world.undo();
        assert_eq!(row.field.said(claim(&world, &id)), "", "typing on is one step");
        world.redo();
        world.send(typed(""));
        let emptied = Claim { modified: untouched.modified, ..claim(&world, &id).clone() };
        assert_eq!(emptied, untouched, "{}", row.name);
    }
}

#[test]
fn all_of_the_work_comes_back_from_a_file() {
    let (mut world, id) = marked();
    for row in WORK_FIELDS {
        work(&mut world, WorkMsg::Typed(id.clone(), row.field, format!("{} ⟨x⟩", row.name)));
    }
    for (status, _) in STATUSES {
        work(&mut world, WorkMsg::StatusChosen(id.clone(), status));
    }
    for (priority, _) in PRIORITIES {
        work(&mut world, WorkMsg::PriorityChosen(id.clone(), Some(priority)));
    }
    let file = world.export();
    let mut other = World::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);
    assert_eq!(WorkField::ContactReply.said(claim(&other, &id)), "contact-reply ⟨x⟩");
}

#[test]
fn after_a_restart_the_work_is_undone_step_by_step() {
    let (mut world, id) = marked();
    work(&mut world, WorkMsg::StatusChosen(id.clone(), Status::Asked));
    let who = WorkField::ContactWho;
    work(&mut world, WorkMsg::Typed(id.clone(), who, "The Office".to_owned()));
    world.confirm();
    let mut again = world.reopened_with_journal();
    again.undo();
    assert_eq!(who.said(claim(&again, &id)), "");
    assert_eq!(claim(&again, &id).status, Status::Asked);
    again.undo();
    assert_eq!(claim(&again, &id).status, Status::ToCheck);
}

#[test]
fn a_claim_without_words_belongs_to_its_block_and_says_what_it_is() {
    let mut world = World::new();
    let block = world.document().blocks().at(4).unwrap().id.clone();
    let effects = world.send(Msg::Work(WorkMsg::MadeWithoutWords(block.clone())));
    assert!(effects.contains(&Effect::Focus(FocusOn::Restated)), "{effects:?}");
    let id = world.selected().expect("it is worked on");
    assert_eq!(claim(&world, &id).target, Target::Block(block.clone()));
    assert!(world.document().looked(&block).is_none(), "it is open, so the block is not done");
    let restated = WorkField::Restated;
    work(&mut world, WorkMsg::Typed(id.clone(), restated, "The picture is old".to_owned()));
    let page = world.desk().page().unwrap();
    let cards: Vec<_> = page.sections.iter().flat_map(|section| &section.cards).collect();
    assert_eq!(cards[0].quote, "The picture is old");
    let file = world.export();
    let mut other = World::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);
    world.undo();
    world.undo();
    assert_eq!(world.document().claim_count(), 0);
}

#[test]
fn a_link_is_one_thing_at_a_time_and_taken_away_from_either_end() {
    let (mut world, first) = marked();
    let second = world.mark("Russia's defence ministry", "quantity");
    for row in LINK_KINDS {
        work(&mut world, WorkMsg::Linked(first.clone(), row.kind, 2));
        let links = &claim(&world, &first).links;
        assert_eq!(links.len(), 1);
        assert_eq!((&links[0].claim, links[0].kind), (&second, row.kind));
    }
    world.confirm();
    world.check_stored();
    let file = world.export();
    assert!(file.contains("\"kind\": \"depends-on\""), "{file}");
    let mut other = World::new();
    other.open_file("a.json", &file);
    assert_eq!(other.export(), file);

    assert_eq!(world.document().claims_with_links().count(), 1);
    work(&mut world, WorkMsg::Unlinked(second.clone(), first.clone()));
    assert_eq!(world.document().claims_with_links().count(), 0);
    assert_eq!(claim(&world, &first).links, []);
    world.undo();
    assert_eq!(claim(&world, &first).links.len(), 1);
    world.send(Msg::ClaimDeleted(second.clone()));
    assert_eq!(claim(&world, &first).links.len(), 1, "undo brings the other one back");
}

#[test]
fn a_link_that_is_none_is_refused_with_its_place() {
    let (mut world, first) = marked();
    world.mark("Russia's defence ministry", "quantity");
    for number in [0, 1, 3] {
        work(&mut world, WorkMsg::Linked(first.clone(), LINK_KINDS[0].kind, number));
        assert!(world.desk().notice().is_some(), "there is no other claim {number}");
    }
    work(&mut world, WorkMsg::Linked(first, LINK_KINDS[0].kind, 2));
    let file = world.export().replace("\"same-as\"", "\"cousin\"");
    let mut other = World::new();
    other.open_file("a.json", &file);
    let notice = other.desk().notice().expect("it is refused");
    assert!(notice.text.contains("links") && notice.text.contains("kind"), "{}", notice.text);
}

#[test]
fn the_corrections_are_collected_in_a_memo_that_can_be_copied() {
    let (mut world, id) = marked();
    world.send(Msg::Commanded(Command::ShowMemo));
    assert_eq!(world.desk().window(), Some(&Window::Memo { said: None }));
    work(&mut world, WorkMsg::Typed(id, WorkField::Correction, "about 90,000 troops".to_owned()));
    let effects = world.send(Msg::Work(WorkMsg::MemoCopied));
    let [Effect::Copy(memo)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(
        memo,
        "Corrections: Russia launches military drills with Belarus as Ukraine tensions continue\n\
         \nParagraph 5, claim 1:\n  “approximately 100,000 troops”\nshould be:\n  \
         “about 90,000 troops”\n"
    );
    work(&mut world, WorkMsg::Copied(true));
    assert!(matches!(world.desk().window(), Some(Window::Memo { said: Some(_) })));
}

#[test]
fn the_history_of_a_claim_is_told_in_words() {
    let (mut world, id) = marked();
    work(&mut world, WorkMsg::StatusChosen(id.clone(), Status::Asked));
    let (who, note) = (WorkField::ClaimantName, "It *says* so");
    work(&mut world, WorkMsg::Typed(id.clone(), who, "Kyiv".to_owned()));
    world.send(Msg::NoteTyped(id.clone(), note.to_owned()));
    world.send(Msg::TagNamed(id.clone(), "Doubtful".to_owned()));
    work(&mut world, WorkMsg::StatusChosen(id.clone(), Status::Verified));
    world.mark("Russia's defence ministry", "quantity");
    let effects = world.send(Msg::Stores(StoresMsg::ClaimHistoryAsked(id)));
    assert_eq!(effects, [Effect::ReadHistory]);
    let journal = world.journal.clone().into_iter().collect();
    world.send(Msg::Stores(StoresMsg::HistoryRead(journal)));
    let Some(Window::ClaimHistory { number: 1, done }) = world.desk().window() else {
        panic!("{:?}", world.desk().window())
    };
    let told: Vec<&str> = done.iter().map(|(_, changes)| changes[0].as_str()).collect();
    assert_eq!(
        told,
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
    let (mut world, id) = marked();
    let shift = |key: &str| Msg::Pressed(Press { shift: true, ..press(key) });
    for (key, status) in [
        ("A", Status::Asked),
        ("V", Status::Verified),
        ("N", Status::NeedsCorrection),
        ("F", Status::Fixed),
        ("D", Status::Dropped),
        ("C", Status::ToCheck),
    ] {
        world.send(shift(key));
        assert_eq!(claim(&world, &id).status, status, "{key}");
        assert_eq!(world.desk().said().0, claimlight::words::status(status));
    }
    for (key, priority) in [("H", Priority::High), ("M", Priority::Middle), ("L", Priority::Low)] {
        world.send(shift(key));
        assert_eq!(claim(&world, &id).priority, Some(priority), "{key}");
    }
    world.send(shift("L"));
    assert_eq!(claim(&world, &id).priority, None, "the key takes it back");
    assert!(world.press("v").contains(&Effect::Focus(FocusOn::Verdict)));
    assert!(world.press("e").contains(&Effect::Focus(FocusOn::Evidence)));
    world.send(Msg::ClaimLeft);
    world.send(shift("D"));
    assert_eq!(claim(&world, &id).status, Status::ToCheck, "no claim is selected");
    world.confirm();
    world.check_stored();
}

#[test]
fn the_keys_of_statuses_are_named_as_their_buttons() {
    for row in SHORTCUTS {
        if let Command::Status(status) = row.command {
            let name = STATUSES.iter().find(|(it, _)| *it == status).unwrap().1;
            assert_eq!((row.name, row.label), (name, claimlight::words::status(status)));
        }
        if let Command::Priority(it) = row.command {
            assert_eq!(row.label, claimlight::words::priority(it));
        }
    }
}

#[test]
fn a_claim_stays_open_beside_the_next_until_it_is_closed_or_deleted() {
    let (mut world, first) = marked();
    work(&mut world, WorkMsg::Kept(Some(first.clone())));
    assert_eq!(world.desk().kept(), None, "it is the one that is worked on");
    let second = world.mark("United States", "quantity");
    assert_eq!(world.desk().kept(), Some(&first));
    work(&mut world, WorkMsg::Typed(first.clone(), WorkField::Restated, "Troops".to_owned()));
    assert_eq!(claim(&world, &first).restated, "Troops");
    assert_eq!(claim(&world, &second).restated, "");
    work(&mut world, WorkMsg::Kept(None));
    assert_eq!(world.desk().kept(), None);
    work(&mut world, WorkMsg::Kept(Some(first.clone())));
    world.paste("Another article");
    assert_eq!(world.desk().kept(), None, "it belongs to its article");
}

#[test]
fn a_reply_is_overdue_once_its_day_is_over_and_nothing_came() {
    let contact = |due: &str, reply: &str| Contact {
        due: Some(due.to_owned()),
        reply: Some(reply.to_owned()).filter(|it| !it.is_empty()),
        ..Contact::default()
    };
    let today = "2026-11-24";
    for (due, enquiry) in [
        ("2026-11-23", Enquiry::Overdue),
        (" 2026-11-23 ", Enquiry::Overdue),
        ("2025-12-31T14:00", Enquiry::Overdue),
        ("2026/11/3", Enquiry::Overdue),
        ("23.11.2026", Enquiry::Overdue),
        ("2026-11-24", Enquiry::Waiting),
        ("25.11.2026 14:00", Enquiry::Waiting),
        ("23/11/2026", Enquiry::Waiting),
        ("23.11.26", Enquiry::Waiting),
        ("31.11.2025", Enquiry::Waiting),
        ("2026-11-25", Enquiry::Waiting),
        ("Tuesday", Enquiry::Waiting),
        ("2026-13-01", Enquiry::Waiting),
        ("1 November", Enquiry::Waiting),
        ("zwölfter Mai", Enquiry::Waiting),
    ] {
        assert_eq!(contact(due, "").enquiry(today), enquiry, "{due}");
        assert_eq!(contact(due, " ").enquiry(today), enquiry, "{due}");
        assert_eq!(contact(due, "No comment.").enquiry(today), Enquiry::Replied, "{due}");
    }
}

#[test]
fn a_claim_knows_who_marked_it_if_a_name_was_given() {
    let (mut world, first) = marked();
    assert_eq!(claim(&world, &first).author, None);
    world.send(Msg::Settings(SettingsMsg::AuthorWritten("Ada 😀".to_owned())));
    let second = world.mark("United States", "quantity");
    assert_eq!(claim(&world, &second).author.as_deref(), Some("Ada 😀"));
    assert_eq!(claim(&world, &first).author, None, "what is there stays as it was");
    world.confirm();
    let mut world = world.reopened();
    assert_eq!(world.desk().author().as_deref(), Some("Ada 😀"));
    world.send(Msg::Settings(SettingsMsg::AuthorWritten(" ".to_owned())));
    let third = world.mark("Britain", "quantity");
    assert_eq!(claim(&world, &third).author, None);
}

#[test]
fn keys_in_the_claim_beside_do_nothing_to_the_one_that_is_worked_on() {
    let (mut world, first) = marked();
    work(&mut world, WorkMsg::Kept(Some(first)));
    let second = world.mark("United States", "quantity");
    let beside =
        |key: &str, shift| Msg::Pressed(Press { shift, focus: Focus::Beside, ..press(key) });
    let before = claim(&world, &second).clone();
    for (key, shift) in [("V", true), ("H", true), ("3", false), ("Delete", false)] {
        world.send(beside(key, shift));
        assert_eq!(*claim(&world, &second), before, "{key}");
    }
    assert_eq!(world.send(beside("v", false)), []);
    world.send(Msg::Pressed(Press { command: true, focus: Focus::Beside, ..press("z") }));
    assert!(world.document().claim(&second).is_none(), "undo is for both");
}

#[test]
fn the_history_tells_which_part_of_a_contact_was_changed_and_priorities_in_words() {
    let (mut world, id) = marked();
    for priority in [Priority::High, Priority::Low] {
        work(&mut world, WorkMsg::PriorityChosen(id.clone(), Some(priority)));
    }
    for (field, text) in [
        (WorkField::ContactDue, "2026-11-22"),
        (WorkField::ContactReply, "No comment."),
        (WorkField::ContactDue, "2026-11-24"),
    ] {
        work(&mut world, WorkMsg::Typed(id.clone(), field, text.to_owned()));
        world.send(Msg::FieldLeft);
    }
    world.send(Msg::Stores(StoresMsg::ClaimHistoryAsked(id)));
    let journal = world.journal.clone().into_iter().collect();
    world.send(Msg::Stores(StoresMsg::HistoryRead(journal)));
    let Some(Window::ClaimHistory { done, .. }) = world.desk().window() else {
        panic!("{:?}", world.desk().window())
    };
    let told: Vec<&str> = done.iter().map(|(_, changes)| changes[0].as_str()).collect();
    assert_eq!(
        told,
        [
            "contact, reply due changed from “2026-11-22” to “2026-11-24”",
            "contact, the reply: “No comment.”",
            "contact: 2026-11-22",
            "priority changed from High priority to Low priority",
            "priority: High priority",
            "marked",
        ]
    );
}
