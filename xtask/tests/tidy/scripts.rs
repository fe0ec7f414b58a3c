//! The shipped JavaScript reads no clock, stores nothing, and has no text interpreted.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

/// Words that no shipped script may contain, and what to do instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (
        &["Date.now", "new Date()", "performance.now"],
        "one module reads the clock, so that a page can freeze it: src/browser/clock.rs",
    ),
    (
        &["localStorage", "sessionStorage", "document.cookie"],
        "one module touches storage, which a browser may refuse: src/browser/storage.rs",
    ),
    (
        &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "srcdoc",
            "eval(",
            "Function(",
        ],
        "text is interpreted, and it may be anybody's: make elements and text nodes",
    ),
    (
        &["cssText", "setAttribute('style'"],
        "a strict policy refuses inline styles: use a class and style/",
    ),
];

fn words(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("src/") || file.extension() != "js" {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        let code = line.split("// ").next().unwrap_or_default();
        for (words, instead) in FORBIDDEN {
            let word = words.iter().find(|word| code.contains(**word));
            found.extend(word.map(|word| finding(number, format!("`{word}`: {instead}"))));
        }
    }
    found
}

#[test]
fn scripts_leave_clock_storage_and_markup_alone() {
    hold(words);
}

#[test]
fn finds_words_in_code_but_not_in_comments() {
    let of = |text| lines(words, "src/handbill.js", text);
    assert_eq!(of("new Date();\nnew Date(text)"), [1]);
    assert_eq!(of("// no innerHTML here\nhost.innerHTML = ''"), [2]);
    assert_eq!(of("f(); // localStorage\nlocalStorage.clear()"), [2]);
    assert_eq!(lines(words, "bench/run.mjs", "performance.now()"), [0; 0]);
}
