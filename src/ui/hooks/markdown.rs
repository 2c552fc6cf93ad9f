//! Notes in Markdown, read.

use yew::prelude::*;

use crate::{
    app::{
        WorkerRequest, WorkerResult,
        view::markdown::{self, Node},
    },
    platform,
};

/// What a note says, once it has been read; `None` until then.
///
/// While a longer version of the note is being read, what the last one said stays.
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
