//! Made-up texts and numbers, the same in every run.

/// A source of numbers that look random (xorshift64*, Vigna 2016).
pub(crate) struct Rng(u64);

/// Pieces that texts are made of: ASCII, accents, scripts from right to left, emoji, spaces.
const PIECES: [&str; 24] = [
    "a",
    "tax",
    "5%",
    " ",
    " ",
    ", ",
    "“",
    "”",
    "’s",
    "-",
    "é",
    "e\u{301}",
    "o\u{323}\u{302}",
    "שלום",
    "سلام",
    "日本",
    "カタカナ",
    "ไทย",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇺🇦",
    "👍🏽",
    "𝒳",
    "\u{a0}",
];

impl Rng {
    /// A source that depends on a seed only.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(mixed).unwrap() % limit
    }

    /// A text of up to `most` pieces, without line breaks.
    pub(crate) fn text(&mut self, most: usize) -> String {
        (0..self.below(most + 1)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}
