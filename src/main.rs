//! Mounts the application; nothing else.

use claimlight::{shell, ui::App};

fn main() {
    yew::set_custom_panic_hook(Box::new(shell::throw_panic));
    yew::Renderer::<App>::new().render();
}
