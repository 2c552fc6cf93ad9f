//! The hook that parses a note in Markdown.
//!
//! The worker parses it, so that a long note does not hold up typing.

use yew::prelude::*;

use crate::{
    app::{
        WorkerRequest, WorkerResult,
        view::markdown::{self, Node},
    },
    platform,
};

/// Returns the parsed note; `None` until the worker has parsed one.
///
/// While the worker parses a new version of the note, the hook returns the nodes of the last one.
#[hook]
pub fn use_note(note: &AttrValue) -> Option<Vec<Node>> {
    let read = use_state(|| None);
    let setter = read.setter();
    use_effect_with(note.clone(), move |note| {
        let on_read = Callback::from(move |answer: Option<WorkerResult>| {
            let nodes =
                answer.and_then(Result::ok).and_then(|it| markdown::note_codec::read(&it).ok());
            if nodes.is_some() {
                setter.set(nodes);
            }
        });
        platform::send_to_worker(WorkerRequest::Note(note.to_string()), &on_read);
    });
    read.as_ref().cloned()
}
