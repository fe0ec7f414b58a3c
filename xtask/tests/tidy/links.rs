//! Links between documents lead somewhere.

use std::path::Path;

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::{File, root};

fn links(file: &File) -> Vec<Finding> {
    if file.extension() != "md" {
        return Vec::new();
    }
    let folder = root()
        .join(&file.path)
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default();
    let mut found = Vec::new();
    let mut in_code = false;
    for (number, line) in (1..).zip(file.text.lines()) {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        for target in targets(&without_code(line)) {
            let path = target.split(['#', '?']).next().unwrap_or_default();
            if !path.is_empty() && !is_elsewhere(path) && !folder.join(path).exists() {
                found.push(finding(
                    number,
                    format!("the link to {target} leads nowhere: correct its path from this file"),
                ));
            }
        }
    }
    found
}

/// Where the links of a line lead: `[text](target "title")`, `![text](target)` and `[name]: target`.
fn targets(line: &str) -> Vec<String> {
    let definition = line
        .trim_start()
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "))
        .map(|(_, target)| target);
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .chain(definition)
        .filter_map(|target| target.split_whitespace().next())
        .map(|target| target.trim_matches(['<', '>']).to_owned())
        .collect()
}

fn is_elsewhere(path: &str) -> bool {
    path.starts_with('/')
        || path
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':'))
}

/// The line without what stands between backticks.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

#[test]
fn links_lead_somewhere() {
    hold(links);
}

#[test]
fn catches_dead_links() {
    let of = |text| lines(links, "README.md", text);
    assert_eq!(
        of("[a](Cargo.toml) [b](xtask/src/main.rs#top) [c](https://example.org/x) [d](#here)"),
        [0; 0]
    );
    assert_eq!(of("\n[a](no/such.md)"), [2]);
    assert_eq!(of("[a]: no-such.md\n![b](no-such.png \"title\")"), [1, 2]);
    assert_eq!(of("`[a](no-such.md)`\n```\n[b](no-such.md)\n```"), [0; 0]);
    assert_eq!(
        lines(
            links,
            "xtask/README.md",
            "[a](../Cargo.toml) [b](Trunk.toml)"
        ),
        [1]
    );
}
