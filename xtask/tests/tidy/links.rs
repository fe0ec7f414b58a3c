//! Links between the documents of the repository lead to files that exist.

use std::path::Path;

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::{File, root};

fn links(file: &File) -> Vec<Finding> {
    if file.extension() != "md" {
        return Vec::new();
    }
    let document = root().join(&file.path);
    let folder = document.parent().unwrap_or(Path::new(""));
    let mut found = Vec::new();
    let mut in_code = false;
    for (number, line) in (1..).zip(file.text.lines()) {
        in_code ^= line.trim_start().starts_with("```");
        if in_code {
            continue;
        }
        let text: String = line.split('`').step_by(2).collect();
        for target in targets(&text) {
            let path = target.split(['#', '?']).next().unwrap_or_default();
            let is_elsewhere = path.starts_with('/') || path.contains(':');
            if !path.is_empty() && !is_elsewhere && !folder.join(path).exists() {
                found.push(finding(
                    number,
                    format!("there is no {target} beside this file"),
                ));
            }
        }
    }
    found
}

/// The targets of `[text](target "title")`, `![text](target)` and `[name]: target`.
fn targets(line: &str) -> Vec<&str> {
    let definition = line.trim_start().strip_prefix('[');
    let definition = definition.and_then(|rest| rest.split_once("]: "));
    let inline = line.split("](").skip(1);
    let inline = inline.filter_map(|rest| rest.split(')').next());
    let targets = inline.chain(definition.map(|(_, target)| target));
    targets
        .filter_map(|target| target.split_whitespace().next())
        .map(|target| target.trim_matches(['<', '>']))
        .collect()
}

#[test]
fn links_lead_to_files() {
    hold(links);
}

#[test]
fn finds_dead_links() {
    let of = |text| lines(links, "README.md", text);
    let alive = "[a](Cargo.toml) [b](xtask/src/main.rs#top) [c](https://example.org/x) [d](#here)";
    assert_eq!(of(alive), [0; 0]);
    assert_eq!(of("\n[a](no/such.md)"), [2]);
    assert_eq!(of("[a]: no-such.md\n![b](no-such.png \"title\")"), [1, 2]);
    assert_eq!(of("`[a](no-such.md)`\n```\n[b](no-such.md)\n```"), [0; 0]);
    let inside = "[a](../Cargo.toml) [b](Trunk.toml)";
    assert_eq!(lines(links, "xtask/README.md", inside), [1]);
}
