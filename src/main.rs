//! Mounts the application; nothing else.

use claimlight::{platform, ui::App};

fn main() {
    yew::set_custom_panic_hook(Box::new(platform::throw_panic));
    yew::Renderer::<App>::new().render();
}
