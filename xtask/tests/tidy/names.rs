//! A file is named by what it holds. These names would fit anything, so such a file soon holds everything.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

const EMPTY: [&str; 8] = [
    "util", "utils", "helper", "helpers", "common", "manager", "service", "misc",
];

fn names(file: &File) -> Vec<Finding> {
    let parts = file.path.split('/');
    let stems = parts.map(|part| part.split('.').next().unwrap_or(part));
    let empty = stems.filter(|stem| EMPTY.contains(stem));
    let message = |stem| format!("`{stem}` fits anything: use a noun for what it holds");
    empty.map(|stem| finding(1, message(stem))).collect()
}

#[test]
fn files_are_named_by_what_they_hold() {
    hold(names);
}

#[test]
fn finds_empty_names() {
    assert_eq!(lines(names, "src/utils/zone.rs", ""), [1]);
    assert_eq!(lines(names, "tests/web/helpers.rs", ""), [1]);
    assert_eq!(lines(names, "src/ui/when.rs", ""), [0; 0]);
}
