//! Mounts the application; nothing else.

use claimlight::{
    shell,
    ui::{App, AppProps, Windows},
};
use yew::Callback;

fn main() {
    yew::set_custom_panic_hook(Box::new(shell::throw_panic));
    let load_windows = Callback::from(load);
    yew::Renderer::<App>::with_props(AppProps { load_windows }).render();
}

#[cfg(not(feature = "split"))]
fn load(on_loaded: Callback<Option<Windows>>) {
    shell::load_sheet_of_windows();
    // Not at once: what asks for it is being drawn.
    wasm_bindgen_futures::spawn_local(async move {
        on_loaded.emit(Some(claimlight::ui::windows()));
    });
}

#[cfg(feature = "split")]
fn load(on_loaded: Callback<Option<Windows>>) {
    shell::load_sheet_of_windows();
    wasm_bindgen_futures::spawn_local(async move { on_loaded.emit(split::windows().await.ok()) });
}

/// Where the build cuts the program.
#[cfg(feature = "split")]
mod split {
    use claimlight::ui::Windows;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// All that only this leads to is loaded when it is called.
    #[wasm_split(windows, fallible)]
    #[expect(clippy::unnecessary_wraps, reason = "what cuts the program fails by this type")]
    pub(super) fn windows() -> Result<Windows, SplitLoaderError> {
        Ok(claimlight::ui::windows())
    }
}
