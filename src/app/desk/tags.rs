//! The tags of the article on screen: naming, colouring, ordering, deleting and merging them.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    app::{Download, Effect, TagsMsg, Window},
    claim::{Claim, Digit, Tag, new_tag, shipped_tags, tidy_label},
    document::Document,
    edit::{Act, Change, Swap},
    formats::file_name,
    id::TagId,
    json::parse_members,
    saved::settings,
    stamp::Stamp,
    text::is_same_but_for_case,
    words,
};

use super::Desk;

/// What says that a file holds tags.
const FORMAT: &str = "claimlight-tags";
/// What follows the article's name in the name of such a file.
const EXTENSION: &str = "tags.json";

impl Desk {
    pub(super) fn edit_tags(&mut self) -> Vec<Effect> {
        self.window = Some(Window::Tags { deleting: None, said: None });
        Vec::new()
    }

    fn say_of_tags(&mut self, said: String) -> Vec<Effect> {
        self.window = Some(Window::Tags { deleting: None, said: Some(said) });
        Vec::new()
    }

    pub(super) fn change_tags(&mut self, msg: TagsMsg, stamp: Stamp) -> Vec<Effect> {
        if matches!(self.window, Some(Window::Tags { .. })) {
            self.edit_tags();
        }
        match msg {
            TagsMsg::Labelled(tag, label) => self.rename_tag(&tag, &label, stamp),
            TagsMsg::Explained(tag, text) => self.change_tag(&tag, stamp, |it| it.meaning = text),
            TagsMsg::Coloured(tag, color) => {
                self.history.leave_field();
                let effects = self.change_tag(&tag, stamp, |it| it.color = color);
                self.history.leave_field();
                effects
            }
            TagsMsg::Keyed(tag, key) => self.give_key(&tag, key, stamp),
            TagsMsg::MovedUp(tag) => self.move_up(&tag, stamp),
            TagsMsg::Added(label) => self.add_tag(&label, stamp),
            TagsMsg::DeleteAsked(tag) => {
                self.window = Some(Window::Tags { deleting: Some(tag), said: None });
                Vec::new()
            }
            TagsMsg::Deleted(tag) => self.take_away(&tag, None, stamp),
            TagsMsg::Merged(tag, into) => self.take_away(&tag, Some(&into), stamp),
            TagsMsg::Restored => self.replace_tags(&shipped_tags(), stamp),
            TagsMsg::ChosenForNew => self.choose_for_new(stamp),
            TagsMsg::SaveAsked => self.save_tags(),
            TagsMsg::FileRead { name, bytes } => self.load_tags(&name, &bytes, stamp),
        }
    }

    fn change_tag(
        &mut self,
        tag: &TagId,
        stamp: Stamp,
        change: impl FnOnce(&mut Tag),
    ) -> Vec<Effect> {
        let Some(before) = self.document().and_then(|it| it.tag(tag)).cloned() else {
            return Vec::new();
        };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        let changes = vec![swapped(&before, after)];
        self.act_on_document(Act::TagChanged(tag.clone()), changes, stamp)
    }

    /// Gives a tag another name, unless it is none, or another tag has it.
    fn rename_tag(&mut self, tag: &TagId, label: &str, stamp: Stamp) -> Vec<Effect> {
        let label = tidy_label(label);
        let tags = self.document().map(Document::tags).unwrap_or_default();
        let mut others = tags.iter().filter(|other| other.id != *tag);
        if label.is_empty() {
            return self.say_of_tags(words::EMPTY_TAG.to_owned());
        }
        if others.any(|other| is_same_but_for_case(&other.label, &label)) {
            return self.say_of_tags(words::tag_is_there(&label));
        }
        self.history.leave_field();
        self.change_tag(tag, stamp, |it| it.label = label)
    }

    /// Gives a tag a key; the tag that had it gets the other's.
    fn give_key(&mut self, tag: &TagId, key: Option<Digit>, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(own) = document.tag(tag).cloned() else { return Vec::new() };
        let all = document.tags();
        let other = all.into_iter().find(|it| key.is_some() && it.key == key && it.id != *tag);
        let mut changes = vec![swapped(&own, Tag { key, ..own.as_ref().clone() })];
        if let Some(other) = other {
            let other = Rc::new(other.clone());
            changes.push(swapped(&other, Tag { key: own.key, ..other.as_ref().clone() }));
        }
        self.act_on_document(Act::TagsChanged, changes, stamp)
    }

    fn move_up(&mut self, tag: &TagId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let mut tags: Vec<Tag> = document.tags().into_iter().cloned().collect();
        let at = tags.iter().position(|it| it.id == *tag);
        let Some((at, before)) = at.and_then(|at| Some((at, at.checked_sub(1)?))) else {
            return Vec::new();
        };
        tags.swap(at, before);
        let changes = put_in_order(tags, document);
        self.act_on_document(Act::TagsChanged, changes, stamp)
    }

    fn add_tag(&mut self, label: &str, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let tags = document.tags();
        let label = tidy_label(label);
        if tags.iter().any(|tag| is_same_but_for_case(&tag.label, &label)) {
            return self.say_of_tags(words::tag_is_there(&label));
        }
        let Some(tag) = new_tag(&label, &tags) else { return Vec::new() };
        let change = Change::Tag(tag.id.clone(), Swap { before: None, after: Some(Rc::new(tag)) });
        self.act_on_document(Act::TagsChanged, vec![change], stamp)
    }

