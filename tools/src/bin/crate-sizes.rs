//! Prints how many bytes of code each crate has in a wasm file with a name section, the largest
//! first, one crate a line.
//!
//! A generic function counts for the crate that defines it.

use std::{collections::BTreeMap, env, fs, process::ExitCode};

use rustc_demangle::demangle;
use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload, TypeRef};

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        eprintln!("error: name a wasm file");
        return ExitCode::FAILURE;
    };
    let measured = fs::read(&path).map_err(|why| why.to_string());
    match measured.and_then(|wasm| sizes(&wasm).map_err(|why| why.to_string())) {
        Ok(sizes) => {
            for (name, bytes) in sizes {
                println!("{bytes} {name}");
            }
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("error: cannot measure {}: {why}", path.display());
            ExitCode::FAILURE
        }
    }
}

/// The crates of a module and the bytes of their functions, the largest first.
#[expect(clippy::wildcard_enum_match_arm, reason = "most sections say nothing about functions")]
fn sizes(wasm: &[u8]) -> Result<Vec<(String, usize)>, BinaryReaderError> {
    let (mut imports, mut bodies, mut names) = (0_u32, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        read_names(section?, &mut names)?;
                    }
                }
            }
            _ => {}
        }
    }
    let mut sums = BTreeMap::<String, usize>::new();
    for (index, bytes) in (imports..).zip(bodies) {
        let name = names.get(&index).map_or("without a name", String::as_str);
        *sums.entry(crate_of(name)).or_default() += bytes;
    }
    let mut sums: Vec<(String, usize)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(sums)
}

fn read_names(
    section: Name<'_>,
    names: &mut BTreeMap<u32, String>,
) -> Result<(), BinaryReaderError> {
    if let Name::Function(map) = section {
        for naming in map {
            let naming = naming?;
            names.insert(naming.index, naming.name.to_owned());
        }
    }
    Ok(())
}

/// The crate of a function: `yew` for `<yew::Html as core::clone::Clone>::clone`.
fn crate_of(name: &str) -> String {
    let name = format!("{:#}", demangle(name));
    let path = name.trim_start_matches(['<', '&', '(', '[']).trim_start_matches("mut ");
    let path = path.trim_start_matches("dyn ");
    let end = path.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(path.len());
    match path.get(..end) {
        Some(name) if !name.is_empty() => name.to_owned(),
        Some(_) | None => "without a name".to_owned(),
    }
}
