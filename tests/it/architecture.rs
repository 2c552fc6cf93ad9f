//! The shape of the code: which way the arrows point, and what the core has never heard of.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What each module may use, besides itself.
const ARROWS: [(&str, &[&str]); 23] = [
    ("sorted_vec", &[]),
    ("text", &["sorted_vec"]),
    ("id", &[]),
    ("time", &[]),
    ("event_context", &["time"]),
    ("json", &["time"]),
    ("web_url", &["text", "time"]),
    ("article", &["text", "id", "json", "time"]),
    ("claim", &["web_url", "article", "text", "id", "json", "time", "event_context"]),
    ("review", &["json", "time"]),
    ("settings", &[]),
    ("anchor", &["claim", "article", "text", "id"]),
    ("import", &["web_url", "article", "text", "id", "json"]),
    ("document", &["sorted_vec", "claim", "review", "article", "text", "id", "json", "time"]),
    ("edit", &["document", "claim", "review", "article", "id", "time", "event_context"]),
    ("undo_history", &["edit", "time", "event_context"]),
    (
        "storage",
        &[
            "document",
            "edit",
            "claim",
            "review",
            "settings",
            "article",
            "text",
            "id",
            "json",
            "time",
            "event_context",
        ],
    ),
    (
        "export",
        &[
            "sorted_vec",
            "storage",
            "anchor",
            "document",
            "claim",
            "review",
            "article",
            "text",
            "id",
            "json",
            "time",
            "event_context",
        ],
    ),
    (
        "app",
        &[
            "strings",
            "export",
            "import",
            "storage",
            "settings",
            "undo_history",
            "edit",
            "document",
            "anchor",
            "claim",
            "web_url",
            "review",
            "article",
            "text",
            "id",
            "json",
            "time",
            "event_context",
            "sorted_vec",
        ],
    ),
    (
        "strings",
        &[
            "app", "export", "import", "storage", "edit", "document", "review", "article", "claim",
            "web_url", "text", "id", "json", "time",
        ],
    ),
    (
        "platform",
        &[
            "sorted_vec",
            "settings",
            "import",
            "app",
            "strings",
            "storage",
            "text",
            "article",
            "id",
            "time",
            "event_context",
        ],
    ),
    (
        "ui",
        &[
            "platform",
            "app",
            "strings",
            "settings",
            "import",
            "storage",
            "export",
            "document",
            "edit",
            "claim",
            "web_url",
            "review",
            "article",
            "text",
            "id",
            "time",
            "event_context",
        ],
    ),
    ("lib", &["ui", "platform"]),
];

/// What only the platform and the user interface may name.
const BROWSER: [&str; 6] = ["web_sys", "js_sys", "gloo", "yew", "wasm_bindgen", "serde_wasm"];

/// The modules that run in a browser only.
const OUTSIDE: [&str; 5] = ["platform", "ui", "main", "bin", "lib"];

/// What belongs to programs, not to the library.
const PROGRAMS: [&str; 2] = ["main", "bin"];

/// The most lines that a file may have.
const LONGEST_FILE: usize = 600;

pub(crate) struct Source {
    pub path: PathBuf,
    module: String,
    lines: usize,
    /// The text without lines that are comments.
    pub code: String,
}

pub(crate) fn sources() -> Vec<Source> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    assert!(sources.len() > 50, "the sources are where they were");
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, sources);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let inside = path.strip_prefix(root).unwrap().to_owned();
            let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            sources.push(Source {
                module: first.trim_end_matches(".rs").to_owned(),
                lines: text.lines().count(),
                code: code.fold(String::new(), |all, line| all + line + "\n"),
                path: inside,
            });
        }
    }
}

