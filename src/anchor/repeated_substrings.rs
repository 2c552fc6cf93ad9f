//! Tests whether a part of a text occurs in it more than once, quickly for many parts.
//!
//! One pass over the text hashes every run of 24 bytes and remembers which hashes occur twice. A
//! part with a run that occurs once cannot repeat, so only the other parts need a search of the
//! text.

/// The length of a window, a run of bytes that is hashed, in bytes.
const WINDOW: usize = 24;
/// The base of the rolling hash; any odd number with well mixed bits does.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A bitmap of the hashes of windows that occur in a text more than once.
///
/// If a part contains a window that occurs only once, the part occurs only once. Only a part
/// without such a window needs a search in the text. The bitmap has at least eight bits for each
/// byte of text, rounded up to a power of two, so it is one to two times as large as the text.
#[derive(Debug)]
pub(super) struct RepeatedSubstrings {
    twice: Vec<u64>,
    mask: u64,
}

impl RepeatedSubstrings {
    /// Reads the text once.
    pub(super) fn of(text: &str) -> Self {
        let bits = (text.len() * 8).next_power_of_two().max(64);
        let mask = bits as u64 - 1;
        let mut once = vec![0; bits / 64];
        let mut twice = vec![0; bits / 64];
        for hash in hashes(text) {
            if set(&mut once, hash & mask) {
                set(&mut twice, hash & mask);
            }
        }
        Self { twice, mask }
    }

    /// Returns whether `part`, which `text` contains, occurs in it a second time.
    pub(super) fn repeats(&self, text: &str, part: &str) -> bool {
        let cleared = hashes(part).any(|hash| !is_set(&self.twice, hash & self.mask));
        !cleared && occurs_twice(text, part)
    }
}

/// Returns whether `part` starts at two or more places of `text`; they may overlap.
fn occurs_twice(text: &str, part: &str) -> bool {
    let Some(first) = text.find(part) else { return false };
    let step = part.chars().next().map_or(1, char::len_utf8);
    text.get(first + step..).is_some_and(|rest| rest.contains(part))
}

/// Returns the hashes of all windows of a text, by a polynomial that rolls on byte by byte.
fn hashes(text: &str) -> impl Iterator<Item = u64> {
    let bytes = text.as_bytes();
    let leaving = (0..WINDOW).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0_u64;
    let before = std::iter::repeat_n(0, WINDOW).chain(bytes.iter().copied());
    let rolled = bytes.iter().zip(before).map(move |(enters, leaves)| {
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(*enters) + 1).wrapping_sub(
            leaving.wrapping_mul(if leaves == 0 { 0 } else { u64::from(leaves) + 1 }),
        );
        hash ^ (hash >> 29)
    });
    rolled.skip(WINDOW - 1)
}

/// Sets a bit and returns whether it was set before; `true` for a bit beyond the bitmap.
fn set(bits: &mut [u64], at: u64) -> bool {
    let bit = 1 << (at % 64);
    let Some(word) = usize::try_from(at / 64).ok().and_then(|index| bits.get_mut(index)) else {
        return true;
    };
    let was = *word & bit != 0;
    *word |= bit;
    was
}

/// Returns whether a bit is set; `true` for a bit beyond the bitmap.
fn is_set(bits: &[u64], at: u64) -> bool {
    let word = usize::try_from(at / 64).ok().and_then(|index| bits.get(index));
    word.is_none_or(|word| word & (1 << (at % 64)) != 0)
}