    /// Deletes a tag; its claims lose it, or get another in its place.
    fn take_away(&mut self, tag: &TagId, into: Option<&TagId>, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(before) = document.tag(tag).cloned() else { return Vec::new() };
        let mut changes =
            vec![Change::Tag(tag.clone(), Swap { before: Some(before.clone()), after: None })];
        let claims = document.claims().filter(|claim| claim.tags.contains(tag));
        changes.extend(claims.map(|claim| retagged(claim, tag, into, stamp)));
        let said = words::tag_taken_away(&before.label, changes.len() - 1);
        let effects = self.act_on_document(Act::TagsChanged, changes, stamp);
        self.say_of_tags(said);
        effects
    }

    /// Replaces the tags by a set; those that claims carry stay, after it.
    fn replace_tags(&mut self, set: &[Tag], stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let old: Vec<Tag> = document.tags().into_iter().cloned().collect();
        let is_new = |tag: &Tag| set.iter().any(|it| it.id == tag.id);
        let (stay, go): (Vec<Tag>, Vec<Tag>) =
            old.into_iter().filter(|tag| !is_new(tag)).partition(|tag| document.uses(&tag.id) > 0);
        let taken: Vec<Digit> = set.iter().filter_map(|tag| tag.key).collect();
        let stay = stay.into_iter().map(|tag| {
            let key = tag.key.filter(|key| !taken.contains(key));
            Tag { key, ..tag }
        });
        let mut changes = put_in_order(set.iter().cloned().chain(stay).collect(), document);
        changes.extend(go.into_iter().map(|tag| {
            Change::Tag(tag.id.clone(), Swap { before: Some(Rc::new(tag)), after: None })
        }));
        let said = words::tags_replaced(set.len());
        if changes.is_empty() {
            return self.say_of_tags(said);
        }
        let effects = self.act_on_document(Act::TagsChanged, changes, stamp);
        self.say_of_tags(said);
        effects
    }

    fn choose_for_new(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let members = settings::write_tags(&document.tags());
        let effects = self.keep_setting(settings::OWN_TAGS, members, stamp);
        self.say_of_tags(words::TAGS_CHOSEN.to_owned());
        effects
    }

    /// Hands over the tags as a file.
    fn save_tags(&mut self) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let mut members = settings::write_texts([("format".to_owned(), FORMAT.to_owned())]);
        members.insert("version".to_owned(), 1.into());
        members.extend(settings::write_tags(&document.tags()));
        vec![Effect::Download(Download {
            name: file_name(&document.details().title, EXTENSION),
            media_type: "application/json",
            contents: format!("{:#}\n", Value::Object(members)),
        })]
    }

    /// Takes the tags of a file: of one that [`Desk::save_tags`] made, or of an exported article.
    fn load_tags(&mut self, name: &str, bytes: &[u8], stamp: Stamp) -> Vec<Effect> {
        let text = std::str::from_utf8(bytes).ok();
        let has_tags = text.and_then(parse_members).filter(|it| it.contains_key("tags"));
        match has_tags.ok_or_else(|| words::no_tags_file(name)).and_then(|members| {
            settings::read_tags(members).map_err(|misfit| words::tags_misfit(name, &misfit))
        }) {
            Ok(tags) if tags.is_empty() => self.say_of_tags(words::no_tags_file(name)),
            Ok(tags) => self.replace_tags(&tags, stamp),
            Err(why) => self.say_of_tags(why),
        }
    }

    /// The tags that a new article begins with: the person's own, or the shipped ones.
    pub(super) fn tags_of_new(&self) -> Vec<Tag> {
        let own = self.shelf.setting(settings::OWN_TAGS).cloned();
        own.and_then(|own| settings::read_tags(own).ok()).unwrap_or_else(shipped_tags)
    }
}

fn swapped(before: &Rc<Tag>, after: Tag) -> Change {
    Change::Tag(
        after.id.clone(),
        Swap { before: Some(Rc::clone(before)), after: Some(Rc::new(after)) },
    )
}

/// The changes that bring tags into this order, new ones among them.
fn put_in_order(tags: Vec<Tag>, document: &Document) -> Vec<Change> {
    let changes = tags.into_iter().zip(0..).filter_map(|(tag, order)| {
        let after = Tag { order, ..tag };
        let before = document.tag(&after.id).cloned();
        let is_same = before.as_ref().is_some_and(|before| **before == after);
        let id = after.id.clone();
        (!is_same).then(|| Change::Tag(id, Swap { before, after: Some(Rc::new(after)) }))
    });
    changes.collect()
}

/// A claim without a tag, or with another in its place.
fn retagged(claim: &Rc<Claim>, tag: &TagId, into: Option<&TagId>, stamp: Stamp) -> Change {
    let mut after = claim.as_ref().clone();
    let into = into.filter(|into| !after.tags.contains(into));
    match after.tags.iter_mut().find(|it| *it == tag).zip(into) {
        Some((place, into)) => place.clone_from(into),
        None => after.tags.retain(|it| it != tag),
    }
    after.modified = stamp.time();
    let swap = Swap { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
    Change::Claim(claim.id.clone(), swap)
}
