//! The application: holds the model, and hands what happens to the pure loop.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Effect, Field, FocusMode, Model, Msg, Sheet, Start, Window, update},
    shell,
};

use super::{
    add_dialog::add_dialog,
    article::article_page,
    claims::claim_list,
    contested::contested_lines,
    file_line::file_line,
    header::{HeaderView, header},
    history_window::history_window,
    keys::Keys,
    keys_window::{KeysView, keys_window},
    notice::notice_line,
    status_line::status_line,
    stores_window::stores_window,
    tags_window::{TagsView, tags_window},
    view_window::view_window,
};

/// The one component that has a life of its own.
pub struct App {
    model: Model,
    stores: shell::Stores,
    on: Callback<Msg>,
    pending: Vec<Effect>,
    is_ready: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let on = context.link().callback(|msg| msg);
        let stores = shell::Stores::default();
        shell::listen(&on);
        context.link().send_future({
            let stores = stores.clone();
            async move {
                let (found, trouble) = stores.read().await;
                Msg::Started(Box::new(Start { found, trouble, address: shell::address() }))
            }
        });
        Self { model: Model::default(), stores, on, pending: Vec::new(), is_ready: false }
    }

    fn update(&mut self, _context: &Context<Self>, msg: Msg) -> bool {
        #[cfg(feature = "panic-switch")]
        let switch = shell::PanicSwitch::before(&msg);
        self.pending.extend(update(&mut self.model, msg, shell::stamp()));
        #[cfg(feature = "panic-switch")]
        switch.after();
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        match &self.model {
            Model::Starting => {
                html! { <p class="opening" role="status">{ crate::words::OPENING }</p> }
            }
            Model::Ready(desk) => self.desk(desk),
        }
    }

    fn rendered(&mut self, _context: &Context<Self>, _first_render: bool) {
        for effect in std::mem::take(&mut self.pending) {
            shell::perform(effect, &self.stores, &self.on);
        }
        let Model::Ready(desk) = &self.model else { return };
        if !self.is_ready {
            self.is_ready = true;
            shell::say_ready();
            self.stores.join_tabs(desk.tab(), &self.on);
            shell::load_reader_soon();
        }
    }
}

impl App {
    fn desk(&self, desk: &Desk) -> Html {
        let on = &self.on;
        html! {
            <div
                class="app" data-focus={(desk.focus_mode() == FocusMode::On).then_some("on")}
                data-sheet={(desk.sheet() == Sheet::Open).then_some("open")}
            >
                <Keys
                    keymap={Rc::clone(desk.keymap())} session={desk.session().clone()}
                    on={on.clone()}
                />
                { said(desk) }
                { header(&HeaderView::new(desk), on) }
                <div class="notices">
                    if let Some(notice) = desk.notice() {
                        { notice_line(notice, on) }
                    }
                    { contested_lines(desk, on) }
                    { file_line(desk, on) }
                </div>
                if let Some((document, page)) = desk.document().zip(desk.page()) {
                    { article_page(desk, document, page, on) }
                    { claim_list(desk, document, page, on) }
                } else {
                    <main class="no-article"><p>{ crate::words::NO_ARTICLE }</p></main>
                }
                if let Some(dialog) = desk.dialog() {
                    { add_dialog(dialog, on) }
                }
                { window(desk, on) }
                { status_line(desk, on) }
            </div>
        }
    }
}

/// What is said to those who hear the page; the same words twice are told apart by a space.
fn said(desk: &Desk) -> Html {
    let (text, count) = desk.said();
    let space = if count % 2 == 0 { "" } else { "\u{a0}" };
    html! { <p class="said-only" role="status">{ text }{ space }</p> }
}

/// The window over the page, if there is one.
fn window(desk: &Desk, on: &Callback<Msg>) -> Html {
    match desk.window() {
        None => Html::default(),
        Some(Window::Keys { changing, problem }) => keys_window(&KeysView {
            keymap: desk.keymap(),
            changing: *changing,
            problem: problem.as_deref(),
            on,
        }),
        Some(Window::View) => view_window(desk.view(), on),
        Some(Window::History { listed, .. }) => history_window(desk, listed, on),
        Some(Window::Stores { survey, deleting }) => stores_window(desk, survey, *deleting, on),
        Some(Window::Tags { deleting, said }) => {
            let Some((document, page)) = desk.document().zip(desk.page()) else {
                return Html::default();
            };
            tags_window(&TagsView {
                tags: &page.tags,
                uses: page.tags.iter().map(|tag| document.uses(&tag.id)).collect(),
                deleting: deleting.as_ref(),
                said: said.as_deref(),
                typed: desk.typed(&Field::NewTag),
                on,
            })
        }
    }
}
