//! Keeping a file on disk up to date.

use crate::{
    app::{Effect, FileMsg, FileOutcome, FileState, FileTask},
    formats::{FORMATS, Format, file_name},
    id::ArticleId,
    saved::{
        pack,
        settings::{self, KeptFile, Unsent},
    },
    stamp::Stamp,
};

use super::{Desk, Reading};

impl Desk {
    /// The file that is kept up to date with the article on screen, and how it stands with it.
    pub fn kept_file(&self) -> Option<(KeptFile, FileState)> {
        let reading = self.reading.as_ref()?;
        Some((self.file_of(&reading.article)?, reading.file.clone()))
    }

    /// Takes note of something about the file of an article.
    pub(super) fn change_file(&mut self, msg: FileMsg, stamp: Stamp) -> Vec<Effect> {
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        match (msg, shown) {
            (FileMsg::Chosen { article, name }, _) => {
                let file = KeptFile { name, written: None };
                let mut effects = self.keep_file(&article, Some(&file), stamp);
                effects.extend(self.write_file(&article, true, stamp));
                effects
            }
            (FileMsg::Due(article), _) => {
                if let Some(reading) = self.reading_of(&article) {
                    reading.is_file_due = false;
                }
                self.write_file(&article, false, stamp)
            }
            (FileMsg::Told(article, outcome), _) => self.hear_of_file(&article, outcome, stamp),
            (FileMsg::ChoiceAsked, Some(article)) => self.choose_file(article),
            (FileMsg::PermissionAsked, Some(article)) => {
                vec![Effect::File(article, FileTask::Ask)]
            }
            (FileMsg::OverwriteAsked, Some(article)) => self.write_file(&article, true, stamp),
            (FileMsg::Dropped, Some(article)) => self.keep_file(&article, None, stamp),
            (
                FileMsg::ChoiceAsked
                | FileMsg::PermissionAsked
                | FileMsg::OverwriteAsked
                | FileMsg::Dropped,
                None,
            ) => Vec::new(),
        }
    }

    /// Has the file of an article written in a moment: several changes are written together.
    pub(super) fn let_file_follow(&mut self, article: &ArticleId) -> Vec<Effect> {
        let is_kept = self.file_of(article).is_some();
        let Some(reading) = self.reading_of(article).filter(|_| is_kept) else { return Vec::new() };
        if std::mem::replace(&mut reading.is_file_due, true) {
            return Vec::new();
        }
        vec![Effect::File(article.clone(), FileTask::Wait)]
    }

    /// Looks at the file of an article when that is shown: permission does not outlast every
    /// browser, and what was changed last may not be in the file yet.
    pub(super) fn look_at_file(&mut self, article: &ArticleId) -> Vec<Effect> {
        if self.file_of(article).is_none() {
            return Vec::new();
        }
        if self.unsent_of(article).changes > 0 {
            return self.let_file_follow(article);
        }
        vec![Effect::File(article.clone(), FileTask::Check)]
    }

    fn choose_file(&self, article: ArticleId) -> Vec<Effect> {
        let Some(document) = self.documents.get(&article) else { return Vec::new() };
        let [Format { extension, .. }, ..] = FORMATS;
        let name = file_name(&document.details().title, extension);
        vec![Effect::File(article, FileTask::Choose { name })]
    }

    fn write_file(
        &mut self,
        article: &ArticleId,
        is_overwriting: bool,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let document = self.documents.get(article).filter(|_| self.file_of(article).is_some());
        let Some(parcel) = document.map(pack) else { return Vec::new() };
        let (millis, changes) = (stamp.millis, self.unsent_of(article).changes);
        let task = FileTask::Write { parcel, millis, changes, is_overwriting };
        vec![Effect::File(article.clone(), task)]
    }

    fn hear_of_file(
        &mut self,
        article: &ArticleId,
        outcome: FileOutcome,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let state = match &outcome {
            FileOutcome::Written(_) => FileState::Fine,
            FileOutcome::Is(state) => state.clone(),
        };
        if let Some(reading) = self.reading_of(article) {
            reading.file = state;
        }
        let (FileOutcome::Written(packed), Some(file)) = (outcome, self.file_of(article)) else {
            return Vec::new();
        };
        let written = Some(stamp.time());
        let mut effects = self.keep_file(article, Some(&KeptFile { written, ..file }), stamp);
        let changes = self.unsent_of(article).changes.saturating_sub(packed);
        effects.extend(self.keep_unsent(article, &Unsent { changes, exported: written }, stamp));
        effects
    }

    fn reading_of(&mut self, article: &ArticleId) -> Option<&mut Reading> {
        self.reading.as_mut().filter(|reading| reading.article == *article)
    }

    fn file_of(&self, article: &ArticleId) -> Option<KeptFile> {
        self.shelf.setting(&settings::file_of(article)).and_then(settings::read_file)
    }

    fn keep_file(
        &mut self,
        article: &ArticleId,
        file: Option<&KeptFile>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.keep_setting(&settings::file_of(article), settings::write_file(file), stamp)
    }
}
