//! The tree of an HTML text, as a flat list of nodes that refer to each other by index.
//!
//! No function here is recursive, so no depth of nesting can overflow the stack. The list only
//! grows: a detached node keeps its index.

use html5ever::{Attribute, QualName, local_name, ns};

/// The index of a node in its [`Tree`].
pub(super) type NodeId = usize;

/// A document as a list of nodes. The first node is the document.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// A node with the indexes of its parent, its siblings, and its first and last child.
#[derive(Debug)]
struct Node {
    parent: Option<NodeId>,
    prev_sibling: Option<NodeId>,
    next_sibling: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    content: Content,
}

/// The content of a node.
#[derive(Debug)]
pub(super) enum Content {
    /// The document, a comment or a processing instruction: nothing that readers see.
    Nothing,
    /// An element with its attributes.
    Element(Element),
    /// A run of text.
    Text(String),
}

/// The name and the attributes of an element.
#[derive(Debug)]
pub(super) struct Element {
    /// The element's name with its namespace: HTML, SVG or `MathML`.
    pub(super) name: QualName,
    /// The element's attributes. No two have the same name.
    pub(super) attributes: Vec<Attribute>,
}

/// A step of a walk through a tree in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The walk enters a node.
    Enter(NodeId),
    /// The walk leaves a node, after all of the node's descendants.
    Leave(NodeId),
}

impl Element {
    /// Returns the value of the attribute `name`, if the element has it without a namespace.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|it| it.name.ns == ns!() && &*it.name.local == name).map(|it| &*it.value)
    }

    /// Returns the element's local name if it is an HTML element, otherwise an empty string.
    pub(super) fn html_name(&self) -> &str {
        if self.name.ns == ns!(html) { &self.name.local } else { "" }
    }
}

impl Tree {
    /// The index of the document node.
    pub(super) const DOCUMENT: NodeId = 0;

