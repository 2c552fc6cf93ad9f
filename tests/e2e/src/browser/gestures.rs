//! What a person does with mouse and keys.

use super::{
    Browser, Place, answered,
    place::{At, Point},
};
use crate::TestResult;
use serde_json::{Value, json};
use std::{path::Path, time::Duration};
use thirtyfour::{By, Key, TypingData, WebElement, action_chain::ActionChain};

/// Moves between pressing and releasing the button; a single one is not taken for a drag by all.
const MOVES: i64 = 6;
/// Below which width of the window, in CSS pixels, some buttons are in the menu `More`.
const MENU_BELOW: u32 = 960;
/// How long a tap takes.
const TAP: Duration = Duration::from_millis(40);
/// How long a finger rests until a word is selected.
const LONG_PRESS: Duration = Duration::from_millis(900);
/// How long a move takes.
const MOVE: Duration = Duration::from_millis(15);

impl Browser {
    /// Selects text with the mouse: presses at one place, moves, releases at the other.
    ///
    /// Where text is selected already a browser would move it, so nothing may be selected at `from`.
    ///
    /// # Errors
    /// When a place is not on screen even after scrolling.
    pub async fn drag_text(&self, from: impl Into<Place>, to: impl Into<Place>) -> TestResult {
        let (start, end) = self.drag(from.into(), to.into()).await?;
        Ok(drag(self.pointer(), start, end).perform().await?)
    }

    /// Selects text with the mouse while `held` is held down, such as [`Key::Alt`].
    ///
    /// # Errors
    /// When a place is not on screen even after scrolling.
    pub async fn drag_text_holding(
        &self,
        held: Key,
        from: impl Into<Place>,
        to: impl Into<Place>,
    ) -> TestResult {
        let (start, end) = self.drag(from.into(), to.into()).await?;
        self.session.action_chain().key_down(held.clone()).perform().await?;
        let dragged = drag(self.pointer(), start, end).perform().await;
        self.session.action_chain().key_up(held).perform().await?;
        Ok(dragged?)
    }

    /// Double-clicks the character that follows `place`, which selects its word.
    ///
    /// # Errors
    /// When the character is not on screen even after scrolling.
    pub async fn double_click_word(&self, place: impl Into<Place>) -> TestResult {
        let place = place.into();
        for Point { x, y } in self.points(&[&place], At::Character).await? {
            self.pointer().move_to(x, y).double_click().perform().await?;
        }
        Ok(())
    }

    /// Clicks the character that follows `place`.
    ///
    /// # Errors
    /// When the character is not on screen even after scrolling.
    pub async fn click_text(&self, place: impl Into<Place>) -> TestResult {
        let place = place.into();
        for Point { x, y } in self.points(&[&place], At::Character).await? {
            self.pointer().move_to(x, y).click().perform().await?;
        }
        Ok(())
    }

    /// Presses and releases each of `keys`, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, keys: impl Into<TypingData>) -> TestResult {
        Ok(self.session.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses and releases each of `keys` while `held` is held down.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_holding(&self, held: Key, keys: impl Into<TypingData>) -> TestResult {
        let keys = self.session.action_chain().key_down(held.clone()).send_keys(keys);
        Ok(keys.key_up(held).perform().await?)
    }

    /// Types `text` into the field that matches the selector `css`, after what is there.
    ///
    /// # Errors
    /// When there is no such field in time, or it cannot be typed into.
    pub async fn type_into(&self, css: &str, text: &str) -> TestResult {
        Ok(self.element(css).await?.send_keys(text).await?)
    }

    /// Chooses the file at `path`, which must be absolute, in the file field that matches `css`.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn choose_file(&self, css: &str, path: &Path) -> TestResult {
        Ok(self.element(css).await?.send_keys(path.to_string_lossy()).await?)
    }

    /// Clicks the element that matches the selector `css`, as soon as there is one.
    ///
    /// # Errors
    /// When there is none in time, or something lies over it.
    pub async fn click(&self, css: &str) -> TestResult {
        Ok(self.element(css).await?.click().await?)
    }

