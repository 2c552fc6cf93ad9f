//! The worker that reads notes in Markdown; nothing else.

fn main() {
    claimlight::shell::serve_notes();
}
