//! Punycode (RFC 3492): letters of any script in letters, digits and hyphens of ASCII.

const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST: u32 = 0x80;

/// A label in Punycode, without `xn--`; `None` where it is too long to be counted.
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

/// Writes a number of variable length.
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

fn digit(number: u32) -> Option<char> {
    if number < 26 { char::from_u32(0x61 + number) } else { char::from_u32(0x30 + number - 26) }
}

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
