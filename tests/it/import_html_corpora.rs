//! HTML that was collected because it breaks programs is read as the standard reads it.

use std::fs;

use claimlight::{import::read_html, text::lines};

const CORPORA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/corpora");

/// The share of the cases of html5lib whose text must be read in full and in order, in thousandths.
///
/// The others are two copies that browsers show of a chosen `option`, which would double its text,
/// and two annotations of `MathML`, which are hidden and so stand after their formula's line.
const FLOOR: usize = 995;

/// A case of a parser of the standard: a text, and the tree that it makes.
struct Case {
    data: String,
    tree: String,
}

/// The cases of a file that are whole documents read without scripts.
fn cases(file: &str) -> Vec<Case> {
    let file = format!("\n{file}");
    let whole = |case: &str| -> Option<Case> {
        let (head, tree) = case.split_once("\n#document\n")?;
        let data = head.split("\n#errors").next()?;
        let is_other = ["\n#document-fragment", "\n#script-on"].iter().any(|it| head.contains(it));
        (!is_other).then(|| Case { data: data.to_owned(), tree: tree.to_owned() })
    };
    file.split("\n#data\n").skip(1).filter_map(whole).collect()
}

/// The text of a tree without the elements in `left_out`.
fn text_of(tree: &str, left_out: &[&str]) -> String {
    let (mut text, mut in_text) = (String::new(), false);
    let mut path: Vec<String> = Vec::new();
    for line in tree.lines() {
        let part = if in_text {
            line
        } else {
            let Some(node) = line.strip_prefix("| ") else { continue };
            let content = node.trim_start_matches(' ');
            path.truncate((node.len() - content.len()) / 2);
            let name = content.strip_prefix('<').map(|it| it.trim_end_matches('>'));
            path.push(name.unwrap_or_default().to_owned());
            let Some(text) = content.strip_prefix('"') else { continue };
            text
        };
        in_text = !part.ends_with('"');
        if !path.iter().any(|name| left_out.contains(&name.as_str())) {
            text.push_str(part.strip_suffix('"').unwrap_or(part));
        }
    }
    bare(&text)
}

/// A text without white space, signs between cells, and what stands for NUL.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && !['|', '\u{fffd}', '\0'].contains(it)).collect()
}

fn read(html: &str) -> String {
    let blocks = read_html(html).blocks;
    bare(&blocks.iter().map(|it| it.lines.concat()).collect::<String>())
}

#[test]
fn documents_of_html5lib_are_read_in_full_and_in_order() {
    let scripts = ["script", "style", "svg script", "svg style", "math script", "math style"];
    let and_title: Vec<&str> = scripts.iter().copied().chain(["title"]).collect();
    let (mut all, mut read_well) = (0, 0);
    for entry in fs::read_dir(format!("{CORPORA}/html5lib-tests/tree-construction")).unwrap() {
        let path = entry.unwrap().path();
        for case in cases(&fs::read_to_string(&path).unwrap()) {
            all += 1;
            let mut read = read(&case.data);
            // A reading beside its word is in brackets here, which are no part of the tree.
            if case.tree.contains("<rt>") {
                read = read.replace(['(', ')'], "");
            }
            // The title is a passage only where it is not the title of the article.
            if [&scripts[..], &and_title].iter().any(|it| text_of(&case.tree, it) == read) {
                read_well += 1;
            } else {
                let file = path.file_name().unwrap().display();
                println!("{file}: {:?}\n  {}\n  {read}", case.data, text_of(&case.tree, &scripts));
            }
        }
    }
    println!("{read_well} of {all} documents");
    assert!(all > 800, "{all} documents");
    assert!(read_well * 1000 >= all * FLOOR, "{read_well} of {all} documents");
}

/// Texts that try to run scripts or to break programs.
pub(crate) fn payloads() -> Vec<String> {
    let json = |name: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(format!("{CORPORA}/{name}")).unwrap()).unwrap()
    };
    let names =
        ["owasp-xss/xss-filter-evasion", "dompurify-expect/expect", "payloads-all/payloads"];
    let lists = names.map(|name| json(&format!("{name}.json")));
    let text = |it: &serde_json::Value| it.as_str().map(str::to_owned);
    let payloads = lists.iter().flat_map(|list| list.as_array().unwrap());
    let payloads = payloads.filter_map(|it| text(&it["payload"]));
    payloads.chain(json("blns.json").as_array().unwrap().iter().filter_map(text)).collect()
}

#[test]
fn hostile_texts_are_read_as_lines() {
    let payloads = payloads();
    assert!(payloads.len() > 1_000, "{}", payloads.len());
    for html in payloads {
        let imported = read_html(&html);
        for line in imported.blocks.iter().flat_map(|block| &block.lines) {
            assert_eq!(lines(line).count(), 1, "{html:?}");
            assert!(!line.trim().is_empty() && line.trim_end() == line, "{html:?}");
        }
        assert!(imported.blocks.iter().all(|block| !block.lines.is_empty()), "{html:?}");
        // What stands before all markup is text in any reading.
        let before = html.split(['<', '&']).next().unwrap();
        assert!(read(&html).starts_with(&bare(before)), "{html:?}");
    }
}
