//! The application: holds the model, and hands what happens to the pure loop.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Effect, FocusMode, Model, Msg, Sheet, Start, update},
    shell,
};

use super::{
    article::article_page,
    claims::claim_list,
    drawing::Drawing,
    header::{HeaderView, header},
    keys::Keys,
    notice::notice_line,
    status_line::status_line,
    windows,
};

/// What the application is told.
#[derive(Debug)]
pub enum Told {
    /// Something happened.
    Happened(Msg),
    /// There is time to draw more of the article.
    DrawOn,
}

/// The one component that has a life of its own.
pub struct App {
    model: Model,
    stores: shell::Stores,
    on: Callback<Msg>,
    pending: Vec<Effect>,
    /// Whether there is a desk.
    is_ready: bool,
    /// Whether the whole article was in the page once, and that was said.
    is_said: bool,
    drawing: Drawing,
}

impl Component for App {
    type Message = Told;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let on = context.link().callback(Told::Happened);
        let stores = shell::Stores::new(on.clone());
        context.link().send_future({
            let stores = stores.clone();
            async move {
                let (found, trouble) = stores.read().await;
                let address = shell::address();
                Told::Happened(Msg::Started(Box::new(Start { found, trouble, address })))
            }
        });
        Self {
            model: Model::default(),
            stores,
            on,
            pending: Vec::new(),
            is_ready: false,
            is_said: false,
            drawing: Drawing::default(),
        }
    }

    fn update(&mut self, _context: &Context<Self>, told: Told) -> bool {
        let msg = match told {
            Told::Happened(msg) => msg,
            Told::DrawOn => {
                self.drawing.draw_on();
                return true;
            }
        };
        #[cfg(feature = "panic-switch")]
        let switch = shell::PanicSwitch::before(&msg);
        self.pending.extend(update(&mut self.model, msg, shell::stamp()));
        if let Model::Ready(desk) = &self.model {
            self.drawing.follow(desk, &self.pending);
        }
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

    fn rendered(&mut self, context: &Context<Self>, _first_render: bool) {
        for effect in std::mem::take(&mut self.pending) {
            shell::perform(effect, &self.stores, &self.on);
        }
        let Model::Ready(desk) = &self.model else { return };
        if self.drawing.asks_for_step() {
            let link = context.link().clone();
            shell::soon(move || link.send_message(Told::DrawOn));
        }
        if !self.is_said && self.drawing.is_whole() {
            self.is_said = true;
            shell::say_ready();
        }
        if !self.is_ready {
            self.is_ready = true;
            self.stores.join_tabs(desk.tab());
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
                    { windows::lines(desk, on) }
                </div>
                if let Some((document, page)) = desk.document().zip(desk.page()) {
                    { article_page(desk, document, page, &self.drawing, on) }
                    { claim_list(desk, document, page, on) }
                } else {
                    <main class="no-article"><p>{ crate::words::NO_ARTICLE }</p></main>
                }
                { windows::draw(desk, on) }
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
