//! Builds a [`Tree`] from the calls of the tree builder of html5ever.
//!
//! The sink ignores parse errors, document types and quirks mode. Comments and processing
//! instructions become nodes without content, and the content of a template becomes children of its
//! element.

use std::{
    borrow::Cow,
    cell::{Ref, RefCell},
};

use html5ever::{
    Attribute, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    ns,
    tendril::StrTendril,
};

use super::tree::{Content, Element, NodeId, Tree, no_name};

/// A tree sink: the tree builder calls it to create and move the nodes of a [`Tree`].
#[derive(Debug)]
pub(super) struct Sink {
    /// The tree that the parser has built so far.
    pub(super) tree: RefCell<Tree>,
    /// The name that `elem_name` returns for a node that is no element.
    no_name: RefCell<QualName>,
}

impl Sink {
    /// Creates a sink with an empty tree.
    pub(super) fn new() -> Self {
        Self { tree: RefCell::new(Tree::new()), no_name: RefCell::new(no_name()) }
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        Tree::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::filter_map(self.tree.borrow(), |tree| tree.element(*target).map(|it| &it.name))
            .unwrap_or_else(|_| self.no_name.borrow())
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.tree.borrow_mut().make(Content::Element(Element { name, attributes: attrs }))
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().make(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().make(Content::Nothing)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => tree.append(*parent, child),
            NodeOrText::AppendText(text) => tree.append_text(*parent, &text),
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let stands = self.tree.borrow().parent(*element).is_some();
        if stands {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// Returns the template itself, so its content becomes its children.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match new_node {
            NodeOrText::AppendNode(child) => tree.insert_before(*sibling, child),
            NodeOrText::AppendText(text) => tree.insert_text_before(*sibling, &text),
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(element) = tree.element_mut(*target) else { return };
        for attribute in attrs {
            if element.attributes.iter().all(|it| it.name != attribute.name) {
                element.attributes.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.borrow_mut().move_children(*node, *new_parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        let tree = self.tree.borrow();
        tree.element(*handle).is_some_and(|element| {
            let encoding = element.attribute("encoding").unwrap_or_default();
            element.name.ns == ns!(mathml)
                && &*element.name.local == "annotation-xml"
                && ["text/html", "application/xhtml+xml"]
                    .iter()
                    .any(|it| encoding.eq_ignore_ascii_case(it))
        })
    }
}
