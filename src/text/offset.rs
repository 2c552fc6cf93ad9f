//! Offsets in the three units that count text, one type each, and the conversions between them.
//!
//! A conversion needs the text and reads it up to the offset.

macro_rules! offset {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            /// Makes the offset that lies `units` units after the start of a text.
            pub const fn new(units: usize) -> Self {
                Self(units)
            }

            /// Returns how many units lie before this offset.
            pub const fn get(self) -> usize {
                self.0
            }
        }
    };
}

offset! {
    /// An offset in UTF-8 bytes, the unit of this program in memory.
    ByteOffset
}
offset! {
    /// An offset in code points, the unit of the W3C Web Annotation model.
    CharOffset
}
offset! {
    /// An offset in UTF-16 code units, the unit of the page.
    Utf16Offset
}

/// Returns the part of `text` from `start` to `end`.
///
/// `None` if an offset lies beyond the text or inside a character, or if `end` is before `start`.
pub fn slice(text: &str, start: ByteOffset, end: ByteOffset) -> Option<&str> {
    text.get(start.get()..end.get())
}

/// Converts an offset in UTF-16 code units to bytes.
///
/// `None` beyond the text and between the two halves of a surrogate pair.
pub fn byte_of_utf16(text: &str, offset: Utf16Offset) -> Option<ByteOffset> {
    advance(text, offset.get(), char::len_utf16)
}

/// Converts an offset in code points to bytes; `None` beyond the text.
pub fn byte_of_char(text: &str, offset: CharOffset) -> Option<ByteOffset> {
    advance(text, offset.get(), |_| 1)
}

/// Converts an offset in bytes to UTF-16 code units; `None` beyond the text or inside a character.
pub fn utf16_of_byte(text: &str, offset: ByteOffset) -> Option<Utf16Offset> {
    text.get(..offset.get()).map(utf16_end)
}

/// Returns the length of `text` in UTF-16 code units, as an offset.
pub fn utf16_end(text: &str) -> Utf16Offset {
    Utf16Offset::new(text.chars().map(char::len_utf16).sum())
}

/// Converts an offset in bytes to code points; `None` beyond the text or inside a character.
pub fn char_of_byte(text: &str, offset: ByteOffset) -> Option<CharOffset> {
    let before = text.get(..offset.get())?;
    Some(CharOffset::new(before.chars().count()))
}

/// Returns the byte offset after `units` units, where `size` gives the units of each character;
/// `None` beyond the text or inside a character.
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
