//! The tags of the article on screen: naming, colouring, ordering, deleting and merging them. The
//! user can save the tags as a file, load a file, and choose the tags that new articles get.
//! Renaming and adding refuse a name that another tag of the article has.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    app::{Dialog, Download, Effect, TagsMsg, state::Ctx},
    claim::{Claim, Digit, Tag, new_tag, normalize_label, shipped_tags},
    document::Document,
    edit::{Action, Change, Diff},
    event_context::EventContext,
    export::file_name,
    id::TagId,
    json::parse_members,
    storage::settings,
    strings,
    text::eq_ignore_case,
};

/// Opens the dialog with the tags.
pub(in crate::app) fn edit_tags(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = Some(Dialog::Tags { deleting: None, said: None });
    Vec::new()
}

/// Shows a sentence in the dialog with the tags.
fn say_of_tags(said: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = Some(Dialog::Tags { deleting: None, said: Some(said) });
    Vec::new()
}

/// Handles a message about the tags.
pub(in crate::app) fn change_tags(msg: TagsMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if matches!(ctx.state.dialog, Some(Dialog::Tags { .. })) {
        edit_tags(ctx);
    }
    match msg {
        TagsMsg::Renamed(tag, label) => rename_tag(&tag, &label, ctx),
        TagsMsg::DescriptionChanged(tag, text) => change_tag(&tag, ctx, |it| it.meaning = text),
        TagsMsg::Coloured(tag, color) => {
            ctx.state.history.end_typing();
            let effects = change_tag(&tag, ctx, |it| it.color = color);
            ctx.state.history.end_typing();
            effects
        }
        TagsMsg::ShortcutChanged(tag, key) => give_key(&tag, key, ctx),
        TagsMsg::MovedUp(tag) => move_up(&tag, ctx),
        TagsMsg::Added(label) => add_tag(&label, ctx),
        TagsMsg::DeleteAsked(tag) => {
            ctx.state.dialog = Some(Dialog::Tags { deleting: Some(tag), said: None });
            Vec::new()
        }
        TagsMsg::Deleted(tag) => delete_or_merge_tag(&tag, None, ctx),
        TagsMsg::Merged(tag, into) => delete_or_merge_tag(&tag, Some(&into), ctx),
        TagsMsg::Restored => replace_tags(&shipped_tags(), ctx),
        TagsMsg::ChosenForNew => choose_for_new(ctx),
        TagsMsg::SaveAsked => save_tags(ctx),
        TagsMsg::FileRead { name, bytes } => load_tags(&name, &bytes, ctx),
    }
}

/// Commits a change of one tag; does nothing where the tag stays the same.
fn change_tag(tag: &TagId, ctx: &mut Ctx<'_>, change: impl FnOnce(&mut Tag)) -> Vec<Effect> {
    let Some(before) = ctx.document().and_then(|it| it.tag(tag)).cloned() else {
        return Vec::new();
    };
    let mut after = before.as_ref().clone();
    change(&mut after);
    if after == *before {
        return Vec::new();
    }
    let changes = vec![swapped(&before, after)];
    ctx.commit_on_open_article(Action::TagChanged(tag.clone()), changes)
}

/// Renames a tag, unless the name is empty or another tag has it.
fn rename_tag(tag: &TagId, label: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let label = normalize_label(label);
    let tags = ctx.document().map(Document::tags).unwrap_or_default();
    let mut others = tags.iter().filter(|other| other.id != *tag);
    if label.is_empty() {
        return say_of_tags(strings::EMPTY_TAG.to_owned(), ctx);
    }
    if others.any(|other| eq_ignore_case(&other.label, &label)) {
        return say_of_tags(strings::tag_exists(&label), ctx);
    }
    ctx.state.history.end_typing();
    change_tag(tag, ctx, |it| it.label = label)
}

/// Gives a tag a key, or none; the tag that had the key gets the former key of this one.
fn give_key(tag: &TagId, key: Option<Digit>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(own) = document.tag(tag).cloned() else { return Vec::new() };
    let all = document.tags();
    let other = all.into_iter().find(|it| key.is_some() && it.key == key && it.id != *tag);
    let mut changes = vec![swapped(&own, Tag { key, ..own.as_ref().clone() })];
    if let Some(other) = other {
        let other = Rc::new(other.clone());
        changes.push(swapped(&other, Tag { key: own.key, ..other.as_ref().clone() }));
    }
    ctx.commit_on_open_article(Action::TagsChanged, changes)
}

/// Moves a tag before the one before it.
fn move_up(tag: &TagId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let mut tags: Vec<Tag> = document.tags().into_iter().cloned().collect();
    let at = tags.iter().position(|it| it.id == *tag);
    let Some((at, before)) = at.and_then(|at| Some((at, at.checked_sub(1)?))) else {
        return Vec::new();
    };
    tags.swap(at, before);
    let changes = put_in_order(tags, document);
    ctx.commit_on_open_article(Action::TagsChanged, changes)
}