    /// Creates a tree that has only the document node.
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::new(Content::Nothing)] }
    }

    /// Returns how many nodes the tree ever made, detached ones included. Every index is less than
    /// this.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Adds a node without a parent and returns its index.
    pub(super) fn make(&mut self, content: Content) -> NodeId {
        self.nodes.push(Node::new(content));
        self.nodes.len() - 1
    }

    /// Returns the element at `id`; `None` if that node is no element.
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Element(element)) => Some(element),
            Some(Content::Nothing | Content::Text(_)) | None => None,
        }
    }

    /// Returns the element at `id` for changes; `None` if that node is no element.
    pub(super) fn element_mut(&mut self, id: NodeId) -> Option<&mut Element> {
        match self.nodes.get_mut(id).map(|node| &mut node.content) {
            Some(Content::Element(element)) => Some(element),
            Some(Content::Nothing | Content::Text(_)) | None => None,
        }
    }

    /// Returns the text at `id`; `None` if that node is no text.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Text(text)) => Some(text),
            Some(Content::Nothing | Content::Element(_)) | None => None,
        }
    }

    /// Returns the parent of `id`; `None` for the document and for a detached node.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.parent
    }

    /// Returns the sibling right before `id`.
    pub(super) fn prev_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.prev_sibling
    }

    /// Returns the sibling right after `id`.
    pub(super) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.next_sibling
    }

    /// Returns all text in `id` in document order, white space unchanged.
    pub(super) fn text_content(&self, id: NodeId) -> String {
        let mut text = String::new();
        for step in self.steps(id) {
            if let Step::Enter(node) = step {
                text.push_str(self.text(node).unwrap_or_default());
            }
        }
        text
    }

    /// Returns the steps of a walk through `root` and its descendants, in document order. The walk
    /// enters `root` first and leaves it last.
    pub(super) fn steps(&self, root: NodeId) -> impl Iterator<Item = Step> {
        std::iter::successors(Some(Step::Enter(root)), move |step| match *step {
            Step::Enter(id) => Some(self.nodes.get(id)?.first.map_or(Step::Leave(id), Step::Enter)),
            Step::Leave(id) if id == root => None,
            Step::Leave(id) => {
                let node = self.nodes.get(id)?;
                node.next_sibling.map(Step::Enter).or(node.parent.map(Step::Leave))
            }
        })
    }

    /// Moves `child` to the end of `parent`.
    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        let last = self.nodes.get(parent).and_then(|node| node.last);
        self.link(parent, last, child, None);
    }

    /// Moves `child` to the place right before `sibling`. If `sibling` has no parent, `child` ends
    /// up detached.
    pub(super) fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        if sibling == child {
            return;
        }
        self.detach(child);
        let Some(parent) = self.parent(sibling) else { return };
        let before = self.nodes.get(sibling).and_then(|node| node.prev_sibling);
        self.link(parent, before, child, Some(sibling));
    }

    /// Adds `text` at the end of `parent`: to its last child if that is a text, otherwise as a new
    /// node.
    pub(super) fn append_text(&mut self, parent: NodeId, text: &str) {
        let last = self.nodes.get(parent).and_then(|node| node.last);
        if !self.lengthen(last, text) {
            let child = self.make(Content::Text(text.to_owned()));
            self.append(parent, child);
        }
    }

    /// Adds `text` right before `sibling`: to the previous sibling if that is a text, otherwise as
    /// a new node.
    pub(super) fn insert_text_before(&mut self, sibling: NodeId, text: &str) {
        let before = self.nodes.get(sibling).and_then(|node| node.prev_sibling);
        if !self.lengthen(before, text) {
            let child = self.make(Content::Text(text.to_owned()));
            self.insert_before(sibling, child);
        }
    }

    /// Removes a node, with its descendants, from its parent.
    pub(super) fn detach(&mut self, id: NodeId) {
        let Some(node) = self.nodes.get_mut(id) else { return };
        let (parent, before, after) =
            (node.parent.take(), node.prev_sibling.take(), node.next_sibling.take());
        match before.and_then(|it| self.nodes.get_mut(it)) {
            Some(before) => before.next_sibling = after,
            None => self.change(parent, |parent| parent.first = after),
        }
        match after.and_then(|it| self.nodes.get_mut(it)) {
            Some(after) => after.prev_sibling = before,
            None => self.change(parent, |parent| parent.last = before),
        }
    }

    /// Moves all children of `from` to the end of `to`, in order.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = self.nodes.get(from).and_then(|node| node.first) {
            self.append(to, child);
        }
    }

    /// Appends `more` to the node `id` if it is a text, and returns whether it is.
    fn lengthen(&mut self, id: Option<NodeId>, more: &str) -> bool {
        match id.and_then(|id| self.nodes.get_mut(id)).map(|node| &mut node.content) {
            Some(Content::Text(text)) => {
                text.push_str(more);
                true
            }
            Some(Content::Nothing | Content::Element(_)) | None => false,
        }
    }

    fn link(
        &mut self,
        parent: NodeId,
        before: Option<NodeId>,
        child: NodeId,
        after: Option<NodeId>,
    ) {
        self.change(Some(child), |node| {
            (node.parent, node.prev_sibling, node.next_sibling) = (Some(parent), before, after);
        });
        match before {
            Some(before) => self.change(Some(before), |node| node.next_sibling = Some(child)),
            None => self.change(Some(parent), |node| node.first = Some(child)),
        }
        match after {
            Some(after) => self.change(Some(after), |node| node.prev_sibling = Some(child)),
            None => self.change(Some(parent), |node| node.last = Some(child)),
        }
    }

    fn change(&mut self, id: Option<NodeId>, change: impl FnOnce(&mut Node)) {
        if let Some(node) = id.and_then(|id| self.nodes.get_mut(id)) {
            change(node);
        }
    }
}

impl Node {
    fn new(content: Content) -> Self {
        Self {
            parent: None,
            prev_sibling: None,
            next_sibling: None,
            first: None,
            last: None,
            content,
        }
    }
}

/// Returns the empty name, which the sink reports for a node that is no element.
pub(super) fn no_name() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}
