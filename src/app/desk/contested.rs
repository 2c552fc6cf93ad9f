//! What two tabs wrote of one thing at the same time: one of the words is shown, the other is one
//! click away.

use crate::{
    app::Effect,
    edit::{Act, Edit},
    saved::{Batch, Other, Shelf},
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    /// What two tabs wrote at the same time of the article on screen, where nobody has decided yet.
    pub fn contested(&self) -> Vec<Other> {
        self.document().map(|document| self.shelf.others(document)).unwrap_or_default()
    }

    /// Takes the other words for what is shown, which become the other ones.
    pub(super) fn take_other(&mut self, other: &Other, stamp: Stamp) -> Vec<Effect> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let Some(document) = self.documents.get(&reading.article) else { return Vec::new() };
        let stored = self.shelf.exchange(other, document);
        let read = Shelf::changes(&[(other.place.clone(), stored)], document);
        let Ok(read) = read.into_iter().collect::<Result<Vec<_>, _>>() else {
            return self.refuse(words::CANNOT_RETRACE.to_owned());
        };
        let changes = read.into_iter().flat_map(|(changes, _)| changes).collect();
        let (act, article) = (Act::OtherTaken, reading.article.clone());
        self.act(&Edit { act, article, at: stamp.time(), changes }, stamp)
    }

    /// Decides for what is shown: the other words are in the history only.
    pub(super) fn drop_other(&mut self, other: &Other, stamp: Stamp) -> Vec<Effect> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let Some(document) = self.documents.get(&reading.article) else { return Vec::new() };
        let write = self.shelf.decide(other, document, &mut self.clock, stamp.millis);
        let writes = vec![write];
        let number = self.saving.send(&writes);
        vec![Effect::Save(Batch { number, writes, entry: None })]
    }
}
