//! Counting the changes that no file has yet.

use crate::{
    app::Effect,
    id::ArticleId,
    saved::settings::{self, Unsent},
    stamp::Stamp,
};

use super::Desk;

impl Desk {
    /// How many changes of the article on screen are in no file, and when it was exported last.
    pub fn unsent(&self) -> Unsent {
        self.reading.as_ref().map(|reading| self.unsent_of(&reading.article)).unwrap_or_default()
    }

    /// Counts one more change, if there was one.
    pub(super) fn remember_change(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(article) = self.changed.take() else { return Vec::new() };
        let Unsent { changes, exported } = self.unsent_of(&article);
        let mut effects = self.let_file_follow(&article);
        let unsent = Unsent { changes: changes + 1, exported };
        effects.extend(self.keep_unsent(&article, &unsent, stamp));
        effects
    }

    /// Takes note that a file has all that is in an article.
    pub(super) fn note_export(&mut self, article: &ArticleId, stamp: Stamp) -> Vec<Effect> {
        let unsent = Unsent { changes: 0, exported: Some(stamp.time()) };
        self.keep_unsent(article, &unsent, stamp)
    }

    pub(super) fn unsent_of(&self, article: &ArticleId) -> Unsent {
        let kept = self.shelf.setting(&settings::unsent_of(article));
        kept.map(settings::read_unsent).unwrap_or_default()
    }

    pub(super) fn keep_unsent(
        &mut self,
        article: &ArticleId,
        unsent: &Unsent,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let members = settings::write_unsent(unsent);
        self.keep_setting(&settings::unsent_of(article), members, stamp)
    }
}
