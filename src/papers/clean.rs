//! What users typed, as a document can hold it.

use crate::text::papers as words;

/// Characters of one text that a paper takes. A note of 100,000 characters would
/// be some 200 pages of one cell.
const MOST: usize = 4_000;

/// The lines of a text without what XML forbids, and without marks that turn the
/// direction of what follows them. What is too long is cut, and the paper says so.
pub fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = MOST;
    let mut rest = 0;
    for c in text.trim().chars() {
        let is_break = matches!(c, '\n' | '\u{2028}' | '\u{2029}');
        if !is_break && !is_allowed(c) {
            continue;
        }
        if left == 0 {
            rest += 1;
            continue;
        }
        left -= 1;
        match lines.last_mut() {
            Some(line) if !is_break => line.push(if c == '\t' { ' ' } else { c }),
            _ => lines.push(String::new()),
        }
    }
    if rest > 0
        && let Some(line) = lines.last_mut()
    {
        line.push_str(&words::cut(rest));
    }
    lines
}

/// Whether a character may stand in a document: those of XML 1.0 (production 2,
/// Char) but for controls and embeddings of direction.
fn is_allowed(c: char) -> bool {
    match c {
        '\t' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_go_and_breaks_stay() {
        assert_eq!(lines("甲\u{0}\u{8}\u{b}乙\r\n丙\t丁\u{FFFF}\u{202E}"), ["甲乙", "丙 丁"]);
        assert_eq!(lines("<w:t>&\"'"), ["<w:t>&\"'"]);
        assert_eq!(lines(" \u{1} "), [""]);
    }

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        let long = "长".repeat(MOST + 7);
        let [line] = &lines(&long)[..] else { panic!("one line") };
        assert!(line.starts_with("长") && line.ends_with(&words::cut(7)), "{}", line.len());
        assert_eq!(lines(&"长".repeat(MOST)), ["长".repeat(MOST)]);
    }
}
