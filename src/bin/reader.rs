//! The program of the worker, which reads notes and files and writes files. It runs beside the
//! page, so that large files do not hold up the page.

fn main() {
    claimlight::platform::run_worker();
}
