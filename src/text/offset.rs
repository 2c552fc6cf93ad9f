//! The three units in which a position can be counted.

macro_rules! offset {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            /// The offset of that many units from the start of a text.
            pub const fn new(units: usize) -> Self {
                Self(units)
            }

            /// How many units lie before this offset.
            pub const fn get(self) -> usize {
                self.0
            }
        }
    };
}

offset! {
    /// An offset in UTF-8 bytes: what memory counts.
    ByteOffset
}
offset! {
    /// An offset in code points: what the W3C Web Annotation model counts.
    CharOffset
}
offset! {
    /// An offset in UTF-16 code units: what a page counts.
    Utf16Offset
}

/// The part of `text` from `start` to `end`, in bytes.
///
/// `None` when an offset lies beyond the text or inside a character, or `end` before `start`.
pub fn slice(text: &str, start: ByteOffset, end: ByteOffset) -> Option<&str> {
    text.get(start.get()..end.get())
}

/// The byte offset of a place counted in UTF-16 units.
///
/// `None` beyond the text and between the two halves of a surrogate pair.
pub fn byte_of_utf16(text: &str, offset: Utf16Offset) -> Option<ByteOffset> {
    advance(text, offset.get(), char::len_utf16)
}

/// The byte offset of a place counted in code points; `None` beyond the text.
pub fn byte_of_char(text: &str, offset: CharOffset) -> Option<ByteOffset> {
    advance(text, offset.get(), |_| 1)
}

/// The UTF-16 offset of a place counted in bytes; `None` beyond the text or inside a character.
pub fn utf16_of_byte(text: &str, offset: ByteOffset) -> Option<Utf16Offset> {
    text.get(..offset.get()).map(utf16_end)
}

/// The end of `text`, counted in UTF-16 units.
pub fn utf16_end(text: &str) -> Utf16Offset {
    Utf16Offset::new(text.chars().map(char::len_utf16).sum())
}

/// The code point offset of a place counted in bytes; `None` beyond the text or inside a
/// character.
pub fn char_of_byte(text: &str, offset: ByteOffset) -> Option<CharOffset> {
    let before = text.get(..offset.get())?;
    Some(CharOffset::new(before.chars().count()))
}

/// The byte offset after `units`, where each character counts as many as `size` says.
fn advance(text: &str, units: usize, size: impl Fn(char) -> usize) -> Option<ByteOffset> {
    let mut seen = 0;
    for (at, character) in text.char_indices() {
        if seen >= units {
            return (seen == units).then_some(ByteOffset::new(at));
        }
        seen += size(character);
    }
    (seen == units).then_some(ByteOffset::new(text.len()))
}
