//! What the person has to be told.

use crate::{
    app::{Effect, Notice, Weight},
    words,
};

use super::Desk;

impl Desk {
    pub(super) fn tell_of_asides(&mut self) {
        let count = self.asides.len();
        if count > 0 {
            let text = words::set_aside(count);
            self.notice = Some(Notice { text, weight: Weight::Aside });
        }
    }

    pub(super) fn refuse(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice { text, weight: Weight::Alert });
        Vec::new()
    }

    pub(super) fn remark(&mut self, text: &str) {
        self.notice = Some(Notice { text: text.to_owned(), weight: Weight::Remark });
    }

    /// Closes what was good to know, once the person goes on.
    pub(super) fn drop_remark(&mut self) {
        self.notice.take_if(|notice| notice.weight == Weight::Remark);
    }

    pub(super) fn close_notice(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }
}
