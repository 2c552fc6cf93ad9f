//! Parses HTML as browsers do, within bounds.
//!
//! The parser looks through all elements that are open whenever a tag comes, so deep nesting makes
//! it slow. Browsers stop nesting at a depth of 512, and so does the filter that stands before it.

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

/// How many elements may be open, those counted twice that the parser may have to open again.
const DEEPEST: usize = 512;
/// How many nodes more than tags there may be before elements are closed that open again and again.
const SURPLUS: usize = 10_000;

/// Elements that the parser opens again where a paragraph closed them. They mean nothing here.
const REOPENED: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements whose content is no markup; they hold no element, so they never nest.
const RAW: [&str; 9] =
    ["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"];
/// Elements that are closed at once.
const VOID: [&str; 6] = ["br", "hr", "img", "link", "meta", "wbr"];

/// How many bytes are parsed at a time: a few milliseconds' work.
const STEP: usize = 1 << 18;

/// Parses a text; scripts count as switched off. Tells `on_share` how much is done, in percent.
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
            // It returns early where a script would have to run.
            let _ = tokenizer.feed(&input);
        }
        // Not times 100 first: where a place has 32 bits, that is too much for a long page.
        let percent = (html.len() - left.len()) / (html.len() / 100).max(1);
        on_progress(u8::try_from(percent).unwrap_or(100));
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// Lets through what the tree can take.
struct Filter {
    builder: TreeBuilder<NodeId, Sink>,
    /// How many elements were open when they were last counted.
    open: Cell<usize>,
    /// How many nodes there were then.
    made: Cell<usize>,
    /// How many tags there were.
    tags: Cell<usize>,
    /// How many nodes more than tags there may be.
    surplus: Cell<usize>,
}

impl TokenSink for Filter {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let Token::TagToken(tag) = token else { return self.builder.process_token(token, line) };
        self.tags.set(self.tags.get() + 1);
        self.close_reconstructed(line);
        if tag.kind == TagKind::EndTag {
            // Something may be closed, so what is open is counted again.
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
        // What the tag would have kept apart stays apart.
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
    fn nodes(&self) -> usize {
        self.builder.sink.tree.borrow().len()
    }

    /// Whether as many elements are open as may be.
    ///
    /// No more can be open than were when they were counted and nodes were made since, so they
    /// seldom have to be counted.
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

    fn never_nests(&self, tag: &Tag) -> bool {
        let is_html = !self.builder.adjusted_current_node_present_but_not_in_html_namespace();
        VOID.contains(&&*tag.name) || is_html && RAW.contains(&&*tag.name)
    }

    /// Whether the parser has ever opened elements again so often that memory was at risk.
    fn has_node_blowup(&self) -> bool {
        self.surplus.get() > SURPLUS
    }

    /// Closes what would be opened again in each paragraph to come, if there is too much of it.
    fn close_reconstructed(&self, line: u64) {
        // A tag makes an element and a text before it.
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

/// Counts what is open.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

fn plain(kind: TagKind, name: &str) -> Tag {
    Tag {
        kind,
        name: LocalName::from(name),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}