/// The modules that some code names after `crate::`.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| {
        let text = text.trim_start();
        let end = text.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(text.len());
        text[..end].to_owned()
    };
    let mut used = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let after = &code[at + path.len()..];
        let Some(group) = after.strip_prefix('{') else {
            used.push(name(after));
            continue;
        };
        let (mut depth, mut item) = (0_usize, String::new());
        for character in group.chars() {
            match character {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => used.push(name(&std::mem::take(&mut item))),
                _ => {}
            }
            if !(character == ',' && depth == 0) {
                item.push(character);
            }
        }
        used.push(name(&item));
    }
    used.retain(|module| !module.is_empty());
    used
}

#[test]
fn a_path_is_read_from_a_use_and_from_code() {
    let code = "use crate::{a::B, c::{d, e},\n    f,\n};\nlet x = crate::g::h();";
    assert_eq!(used(code), ["a", "c", "f", "g"]);
}

#[test]
fn the_arrows_point_one_way() {
    for source in sources().iter().filter(|it| !PROGRAMS.contains(&it.module.as_str())) {
        let row = ARROWS.iter().find(|(module, _)| *module == source.module);
        let (_, allowed) = row.unwrap_or_else(|| panic!("{} has no row", source.module));
        for module in used(&source.code) {
            let fits = module == source.module || allowed.contains(&module.as_str());
            assert!(fits, "{} uses {module}", source.path.display());
        }
    }
}

#[test]
fn no_two_modules_of_the_core_use_each_other_but_strings_and_the_loop() {
    let uses = |one: &str, other: &str| {
        ARROWS.iter().any(|(module, allowed)| *module == one && allowed.contains(&other))
    };
    for (one, _) in ARROWS {
        for (other, _) in ARROWS {
            let both = uses(one, other) && uses(other, one);
            assert!(!both || [one, other].iter().all(|it| ["app", "strings"].contains(it)));
        }
    }
}

#[test]
fn features_know_neither_each_other_nor_the_workspace() {
    let mut features = 0;
    for source in sources() {
        let path = source.path.to_string_lossy().replace('\\', "/");
        let Some(inside) = path.strip_prefix("app/features/") else { continue };
        let feature = inside.split(['/', '.']).next().unwrap();
        features += 1;
        assert!(!source.code.contains("Workspace"), "{path}");
        for (at, found) in source.code.match_indices("features::") {
            let code = source.code[at..].replacen(found, "crate::", 1);
            let named = used(&code).into_iter().next();
            let is_own = named.as_deref() == Some(feature);
            // The sample article is data, not a feature.
            let is_sample = named.as_deref() == Some("sample");
            assert!(is_own || is_sample, "{path} uses {named:?}");
        }
    }
    assert!(features > 20, "the features are where they were");
}

#[test]
fn the_shared_state_knows_no_feature() {
    for source in sources().iter().filter(|it| it.path.starts_with("app/state")) {
        let path = source.path.display();
        assert!(!source.code.contains("features"), "{path}");
        assert!(!source.code.contains("Workspace"), "{path}");
    }
}

#[test]
fn the_core_has_never_heard_of_the_browser() {
    for source in sources().iter().filter(|it| !OUTSIDE.contains(&it.module.as_str())) {
        for name in BROWSER {
            assert!(!source.code.contains(name), "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn nothing_in_the_core_derives_its_stored_form() {
    for source in sources().iter().filter(|it| !OUTSIDE.contains(&it.module.as_str())) {
        for name in ["Serialize", "Deserialize"] {
            assert!(!source.code.contains(name), "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn only_the_module_text_counts_utf_16_units() {
    for source in sources().iter().filter(|source| source.module != "text") {
        for name in ["encode_utf16", "len_utf16"] {
            assert!(!source.code.contains(name), "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn no_file_is_longer_than_it_may_be() {
    for source in sources() {
        let (path, lines) = (source.path.display(), source.lines);
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines");
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources() {
        let text = fs::read_to_string(root.join(&source.path)).unwrap();
        let is_told = text.starts_with("//!") || text.starts_with("#![doc");
        assert!(is_told, "{}", source.path.display());
    }
}
