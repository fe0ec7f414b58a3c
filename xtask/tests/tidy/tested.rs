//! No test that is never run: the widget's own are in `tests/web`, which a browser runs.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::source::lines_with;

/// Nothing runs a test that stands in the widget itself.
fn widget_holds_no_test(file: &File) -> Vec<Finding> {
    if !file.is_in("src") || file.extension() != "rs" {
        return Vec::new();
    }
    let message = "nothing runs a test here: put it into tests/web";
    lines_with(&file.text, "cfg(test)")
        .into_iter()
        .map(|line| finding(line, message))
        .collect()
}

#[test]
fn every_test_of_the_widget_is_run() {
    hold(widget_holds_no_test);
}

#[test]
fn catches_tests_in_the_widget() {
    let of = |path| {
        lines(
            widget_holds_no_test,
            path,
            "fn f() {}\n#[cfg(test)]\nmod tests {}",
        )
    };
    assert_eq!(of("src/ui/person.rs"), [2]);
    assert_eq!(of("crates/core/src/url.rs"), [0; 0]);
}
