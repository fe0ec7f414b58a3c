//! Text stays text, and every style comes from the sheet: both are what a strict content policy wants.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::source::{Source, lines_with};

/// Ways to have text interpreted.
const INTERPRETERS: [&str; 11] = [
    "innerHTML",
    "inner_html",
    "set_inner_html",
    "outerHTML",
    "set_outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "document.write",
    "eval(",
    "new Function",
    "srcdoc",
];

/// Ways to style one element.
const STYLES: [&str; 4] = ["style=", "\"style\"", "cssText", "set_css_text"];

fn markup(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("src/") || file.extension() != "rs" {
        return Vec::new();
    }
    let text = Source::of(file).spoken;
    let interpreters = INTERPRETERS.iter().flat_map(|word| {
        let message = format!("`{word}` has text interpreted, and the text may be anybody's: make nodes and text nodes");
        lines_with(&text, word).into_iter().map(move |line| finding(line, message.clone()))
    });
    let styles = STYLES.iter().flat_map(|word| {
        let message = format!("`{word}` is an inline style, which a strict policy refuses: use a class or a part and style/");
        lines_with(&text, word).into_iter().map(move |line| finding(line, message.clone()))
    });
    interpreters.chain(styles).collect()
}

#[test]
fn nothing_is_interpreted_and_nothing_styled_inline() {
    hold(markup);
}

#[test]
fn catches_markup() {
    let of = |text| lines(markup, "src/ui/a.rs", text);
    assert_eq!(of("view! { <p inner_html=text/> }"), [1]);
    assert_eq!(of("view! { <p style=\"color: red\"/> }"), [1]);
    assert_eq!(of("element.set_attribute(\"style\", css);"), [1]);
    assert_eq!(
        of("// no innerHTML\nlet style = sheet();\nretrieval(x); font_style=1"),
        [0; 0]
    );
}
