//! The application: holds the model, and hands what happens to the pure loop.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Effect, FocusMode, Model, Msg, Sheet, Start, Window, update},
    document::Document,
    shell,
};

use super::{
    AddArticle, ArticlePage, ClaimList, Header, KeysWindow, NoticeLine, StatusLine, TagsWindow,
    ViewWindow, hooks::SelectionMemory, keys::Keys,
};

/// The one component that has a life of its own.
pub struct App {
    model: Model,
    stores: shell::Stores,
    on: Callback<Msg>,
    memory: SelectionMemory,
    pending: Vec<Effect>,
    is_ready: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let on = context.link().callback(|msg| msg);
        let stores = shell::Stores::default();
        context.link().send_future({
            let stores = stores.clone();
            async move {
                let (found, trouble) = stores.read().await;
                Msg::Started(Box::new(Start { found, trouble, address: shell::address() }))
            }
        });
        Self {
            model: Model::default(),
            stores,
            on,
            memory: SelectionMemory::default(),
            pending: Vec::new(),
            is_ready: false,
        }
    }

    fn update(&mut self, _context: &Context<Self>, msg: Msg) -> bool {
        self.pending.extend(update(&mut self.model, msg, shell::stamp()));
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        let shown = match &self.model {
            Model::Starting => {
                html! { <p class="opening" role="status">{ crate::words::OPENING }</p> }
            }
            Model::Ready(desk) => self.desk(desk),
        };
        html! {
            <ContextProvider<SelectionMemory> context={self.memory.clone()}>
                { shown }
            </ContextProvider<SelectionMemory>>
        }
    }

    fn rendered(&mut self, _context: &Context<Self>, _first_render: bool) {
        for effect in std::mem::take(&mut self.pending) {
            shell::perform(effect, &self.stores, &self.on);
        }
        if matches!(self.model, Model::Ready(_)) && !self.is_ready {
            self.is_ready = true;
            shell::say_ready();
            shell::load_reader_soon();
        }
    }
}

impl App {
    fn desk(&self, desk: &Desk) -> Html {
        let on = &self.on;
        let document = desk.document();
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
                <Header
                    title={document.map(|it| AttrValue::from(it.details().title.clone()))}
                    rows={desk.rows().to_vec()}
                    reading={document.map(|it| it.details().id.clone())}
                    progress={desk.page().map(|page| page.progress)}
                    claims={document.map_or(0, Document::claim_count)}
                    can_undo={desk.can_undo()}
                    can_redo={desk.can_redo()}
                    on={on.clone()}
                />
                if let Some(notice) = desk.notice() {
                    <NoticeLine notice={notice.clone()} on={on.clone()} />
                }
                if let Some((document, page)) = document.zip(desk.page()) {
                    <ArticlePage
                        article={document.details().clone()}
                        meta={page.meta}
                        hints={desk.is_sample().then(|| desk.hints())}
                        length={page.length}
                        sections={page.sections.clone()}
                        session={desk.session().clone()}
                        edges={desk.edges()}
                        tags={page.tags.clone()}
                        on={on.clone()}
                    />
                    <ClaimList
                        panel={desk.panel()} note={document.details().note.clone()}
                        sections={page.sections.clone()}
                        count={document.claim_count()}
                        tags={page.tags.clone()}
                        on={on.clone()}
                    />
                } else {
                    <main class="no-article"><p>{ crate::words::NO_ARTICLE }</p></main>
                }
                if let Some(dialog) = desk.dialog() {
                    <AddArticle dialog={dialog.clone()} on={on.clone()} />
                }
                { window(desk, on) }
                <StatusLine
                    keymap={Rc::clone(desk.keymap())}
                    state={desk.save_state().clone()}
                    session={desk.session().clone()}
                    claims={document.map_or(0, Document::claim_count)}
                    on={on.clone()}
                />
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
    let on = on.clone();
    match desk.window() {
        None => Html::default(),
        Some(Window::Keys { changing, problem }) => html! {
            <KeysWindow
                keymap={Rc::clone(desk.keymap())} changing={*changing}
                problem={problem.clone().map(AttrValue::from)} {on}
            />
        },
        Some(Window::View) => html! { <ViewWindow view={desk.view()} {on} /> },
        Some(Window::Tags { deleting, said }) => {
            let Some((document, page)) = desk.document().zip(desk.page()) else {
                return Html::default();
            };
            let uses = page.tags.iter().map(|tag| document.uses(&tag.id));
            html! {
                <TagsWindow
                    tags={page.tags.clone()} uses={uses.collect::<Vec<_>>()}
                    deleting={deleting.clone()} said={said.clone().map(AttrValue::from)} {on}
                />
            }
        }
    }
}
