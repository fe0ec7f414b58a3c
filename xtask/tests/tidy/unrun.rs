//! The widget's own files hold no tests: it runs only in a browser, and nothing would run them there.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

fn tests(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("src/") {
        return Vec::new();
    }
    let numbered = (1..).zip(file.text.lines());
    let tests = numbered.filter(|(_, line)| line.contains("cfg(test)"));
    tests
        .map(|(line, _)| finding(line, "this test is never run: move it to tests/web"))
        .collect()
}

#[test]
fn the_widget_holds_no_tests() {
    hold(tests);
}

#[test]
fn finds_tests_in_the_widget() {
    let text = "fn f() {}\n#[cfg(test)]\nmod tests {}";
    assert_eq!(lines(tests, "src/ui/person.rs", text), [2]);
    assert_eq!(lines(tests, "crates/core/src/url.rs", text), [0; 0]);
}
