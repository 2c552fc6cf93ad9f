//! The contact of a claim: somebody who was asked about it, and the reply.
//!
//! Users and imported files write dates in many forms, so the contact keeps them as text. The
//! program reads a date only where it is certain which day it means.

use crate::{json::JsonObject, time::Timestamp};

/// Somebody who was asked about a claim, and the reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Who was asked.
    pub who: Option<String>,
    /// When the question was asked, in any form.
    pub asked: Option<String>,
    /// When the reply should arrive, in any form.
    pub due: Option<String>,
    /// When the reply arrived, in any form.
    pub replied: Option<String>,
    /// The reply.
    pub reply: Option<String>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// Whether a reply has arrived, and whether it is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyStatus {
    /// The reply should have arrived before today and has not.
    Overdue,
    /// The reply has not arrived yet.
    Pending,
    /// The reply has arrived.
    Replied,
}

impl Contact {
    /// Returns the state of the reply on the day `today`, written `YYYY-MM-DD`. A reply is never
    /// overdue if [`parse_date`] cannot read its due date.
    pub fn reply_status(&self, today: &str) -> ReplyStatus {
        let is_known = |it: &Option<String>| it.as_ref().is_some_and(|it| !it.trim().is_empty());
        if is_known(&self.replied) || is_known(&self.reply) {
            return ReplyStatus::Replied;
        }
        match self.due.as_deref().and_then(parse_date) {
            Some(due) if due.as_str() < today => ReplyStatus::Overdue,
            Some(_) | None => ReplyStatus::Pending,
        }
    }
}

/// Reads the day of a date and returns it as `YYYY-MM-DD`. Returns `None` if it is not certain
/// which day the date means.
///
/// The year may come first, with hyphens, slashes or dots between the parts, or last, with dots. A
/// time may follow.
pub fn parse_date(date: &str) -> Option<String> {
    let date = date.trim().split(['T', ' ']).next()?;
    let between = date.chars().find(|it| !it.is_ascii_digit())?;
    let parts: Vec<u16> = date.split(between).map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let [one, two, three] = <[u16; 3]>::try_from(parts).ok()?;
    let (year, month, day) = match between {
        '-' | '/' | '.' if one > 99 => (one, two, three),
        '.' if three > 99 => (three, two, one),
        _ => return None,
    };
    let day = format!("{year:04}-{month:02}-{day:02}");
    Timestamp::parse(&format!("{day}T00:00:00Z")).map(|_| day)
}
