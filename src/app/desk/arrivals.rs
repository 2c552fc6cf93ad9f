//! What becomes of a text that was read: a new article, or the one that is here already.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    app::{Address, Answer, Effect, Notice, ReadSource, ReadTask, TakenFile, Weight},
    article::{Block, Blocks, Details, Kind, LABEL, opening, within_detail},
    claim::{Scale, Tag},
    document::Document,
    id::{ArticleId, BlockId},
    intake::{How, Passage, ReadText, Received},
    json::Members,
    stamp::Stamp,
    words,
};

use super::{
    Desk,
    adding::{Came, Made},
    due::is_long,
    intake::received,
};

/// Files that come together, without a question about each.
#[derive(Clone, Debug, Default)]
pub(super) struct Arrivals {
    awaited: Vec<Awaited>,
    /// How many became an article.
    pub(super) opened: usize,
    /// How many of them are texts of others.
    pub(super) read: usize,
    problems: Vec<String>,
}

/// A file that is being read.
#[derive(Clone, Debug)]
struct Awaited {
    /// The number of the task.
    number: u32,
    /// The file.
    file: TakenFile,
    /// What was read of it so far.
    passages: Vec<Passage>,
}

impl Arrivals {
    pub(super) fn awaits(&self, number: u32) -> bool {
        self.awaited.iter().any(|it| it.number == number)
    }

    /// Takes passages of one of the files.
    pub(super) fn take(&mut self, number: u32, passages: Vec<Passage>) {
        if let Some(awaited) = self.awaited.iter_mut().find(|it| it.number == number) {
            awaited.passages.extend(passages);
        }
    }
}

/// What is known of an article besides its text.
pub(super) struct Known {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
}

impl Desk {
    /// Has files read that become an article each.
    pub(super) fn take_together(&mut self, files: Vec<TakenFile>, stamp: Stamp) -> Vec<Effect> {
        self.dialog = None;
        let mut effects = Vec::new();
        for (at, file) in (0..).zip(files) {
            self.tasks = self.tasks.wrapping_add(1);
            self.arrivals.awaited.push(Awaited {
                number: self.tasks,
                file: file.clone(),
                passages: Vec::new(),
            });
            effects.push(Effect::Read(ReadTask {
                number: self.tasks,
                source: ReadSource::File { file, encoding: None },
                how: How::Structured,
                stamp: Stamp { seed: stamp.seed.wrapping_add(at), ..stamp },
            }));
        }
        effects
    }

    /// Adds one of the files that came together, and says what came of all after the last.
    pub(super) fn take_arrival(
        &mut self,
        number: u32,
        answer: Option<Answer>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let arrived = self.arrivals.awaited.iter().position(|it| it.number == number);
        let Some(at) = arrived else { return Vec::new() };
        let Awaited { file, passages, .. } = self.arrivals.awaited.remove(at);
        let set = (self.tags_of_new(), self.scale_of_new());
        let known = Known { title: None, source: None };
        match received(answer, passages, None) {
            Ok(Received::Ours(parcel)) => self.take_parcel(parcel, Came::Together, stamp),
            Ok(Received::Bundle { parcels, refused }) => {
                self.add_soon(Made::Bundle(parcels.into_iter(), refused))
            }
            Ok(Received::Text(read)) => match document_of(&read, known, set, stamp) {
                Some(document) if is_long(&document) => {
                    self.add_soon(Made::Arrived(document, file, read))
                }
                Some(document) => self.add_arrived(document, file, *read, stamp),
                None => self.miss_arrivals([words::no_words_in(&file.name)]),
            },
            Err(why) => self.miss_arrivals([why]),
        }
    }

    pub(super) fn miss_arrivals(&mut self, why: impl IntoIterator<Item = String>) -> Vec<Effect> {
        self.arrivals.problems.extend(why);
        self.tell_of_arrivals()
    }

    /// Says what came of all files that came together, once none is awaited.
    pub(super) fn tell_of_arrivals(&mut self) -> Vec<Effect> {
        if !self.arrivals.awaited.is_empty() || self.has_more_to_add() {
            return Vec::new();
        }
        let Arrivals { opened, read, problems, .. } = std::mem::take(&mut self.arrivals);
        let weight = match (problems.as_slice(), read) {
            ([], 0) => Weight::Remark,
            ([], _) => Weight::Arrived,
            (_, 0) => Weight::Alert,
            _ => Weight::ArrivedInPart,
        };
        let text = words::arrived(opened, read, &problems);
        self.notice = Some(Notice { text, weight });
        let shown = self.reading.as_ref().map(|reading| reading.article.clone());
        shown.map(|shown| Effect::ShowAddress(Address::Article(shown))).into_iter().collect()
    }

    /// Adds the articles of a file that holds many, and that came alone, and says what came of it.
    pub(super) fn take_bundle(
        &mut self,
        parcels: Vec<String>,
        refused: Vec<String>,
    ) -> Vec<Effect> {
        self.dialog = None;
        self.add_soon(Made::Bundle(parcels.into_iter(), refused))
    }
}

/// The article of what was read, with these tags and this scale; `None` where nothing is in it.
pub(super) fn document_of(
    read: &ReadText,
    known: Known,
    (tags, scale): (Vec<Tag>, Scale),
    stamp: Stamp,
) -> Option<Document> {
    let intake = &read.intake;
    let blocks = intake.kept().enumerate().map(|(at, passage)| {
        let label = passage.label.clone().map(|label| (LABEL.to_owned(), Value::String(label)));
        Some(Block {
            id: BlockId::new(&format!("b{}", at + 1))?,
            kind: passage.kind,
            text: passage.text().into(),
            unknown: label.into_iter().collect(),
        })
    });
    let blocks = Blocks::new(blocks.collect::<Option<Vec<_>>>()?)?;
    let headline = blocks.iter().find(|block| block.kind == Kind::Headline);
    let first = blocks.iter().next()?;
    let title = known.title.or_else(|| intake.title.clone()).filter(|it| !it.trim().is_empty());
    let title = title.or_else(|| headline.map(|it| it.text.trim().to_owned()));
    let title = title.unwrap_or_else(|| opening(&first.text));
    let short = |text: &Option<String>| text.as_deref().map(within_detail).map(str::to_owned);
    let details = Details {
        id: ArticleId::new(&stamp.uuid(0))?,
        title: within_detail(&title).to_owned(),
        byline: short(&intake.byline),
        source: short(&known.source.or_else(|| intake.source.clone())),
        publication: short(&intake.publication),
        published: short(&intake.published),
        language: short(&intake.language),
        note: String::new(),
        added: stamp.time(),
        draft: 1,
        is_archived: false,
        unknown: Members::new(),
    };
    let mut document = Document::new(details, blocks, scale);
    for tag in tags {
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    Some(document)
}
