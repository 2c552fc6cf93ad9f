//! Mounts the application; nothing else.

use claimlight::{
    shell,
    ui::{App, AppProps, Windows},
};
use yew::Callback;

fn main() {
    yew::set_custom_panic_hook(Box::new(shell::throw_panic));
    let load_windows = Callback::from(|on_loaded: Callback<Option<Windows>>| {
        wasm_bindgen_futures::spawn_local(async move { on_loaded.emit(load().await) });
    });
    yew::Renderer::<App>::with_props(AppProps { load_windows }).render();
}

async fn load() -> Option<Windows> {
    let windows = windows();
    #[cfg(feature = "split")]
    let windows = windows.await;
    windows.ok()
}

/// Where the build cuts the program: all that only this leads to is loaded when it is called.
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(windows, fallible))]
fn windows() -> Result<Windows, NotLoaded> {
    Ok(claimlight::ui::windows())
}

/// The code of the windows could not be loaded.
struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}
