//! The very first start.

use e2e::{Scheme, TestResult, TestSession, Window};
use std::fs;
use xtask::project;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_shows_the_sample_article_whole() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let sample = fs::read_to_string(project::root().join("static/sample.txt")).unwrap();
    assert_eq!(session.browser().texts().await?.join("\n"), sample.trim_end());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_block_of_the_sample_has_its_kind() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let kinds = "return [...document.querySelectorAll('[data-block]')].map(it => it.dataset.kind)";
    let kinds = session.browser().strings(kinds).await?;
    let mut expected = vec!["headline", "standfirst"];
    expected.extend(["paragraph"; 9]);
    expected.extend(["promo", "subheading"]);
    expected.extend(["paragraph"; 6]);
    expected.push("promo");
    assert_eq!(kinds, expected);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn blocks_are_counted_from_0_and_paragraphs_numbered_from_1() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let indices =
        "return [...document.querySelectorAll('[data-block]')].map(it => it.dataset.block)";
    let indices = session.browser().strings(indices).await?;
    assert_eq!(indices, (0..20).map(|at| at.to_string()).collect::<Vec<_>>());
    let numbers = "return [...document.querySelectorAll('[data-number]')]
        .map(it => it.dataset.number).concat(document.querySelector('.meta').textContent)";
    let numbers = session.browser().strings(numbers).await?;
    let mut expected: Vec<String> = (1..=15).map(|number| number.to_string()).collect();
    expected.push("Sample article · 426 words · 15 paragraphs · 3 min".to_owned());
    assert_eq!(numbers, expected);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wider_than_the_window() -> TestResult {
    for window in [Window::DESKTOP, Window::PHONE.with(Scheme::Dark)] {
        let session = TestSession::open(window).await?;
        let fits = "document.documentElement.scrollWidth <= innerWidth";
        session.browser().wait_until("a page as wide as the window", fits).await?;
        session.end().await?;
    }
    Ok(())
}