/// Adds a tag, unless another tag has the name.
fn add_tag(label: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let tags = document.tags();
    let label = normalize_label(label);
    if tags.iter().any(|tag| eq_ignore_case(&tag.label, &label)) {
        return say_of_tags(strings::tag_exists(&label), ctx);
    }
    let Some(tag) = new_tag(&label, &tags) else { return Vec::new() };
    let change = Change::Tag(tag.id.clone(), Diff { before: None, after: Some(Rc::new(tag)) });
    ctx.commit_on_open_article(Action::TagsChanged, vec![change])
}

/// Deletes a tag. Its claims lose the tag, or get the tag `into` instead.
fn delete_or_merge_tag(tag: &TagId, into: Option<&TagId>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(before) = document.tag(tag).cloned() else { return Vec::new() };
    let mut changes =
        vec![Change::Tag(tag.clone(), Diff { before: Some(before.clone()), after: None })];
    let claims = document.claims().filter(|claim| claim.tags.contains(tag));
    changes.extend(claims.map(|claim| retagged(claim, tag, into, ctx.event)));
    let said = strings::tag_deleted(&before.label, changes.len() - 1);
    let effects = ctx.commit_on_open_article(Action::TagsChanged, changes);
    say_of_tags(said, ctx);
    effects
}

/// Replaces the tags by a set. Tags that claims use and that are not in the set stay, after it,
/// and lose a key that the set uses.
fn replace_tags(set: &[Tag], ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
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
    changes.extend(
        go.into_iter().map(|tag| {
            Change::Tag(tag.id.clone(), Diff { before: Some(Rc::new(tag)), after: None })
        }),
    );
    let said = strings::tags_replaced(set.len());
    if changes.is_empty() {
        return say_of_tags(said, ctx);
    }
    let effects = ctx.commit_on_open_article(Action::TagsChanged, changes);
    say_of_tags(said, ctx);
    effects
}

/// Saves the tags of the article as those that new articles get.
fn choose_for_new(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let members = settings::write_tags(&document.tags());
    let effects = ctx.keep_setting(settings::DEFAULT_TAGS_SETTING, members);
    say_of_tags(strings::TAGS_CHOSEN.to_owned(), ctx);
    effects
}

/// Downloads the tags as a file.
fn save_tags(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let mut members = settings::write_texts([("format".to_owned(), FORMAT.to_owned())]);
    members.insert("version".to_owned(), 1.into());
    members.extend(settings::write_tags(&document.tags()));
    vec![Effect::Download(Download {
        name: file_name(&document.details().title, EXTENSION),
        media_type: "application/json",
        contents: format!("{:#}\n", Value::Object(members)),
    })]
}

/// Loads the tags of a file: one that [`save_tags`] made, or an exported article.
fn load_tags(name: &str, bytes: &[u8], ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let text = std::str::from_utf8(bytes).ok();
    let has_tags = text.and_then(parse_members).filter(|it| it.contains_key("tags"));
    match has_tags.ok_or_else(|| strings::no_tags_file(name)).and_then(|members| {
        settings::read_tags(members).map_err(|field_error| strings::tags_error(name, &field_error))
    }) {
        Ok(tags) if tags.is_empty() => say_of_tags(strings::no_tags_file(name), ctx),
        Ok(tags) => replace_tags(&tags, ctx),
        Err(why) => say_of_tags(why, ctx),
    }
}

/// The value of the member `format` in a file of tags.
const FORMAT: &str = "claimlight-tags";
/// The extension that follows the article's name in the name of such a file.
const EXTENSION: &str = "tags.json";

/// Returns the change that replaces a tag.
fn swapped(before: &Rc<Tag>, after: Tag) -> Change {
    Change::Tag(
        after.id.clone(),
        Diff { before: Some(Rc::clone(before)), after: Some(Rc::new(after)) },
    )
}

/// Returns the changes that give the article these tags in this order, new ones among them.
fn put_in_order(tags: Vec<Tag>, document: &Document) -> Vec<Change> {
    let changes = tags.into_iter().zip(0..).filter_map(|(tag, order)| {
        let after = Tag { order, ..tag };
        let before = document.tag(&after.id).cloned();
        let is_same = before.as_ref().is_some_and(|before| **before == after);
        let id = after.id.clone();
        (!is_same).then(|| Change::Tag(id, Diff { before, after: Some(Rc::new(after)) }))
    });
    changes.collect()
}

/// Returns the change that removes a tag from a claim, or replaces it by the tag `into`.
fn retagged(claim: &Rc<Claim>, tag: &TagId, into: Option<&TagId>, context: EventContext) -> Change {
    let mut after = claim.as_ref().clone();
    let into = into.filter(|into| !after.tags.contains(into));
    match after.tags.iter_mut().find(|it| *it == tag).zip(into) {
        Some((place, into)) => place.clone_from(into),
        None => after.tags.retain(|it| it != tag),
    }
    after.modified = context.time();
    let diff = Diff { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
    Change::Claim(claim.id.clone(), diff)
}
