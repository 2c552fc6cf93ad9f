//! The application: holds the model, and hands what happens to the pure loop.

use yew::prelude::*;

use crate::{
    app::{Desk, Effect, Model, Msg, Start, update},
    document::Document,
    shell,
};

use super::{
    AddArticle, ArticlePage, ClaimList, Header, NoticeLine, StatusLine, hooks::SelectionMemory,
    keys::Keys,
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
            <div class="app">
                <Keys session={desk.session().clone()} on={on.clone()} />
                <Header
                    title={document.map(|it| AttrValue::from(it.details().title.clone()))}
                    rows={desk.rows().to_vec()}
                    reading={document.map(|it| it.details().id.clone())}
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
                        is_sample={desk.is_sample()}
                        length={page.length}
                        sections={page.sections.clone()}
                        session={desk.session().clone()}
                        edges={desk.edges()}
                        tags={page.tags.clone()}
                        on={on.clone()}
                    />
                    <ClaimList
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
                <StatusLine
                    state={desk.save_state().clone()}
                    session={desk.session().clone()}
                    claims={document.map_or(0, Document::claim_count)}
                    on={on.clone()}
                />
            </div>
        }
    }
}
