//! Who was asked about a claim.

use crate::{json::Members, stamp::Time};

/// How many bytes a date has that is written `YYYY-MM-DD`.
const DATE: usize = 10;

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
    pub unknown: Members,
}

/// How far an enquiry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enquiry {
    /// The reply was due before today, and has not come.
    Overdue,
    /// The reply has not come yet.
    Waiting,
    /// It has come.
    Replied,
}

impl Contact {
    /// How far it is on a day, which is written `YYYY-MM-DD`. What is due in another form than a date,
    /// perhaps with a time after it, is never overdue.
    pub fn enquiry(&self, today: &str) -> Enquiry {
        if self.replied.is_some() || self.reply.is_some() {
            return Enquiry::Replied;
        }
        let due = self.due.as_deref().map(str::trim).and_then(|due| due.get(..DATE));
        let is_date = |due: &&str| Time::parse(&format!("{due}T00:00:00Z")).is_some();
        match due.filter(is_date) {
            Some(due) if due < today => Enquiry::Overdue,
            Some(_) | None => Enquiry::Waiting,
        }
    }
}
