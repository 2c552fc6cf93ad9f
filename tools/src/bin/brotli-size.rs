//! Prints the raw size and the brotli size of each file named, in bytes, one file a line.
//!
//! Quality 11 and a window of 2^22 bytes: what static hosts use for files they compress once.

use std::{env, fs, io, io::Read, path::Path, process::ExitCode};

const BUFFER_BYTES: usize = 64 * 1024;
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;

fn main() -> ExitCode {
    for name in env::args_os().skip(1) {
        match sizes(Path::new(&name)) {
            Ok((raw, compressed)) => println!("{raw} {compressed}"),
            Err(why) => {
                eprintln!("error: cannot measure {}: {why}", name.display());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn sizes(path: &Path) -> io::Result<(usize, usize)> {
    let raw = fs::read(path)?;
    let mut compressed = Vec::new();
    brotli::CompressorReader::new(raw.as_slice(), BUFFER_BYTES, QUALITY, WINDOW_BITS)
        .read_to_end(&mut compressed)?;
    Ok((raw.len(), compressed.len()))
}
