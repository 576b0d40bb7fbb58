//! Reading how many tests passed and failed from what the runners print.

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

const NEXTEST: &str = "Summary [";

/// Adds up the closing lines of cargo test, nextest, Vitest and Playwright in `text`.
pub fn count(text: &str) -> Count {
    let mut all = Count::default();
    let lines: Vec<String> = text.lines().map(plain).collect();
    // nextest repeats what a failed test printed, the inner runner's closing line among it.
    let nextest = lines.iter().any(|line| line.trim_start().starts_with(NEXTEST));
    for line in lines {
        if !closes(line.trim_start()) || nextest && !line.trim_start().starts_with(NEXTEST) {
            continue;
        }
        all +=
            Count { passed: before(&line, " passed"), failed: before(&line, " failed") + before(&line, " timed out") };
    }
    all
}

/// What failed in `text`, each once: the test's name, and what was wrong where the runner says it in one line.
pub fn failures(text: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    let mut numbered = false;
    for line in text.lines().map(plain) {
        let line = line.trim();
        let nextest = ["FAIL [", "TIMEOUT [", "SIG"].iter().any(|word| line.starts_with(word)) && line.contains("] ");
        let playwright =
            line.split_once(") ").is_some_and(|(n, rest)| n.parse::<u32>().is_ok() && rest.contains(" › "));
        let why = numbered && ["Error", "Test timeout", "TimeoutError"].iter().any(|word| line.starts_with(word));
        let named = nextest || playwright || line.starts_with("FAIL  ");
        let line = match line.split_once("] ") {
            Some((_, name)) if nextest => name.trim(),
            _ => line.trim_end_matches(['─', ' ']),
        };
        if (named || why) && !all.iter().any(|known| known == line) {
            all.push(line.into());
        }
        numbered = playwright || numbered && !why;
    }
    all
}

fn closes(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let nextest = line.starts_with(NEXTEST) && line.contains("run:");
    let vitest = words.first() == Some(&"Tests") && words.len() > 2;
    let playwright = words.len() <= 3
        && words.first().is_some_and(|w| w.parse::<u64>().is_ok())
        && words.get(1).is_some_and(|w| matches!(*w, "passed" | "failed"));
    nextest || vitest || playwright || line.starts_with("test result:")
}

/// The number that stands before `word`, 0 when the word is not there.
fn before(line: &str, word: &str) -> u64 {
    let Some(at) = line.find(word) else { return 0 };
    let digits = line[..at].rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

/// The line without colours.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\u{1b}') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        rest = tail.find('m').map_or("", |end| &tail[end + 1..]);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_read() {
        let cases = [
            ("test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured", 5, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            ("     Summary [   0.123s] 12 tests run: 12 passed, 0 skipped", 12, 0),
            ("     Summary [   0.123s] 12 tests run: 10 passed, 1 failed, 1 timed out, 0 skipped", 10, 2),
            ("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m1 failed\u{1b}[22m | 11 passed (12)", 11, 1),
            ("  12 passed (3.4s)", 12, 0),
            ("  1 failed", 0, 1),
            (" Test Files  3 passed (3)", 0, 0),
            ("4 passed with flying colours today", 0, 0),
        ];
        for (line, passed, failed) in cases {
            assert_eq!(count(line), Count { passed, failed }, "{line}");
        }
    }

    #[test]
    fn several_closing_lines_add_up() {
        let text = "test result: ok. 5 passed; 0 failed;\nnoise\ntest result: ok. 2 passed; 1 failed;\n";
        assert_eq!(count(text), Count { passed: 7, failed: 1 });
        let text =
            "test result: FAILED. 0 passed; 1 failed;\nSummary [ 1s] 3 tests run: 2 passed, 1 failed, 0 skipped\n";
        assert_eq!(count(text), Count { passed: 2, failed: 1 });
    }
    #[test]
    fn a_failure_is_named_once() {
        let text = "  1) e2e/file.spec.ts:51:1 › a stop ─────\n\n    Error: expect(locator).toBeVisible() failed\n    Error: again\n\
            \n        FAIL [   0.02s] core calendar::a_day\n     Summary [ 1s] 2 tests run: 1 passed, 1 failed\n\
            \n        FAIL [   0.02s] core calendar::a_day\n FAIL  src/a.test.ts > adds\n";
        let all = [
            "1) e2e/file.spec.ts:51:1 › a stop",
            "Error: expect(locator).toBeVisible() failed",
            "core calendar::a_day",
            "FAIL  src/a.test.ts > adds",
        ];
        assert_eq!(failures(text), all);
    }
}
