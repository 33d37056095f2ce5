//! Escapes of addresses and markup undone, as far as they can stand in a link.

/// A text with `%20` and `&#35;` and their like as the characters they stand for.
/// What is no escape stays as it is. Takes time in proportion to the text.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut left = text;
    while let Some(at) = left.find(['%', '&']) {
        let (before, rest) = left.split_at(at);
        out.push_str(before);
        let (character, length) = percent(rest)
            .or_else(|| entity(rest))
            .unwrap_or((if rest.starts_with('%') { '%' } else { '&' }, 1));
        out.push(character);
        left = rest.get(length..).unwrap_or_default();
    }
    out.push_str(left);
    out
}

/// The character of an escape such as `%23`, or of one that was escaped again,
/// `%2523`; of several such bytes where UTF-8 needs them.
fn percent(text: &str) -> Option<(char, usize)> {
    let (first, mut length) = byte(text)?;
    let count = match first {
        0..0x80 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0..0xF8 => 4,
        _ => return None,
    };
    let mut bytes = vec![first];
    while bytes.len() < count {
        let (next, more) = byte(text.get(length..)?)?;
        bytes.push(next);
        length += more;
    }
    let character = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((character, length))
}

/// One escaped byte, escaped at most twice more.
fn byte(text: &str) -> Option<(u8, usize)> {
    let mut digits = text.strip_prefix('%')?;
    for _ in 0..2 {
        // An escaped percent sign that begins another escape.
        let Some(again) = digits.strip_prefix("25") else { break };
        if !again.bytes().take(2).all(|b| b.is_ascii_hexdigit()) || again.len() < 2 {
            break;
        }
        digits = again;
    }
    let two = digits.get(..2).filter(|two| two.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let byte = u8::from_str_radix(two, 16).ok()?;
    Some((byte, text.len() - digits.len() + 2))
}

/// The character of `&#35;`, `&#x23;`, `&num;`, `&amp;` or `&nbsp;`.
fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 3] = [("&num;", '#'), ("&amp;", '&'), ("&nbsp;", ' ')];
    if let Some((name, character)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*character, name.len()));
    }
    let inside = text.strip_prefix("&#")?;
    // The longest is `x10ffff`.
    let end = inside.bytes().take(8).position(|b| b == b';')?;
    let number = inside.get(..end)?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some((char::from_u32(code)?, "&#".len() + end + 1))
}
