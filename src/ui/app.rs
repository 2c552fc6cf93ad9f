//! The root component. It holds the model and passes every message to the pure function `update`.
//!
//! It performs the resulting effects after Yew has rendered, so that an effect finds the new page.
//! While the program reads the stores, it shows a line that says so.

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

/// A message to the root component.
#[derive(Debug)]
pub enum AppMsg {
    /// A message for the model.
    Happened(Msg),
    /// The page is idle, so the component can render more of the article.
    RenderMore,
}

/// The root component: it holds the model and the stores, and renders the page.
pub struct App {
    model: Model,
    stores: platform::StorageDriver,
    on: Callback<Msg>,
    pending: Vec<Effect>,
    /// Whether the workspace has been rendered once, and the tab has joined the other tabs.
    is_ready: bool,
    /// Whether the whole article has been rendered once, and the page has been marked as ready.
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
                let (found, save_error) = stores.read().await;
                let address = platform::address();
                AppMsg::Happened(Msg::Started(Box::new(StartupData { found, save_error, address })))
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

    fn update(&mut self, _context: &Context<Self>, message: AppMsg) -> bool {
        let msg = match message {
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

/// Renders the live region, whose sentences screen readers speak. A space at the end makes a
/// repeated sentence a new one, so that they speak it again.
fn live_region(workspace: &Workspace) -> Html {
    let (text, count) = workspace.announcement();
    let space = if count % 2 == 0 { "" } else { "\u{a0}" };
    html! { <p class="said-only" role="status">{ text }{ space }</p> }
}
