//! How high a row has to be for its texts. Spreadsheets fit rows to their texts
//! when they are edited, not when they are opened.

/// Points of a line of text, with room for Chinese fonts.
const LINE: f64 = 16.5;
/// Points that a row may have at most.
const MOST: f64 = 409.0;

/// Lines of a text in a column of a width, in characters of digits; a Chinese
/// character is as wide as two.
pub fn lines_of(text: &str, width: usize) -> usize {
    // A column loses about one character to its margins.
    let room = width.saturating_sub(1).max(2);
    let lines = |line: &str| {
        let wide: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        // A wide character that does not fit goes to the next line.
        wide.div_ceil(room - room % 2).max(1)
    };
    text.split('\n').map(lines).sum()
}

/// The height of a row of so many lines, in points.
pub fn height(lines: usize) -> f64 {
    // No row has more lines than a float counts exactly.
    (LINE * lines as f64 + 2.0).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::{height, lines_of};

    #[test]
    fn texts_take_the_lines_that_they_need() {
        for (text, width, lines) in [
            ("", 10, 1),
            ("12345678", 10, 1),
            ("123456789", 10, 2),
            ("质量发展", 10, 1),
            ("质量发展理念", 10, 2),
            ("一\n二\n三", 10, 3),
            ("一", 1, 1),
        ] {
            assert_eq!(lines_of(text, width), lines, "{text:?} {width}");
        }
        assert!(height(1) < height(2));
        assert_eq!(height(1000), 409.0);
    }
}
