//! Texts of others in the built page: nothing in them runs, nothing is asked for, and what is on
//! screen is what was read.

use std::fs;

use claimlight::import::{ImportedBlock, ImportedText, read_html};
use e2e::{Browser, Page, Profile, TestResult, TestSession, Window};
use serde_json::{Value, json};
use xtask::project;

/// The share of the documents of html5lib whose text must be that of the browser's own parse, in
/// thousandths.
const FLOOR: usize = 995;

/// The text of each document as the browser parses it, without white space, scripts and styles, and
/// without what it takes for the title in the head.
const WALK: &str = "return arguments[0].map(html => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const text = (node, out) => {
            if (node.nodeType === Node.TEXT_NODE) return node.data;
            if (out.includes(node.localName)) return '';
            const inside = node instanceof HTMLTemplateElement ? node.content : node;
            return [...inside.childNodes].map(child => text(child, out)).join('');
        };
        const scripts = ['script', 'style'];
        return [text(parsed, scripts), text(parsed, [...scripts, 'title'])];
    });";

/// What would tell of a script that ran, and of everything that the page's policy stopped.
const WATCH: &str = "window.seen = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
        window[name] = () => window.seen.push(name);
    }
    document.addEventListener('securitypolicyviolation', it => window.seen.push(it.blockedURI));
    window.addEventListener('error', it => window.seen.push(it.message));";
/// That, and every request that left the page's own host.
const SEEN: &str = "return [...window.seen, ...performance.getEntriesByType('resource')
        .map(it => it.name).filter(it => !it.startsWith(location.origin))];";

/// Every so many of the payloads go through the page; all of them go through the readers on the host.
const EVERY: usize = 12;

fn fixture(path: &str) -> String {
    let path = project::root().join("tests/fixtures/corpora").join(path);
    fs::read_to_string(&path).unwrap_or_default()
}

/// The whole documents of html5lib's tests of trees.
fn documents() -> Vec<String> {
    let folder = project::root().join("tests/fixtures/corpora/html5lib-tests/tree-construction");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let cases = files.flat_map(|file| {
        let file = format!("\n{file}");
        file.split("\n#data\n").skip(1).map(str::to_owned).collect::<Vec<_>>()
    });
    let whole = |case: String| {
        let (head, _) = case.split_once("\n#document\n")?;
        let is_other = ["\n#document-fragment", "\n#script-on"].iter().any(|it| head.contains(it));
        let data = head.split("\n#errors").next()?.to_owned();
        (!is_other).then_some(data)
    };
    cases.filter_map(whole).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && !['|', '\u{fffd}', '\0'].contains(it)).collect()
}

fn lines(intake: &ImportedText) -> String {
    bare(&intake.blocks.iter().map(|it| it.lines.concat()).collect::<String>())
}

/// Whether a document says what is shown of it. A reading beside its word stands in brackets, which
/// the browser's tree does not have.
fn is_same(html: &str, read: &str, shown: &str) -> bool {
    let is_same = |read: &str| read == bare(shown);
    is_same(read) || (html.contains("<ruby") && is_same(&read.replace(['(', ')'], "")))
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_read_as_the_browser_itself_parses_them() -> TestResult {
    let profile = Profile::new()?;
    let page = Page::of(project::root().join("tests/e2e/fixtures"), "/")?;
    let browser = Browser::start(&profile, Window::DESKTOP).await?;
    browser.open(&page).await?;
    let documents = documents();
    assert!(documents.len() > 800, "{}", documents.len());
    let (mut same, mut other) = (0, Vec::new());
    for some in documents.chunks(100) {
        let walked = browser.script(WALK, vec![json!(some)]).await?;
        for (html, texts) in some.iter().zip(walked.as_array().into_iter().flatten()) {
            let read = lines(&read_html(html));
            let mut texts = texts.as_array().into_iter().flatten().filter_map(Value::as_str);
            if texts.any(|text| is_same(html, &read, text)) {
                same += 1;
            } else {
                other.push(html);
            }
        }
    }
    println!("{same} of {} documents; not: {other:#?}", documents.len());
    assert!(same * 1000 >= documents.len() * FLOOR, "{same} of {}", documents.len());
    browser.quit().await
}

fn payloads() -> Vec<String> {
    let names =
        ["owasp-xss/xss-filter-evasion", "dompurify-expect/expect", "payloads-all/payloads"];
    let read = |name: &str| serde_json::from_str::<Vec<Value>>(&fixture(name)).unwrap_or_default();
    let lists = names.iter().flat_map(|name| read(&format!("{name}.json")));
    let payload = |it: Value| it.get("payload")?.as_str().map(str::to_owned);
    let naughty = read("blns.json").into_iter();
    let naughty = naughty.filter_map(|it| it.as_str().map(str::to_owned));
    lists.filter_map(payload).chain(naughty).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn payloads_that_are_pasted_run_nothing_and_ask_for_nothing() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.script(WATCH, vec![]).await?;
    let payloads = payloads();
    assert!(payloads.len() > 1_800, "{}", payloads.len());
    let mut shown = 0;
    for payload in payloads.iter().step_by(EVERY) {
        let expected: Vec<String> = read_html(payload).kept().map(ImportedBlock::text).collect();
        if expected.is_empty() || payload.trim().is_empty() {
            continue;
        }
        browser.paste_page("x", payload).await?;
        browser.button_in("dialog", "Add").await?;
        let texts = format!(
            "JSON.stringify([...document.querySelectorAll('[data-text]')]\
             .map(it => it.textContent)) === JSON.stringify({})",
            json!(expected)
        );
        browser.wait_until(payload, &texts).await?;
        shown += 1;
    }
    println!("{shown} payloads on screen");
    assert!(shown > 80, "{shown}");
    assert_eq!(browser.strings(SEEN).await?, Vec::<String>::new());
    session.end().await
}