    /// Clicks the button with the accessible name `name`, as soon as it can be used.
    ///
    /// # Errors
    /// When there is none in time, or something lies over it.
    pub async fn click_button(&self, name: &str) -> TestResult {
        if self.window.width < MENU_BELOW && !self.has_button(name).await? {
            self.button_in("body", "More").await?;
        }
        self.button_in("body", name).await
    }

    /// Whether a button with the accessible name `name` can be used now.
    async fn has_button(&self, name: &str) -> TestResult<bool> {
        let arguments = vec![Value::from("body"), Value::from(name)];
        let script = include_str!("button.js");
        Ok(self.session.execute(script, arguments).await?.json() != &Value::Null)
    }

    /// Taps the character that follows `place` with a finger.
    ///
    /// # Errors
    /// When the character is not on screen even after scrolling.
    pub async fn tap_text(&self, place: impl Into<Place>) -> TestResult {
        self.touch_text(place.into(), TAP).await
    }

    /// Rests a finger on the character that follows `place` until its word is selected.
    ///
    /// # Errors
    /// When the character is not on screen even after scrolling.
    pub async fn press_long(&self, place: impl Into<Place>) -> TestResult {
        self.touch_text(place.into(), LONG_PRESS).await
    }

    /// Taps the button with the accessible name `name` inside what matches the selector `css`.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn tap_button(&self, css: &str, name: &str) -> TestResult {
        let find = include_str!("button.js");
        let found =
            format!("(function () {{ {find} }})({}, {})", Value::from(css), Value::from(name));
        self.wait_until(&format!("the button \"{name}\" in {css}"), &format!("{found} !== null"))
            .await?;
        let script = format!(
            "const it = {found}; it.scrollIntoView({{ block: 'nearest', inline: 'nearest' }});
            const {{ x, y, width, height }} = it.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)]"
        );
        let point = self.script(&script, vec![]).await?;
        match (point.get(0).and_then(Value::as_i64), point.get(1).and_then(Value::as_i64)) {
            (Some(x), Some(y)) => self.touch(Point { x, y }, TAP).await,
            _ => Err(answered("a point", &point)),
        }
    }

    async fn touch_text(&self, place: Place, time: Duration) -> TestResult {
        for point in self.points(&[&place], At::Character).await? {
            self.touch(point, time).await?;
        }
        Ok(())
    }

    async fn touch(&self, Point { x, y }: Point, time: Duration) -> TestResult {
        let touch = |kind: &str, points: Value| {
            self.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }))
        };
        touch("touchStart", json!([{ "x": x, "y": y }])).await?;
        tokio::time::sleep(time).await;
        touch("touchEnd", json!([])).await
    }

    /// Clicks the button with the accessible name `name` inside what matches the selector `css`.
    ///
    /// # Errors
    /// When there is none in time, or something lies over it.
    pub async fn button_in(&self, css: &str, name: &str) -> TestResult {
        let arguments = vec![Value::from(css), Value::from(name)];
        let find = include_str!("button.js");
        let condition = format!(
            "(function () {{ {find} }})({}, {}) !== null",
            Value::from(css),
            Value::from(name)
        );
        self.wait_until(&format!("the button \"{name}\" in {css}"), &condition).await?;
        let button = self.session.execute(find, arguments).await?.element()?;
        Ok(button.click().await?)
    }

    async fn element(&self, css: &str) -> TestResult<WebElement> {
        self.wait_for(css).await?;
        Ok(self.session.find(By::Css(css)).await?)
    }

    /// The mouse.
    fn pointer(&self) -> ActionChain {
        self.session.action_chain_with_delay(None, Some(MOVE))
    }

    async fn drag(&self, from: Place, to: Place) -> TestResult<(Point, Point)> {
        match self.points(&[&from, &to], At::Edge).await?.as_slice() {
            [start, end] => Ok((*start, *end)),
            points => Err(answered("two points", &Value::from(points.len()))),
        }
    }
}

/// A drag from `start` to `end` in a straight line.
fn drag(pointer: ActionChain, start: Point, end: Point) -> ActionChain {
    let pressed = pointer.move_to(start.x, start.y).click_and_hold();
    let moved = (1..=MOVES).fold(pressed, |pointer, step| {
        let between = |from: i64, to: i64| from + (to - from) * step / MOVES;
        pointer.move_to(between(start.x, end.x), between(start.y, end.y))
    });
    moved.release()
}
