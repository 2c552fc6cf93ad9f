//! Random numbers that a seed repeats.

use std::ops::RangeInclusive;

/// Random numbers: `SplitMix64`, as published by Steele, Lea and Flood (2014).
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// The numbers that belong to a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number in a range; the bias of the remainder is far below what matters here.
    pub fn within(&mut self, range: &RangeInclusive<u64>) -> u64 {
        let count = (range.end().saturating_sub(*range.start())).saturating_add(1);
        range.start() + self.number() % count
    }

    /// Heads or tails.
    pub fn coin(&mut self) -> bool {
        self.number() >> 63 == 1
    }
}
