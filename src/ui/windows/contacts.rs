//! Who was asked about the claims of the article, and which replies are overdue.

use yew::prelude::*;

use crate::{
    app::{Command, Desk, EvidenceMsg, Msg, WorkMsg},
    claim::{Claim, Contact, Enquiry},
    document::Document,
    words,
};

use crate::ui::{ModalWindow, buttons::button};

/// The enquiries in the order in which they need somebody.
const ORDER: [Enquiry; 3] = [Enquiry::Overdue, Enquiry::Waiting, Enquiry::Replied];

/// The window with who was asked, on a day that is written `YYYY-MM-DD`; the overdue replies first.
pub(super) fn contacts_window(document: &Document, today: &str, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let asked: Vec<_> = enquiries(document, today).collect();
    let rows = ORDER.iter().flat_map(|enquiry| asked.iter().filter(move |it| it.2 == *enquiry));
    let rows = rows.map(|(claim, contact, enquiry)| row(claim, contact, *enquiry, document, on));
    html! {
        <ModalWindow class="window contacts" title={words::CONTACTS} {on_left}>
            if asked.is_empty() {
                <p>{ words::NO_CONTACTS }</p>
            }
            <ul>{ for rows }</ul>
            <p class="actions">{ button(words::CLOSE, "primary", Msg::WindowClosed, on) }</p>
        </ModalWindow>
    }
}

/// The line that says that replies are overdue, and leads to them; nothing while none is.
pub(super) fn overdue_line(desk: &Desk, today: &str, on: &Callback<Msg>) -> Html {
    let count = desk.document().map_or(0, |document| {
        enquiries(document, today).filter(|it| it.2 == Enquiry::Overdue).count()
    });
    if count == 0 {
        return Html::default();
    }
    let onclick = on.reform(|_: MouseEvent| Msg::Commanded(Command::ShowContacts));
    html! { <button type="button" class="overdue" {onclick}>{ words::overdue(count) }</button> }
}

fn enquiries<'a>(
    document: &'a Document,
    today: &'a str,
) -> impl Iterator<Item = (&'a Claim, &'a Contact, Enquiry)> {
    document.claims_with_contact().filter_map(move |claim| {
        let contact = claim.contact.as_ref()?;
        // Nobody waits for a reply about a claim that is settled.
        let enquiry = contact.enquiry(today);
        let is_settled = enquiry == Enquiry::Overdue && !claim.is_open();
        Some((claim.as_ref(), contact, if is_settled { Enquiry::Waiting } else { enquiry }))
    })
}

/// An enquiry, which leads to its claim.
fn row(
    claim: &Claim,
    contact: &Contact,
    enquiry: Enquiry,
    document: &Document,
    on: &Callback<Msg>,
) -> Html {
    let msg = Msg::Work(WorkMsg::Evidence(EvidenceMsg::ClaimShown(claim.id.clone())));
    let reply = contact.reply.as_deref().unwrap_or_default();
    html! {
        <li key={claim.id.to_string()}>
            <button type="button" onclick={on.reform(move |_: MouseEvent| msg.clone())}>
                <small data-overdue={(enquiry == Enquiry::Overdue).to_string()}>
                    { words::enquiry(enquiry) }
                </small>
                <span dir="auto">{ words::claim_in_line(document, claim) }</span>
                <bdi>{ words::asked(contact) }</bdi>
            </button>
            if !reply.trim().is_empty() {
                <q dir="auto">{ reply }</q>
            }
        </li>
    }
}
