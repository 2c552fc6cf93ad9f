//! The dialog that edits the tags of the article.
//!
//! It changes names, colours, keys, meanings and the order, and saves the tags to a file or loads
//! them from one.

use yew::prelude::*;

use crate::{
    app::{Command, Field, Msg, TagsMsg},
    claim::{COLORS, Color, Digit, Tag},
    id::TagId,
    platform, strings,
};

use crate::ui::{
    ModalWindow,
    buttons::{button, icon_button},
    hooks::{changed_text, chosen_file, chosen_option, typed_text},
    tag_field::{TagFieldView, tag_field},
};

/// The values that the dialog shows.
pub(super) struct TagsView<'a> {
    /// The tags, in their order.
    pub(super) tags: &'a [Tag],
    /// The number of claims that carry each tag, in the order of `tags`.
    pub(super) uses: Vec<usize>,
    /// The tag that the user has asked to delete and not confirmed yet.
    pub(super) deleting: Option<&'a TagId>,
    /// The result of the last action, or the reason why it was refused.
    pub(super) said: Option<&'a str>,
    /// The draft in the field for a new tag.
    pub(super) typed: &'a str,
    /// Receives the messages of the dialog.
    pub(super) on: &'a Callback<Msg>,
}

/// Renders the dialog that edits the tags of the article.
pub(super) fn tags_window(props: &TagsView<'_>) -> Html {
    let on_left = props.on.reform(|()| Msg::WindowClosed);
    let asked = |label, msg| button(label, "", Msg::Tags(msg), props.on);
    let rows = props.tags.iter().zip(&props.uses).map(|(tag, uses)| row(tag, *uses, props));
    html! {
        <ModalWindow
            class="window tags-window" title={strings::TAGS_OF_ARTICLE} {on_left}
        >
            if let Some(said) = props.said {
                <p class="said" role="status">{ said }</p>
            }
            <ul class="rows">{ for rows }</ul>
            { tag_field(TagFieldView {
                field: Field::NewTag,
                typed: props.typed,
                tags: &[],
                named: |_, label| Msg::Tags(TagsMsg::Added(label)),
                left: None,
                on: props.on,
            }) }
            <p class="actions">
                { asked(strings::RESTORE_TAGS, TagsMsg::Restored) }
                { asked(strings::TAGS_FOR_NEW, TagsMsg::ChosenForNew) }
                { asked(strings::SAVE_TAGS, TagsMsg::SaveAsked) }
                <label class="file">
                    <span>{ strings::LOAD_TAGS }</span>
                    <input
                        type="file" accept=".json,application/json" onchange={loaded(props.on)}
                    />
                </label>
                { button(strings::CLOSE, "primary", Msg::WindowClosed, props.on) }
            </p>
        </ModalWindow>
    }
}

fn loaded(on: &Callback<Msg>) -> Callback<Event> {
    let on = on.clone();
    let read = |name, bytes| Msg::Tags(TagsMsg::FileRead { name, bytes });
    Callback::from(move |event: Event| {
        if let Some(file) = chosen_file(&event) {
            platform::read_file(file, on.clone(), read);
        }
    })
}

fn row(tag: &Tag, uses: usize, props: &TagsView<'_>) -> Html {
    let on = props.on;
    let small = |sign, name, msg| {
        icon_button(sign, strings::of_tag(name, &tag.label), "icon", Msg::Tags(msg), on)
    };
    let id = tag.id.clone();
    let labelled = on.reform({
        let id = id.clone();
        move |event: Event| Msg::Tags(TagsMsg::Renamed(id.clone(), changed_text(&event)))
    });
    let explained = on.reform({
        let id = id.clone();
        move |event: InputEvent| {
            Msg::Tags(TagsMsg::DescriptionChanged(id.clone(), typed_text(&event)))
        }
    });
    let left = on.reform(|_: FocusEvent| Msg::FieldLeft);
    html! {
        <li key={id.to_string()} data-color={tag.color.name()}>
            { colors(tag, on) }
            <input
                type="text" class="label" aria-label={strings::TAG_NAME} value={tag.label.clone()}
                onchange={labelled}
            />
            { digits(tag, on) }
            <input
                type="text" class="meaning" aria-label={strings::of_tag(strings::MEANING, &tag.label)}
                placeholder={strings::MEANING} value={tag.meaning.clone()} oninput={explained}
                onfocusout={left}
            />
            { small("↑", strings::MOVE_UP, TagsMsg::MovedUp(id.clone())) }
            { small("×", strings::DELETE, TagsMsg::DeleteAsked(id.clone())) }
            if props.deleting == Some(&id) {
                { deleting(tag, uses, props) }
            }
        </li>
    }
}

/// Renders the number of claims that a deletion would affect, with buttons to delete, merge or keep
/// the tag.
fn deleting(tag: &Tag, uses: usize, props: &TagsView<'_>) -> Html {
    let id = tag.id.clone();
    let merged = {
        let id = id.clone();
        props.on.reform(move |event: Event| match TagId::new(&chosen_option(&event)) {
            Some(into) => Msg::Tags(TagsMsg::Merged(id.clone(), into)),
            None => Msg::CommandInvoked(Command::EditTags),
        })
    };
    let others = props.tags.iter().filter(|other| other.id != id).map(|other| {
        html! { <option value={other.id.to_string()}>{ &other.label }</option> }
    });
    html! {
        <div class="deleting" role="alert">
            <p>{ strings::deleting_tag(&tag.label, uses) }</p>
            { button(strings::DELETE, "bad", Msg::Tags(TagsMsg::Deleted(id.clone())), props.on) }
            <select aria-label={strings::MERGE_INTO} onchange={merged}>
                <option value="" selected=true>{ strings::MERGE_INTO }</option>
                { for others }
            </select>
            { button(strings::KEEP, "", Msg::CommandInvoked(Command::EditTags), props.on) }
        </div>
    }
}

fn colors(tag: &Tag, on: &Callback<Msg>) -> Html {
    let id = tag.id.clone();
    let onchange = on.reform(move |event: Event| {
        let name = chosen_option(&event);
        let color = COLORS.iter().find(|(_, other)| *other == name);
        let color = color.map_or(Color::Slate, |(color, _)| *color);
        Msg::Tags(TagsMsg::Coloured(id.clone(), color))
    });
    let options = COLORS.iter().map(|(color, name)| {
        html! { <option value={*name} selected={*color == tag.color}>{ *name }</option> }
    });
    html! {
        <select class="color" aria-label={strings::of_tag(strings::COLOUR, &tag.label)} {onchange}>
            { for options }
        </select>
    }
}

fn digits(tag: &Tag, on: &Callback<Msg>) -> Html {
    let id = tag.id.clone();
    let onchange = on.reform(move |event: Event| {
        let digit = chosen_option(&event).parse().ok().and_then(Digit::new);
        Msg::Tags(TagsMsg::ShortcutChanged(id.clone(), digit))
    });
    let options = Digit::all().map(|digit| {
        let name = digit.get().to_string();
        html! { <option value={name.clone()} selected={tag.key == Some(digit)}>{ name }</option> }
    });
    html! {
        <select aria-label={strings::of_tag(strings::KEY, &tag.label)} {onchange}>
            <option value="" selected={tag.key.is_none()}>{ "–" }</option>
            { for options }
        </select>
    }
}
