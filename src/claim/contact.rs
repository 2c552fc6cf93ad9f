//! Who was asked about a claim.

use crate::{json::JsonObject, time::Timestamp};

/// Who was asked about a claim, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Who was asked.
    pub who: Option<String>,
    /// When, in whatever form that is known.
    pub asked: Option<String>,
    /// When the reply is due.
    pub due: Option<String>,
    /// When the reply came.
    pub replied: Option<String>,
    /// The reply.
    pub reply: Option<String>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// How far an enquiry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyStatus {
    /// The reply was due before today, and has not come.
    Overdue,
    /// The reply has not come yet.
    Pending,
    /// It has come.
    Replied,
}

impl Contact {
    /// How far it is on a day, which is written `YYYY-MM-DD`. What is due on a day that
    /// [`parse_date`] does not know is never overdue.
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

/// The day that a date names, as `YYYY-MM-DD`; `None` where it is not certain which. The year may
/// come first, with hyphens, slashes or dots between, or last with dots; a time may follow.
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
