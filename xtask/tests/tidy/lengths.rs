//! A file has at most 250 lines, so that one reads it in one sitting. Tests do not count.

use syn::spanned::Spanned;

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::syntax::{is_for_tests, items};

const LIMIT: usize = 250;

fn length(file: &File) -> Vec<Finding> {
    let is_test = file.path.split('/').any(|folder| folder == "tests");
    if file.extension() != "rs" || is_test {
        return Vec::new();
    }
    let length = file.text.lines().count();
    if length <= LIMIT {
        return Vec::new();
    }
    let items = items(&file.path, &file.text);
    let tests = items.iter().filter(|item| is_for_tests(item));
    let in_tests: usize = tests
        .map(|item| item.span().end().line - item.span().start().line + 1)
        .sum();
    let length = length - in_tests;
    if length <= LIMIT {
        return Vec::new();
    }
    let message = format!(
        "{length} lines without tests: move what is about something else into a file of its own"
    );
    vec![finding(LIMIT, message)]
}

#[test]
fn files_are_short() {
    hold(length);
}

#[test]
fn finds_long_files() {
    let line = "fn f() {}\n";
    let long = line.repeat(LIMIT + 1);
    assert_eq!(lines(length, "src/a.rs", &line.repeat(LIMIT)), [0; 0]);
    assert_eq!(lines(length, "src/a.rs", &long), [LIMIT]);
    assert_eq!(lines(length, "tests/web/a.rs", &long), [0; 0]);
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", line.repeat(100));
    let with_tests = format!("{}{tests}", line.repeat(LIMIT));
    assert_eq!(lines(length, "src/a.rs", &with_tests), [0; 0]);
    let with_tests = format!("{long}{tests}");
    assert_eq!(lines(length, "src/a.rs", &with_tests), [LIMIT]);
}
