//! Punycode (RFC 3492), which writes letters of any script in ASCII letters, digits and hyphens.
//!
//! This module only encodes. The constants are the parameter values of RFC 3492, section 5.

const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST: u32 = 0x80;

/// Encodes a label in Punycode, without `xn--`; `None` if the label is too long for counters of 32
/// bits.
pub(super) fn encode(label: &str) -> Option<String> {
    let mut encoded: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(encoded.len()).ok()?;
    if basic > 0 {
        encoded.push('-');
    }
    let all: Vec<u32> = label.chars().map(u32::from).collect();
    let (mut next, mut delta, mut bias, mut handled) = (FIRST, 0_u32, FIRST_BIAS, basic);
    while usize::try_from(handled).ok()? < all.len() {
        let least = all.iter().copied().filter(|it| *it >= next).min()?;
        delta = delta.checked_add((least - next).checked_mul(handled + 1)?)?;
        next = least;
        for character in &all {
            if *character < next {
                delta = delta.checked_add(1)?;
            }
            if *character == next {
                write_number(&mut encoded, delta, bias)?;
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        next = next.checked_add(1)?;
    }
    Some(encoded)
}

/// Appends a number as a variable-length integer.
fn write_number(encoded: &mut String, mut number: u32, bias: u32) -> Option<()> {
    let mut place = BASE;
    loop {
        let threshold = place.saturating_sub(bias).clamp(LEAST, MOST);
        if number < threshold {
            encoded.push(digit(number)?);
            return Some(());
        }
        let rest = number - threshold;
        encoded.push(digit(threshold + rest % (BASE - threshold))?);
        number = rest / (BASE - threshold);
        place += BASE;
    }
}

/// Returns the digit for a number: `a` to `z` for 0 to 25, then `0` to `9`.
fn digit(number: u32) -> Option<char> {
    if number < 26 { char::from_u32(0x61 + number) } else { char::from_u32(0x30 + number - 26) }
}

/// Returns the bias after a delta, by the adaptation function of RFC 3492.
fn adapted(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / handled;
    let mut bias = 0;
    while delta > (BASE - LEAST) * MOST / 2 {
        delta /= BASE - LEAST;
        bias += BASE;
    }
    bias + (BASE - LEAST + 1) * delta / (delta + SKEW)
}
