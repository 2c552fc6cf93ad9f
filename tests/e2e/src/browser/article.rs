//! What can be seen of the article and its claims, and how they are worked on.

use super::{Browser, answered};
use crate::{Error, Export, Key, TestResult};
use serde_json::Value;
use thirtyfour::TypingData;

/// A place in the article: a block, and UTF-16 units in its text.
type At = (usize, usize);

impl Browser {
    /// The texts of the blocks.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn texts(&self) -> TestResult<Vec<String>> {
        self.strings(
            "return [...document.querySelectorAll('[data-text]')].map(it => it.textContent)",
        )
        .await
    }

    /// The list of strings that the function body `script` returns in the page.
    ///
    /// # Errors
    /// When it returns something else.
    pub async fn strings(&self, script: &str) -> TestResult<Vec<String>> {
        let found = self.script(script, vec![]).await?;
        serde_json::from_value(found.clone()).map_err(|_| answered("a list of strings", &found))
    }

    /// Where the words between `⟦` and `⟧` start and end; all of `marked` must be in the article.
    ///
    /// # Errors
    /// When the article does not have the words.
    pub async fn span(&self, marked: &str) -> TestResult<(At, At)> {
        let text = self.texts().await?.join("\n");
        let missing = || Error::Words(marked.to_owned());
        let (before, rest) = marked.split_once('⟦').ok_or_else(missing)?;
        let (words, after) = rest.split_once('⟧').ok_or_else(missing)?;
        let found = text.find(&format!("{before}{words}{after}")).ok_or_else(missing)?;
        let start = found + before.len();
        let place = |at| text.get(..at).map(place).ok_or_else(missing);
        Ok((place(start)?, place(start + words.len())?))
    }

    /// Drags over the words between `⟦` and `⟧`, and waits for the bar.
    ///
    /// # Errors
    /// When the article does not have the words, or no bar comes.
    pub async fn select_text(&self, marked: &str) -> TestResult {
        let (start, end) = self.span(marked).await?;
        self.drag_text(start, end).await?;
        self.wait_for("[role=toolbar]").await
    }

    /// Drags over the words between `⟦` and `⟧`, and presses `key`; returns when the new claim is
    /// saved.
    ///
    /// # Errors
    /// When no claim comes of it.
    pub async fn mark(&self, marked: &str, key: impl Into<TypingData>) -> TestResult {
        let before = self.cards().await?.len();
        self.select_text(marked).await?;
        self.press(key).await?;
        self.claims(before + 1).await?;
        self.saved().await
    }

    /// Clicks the character after `⟦`.
    ///
    /// # Errors
    /// When the article does not have the words.
    pub async fn click_words(&self, marked: &str) -> TestResult {
        let (start, _) = self.span(marked).await?;
        self.click_text(start).await
    }

    /// The identifiers of the claims that have a card, in the order of the list.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn cards(&self) -> TestResult<Vec<String>> {
        let ids =
            "return [...document.querySelectorAll('[data-claim]')].map(it => it.dataset.claim)";
        self.strings(ids).await
    }

    /// Waits until the list has `count` cards.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn claims(&self, count: usize) -> TestResult {
        let condition = format!("document.querySelectorAll('[data-claim]').length === {count}");
        self.wait_until(&format!("{count} cards in the list"), &condition).await
    }

    /// Waits until the open card is that of the claim whose words are `quote`.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn working_on(&self, quote: &str) -> TestResult {
        let condition = format!(
            "document.querySelector('[data-claim][aria-current=true] .quote')?.textContent === {}",
            Value::from(quote)
        );
        self.wait_until(&format!("the open card of \"{quote}\""), &condition).await
    }

    /// The words of each mark in the block at `position`, with the number of claims on them.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn marks(&self, position: usize) -> TestResult<Value> {
        let script = "return [...document.querySelectorAll(
            `[data-block=\"${arguments[0]}\"] [data-text] [data-claims]`
        )].map(it => [it.textContent, it.dataset.claims.split(' ').length])";
        self.script(script, vec![position.into()]).await
    }

    /// Exports the article, whose file is named `slug`, and checks the file.
    ///
    /// # Errors
    /// When no file comes, or it breaks the rules of its format.
    pub async fn export(&self, slug: &str) -> TestResult<Export> {
        self.click_button("Export").await?;
        Export::read(self.download(&format!("{slug}.claimlight.json")).await?)
    }

    /// Adds an article by the dialog; returns when it is on screen and saved.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn add_article(&self, text: &str) -> TestResult {
        self.click_button("Add article").await?;
        self.fill("dialog textarea", text).await?;
        let first = text.lines().next().unwrap_or_default();
        self.button_in("dialog", "Add").await?;
        let condition = format!(
            "document.querySelector('[data-text]')?.textContent === {}",
            Value::from(first)
        );
        self.wait_until("the new article", &condition).await?;
        self.saved().await
    }

    /// Pastes a text with its HTML outside any field, and waits until it is recognised. No driver
    /// puts HTML on the clipboard, so the event is made.
    ///
    /// # Errors
    /// When nothing is recognised in time.
    pub async fn paste_page(&self, text: &str, html: &str) -> TestResult {
        const PASTE: &str = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            data.setData('text/html', arguments[1]);
            const options = { clipboardData: data, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new ClipboardEvent('paste', options));";
        self.script(PASTE, vec![text.into(), html.into()]).await?;
        self.wait_for(".recognised").await
    }

    /// Puts `text` into the field that matches the selector `css`, in one go, as pasting does.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn fill(&self, css: &str, text: &str) -> TestResult {
        self.wait_for(css).await?;
        let script = "const field = document.querySelector(arguments[0]);
            field.focus();
            field.value = arguments[1];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        self.script(script, vec![css.into(), text.into()]).await?;
        Ok(())
    }

    /// Backs out of what is open, so that nothing is selected.
    ///
    /// # Errors
    /// When something stays.
    pub async fn press_escape_until_idle(&self) -> TestResult {
        for _ in 0..3 {
            self.press(Key::Escape).await?;
        }
        let condition = "document.querySelector('[role=toolbar], [data-claim][aria-current=true]') === null \
                         && document.getSelection().isCollapsed";
        self.wait_until("nothing to be selected", condition).await
    }
}

/// The place at the end of `before`, a text of whole blocks and the start of another.
fn place(before: &str) -> At {
    let inside = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count(), inside.encode_utf16().count())
}
