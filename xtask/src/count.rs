//! How many tests passed and failed.

use std::fmt;
use std::ops::AddAssign;

/// Tests that passed and failed, summed over runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// One failure, of something that counts no tests itself.
    pub fn failure() -> Count {
        Count { passed: 0, failed: 1 }
    }

    /// What a line adds: something if it is the summary of a run, such as
    /// `test result: ok. 12 passed; 0 failed; 0 ignored`, else nothing.
    pub fn of_line(line: &str) -> Count {
        let Some((_, summary)) = line.split_once("test result: ") else {
            return Count::default();
        };
        let number = |what: &str| {
            let before = summary.split_once(what).map(|(before, _)| before);
            before
                .and_then(|before| before.split_whitespace().next_back())
                .and_then(|digits| digits.parse().ok())
                .unwrap_or(0)
        };
        Count { passed: number(" passed"), failed: number(" failed") }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Count) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[track_caller]
    fn check(line: &str, passed: usize, failed: usize) {
        assert_eq!(Count::of_line(line), Count { passed, failed });
    }

    #[test]
    fn summaries_are_counted() {
        check("test result: ok. 12 passed; 0 failed; 1 ignored", 12, 0);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2);
    }

    #[test]
    fn other_lines_are_not() {
        check("test score::rounds ... ok", 0, 0);
        check("4 passed, 1 failed", 0, 0);
    }

    #[test]
    fn a_sum_reads_as_the_last_line() {
        let mut sum = Count::failure();
        sum += Count::of_line("test result: ok. 5 passed; 0 failed");
        assert_eq!(sum.to_string(), "5 passed, 1 failed");
    }
}
