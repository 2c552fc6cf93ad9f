//! The worker that reads notes and files, and writes files; nothing else.

fn main() {
    claimlight::platform::run_worker();
}
