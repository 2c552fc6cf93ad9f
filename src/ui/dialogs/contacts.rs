//! The contacts of the article: who was asked about which claim, and which replies are overdue.
//!
//! A reply about a claim that is settled is never overdue.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Command, EvidenceMsg, Msg, Workspace},
    claim::{Claim, Contact, ReplyStatus},
    document::Document,
    strings,
};

use crate::ui::{ModalWindow, buttons::button};

/// The states of replies, the most urgent first.
const ORDER: [ReplyStatus; 3] = [ReplyStatus::Overdue, ReplyStatus::Pending, ReplyStatus::Replied];

/// Renders the dialog of contacts on the day `today`, written `YYYY-MM-DD`. Overdue replies come
/// first.
pub(super) fn contacts_window(document: &Document, today: &str, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let asked: Vec<_> = enquiries(document, today).collect();
    let rows =
        ORDER.iter().flat_map(|reply_status| asked.iter().filter(move |it| it.2 == *reply_status));
    let rows =
        rows.map(|(claim, contact, reply_status)| row(claim, contact, *reply_status, document, on));
    html! {
        <ModalWindow class="window contacts" title={strings::CONTACTS} {on_left}>
            if asked.is_empty() {
                <p>{ strings::NO_CONTACTS }</p>
            }
            <ul>{ for rows }</ul>
            <p class="actions">{ button(strings::CLOSE, "primary", Msg::WindowClosed, on) }</p>
        </ModalWindow>
    }
}

/// Renders the line that counts the overdue replies and opens the dialog of contacts. Renders
/// nothing if no reply is overdue.
pub(super) fn overdue_line(workspace: &Workspace, today: &str, on: &Callback<Msg>) -> Html {
    let count = workspace.document().map_or(0, |document| {
        enquiries(document, today).filter(|it| it.2 == ReplyStatus::Overdue).count()
    });
    if count == 0 {
        return Html::default();
    }
    let onclick = on.reform(|_: MouseEvent| Msg::CommandInvoked(Command::ShowContacts));
    html! { <button type="button" class="overdue" {onclick}>{ strings::overdue(count) }</button> }
}

fn enquiries<'a>(
    document: &'a Document,
    today: &'a str,
) -> impl Iterator<Item = (&'a Claim, &'a Contact, ReplyStatus)> {
    document.claims_with_contact().filter_map(move |claim| {
        let contact = claim.contact.as_ref()?;
        // Nobody waits for a reply about a settled claim.
        let reply_status = contact.reply_status(today);
        let is_settled = reply_status == ReplyStatus::Overdue && !claim.is_open();
        Some((
            claim.as_ref(),
            contact,
            if is_settled { ReplyStatus::Pending } else { reply_status },
        ))
    })
}

/// Renders a contact as a button that shows its claim.
fn row(
    claim: &Claim,
    contact: &Contact,
    reply_status: ReplyStatus,
    document: &Document,
    on: &Callback<Msg>,
) -> Html {
    let msg = Msg::Claim(ClaimMsg::Evidence(EvidenceMsg::ClaimShown(claim.id.clone())));
    let reply = contact.reply.as_deref().unwrap_or_default();
    html! {
        <li key={claim.id.to_string()}>
            <button type="button" onclick={on.reform(move |_: MouseEvent| msg.clone())}>
                <small data-overdue={(reply_status == ReplyStatus::Overdue).to_string()}>
                    { strings::reply_status(reply_status) }
                </small>
                <span dir="auto">{ strings::claim_in_line(document, claim) }</span>
                <bdi>{ strings::asked(contact) }</bdi>
            </button>
            if !reply.trim().is_empty() {
                <q dir="auto">{ reply }</q>
            }
        </li>
    }
}
