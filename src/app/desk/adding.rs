//! Adding what was read, in steps where it is long.

use crate::{
    app::{AddDialog, Effect, TakenFile},
    document::Document,
    intake::ReadText,
    saved::unpack,
    stamp::Stamp,
    words,
};

use super::{
    Desk,
    due::{LONG, is_long},
};

/// How many articles of one file are added at once.
const BUNDLED: usize = 20;

/// An article that was read and is still to be added.
#[derive(Clone, Debug)]
pub(super) enum Made {
    /// Of what the dialog has read.
    Read(Document),
    /// Of a file that came with others, and how that was read.
    Arrived(Document, TakenFile, Box<ReadText>),
    /// Of a file of ours, packed.
    Packed(String, Came),
    /// The same, unpacked.
    Ours(Document, Came),
    /// The articles that are left of a file that holds many, packed, and why others were refused.
    Bundle(std::vec::IntoIter<String>, Vec<String>),
}

impl Made {
    /// Whether it came with others, what came of which is told at the end.
    pub(super) fn came_together(&self) -> bool {
        match self {
            Self::Read(_) => false,
            Self::Arrived(..) | Self::Bundle(..) => true,
            Self::Packed(_, came) | Self::Ours(_, came) => *came == Came::Together,
        }
    }
}

/// How a file of ours came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Chosen in the dialog.
    File,
    /// As a text in the dialog.
    Text,
    /// With others.
    Together,
}

impl Desk {
    /// Adds an article that was read.
    pub(super) fn add_made(&mut self, made: Made, stamp: Stamp) -> Vec<Effect> {
        match made {
            Made::Read(document) => self.add_read(document, stamp),
            Made::Arrived(document, file, read) => self.add_arrived(document, file, *read, stamp),
            Made::Packed(parcel, came) => self.open_parcel(&parcel, came, stamp),
            Made::Ours(document, came) => self.add_ours(document, came, stamp),
            Made::Bundle(parcels, refused) if parcels.as_slice().is_empty() => {
                self.miss_arrivals(refused)
            }
            Made::Bundle(mut parcels, refused) => {
                let next: Vec<String> = parcels.by_ref().take(BUNDLED).collect();
                let mut effects = self.add_soon(Made::Bundle(parcels, refused));
                for (at, parcel) in (0..).zip(next) {
                    let stamp = Stamp { seed: stamp.seed.wrapping_add(at), ..stamp };
                    effects.extend(self.take_parcel(parcel, Came::Together, stamp));
                }
                effects
            }
        }
    }

    /// Adds the article of a file that came with others, and keeps how it was read.
    pub(super) fn add_arrived(
        &mut self,
        document: Document,
        file: TakenFile,
        read: ReadText,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let article = document.details().id.clone();
        self.arrivals.read += 1;
        let effects = self.add_beside(|desk| desk.add_unless_here(document, stamp));
        if self.documents.contains_key(&article) {
            let (file, read) = (Some(file), Some(read));
            self.keep_taken(article, AddDialog { file, read, ..AddDialog::default() });
        }
        effects
    }

    /// Adds an article that came with others, and says what came of all after the last; what the
    /// person is about to add meanwhile stays.
    fn add_beside(&mut self, add: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let (dialog, notice) = (self.dialog.take(), self.notice.take());
        let mut effects = add(self);
        (self.dialog, self.notice) = (dialog, notice);
        // Going back leads to where the person was, and not through all that came.
        effects.retain(|effect| !matches!(effect, Effect::ShowAddress(_)));
        self.arrivals.opened += 1;
        effects.extend(self.tell_of_arrivals());
        effects
    }

    /// Opens a file of ours.
    pub(super) fn take_parcel(&mut self, parcel: String, came: Came, stamp: Stamp) -> Vec<Effect> {
        if parcel.len() >= LONG {
            return self.add_soon(Made::Packed(parcel, came));
        }
        self.open_parcel(&parcel, came, stamp)
    }

    fn open_parcel(&mut self, parcel: &str, came: Came, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = unpack(parcel) else {
            let why = words::NO_IMPORT.to_owned();
            return match came {
                Came::File | Came::Text => self.refuse_read(why),
                Came::Together => self.miss_arrivals([why]),
            };
        };
        if is_long(&document) {
            return self.add_soon(Made::Ours(document, came));
        }
        self.add_ours(document, came, stamp)
    }

    fn add_ours(&mut self, document: Document, came: Came, stamp: Stamp) -> Vec<Effect> {
        if came == Came::Together {
            return self.add_beside(|desk| desk.import(document, stamp));
        }
        let mut effects = self.import(document, stamp);
        effects.extend(self.take_typed(came == Came::File, stamp));
        effects
    }

    /// Adds the article that was made of what the dialog has read.
    pub(super) fn add_read(&mut self, document: Document, stamp: Stamp) -> Vec<Effect> {
        let Some(dialog) = self.dialog.take() else { return Vec::new() };
        let is_file = dialog.file.is_some();
        let mut effects = match &dialog.replaces {
            Some(article) => match self.take_again(article, &document, stamp) {
                Some(effects) => effects,
                None => return self.refuse_again(dialog),
            },
            None => self.add_unless_here(document, stamp),
        };
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        if let Some(shown) = shown.filter(|_| self.notice.is_none()) {
            self.tell_what_was_done(shown, dialog);
        }
        effects.extend(self.take_typed(is_file, stamp));
        effects
    }

    /// Says that a text cannot take the place of the article.
    fn refuse_again(&mut self, dialog: AddDialog) -> Vec<Effect> {
        let problem = Some(words::CANNOT_TAKE_AGAIN.to_owned());
        self.dialog = Some(AddDialog { problem, is_adding: false, ..dialog });
        Vec::new()
    }

    /// Adds an article, or shows the one that has its text already.
    fn add_unless_here(&mut self, document: Document, stamp: Stamp) -> Vec<Effect> {
        let blocks = document.blocks();
        // What was repaired since is the same article all the same; so it is on the shelf.
        let texts = || blocks.iter().map(|block| &block.text);
        let is_same =
            |other: &Document| other.blocks().imported().iter().map(|it| &it.text).eq(texts());
        let open = self.documents.iter().find(|(_, other)| is_same(other));
        let open = open.map(|(id, _)| id.clone());
        let Some(here) = open.or_else(|| self.shelf.article_of(blocks)) else {
            return self.add(document, None, stamp);
        };
        self.dialog = None;
        let effects = self.pick_article(&here, stamp);
        self.remark(words::TEXT_IS_HERE);
        effects
    }
}
