//! The program of the page. It installs the panic hook and mounts the `App` component; all other
//! work is in the library crate.

use claimlight::{platform, ui::App};

fn main() {
    yew::set_custom_panic_hook(Box::new(platform::throw_panic));
    yew::Renderer::<App>::new().render();
}
