//! A panic takes every widget on the page down, so nothing that came from outside may cause one.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::source::{Source, line_at, lines_with, places_of};

fn panics(file: &File) -> Vec<Finding> {
    let ships = file.path.starts_with("src/") || file.path.starts_with("crates/core/src/");
    if !ships || file.extension() != "rs" || file.is_test() {
        return Vec::new();
    }
    let source = Source::of(file);
    let mut found = Vec::new();
    for word in [
        ".unwrap()",
        ".unwrap_err()",
        "panic!",
        "todo!",
        "unimplemented!",
        "dbg!",
    ] {
        for line in lines_with(&source.code, word) {
            found.push(finding(
                line,
                format!("`{word}` can take the page's widgets down: return an Option or a Problem"),
            ));
        }
    }
    let meets_the_page = file.is_in("src/browser") || file.is_in("src/element");
    for at in places_of(&source.code, ".expect(") {
        let argument = &source.spoken[at + ".expect(".len()..];
        let line = line_at(&source.code, at);
        if meets_the_page {
            found.push(finding(
                line,
                "`.expect(`: nothing is certain about the page; return an Option or a Problem",
            ));
        } else if !states_an_invariant(argument) {
            found.push(finding(
                line,
                "`.expect(` wants the invariant in words, such as \"an event has an end\"",
            ));
        }
    }
    found
}

/// Whether the argument is a string of three words or more.
fn states_an_invariant(argument: &str) -> bool {
    let text = argument
        .trim_start()
        .strip_prefix('"')
        .and_then(|rest| rest.split('"').next());
    text.is_some_and(|text| text.split_whitespace().count() >= 3)
}

#[test]
fn nothing_that_ships_panics() {
    hold(panics);
}

#[test]
fn catches_panics() {
    let of = |path, text| lines(panics, path, text);
    assert_eq!(
        of("src/ui.rs", "a.unwrap();\nb.unwrap_or(1);\ntodo!()"),
        [1, 3]
    );
    assert_eq!(
        of(
            "crates/core/src/a.rs",
            "a.expect(\"ok\");\nb.expect(\n    \"an event has an end\",\n);\nc.expect(text)"
        ),
        [1, 5]
    );
    assert_eq!(
        of("src/browser/clock.rs", "a.expect(\"an event has an end\")"),
        [1]
    );
    assert_eq!(
        of(
            "src/ui.rs",
            "#[cfg(test)]\nmod tests { fn f() { a.unwrap() } }\n// dbg!\n\"panic!\""
        ),
        [0; 0]
    );
    assert_eq!(of("xtask/src/main.rs", "a.unwrap()"), [0; 0]);
}
