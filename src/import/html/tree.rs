//! The tree of an HTML text, as a flat list of nodes that are linked to each other.
//!
//! Nothing here recurses, so no depth of nesting can overflow the stack.

use html5ever::{Attribute, QualName, local_name, ns};

/// Where a node stands in its [`Tree`].
pub(super) type NodeId = usize;

/// The nodes, of which the first is the document.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// A node and its neighbours.
#[derive(Debug)]
struct Node {
    parent: Option<NodeId>,
    prev_sibling: Option<NodeId>,
    next_sibling: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    content: Content,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Content {
    /// The document or a comment: nothing that anyone reads.
    Nothing,
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element's name and attributes.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name and the language of the name: HTML, SVG or `MathML`.
    pub(super) name: QualName,
    /// Its attributes, no name twice.
    pub(super) attributes: Vec<Attribute>,
}

/// A step of a walk in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a node.
    Enter(NodeId),
    /// Out of a node, after all that is in it.
    Leave(NodeId),
}

impl Element {
    /// The value of the attribute `name`, which has no namespace.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|it| it.name.ns == ns!() && &*it.name.local == name).map(|it| &*it.value)
    }

    /// The element's name if it is one of HTML, or an empty name.
    pub(super) fn html_name(&self) -> &str {
        if self.name.ns == ns!(html) { &self.name.local } else { "" }
    }
}

impl Tree {
    /// The document.
    pub(super) const DOCUMENT: NodeId = 0;

    /// A tree of nothing but the document.
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::new(Content::Nothing)] }
    }

    /// How many nodes were ever made.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Makes a node that stands nowhere yet.
    pub(super) fn make(&mut self, content: Content) -> NodeId {
        self.nodes.push(Node::new(content));
        self.nodes.len() - 1
    }

    /// The element that `id` is, if it is one.
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Element(element)) => Some(element),
            Some(Content::Nothing | Content::Text(_)) | None => None,
        }
    }

    /// The element that `id` is, to be changed.
    pub(super) fn element_mut(&mut self, id: NodeId) -> Option<&mut Element> {
        match self.nodes.get_mut(id).map(|node| &mut node.content) {
            Some(Content::Element(element)) => Some(element),
            Some(Content::Nothing | Content::Text(_)) | None => None,
        }
    }

    /// The text that `id` is, if it is one.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Text(text)) => Some(text),
            Some(Content::Nothing | Content::Element(_)) | None => None,
        }
    }

    /// What `id` is in; `None` for the document.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.parent
    }

    /// What stands right before `id` in the same parent.
    pub(super) fn prev_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.prev_sibling
    }

    /// What stands right after `id` in the same parent.
    pub(super) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.next_sibling
    }

    /// All text in `id`, as it stands.
    pub(super) fn text_content(&self, id: NodeId) -> String {
        let mut text = String::new();
        for step in self.steps(id) {
            if let Step::Enter(node) = step {
                text.push_str(self.text(node).unwrap_or_default());
            }
        }
        text
    }

    /// The steps through `root` and all that is in it.
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

    /// Puts `child` at the end of `parent`, taking it from where it stood.
    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        let last = self.nodes.get(parent).and_then(|node| node.last);
        self.link(parent, last, child, None);
    }

    /// Puts `child` before `sibling`, which must have a parent.
    pub(super) fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        if sibling == child {
            return;
        }
        self.detach(child);
        let Some(parent) = self.parent(sibling) else { return };
        let before = self.nodes.get(sibling).and_then(|node| node.prev_sibling);
        self.link(parent, before, child, Some(sibling));
    }

    /// Adds text at the end of `parent`, to the text that ends it if one does.
    pub(super) fn append_text(&mut self, parent: NodeId, text: &str) {
        let last = self.nodes.get(parent).and_then(|node| node.last);
        if !self.lengthen(last, text) {
            let child = self.make(Content::Text(text.to_owned()));
            self.append(parent, child);
        }
    }

    /// Adds text before `sibling`, to the text that stands there if one does.
    pub(super) fn insert_text_before(&mut self, sibling: NodeId, text: &str) {
        let before = self.nodes.get(sibling).and_then(|node| node.prev_sibling);
        if !self.lengthen(before, text) {
            let child = self.make(Content::Text(text.to_owned()));
            self.insert_before(sibling, child);
        }
    }

    /// Takes a node, with all that is in it, from where it stands.
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

    /// Moves all that is in `from` to the end of `to`.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = self.nodes.get(from).and_then(|node| node.first) {
            self.append(to, child);
        }
    }

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

/// The name that stands for that of a node that has none.
pub(super) fn no_name() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}
