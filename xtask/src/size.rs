//! Measures the first load of the built page: the bytes of each file, and the code of each crate.

use crate::{
    Error, command,
    error::file_error,
    log, project,
    setup::{PageTools, WasmOpt},
};
use std::fs;

/// The most brotli bytes that the first load may have: 500 KB.
const LIMIT: usize = 512_000;

/// How many crates are printed.
const CRATES: usize = 12;

/// A file of the first load.
struct Measured {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the size of each file of the first load, and their sum.
///
/// # Errors
/// When the sum is over the limit, in a page that was built with wasm-opt.
pub(crate) fn check(tools: &PageTools) -> Result<(), Error> {
    let mut files = measure(tools, first_load()?)?;
    files.push(Measured {
        name: "first load".to_owned(),
        raw: files.iter().map(|file| file.raw).sum(),
        brotli: files.iter().map(|file| file.brotli).sum(),
    });
    println!("{:>10} {:>10}", "bytes", "brotli");
    for file in &files {
        println!("{:>10} {:>10}  {}", file.raw, file.brotli, file.name);
    }
    print_crates(tools);
    let sum = files.last().map_or(0, |sum| sum.brotli);
    match tools.wasm_opt() {
        WasmOpt::Available if sum > LIMIT => Err(Error::TooLarge { bytes: sum, limit: LIMIT }),
        WasmOpt::Available => Ok(()),
        // The limit is for the page that people get, which is built with wasm-opt.
        WasmOpt::Missing => {
            log("the limit of the first load is not judged, because wasm-opt is missing");
            Ok(())
        }
    }
}

/// Prints the crates with the most code in the page, as the compiler wrote it: before wasm-opt, which
/// drops the names. Prints nothing where the page was built elsewhere.
fn print_crates(tools: &PageTools) {
    let wasm = project::root().join("target/wasm32-unknown-unknown/release/claimlight.wasm");
    let Some(sizes) = command::stdout_of(tools.crate_sizes().arg(wasm)) else { return };
    println!("\n{:>10}  crate (code before wasm-opt)", "bytes");
    for line in sizes.lines().take(CRATES) {
        let (bytes, name) = line.split_once(' ').unwrap_or(("", line));
        println!("{bytes:>10}  {name}");
    }
}

/// The names of the files in `dist/` that the page loads at its start: itself and what it names.
fn first_load() -> Result<Vec<String>, Error> {
    let dist = project::dist();
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(file_error(&page))?;
    let mut names = vec!["index.html".to_owned()];
    for entry in fs::read_dir(&dist).map_err(file_error(&dist))? {
        let name = entry.map_err(file_error(&dist))?.file_name().to_string_lossy().into_owned();
        if html.contains(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn measure(tools: &PageTools, names: Vec<String>) -> Result<Vec<Measured>, Error> {
    let dist = project::dist();
    let mut command = tools.brotli_size();
    command.args(names.iter().map(|name| dist.join(name)));
    let failed = || Error::Failed { command: "brotli-size".to_owned() };
    let answer = command::stdout_of(&mut command).ok_or_else(failed)?;
    let sizes = answer.lines().map(|line| {
        let (raw, brotli) = line.split_once(' ')?;
        Some((raw.parse().ok()?, brotli.parse().ok()?))
    });
    let measured: Option<Vec<Measured>> = names
        .into_iter()
        .zip(sizes)
        .map(|(name, size)| size.map(|(raw, brotli)| Measured { name, raw, brotli }))
        .collect();
    measured.ok_or_else(failed)
}
