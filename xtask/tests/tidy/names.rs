//! A file is named by what it is about. These names are about nothing, and soon hold everything.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::source::{Source, lines_with};

const EMPTY: [&str; 8] = [
    "util", "utils", "helper", "helpers", "common", "manager", "service", "misc",
];

fn names(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for part in file.path.split('/') {
        let stem = part.split('.').next().unwrap_or(part);
        if EMPTY.contains(&stem) {
            found.push(finding(
                1,
                format!("`{part}` says nothing: name it by the one noun it is about"),
            ));
        }
        if part == "mod.rs" {
            found.push(finding(1, "a module stands beside its folder, as NAME.rs, so that an editor's tabs can be told apart"));
        }
    }
    if file.extension() == "rs" {
        let code = Source::of(file).code;
        for name in EMPTY {
            for line in lines_with(&code, &format!("mod {name}")) {
                found.push(finding(
                    line,
                    format!("`mod {name}` says nothing: name it by the one noun it is about"),
                ));
            }
        }
    }
    found
}

#[test]
fn names_say_what_a_file_is_about() {
    hold(names);
}

#[test]
fn catches_empty_names() {
    assert_eq!(lines(names, "src/utils/zone.rs", ""), [1]);
    assert_eq!(lines(names, "tests/web/helpers.rs", ""), [1]);
    assert_eq!(lines(names, "src/ui/mod.rs", ""), [1]);
    assert_eq!(
        lines(names, "src/ui.rs", "mod when;\nmod common {}\nmod commons;"),
        [2]
    );
    assert_eq!(lines(names, "src/ui/when.rs", "// mod util"), [0; 0]);
}
