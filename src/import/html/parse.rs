//! Parses HTML as browsers do, but limits the depth of the tree and the number of nodes.
//!
//! The parser looks through all open elements at each tag, so deep nesting makes it slow. Browsers
//! stop nesting at a depth of 512. The filter in front of the tree builder stops there too, and it
//! drops formatting tags once the parser reopens formatting elements too often.

use std::cell::Cell;

use html5ever::{
    LocalName,
    buffer_queue::BufferQueue,
    interface::{Tracer, TreeSink},
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use super::{
    tree::{NodeId, Tree},
    tree_sink::Sink,
};

/// The greatest number of open elements. An element that the parser may have to reopen counts
/// twice.
const DEEPEST: usize = 512;
/// How many nodes beyond two per tag the tree may have before the filter closes the elements that
/// the parser keeps reopening.
const SURPLUS: usize = 10_000;

/// Elements that the parser reopens after a paragraph has closed them. If the filter drops their
/// tags, the text stays; the reader only loses which text is a link (`a`) or struck through (`s`,
/// `strike`).
const REOPENED: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements whose content the tokenizer reads as plain text. They hold no elements, so they never
/// nest.
const RAW: [&str; 9] =
    ["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"];
/// Elements without content, which the parser closes at once.
const VOID: [&str; 6] = ["br", "hr", "img", "link", "meta", "wbr"];

/// The number of bytes that the parser reads between two progress reports: a few milliseconds of
/// work.
const STEP: usize = 1 << 18;

/// Parses `html` into a tree, as a browser with scripts switched off does.
///
/// Calls `on_progress` after each step with the parsed share in percent. The last report is 100 for
/// a text of 10,000 bytes or more; for a shorter text it is anything up to 199.
pub(super) fn parse(html: &str, on_progress: &mut dyn FnMut(u8)) -> Tree {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let filter = Filter {
        builder: TreeBuilder::new(Sink::new(), options),
        open: Cell::new(0),
        made: Cell::new(0),
        tags: Cell::new(0),
        surplus: Cell::new(SURPLUS),
    };
    let tokenizer = Tokenizer::new(filter, TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut left = html;
    while !left.is_empty() {
        let (step, after) = left.split_at(left.floor_char_boundary(STEP));
        left = after;
        input.push_back(StrTendril::from(step));
        while !input.is_empty() {
            // `feed` returns early at the end of a script, so call it until it has read everything.
            let _ = tokenizer.feed(&input);
        }
        // Multiplying by 100 first would overflow a `usize` of 32 bits on a long page.
        let percent = (html.len() - left.len()) / (html.len() / 100).max(1);
        on_progress(u8::try_from(percent).unwrap_or(100));
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// A token sink in front of the tree builder that drops or replaces the tags that would make the
/// tree too deep or too large.
struct Filter {
    builder: TreeBuilder<NodeId, Sink>,
    /// The number of open elements at the last count, as [`DEEPEST`] counts them.
    open: Cell<usize>,
    /// The number of nodes in the tree at the last count.
    made: Cell<usize>,
    /// The number of start and end tags so far.
    tags: Cell<usize>,
    /// How many nodes beyond two per tag the tree may have at present; more than [`SURPLUS`] once
    /// the filter has had to close elements.
    surplus: Cell<usize>,
}

impl TokenSink for Filter {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let Token::TagToken(tag) = token else { return self.builder.process_token(token, line) };
        self.tags.set(self.tags.get() + 1);
        self.close_reconstructed(line);
        if tag.kind == TagKind::EndTag {
            // The tag may close elements, so `is_full` must be able to count the open elements
            // again.
            self.open.set(self.open.get().min(DEEPEST - 1));
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        if self.has_node_blowup() && REOPENED.contains(&&*tag.name) {
            return TokenSinkResult::Continue;
        }
        if !self.is_full() || self.never_nests(&tag) {
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        if REOPENED.contains(&&*tag.name) || &*tag.name == "span" {
            return TokenSinkResult::Continue;
        }
        // A line break keeps the texts before and after the dropped tag apart.
        self.builder.process_token(Token::TagToken(plain(TagKind::StartTag, "br")), line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Filter {
    /// Returns the number of nodes that the tree builder has made so far.
    fn nodes(&self) -> usize {
        self.builder.sink.tree.borrow().len()
    }

    /// Returns whether as many elements are open as [`DEEPEST`] allows.
    ///
    /// The elements that were open at the last count and the nodes made since then bound the number
    /// of open elements from above, so the filter seldom has to count them.
    fn is_full(&self) -> bool {
        if self.open.get() < DEEPEST {
            let nodes = self.nodes();
            if self.open.get() + nodes.saturating_sub(self.made.get()) >= DEEPEST {
                let count = Count(Cell::new(0));
                self.builder.trace_handles(&count);
                self.open.set(count.0.get());
                self.made.set(nodes);
            }
        }
        self.open.get() >= DEEPEST
    }

    /// Returns whether the element of `tag` can hold no other element, so that it is safe at any
    /// depth.
    fn never_nests(&self, tag: &Tag) -> bool {
        let is_html = !self.builder.adjusted_current_node_present_but_not_in_html_namespace();
        VOID.contains(&&*tag.name) || is_html && RAW.contains(&&*tag.name)
    }

    /// Returns whether the parser has ever reopened so many elements that it put memory at risk.
    fn has_node_blowup(&self) -> bool {
        self.surplus.get() > SURPLUS
    }

    /// Closes the elements that the parser would reopen in each paragraph to come, if the tree has
    /// too many nodes for its tags.
    fn close_reconstructed(&self, line: u64) {
        // A tag normally adds two nodes at most: its element and the text before it.
        if self.nodes() < 2 * self.tags.get() + self.surplus.get() {
            return;
        }
        for name in REOPENED {
            for _ in 0..DEEPEST / REOPENED.len() {
                let tag = Token::TagToken(plain(TagKind::EndTag, name));
                let _ = self.builder.process_token(tag, line);
            }
        }
        self.surplus.set(self.nodes().saturating_sub(2 * self.tags.get()) + SURPLUS);
    }
}

/// A tracer that counts the nodes that the tree builder holds: mostly the open elements and the
/// formatting elements that it may have to reopen.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

/// Returns a tag without attributes.
fn plain(kind: TagKind, name: &str) -> Tag {
    Tag {
        kind,
        name: LocalName::from(name),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}
