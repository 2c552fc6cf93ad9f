//! Mounts the application; nothing else.

use claimlight::ui::App;

fn main() {
    yew::Renderer::<App>::new().render();
}
