//! An element of its own for each test, gone when the test ends.

use gloo::utils::{body, document};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// An element in the page's body.
pub(crate) struct Stage(Element);

impl Stage {
    pub(crate) fn new() -> Self {
        let root = element("div", &[]);
        body().append_child(&root).expect("the body takes it");
        Self(root)
    }

    pub(crate) fn root(&self) -> &Element {
        &self.0
    }

    /// The only element that matches a selector.
    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        let found = self.0.query_selector(selector).ok().flatten();
        found.and_then(|it| it.dyn_into().ok()).expect("something matches")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// An element with attributes.
pub(crate) fn element(name: &str, attributes: &[(&str, &str)]) -> Element {
    let element = document().create_element(name).expect("a valid name");
    for (name, value) in attributes {
        element.set_attribute(name, value).expect("a valid attribute");
    }
    element
}

/// Puts a node at the end of another.
pub(crate) fn put(parent: &Node, child: &Node) {
    parent.append_child(child).expect("the parent takes it");
}
