//! Style sheets follow the direction of the text, size nothing by the host page's font, and request nothing.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

/// Families of properties whose names may end in a physical side.
const FAMILIES: [&str; 6] = [
    "",
    "margin-",
    "padding-",
    "border-",
    "scroll-margin-",
    "scroll-padding-",
];
/// Properties whose value may be a physical side.
const SIDED: [&str; 4] = ["text-align", "text-align-last", "float", "clear"];
/// Properties of four values, the second for the right and the fourth for the left.
const SHORTHANDS: [&str; 6] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
];

fn style(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("style/") || file.extension() != "css" {
        return Vec::new();
    }
    let css = without_comments(&file.text);
    let mut found = Vec::new();
    for (line, property, value) in declarations(&css) {
        let words: Vec<&str> = value.split_whitespace().collect();
        if is_physical(property, &words) {
            let message = format!(
                "`{property}: {value}` stays where it is in Arabic: use start and end, inline and block"
            );
            found.push(finding(line, message));
        }
        if words.iter().any(|word| is_rem(word)) {
            found.push(finding(
                line,
                "`rem` is the font size of the host page: use `em`",
            ));
        }
    }
    for (line, text) in (1..).zip(css.lines()) {
        if text.contains("url(") {
            found.push(finding(
                line,
                "`url(` is one more request: draw it with CSS",
            ));
        }
        if text.contains("@import") {
            found.push(finding(
                line,
                "`@import` does nothing in a constructed sheet: list the file in build.rs",
            ));
        }
    }
    found
}

/// Whether a declaration names a side of the screen, and not of the text.
fn is_physical(property: &str, words: &[&str]) -> bool {
    let family = FAMILIES
        .iter()
        .filter_map(|family| property.strip_prefix(family));
    let mut sides = family.filter_map(|rest| rest.split('-').next());
    if sides.any(|side| ["left", "right", "top", "bottom"].contains(&side)) {
        return true;
    }
    if SIDED.contains(&property) {
        return words.iter().any(|word| ["left", "right"].contains(word));
    }
    SHORTHANDS.contains(&property)
        && matches!(words, [_, right, _, left] if right != left)
        && !words.iter().any(|word| word.contains('('))
}

fn is_rem(word: &str) -> bool {
    let number = word.trim_end_matches([',', ')']).strip_suffix("rem");
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// The sheet with its comments as blank lines.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        bare += before;
        bare.extend(comment.matches('\n'));
        rest = after;
    }
    bare + rest
}

/// Line, property and value of each declaration.
fn declarations(css: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let mut line = 1;
    for piece in css.split_inclusive(['{', '}', ';']) {
        let declaration = piece.trim_end_matches(['}', ';']);
        // What stands before a brace is a selector, however many colons it has.
        if !piece.ends_with('{')
            && let Some((property, value)) = declaration.split_once(':')
        {
            let blank = property.len() - property.trim_start().len();
            let line = line + property[..blank].matches('\n').count();
            found.push((line, property.trim(), value.trim()));
        }
        line += piece.matches('\n').count();
    }
    found
}

#[test]
fn sheets_suit_every_script_and_every_page() {
    hold(style);
}

#[test]
fn finds_physical_sides() {
    let of = |text| lines(style, "style/a.css", text);
    assert_eq!(
        of("p {\n  margin-left: 1em;\n  inset-inline-start: 0;\n  left: 0\n}"),
        [2, 4]
    );
    assert_eq!(
        of("p { border-top-left-radius: 1px }\nq { padding-bottom: 0 }"),
        [1, 2]
    );
    assert_eq!(
        of("p { text-align: left }\nq { float: right; text-align: start }"),
        [1, 2]
    );
    assert_eq!(
        of("p { margin: 0 1px 2px 3px }\nq { padding: 0 1px 2px 1px }"),
        [1]
    );
    assert_eq!(
        of("a:left { & b:hover { color: red } }\n/* left: 0 */"),
        [0; 0]
    );
}

#[test]
fn finds_foreign_sizes_and_requests() {
    let of = |text| lines(style, "style/a.css", text);
    assert_eq!(of("p { font-size: 1.2rem }\n.rem-1rem-x { gap: 1em }"), [1]);
    assert_eq!(
        of("/*\n*/@import \"b.css\";\np { background: url(\"x.svg\") }"),
        [2, 3]
    );
    assert_eq!(lines(style, "demo/a.css", "p { left: 1rem }"), [0; 0]);
}
