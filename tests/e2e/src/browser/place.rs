//! Finds where on the screen a place of the text is.

use super::{Browser, answered};
use crate::TestResult;
use serde_json::{Value, json};
use std::time::Duration;

/// How often a place is looked for again, and after how long.
const TRIES: usize = 5;
const BETWEEN: Duration = Duration::from_millis(200);

/// A place between two characters of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The selector of the element whose text is counted.
    css: String,
    /// In UTF-16 units from the start of that text, as a DOM counts.
    offset: usize,
}

/// Which of the places of a gesture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// Between two characters.
    Edge,
    /// In the middle of the character that follows.
    Character,
}

/// A point of the window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i64,
    pub(super) y: i64,
}

/// The text of a block of the article, by the 0-based index of the block.
impl From<(usize, usize)> for Place {
    fn from((block, offset): (usize, usize)) -> Self {
        Self { css: format!("[data-block=\"{block}\"] [data-text]"), offset }
    }
}

/// The text of the first element that matches a selector.
impl From<(&str, usize)> for Place {
    fn from((css, offset): (&str, usize)) -> Self {
        Self { css: css.to_owned(), offset }
    }
}

impl Browser {
    /// Scrolls so that the text of all `places` is on screen, and returns where they are.
    ///
    /// Each point is one that the browser itself takes for that place of the text, so text that
    /// runs from right to left and lines that wrap are no trouble.
    pub(super) async fn points(&self, places: &[&Place], at: At) -> TestResult<Vec<Point>> {
        let wanted: Vec<Value> = places
            .iter()
            .map(|place| json!({ "css": place.css, "offset": place.offset }))
            .collect();
        let kind = match at {
            At::Edge => "edge",
            At::Character => "character",
        };
        let arguments = vec![Value::from(wanted), Value::from(kind)];
        // While the page is drawn anew, a place may be under something for a moment.
        let mut answer = self.script(include_str!("place.js"), arguments.clone()).await;
        for _ in 0..TRIES {
            if answer.is_ok() {
                break;
            }
            tokio::time::sleep(BETWEEN).await;
            answer = self.script(include_str!("place.js"), arguments.clone()).await;
        }
        let answer = answer?;
        let points = answer.as_array().map(|points| points.iter().map(point).collect());
        points.flatten().ok_or_else(|| answered("points of the window", &answer))
    }
}

fn point(value: &Value) -> Option<Point> {
    Some(Point { x: value.get("x")?.as_i64()?, y: value.get("y")?.as_i64()? })
}
