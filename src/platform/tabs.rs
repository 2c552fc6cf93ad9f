//! Communication between the open tabs of Claimlight.
//!
//! A tab sends the records that it has stored to the others over a channel. Each tab holds a lock
//! while it is open, so the others know which tabs are open.

use std::{cell::RefCell, collections::BTreeMap};

use gloo::{events::EventListener, utils::window};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, Event, MessageEvent};

use crate::storage::TabId;

use super::untyped_js;

/// The beginning of the name of each tab's lock; the tab's identity follows.
const LOCK: &str = "claimlight-tab-";
/// The name of the channel.
const NAME: &str = "claimlight";

thread_local! {
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Calls `on_received` with the keys and values that another tab has stored. In a browser without
/// channels, a tab sees the work of others only at its next start.
pub(super) fn subscribe(on_received: impl Fn(Vec<(String, String)>) + 'static) {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let received = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(texts) = event.data().dyn_into::<Array>() else { return };
        let texts: Vec<String> = texts.iter().filter_map(|it| it.as_string()).collect();
        let pairs = texts.chunks_exact(2).filter_map(|pair| match pair {
            [key, value] => Some((key.clone(), value.clone())),
            _ => None,
        });
        on_received(pairs.collect());
    });
    channel.set_onmessage(Some(received.as_ref().unchecked_ref()));
    received.forget();
    CHANNEL.set(Some(channel));
}

/// Sends the keys and values that the database has now to the other tabs.
pub(super) fn broadcast(records: &BTreeMap<String, String>) {
    let message: Array =
        records.iter().flat_map(|(key, value)| [key, value]).map(JsValue::from).collect();
    CHANNEL.with_borrow(|channel| {
        let sentence = channel.as_ref().map(|channel| channel.post_message(&message));
        if sentence.is_some_and(|sentence| sentence.is_err()) {
            gloo::console::warn!("other tabs could not be told of a change");
        }
    });
}

/// Marks this tab as open by a lock, which the browser releases however the tab ends. web-sys binds
/// locks only behind its switch for unstable APIs.
///
/// A browser may keep a page that the user has left, to show it again when the user goes back. Such
/// a page counts as closed. It has missed the changes of other tabs, so it reloads when it is shown
/// again.
pub(super) fn acquire_tab_lock(tab: &TabId) -> Result<(), JsValue> {
    let name = format!("{LOCK}{}", tab.as_str());
    let forever = Closure::once_into_js(|| {
        Promise::new(&mut |release, _| {
            let left = move |_: &Event| drop(release.call0(&JsValue::NULL));
            EventListener::new(&window(), "pagehide", left).forget();
        })
    });
    let shown = |event: &Event| {
        if untyped_js::member(event, "persisted").is_ok_and(|it| it.is_truthy()) {
            drop(window().location().reload());
        }
    };
    EventListener::new(&window(), "pageshow", shown).forget();
    let asked = untyped_js::call(
        &untyped_js::navigator_member("locks")?,
        "request",
        &[name.into(), forever],
    )?;
    let held = JsFuture::from(asked.dyn_into::<Promise>()?);
    spawn_local(async move {
        if held.await.is_err() {
            gloo::console::warn!("other tabs cannot be told that this one is open");
        }
    });
    Ok(())
}

/// Returns the tabs that are open.
///
/// # Errors
/// When the browser has no locks.
pub(super) async fn list_open_tabs() -> Result<Vec<TabId>, JsValue> {
    let asked =
        untyped_js::call_async(&untyped_js::navigator_member("locks")?, "query", &[]).await?;
    let held: Array = untyped_js::member(&asked, "held")?.dyn_into()?;
    let names = held.iter().filter_map(|lock| untyped_js::member(&lock, "name").ok()?.as_string());
    Ok(names.filter_map(|name| Some(TabId::stored(name.strip_prefix(LOCK)?))).collect())
}
