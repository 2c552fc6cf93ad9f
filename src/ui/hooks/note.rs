//! Notes in Markdown, read.

use yew::prelude::*;

use crate::{
    app::{
        Answer, Errand,
        view::markdown::{self, Node},
    },
    shell,
};

/// What a note says, once it has been read; `None` until then.
///
/// While a longer version of the note is being read, what the last one said stays.
#[hook]
pub fn use_note(note: &AttrValue) -> Option<Vec<Node>> {
    let read = use_state(|| None);
    let setter = read.setter();
    use_effect_with(note.clone(), move |note| {
        let on_read = Callback::from(move |answer: Option<Answer>| {
            let nodes = answer.and_then(Result::ok).and_then(|it| markdown::wire::read(&it).ok());
            if nodes.is_some() {
                setter.set(nodes);
            }
        });
        shell::ask(Errand::Note(note.to_string()), &on_read);
    });
    read.as_ref().cloned()
}
