//! A file is read in one sitting: most have 50 to 200 lines.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::{self, File};
use crate::source::Source;

const LIMIT: usize = 250;

/// Files that may be longer, and why.
const LONGER: [(&str, &str); 0] = [];

fn length(file: &File) -> Vec<Finding> {
    if file.extension() != "rs" || file.is_test() {
        return Vec::new();
    }
    let length = length_of(file);
    let allowed = LONGER.iter().find(|(path, _)| *path == file.path);
    match (length > LIMIT, allowed) {
        (true, None) => vec![finding(
            LIMIT,
            format!(
                "{length} lines, tests not counted: split what is about something else off, or give a reason in {}",
                file!()
            ),
        )],
        (false, Some(_)) => vec![finding(
            1,
            format!(
                "no longer above {LIMIT} lines: take it off the list in {}",
                file!()
            ),
        )],
        _ => Vec::new(),
    }
}

/// How many lines there are, but for those of test modules.
fn length_of(file: &File) -> usize {
    let tests: usize = {
        // What is blank in the source without tests but not in the file is a comment or a test; a test module's
        // lines are told from comments by standing after its attribute.
        let code = Source::of(file).code;
        let start = file
            .text
            .find("#[cfg(test)]")
            .filter(|at| code[*at..].starts_with(' '));
        start.map_or(0, |at| {
            let blank = code[at..].len() - code[at..].trim_start().len();
            file.text[at..at + blank].matches('\n').count()
        })
    };
    file.text.lines().count() - tests
}

#[test]
fn files_are_short() {
    hold(length);
}

#[test]
fn every_exception_is_still_there() {
    for (path, reason) in LONGER {
        repository::at(path);
        assert!(
            reason.split_whitespace().count() > 3,
            "{path} needs a reason"
        );
    }
}

#[test]
fn catches_long_files() {
    assert_eq!(lines(length, "src/a.rs", &"a();\n".repeat(LIMIT)), [0; 0]);
    assert_eq!(
        lines(length, "src/a.rs", &"a();\n".repeat(LIMIT + 1)),
        [LIMIT]
    );
    assert_eq!(
        lines(length, "tests/web/a.rs", &"a();\n".repeat(LIMIT + 1)),
        [0; 0]
    );
    let with_tests = format!(
        "{}#[cfg(test)]\nmod tests {{\n{}}}\n",
        "a();\n".repeat(LIMIT - 5),
        "b();\n".repeat(100)
    );
    assert_eq!(lines(length, "src/a.rs", &with_tests), [0; 0]);
}
