//! Style sheets work in every writing direction and on every host page.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;
use crate::source::{Source, line_at, places_of};

/// The families of properties that have a physical and a logical form.
const FAMILIES: [&str; 5] = [
    "margin-",
    "padding-",
    "border-",
    "scroll-margin-",
    "scroll-padding-",
];
const SIDES: [(&str, &str); 4] = [
    ("left", "inline-start"),
    ("right", "inline-end"),
    ("top", "block-start"),
    ("bottom", "block-end"),
];

fn style(file: &File) -> Vec<Finding> {
    if !file.path.starts_with("style/") || file.extension() != "css" {
        return Vec::new();
    }
    let source = Source::of(file);
    let mut found: Vec<Finding> = declarations(&source.code)
        .into_iter()
        .filter_map(|(line, property, value)| Some(finding(line, physical(property, value)?)))
        .collect();
    for (word, message) in [
        (
            "@import",
            "`@import` is ignored in a constructed sheet: list the file in the sheet's include_str!",
        ),
        (
            "url(",
            "`url(` would be one more request of every page; draw it with CSS or an inline element",
        ),
    ] {
        found.extend(
            places_of(&source.spoken, word)
                .into_iter()
                .map(|at| finding(line_at(&source.spoken, at), message)),
        );
    }
    for (at, _) in source.code.match_indices("rem") {
        let is_unit = source.code[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.')
            && !source.code[at + 3..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        if is_unit {
            found.push(finding(
                line_at(&source.code, at),
                "`rem` is the host page's font size, not ours: use em",
            ));
        }
    }
    found
}

/// What to write instead, if the declaration names a side of the screen rather than of the text.
fn physical(property: &str, value: &str) -> Option<String> {
    for (side, logical) in SIDES {
        if property == side {
            return Some(format!(
                "`{side}` does not turn around with the text: use inset-{logical}"
            ));
        }
        let family = FAMILIES.iter().find(|family| property.starts_with(*family));
        if let Some(family) = family
            && property[family.len()..].split('-').next() == Some(side)
        {
            return Some(format!(
                "`{property}` does not turn around with the text: use its {family}{logical} form"
            ));
        }
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    if matches!(
        property,
        "text-align" | "text-align-last" | "float" | "clear"
    ) && words.iter().any(|word| matches!(*word, "left" | "right"))
    {
        return Some(format!(
            "`{property}: {value}` does not turn around with the text: use start or end"
        ));
    }
    let is_shorthand = matches!(
        property,
        "margin" | "padding" | "inset" | "border-width" | "border-style" | "border-color"
    );
    // Values with functions in them are beyond this test; those of four plain words are what people write.
    (is_shorthand && !value.contains('(') && words.len() == 4 && words[1] != words[3])
        .then(|| format!("`{property}` with another left than right does not turn around with the text: use {property}-block and {property}-inline"))
}

/// Line, property and value of each declaration.
fn declarations(css: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in css.char_indices() {
        if !matches!(c, '{' | '}' | ';') {
            continue;
        }
        let piece = &css[start..at];
        // What stands before a brace is a selector, however many colons it has.
        if c != '{'
            && let Some((property, value)) = piece.split_once(':')
        {
            let leading = piece.len() - piece.trim_start().len();
            found.push((line_at(css, start + leading), property.trim(), value.trim()));
        }
        start = at + 1;
    }
    found
}

#[test]
fn sheets_turn_around_with_the_text() {
    hold(style);
}

#[test]
fn catches_physical_styles() {
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
fn catches_foreign_sizes_and_requests() {
    let of = |text| lines(style, "style/a.css", text);
    assert_eq!(of("p { font-size: 1.2rem }\n.rem-1rem-x { gap: 1em }"), [1]);
    assert_eq!(
        of("@import \"b.css\";\np { background: url(\"x.svg\") }"),
        [1, 2]
    );
    assert_eq!(lines(style, "demo/a.css", "p { left: 1rem }"), [0; 0]);
}
