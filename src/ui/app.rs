//! The application: holds the model, and hands what happens to the pure loop.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Drawer, Effect, FocusMode, Model, Msg, StartupData, Workspace, update},
    platform,
};

use super::{
    article::article_page,
    claims::claim_list,
    dialogs,
    global_listeners::GlobalListeners,
    header::{HeaderView, header},
    notice::notice_line,
    progressive_render::ProgressiveRender,
    status_line::status_line,
};

/// What the application is told.
#[derive(Debug)]
pub enum AppMsg {
    /// Something happened.
    Happened(Msg),
    /// There is time to draw more of the article.
    RenderMore,
}

/// The one component that has a life of its own.
pub struct App {
    model: Model,
    stores: platform::StorageDriver,
    on: Callback<Msg>,
    pending: Vec<Effect>,
    /// Whether there is a desk.
    is_ready: bool,
    /// Whether the whole article was in the page once, and that was said.
    is_ready_announced: bool,
    drawing: ProgressiveRender,
}

impl Component for App {
    type Message = AppMsg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let on = context.link().callback(AppMsg::Happened);
        let stores = platform::StorageDriver::new(on.clone());
        context.link().send_future({
            let stores = stores.clone();
            async move {
                let (found, trouble) = stores.read().await;
                let address = platform::address();
                AppMsg::Happened(Msg::Started(Box::new(StartupData {
                    found,
                    save_error: trouble,
                    address,
                })))
            }
        });
        Self {
            model: Model::default(),
            stores,
            on,
            pending: Vec::new(),
            is_ready: false,
            is_ready_announced: false,
            drawing: ProgressiveRender::default(),
        }
    }

    fn update(&mut self, _context: &Context<Self>, told: AppMsg) -> bool {
        let msg = match told {
            AppMsg::Happened(msg) => msg,
            AppMsg::RenderMore => {
                self.drawing.render_more();
                return true;
            }
        };
        #[cfg(feature = "panic-switch")]
        let switch = platform::PanicInjection::before(&msg);
        self.pending.extend(update(&mut self.model, msg, platform::event_context()));
        if let Model::Ready(workspace) = &self.model {
            self.drawing.sync(workspace, &self.pending);
        }
        #[cfg(feature = "panic-switch")]
        switch.after();
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        match &self.model {
            Model::Starting => {
                html! { <p class="opening" role="status">{ crate::strings::OPENING }</p> }
            }
            Model::Ready(workspace) => self.workspace(workspace),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _first_render: bool) {
        for effect in std::mem::take(&mut self.pending) {
            platform::perform(effect, &self.stores, &self.on);
        }
        let Model::Ready(workspace) = &self.model else { return };
        if self.drawing.asks_for_step() {
            let link = context.link().clone();
            platform::set_timeout(move || link.send_message(AppMsg::RenderMore));
        }
        if !self.is_ready_announced && self.drawing.is_whole() {
            self.is_ready_announced = true;
            platform::mark_ready();
        }
        if !self.is_ready {
            self.is_ready = true;
            self.stores.join_tabs(workspace.tab());
            platform::preload_worker();
        }
    }
}

impl App {
    fn workspace(&self, workspace: &Workspace) -> Html {
        let on = &self.on;
        html! {
            <div
                class="app" data-focus={(workspace.focus_mode() == FocusMode::On).then_some("on")}
                data-sheet={(workspace.drawer() == Drawer::Open).then_some("open")}
            >
                <GlobalListeners
                    keymap={Rc::clone(workspace.keymap())} session={workspace.session().clone()}
                    on={on.clone()}
                />
                { live_region(workspace) }
                { header(&HeaderView::new(workspace), on) }
                <div class="notices">
                    if let Some(notice) = workspace.notice() {
                        { notice_line(notice, on) }
                    }
                    { dialogs::status_lines(workspace, on) }
                </div>
                if let Some((document, page)) = workspace.document().zip(workspace.page()) {
                    { article_page(workspace, document, page, &self.drawing, on) }
                    { claim_list(workspace, document, page, on) }
                } else {
                    <main class="no-article"><p>{ crate::strings::NO_ARTICLE }</p></main>
                }
                { dialogs::draw(workspace, on) }
                { status_line(workspace, on) }
            </div>
        }
    }
}

/// What is said to those who hear the page; the same words twice are told apart by a space.
fn live_region(workspace: &Workspace) -> Html {
    let (text, count) = workspace.said();
    let space = if count % 2 == 0 { "" } else { "\u{a0}" };
    html! { <p class="said-only" role="status">{ text }{ space }</p> }
}
